//! `organisationMerge` and `contactMerge`: what hangs on the one moves to the other, and both histories tell.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::column;
use tests::on_both;

use super::{Entry, changes, leader, read, read_contact, refusals, update};

const ORGANISATIONS: &str = "mutation ($input: EntryMergeInput!) { organisationMerge(input: $input) {
    organisation { slug alternateNames services { slug } contacts { name } children { slug } phones { number } }
    userErrors { code field } } }";
const CONTACTS: &str = "mutation ($input: EntryMergeInput!) { contactMerge(input: $input) {
    contact { name phones { number } services { slug } form { visibility } } userErrors { code field } } }";

fn input(goes: &Entry, stays: &Entry) -> Value {
    json!({ "input": { "id": goes.id, "intoId": stays.id, "revision": goes.revision,
        "intoRevision": stays.revision, "note": "Samme sted" } })
}

on_both! {
    async fn an_organisation_becomes_part_of_another(api) {
        let leader = leader(&api).await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("sociale-tilbud")).await;
        let goes = read(&api, &leader, "organisation", "sociale-tilbud").await;
        let stays = read(&api, &leader, "organisation", "kfum").await;
        let of = "query ($slug: String!) { municipality(slug: \"esbjerg\") { organisation(slug: $slug) {
            name services { slug } contacts { name } children { slug } } } }";
        let before = api.data_for(&leader, of, json!({ "slug": "sociale-tilbud" })).await;
        let before = &before["municipality"]["organisation"];
        let data = api.data_for(&leader, ORGANISATIONS, input(&goes, &stays)).await;
        assert_eq!(refusals(&data["organisationMerge"]), [""; 0]);
        let after = &data["organisationMerge"]["organisation"];
        for (list, name) in [("services", "/slug"), ("contacts", "/name"), ("children", "/slug")] {
            let moved = column(&before[list], name);
            let there = column(&after[list], name);
            assert!(moved.iter().all(|one| there.contains(one)), "{list}: {moved:?} in {there:?}");
        }
        assert!(!column(&before["children"], "/slug").is_empty());
        assert!(after["alternateNames"].as_array().expect("a list").contains(&before["name"]), "its name still leads there");
        assert_eq!(api.data(of, json!({ "slug": "sociale-tilbud" })).await["municipality"]["organisation"], json!(null));
        assert_eq!(changes(&api, &leader, &stays.id).await["nodes"][0]["action"], "MERGED");
        assert_eq!(changes(&api, &leader, &goes.id).await["nodes"][0]["action"], "DELETED");

        // Whoever was of the one is of the other.
        let form = r#"{ municipality(slug: "esbjerg") { organisation(slug: "kfum") { form { name } } } }"#;
        assert_eq!(api.data_for(&partner, form, json!({})).await["municipality"]["organisation"]["form"]["name"], stays.form["name"]);
    }

    async fn an_organisation_does_not_become_part_of_what_is_below_it_or_of_itself(api) {
        let leader = leader(&api).await;
        let below = read(&api, &leader, "organisation", "sociale-tilbud").await;
        let above = read(&api, &leader, "organisation", "borger-og-arbejdsmarked").await;
        for (goes, stays) in [(&above, &below), (&above, &above)] {
            let data = api.data_for(&leader, ORGANISATIONS, input(goes, stays)).await;
            assert_eq!(refusals(&data["organisationMerge"]), ["intoId INVALID"]);
        }
        let stale = Entry { revision: 7, ..read(&api, &leader, "organisation", "kfum").await };
        let data = api.data_for(&leader, ORGANISATIONS, input(&below, &stale)).await;
        assert_eq!(refusals(&data["organisationMerge"]), ["revision STALE"]);
    }

    async fn a_contact_takes_anothers_place_and_hidden_numbers_stay_hidden(api) {
        let leader = leader(&api).await;
        let mut goes = read_contact(&api, &leader, "Heidi Conradsen").await;
        goes.form["visibility"] = json!("SIGNED_IN");
        assert_eq!(refusals(&update(&api, &leader, "Contact", &goes).await), [""; 0]);
        goes.revision += 1;
        let stays = read_contact(&api, &leader, "Center for misbrug").await;
        assert_ne!(goes.id, stays.id);
        let services = "query ($id: ID!) { node(id: $id) { ... on Contact { services { slug } } } }";
        let before = api.data_for(&leader, services, json!({ "id": goes.id })).await;
        let data = api.data_for(&leader, CONTACTS, input(&goes, &stays)).await;
        assert_eq!(refusals(&data["contactMerge"]), [""; 0]);
        let after = &data["contactMerge"]["contact"];
        let there = column(&after["services"], "/slug");
        assert!(column(&before["node"]["services"], "/slug").iter().all(|slug| there.contains(slug)));
        assert!(column(&after["phones"], "/number").contains(&"+4527245317".to_owned()));
        assert_eq!(after["form"]["visibility"], "SIGNED_IN");
        let seen = api.data(r#"{ municipality(slug: "esbjerg") { contacts(search: "27245317") { totalCount } } }"#, json!({})).await;
        assert_eq!(seen["municipality"]["contacts"]["totalCount"], 0, "a visitor does not see the number");
    }

    async fn nobody_else_may_and_kinds_do_not_mix(api) {
        let leader = leader(&api).await;
        let organisation = read(&api, &leader, "organisation", "kfum").await;
        let other = read(&api, &leader, "organisation", "sociale-tilbud").await;
        let contact = read_contact(&api, &leader, "Heidi Conradsen").await;
        assert_eq!(api.refused_to(&leader, CONTACTS, input(&contact, &organisation)).await, "NOT_FOUND");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, ORGANISATIONS, input(&organisation, &other)).await, "FORBIDDEN");
        assert_eq!(api.error(ORGANISATIONS, input(&organisation, &other)).await.0, "FORBIDDEN");
    }
}
