//! `municipality.services` without words: what is listed, in which order, under which filter.

use entity::directory::values::ServiceStatus;
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::{on_both, rows};

const LIST: &str = "query ($slug: String!, $filter: ServiceFilter) {
    municipality(slug: $slug) { services(filter: $filter, first: 100) { totalCount nodes { slug name } } }
}";

async fn names(api: &Api, slug: &str, filter: Value) -> Vec<String> {
    let data = api.data(LIST, json!({ "slug": slug, "filter": filter })).await;
    column(&data["municipality"]["services"]["nodes"], "/name")
}

on_both! {
    async fn services_stand_in_danish_alphabetical_order(api) {
        let expected = [
            "Aktiv fritid",
            "Alkoholambulatorium",
            "Bydelsprojektet",
            "Center for misbrug",
            "Familiens Hus",
            "Foreningen Grønlandske Børn",
            "Forsorgshjemmet",
            "Fønix",
            "Grønlandsk rådgivningen",
            "Hjemløses Venner",
            "Karate projektet",
            "KFUM",
            "Kirkens Korshær Varmestue",
            "Klubberne",
            "Kraftcenter",
            "Kvindernes krisecenter",
            "Lær Dansk",
            "Mandecenter",
            "Morgenrøden",
            "Oqqumut",
            "Projekt Sofie",
            "Refugiet",
            "Skjoldbo",
            "SSP",
            "Stormly",
            "Vindrosen",
            "Værestedet Kirkegade",
        ];
        assert_eq!(names(&api, "esbjerg", json!(null)).await, expected);
    }

    async fn aa_counts_as_the_last_letter_of_the_alphabet(api) {
        let names = names(&api, "aabenraa", json!(null)).await;
        let expected = [
            "Åben klinik",
            "Aabenraa Kommunes udsattekonsulenter",
            "Aabenraa Kommunes veterankoordinator",
            "Aabenraa Krisecenter",
            "Aabenraa Selvhjælp",
        ];
        assert_eq!(names[names.len() - 5..], expected);
    }

    async fn within_a_facet_any_value_will_do_and_between_facets_all_must_hold(api) {
        let any = names(&api, "esbjerg", json!({ "themes": ["krise-og-vold", "sundhed"] })).await;
        let crisis = names(&api, "esbjerg", json!({ "themes": ["krise-og-vold"] })).await;
        let health = names(&api, "esbjerg", json!({ "themes": ["sundhed"] })).await;
        let either: Vec<_> =
            any.iter().filter(|name| crisis.contains(name) || health.contains(name)).collect();
        assert_eq!(either.len(), any.len());
        assert!(
            any.len() > crisis.len() && any.len() > health.len() && any.len() <= crisis.len() + health.len()
        );

        let both =
            names(&api, "esbjerg", json!({ "themes": ["krise-og-vold"], "targetGroups": ["maend"] })).await;
        assert_eq!(both, ["Mandecenter"]);
    }

    async fn a_filter_by_organisation_takes_in_what_lies_below_it(api) {
        let below = names(&api, "esbjerg", json!({ "organisations": ["boern-og-kultur"] })).await;
        assert_eq!(below, ["Aktiv fritid", "Familiens Hus", "Projekt Sofie", "SSP"]);
        let root = names(&api, "esbjerg", json!({ "organisations": ["esbjerg-kommune"] })).await;
        assert_eq!(root.len(), 16);
    }

    async fn a_filter_by_age_keeps_what_names_no_ages(api) {
        let young = names(&api, "esbjerg", json!({ "ageGroups": ["UNDER_18"] })).await;
        assert!(young.contains(&"Aktiv fritid".to_owned()) && young.contains(&"SSP".to_owned()));
        assert!(!young.contains(&"Forsorgshjemmet".to_owned()), "over 30");
        let old = names(&api, "esbjerg", json!({ "ageGroups": ["AGE_65_PLUS"] })).await;
        assert!(old.contains(&"Forsorgshjemmet".to_owned()));
        assert!(!old.contains(&"Aktiv fritid".to_owned()) && !old.contains(&"Skjoldbo".to_owned()));
    }

    async fn an_empty_filter_is_no_filter(api) {
        let all = names(&api, "aabenraa", json!(null)).await;
        assert_eq!(names(&api, "aabenraa", json!({})).await, all);
        let empty =
            json!({ "themes": [], "sectors": [], "access": [], "openNow": false, "organisations": null });
        assert_eq!(names(&api, "aabenraa", empty).await, all);
    }

    async fn a_filter_by_an_unknown_slug_is_not_valid(api) {
        for field in ["themes", "targetGroups", "organisations"] {
            let mut filter = json!({});
            filter[field] = json!(["ukendt"]);
            let answer = api.answer(LIST, json!({ "slug": "esbjerg", "filter": filter })).await;
            assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID", "{field}");
            assert_eq!(answer["errors"][0]["extensions"]["field"], field);
        }
    }

    async fn more_values_than_anybody_means_are_not_valid(api) {
        let many = vec!["bolig"; 101];
        let answer = api.answer(LIST, json!({ "slug": "esbjerg", "filter": { "themes": many } })).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID");
        assert_eq!(answer["errors"][0]["extensions"]["field"], "themes");
    }

    async fn a_closed_service_is_neither_listed_nor_found_nor_counted(api) {
        let db = api.app.db();
        let of = rows::municipality(db, "esbjerg").await.id;
        let service = rows::service(db, of, "stormly").await;
        rows::set_status(db, &service, ServiceStatus::Closed).await;
        rows::touch(db, of).await;
        api.refresh().await;

        assert!(!names(&api, "esbjerg", json!(null)).await.contains(&"Stormly".to_owned()));
        let data = api
            .data(
                r#"{ municipality(slug: "esbjerg") {
                    listed: services { totalCount }
                    found: services(search: "Stormly") { nodes { slug } }
                    organisation(slug: "stormly") { serviceCount services { slug } }
                    service(slug: "stormly") { name status }
                } }"#,
                json!({}),
            )
            .await;
        let municipality = &data["municipality"];
        assert_eq!(municipality["listed"]["totalCount"], 26);
        assert!(!column(&municipality["found"]["nodes"], "/slug").contains(&"stormly".to_owned()));
        assert_eq!(municipality["organisation"], json!({ "serviceCount": 0, "services": [] }));
        assert_eq!(
            municipality["service"],
            json!({ "name": "Stormly", "status": "CLOSED" }),
            "an old link still leads there"
        );
    }

    async fn a_paused_service_is_listed(api) {
        let db = api.app.db();
        let of = rows::municipality(db, "esbjerg").await.id;
        let service = rows::service(db, of, "stormly").await;
        rows::set_status(db, &service, ServiceStatus::Paused).await;
        rows::touch(db, of).await;
        api.refresh().await;
        assert!(names(&api, "esbjerg", json!(null)).await.contains(&"Stormly".to_owned()));
    }

    async fn an_unknown_municipality_has_no_services_and_no_error(api) {
        let data = api.data(LIST, json!({ "slug": "atlantis" })).await;
        assert_eq!(data["municipality"], json!(null));
    }

    async fn fragments_repeated_fields_and_directives_make_one_answer(api) {
        let query = "query ($no: Boolean!) { municipality(slug: \"aabenraa\") { services(first: 1) { nodes {
            __typename id again: id ...Name ... on Service { organisation { name } } ... on Node { id }
            organisation { sector } purpose @skip(if: true) description @include(if: $no)
        } } } } fragment Name on Service { name }";
        let found = api.data(query, json!({ "no": false })).await;
        let service = &found["municipality"]["services"]["nodes"][0];
        assert_eq!(service["__typename"], "Service");
        assert!(service["name"].is_string() && service["id"].is_string(), "{service}");
        assert_eq!(service["id"], service["again"]);
        assert!(service["organisation"]["name"].is_string() && service["organisation"]["sector"].is_string(), "{service}");
        assert!(service.get("purpose").is_none() && service.get("description").is_none(), "{service}");
        let plain = "{ municipality(slug: \"aabenraa\") { services(first: 1) { nodes { ...Name organisation { name sector } } } } }
            fragment Name on Service { name }";
        let plain = api.data(plain, json!({})).await;
        let plain = &plain["municipality"]["services"]["nodes"][0];
        assert_eq!((&plain["name"], &plain["organisation"]), (&service["name"], &service["organisation"]));
    }
}
