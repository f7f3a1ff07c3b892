//! `frameworkRemarkAdd` and `frameworkRemarkSettle`: remarks on sections, and seeing to them.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::on_both;

use super::begun::{HERE, asked, begun, change, leader, member, refused, seen, submit};

const ADD: &str = "frameworkRemarkAdd";
const SETTLE: &str = "frameworkRemarkSettle";
const SECTIONS: &str =
    "{ municipality(slug: \"aabenraa\") { framework { sections { section remarks { text person } } } } }";

fn remark(id: &str, text: &str) -> Value {
    json!({ "id": id, "section": "ORGANISATION", "text": text })
}

on_both! {
    async fn members_and_leaders_remark_and_the_leader_sees_to_it(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let id = submit(&api, &leader).await;
        change(&api, &member, ADD, remark(&id, " Hvem leder? ")).await;
        api.set_clock("2026-03-03T10:00:00Z");
        let payload = change(&api, &leader, ADD, remark(&id, "Det gør vi.")).await;
        let remarks = payload["submission"]["remarks"].as_array().expect("remarks");
        assert_eq!(remarks.len(), 2);
        assert_eq!((&remarks[0]["text"], &remarks[0]["person"]), (&json!("Hvem leder?"), &json!("Prøve SteeringMember")));
        assert_eq!((&remarks[0]["canSettle"], &remarks[0]["settledAt"]), (&json!(true), &json!(null)));

        let sections = seen(&api, &member, SECTIONS, json!({})).await;
        let of = |at: usize| sections["municipality"]["framework"]["sections"][at]["remarks"].as_array().map(Vec::len);
        assert_eq!((of(0), of(1)), (Some(0), Some(2)));

        let first = remarks[0]["id"].clone();
        for settled in [true, true, false] {
            let payload = change(&api, &leader, SETTLE, json!({ "id": first, "isSettled": settled })).await;
            assert_eq!(payload["submission"]["remarks"][0]["settledAt"].is_string(), settled);
        }
        let given = json!({ "id": first, "isSettled": true });
        assert_eq!(refused(&api, &member, SETTLE, given.clone()).await, "FORBIDDEN");
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refused(&api, &stranger, SETTLE, given).await, "NOT_FOUND");
    }

    async fn what_is_said_takes_the_same_statements_however_much_it_is(api) {
        begun(&api).await;
        let (leader, one, other) = (leader(&api).await, member(&api).await, member(&api).await);
        let id = submit(&api, &leader).await;
        let query = "{ municipality(slug: \"aabenraa\") { framework { submission { approvals canDecide submittedBy
            verdicts { person } remarks { person text } differences { name fields { field } } services { name }
            sections { section questions { rows { title } } } } sections { remarks { text } } } } }";
        let count = async || {
            let before = api.statements();
            seen(&api, &one, query, json!({})).await;
            api.statements() - before
        };
        let few = count().await;
        for (who, words) in [(&one, "Hvem leder?"), (&other, "Hvornår?"), (&leader, "Det gør vi.")] {
            change(&api, who, ADD, remark(&id, words)).await;
        }
        change(&api, &other, "frameworkReturn", json!({ "id": id, "note": "Se bemærkningerne" })).await;
        assert_eq!(count().await, few);
    }

    async fn nobody_else_remarks(api) {
        begun(&api).await;
        let leader = leader(&api).await;
        member(&api).await;
        let id = submit(&api, &leader).await;
        let partner = api.somebody(Role::Partner, HERE).await;
        let stranger = api.somebody(Role::SteeringMember, "esbjerg").await;
        assert_eq!(refused(&api, &partner, ADD, remark(&id, "Hej")).await, "FORBIDDEN");
        assert_eq!(refused(&api, &stranger, ADD, remark(&id, "Hej")).await, "NOT_FOUND");
        let (query, variables) = asked(ADD, remark(&id, "Hej"));
        assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND");
    }

    async fn a_remark_has_words_and_not_too_many(api) {
        begun(&api).await;
        let leader = leader(&api).await;
        member(&api).await;
        let id = submit(&api, &leader).await;
        for (text, code) in [("  ", "REQUIRED"), (&*"x".repeat(2_001), "TOO_LONG"), ("a\u{0}b", "INVALID")] {
            let payload = change(&api, &leader, ADD, remark(&id, text)).await;
            assert_eq!(payload["userErrors"], json!([{ "code": code, "field": "text" }]));
        }
    }

    async fn what_was_sent_back_is_remarked_on_until_it_is_submitted_anew(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let id = submit(&api, &leader).await;
        change(&api, &member, "frameworkReturn", json!({ "id": id, "note": "Ret det." })).await;
        let payload = change(&api, &member, ADD, remark(&id, "Og dette.")).await;
        assert_eq!((&payload["userErrors"], &payload["submission"]["canRemark"]), (&json!([]), &json!(true)));
        let first = payload["submission"]["remarks"][0]["id"].clone();
        api.set_clock("2026-03-04T09:00:00Z");
        submit(&api, &leader).await;
        let stale = json!([{ "code": "STALE", "field": "id" }]);
        assert_eq!(change(&api, &member, ADD, remark(&id, "Mere")).await["userErrors"], stale);
        let given = json!({ "id": first, "isSettled": true });
        assert_eq!(change(&api, &leader, SETTLE, given).await["userErrors"], stale);
    }
}
