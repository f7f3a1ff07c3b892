//! `frameworkApprove` and `frameworkReturn`: the steering group's verdicts.

use entity::directory::values::Visibility;
use entity::framework::framework_edition;
use entity::framework::values::FrameworkState;
use entity::identity::values::Role;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use server::audit::chain::{self, Verdict};
use tests::api::Api;
use tests::on_both;

use super::begun::{
    HERE, answer, asked, begin, begun, blocked, change, leader, left, log_of, mails_to, member, publish,
    refused, seen, stored, submit,
};

const APPROVE: &str = "frameworkApprove";
const RETURN: &str = "frameworkReturn";

async fn editions(api: &Api) -> Vec<framework_edition::Model> {
    let here = api.municipality_id(HERE).await;
    let all = framework_edition::Entity::find().all(api.app.db()).await.expect("editions");
    all.into_iter().filter(|edition| edition.municipality_id == here).collect()
}

fn errors(payload: &Value, code: &str, field: &str) {
    assert_eq!(payload["userErrors"], json!([{ "code": code, "field": field }]));
}

on_both! {
    async fn as_many_approvals_as_the_municipality_asks_for_make_an_edition(api) {
        begin(&api, 2, Visibility::Public).await;
        let (leader, one, other) = (leader(&api).await, member(&api).await, member(&api).await);
        let partner = api.somebody(Role::Partner, HERE).await;
        let id = submit(&api, &leader).await;
        let payload = change(&api, &one, APPROVE, json!({ "id": id, "note": "Fint." })).await;
        assert_eq!((&payload["userErrors"], &payload["edition"]), (&json!([]), &json!(null)));
        assert_eq!(payload["submission"]["state"], "PENDING");
        let said = json!([{ "person": "Prøve SteeringMember", "approves": true, "note": "Fint." }]);
        assert_eq!(payload["submission"]["verdicts"], said);
        assert_eq!(payload["submission"]["canDecide"], false);
        assert!(editions(&api).await.is_empty());

        let payload = change(&api, &other, APPROVE, json!({ "id": id })).await;
        assert_eq!(payload["submission"]["state"], "APPROVED");
        let edition = json!({ "number": 1, "approvedOn": "2026-03-03", "dueOn": "2026-09-03" });
        assert_eq!(payload["edition"], edition);
        let framework = stored(&api).await;
        assert_eq!(framework.state, FrameworkState::Draft);
        assert_eq!(framework.due_on, "2026-09-03".parse().ok());
        assert_eq!(editions(&api).await[0].updated_by.as_deref(), Some("Prøve ProjectLeader"));
        for somebody in [&leader, &one, &other, &partner] {
            let mails = mails_to(&api, somebody).await;
            let tells = |body: &str| body.contains("den første udgave") && body.contains("/aabenraa/ramme/udgave/1\n");
            assert_eq!(mails.iter().filter(|mail| tells(&mail.body)).count(), 1);
        }
        let verdict = chain::verify(api.app.db()).await.expect("a verdict");
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
    }

    async fn the_mail_tells_what_has_changed_in_words(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        answer(&api, "partners", "Kun kommunen.").await;
        answer(&api, "outreach", "Gadeteamet.").await;
        assert_eq!(publish(&api, &leader, &member, "2026-08-03T09:00:00Z").await, 2);
        let mail = mails_to(&api, &leader).await.pop().expect("a mail");
        for line in ["MÅLGRUPPE OG SAMARBEJDSPARTNERE", "* Ændret: Hvem samarbejder I med?", "* Nyt: Hvem opsøger målgruppen?"] {
            assert!(mail.body.contains(line), "{line}: {}", mail.body);
        }
        assert!(mail.body.contains("Udgave 2") && mail.body.contains("3. februar 2027"));
    }

    async fn a_verdict_without_the_right_is_refused_and_noted(api) {
        begun(&api).await;
        let leader = leader(&api).await;
        member(&api).await;
        let id = submit(&api, &leader).await;
        let partner = api.somebody(Role::Partner, HERE).await;
        let stranger = api.somebody(Role::SteeringMember, "esbjerg").await;
        for (who, code) in [(&leader, "FORBIDDEN"), (&partner, "FORBIDDEN"), (&stranger, "NOT_FOUND")] {
            let before = log_of(&api, who).await.len();
            assert_eq!(refused(&api, who, APPROVE, json!({ "id": id })).await, code);
            assert_eq!(refused(&api, who, RETURN, json!({ "id": id, "note": "Nej" })).await, code);
            let log = log_of(&api, who).await.split_off(before);
            let actions: Vec<&str> = log.iter().map(|(action, _)| action.as_str()).collect();
            assert_eq!(actions, ["FrameworkDecide", "FrameworkDecide"]);
            assert!(log[0].1.contains("tried to approve") && log[1].1.contains("tried to send back"));
        }
        let (query, variables) = asked(APPROVE, json!({ "id": id }));
        assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND");
        assert_eq!(stored(&api).await.state, FrameworkState::Submitted);
        assert!(editions(&api).await.is_empty());
    }

    async fn a_member_decides_once(api) {
        begin(&api, 2, Visibility::Public).await;
        let (leader, other, member) = (leader(&api).await, member(&api).await, member(&api).await);
        let id = submit(&api, &leader).await;
        assert_ne!(other.id, member.id);
        change(&api, &member, APPROVE, json!({ "id": id })).await;
        errors(&change(&api, &member, APPROVE, json!({ "id": id })).await, "IN_USE", "id");
        errors(&change(&api, &member, RETURN, json!({ "id": id, "note": "Alligevel" })).await, "IN_USE", "id");
    }

    async fn approvals_of_who_has_left_or_is_blocked_do_not_count(api) {
        begin(&api, 2, Visibility::Public).await;
        let (leader, one, other) = (leader(&api).await, member(&api).await, member(&api).await);
        let (third, fourth) = (member(&api).await, member(&api).await);
        let id = submit(&api, &leader).await;
        change(&api, &one, APPROVE, json!({ "id": id })).await;
        left(&api, &one).await;
        let payload = change(&api, &other, APPROVE, json!({ "id": id })).await;
        assert_eq!((&payload["edition"], &payload["submission"]["state"]), (&json!(null), &json!("PENDING")));
        assert_eq!(payload["submission"]["approvals"], 1, "of two who have approved");
        blocked(&api, &other).await;
        let payload = change(&api, &third, APPROVE, json!({ "id": id })).await;
        assert_eq!((&payload["edition"], &payload["submission"]["state"]), (&json!(null), &json!("PENDING")));
        let count = "{ municipality(slug: \"aabenraa\") { framework { submission { approvals } } } }";
        let found = seen(&api, &leader, count, json!({})).await;
        assert_eq!(found["municipality"]["framework"]["submission"]["approvals"], 1);
        let payload = change(&api, &fourth, APPROVE, json!({ "id": id })).await;
        assert_eq!(payload["edition"]["number"], 1);
    }

    async fn what_has_been_decided_is_not_decided_again(api) {
        begun(&api).await;
        let (leader, one, other) = (leader(&api).await, member(&api).await, member(&api).await);
        let id = submit(&api, &leader).await;
        change(&api, &one, APPROVE, json!({ "id": id })).await;
        errors(&change(&api, &other, APPROVE, json!({ "id": id })).await, "STALE", "id");
        errors(&change(&api, &other, RETURN, json!({ "id": id, "note": "Nej" })).await, "STALE", "id");
        errors(&change(&api, &leader, "frameworkWithdraw", json!({ "id": id })).await, "STALE", "id");
        assert_eq!(refused(&api, &one, APPROVE, json!({ "id": "framework-submission:nothing" })).await, "NOT_FOUND");
    }

    async fn one_member_sends_it_back_with_a_reason_and_the_leader_is_told(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let id = submit(&api, &leader).await;
        errors(&change(&api, &member, RETURN, json!({ "id": id, "note": "  " })).await, "REQUIRED", "note");
        assert_eq!(stored(&api).await.state, FrameworkState::Submitted);
        let remark = json!({ "id": id, "section": "ORGANISATION", "text": "Hvem leder møderne?" });
        change(&api, &member, "frameworkRemarkAdd", remark).await;
        let payload = change(&api, &member, RETURN, json!({ "id": id })).await;
        assert_eq!((&payload["userErrors"], &payload["submission"]["state"]), (&json!([]), &json!("RETURNED")));
        assert_eq!(stored(&api).await.state, FrameworkState::Draft);
        let mail = mails_to(&api, &leader).await.pop().expect("a mail");
        assert!(mail.body.contains("Hvem leder møderne?") && mail.body.contains("Organisering"), "{}", mail.body);
        assert_eq!(mails_to(&api, &member).await.len(), 1, "only that it waits");
        assert!(editions(&api).await.is_empty());
    }

    async fn of_two_approvals_at_once_one_makes_the_edition(api) {
        for (needed, numbers) in [(1, 1), (2, 2)] {
            if needed == 1 {
                begun(&api).await;
            } else {
                let two = entity::framework::framework::ActiveModel {
                    id: sea_orm::ActiveValue::Set(stored(&api).await.id),
                    approvals_needed: sea_orm::ActiveValue::Set(2),
                    ..Default::default()
                };
                sea_orm::ActiveModelTrait::update(two, api.app.db()).await.expect("two approvals");
                api.set_clock("2026-04-03T09:00:00Z");
            }
            let (leader, one, other) = (leader(&api).await, member(&api).await, member(&api).await);
            let id = submit(&api, &leader).await;
            let (query, variables) = asked(APPROVE, json!({ "id": id }));
            let (first, second) = tokio::join!(
                api.data_for(&one, &query, variables.clone()),
                api.data_for(&other, &query, variables.clone()),
            );
            let made = [&first, &second].into_iter().filter(|data| data[APPROVE]["edition"]["number"] == numbers).count();
            assert_eq!(made, 1, "{first} {second}");
            assert_eq!(editions(&api).await.len(), numbers);
        }
    }
}
