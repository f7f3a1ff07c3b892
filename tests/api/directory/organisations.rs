//! `municipality.organisations`: the tree as a list, parents first.

use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;

const LIST: &str = "query ($slug: String!, $search: String, $sectors: [Sector!], $top: Boolean!) { municipality(slug: $slug) {
    organisations(search: $search, sectors: $sectors, topLevelOnly: $top, first: 100) {
        totalCount nodes { slug name sector parent { slug } }
    } } }";

async fn list(api: &Api, slug: &str, search: Option<&str>, sectors: Value, top: bool) -> Value {
    let variables = json!({ "slug": slug, "search": search, "sectors": sectors, "top": top });
    api.data(LIST, variables).await["municipality"]["organisations"].take()
}

on_both! {
    async fn every_organisation_stands_behind_its_parent(api) {
        for (slug, total) in [("esbjerg", 28), ("aabenraa", 20)] {
            let found = list(&api, slug, None, json!(null), false).await;
            assert_eq!(found["totalCount"], total, "{slug}");
            let slugs = column(&found["nodes"], "/slug");
            for (at, node) in found["nodes"].as_array().expect("nodes").iter().enumerate() {
                if let Some(parent) = node["parent"]["slug"].as_str() {
                    assert!(slugs[..at].iter().any(|slug| slug == parent), "{node}");
                }
            }
        }
    }

    async fn the_branches_and_departments_of_the_partner_table_are_a_tree(api) {
        let found = list(&api, "esbjerg", None, json!(["MUNICIPAL"]), false).await;
        let line = |node: &Value| {
            format!(
                "{} < {}",
                node["name"].as_str().unwrap_or_default(),
                node["parent"]["slug"].as_str().unwrap_or("-")
            )
        };
        let lines: Vec<String> = found["nodes"].as_array().expect("nodes").iter().map(line).collect();
        let expected = [
            "Esbjerg Kommune < -",
            "Borger & Arbejdsmarked < esbjerg-kommune",
            "Jobcenter Esbjerg < borger-og-arbejdsmarked",
            "Myndighedsrådgivere < jobcenter-esbjerg",
            "Værested (Jobcenter Esbjerg) < jobcenter-esbjerg",
            "LAB mentorer < jobcenter-esbjerg",
            "Borgerservice - ydelsescenter < borger-og-arbejdsmarked",
            "Sociale Tilbud < borger-og-arbejdsmarked",
            "Socialpsykiatri < sociale-tilbud",
            "Misbrug < sociale-tilbud",
            "Væresteder < sociale-tilbud",
            "SL 85 støtte < sociale-tilbud",
            "Boligsocialt projekt < sociale-tilbud",
            "Børn & Kultur < esbjerg-kommune",
            "Familie og forebyggelse < boern-og-kultur",
        ];
        assert_eq!(lines, expected);
    }

    async fn top_level_only_leaves_out_the_units_below(api) {
        let found = list(&api, "aabenraa", None, json!(null), true).await;
        let nodes = found["nodes"].as_array().expect("nodes");
        assert!(nodes.len() > 1 && nodes.iter().all(|node| node["parent"].is_null()), "{found}");
        assert_eq!(nodes[0]["slug"], "aabenraa-kommune");
    }

    async fn beginnings_of_words_find_an_organisation(api) {
        let slugs = async |words: &str| {
            column(&list(&api, "aabenraa", Some(words), json!(null), false).await["nodes"], "/slug")
        };
        assert_eq!(slugs("socialps").await, ["center-for-socialpsykiatri-og-rusmiddel"]);
        assert_eq!(slugs("CSR").await, ["center-for-socialpsykiatri-og-rusmiddel"], "by another name");
        assert_eq!(slugs("blå").await, ["blaa-kors"]);
        assert_eq!(slugs("psykiatri").await, [""; 0], "not the middle of a word");
    }

    async fn an_unknown_sector_is_not_valid(api) {
        let (code, _) =
            api.error(LIST, json!({ "slug": "esbjerg", "sectors": ["CHURCH"], "top": false })).await;
        assert_eq!(code, "BAD_QUERY");
    }
}
