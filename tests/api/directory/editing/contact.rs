//! `contactCreate`, `contactUpdate`, `contactDelete`: and contacts that are not public stay out of sight.

use entity::identity::values::Role;
use serde_json::json;
use tests::on_both;

use super::{changes, leader, read, read_contact, refusals, update, update_of};

const CREATE: &str = "mutation ($input: ContactCreateInput!) { contactCreate(input: $input) {
    contact { id name revision } userErrors { code field } } }";
const DELETE: &str = "mutation ($input: EntryDeleteInput!) { contactDelete(input: $input) {
    deletedId userErrors { code field } } }";

on_both! {
    async fn a_number_is_changed_and_the_next_reader_sees_it(api) {
        let leader = leader(&api).await;
        let mut entry = read_contact(&api, &leader, "Heidi Conradsen").await;
        entry.form["phones"][0]["number"] = json!("20 30 40 50");
        let payload = update(&api, &leader, "Contact", &entry).await;
        assert_eq!(refusals(&payload), [""; 0]);
        assert_eq!(payload["contact"]["form"]["phones"][0]["number"], "+4520304050");
        let query = r#"{ municipality(slug: "esbjerg") { contacts(search: "20304050") { nodes { name } } } }"#;
        let data = api.data(query, json!({})).await;
        assert_eq!(data["municipality"]["contacts"]["nodes"][0]["name"], "Heidi Conradsen");
    }

    async fn one_is_made_and_taken_out_of_its_services_too(api) {
        let leader = leader(&api).await;
        let kfum = read(&api, &leader, "organisation", "kfum").await.id;
        let form = json!({
            "organisationId": kfum, "kind": "PERSON", "name": "Prøve Person", "title": "Prøveleder",
            "department": null, "visibility": "SIGNED_IN", "phones": [], "emails": [], "sourceNote": null,
            "schedules": [{ "byday": ["MONDAY"], "weeks": "EVERY", "opensAt": "09:00", "closesAt": "12:00",
                "validFrom": null, "validTo": null, "description": null }],
        });
        let input = json!({ "municipality": "esbjerg", "form": form, "note": null });
        let data = api.data_for(&leader, CREATE, json!({ "input": input })).await;
        let made = data["contactCreate"]["contact"].clone();
        assert_eq!(made["name"], "Prøve Person");

        let node = "query ($id: ID!) { node(id: $id) { id } }";
        let seen = api.data(node, json!({ "id": made["id"] })).await;
        assert_eq!(seen["node"], json!(null), "a visitor does not see it");
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let seen = api.data_for(&partner, node, json!({ "id": made["id"] })).await;
        assert_eq!(seen["node"]["id"], made["id"], "somebody with a role here does");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let seen = api.data_for(&stranger, node, json!({ "id": made["id"] })).await;
        assert_eq!(seen["node"], json!(null), "a stranger does not");
        let change = json!({ "id": made["id"], "revision": 1, "form": form, "note": null });
        let code = api.refused_to(&stranger, &update_of("Contact"), json!({ "input": change })).await;
        assert_eq!(code, "NOT_FOUND", "nor is it told apart from one that is not there");

        let mut service = read(&api, &leader, "service", "oqqumut").await;
        let before = service.form["contacts"].as_array().map_or(0, Vec::len);
        if let Some(contacts) = service.form["contacts"].as_array_mut() {
            contacts.push(json!({ "contactId": made["id"], "role": "Prøve" }));
        }
        assert_eq!(refusals(&update(&api, &leader, "Service", &service).await), [""; 0]);
        let input = json!({ "id": made["id"], "revision": 1, "note": null });
        let data = api.data_for(&leader, DELETE, json!({ "input": input })).await;
        assert_eq!(data["contactDelete"]["deletedId"], made["id"]);
        let after = read(&api, &leader, "service", "oqqumut").await;
        assert_eq!(after.form["contacts"].as_array().map(Vec::len), Some(before));
        assert_eq!(after.revision, service.revision + 2, "its history tells of it");
        assert_eq!(changes(&api, &leader, &after.id).await["totalCount"], 3);
    }

    async fn hours_have_to_make_sense(api) {
        let leader = leader(&api).await;
        let mut entry = read_contact(&api, &leader, "Heidi Conradsen").await;
        let hours = |days: serde_json::Value, weeks: &str, opens: &str, closes: &str| json!({
            "byday": days, "weeks": weeks, "opensAt": opens, "closesAt": closes,
            "validFrom": null, "validTo": null, "description": null,
        });
        entry.form["schedules"] = json!([
            hours(json!(["MONDAY", "TUESDAY"]), "EVERY", "09:00", "12:00"),
            hours(json!(["TUESDAY"]), "ODD", "11:00", "15:00"),
            hours(json!(["WEDNESDAY"]), "ODD", "11:00", "15:00"),
            hours(json!(["WEDNESDAY"]), "EVEN", "11:00", "15:00"),
            hours(json!(["FRIDAY"]), "EVERY", "15:00", "10:00"),
            hours(json!([]), "EVERY", "9", "10:00"),
            hours(json!(["FRIDAY"]), "EVERY", "22:00", "02:00"),
        ]);
        let expected = ["schedules.1.opensAt INVALID", "schedules.4.closesAt INVALID",
            "schedules.5.byday REQUIRED", "schedules.5.opensAt INVALID"];
        assert_eq!(refusals(&update(&api, &leader, "Contact", &entry).await), expected);
    }

    async fn nobody_else_may(api) {
        let leader = leader(&api).await;
        let entry = read_contact(&api, &leader, "Heidi Conradsen").await;
        let change = json!({ "input": { "id": entry.id, "revision": entry.revision, "form": entry.form, "note": null } });
        let out = json!({ "input": { "id": entry.id, "revision": entry.revision, "note": null } });
        let make = json!({ "input": { "municipality": "esbjerg", "form": entry.form, "note": null } });
        let others = [
            api.somebody(Role::ProjectLeader, "aabenraa").await,
            api.somebody(Role::Professional, "esbjerg").await,
        ];
        for (query, variables) in [(update_of("Contact").as_str(), &change), (DELETE, &out), (CREATE, &make)] {
            for somebody in &others {
                assert_eq!(api.refused_to(somebody, query, variables.clone()).await, "FORBIDDEN");
            }
            assert_eq!(api.error(query, variables.clone()).await.0, "FORBIDDEN");
        }
    }
}
