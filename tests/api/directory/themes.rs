//! `municipality.themes` and `targetGroups`: the chapters and the groups, in their order, with counts that hold.

use serde_json::json;
use tests::api::column;
use tests::on_both;

on_both! {
    async fn themes_are_the_chapters_of_the_catalogue_in_order(api) {
        let data = api
            .data(r#"{ municipality(slug: "aabenraa") { themes { slug name nameEn icon } } }"#, json!({}))
            .await;
        let themes = &data["municipality"]["themes"];
        let expected = [
            "Rehabilitering og forebyggelse",
            "Mobilitet og tilgængelighed",
            "Boligforhold",
            "Beskæftigelse",
            "Fællesskaber",
            "Sundhed",
            "Inddragelse og dialog",
            "Organisationer og selvejende institutioner",
        ];
        assert_eq!(column(themes, "/name"), expected);
        let english = column(themes, "/nameEn");
        assert_eq!((english[2].as_str(), english[5].as_str()), ("Housing", "Health"));
        assert!(column(themes, "/icon").iter().all(|icon| !icon.is_empty()));
    }

    async fn every_theme_and_group_counts_what_its_filter_finds(api) {
        for slug in ["esbjerg", "aabenraa"] {
            let query = "query ($slug: String!) { municipality(slug: $slug) {
                themes { slug serviceCount } targetGroups { slug nameEn serviceCount } } }";
            let data = api.data(query, json!({ "slug": slug })).await;
            for (list, filter) in [("themes", "themes"), ("targetGroups", "targetGroups")] {
                let items = data["municipality"][list].as_array().expect("a list");
                assert!(items.len() > 5);
                for item in items {
                    let mut by = json!({});
                    by[filter] = json!([item["slug"]]);
                    let count = "query ($slug: String!, $by: ServiceFilter) {
                        municipality(slug: $slug) { services(filter: $by, first: 1) { totalCount } } }";
                    let found = api.data(count, json!({ "slug": slug, "by": by })).await;
                    assert_eq!(
                        found["municipality"]["services"]["totalCount"], item["serviceCount"],
                        "{slug} {item}"
                    );
                }
            }
        }
    }
}
