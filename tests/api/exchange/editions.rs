//! `catalogueFix`, `/<municipality>/katalog/<number>` and what an edition is compared with.

use axum::http::StatusCode;
use entity::directory::values::Visibility;
use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::people::Somebody;
use tests::{on_both, rows};

const FIX: &str = "mutation ($edition: String!, $title: String) {
    catalogueFix(input: { municipality: \"esbjerg\", edition: $edition, title: $title }) {
        edition { number title edition publishedOn url } userErrors { code field } } }";

async fn fix(api: &Api, leader: &Somebody, edition: &str) -> Value {
    let data = api.data_for(leader, FIX, json!({ "edition": edition, "title": null })).await;
    data["catalogueFix"].clone()
}

on_both! {
    async fn an_edition_stays_readable_as_it_was(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let fixed = fix(&api, &leader, "2026–2027").await;
        assert_eq!(fixed["userErrors"], json!([]));
        assert_eq!((&fixed["edition"]["number"], &fixed["edition"]["publishedOn"]), (&json!(1), &json!("2026-03-03")));
        assert_eq!(fixed["edition"]["url"], "/esbjerg/katalog/1");

        let of = rows::municipality(api.app.db(), "esbjerg").await.id;
        let service = rows::service(api.app.db(), of, "oqqumut").await;
        rows::rename(api.app.db(), &service, "Oqqumut ved åen").await;
        rows::touch(api.app.db(), of).await;
        api.refresh().await;
        let (status, page) = api.get("/esbjerg/katalog/1").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("2026–2027") && page.contains(">Oqqumut<") && !page.contains("ved åen"));
        assert!(api.get("/esbjerg/katalog").await.1.contains("Oqqumut ved åen"));
        assert!(api.get("/esbjerg/katalog/1?lang=en").await.1.contains("How to get in"));

        let compare = r#"{ municipality(slug: "esbjerg") { catalogueComparison(number: 1) {
            kind name wasThere isThere fields { field before after } } } }"#;
        let data = api.data_for(&leader, compare, json!({})).await;
        let expected = json!([{
            "kind": "SERVICE",
            "name": "Oqqumut ved åen",
            "wasThere": true,
            "isThere": true,
            "fields": [{ "field": "name", "before": "Oqqumut", "after": "Oqqumut ved åen" }],
        }]);
        assert_eq!(data["municipality"]["catalogueComparison"], expected);
        assert_eq!(api.error(compare, json!({})).await.0, "NOT_FOUND");
    }

    async fn editions_are_counted_and_listed(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        fix(&api, &leader, "Første").await;
        api.set_clock("2026-03-03T09:01:00Z");
        assert_eq!(fix(&api, &leader, "Anden").await["edition"]["number"], 2);
        let list = r#"{ municipality(slug: "esbjerg") { catalogueEditions { number edition } catalogue { edition } } }"#;
        let data = api.data(list, json!({})).await;
        let expected = json!([{ "number": 2, "edition": "Anden" }, { "number": 1, "edition": "Første" }]);
        assert_eq!(data["municipality"]["catalogueEditions"], expected);
        assert_eq!(data["municipality"]["catalogue"]["edition"], "Anden");
    }

    async fn what_is_not_public_is_in_no_edition(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let of = rows::municipality(api.app.db(), "esbjerg").await.id;
        let unit = rows::organisation(api.app.db(), of, "kfum").await.id;
        let person = rows::Person {
            name: "Hemmelia Prøve",
            title: "Prøve",
            phone: "+4599887702",
            email: "hemmelia@prove.example",
            visibility: Visibility::SignedIn,
        };
        let hidden = rows::add_contact(api.app.db(), of, unit, &person).await;
        let service = rows::service(api.app.db(), of, "oqqumut").await;
        rows::attach(api.app.db(), &service, hidden).await;
        rows::touch(api.app.db(), of).await;
        api.refresh().await;
        fix(&api, &leader, "2026").await;
        use sea_orm::EntityTrait;
        let content = entity::directory::catalogue_content::Entity::find().one(api.app.db()).await;
        let content = content.expect("an answer").expect("an edition").directory;
        for sign in ["Hemmelia", "99887702", "99 88 77 02", &hidden.0.to_string()] {
            assert!(!content.contains(sign), "{sign}");
        }
    }

    async fn only_the_project_leader_fixes_and_it_needs_a_name(api) {
        let input = json!({ "edition": "2026", "title": null });
        assert_eq!(api.error(FIX, input.clone()).await.0, "FORBIDDEN");
        let member = api.somebody(Role::SteeringMember, "esbjerg").await;
        assert_eq!(api.refused_to(&member, FIX, input).await, "FORBIDDEN");
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(fix(&api, &leader, " ").await["userErrors"], json!([{ "code": "REQUIRED", "field": "edition" }]));
        let long = "x".repeat(101);
        assert_eq!(fix(&api, &leader, &long).await["userErrors"], json!([{ "code": "TOO_LONG", "field": "edition" }]));
        for path in ["/esbjerg/katalog/1", "/esbjerg/katalog/x", "/nowhere/katalog/1"] {
            assert_eq!(api.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
