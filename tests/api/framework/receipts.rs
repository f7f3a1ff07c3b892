//! `frameworkReceiptConfirm`: saying that one has read an edition, and who has.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::begun::{HERE, asked, begun, change, leader, log_of, member, publish, refused, seen};

const CONFIRM: &str = "frameworkReceiptConfirm";
const RECEIPTS: &str = "{ municipality(slug: \"aabenraa\") { frameworkEdition { receipt { person readAt }
    receipts { person organisation toldAt readAt } } } }";

async fn receipts(api: &Api, who: &Somebody) -> Value {
    seen(api, who, RECEIPTS, json!({})).await["municipality"]["frameworkEdition"].take()
}

on_both! {
    async fn a_partner_confirms_and_leaders_see_who_has_and_who_has_not(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let partner = api.somebody_of(Role::Partner, HERE, Some("social")).await;
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        let late = api.somebody(Role::Partner, HERE).await;
        api.set_clock("2026-03-05T09:00:00Z");
        let given = json!({ "municipality": HERE, "number": 1 });
        for _ in 0..2 {
            let payload = change(&api, &partner, CONFIRM, given.clone()).await;
            assert_eq!(payload["userErrors"], json!([]));
            assert_eq!(payload["edition"]["receipt"]["readAt"], "2026-03-05T09:00:00+00:00");
            api.set_clock("2026-03-06T09:00:00Z");
        }
        let confirmed = log_of(&api, &partner).await.into_iter().filter(|(action, _)| action == "ReceiptConfirm");
        assert_eq!(confirmed.count(), 1);

        let of_leader = receipts(&api, &leader).await;
        assert_eq!(of_leader["receipt"], json!({ "person": "Prøve ProjectLeader", "readAt": null }));
        let all = of_leader["receipts"].as_array().expect("receipts");
        let of = |name: &str| all.iter().find(|one| one["person"] == name).expect("a receipt").clone();
        assert_eq!(all.len(), 3);
        assert_eq!(of("Prøve Partner")["readAt"], "2026-03-05T09:00:00+00:00");
        assert!(of("Prøve Partner")["organisation"].is_string() && of("Prøve SteeringMember")["readAt"].is_null());
        assert!(receipts(&api, &member).await["receipts"].is_array());
        let own = receipts(&api, &partner).await;
        assert_eq!((&own["receipts"], &own["receipt"]["person"]), (&json!(null), &json!("Prøve Partner")));
        assert_eq!(receipts(&api, &late).await, json!({ "receipt": null, "receipts": null }));
        let visitor = api.data(RECEIPTS, json!({})).await;
        assert_eq!(visitor["municipality"]["frameworkEdition"], json!({ "receipt": null, "receipts": null }));

        let payload = change(&api, &late, CONFIRM, given).await;
        assert_eq!(payload["userErrors"], json!([{ "code": "NOT_FOUND", "field": "number" }]));
    }

    async fn only_those_with_a_role_here_confirm_and_only_what_there_is(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        let stranger = api.somebody(Role::Partner, "esbjerg").await;
        let given = json!({ "municipality": HERE, "number": 1 });
        assert_eq!(refused(&api, &stranger, CONFIRM, given.clone()).await, "NOT_FOUND");
        let (query, variables) = asked(CONFIRM, given);
        assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND");
        let payload = change(&api, &leader, CONFIRM, json!({ "municipality": HERE, "number": 2 })).await;
        assert_eq!(payload["userErrors"], json!([{ "code": "NOT_FOUND", "field": "number" }]));
    }
}
