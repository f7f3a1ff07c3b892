//! One's own sessions: seen, ended one by one, ended everywhere.

use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;

use super::{PASSWORD, begin, member, run, who};

const MINE: &str =
    "{ viewer { session { id isThisOne } sessions { id isThisOne userAgent createdAt expiresAt } } }";
const REVOKE: &str = "mutation ($id: ID!) { sessionRevoke(input: { id: $id }) {
    viewer { sessions { id } } userErrors { code } } }";
const REVOKE_ALL: &str = "mutation { sessionRevokeAll { viewer { person { id } } userErrors { code } } }";

async fn mine(api: &Api, browser: &tests::people::Somebody) -> Value {
    api.data_for(browser, MINE, json!({})).await["viewer"].take()
}

on_both! {
    async fn sessions_are_listed_the_newest_first_and_one_is_ended(api) {
        let person = member(&api, "Partner").await;
        let phone = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        api.set_clock("2026-03-03T09:30:00Z");
        let desk = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let seen = mine(&api, &desk).await;
        let sessions = &seen["sessions"];
        assert_eq!(sessions.as_array().map(Vec::len), Some(2), "{sessions}");
        assert_eq!(sessions[0]["isThisOne"], true);
        assert_eq!(sessions[0]["id"], seen["session"]["id"]);
        assert_eq!(sessions[1]["createdAt"], "2026-03-03T09:00:00+00:00");
        assert_eq!(sessions[1]["expiresAt"], "2026-03-03T21:00:00+00:00");

        let id = sessions[1]["id"].as_str().expect("a key");
        let ended = run(&api, Some(&desk.cookie), None, REVOKE, json!({ "id": id })).await;
        assert_eq!(column(&ended.payload["viewer"]["sessions"], "/id"), [sessions[0]["id"].as_str().expect("a key")]);
        assert_eq!(ended.cookie, None, "this browser stays");
        assert_eq!(who(&api, &phone.cookie).await, Value::Null);
        assert_eq!(who(&api, &desk.cookie).await, json!(person.email));

        let own = json!({ "id": sessions[0]["id"] });
        let ended = run(&api, Some(&desk.cookie), None, REVOKE, own).await;
        assert_eq!(ended.payload["viewer"], Value::Null);
        assert!(ended.cookie.expect("a cookie").contains("Max-Age=0"));
        assert_eq!(who(&api, &desk.cookie).await, Value::Null);
    }

    async fn nobody_ends_anothers_session(api) {
        let person = member(&api, "Partner").await;
        let other = member(&api, "Other").await;
        let mine_here = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let theirs = begin(&api, &other.email, PASSWORD, None).await.browser(&other);
        let id = mine(&api, &mine_here).await["session"]["id"].clone();
        assert_eq!(api.refused_to(&theirs, REVOKE, json!({ "id": id })).await, "NOT_FOUND");
        for wrong in ["", "session:1", "person:0190b3c2-0000-7000-8000-000000000000"] {
            assert_eq!(api.refused_to(&theirs, REVOKE, json!({ "id": wrong })).await, "NOT_FOUND", "{wrong}");
        }
        let (code, _) = api.error(REVOKE, json!({ "id": id })).await;
        assert_eq!(code, "FORBIDDEN");
        assert_eq!(api.error(REVOKE_ALL, json!({})).await.0, "FORBIDDEN");
        assert_eq!(who(&api, &mine_here.cookie).await, json!(person.email));
    }

    async fn signing_out_everywhere_ends_them_all_and_nobody_elses(api) {
        let person = member(&api, "Partner").await;
        let other = member(&api, "Other").await;
        let phone = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let desk = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let theirs = begin(&api, &other.email, PASSWORD, None).await.browser(&other);
        let ended = run(&api, Some(&desk.cookie), None, REVOKE_ALL, json!({})).await;
        assert_eq!(ended.payload, json!({ "viewer": null, "userErrors": [] }));
        assert!(ended.cookie.expect("a cookie").contains("Max-Age=0"));
        assert_eq!(who(&api, &phone.cookie).await, Value::Null);
        assert_eq!(who(&api, &desk.cookie).await, Value::Null);
        assert_eq!(who(&api, &theirs.cookie).await, json!(other.email));
    }
}
