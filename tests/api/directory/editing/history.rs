//! `municipality.changes` and `entryRestore`: every change is told, and any state can be set again.

use entity::identity::values::Role;
use serde_json::json;
use tests::api::column;
use tests::on_both;

use super::{changes, leader, read, read_contact, refusals, restore, update};

on_both! {
    async fn a_changed_number_is_told_and_set_back(api) {
        let leader = leader(&api).await;
        let first = read_contact(&api, &leader, "Heidi Conradsen").await;
        let mut entry = read_contact(&api, &leader, "Heidi Conradsen").await;
        entry.form["phones"][0]["number"] = json!("+4520304050");
        entry.form["title"] = json!("Prøveleder");
        update(&api, &leader, "Contact", &entry).await;

        let told = changes(&api, &leader, &entry.id).await;
        assert_eq!(told["totalCount"], 2, "the change, and the state that was found");
        let change = &told["nodes"][0];
        assert_eq!(change["action"], "UPDATED");
        assert_eq!(change["actorName"], "Prøve ProjectLeader");
        assert_eq!(change["subjectName"], "Heidi Conradsen");
        assert_eq!(change["subjectId"], json!(entry.id));
        assert_eq!(change["canRestore"], false, "it is that state already");
        assert_eq!(column(&change["fields"], "/field"), ["phones", "title"]);
        assert!(change["fields"][0]["before"].as_str().is_some_and(|text| text.contains("+4527245317")));
        assert!(change["fields"][0]["after"].as_str().is_some_and(|text| text.contains("+4520304050")));
        let found = &told["nodes"][1];
        assert_eq!((&found["action"], &found["actorName"]), (&json!("CREATED"), &json!("tovholder load")));
        assert_eq!(found["canRestore"], true);

        api.set_clock("2026-03-03T10:00:00Z");
        let payload = restore(&api, &leader, found, entry.revision + 1).await;
        assert_eq!(payload, json!({ "entry": { "id": entry.id }, "userErrors": [] }));
        let after = read_contact(&api, &leader, "Heidi Conradsen").await;
        assert_eq!(after.form, first.form);
        assert_eq!(after.revision, first.revision + 2);
        let told = changes(&api, &leader, &entry.id).await;
        assert_eq!(told["totalCount"], 3);
        assert_eq!(told["nodes"][0]["action"], "RESTORED");

        let stale = restore(&api, &leader, &told["nodes"][1], entry.revision).await;
        assert_eq!(refusals(&stale), ["revision STALE"]);
    }

    async fn what_was_taken_out_comes_back_under_its_old_key(api) {
        let leader = leader(&api).await;
        let gone = read_contact(&api, &leader, "Heidi Conradsen").await;
        let delete = "mutation ($input: EntryDeleteInput!) { contactDelete(input: $input) { deletedId userErrors { code field } } }";
        let input = json!({ "id": gone.id, "revision": gone.revision, "note": "Fejl" });
        api.data_for(&leader, delete, json!({ "input": input })).await;
        let told = changes(&api, &leader, &gone.id).await;
        let change = &told["nodes"][0];
        assert_eq!((&change["action"], &change["canRestore"]), (&json!("DELETED"), &json!(true)));
        let payload = restore(&api, &leader, change, 0).await;
        assert_eq!(payload, json!({ "entry": { "id": gone.id }, "userErrors": [] }));
        let back = read_contact(&api, &leader, "Heidi Conradsen").await;
        assert_eq!((&back.id, &back.form), (&gone.id, &gone.form));
        assert!(back.revision > gone.revision, "whoever holds the old one is too late");
    }

    async fn a_state_that_does_not_go_with_what_is_there_is_not_set(api) {
        let leader = leader(&api).await;
        let mut contact = read_contact(&api, &leader, "Heidi Conradsen").await;
        let create = "mutation ($input: OrganisationCreateInput!) { organisationCreate(input: $input) { organisation { id } } }";
        let mut form = read(&api, &leader, "organisation", "kfum").await.form;
        form["name"] = json!("Prøveafdeling");
        let data = api.data_for(&leader, create, json!({ "input": { "municipality": "esbjerg", "form": form, "note": null } })).await;
        let unit = data["organisationCreate"]["organisation"]["id"].clone();
        let home = contact.form["organisationId"].clone();
        contact.form["organisationId"] = unit.clone();
        update(&api, &leader, "Contact", &contact).await;
        api.set_clock("2026-03-03T10:00:00Z");
        contact.form["organisationId"] = home;
        contact.revision += 1;
        update(&api, &leader, "Contact", &contact).await;
        let delete = "mutation ($input: EntryDeleteInput!) { organisationDelete(input: $input) { deletedId userErrors { code field } } }";
        let data = api.data_for(&leader, delete, json!({ "input": { "id": unit, "revision": 1, "note": null } })).await;
        assert_eq!(data["organisationDelete"]["deletedId"], unit);
        let told = changes(&api, &leader, &contact.id).await;
        let payload = restore(&api, &leader, &told["nodes"][1], contact.revision + 1).await;
        assert_eq!(refusals(&payload), ["organisationId NOT_FOUND"]);
    }

    async fn pages_follow_each_other_and_know_where_they_end(api) {
        let leader = leader(&api).await;
        for hour in 10..15 {
            api.set_clock(&format!("2026-03-03T{hour}:00:00Z"));
            let mut entry = read(&api, &leader, "organisation", "kfum").await;
            entry.form["description"] = json!(format!("Klokken {hour}"));
            update(&api, &leader, "Organisation", &entry).await;
        }
        let query = "query ($after: String, $since: DateTime) { municipality(slug: \"esbjerg\") {
            changes(first: 2, after: $after, since: $since) { totalCount nodes { revision } pageInfo { hasNextPage endCursor } } } }";
        let (mut revisions, mut after) = (Vec::new(), json!(null));
        loop {
            let data = api.data_for(&leader, query, json!({ "after": after })).await;
            let page = &data["municipality"]["changes"];
            assert_eq!(page["totalCount"], 6);
            revisions.extend(page["nodes"].as_array().expect("a list").iter().map(|node| node["revision"].as_i64()));
            if page["pageInfo"]["hasNextPage"] == json!(false) {
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
        assert_eq!(revisions, [6, 5, 4, 3, 2, 1].map(Some));
        let data = api.data_for(&leader, query, json!({ "since": "2026-03-03T12:30:00Z" })).await;
        assert_eq!(data["municipality"]["changes"]["totalCount"], 2);
    }

    async fn a_history_is_for_those_with_a_role_here(api) {
        let leader = leader(&api).await;
        let mut entry = read_contact(&api, &leader, "Heidi Conradsen").await;
        entry.form["visibility"] = json!("SIGNED_IN");
        update(&api, &leader, "Contact", &entry).await;
        let query = "query ($id: ID) { municipality(slug: \"esbjerg\") { changes(subject: $id) { totalCount nodes { id subjectName canRestore } } } }";
        let asked = json!({ "id": entry.id });
        assert_eq!(api.error(query, asked.clone()).await.0, "NOT_FOUND");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, query, asked.clone()).await, "NOT_FOUND");
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let seen = api.data_for(&partner, query, asked).await;
        assert_eq!(seen["municipality"]["changes"]["totalCount"], 2);
        let states = seen["municipality"]["changes"]["nodes"].as_array().expect("a list");
        assert!(states.iter().all(|change| change["canRestore"] == json!(false)), "to look at, not to set");
        let restore = "mutation ($input: EntryRestoreInput!) { entryRestore(input: $input) { entry { id } userErrors { code } } }";
        let input = json!({ "input": { "changeId": states[1]["id"], "revision": entry.revision + 1 } });
        assert_eq!(api.refused_to(&partner, restore, input.clone()).await, "FORBIDDEN");
        assert_eq!(api.refused_to(&stranger, restore, input.clone()).await, "NOT_FOUND");
        assert_eq!(api.error(restore, input).await.0, "NOT_FOUND");
    }
}
