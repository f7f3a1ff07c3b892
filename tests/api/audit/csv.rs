//! `GET /<municipality>/log.csv`: the log as a spreadsheet.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use entity::identity::values::Role;
use server::access::Action;
use server::audit::Told;
use tests::api::{Api, text};
use tests::on_both;
use tests::people::Somebody;

use super::write;

async fn get(api: &Api, somebody: Option<&Somebody>, path: &str) -> (StatusCode, String, String) {
    let mut request = Request::get(path);
    if let Some(somebody) = somebody {
        request = request.header("cookie", &somebody.cookie);
    }
    let response = api.send(request.body(Body::empty()).expect("a request")).await;
    let headers = format!("{:?}", response.headers());
    (response.status(), headers, text(response).await)
}

on_both! {
    async fn it_opens_in_a_danish_spreadsheet(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let here = api.municipality_id("esbjerg").await;
        let told = Told::words("=HYPERLINK(\"http://evil.example\"); \"citat\"");
        write(&api.ctx(), Some(here), Action::DirectoryWrite, "service:prove", told).await;
        let (status, headers, csv) = get(&api, Some(&leader), "/esbjerg/log.csv").await;
        assert_eq!(status, StatusCode::OK);
        assert!(headers.contains("text/csv; charset=utf-8") && headers.contains("no-store"), "{headers}");
        assert!(headers.contains("log-esbjerg-2026-03-03.csv"), "{headers}");
        let lines: Vec<_> = csv.strip_prefix('\u{feff}').expect("a byte order mark").split("\r\n").collect();
        assert!(lines[0].starts_with("nummer;tidspunkt;"), "{}", lines[0]);
        assert!(lines[1].contains(";03-03-2026 10:00:00;2026-03-03T09:00:00.000Z;tovholder test;"), "{}", lines[1]);
        assert!(lines[1].contains("\"'=HYPERLINK(\"\"http://evil.example\"\"); \"\"citat\"\"\""), "{}", lines[1]);
        assert!(lines[2].contains("SampleLoad") && lines[3].is_empty() && lines.len() == 4, "{lines:?}");
    }

    async fn filters_narrow_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for (query, lines) in
            [("action=SampleLoad", 2), ("action=Dance", 1), ("from=2027-01-01", 1), ("to=2025-01-01", 1)]
        {
            let (_, _, csv) = get(&api, Some(&leader), &format!("/esbjerg/log.csv?{query}")).await;
            assert_eq!(csv.lines().count(), lines, "{query}: {csv}");
        }
        let (status, ..) = get(&api, Some(&leader), "/esbjerg/log.csv?from=yesterday").await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
    }

    async fn a_long_log_comes_whole(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let here = api.municipality_id("esbjerg").await;
        let ctx = api.ctx();
        let tx = server::db::begin(api.app.db()).await.expect("a transaction");
        for number in 0..2_100 {
            let told = Told::words(format!("number {number}"));
            server::audit::record(&ctx, &tx, Some(here), Action::DirectoryWrite, "x", told).await.expect("an entry");
        }
        tx.commit().await.expect("a commit");
        let (_, _, csv) = get(&api, Some(&leader), "/esbjerg/log.csv").await;
        assert_eq!(csv.lines().count(), 2_102);
        assert!((0..2_100).all(|number| csv.contains(&format!(";number {number};"))));
    }

    async fn it_is_not_there_for_others(api) {
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let partner = api.somebody(Role::Partner, "esbjerg").await;
        for somebody in [None, Some(&stranger), Some(&partner)] {
            assert_eq!(get(&api, somebody, "/esbjerg/log.csv").await.0, StatusCode::NOT_FOUND);
        }
        assert_eq!(get(&api, Some(&stranger), "/nowhere/log.csv").await.0, StatusCode::NOT_FOUND);
    }
}
