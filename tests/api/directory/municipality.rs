//! `municipalities` and `municipality(slug:)`: what the installation holds.

use serde_json::json;
use tests::api::{Api, column};
use tests::database::{Kind, TestDatabase};
use tests::on_both;

on_both! {
    async fn municipalities_stand_by_name(api) {
        let data = api.data("{ municipalities { slug code name isDemo } }", json!({})).await;
        let expected = json!([
            { "slug": "aabenraa", "code": "580", "name": "Aabenraa Kommune", "isDemo": true },
            { "slug": "esbjerg", "code": "561", "name": "Esbjerg Kommune", "isDemo": true },
            { "slug": "randers", "code": "730", "name": "Randers Kommune", "isDemo": true },
        ]);
        let mut found = data["municipalities"].as_array().cloned().expect("a list");
        // In either order: by code points Aabenraa is first, by the Danish alphabet last.
        found.sort_by_key(|one| one["slug"].to_string());
        assert_eq!(json!(found), expected);
    }

    async fn a_municipality_tells_its_catalogues_edition_editor_and_source(api) {
        let query = "query ($slug: String!) { municipality(slug: $slug) {
            directoryUpdatedAt catalogue { title edition publishedOn editor { name title } source url } } }";
        let data = api.data(query, json!({ "slug": "aabenraa" })).await;
        let catalogue = &data["municipality"]["catalogue"];
        assert_eq!(catalogue["edition"], "2024–2025");
        assert_eq!(catalogue["publishedOn"], "2024-08-01");
        assert_eq!(catalogue["editor"], json!({ "name": "Hanne Kruse", "title": "Konsulent" }));
        assert_eq!(catalogue["url"], "/aabenraa/katalog");
        assert!(
            catalogue["source"].as_str().is_some_and(|source| source.contains("Indsatskatalog 2024–2025"))
        );

        let data = api.data(query, json!({ "slug": "esbjerg" })).await;
        let catalogue = &data["municipality"]["catalogue"];
        assert_eq!(catalogue["publishedOn"], "2014-03-01");
        assert_eq!(catalogue["editor"]["name"], "Heidi Conradsen");
        assert!(catalogue["source"].as_str().is_some_and(|source| source.contains("Samarbejdsmodel")));
        assert!(
            data["municipality"]["directoryUpdatedAt"]
                .as_str()
                .is_some_and(|at| at.ends_with('Z') || at.ends_with("+00:00"))
        );
    }

    async fn an_unknown_slug_leads_nowhere(api) {
        for slug in ["", "atlantis", "Esbjerg", "esbjerg/", "esbjerg' OR '1'='1"] {
            let data = api
                .data(
                    "query ($slug: String!) { municipality(slug: $slug) { name } }",
                    json!({ "slug": slug }),
                )
                .await;
            assert_eq!(data["municipality"], json!(null), "{slug}");
        }
    }
}

async fn an_empty_installation(kind: Kind) {
    let api = Api::on(TestDatabase::empty(kind).await).await;
    let data =
        api.data(r#"{ municipalities { name } municipality(slug: "esbjerg") { name } }"#, json!({})).await;
    assert_eq!(data, json!({ "municipalities": [], "municipality": null }));
    assert_eq!(column(&data["municipalities"], "/name"), [""; 0]);
}

mod an_empty_installation_answers_with_nothing {
    use super::*;

    #[tokio::test]
    async fn sqlite() {
        an_empty_installation(Kind::Sqlite).await;
    }

    #[tokio::test]
    async fn postgres() {
        an_empty_installation(Kind::Postgres).await;
    }
}
