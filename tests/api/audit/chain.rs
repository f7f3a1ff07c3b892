//! The chain: whole after whatever the service does, and broken by whatever is done behind its back.

use entity::identity::values::Role;
use serde_json::json;
use server::access::Action;
use server::audit::Told;
use server::audit::chain::{self, Verdict};
use server::ctx::{Actor, Ctx};
use tests::api::Api;
use tests::on_both;

use super::{tamper, write};

async fn verdict(api: &Api) -> Verdict {
    chain::verify(api.app.db()).await.expect("an answer")
}

/// Five entries beside those of the samples.
async fn filled(api: &Api) -> i64 {
    let Verdict::Whole { entries } = verdict(api).await else { panic!("broken from the beginning") };
    for number in 0..5 {
        let told = Told { after: Some(json!({ "number": number })), ..Told::words("Prøve; \"æøå\"") };
        write(&api.ctx(), None, Action::DirectoryWrite, "service:prove", told).await;
    }
    assert_eq!(verdict(api).await, Verdict::Whole { entries: entries + 5 });
    entries
}

fn broken(verdict: &Verdict) -> i64 {
    let Verdict::Broken { sequence, .. } = verdict else { panic!("not noticed: {verdict:?}") };
    *sequence
}

on_both! {
    async fn it_is_whole_after_mutations(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let query = "mutation ($input: PersonInviteInput!) { personInvite(input: $input) { userErrors { code } } }";
        for number in 0..3 {
            let input = json!({ "municipality": "esbjerg", "email": format!("prove{number}@example.org"),
                "name": "Prøve Person", "role": "STEERING_MEMBER" });
            api.data_for(&leader, query, json!({ "input": input })).await;
        }
        assert_eq!(verdict(&api).await, Verdict::Whole { entries: 6 }, "three samples, three invitations");
    }

    async fn a_changed_entry_is_found(api) {
        let before = filled(&api).await;
        for change in ["detail = 'something else'", "actor = 'anonymous'", "subject = 'service:other'",
            "address = '192.0.2.1'", "action = 'PeopleManage'", "after = NULL"] {
            let api = Api::on(api.database.again()).await;
            let place = before + 2;
            let old = format!("UPDATE audit_entry SET {change} WHERE sequence = {place}");
            let keep = format!("CREATE TABLE kept AS SELECT * FROM audit_entry WHERE sequence = {place}");
            tamper(&api, &keep).await;
            tamper(&api, &old).await;
            assert_eq!(broken(&verdict(&api).await), place, "{change}");
            tamper(&api, &format!("DELETE FROM audit_entry WHERE sequence = {place}")).await;
            tamper(&api, "INSERT INTO audit_entry SELECT * FROM kept").await;
            tamper(&api, "DROP TABLE kept").await;
            assert!(matches!(verdict(&api).await, Verdict::Whole { .. }), "as it was");
        }
    }

    async fn a_missing_entry_is_found(api) {
        let before = filled(&api).await;
        tamper(&api, &format!("DELETE FROM audit_entry WHERE sequence = {}", before + 3)).await;
        assert_eq!(broken(&verdict(&api).await), before + 3);
    }

    async fn a_missing_end_is_found(api) {
        let before = filled(&api).await;
        tamper(&api, &format!("DELETE FROM audit_entry WHERE sequence > {}", before + 3)).await;
        assert_eq!(broken(&verdict(&api).await), before + 4);
        // Nor does it help to take the entries out of the chain.
        let head = format!("UPDATE audit_head SET sequence = {}", before + 3);
        tamper(&api, &head).await;
        broken(&verdict(&api).await);
    }

    async fn two_entries_in_each_others_place_are_found(api) {
        let before = filled(&api).await;
        let (one, other) = (before + 2, before + 3);
        tamper(&api, &format!("UPDATE audit_entry SET sequence = -1 WHERE sequence = {one}")).await;
        tamper(&api, &format!("UPDATE audit_entry SET sequence = {one} WHERE sequence = {other}")).await;
        tamper(&api, &format!("UPDATE audit_entry SET sequence = {other} WHERE sequence = -1")).await;
        assert_eq!(broken(&verdict(&api).await), one);
    }

    async fn twenty_who_write_at_the_same_time_make_one_chain(api) {
        let Verdict::Whole { entries } = verdict(&api).await else { panic!("broken from the beginning") };
        let other = Api::on(api.database.again()).await;
        let tasks: Vec<_> = (0..20)
            .map(|number| {
                let app = if number % 2 == 0 { api.app.clone() } else { other.app.clone() };
                tokio::spawn(async move {
                    let ctx = Ctx::new(app, Actor::Command("test"));
                    for _ in 0..5 {
                        let told = Told::words(format!("writer {number}"));
                        write(&ctx, None, Action::DirectoryWrite, "service:prove", told).await;
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("a writer that came to its end");
        }
        assert_eq!(verdict(&api).await, Verdict::Whole { entries: entries + 100 });
    }
}
