//! `municipality.organisation(slug:)`: a unit, its place in the tree, its services and contacts.

use serde_json::json;
use tests::api::column;
use tests::on_both;

const ONE: &str =
    "query ($slug: String!, $of: String!) { municipality(slug: $slug) { organisation(slug: $of) {
    slug name alternateNames description sector taxId sourceNote phones { number } emails { address }
    locations { address1 postalCode city } links { url } parent { slug } ancestors { slug } children { slug }
    services { slug } serviceCount contacts { name }
} } }";

on_both! {
    async fn a_unit_shows_what_is_above_and_below_it(api) {
        let data = api.data(ONE, json!({ "slug": "esbjerg", "of": "sociale-tilbud" })).await;
        let unit = &data["municipality"]["organisation"];
        assert_eq!(unit["parent"]["slug"], "borger-og-arbejdsmarked");
        assert_eq!(column(&unit["ancestors"], "/slug"), ["esbjerg-kommune", "borger-og-arbejdsmarked"]);
        let below = ["socialpsykiatri", "misbrug", "vaeresteder", "sl-85-stoette", "boligsocialt-projekt"];
        assert_eq!(column(&unit["children"], "/slug"), below);
        let here = [
            "morgenroeden",
            "forsorgshjemmet",
            "kvindernes-krisecenter",
            "mandecenter",
            "foenix",
            "skjoldbo",
        ];
        assert_eq!(column(&unit["services"], "/slug"), here, "in the catalogue's order");
        assert_eq!(unit["serviceCount"], 11, "here and below");
    }

    async fn the_root_counts_every_municipal_service(api) {
        let data = api.data(ONE, json!({ "slug": "esbjerg", "of": "esbjerg-kommune" })).await;
        assert_eq!(data["municipality"]["organisation"]["serviceCount"], 16);
        assert_eq!(data["municipality"]["organisation"]["services"], json!([]));
    }

    async fn a_unit_shows_its_address_and_contacts(api) {
        let data = api.data(ONE, json!({ "slug": "aabenraa", "of": "aabenraa-kommune" })).await;
        let place = &data["municipality"]["organisation"]["locations"][0];
        assert_eq!(*place, json!({ "address1": "Skelbækvej 2", "postalCode": "6200", "city": "Aabenraa" }));
        let data = api.data(ONE, json!({ "slug": "aabenraa", "of": "social" })).await;
        let contacts = column(&data["municipality"]["organisation"]["contacts"], "/name");
        assert_eq!(contacts, ["Hanne Kruse", "Malini Inpanathan"]);
    }

    async fn a_slug_that_nobody_has_leads_nowhere(api) {
        for slug in ["", "ukendt", "blaa-kors"] {
            let data = api.data(ONE, json!({ "slug": "esbjerg", "of": slug })).await;
            assert_eq!(data["municipality"]["organisation"], json!(null), "{slug}");
        }
    }
}
