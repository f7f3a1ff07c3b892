//! `/<municipality>/export.json` and `/<municipality>/export.csv`: the directory as files.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use entity::identity::values::Role;
use tests::api::{Api, text};
use tests::on_both;
use tests::people::Somebody;

/// What somebody gets, with its headers told in one line.
async fn get(api: &Api, somebody: Option<&Somebody>, path: &str) -> (StatusCode, String, String) {
    let mut request = Request::get(path);
    if let Some(somebody) = somebody {
        request = request.header("cookie", &somebody.cookie);
    }
    let response = api.send(request.body(Body::empty()).expect("a request")).await;
    let header = |name: &str| {
        let value = response.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let headers = ["content-type", "content-disposition", "cache-control"].map(header).join("; ");
    (response.status(), headers, text(response).await)
}

on_both! {
    async fn json_holds_everything_one_entry_a_line(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let (status, headers, file) = get(&api, Some(&leader), "/esbjerg/export.json").await;
        assert_eq!(status, 200);
        assert_eq!(headers, "application/json; attachment; filename=\"esbjerg.json\"; private, no-store");
        let json: serde_json::Value = serde_json::from_str(&file).expect("JSON");
        let entries = json["entries"].as_array().expect("entries");
        let of_kind = |kind: &str| entries.iter().filter(|entry| entry["kind"] == kind).count();
        assert_eq!(of_kind("service"), 27);
        assert!(of_kind("contact") > 5 && of_kind("organisation") > 5 && of_kind("theme") > 5);
        assert_eq!(file.lines().count(), entries.len() + 2);
        let again = get(&api, Some(&leader), "/esbjerg/export.json").await;
        assert_eq!(again.2, file, "the same directory is the same file");
    }

    async fn csv_is_what_danish_spreadsheets_want(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let (status, headers, file) = get(&api, Some(&leader), "/esbjerg/export.csv").await;
        assert_eq!(status, 200);
        assert_eq!(
            headers,
            "text/csv; charset=utf-8; attachment; filename=\"esbjerg.csv\"; private, no-store",
        );
        assert!(file.starts_with("\u{feff}nøgle;navn;andre navne;organisation;"), "{}", &file[..80]);
        assert!(file.contains(";Oqqumut;"));
        // No cell that a spreadsheet would take for a formula.
        assert!(!file.contains(";=") && !file.contains(";+") && !file.contains(";@"));
    }

    async fn only_the_project_leader_takes_it_out(api) {
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        for path in ["/esbjerg/export.json", "/esbjerg/export.csv"] {
            for somebody in [None, Some(&partner), Some(&stranger)] {
                assert_eq!(get(&api, somebody, path).await.0, 403, "{path}");
            }
        }
        assert_eq!(get(&api, Some(&partner), "/nowhere/export.csv").await.0, 404);
    }
}
