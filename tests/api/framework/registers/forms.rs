//! `registerRowCreate`, `registerRowUpdate` and `registerRowDelete` for each register: what a row says, and what is
//! wrong with it beside its field.

use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;

use super::history::changes;
use super::{DELETE, begun, create, forum, leader, made, tool, update};
use crate::directory::editing::refusals;

/// A form of each register with everything filled in, and what the row is called. `unit`: an organisation of the directory.
fn one_of_each(unit: &Value) -> Vec<(&'static str, &'static str, Value)> {
    let (inside, outside) = (
        json!({ "organisationId": unit["id"], "name": unit["name"] }),
        json!({ "organisationId": null, "name": "En forening" }),
    );
    vec![
        (
            "populationFigure",
            "Kvinder 2026",
            json!({ "group": "Kvinder", "number": 255, "numberTo": 260,
            "asOf": "2026-01-01", "source": "En prøve" }),
        ),
        (
            "expectedIntake",
            "Mænd 2027",
            json!({ "year": 2027, "group": "Mænd", "number": 20, "numberTo": 25, "source": "En prøve" }),
        ),
        (
            "supportFigure",
            "Støtte",
            json!({ "paragraph": "Serviceloven § 85", "serviceType": "Støtte", "number": 2.5,
            "numberTo": 3.0, "unit": "timer", "period": "om ugen", "source": "En prøve" }),
        ),
        ("partner", "", json!({ "party": inside, "branch": "Social", "role": "Giver råd" })),
        (
            "outreach",
            "Gadeteam",
            json!({ "name": "Gadeteam", "anchoring": inside, "description": "Går ud." }),
        ),
        (
            "forum",
            "Netværksgruppe",
            json!({ "name": "Netværksgruppe", "level": "MUNICIPAL", "purpose": "At mødes",
            "members": [inside, outside], "chair": "Lederen", "rhythm": "Hver måned", "meetingsPerYear": 12,
            "meetings": [{ "date": "2026-04-07", "note": "På rådhuset" }, { "date": "2026-05-05", "note": null }] }),
        ),
        (
            "pathway",
            "Ny i byen",
            json!({ "name": "Ny i byen", "description": "For dem, der flytter hertil", "steps": [
            { "key": "moved", "text": "Flytter", "actor": outside, "channel": "Mail", "within": "7 dage",
                "next": [{ "condition": "Brug for hjælp", "to": "visit" }, { "condition": null, "to": "moved" }] },
            { "key": "visit", "text": "Får besøg", "actor": null, "channel": null, "within": null, "next": [] } ] }),
        ),
        (
            "agreement",
            "Om børn",
            json!({ "subject": "Om børn", "level": "VOLUNTARY", "parties": [inside, outside], "signedOn": "2026-01-01",
            "evaluateBy": "2027-01-01", "document": "https://example.org/aftale.pdf", "status": "IN_FORCE", "notes": "Fornyes" }),
        ),
        (
            "coordinatingFunction",
            "Samler trådene",
            json!({ "branch": "Social", "function": "Samler trådene",
            "holder": "En koordinator", "description": "For voksne" }),
        ),
        (
            "channel",
            "Telefon",
            json!({ "level": "CITIZEN", "kind": "Telefon", "between": [inside], "description": "Om formiddagen" }),
        ),
        (
            "citizenPlan",
            "Handleplan",
            json!({ "name": "Handleplan", "holder": "Tovholderen", "keptAt": "Journalen",
            "access": "Rådgiveren", "coordinated": "Hver måned", "citizenInvolved": "Skriver med" }),
        ),
        (
            "tool",
            "Netværkskort",
            json!({ "name": "Netværkskort", "description": "Tegnes sammen",
            "link": "https://example.org/kort", "users": "Alle" }),
        ),
        (
            "dissemination",
            "Nyhedsbrev",
            json!({ "channel": "Nyhedsbrev", "audience": "Partnere", "description": "Hvert kvartal" }),
        ),
    ]
}

/// An organisation of Aabenraa.
async fn unit(api: &Api) -> Value {
    let query =
        r#"{ municipality(slug: "aabenraa") { organisations(first: 1) { nodes { id name slug } } } }"#;
    api.data(query, json!({})).await["municipality"]["organisations"]["nodes"][0].take()
}

on_both! {
    async fn a_row_of_each_register_is_made_changed_and_taken_out(api) {
        begun(&api, None).await;
        let (leader, unit) = (leader(&api).await, unit(&api).await);
        for (register, title, form) in one_of_each(&unit) {
            let made = made(&api, &leader, json!({ register: form })).await;
            let mut says = made["form"].clone();
            let kind = says.as_object_mut().and_then(|says| says.remove("__typename"));
            assert_eq!(says, form, "{register}");
            let kind = kind.as_ref().and_then(Value::as_str).unwrap_or_default().to_lowercase();
            assert_eq!(kind, format!("{register}Form").to_lowercase());
            assert_eq!(made["register"].as_str().map(|word| word.replace('_', "").to_lowercase()), Some(register.to_lowercase()));
            let title = if register == "partner" { unit["name"].as_str().unwrap_or_default() } else { title };
            assert_eq!((&made["title"], &made["revision"], &made["position"]), (&json!(title), &json!(1), &json!(0)));
            let names_unit = form.to_string().contains(unit["id"].as_str().expect("a key"));
            let path = format!("/aabenraa/organisationer/{}", unit["slug"].as_str().expect("a slug"));
            let link = json!({ "organisationId": unit["id"], "name": unit["name"], "path": path });
            assert_eq!(made["organisations"], if names_unit { json!([link]) } else { json!([]) }, "{register}");

            let mut other = form.clone();
            let text = other.as_object_mut().into_iter().flatten().find(|(_, said)| said.as_str() == Some(title));
            if let Some((_, said)) = text {
                *said = json!("  Noget andet ");
            } else if register == "partner" {
                other["role"] = json!("Noget andet");
            } else {
                other["group"] = json!("Noget andet");
            }
            let payload = update(&api, &leader, &made, json!({ register: other })).await;
            assert_eq!(refusals(&payload), [""; 0], "{register}");
            assert_eq!(payload["row"]["revision"], 2);
            assert!(payload["row"]["form"].to_string().contains("\"Noget andet\""), "tidied: {payload}");
            let again = update(&api, &leader, &payload["row"], json!({ register: other })).await;
            assert_eq!(again["row"]["revision"], 2, "what says the same is no change");

            let input = json!({ "input": { "id": made["id"], "revision": 2 } });
            let data = api.data_for(&leader, DELETE, input.clone()).await;
            assert_eq!(data["registerRowDelete"], json!({ "deletedId": made["id"], "userErrors": [] }));
            assert_eq!(api.refused_to(&leader, DELETE, input).await, "NOT_FOUND");
            let mut told = column(&changes(&api, &leader, &made["id"]).await, "/action");
            told.sort_unstable();
            assert_eq!(told, ["CREATED", "DELETED", "UPDATED"], "{register} keeps its history");
        }
    }

    async fn what_is_wrong_is_told_beside_its_field(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let foreign = {
            let query = r#"{ municipality(slug: "esbjerg") { organisations(first: 1) { nodes { id } } } }"#;
            api.data(query, json!({})).await["municipality"]["organisations"]["nodes"][0]["id"].take()
        };
        let stranger = json!({ "organisationId": foreign, "name": "Esbjerg" });
        let long = "x".repeat(201);
        let wrong = [
            (json!({ "populationFigure": { "group": " ", "number": -1, "numberTo": -2, "asOf": "1066-10-14" } }),
                vec!["asOf INVALID", "group REQUIRED", "number INVALID", "numberTo INVALID"]),
            (json!({ "expectedIntake": { "year": 26, "group": long, "number": 3, "numberTo": 2 } }),
                vec!["group TOO_LONG", "numberTo INVALID", "year INVALID"]),
            (json!({ "supportFigure": { "serviceType": "", "number": -0.5, "unit": "", "period": "" } }),
                vec!["number INVALID", "period REQUIRED", "serviceType REQUIRED", "unit REQUIRED"]),
            (json!({ "partner": { "party": { "name": "" } } }), vec!["party.name REQUIRED"]),
            (json!({ "partner": { "party": stranger } }), vec!["party.organisationId NOT_FOUND"]),
            (json!({ "outreach": { "name": "Ude", "anchoring": stranger, "description": "" } }),
                vec!["anchoring.organisationId NOT_FOUND", "description REQUIRED"]),
            (json!({ "forum": { "name": "", "level": "CITIZEN", "purpose": "", "members": [{ "name": "En" }, { "name": "" }, stranger],
                "meetingsPerYear": 367, "meetings": [{ "date": "2026-04-07" }, { "date": "2026-04-07" }, { "date": "9999-01-01" }] } }),
                vec!["level INVALID", "meetings.1.date INVALID", "meetings.2.date INVALID", "meetingsPerYear INVALID",
                    "members.1.name REQUIRED", "members.2.organisationId NOT_FOUND", "name REQUIRED", "purpose REQUIRED"]),
            (json!({ "pathway": { "name": "Vej", "steps": [] } }), vec!["steps REQUIRED"]),
            (json!({ "pathway": { "name": "Vej", "steps": [
                { "key": "a", "text": "", "next": [{ "to": "c" }, { "to": "" }] }, { "key": "a", "text": "B", "next": [] } ] } }),
                vec!["steps.0.next.0.to NOT_FOUND", "steps.0.next.1.to REQUIRED", "steps.0.text REQUIRED", "steps.1.key INVALID"]),
            (json!({ "pathway": { "name": "Vej", "steps": [
                { "key": "a", "text": "A", "next": [] }, { "key": "b", "text": "B", "next": [{ "to": "a" }] } ] } }),
                vec!["steps.1 INVALID"]),
            (json!({ "agreement": { "subject": "", "level": "CITIZEN", "parties": [], "signedOn": "2026-02-01",
                "evaluateBy": "2026-01-01", "document": "javascript:alert(1)", "status": "ENDED" } }),
                vec!["document INVALID", "evaluateBy INVALID", "level INVALID", "subject REQUIRED"]),
            (json!({ "coordinatingFunction": { "branch": "", "function": "" } }), vec!["branch REQUIRED", "function REQUIRED"]),
            (json!({ "channel": { "level": "MIXED", "kind": "", "between": [{ "name": "" }] } }),
                vec!["between.0.name REQUIRED", "kind REQUIRED"]),
            (json!({ "citizenPlan": { "name": "" } }), vec!["name REQUIRED"]),
            (json!({ "tool": { "name": "", "link": "example.org" } }), vec!["link INVALID", "name REQUIRED"]),
            (json!({ "dissemination": { "channel": "a\u{0}b" } }), vec!["channel INVALID"]),
        ];
        for (form, expected) in wrong {
            let payload = create(&api, &leader, form.clone()).await;
            assert_eq!(refusals(&payload), expected, "{form}");
            assert_eq!(payload["row"], json!(null));
        }
        let row = made(&api, &leader, tool("Kort")).await;
        let payload = update(&api, &leader, &row, forum("Kort", "At mødes")).await;
        assert_eq!(refusals(&payload), ["form INVALID"], "a row stays in its register");
    }
}
