//! `organisationCreate`, `organisationUpdate`, `organisationDelete`.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::on_both;

use super::{Entry, changes, leader, read, refusals, update, update_of};

const CREATE: &str = "mutation ($input: OrganisationCreateInput!) { organisationCreate(input: $input) {
    organisation { id slug name revision phones { number } parent { slug } } userErrors { code field } } }";
const DELETE: &str = "mutation ($input: EntryDeleteInput!) { organisationDelete(input: $input) {
    deletedId userErrors { code field } } }";

fn form() -> Value {
    json!({
        "name": "Prøveforeningen Æblet", "alternateNames": ["Æblet"], "sector": "VOLUNTARY", "parentId": null,
        "cvr": null, "description": "Et prøvested.", "location": { "name": null, "address1": "Prøvevej 1", "postalCode": "6700", "city": "Esbjerg" },
        "phones": [{ "number": "75 12 34 56", "kind": "VOICE", "description": null }],
        "emails": [{ "address": "aeblet@example.org", "description": null }],
        "links": [{ "url": "https://example.org/aeblet", "label": null }], "sourceNote": null,
    })
}

on_both! {
    async fn one_is_made_changed_and_taken_out(api) {
        let leader = leader(&api).await;
        let mut child = form();
        child["parentId"] = json!(read(&api, &leader, "organisation", "kfum").await.id);
        let input = json!({ "municipality": "esbjerg", "form": child, "note": "Ny forening" });
        let data = api.data_for(&leader, CREATE, json!({ "input": input })).await;
        let made = &data["organisationCreate"]["organisation"];
        assert_eq!(made["slug"], "proeveforeningen-aeblet");
        assert_eq!(made["phones"], json!([{ "number": "+4575123456" }]));
        assert_eq!(made["parent"]["slug"], "kfum");

        // The next of the same name gets a path of its own.
        let input = json!({ "municipality": "esbjerg", "form": form(), "note": null });
        let data = api.data_for(&leader, CREATE, json!({ "input": input })).await;
        assert_eq!(data["organisationCreate"]["organisation"]["slug"], "proeveforeningen-aeblet-2");

        let mut entry = read(&api, &leader, "organisation", "proeveforeningen-aeblet").await;
        entry.form["description"] = json!("  Et bedre prøvested.\r\nMed to linjer. ");
        entry.form["location"]["city"] = json!("Esbjerg V");
        entry.form["phones"] = json!([]);
        let payload = update(&api, &leader, "Organisation", &entry).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let after = &payload["organisation"];
        assert_eq!(after["revision"], 2);
        assert_eq!(after["form"]["description"], "Et bedre prøvested.\nMed to linjer.");
        assert_eq!(after["form"]["location"]["city"], "Esbjerg V");
        assert_eq!(after["form"]["phones"], json!([]));

        let input = json!({ "id": entry.id, "revision": 2, "note": "Lukket" });
        let data = api.data_for(&leader, DELETE, json!({ "input": input })).await;
        assert_eq!(data["organisationDelete"]["deletedId"], json!(entry.id));
        let visitor = api.data("query ($id: ID!) { node(id: $id) { id } }", json!({ "id": entry.id })).await;
        assert_eq!(visitor["node"], json!(null), "gone at once, for the next reader");
        let told = changes(&api, &leader, &entry.id).await;
        assert_eq!(told["totalCount"], 3);
    }

    async fn what_is_wrong_is_told_beside_its_field(api) {
        let leader = leader(&api).await;
        let mut entry = read(&api, &leader, "organisation", "kfum").await;
        entry.form["name"] = json!("   ");
        entry.form["cvr"] = json!("12345678");
        entry.form["location"] = json!({ "name": null, "address1": "", "postalCode": "67", "city": null });
        entry.form["phones"] = json!([
            { "number": "75 12 34 56", "kind": "VOICE", "description": null },
            { "number": "12", "kind": "SMS", "description": null },
        ]);
        entry.form["emails"] = json!([{ "address": "ikke en adresse", "description": null }]);
        entry.form["links"] = json!([{ "url": "javascript:alert(1)", "label": "x".repeat(201) }]);
        entry.form["parentId"] = json!("organisation:01900000-0000-7000-8000-000000000000");
        entry.form["description"] = json!("x".repeat(10_001));
        entry.form["sourceNote"] = json!("nul\u{0}byte");
        let payload = update(&api, &leader, "Organisation", &entry).await;
        assert_eq!(payload["organisation"], json!(null));
        let expected = [
            "cvr INVALID", "description TOO_LONG", "emails.0.address INVALID", "links.0.label TOO_LONG",
            "links.0.url INVALID", "location.address1 REQUIRED", "location.city REQUIRED",
            "location.postalCode INVALID", "name REQUIRED", "parentId NOT_FOUND", "phones.1.number INVALID",
            "sourceNote INVALID",
        ];
        assert_eq!(refusals(&payload), expected);
        assert_eq!(read(&api, &leader, "organisation", "kfum").await.revision, entry.revision);
    }

    async fn an_organisation_is_not_part_of_what_is_below_it_nor_of_anothers(api) {
        let leader = leader(&api).await;
        let below = read(&api, &leader, "organisation", "sociale-tilbud").await;
        let mut entry = read(&api, &leader, "organisation", "borger-og-arbejdsmarked").await;
        for parent in [&below.id, &entry.id.clone()] {
            entry.form["parentId"] = json!(parent);
            assert_eq!(refusals(&update(&api, &leader, "Organisation", &entry).await), ["parentId INVALID"]);
        }
        let of = api.municipality_id("aabenraa").await;
        let foreign = api.organisation_id(of, "blaa-kors").await;
        entry.form["parentId"] = json!(format!("organisation:{}", foreign.0));
        assert_eq!(refusals(&update(&api, &leader, "Organisation", &entry).await), ["parentId NOT_FOUND"]);
    }

    async fn one_with_something_in_it_stays(api) {
        let leader = leader(&api).await;
        let entry = read(&api, &leader, "organisation", "sociale-tilbud").await;
        let input = json!({ "id": entry.id, "revision": entry.revision, "note": null });
        let data = api.data_for(&leader, DELETE, json!({ "input": input })).await;
        assert_eq!(data["organisationDelete"]["deletedId"], json!(null));
        assert_eq!(refusals(&data["organisationDelete"]), ["id IN_USE"]);
    }

    async fn nobody_else_may(api) {
        let leader = leader(&api).await;
        let entry = read(&api, &leader, "organisation", "kfum").await;
        let change = json!({ "input": { "id": entry.id, "revision": entry.revision, "form": entry.form, "note": null } });
        let make = json!({ "input": { "municipality": "esbjerg", "form": form(), "note": null } });
        let out = json!({ "input": { "id": entry.id, "revision": entry.revision, "note": null } });
        let update = update_of("Organisation");
        let others = [
            api.somebody(Role::ProjectLeader, "aabenraa").await,
            api.somebody(Role::SteeringMember, "esbjerg").await,
            api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await,
            api.somebody(Role::Administrator, "esbjerg").await,
        ];
        for (query, variables) in [(update.as_str(), &change), (CREATE, &make), (DELETE, &out)] {
            for somebody in &others {
                assert_eq!(api.refused_to(somebody, query, variables.clone()).await, "FORBIDDEN");
            }
            assert_eq!(api.error(query, variables.clone()).await.0, "FORBIDDEN");
        }
        let Entry { revision, .. } = read(&api, &leader, "organisation", "kfum").await;
        assert_eq!(revision, entry.revision);
    }
}
