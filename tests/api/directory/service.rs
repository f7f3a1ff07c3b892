//! `municipality.service(slug:)`: everything there is to know about one service.

use serde_json::json;
use tests::api::column;
use tests::on_both;

const SERVICE: &str = "query ($slug: String!, $service: String!) { municipality(slug: $slug) { service(slug: $service) {
    slug name alternateNames purpose description eligibilityDescription minimumAge maximumAge access applicationProcess
    legalBasis { act paragraph } languages interpretationServices capacities { unit maximum } costOptions { amount currency description }
    feesDescription keyFigures { label value unit year source } locations { name address1 postalCode city }
    links { url label } status pausedUntil assuredDate assurer source sourceNote
    organisation { slug ancestors { slug } } parent { slug } subservices { slug } themes { slug } targetGroups { slug }
    contacts { role contact { name title kind phones { number type } emails { address } organisation { slug } } }
} } }";

on_both! {
    async fn a_service_tells_all_that_its_source_tells(api) {
        let data = api.data(SERVICE, json!({ "slug": "aabenraa", "service": "den-blaa-oase" })).await;
        let service = &data["municipality"]["service"];
        assert_eq!(service["name"], "Den Blå Oase");
        assert_eq!(service["access"], "OPEN");
        assert_eq!(service["costOptions"][0]["amount"], 20.0);
        assert_eq!(service["costOptions"][0]["currency"], "DKK");
        assert_eq!(service["organisation"], json!({ "slug": "blaa-kors", "ancestors": [] }));
        assert_eq!(service["status"], "ACTIVE");
        assert_eq!(service["assuredDate"], "2024-08-01");
        assert_eq!(service["assurer"], "Aabenraa Kommune");
        assert_eq!(column(&service["themes"], "/slug")[0], "faellesskaber", "its chapter first");
        assert_eq!(service["contacts"][0]["contact"]["name"], "Robert Refslund-Nørgaard");
        assert!(service["purpose"].is_string() && service["eligibilityDescription"].is_string());
    }

    async fn a_service_that_consists_of_others_names_them_in_order(api) {
        let data = api.data(SERVICE, json!({ "slug": "aabenraa", "service": "ressourceforloeb" })).await;
        let parts = column(&data["municipality"]["service"]["subservices"], "/slug");
        assert_eq!(
            parts,
            ["koordinerende-sagsbehandler", "step-up", "fagligt-forum", "jobguide", "jobformidler"]
        );
        let data = api.data(SERVICE, json!({ "slug": "aabenraa", "service": "step-up" })).await;
        assert_eq!(data["municipality"]["service"]["parent"]["slug"], "ressourceforloeb");
    }

    async fn a_unit_names_those_above_it_outermost_first(api) {
        let data = api.data(SERVICE, json!({ "slug": "esbjerg", "service": "center-for-misbrug" })).await;
        let above = column(&data["municipality"]["service"]["organisation"]["ancestors"], "/slug");
        assert_eq!(above, ["esbjerg-kommune", "borger-og-arbejdsmarked", "sociale-tilbud"]);
    }

    async fn a_slug_that_nobody_has_leads_nowhere(api) {
        for slug in ["", "ukendt", "CENTER-FOR-MISBRUG", "../oqqumut", "socialtandpleje"] {
            let data = api.data(SERVICE, json!({ "slug": "esbjerg", "service": slug })).await;
            assert_eq!(data["municipality"]["service"], json!(null), "{slug}");
        }
    }

    async fn a_slug_is_required(api) {
        let (code, _) =
            api.error(r#"{ municipality(slug: "esbjerg") { service { name } } }"#, json!({})).await;
        assert_eq!(code, "BAD_QUERY");
    }
}
