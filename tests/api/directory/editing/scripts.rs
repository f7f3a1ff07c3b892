//! A script typed into any text field comes out of the printable pages as text.

use serde_json::{Value, json};
use tests::on_both;

use super::{leader, read, read_contact, refusals, update};

/// Puts markup behind every text of a form that takes any words; counts them.
fn poison(form: &mut Value) -> usize {
    const FREE: [&str; 22] = [
        "name",
        "title",
        "department",
        "purpose",
        "description",
        "eligibilityDescription",
        "applicationProcess",
        "interpretationServices",
        "feesDescription",
        "sourceNote",
        "act",
        "paragraph",
        "unit",
        "label",
        "source",
        "address1",
        "city",
        "role",
        "text",
        "note",
        "alternateNames",
        "officialNames",
    ];
    let mut count = 0;
    if let Value::Object(fields) = form {
        for (field, value) in fields {
            match value {
                Value::String(text) if FREE.contains(&field.as_str()) => {
                    text.push_str(&format!("<script>alert('{field}')</script>\"onx='"));
                    count += 1;
                }
                Value::Array(items) => {
                    for item in items {
                        if let (Value::String(text), true) = (&mut *item, FREE.contains(&field.as_str())) {
                            text.push_str("<script>x</script>");
                            count += 1;
                        }
                        count += poison(item);
                    }
                }
                Value::Object(_) => count += poison(value),
                _ => {}
            }
        }
    }
    count
}

on_both! {
    async fn a_script_in_any_text_is_text_in_the_catalogue(api) {
        let leader = leader(&api).await;
        let mut service = read(&api, &leader, "service", "center-for-misbrug").await;
        let form = &mut service.form;
        for text in ["purpose", "eligibilityDescription", "applicationProcess", "interpretationServices", "feesDescription", "sourceNote"] {
            form[text] = json!("Tekst ");
        }
        form["legalBasis"] = json!([{ "act": "Lov", "paragraph": "§ 1" }]);
        form["capacities"] = json!([{ "unit": "pladser", "maximum": 2, "description": "note" }]);
        form["costOptions"] = json!([{ "amount": 1.0, "description": "for" }]);
        form["keyFigures"] = json!([{ "label": "tal", "value": 1.0, "valueTo": null, "unit": "stk", "year": 2025, "description": "om", "source": "kilde" }]);
        form["locations"] = json!([{ "name": "Hus", "address1": "Vej 1", "postalCode": "6700", "city": "Esbjerg" }]);
        form["phones"] = json!([{ "number": "75123456", "kind": "VOICE", "description": "om" }]);
        form["emails"] = json!([{ "address": "x@example.org", "description": "om" }]);
        form["links"] = json!([{ "url": "https://example.org/?a=%3Cscript%3E", "label": "side" }]);
        form["schedules"] = json!([{ "byday": ["MONDAY"], "weeks": "EVERY", "opensAt": null, "closesAt": null,
            "validFrom": null, "validTo": null, "description": "om" }]);
        form["scheduleExceptions"] = json!([{ "validFrom": "2026-03-01", "validTo": "2026-12-31", "closed": true,
            "opensAt": null, "closesAt": null, "description": "om" }]);
        form["alternateNames"] = json!(["andet"]);
        assert!(poison(form) > 20);
        assert_eq!(refusals(&update(&api, &leader, "Service", &service).await), [""; 0]);

        for slug in ["kfum", "sociale-tilbud", "borger-og-arbejdsmarked"] {
            let mut organisation = read(&api, &leader, "organisation", slug).await;
            poison(&mut organisation.form);
            assert_eq!(refusals(&update(&api, &leader, "Organisation", &organisation).await), [""; 0]);
        }
        let mut contact = read_contact(&api, &leader, "Center for misbrug").await;
        contact.form["title"] = json!("Titel");
        contact.form["department"] = json!("Afdeling");
        poison(&mut contact.form);
        assert_eq!(refusals(&update(&api, &leader, "Contact", &contact).await), [""; 0]);
        let themes = r#"{ municipality(slug: "esbjerg") { themes { id revision form { name nameEn icon description } } } }"#;
        let data = api.data_for(&leader, themes, json!({})).await;
        let theme = &data["municipality"]["themes"][0];
        let mut form = theme["form"].clone();
        poison(&mut form);
        let change = "mutation ($input: ThemeUpdateInput!) { themeUpdate(input: $input) { userErrors { code field } } }";
        let input = json!({ "id": theme["id"], "revision": theme["revision"], "form": form, "note": "<script>" });
        let data = api.data_for(&leader, change, json!({ "input": input })).await;
        assert_eq!(refusals(&data["themeUpdate"]), [""; 0]);

        for path in ["/esbjerg/katalog", "/esbjerg/katalog?lang=en"] {
            let (_, html) = api.get(path).await;
            assert!(!html.contains("<script>"), "{path}");
            assert!(html.matches("&lt;script&gt;alert(").count() > 10, "{path}: it is told as text");
        }
    }
}
