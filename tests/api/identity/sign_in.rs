//! `sessionBegin` and `sessionEnd`.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Request;
use entity::audit::audit_entry;
use entity::identity::values::Role;
use entity::identity::{person, session};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::{Api, text};
use tests::on_both;

use super::{BEGIN, PASSWORD, begin, member, run, set, who};

const END: &str = "mutation { sessionEnd { done } }";

fn nobody() -> Value {
    json!({ "viewer": null, "needsCode": false, "userErrors": [
        { "code": "WRONG", "field": null, "message": "Mail address, password or code is not right." },
    ] })
}

on_both! {
    async fn the_right_password_begins_a_session(api) {
        let person = member(&api, "Partner").await;
        let here = api.municipality_id("esbjerg").await;
        api.grant(person.id, Role::Partner, Some(here), None).await;
        let answer = begin(&api, &format!(" {} ", person.email.to_uppercase()), PASSWORD, None).await;
        assert_eq!(answer.payload, json!({
            "viewer": {
                "person": { "email": person.email }, "roles": [{ "role": "PARTNER" }], "withheldRoles": [],
                "secondFactor": "NONE",
            },
            "needsCode": false, "userErrors": [],
        }));
        assert_eq!(answer.headers["cache-control"], "private, no-store");
        let cookie = answer.cookie.clone().expect("a cookie");
        let (pair, attributes) = cookie.split_once("; ").expect("attributes");
        assert_eq!(attributes, "Path=/; Max-Age=43200; HttpOnly; Secure; SameSite=Lax");
        let (name, value) = pair.split_once('=').expect("a value");
        assert_eq!((name, value.len()), ("__Host-tovholder", 64));
        assert_eq!(who(&api, pair).await, json!(person.email));

        let rows = session::Entity::find().all(api.app.db()).await.expect("sessions");
        assert!(rows.iter().all(|row| row.token_hash != value), "the token itself is not stored");
        let told = audit_entry::Entity::find()
            .filter(audit_entry::Column::Action.eq("SignIn"))
            .filter(audit_entry::Column::PersonId.eq(person.id));
        assert_eq!(told.count(api.app.db()).await.expect("a number"), 1);
    }

    async fn whatever_is_wrong_the_answer_is_the_same(api) {
        let person = member(&api, "Partner").await;
        let blocked = member(&api, "Blocked").await;
        set(&api, blocked.id, person::Column::BlockedAt, Some(api.ctx().now())).await;
        let invited = api.person("Invited").await;
        let tries = [
            (person.email.as_str(), "en lampe i en dør"),
            (person.email.as_str(), ""),
            (person.email.as_str(), &"x".repeat(5_000)),
            ("nobody@example.org", PASSWORD),
            ("", ""),
            (&"n".repeat(400), PASSWORD),
            (blocked.email.as_str(), PASSWORD),
            (invited.email.as_str(), PASSWORD),
            (invited.email.as_str(), ""),
        ];
        for (email, password) in tries {
            let answer = begin(&api, email, password, None).await;
            assert_eq!(answer.payload, nobody(), "{email}");
            assert_eq!(answer.cookie, None, "{email}");
        }
        assert_eq!(session::Entity::find().count(api.app.db()).await.expect("a number"), 0);
    }

    async fn somebody_who_is_blocked_is_out_at_once(api) {
        let person = member(&api, "Partner").await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        assert_eq!(who(&api, &browser.cookie).await, json!(person.email));
        set(&api, person.id, person::Column::BlockedAt, Some(api.ctx().now())).await;
        assert_eq!(who(&api, &browser.cookie).await, Value::Null);
    }

    async fn a_session_planted_beforehand_stays_nobodys(api) {
        let person = member(&api, "Partner").await;
        let planted = format!("__Host-tovholder={}", "ab".repeat(32));
        let input = json!({ "input": { "email": person.email, "password": PASSWORD } });
        let first = run(&api, Some(&planted), None, BEGIN, input.clone()).await.browser(&person);
        assert_ne!(first.cookie, planted);
        assert_eq!(who(&api, &planted).await, Value::Null);

        let again = run(&api, Some(&first.cookie), None, BEGIN, input).await.browser(&person);
        assert_ne!(again.cookie, first.cookie, "each sign-in has a token of its own");
        assert_eq!(who(&api, &first.cookie).await, Value::Null, "the one before is over");
        assert_eq!(who(&api, &again.cookie).await, json!(person.email));
    }

    async fn a_cookie_stolen_before_signing_out_is_nobodys_afterwards(api) {
        let person = member(&api, "Partner").await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let stolen = browser.cookie.clone();
        let ended = run(&api, Some(&browser.cookie), None, END, json!({})).await;
        assert_eq!(ended.payload, json!({ "done": true }));
        let cleared = ended.cookie.expect("a cookie");
        assert!(cleared.starts_with("__Host-tovholder=;") && cleared.contains("Max-Age=0"), "{cleared}");
        assert_eq!(who(&api, &stolen).await, Value::Null);
        assert_eq!(session::Entity::find().count(api.app.db()).await.expect("a number"), 0);
        let again = run(&api, Some(&stolen), None, END, json!({})).await;
        assert_eq!(again.payload, json!({ "done": true }), "whoever is out stays out");
    }

    async fn a_session_ends_by_itself(api) {
        let person = member(&api, "Partner").await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        api.set_clock("2026-03-03T20:59:00Z");
        assert_eq!(who(&api, &browser.cookie).await, json!(person.email));
        api.set_clock("2026-03-03T21:00:00Z");
        assert_eq!(who(&api, &browser.cookie).await, Value::Null);
    }

    async fn seeing_ones_whole_account_takes_four_statements(api) {
        let person = member(&api, "Partner").await;
        let here = api.municipality_id("esbjerg").await;
        api.grant(person.id, Role::Partner, Some(here), None).await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let query = "{ viewer { person { name hasPassword } session { id } sessions { id } secondFactor
            roles { role municipality { name } organisation { name } person { name } } withheldRoles { role }
            mayManage(municipality: \"esbjerg\") { propose seeHistory editDirectory } } }";
        let before = api.statements();
        let seen = api.data_for(&browser, query, json!({})).await;
        assert_eq!(api.statements() - before, 4);
        assert_eq!(
            seen["viewer"]["mayManage"],
            json!({ "propose": false, "seeHistory": true, "editDirectory": false })
        );
    }

    async fn what_somebody_signed_in_sees_is_kept_nowhere(api) {
        let person = member(&api, "Partner").await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let query = "%7Bmunicipalities%7Bname%7D%7D";
        for (cookie, expected) in [(Some(&browser.cookie), "private, no-store"), (None, "no-cache")] {
            let mut request = Request::get(format!("/graphql?query={query}"));
            if let Some(cookie) = cookie {
                request = request.header("cookie", cookie);
            }
            let response = api.send(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(response.headers()["cache-control"], expected);
        }
        for (path, expected) in [("/esbjerg/katalog", "private, no-store"), ("/print/catalogue.css", "private, no-store")] {
            let request = Request::get(path).header("cookie", &browser.cookie).body(Body::empty());
            let response = api.send(request.expect("a request")).await;
            assert_eq!(response.headers()["cache-control"], expected, "{path}");
        }
        // Who asks is never answered from what was kept for visitors, nor the other way round.
        let viewer = "/graphql?query=%7Bviewer%7Bperson%7Bemail%7D%7D%7D";
        let ask = |cookie: Option<String>| {
            let mut request = Request::get(viewer);
            if let Some(cookie) = cookie {
                request = request.header("cookie", cookie);
            }
            api.send(request.body(Body::empty()).expect("a request"))
        };
        let response = ask(None).await;
        assert_eq!(response.headers()["cache-control"], "private, no-store");
        assert_eq!(text(response).await, r#"{"data":{"viewer":null}}"#);
        assert!(text(ask(Some(browser.cookie.clone())).await).await.contains(&person.email));
        assert_eq!(text(ask(None).await).await, r#"{"data":{"viewer":null}}"#);
    }
}

/// How long it takes tells as little as what is said. One database is enough: the time goes into the hash.
#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "measures how long an answer takes")]
async fn an_unknown_address_takes_as_long_as_a_wrong_password() {
    let api = Api::with_samples(tests::database::Kind::Sqlite).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    begin(&api, "warm-up@example.org", PASSWORD, None).await;
    for n in 0..9 {
        let person = member(&api, &format!("Nummer{n}")).await;
        let start = Instant::now();
        begin(&api, &person.email, "en lampe i en dør", None).await;
        known.push(start.elapsed());
        let start = Instant::now();
        begin(&api, &format!("nobody-{n}@example.org"), "en lampe i en dør", None).await;
        unknown.push(start.elapsed());
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64()
    };
    let ratio = median(&mut known) / median(&mut unknown);
    assert!((0.5..2.0).contains(&ratio), "known {known:?}, unknown {unknown:?}");
}
