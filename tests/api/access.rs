//! Access: a contact for signed-in partners is in no answer to somebody who has not signed in. The ways on which a
//! contact can be reached are read from the schema; one that is added later has no case here and fails the proof.

use std::collections::BTreeSet;

use entity::directory::values::Visibility;
use entity::directory::{catalogue_edition, contact};
use entity::ids::ContactId;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;
use tests::rows::{self, Person};
use tests::shape::Shape;

const PUBLIC: Person = Person {
    name: "Offentlia Zyxelmann",
    title: "Glimmerkonsulent",
    phone: "+4599887701",
    email: "offentlia@prove.example",
    visibility: Visibility::Public,
};
const HIDDEN: Person = Person {
    name: "Hemmelia Quaxelmann",
    title: "Skyggekonsulent",
    phone: "+4599887702",
    email: "hemmelia@skygge.dk",
    visibility: Visibility::SignedIn,
};
/// What would give the hidden contact away, in lower case.
const SIGNS: [&str; 6] =
    ["hemmelia", "quaxelmann", "skyggekonsulent", "99887702", "99 88 77 02", "id of the hidden contact"];

/// Puts both contacts at the service `oqqumut`; the editor of the catalogue is `editor`.
async fn prepare(api: &Api, editor: Option<bool>) -> (ContactId, ContactId) {
    let db = api.app.db();
    let of = rows::municipality(db, "esbjerg").await.id;
    let service = rows::service(db, of, "oqqumut").await;
    let unit = rows::organisation(db, of, "jobcenter-esbjerg").await.id;
    let public = rows::add_contact(db, of, unit, &PUBLIC).await;
    let hidden = rows::add_contact(db, of, unit, &HIDDEN).await;
    rows::attach(db, &service, public).await;
    rows::attach(db, &service, hidden).await;
    if let Some(is_hidden) = editor {
        let edition =
            catalogue_edition::Entity::find().filter(catalogue_edition::Column::MunicipalityId.eq(of));
        let mut edition = edition.one(db).await.expect("an answer").expect("an edition").into_active_model();
        edition.editor_id = Set(Some(if is_hidden { hidden } else { public }));
        edition.update(db).await.expect("another editor");
    }
    rows::touch(db, of).await;
    api.refresh().await;
    (public, hidden)
}

fn gives_away(answer: &str, hidden: ContactId) -> Option<String> {
    let answer = answer.to_lowercase();
    let id = hidden.0.to_string();
    SIGNS.into_iter().chain([id.as_str()]).find(|sign| answer.contains(sign)).map(str::to_owned)
}

/// The ways to a contact, each with a query that goes it and the pointer to the names it finds.
const WAYS: [(&str, &str, &str, &str); 5] = [
    (
        "ServiceContact.contact",
        r#"{ municipality(slug: "esbjerg") { service(slug: "oqqumut") { contacts { contact { id name } } } } }"#,
        "/municipality/service/contacts",
        "/contact/name",
    ),
    (
        "Organisation.contacts",
        r#"{ municipality(slug: "esbjerg") { organisation(slug: "jobcenter-esbjerg") { contacts { id name } } } }"#,
        "/municipality/organisation/contacts",
        "/name",
    ),
    (
        "ContactConnection.nodes",
        r#"{ municipality(slug: "esbjerg") { contacts(first: 100) { totalCount nodes { id name } } } }"#,
        "/municipality/contacts/nodes",
        "/name",
    ),
    (
        "ContactEdge.node",
        r#"{ municipality(slug: "esbjerg") { contacts(first: 100) { edges { cursor node { id name } } } } }"#,
        "/municipality/contacts/edges",
        "/node/name",
    ),
    (
        "CatalogueEdition.editor",
        r#"{ municipality(slug: "esbjerg") { catalogue { editor { id name } } } }"#,
        "",
        "",
    ),
];

on_both! {
    async fn every_way_to_a_contact_leads_to_the_public_one_and_not_to_the_hidden_one(api) {
        let shape = Shape::of(&api).await;
        // What a mutation answers is for those who may change it; `roles` asks who they are.
        let by_writing =
            ["ContactCreatePayload.contact", "ContactMergePayload.contact", "ContactUpdatePayload.contact"];
        let ways = WAYS.iter().map(|(way, ..)| *way).chain(by_writing);
        let covered: BTreeSet<String> = ways.map(str::to_owned).collect();
        assert_eq!(shape.ways_to("Contact"), covered, "a new way to a contact needs a case in this file");
        let nodes: BTreeSet<String> = ["EntryRestorePayload.entry", "Query.node", "Query.nodes"].map(str::to_owned).into();
        assert_eq!(shape.ways_to("Node"), nodes, "a new way to a node needs a case in this file");

        let (public, hidden) = prepare(&api, Some(true)).await;
        for (way, query, list, name) in WAYS {
            let data = api.data(query, json!({})).await;
            assert_eq!(gives_away(&data.to_string(), hidden), None, "{way}");
            if list.is_empty() {
                assert_eq!(data["municipality"]["catalogue"]["editor"], json!(null), "{way}");
            } else {
                let names = column(data.pointer(list).expect("a list"), name);
                assert!(names.contains(&PUBLIC.name.to_owned()), "{way}: {names:?}");
            }
        }
        let ids = [public, hidden].map(|id| format!("contact:{}", id.0));
        let query = "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }";
        let data = api.data(query, json!({ "id": ids[1], "ids": ids })).await;
        assert_eq!(
            data,
            json!({ "node": null, "nodes": [{ "id": ids[0] }, null] }),
            "not allowed to know is not there"
        );
    }

    async fn a_hidden_contact_is_not_counted(api) {
        let query = r#"{ municipality(slug: "esbjerg") { contacts { totalCount } } }"#;
        let before = api.data(query, json!({})).await["municipality"]["contacts"]["totalCount"].as_u64();
        prepare(&api, None).await;
        let after = api.data(query, json!({})).await["municipality"]["contacts"]["totalCount"].as_u64();
        assert_eq!(after, before.map(|count| count + 1));
    }

    async fn searching_by_what_is_hidden_finds_what_it_found_before_it_was_there(api) {
        let query = "query ($search: String!) { municipality(slug: \"esbjerg\") {
            services(search: $search) { totalCount suggestions nearest { id } edges { node { id } matches { matched via } }
                facets { themes { value count } organisations { value count } } }
            contacts(search: $search) { totalCount nodes { id name title phones { number } emails { address } } }
            organisations(search: $search) { totalCount }
        } }";
        let hidden_words =
            ["Hemmelia", "hemm", "Quaxelmann", "Quaxelman", "Skyggekonsulent", "99887702", "+45 99 88 77 02"];
        let (_, hidden) = prepare(&api, None).await;
        let mut with_hidden = Vec::new();
        for words in hidden_words {
            let answer = api.data(query, json!({ "search": words })).await;
            assert_eq!(gives_away(&answer.to_string(), hidden), None, "{words}");
            with_hidden.push(answer);
        }
        let db = api.app.db();
        contact::Entity::delete_by_id(hidden).exec(db).await.expect("the hidden one gone");
        rows::touch(db, rows::municipality(db, "esbjerg").await.id).await;
        api.refresh().await;
        for (words, with_hidden) in hidden_words.into_iter().zip(with_hidden) {
            let without = api.data(query, json!({ "search": words })).await;
            assert_eq!(with_hidden, without, "{words}: another answer would tell that somebody is there");
        }
        for words in ["Offentlia", "Zyxelmann", "Glimmerkonsulent", "99 88 77 01"] {
            let found = api.data(query, json!({ "search": words })).await;
            let contacts = column(&found["municipality"]["contacts"]["nodes"], "/name");
            assert!(
                contacts.contains(&PUBLIC.name.to_owned()),
                "{words}: the public one is found: {contacts:?}"
            );
        }
    }

    async fn what_is_hidden_is_not_suggested(api) {
        let (_, hidden) = prepare(&api, None).await;
        let query = "query ($search: String!) { municipality(slug: \"esbjerg\") { services(search: $search) {
            totalCount suggestions nearest { name } } } }";
        for words in ["quaxelmandz", "hemmeliaxz", "skyggekonsulentxyz"] {
            let data = api.data(query, json!({ "search": words })).await;
            assert_eq!(
                gives_away(&data["municipality"]["services"]["suggestions"].to_string(), hidden),
                None,
                "{words}"
            );
        }
    }

    async fn the_catalogue_names_the_public_contact_and_not_the_hidden_one(api) {
        let (_, hidden) = prepare(&api, None).await;
        for path in ["/esbjerg/katalog", "/esbjerg/katalog?lang=en"] {
            let (_, html) = api.get(path).await;
            assert!(html.contains(PUBLIC.name), "{path}");
            assert_eq!(gives_away(&html, hidden), None, "{path}");
        }
    }

    async fn the_catalogues_cover_does_not_name_a_hidden_editor(api) {
        let (_, hidden) = prepare(&api, Some(true)).await;
        let (_, html) = api.get("/esbjerg/katalog").await;
        assert_eq!(gives_away(&html, hidden), None);
    }

    async fn the_cursor_of_a_hidden_contact_is_not_valid(api) {
        let (_, hidden) = prepare(&api, None).await;
        let query = "query ($after: String!) { municipality(slug: \"esbjerg\") { contacts(after: $after) { totalCount } } }";
        let (code, message) = api.error(query, json!({ "after": format!("contact:{}", hidden.0) })).await;
        let unknown = json!({ "after": "contact:01900000-0000-7000-8000-000000000000" });
        assert_eq!((code, message), api.error(query, unknown).await, "the same as for one that is not there");
    }

    async fn services_and_units_stay_public_beside_a_hidden_contact(api) {
        prepare(&api, None).await;
        let data: Value =
            api.data(r#"{ municipality(slug: "esbjerg") { services { totalCount } } }"#, json!({})).await;
        assert_eq!(data["municipality"]["services"]["totalCount"], 27);
    }
}
