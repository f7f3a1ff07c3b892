//! What signing in leaves in the audit log, and who reads it there.

use entity::audit::audit_entry;
use entity::identity::values::Role;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use server::audit::chain::{self, Verdict};
use tests::api::{Api, column};
use tests::on_both;

use super::{BEGIN, PASSWORD, begin, mails, member, run, token_in};

const WRONG: &str = "en lampe i en dør";
const NEW: &str = "en stige ved et æbletræ";
const HERE: &str =
    "{ municipality(slug: \"esbjerg\") { audit { nodes { action actorName subjectName detail address } } } }";
const REST: &str = "{ audit { nodes { action actorName subject subjectName detail address } totalCount } }";
const RESET: &str = "mutation ($email: String!) { passwordResetRequest(input: { email: $email }) { done userErrors { code } } }";
const SET: &str =
    "mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { userErrors { code } } }";
const END: &str = "mutation { sessionEnd { done } }";

async fn told(api: &Api) -> Vec<audit_entry::Model> {
    let entries = audit_entry::Entity::find()
        .filter(audit_entry::Column::Action.is_in(["SignIn", "AccountManage"]))
        .order_by_asc(audit_entry::Column::Sequence);
    entries.all(api.app.db()).await.expect("entries")
}

async fn guess(api: &Api, email: &str) -> Vec<String> {
    let input = json!({ "input": { "email": email, "password": WRONG } });
    run(api, None, Some("192.0.2.7"), BEGIN, input).await.codes()
}

on_both! {
    async fn coming_in_and_going_out_and_trying_in_vain_are_read_where_the_person_belongs(api) {
        // A demo notes no addresses.
        let api = Api::serving(api.database.again(), false).await;
        let here = api.municipality_id("esbjerg").await;
        let person = member(&api, "Partner").await;
        api.grant(person.id, Role::Partner, Some(here), None).await;
        assert_eq!(guess(&api, &person.email).await, ["WRONG"]);
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        run(&api, Some(&browser.cookie), None, END, json!({})).await;
        run(&api, None, None, RESET, json!({ "email": person.email })).await;
        let token = token_in(&mails(&api, &person.email).await[0]);
        let input = json!({ "input": { "token": token, "password": NEW } });
        assert_eq!(run(&api, None, None, SET, input).await.codes(), [""; 0]);

        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let log = api.data_for(&leader, HERE, json!({})).await;
        let nodes = &log["municipality"]["audit"]["nodes"];
        let details = column(nodes, "/detail");
        assert_eq!(details[..5], [
            "chose a new password by a link",
            "a link to choose a new password was asked for",
            "signed out",
            "signed in",
            "tried to sign in: address or password was wrong",
        ]);
        assert_eq!(nodes[4]["address"], "192.0.2.7");
        assert_eq!(nodes[4]["actorName"], "anonymous");
        assert!(column(nodes, "/subjectName")[..5].iter().all(|name| *name == person.name));
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, HERE, json!({})).await, "FORBIDDEN");
        assert_eq!(api.refused_to(&leader, REST, json!({})).await, "FORBIDDEN");
        assert_eq!(api.error(REST, json!({})).await.0, "FORBIDDEN");
    }

    async fn what_belongs_to_no_one_municipality_is_the_administrators_to_read(api) {
        let administrator = api.somebody(Role::Administrator, "").await;
        let before = api.data_for(&administrator, REST, json!({})).await["audit"]["totalCount"].as_u64();
        let everywhere = member(&api, "Overalt").await;
        for slug in ["esbjerg", "aabenraa"] {
            let of = api.municipality_id(slug).await;
            api.grant(everywhere.id, Role::Partner, Some(of), None).await;
        }
        assert_eq!(guess(&api, &everywhere.email).await, ["WRONG"]);
        assert_eq!(guess(&api, "nobody@example.org").await, ["WRONG"]);
        run(&api, None, None, RESET, json!({ "email": "nobody@example.org" })).await;
        let log = api.data_for(&administrator, REST, json!({})).await["audit"].take();
        assert_eq!(log["totalCount"].as_u64(), before.map(|before| before + 3));
        assert_eq!(column(&log["nodes"], "/subject")[..2], ["nobody", "nobody"]);
        assert_eq!(log["nodes"][2]["subjectName"], everywhere.name.as_str());
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let here = api.data_for(&leader, HERE, json!({})).await.to_string();
        assert!(!here.contains("tried to sign in"), "{here}");
    }

    async fn a_demo_where_everybody_may_read_the_log_notes_no_address(api) {
        let person = member(&api, "Partner").await;
        assert_eq!(guess(&api, &person.email).await, ["WRONG"]);
        let told = told(&api).await;
        assert!(!told.is_empty() && told.iter().all(|entry| entry.address.is_none()), "{told:?}");
    }

    async fn nothing_that_was_typed_is_in_the_log(api) {
        let person = member(&api, "Partner").await;
        for (email, password) in [(person.email.as_str(), WRONG), (WRONG, WRONG), ("skrevet@forkert.example", "12345")] {
            begin(&api, email, password, Some("123456")).await;
        }
        run(&api, None, None, RESET, json!({ "email": "skrevet@forkert.example" })).await;
        let told = told(&api).await;
        assert_eq!(told.len(), 4);
        let all = format!("{told:?}");
        for typed in [WRONG, "skrevet@forkert", "12345\"", "123456", &person.email] {
            assert!(!all.contains(typed), "{typed}: {all}");
        }
        let verdict = chain::verify(api.app.db()).await.expect("a verdict");
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
    }

    async fn each_wait_is_told_once_however_many_are_sent_away(api) {
        // A demo notes no addresses.
        let api = Api::serving(api.database.again(), false).await;
        let person = member(&api, "Partner").await;
        for _ in 0..5 {
            assert_eq!(guess(&api, &person.email).await, ["WRONG"]);
        }
        for _ in 0..30 {
            assert_eq!(guess(&api, &person.email).await, ["THROTTLED"]);
        }
        let sent_away = async || {
            let told = told(&api).await;
            told.iter().filter(|entry| entry.detail.as_deref().is_some_and(|words| words.starts_with("was sent away"))).count()
        };
        assert_eq!(sent_away().await, 1);
        assert_eq!(told(&api).await.last().and_then(|entry| entry.address.clone()).as_deref(), Some("192.0.2.7"));
        api.set_clock("2026-03-03T09:00:02Z");
        assert_eq!(guess(&api, &person.email).await, ["WRONG"]);
        assert_eq!(guess(&api, &person.email).await, ["THROTTLED"]);
        assert_eq!(sent_away().await, 2, "a new wait");
    }

    async fn as_much_is_done_for_an_account_that_is_not_there(api) {
        let person = member(&api, "Partner").await;
        let mut counts: Vec<[usize; 2]> = Vec::new();
        for email in [person.email.as_str(), "nobody@example.org"] {
            let start = api.statements();
            assert_eq!(begin(&api, email, WRONG, None).await.codes(), ["WRONG"]);
            let signed_in = api.statements() - start;
            let start = api.statements();
            let asked = run(&api, None, None, RESET, json!({ "email": email })).await;
            assert_eq!(asked.payload["userErrors"], Value::Array(Vec::new()));
            counts.push([signed_in, api.statements() - start]);
        }
        assert_eq!(counts[0], counts[1], "statements for signing in and for asking for a new password");
    }
}
