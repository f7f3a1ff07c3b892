//! What of the framework lies on whose desk.

use entity::framework::values::Section;
use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::begun::{HERE, awake, begun, change, give, leader, member, publish, seen, submit};
use super::steps;

const DESK: &str =
    "{ municipality(slug: \"aabenraa\") { desk { submissionToDecide { state } frameworkReturned { state }
    frameworkDueOn sectionsToWrite { section } editionToConfirm { number } } } }";

async fn desk(api: &Api, who: &Somebody) -> Value {
    seen(api, who, DESK, json!({})).await["municipality"]["desk"].take()
}

fn lies(
    decide: bool,
    returned: bool,
    due_on: Option<&str>,
    sections: &[&str],
    edition: Option<i32>,
) -> Value {
    let sections: Vec<Value> = sections.iter().map(|section| json!({ "section": section })).collect();
    json!({
        "submissionToDecide": decide.then(|| json!({ "state": "PENDING" })),
        "frameworkReturned": returned.then(|| json!({ "state": "RETURNED" })),
        "frameworkDueOn": due_on, "sectionsToWrite": sections,
        "editionToConfirm": edition.map(|number| json!({ "number": number })),
    })
}

on_both! {
    async fn it_goes_from_desk_to_desk(api) {
        let (leader, member) = (leader(&api).await, member(&api).await);
        let partner = api.somebody(Role::Partner, HERE).await;
        let nothing = lies(false, false, None, &[], None);
        assert_eq!(desk(&api, &leader).await, nothing, "nothing has been begun");
        begun(&api).await;
        give(&api, Section::Plans, partner.id).await;
        assert_eq!(desk(&api, &partner).await, lies(false, false, None, &["PLANS"], None));
        let id = submit(&api, &leader).await;
        assert_eq!(desk(&api, &member).await, lies(true, false, None, &[], None));
        assert_eq!(desk(&api, &leader).await, nothing);
        assert_eq!(desk(&api, &partner).await, nothing, "nothing can be written now");
        change(&api, &member, "frameworkReturn", json!({ "id": id, "note": "Ret det." })).await;
        assert_eq!(desk(&api, &leader).await, lies(false, true, None, &[], None));
        assert_eq!(desk(&api, &member).await, nothing);

        publish(&api, &leader, &member, "2026-03-04T09:00:00Z").await;
        for somebody in [&leader, &member] {
            assert_eq!(desk(&api, somebody).await, lies(false, false, None, &[], Some(1)));
        }
        assert_eq!(desk(&api, &partner).await, lies(false, false, None, &[], Some(1)), "not yet asked for again");
        let given = json!({ "municipality": HERE, "number": 1 });
        change(&api, &member, "frameworkReceiptConfirm", given).await;
        assert_eq!(desk(&api, &member).await, nothing);
        for (day, due_on) in [("2026-08-04", None), ("2026-08-05", Some("2026-09-04")), ("2026-12-01", Some("2026-09-04"))] {
            api.set_clock(&format!("{day}T09:00:00Z"));
            assert_eq!(desk(&api, &member).await, lies(false, false, due_on, &[], None), "{day}");
            let sections: &[&str] = if due_on.is_some() { &["PLANS"] } else { &[] };
            assert_eq!(desk(&api, &partner).await, lies(false, false, None, sections, Some(1)), "{day}");
        }
    }

    async fn a_section_given_after_an_edition_waits_at_once(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let partner = api.somebody(Role::Partner, HERE).await;
        publish(&api, &leader, &member, "2026-03-04T09:00:00Z").await;
        api.set_clock("2026-03-20T09:00:00Z");
        let leader = awake(&api, &leader).await;
        let plans = steps::section(&api, &leader, "PLANS").await;
        steps::give(&api, &leader, &plans, Some(&partner)).await;
        assert_eq!(desk(&api, &partner).await, lies(false, false, None, &["PLANS"], Some(1)));
    }
}
