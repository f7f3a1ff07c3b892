//! `services.facets`: a value's count is what the list would hold with it chosen beside what the other facets ask.

use serde_json::{Value, json};
use tests::api::Api;
use tests::large::{self, Size};
use tests::on_both;

const FACETS: &str = "query ($slug: String!, $search: String, $filter: ServiceFilter) { municipality(slug: $slug) {
    services(search: $search, filter: $filter, first: 1) { totalCount facets {
        themes { ...F } sectors { ...F } access { ...F } targetGroups { ...F } ageGroups { ...F } organisations { ...F } openNow
    } }
} }
fragment F on FacetCount { value label labelEn count selected }";
const COUNT: &str = "query ($slug: String!, $search: String, $filter: ServiceFilter) {
    municipality(slug: $slug) { services(search: $search, filter: $filter, first: 1) { totalCount } } }";
const NAMES: [&str; 6] = ["themes", "sectors", "access", "targetGroups", "ageGroups", "organisations"];

async fn ask(api: &Api, query: &str, slug: &str, search: Option<&str>, filter: &Value) -> Value {
    let variables = json!({ "slug": slug, "search": search, "filter": filter });
    api.data(query, variables).await["municipality"]["services"].take()
}

/// Recounts every value by asking with it; returns how many values were recounted.
async fn recount(api: &Api, slug: &str, search: Option<&str>, filter: Value) -> usize {
    let found = ask(api, FACETS, slug, search, &filter).await;
    let mut recounted = 0;
    for facet in NAMES {
        for value in found["facets"][facet].as_array().expect("a facet") {
            let mut chosen = filter.clone();
            chosen[facet] = json!([value["value"]]);
            let total = ask(api, COUNT, slug, search, &chosen).await["totalCount"].take();
            assert_eq!(value["count"], total, "{slug} {search:?} {filter} {facet} {value}");
            let asked = filter[facet].as_array().is_some_and(|asked| asked.contains(&value["value"]));
            assert_eq!(value["selected"], asked, "{facet} {value}");
            assert!(asked || value["count"] != 0, "{facet}: a value that finds nothing is not offered");
            assert!(value["label"].as_str().is_some_and(|label| !label.is_empty()), "{value}");
            assert!(value["labelEn"].as_str().is_some_and(|label| !label.is_empty()), "{value}");
            recounted += 1;
        }
    }
    let mut open = filter.clone();
    open["openNow"] = json!(true);
    let total = ask(api, COUNT, slug, search, &open).await["totalCount"].take();
    assert_eq!(found["facets"]["openNow"], total, "{slug} {search:?} {filter}");
    recounted
}

on_both! {
    async fn a_count_is_what_asking_with_the_value_finds(api) {
        api.load(&large::municipality(Size { services: 60, contacts: 20, organisations: 30 })).await;
        let cases = [
            ("esbjerg", None, json!({})),
            ("esbjerg", None, json!({ "themes": ["bolig"] })),
            ("esbjerg", Some("misbrug"), json!({})),
            ("esbjerg", Some("misbrug"), json!({ "sectors": ["MUNICIPAL"], "ageGroups": ["AGE_31_TO_64"] })),
            ("esbjerg", None, json!({ "organisations": ["boern-og-kultur"], "themes": ["krise-og-vold"] })),
            ("aabenraa", None, json!({ "access": ["OPEN", "REFERRAL"], "targetGroups": ["hjemloese"] })),
            (
                "aabenraa",
                Some("hjælp"),
                json!({ "themes": ["sundhed", "boligforhold"], "sectors": ["VOLUNTARY"] }),
            ),
            ("prove", None, json!({ "openNow": true, "themes": ["tema-3"] })),
            ("prove", Some("gæld"), json!({ "access": ["OPEN"], "organisations": ["enhed-1", "enhed-2"] })),
        ];
        let mut recounted = 0;
        for (slug, search, filter) in cases {
            recounted += recount(&api, slug, search, filter).await;
        }
        assert!(recounted > 150, "{recounted}");
    }

    async fn a_value_that_is_asked_for_is_shown_even_where_it_finds_nothing(api) {
        let filter = json!({ "themes": ["krise-og-vold"], "sectors": ["VOLUNTARY"] });
        let found = ask(&api, FACETS, "esbjerg", None, &filter).await;
        assert_eq!(found["totalCount"], 0);
        let selected = |facet: &str| {
            let values = found["facets"][facet].as_array().cloned().unwrap_or_default();
            values
                .into_iter()
                .filter(|value| value["selected"] == true)
                .map(|value| value["value"].clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(selected("themes"), [json!("krise-og-vold")]);
        assert_eq!(selected("sectors"), [json!("VOLUNTARY")]);
    }

    async fn counts_follow_the_clock(api) {
        api.load(&large::municipality(Size { services: 12, contacts: 4, organisations: 4 })).await;
        let open = async || ask(&api, FACETS, "prove", None, &json!({})).await["facets"]["openNow"].take();
        assert_eq!(open().await, 12, "Tuesday morning");
        api.set_clock("2026-03-03T14:00:00Z");
        assert_eq!(open().await, 0, "15 o'clock in Denmark");
    }
}
