//! `proposalMake`: an entry of one's own organisation as it should be.

use entity::identity::values::Role;
use serde_json::json;
use tests::on_both;

use super::{LIST, MAKE, list, mails, partner, propose, read};

on_both! {
    async fn a_partner_proposes_and_the_entry_stays_as_it_is(api) {
        let partner = partner(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let before = read(&api, &partner).await;
        let made = propose(&api, &partner, "Prøvetitel").await;
        assert_eq!(made["userErrors"], json!([]));
        assert_eq!(made["proposal"]["status"], "PENDING");
        let fields = json!([{ "field": "title", "before": before["title"], "after": "Prøvetitel" }]);
        assert_eq!(made["proposal"]["fields"], fields);
        assert_eq!(read(&api, &partner).await, before);

        let seen = list(&api, &leader).await;
        assert_eq!(seen.len(), 1);
        assert_eq!((&seen[0]["proposerName"], &seen[0]["message"]), (&json!("Prøve Partner"), &json!("Ny titel")));
        assert_eq!(seen[0]["contactForm"]["title"], "Prøvetitel");
        let mails = mails(&api).await;
        assert_eq!(mails.iter().map(|mail| &mail.recipient).collect::<Vec<_>>(), [&leader.email]);
        assert!(mails[0].body.contains("/esbjerg/forslag"), "{}", mails[0].body);
    }

    async fn only_people_of_the_organisation_propose(api) {
        let partner = partner(&api).await;
        let contact = read(&api, &partner).await;
        let input = json!({ "subject": contact["id"], "revision": contact["revision"], "contactForm": contact["form"] });
        let elsewhere = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        for somebody in [elsewhere, stranger] {
            assert_eq!(api.refused_to(&somebody, MAKE, json!({ "input": input })).await, "FORBIDDEN");
        }
        assert_eq!(api.error(MAKE, json!({ "input": input })).await.0, "FORBIDDEN");
    }

    async fn others_do_not_see_it(api) {
        propose(&api, &partner(&api).await, "Prøvetitel").await;
        let other = partner(&api).await;
        assert_eq!(list(&api, &other).await.len(), 0);
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        for query in [LIST] {
            assert_eq!(api.refused_to(&stranger, query, json!({})).await, "NOT_FOUND");
            assert_eq!(api.error(query, json!({})).await.0, "NOT_FOUND");
        }
    }

    async fn what_is_wrong_stale_or_nothing_new_is_refused(api) {
        let partner = partner(&api).await;
        let contact = read(&api, &partner).await;
        let refused = async |revision: i64, form: Option<serde_json::Value>| {
            let input = json!({ "subject": contact["id"], "revision": revision, "contactForm": form });
            let data = api.data_for(&partner, MAKE, json!({ "input": input })).await;
            data["proposalMake"]["userErrors"].clone()
        };
        let mut wrong = contact["form"].clone();
        wrong["name"] = json!("");
        assert_eq!(refused(1, Some(wrong)).await[0], json!({ "code": "REQUIRED", "field": "name" }));
        let same = Some(contact["form"].clone());
        assert_eq!(refused(1, same.clone()).await, json!([{ "code": "INVALID", "field": null }]));
        assert_eq!(refused(9, same).await, json!([{ "code": "STALE", "field": "revision" }]));
        assert_eq!(refused(1, None).await, json!([{ "code": "REQUIRED", "field": null }]));
        assert_eq!(list(&api, &partner).await.len(), 0);
    }
}
