//! `serviceCreate`, `serviceUpdate`, `serviceClose`.

use entity::identity::values::Role;
use serde_json::json;
use tests::api::column;
use tests::on_both;

use super::{Entry, SERVICE, changes, entry, leader, read, read_contact, refusals, update, update_of};

const CLOSE: &str = "mutation ($input: ServiceCloseInput!) { serviceClose(input: $input) {
    service { status successor { slug } revision } userErrors { code field } } }";

on_both! {
    async fn everything_in_a_form_is_kept(api) {
        let leader = leader(&api).await;
        let mut sent = read(&api, &leader, "service", "oqqumut").await;
        let contact = read_contact(&api, &leader, "Heidi Conradsen").await.id;
        let form = &mut sent.form;
        form["alternateNames"] = json!(["Prøvenavn"]);
        form["purpose"] = json!("Et formål");
        form["description"] = json!("Første afsnit.\n\nAndet afsnit.");
        form["eligibilityDescription"] = json!("Alle");
        form["minimumAge"] = json!(18);
        form["maximumAge"] = json!(30);
        form["access"] = json!("SELF_REFERRAL");
        form["applicationProcess"] = json!("Ring");
        form["legalBasis"] = json!([{ "act": "Serviceloven", "paragraph": "§ 104" }, { "act": "Sundhedsloven", "paragraph": "§ 141" }]);
        form["languages"] = json!(["da", "kl", "pt-BR"]);
        form["interpretationServices"] = json!("Tolk bestilles");
        form["capacities"] = json!([{ "unit": "pladser", "maximum": 12, "description": null }]);
        form["costOptions"] = json!([{ "amount": 25.5, "description": "Frokost" }]);
        form["feesDescription"] = json!("Næsten gratis");
        form["keyFigures"] = json!([{ "label": "Brugere", "value": 10.0, "valueTo": 12.0, "unit": "personer",
            "year": 2025, "description": null, "source": "Prøve" }]);
        form["schedules"] = json!([{ "byday": ["MONDAY", "FRIDAY"], "weeks": "ODD", "opensAt": "09:30", "closesAt": "15:00",
            "validFrom": "2026-01-01", "validTo": "2026-12-31", "description": "Kom bare" }]);
        form["scheduleExceptions"] = json!([{ "validFrom": "2026-12-24", "validTo": "2026-12-26", "closed": true,
            "opensAt": null, "closesAt": null, "description": "Jul" }]);
        form["locations"] = json!([{ "name": "Huset", "address1": "Prøvevej 2", "postalCode": "6700", "city": "Esbjerg" }]);
        form["phones"] = json!([{ "number": "+4575123456", "kind": "SMS", "description": "Kun sms" }]);
        form["emails"] = json!([{ "address": "oq@example.org", "description": null }]);
        form["links"] = json!([{ "url": "https://example.org/oq", "label": "Siden" }]);
        form["contacts"] = json!([{ "contactId": contact, "role": "Leder" }]);
        form["status"] = json!("PAUSED");
        form["pausedUntil"] = json!("2026-05-01");
        form["ownerId"] = json!(format!("person:{}", leader.id.0));
        form["checkIntervalDays"] = json!(90);
        form["sourceNote"] = json!("En note");
        let payload = update(&api, &leader, "Service", &sent).await;
        assert_eq!(refusals(&payload), [""; 0]);
        assert_eq!(payload["service"]["form"], sent.form);
        assert_eq!(payload["service"]["revision"], json!(sent.revision + 1));
        // And from the database again, as the next process would read it.
        let again = read(&api, &leader, "service", "oqqumut").await;
        assert_eq!(again.form, sent.form);
        let told = changes(&api, &leader, &sent.id).await["nodes"][0]["fields"].take();
        let fields = column(&told, "/field");
        let owner = told.as_array().and_then(|told| told.iter().find(|field| field["field"] == "ownerId"));
        assert_eq!(owner.expect("the owner")["after"], "Prøve ProjectLeader", "people by name");
        assert!(fields.contains(&"keyFigures".to_owned()) && fields.contains(&"schedules".to_owned()), "{fields:?}");

        let mut emptied = again;
        for list in ["legalBasis", "languages", "capacities", "costOptions", "keyFigures", "schedules",
            "scheduleExceptions", "locations", "phones", "emails", "links", "contacts", "targetGroupIds", "alternateNames"] {
            emptied.form[list] = json!([]);
        }
        emptied.form["status"] = json!("ACTIVE");
        emptied.form["pausedUntil"] = json!(null);
        let payload = update(&api, &leader, "Service", &emptied).await;
        assert_eq!(refusals(&payload), [""; 0]);
        assert_eq!(payload["service"]["form"], emptied.form);
    }

    async fn one_is_made_from_a_copy(api) {
        let leader = leader(&api).await;
        let mut copy = read(&api, &leader, "service", "oqqumut").await.form;
        copy["name"] = json!("Prøvetilbud Ål");
        let query = format!("mutation ($input: ServiceCreateInput!) {{ serviceCreate(input: $input) {{
            service {{ id slug revision form {{ {SERVICE} }} }} userErrors {{ code field }} }} }}");
        let input = json!({ "municipality": "esbjerg", "form": copy, "note": null });
        let data = api.data_for(&leader, &query, json!({ "input": input })).await;
        assert_eq!(refusals(&data["serviceCreate"]), [""; 0]);
        let made = &data["serviceCreate"]["service"];
        assert_eq!(made["slug"], "proevetilbud-aal");
        assert_eq!(entry(made).form, copy);
        let found = r#"{ municipality(slug: "esbjerg") { services(search: "Prøvetilbud") { nodes { slug } } } }"#;
        let data = api.data(found, json!({})).await;
        assert_eq!(data["municipality"]["services"]["nodes"][0]["slug"], "proevetilbud-aal", "found at once");
    }

    async fn what_is_wrong_is_told_beside_its_field(api) {
        let leader = leader(&api).await;
        let mut sent = read(&api, &leader, "service", "oqqumut").await;
        let theme = sent.form["themeIds"][0].clone();
        let foreign = format!("theme:{}", leader.id.0);
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let form = &mut sent.form;
        form["organisationId"] = json!("kfum");
        form["parentId"] = json!(sent.id);
        form["themeIds"] = json!([theme, theme, foreign]);
        form["description"] = json!("");
        form["minimumAge"] = json!(40);
        form["maximumAge"] = json!(30);
        form["languages"] = json!(["dansk og engelsk"]);
        form["capacities"] = json!([{ "unit": "", "maximum": -1, "description": null }]);
        form["costOptions"] = json!([{ "amount": -5.0, "description": "x" }]);
        form["keyFigures"] = json!([{ "label": "x", "value": 3.0, "valueTo": 2.0, "unit": "x", "year": 26, "description": null, "source": "" }]);
        form["scheduleExceptions"] = json!([{ "validFrom": "2026-12-26", "validTo": "2026-12-24", "closed": true,
            "opensAt": "09:00", "closesAt": null, "description": null }]);
        form["status"] = json!("ACTIVE");
        form["pausedUntil"] = json!("2026-05-01");
        form["ownerId"] = json!(format!("person:{}", stranger.id.0));
        form["checkIntervalDays"] = json!(0);
        let expected = [
            "capacities.0.maximum INVALID", "capacities.0.unit REQUIRED", "checkIntervalDays INVALID",
            "costOptions.0.amount INVALID", "description REQUIRED", "keyFigures.0.source REQUIRED",
            "keyFigures.0.valueTo INVALID", "keyFigures.0.year INVALID", "languages.0 INVALID",
            "maximumAge INVALID", "organisationId NOT_FOUND", "ownerId NOT_FOUND", "parentId INVALID",
            "pausedUntil INVALID", "scheduleExceptions.0.closesAt REQUIRED", "scheduleExceptions.0.opensAt INVALID",
            "scheduleExceptions.0.validTo INVALID", "themeIds.1 INVALID", "themeIds.2 NOT_FOUND",
        ];
        assert_eq!(refusals(&update(&api, &leader, "Service", &sent).await), expected);
        sent.form["themeIds"] = json!([]);
        assert!(refusals(&update(&api, &leader, "Service", &sent).await).contains(&"themeIds REQUIRED".to_owned()));
    }

    async fn a_closed_one_leaves_the_lists_and_names_its_successor(api) {
        let leader = leader(&api).await;
        let closing = read(&api, &leader, "service", "oqqumut").await;
        let successor = read(&api, &leader, "service", "center-for-misbrug").await;
        let input = |to: &str| json!({ "input": { "id": closing.id, "revision": closing.revision, "successorId": to, "note": "Samlet" } });
        let data = api.data_for(&leader, CLOSE, input(&closing.id)).await;
        assert_eq!(refusals(&data["serviceClose"]), ["successorId NOT_FOUND"], "not itself");
        let data = api.data_for(&leader, CLOSE, input(&successor.id)).await;
        let closed = json!({ "status": "CLOSED", "successor": { "slug": "center-for-misbrug" }, "revision": closing.revision + 1 });
        assert_eq!(data["serviceClose"]["service"], closed);
        let query = r#"{ municipality(slug: "esbjerg") { services { totalCount } service(slug: "oqqumut") { status successor { name } } } }"#;
        let seen = api.data(query, json!({})).await;
        assert_eq!(seen["municipality"]["services"]["totalCount"], 26);
        assert_eq!(seen["municipality"]["service"]["status"], "CLOSED", "its page is still there");
        let told = changes(&api, &leader, &closing.id).await["nodes"][0].clone();
        assert_eq!((&told["action"], &told["note"]), (&json!("CLOSED"), &json!("Samlet")));
        assert!(column(&told["fields"], "/field").contains(&"successorId".to_owned()), "{told}");

        // A closed one takes nobody's place.
        let other = json!({ "input": { "id": successor.id, "revision": successor.revision, "successorId": closing.id, "note": null } });
        let data = api.data_for(&leader, CLOSE, other).await;
        assert_eq!(refusals(&data["serviceClose"]), ["successorId NOT_FOUND"]);

        // Opened again, nothing has its place.
        let mut again = read(&api, &leader, "service", "oqqumut").await;
        again.form["status"] = json!("ACTIVE");
        assert_eq!(refusals(&update(&api, &leader, "Service", &again).await), [""; 0]);
        let seen = api.data(query, json!({})).await;
        assert_eq!(seen["municipality"]["service"], json!({ "status": "ACTIVE", "successor": null }));
    }

    async fn nobody_else_may(api) {
        let leader = leader(&api).await;
        let Entry { id, revision, form } = read(&api, &leader, "service", "oqqumut").await;
        let change = json!({ "input": { "id": id, "revision": revision, "form": form, "note": null } });
        let close = json!({ "input": { "id": id, "revision": revision, "successorId": null, "note": null } });
        let others = [
            api.somebody(Role::ProjectLeader, "aabenraa").await,
            api.somebody_of(Role::Partner, "esbjerg", Some("esbjerg-kommune")).await,
        ];
        for (query, variables) in [(update_of("Service").as_str(), &change), (CLOSE, &close)] {
            for somebody in &others {
                assert_eq!(api.refused_to(somebody, query, variables.clone()).await, "FORBIDDEN");
            }
            assert_eq!(api.error(query, variables.clone()).await.0, "FORBIDDEN");
        }
        // A form is for those who may change the entry or propose how.
        let form = r#"{ municipality(slug: "esbjerg") { service(slug: "oqqumut") { form { name } } } }"#;
        assert_eq!(api.error(form, json!({})).await.0, "FORBIDDEN");
        assert_eq!(api.refused_to(&others[0], form, json!({})).await, "FORBIDDEN");
        assert_eq!(api.data_for(&others[1], form, json!({})).await["municipality"]["service"]["form"]["name"], "Oqqumut");
    }
}
