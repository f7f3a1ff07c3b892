//! `GET /<municipality>/ramme/<number>/print`: an edition as a page, without WASM.

use axum::body::Body;
use axum::http::Request;
use axum::http::StatusCode;
use entity::directory::values::Visibility;
use entity::framework::values::Register;
use serde_json::json;
use tests::api::{Api, text};
use tests::on_both;
use tests::people::Somebody;

use super::begun::{add_forum, add_row, answer, awake, begin, begun, leader, member, publish, stored};

async fn get_as(api: &Api, who: &Somebody, path: &str) -> (StatusCode, String) {
    let request = Request::get(path)
        .header("cookie", &awake(api, who).await.cookie)
        .body(Body::empty())
        .expect("a request");
    let response = api.send(request).await;
    (response.status(), text(response).await)
}

on_both! {
    async fn it_shows_answers_registers_and_services_in_both_languages(api) {
        let id = begin(&api, 1, Visibility::Public).await;
        answer(&api, "partners", "## Vi\n\n- KFUM\n- <script>alert(1)</script>\n\n[ond](javascript:alert(1))").await;
        add_forum(&api, id, "Netværksgruppen").await;
        for (year, group, number) in [(2026, "Kvinder", 4), (2027, "Kvinder", 6), (2026, "Mænd", 9)] {
            let form = json!({ "year": year, "group": group, "number": number });
            add_row(&api, id, Register::ExpectedIntake, form).await;
        }
        let pathway = json!({ "name": "Ny i byen", "description": null, "steps": [
            { "key": "a", "text": "Gadeteamet møder borgeren", "actor": { "organisationId": null, "name": "Gadeteamet" },
              "channel": "telefon", "within": "samme dag", "next": [
                { "condition": "borgeren siger ja", "to": "b" }, { "condition": null, "to": "c" }] },
            { "key": "b", "text": "Mødet holdes", "next": [{ "condition": null, "to": "c" }] },
            { "key": "c", "text": "Der følges op", "next": [] },
        ] });
        add_row(&api, id, Register::Pathway, pathway).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;

        let (status, page) = api.get("/aabenraa/ramme/1/print").await;
        assert_eq!(status, StatusCode::OK);
        for part in [
            "<html lang=\"da\">", "Overordnet ramme", "3. september 2026", "href=\"#maalgruppe-2\"", "<li>KFUM</li>",
            "Netværksgruppen", "Politiet", "<th class=\"number\" scope=\"col\">2027</th>", "Gadeteamet møder borgeren",
            "borgeren siger ja", "samme dag", "<h4 lang=\"da\"><a href=\"/aabenraa/tilbud/", "/print/framework.css",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("<script") && !page.contains("javascript:") && !page.contains("Prøve"));
        let (_, english) = api.get("/aabenraa/ramme/1/print?lang=en").await;
        assert!(english.contains("<html lang=\"en\">") && english.contains("Who are your partners?"));
        assert_eq!(api.get("/print/framework.css").await.0, StatusCode::OK);
    }

    async fn what_is_not_there_or_not_for_these_eyes_is_not_found(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        for path in ["/aabenraa/ramme/2/print", "/aabenraa/ramme/x/print", "/ingen/ramme/1/print"] {
            assert_eq!(api.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
        let row = entity::framework::framework::ActiveModel {
            id: sea_orm::ActiveValue::Set(stored(&api).await.id),
            visibility: sea_orm::ActiveValue::Set(Visibility::SignedIn),
            ..Default::default()
        };
        sea_orm::ActiveModelTrait::update(row, api.app.db()).await.expect("another visibility");
        assert_eq!(api.get("/aabenraa/ramme/1/print").await.0, StatusCode::NOT_FOUND);
        assert_eq!(get_as(&api, &member, "/aabenraa/ramme/1/print").await.0, StatusCode::OK);
        let stranger = api.somebody(entity::identity::values::Role::ProjectLeader, "esbjerg").await;
        assert_eq!(get_as(&api, &stranger, "/aabenraa/ramme/1/print").await.0, StatusCode::NOT_FOUND);
    }
}
