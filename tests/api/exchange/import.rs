//! `directoryImport` and `importApply`: a file is checked, mended, applied; all of it or nothing.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::NaiveDate;
use entity::directory::values::ServiceStatus;
use entity::directory::{directory_change, service};
use entity::identity::person;
use entity::identity::values::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use server::audit::chain::{self, Verdict};
use tests::api::{Api, text};
use tests::on_both;
use tests::people::Somebody;

const IMPORT: &str = "mutation ($input: DirectoryImportInput!) { directoryImport(input: $input) { import { ...run }
    userErrors { code field } } } fragment run on ImportRun { id status total done created updated unchanged errorCount
    canApply errors { line kind name field code value message } changes { line name isNew fields { field before after } } }";
const APPLY: &str = "mutation ($id: ID!) { importApply(input: { id: $id }) { import { status done total } userErrors { code } } }";

async fn export(api: &Api, leader: &Somebody, format: &str) -> String {
    let request = Request::get(format!("/esbjerg/export.{format}")).header("cookie", &leader.cookie);
    text(api.send(request.body(Body::empty()).expect("a request")).await).await
}

async fn import(api: &Api, leader: &Somebody, format: &str, content: &str) -> Value {
    let input =
        json!({ "municipality": "esbjerg", "format": format, "fileName": "prøve", "content": content });
    let data = api.data_for(leader, IMPORT, json!({ "input": input })).await;
    data["directoryImport"]["import"].clone()
}

async fn apply(api: &Api, leader: &Somebody, run: &Value) -> Value {
    api.data_for(leader, APPLY, json!({ "id": run["id"] })).await["importApply"].clone()
}

async fn name(api: &Api, slug: &str) -> Value {
    let query = "query ($slug: String!) { municipality(slug: \"esbjerg\") { service(slug: $slug) { name phones { number } } } }";
    api.data(query, json!({ "slug": slug })).await["municipality"]["service"].clone()
}

on_both! {
    async fn an_export_that_comes_back_changes_nothing(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        // Every column that the samples leave empty holds something.
        let person = person::Entity::find().one(api.app.db()).await.expect("an answer").expect("the leader");
        let of = tests::rows::municipality(api.app.db(), "esbjerg").await.id;
        service::Entity::update_many()
            .col_expr(service::Column::OwnerId, Expr::value(person.id))
            .col_expr(service::Column::CheckIntervalDays, Expr::value(90))
            .col_expr(service::Column::Status, Expr::value(ServiceStatus::Paused))
            .col_expr(service::Column::PausedUntil, Expr::value("2026-08-31".parse::<NaiveDate>().expect("a day")))
            .col_expr(service::Column::SourceNote, Expr::value("- ikke bekræftet"))
            .filter(service::Column::Slug.eq("oqqumut"))
            .exec(api.app.db())
            .await
            .expect("written");
        tests::rows::touch(api.app.db(), of).await;
        api.refresh().await;
        let all = export(&api, &leader, "json").await;
        assert!(all.contains(&format!("person:{}", person.id.0)) && all.contains("\"checkIntervalDays\":90"));
        for (format, kind) in [("json", "JSON"), ("csv", "CSV")] {
            let file = export(&api, &leader, format).await;
            let run = import(&api, &leader, kind, &file).await;
            assert_eq!((&run["status"], &run["errorCount"]), (&json!("CHECKED"), &json!(0)), "{run}");
            assert_eq!((&run["created"], &run["updated"]), (&json!(0), &json!(0)), "{run}");
            assert_eq!(run["unchanged"], run["total"]);
            assert_eq!(apply(&api, &leader, &run).await["import"]["status"], "APPLIED");
            assert_eq!(export(&api, &leader, format).await, file);
        }
        let changes = directory_change::Entity::find().count(api.app.db()).await.expect("a number");
        assert_eq!(changes, 0);
    }

    async fn a_file_with_errors_is_told_by_line_and_changes_nothing_until_it_is_mended(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let file = export(&api, &leader, "csv").await;
        let wrong = file.replace(";Oqqumut;", ";;").replace("i brug", "måske");
        let run = import(&api, &leader, "CSV", &wrong).await;
        assert_eq!(run["canApply"], false);
        let errors = run["errors"].as_array().expect("errors");
        let status = errors.iter().find(|error| error["field"] == "status" && error["line"] == 2).expect("one");
        assert_eq!((&status["code"], &status["value"], &status["kind"]), (&json!("INVALID"), &json!("måske"), &json!("SERVICE")));
        let refused = apply(&api, &leader, &run).await;
        assert_eq!(refused["userErrors"], json!([{ "code": "INVALID" }]));

        let mended = file.replace(";Oqqumut;", ";Oqqumut ved åen;");
        let run = import(&api, &leader, "CSV", &mended).await;
        assert_eq!((&run["updated"], &run["created"], &run["canApply"]), (&json!(1), &json!(0), &json!(true)), "{run}");
        let field = json!([{ "field": "name", "before": "Oqqumut", "after": "Oqqumut ved åen" }]);
        assert_eq!(run["changes"][0]["fields"], field);
        assert_eq!(name(&api, "oqqumut").await["name"], "Oqqumut", "nothing yet");
        assert_eq!(apply(&api, &leader, &run).await["import"]["status"], "APPLIED");
        assert_eq!(name(&api, "oqqumut").await["name"], "Oqqumut ved åen");
        let verdict = chain::verify(api.app.db()).await.expect("a verdict");
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
        assert_eq!(apply(&api, &leader, &run).await["userErrors"], json!([{ "code": "IN_USE" }]), "once");
    }

    async fn new_services_come_with_a_spreadsheet(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let theme = api.data(r#"{ municipality(slug: "esbjerg") { themes { slug } } }"#, json!({})).await;
        let theme = theme["municipality"]["themes"][0]["slug"].as_str().expect("a theme").to_owned();
        let file = format!(
            "nøgle;navn;organisation;temaer;beskrivelse;adgang;telefon\r\n\
             ;Prøve på række;kfum;{theme};\"Flere; linjer\r\nher\";henvisning;20 20 20 20 | 21212121\r\n"
        );
        let run = import(&api, &leader, "CSV", &file).await;
        assert_eq!((&run["created"], &run["errorCount"]), (&json!(1), &json!(0)), "{run}");
        assert_eq!(apply(&api, &leader, &run).await["import"]["status"], "APPLIED");
        let service = name(&api, "proeve-paa-raekke").await;
        assert_eq!(service["phones"], json!([{ "number": "+4520202020" }, { "number": "+4521212121" }]));
        let same = import(&api, &leader, "CSV", &file.replace("Prøve på række", "")).await;
        assert_eq!(same["errors"][0]["field"], "name", "{same}");
    }

    async fn entries_that_refer_to_each_other_come_in_one_file(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let file: Value = serde_json::from_str(&export(&api, &leader, "json").await).expect("JSON");
        let of_kind = |kind: &str| {
            let entries = file["entries"].as_array().expect("entries");
            entries.iter().find(|entry| entry["kind"] == kind).expect("one").clone()
        };
        let key = |number: u8| format!("0190b3c2-0000-7000-8000-0000000000{number:02}");
        let (mut organisation, mut part, mut service) =
            (of_kind("organisation"), of_kind("organisation"), of_kind("service"));
        organisation["id"] = json!(format!("organisation:{}", key(1)));
        organisation["form"]["name"] = json!("Prøvehus");
        organisation["form"]["parentId"] = json!(null);
        part["id"] = json!(format!("organisation:{}", key(2)));
        part["form"]["name"] = json!("Prøveafdeling");
        part["form"]["parentId"] = organisation["id"].clone();
        service["id"] = json!(format!("service:{}", key(3)));
        service["form"]["name"] = json!("Prøvetilbud");
        service["form"]["organisationId"] = part["id"].clone();
        // What refers stands before what it refers to.
        let content = json!({ "format": "tovholder-directory", "version": 1, "entries": [service, part, organisation] });
        let run = import(&api, &leader, "JSON", &content.to_string()).await;
        assert_eq!((&run["created"], &run["errorCount"]), (&json!(3), &json!(0)), "{run}");
        assert_eq!(apply(&api, &leader, &run).await["import"]["status"], "APPLIED");
        assert_eq!(name(&api, "proevetilbud").await["name"], "Prøvetilbud");
        let again = import(&api, &leader, "JSON", &content.to_string()).await;
        assert_eq!(again["unchanged"], 3, "{again}");
    }

    async fn what_was_changed_meanwhile_is_not_overwritten(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let file = export(&api, &leader, "csv").await.replace(";Oqqumut;", ";Oqqumut ved åen;");
        let run = import(&api, &leader, "CSV", &file).await;
        let of = tests::rows::municipality(api.app.db(), "esbjerg").await.id;
        tests::rows::touch(api.app.db(), of).await;
        api.refresh().await;
        let look = "query ($id: ID!) { municipality(slug: \"esbjerg\") { import(id: $id) { isOutdated canApply } } }";
        let data = api.data_for(&leader, look, json!({ "id": run["id"] })).await;
        assert_eq!(data["municipality"]["import"], json!({ "isOutdated": true, "canApply": false }));
        assert_eq!(apply(&api, &leader, &run).await["userErrors"], json!([{ "code": "STALE" }]));
        assert_eq!(name(&api, "oqqumut").await["name"], "Oqqumut");
    }

    async fn what_is_no_export_is_refused(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for (format, content) in [("JSON", "{}"), ("JSON", "nej"), ("CSV", "a,b,c\n1,2,3"), ("CSV", "")] {
            let run = import(&api, &leader, format, content).await;
            assert_eq!((&run["canApply"], &run["errors"][0]["line"]), (&json!(false), &json!(0)), "{run}");
        }
    }

    async fn only_the_project_leader_sends_files_in(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let run = import(&api, &leader, "CSV", "nøgle;navn\r\n").await;
        let input = json!({ "municipality": "esbjerg", "format": "CSV", "fileName": "x", "content": "navn\r\n" });
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, IMPORT, json!({ "input": input })).await, "FORBIDDEN");
        assert_eq!(api.error(IMPORT, json!({ "input": input })).await.0, "FORBIDDEN");
        assert_eq!(api.refused_to(&stranger, APPLY, json!({ "id": run["id"] })).await, "NOT_FOUND");
        let look = "query ($id: ID!) { municipality(slug: \"esbjerg\") { import(id: $id) { id } } }";
        let data = api.data_for(&stranger, look, json!({ "id": run["id"] })).await;
        assert_eq!(data["municipality"]["import"], json!(null));
    }

    async fn long_files_are_sent_as_they_are_and_worked_through_in_the_background(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let theme = api.data(r#"{ municipality(slug: "esbjerg") { themes { slug } } }"#, json!({})).await;
        let theme = theme["municipality"]["themes"][0]["slug"].as_str().expect("a theme").to_owned();
        let rows = (0..3_000).map(|row| {
            format!(";Prøverække nummer {row};kfum;{theme};En beskrivelse, som er lang nok til at fylde noget i filen.\r\n")
        });
        let file = format!("nøgle;navn;organisation;temaer;beskrivelse\r\n{}", rows.collect::<String>());
        let post = |kind: &str, cookie: Option<&str>| {
            let mut request = Request::post("/esbjerg/import?name=lang.csv").header("content-type", kind);
            if let Some(cookie) = cookie {
                request = request.header("cookie", cookie);
            }
            request.body(Body::from(file.clone())).expect("a request")
        };
        assert_eq!(api.send(post("text/csv", None)).await.status(), StatusCode::FORBIDDEN);
        let plain = api.send(post("text/plain", Some(&leader.cookie))).await;
        assert_eq!(plain.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let answer = api.send(post("text/csv", Some(&leader.cookie))).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let run: Value = serde_json::from_str(&text(answer).await).expect("JSON");
        let checked = awaited(&api, &leader, &run, "CHECKING").await;
        assert_eq!((&checked["status"], &checked["total"]), (&json!("CHECKED"), &json!(3_000)), "{checked}");
        let applying = apply(&api, &leader, &run).await;
        assert_eq!(applying["userErrors"], json!([]));
        let applied = awaited(&api, &leader, &run, "APPLYING").await;
        assert_eq!((&applied["status"], &applied["done"]), (&json!("APPLIED"), &json!(3_000)), "{applied}");
        assert_eq!(name(&api, "proeveraekke-nummer-2999").await["name"], "Prøverække nummer 2999");
    }
}

/// The run once it has left this state, asked for again and again.
async fn awaited(api: &Api, leader: &Somebody, run: &Value, leaves: &str) -> Value {
    let look =
        "query ($id: ID!) { municipality(slug: \"esbjerg\") { import(id: $id) { status total done } } }";
    for _ in 0..2_400 {
        let data = api.data_for(leader, look, json!({ "id": run["id"] })).await;
        let run = data["municipality"]["import"].clone();
        if run["status"] != leaves {
            return run;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("still {leaves}");
}
