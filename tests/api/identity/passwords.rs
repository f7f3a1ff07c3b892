//! Passwords by invitation and reset, and changing one's own.

use entity::identity::person;
use entity::identity::values::LinkPurpose;
use serde_json::{Value, json};
use server::identity::links;
use tests::api::Api;
use tests::on_both;

use super::{Answer, PASSWORD, begin, mails, member, run, set, token_in, who};

const NEW: &str = "en stige ved et æbletræ";
const LINK: &str = "query ($token: String!) { oneTimeLink(token: $token) { purpose person { name email } } }";
const SET: &str = "mutation ($input: PasswordSetInput!) { passwordSet(input: $input) {
    viewer { person { name email hasPassword } } userErrors { code field } } }";
const RESET: &str = "mutation ($email: String!) { passwordResetRequest(input: { email: $email }) {
    done userErrors { code field } } }";
const CHANGE: &str = "mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) {
    viewer { sessions { isThisOne } } userErrors { code field } } }";

async fn invite(api: &Api, person: &person::Model) -> String {
    let issued = links::issue(&api.ctx(), api.app.db(), person.id, LinkPurpose::Invitation, None).await;
    issued.expect("a link").secret().to_owned()
}

async fn set_by(api: &Api, token: &str, password: &str) -> Answer {
    run(api, None, None, SET, json!({ "input": { "token": token, "password": password } })).await
}

async fn ask(api: &Api, email: &str) -> Value {
    run(api, None, None, RESET, json!({ "email": email })).await.payload
}

fn errors(answer: &Answer) -> Value {
    answer.payload["userErrors"].clone()
}

on_both! {
    async fn an_invitation_sets_a_password_and_works_once(api) {
        let person = api.person("Invited").await;
        let token = invite(&api, &person).await;
        let greeted = api.data(LINK, json!({ "token": token })).await;
        let expected = json!({ "purpose": "INVITATION", "person": { "name": person.name, "email": person.email } });
        assert_eq!(greeted["oneTimeLink"], expected);

        let short = set_by(&api, &token, "for kort").await;
        assert_eq!(errors(&short), json!([{ "code": "TOO_SHORT", "field": "password" }]));
        assert_eq!(set_by(&api, &token, &person.email).await.codes(), ["INVALID"]);

        let input = json!({ "token": token, "password": NEW, "name": "Prøve Andet Navn" });
        let answer = run(&api, None, None, SET, json!({ "input": input })).await;
        let me = json!({ "name": "Prøve Andet Navn", "email": person.email, "hasPassword": true });
        assert_eq!(answer.payload, json!({ "viewer": { "person": me }, "userErrors": [] }));
        assert_eq!(who(&api, &answer.browser(&person).cookie).await, json!(person.email));

        let again = set_by(&api, &token, PASSWORD).await;
        assert_eq!(errors(&again), json!([{ "code": "EXPIRED", "field": "token" }]));
        assert_eq!(api.data(LINK, json!({ "token": token })).await["oneTimeLink"], Value::Null);
        assert_eq!(begin(&api, &person.email, NEW, None).await.codes(), [""; 0]);
    }

    async fn an_invitation_is_over_after_two_weeks_and_a_newer_one_voids_it(api) {
        let person = api.person("Invited").await;
        let first = invite(&api, &person).await;
        let second = invite(&api, &person).await;
        assert_eq!(set_by(&api, &first, NEW).await.codes(), ["EXPIRED"]);
        api.set_clock("2026-03-17T09:00:00Z");
        assert_eq!(set_by(&api, &second, NEW).await.codes(), ["EXPIRED"]);
        assert_eq!(api.data(LINK, json!({ "token": second })).await["oneTimeLink"], Value::Null);
        for wrong in ["", "x", &"0".repeat(64), &second[..63]] {
            let answer = set_by(&api, wrong, NEW).await;
            assert_eq!(errors(&answer), json!([{ "code": "WRONG", "field": "token" }]), "{wrong}");
        }
    }

    async fn a_reset_works_once_ends_all_sessions_and_voids_older_ones(api) {
        let person = member(&api, "Partner").await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        assert_eq!(ask(&api, &person.email).await, json!({ "done": true, "userErrors": [] }));
        assert_eq!(ask(&api, &format!(" {} ", person.email.to_uppercase())).await["done"], true);
        let mails = mails(&api, &person.email).await;
        assert_eq!(mails.len(), 2);
        assert!(mails[0].starts_with(&format!("Hej {}", person.name)), "{}", mails[0]);
        let tokens: Vec<_> = mails.iter().map(|mail| token_in(mail)).collect();
        let mut works = Vec::new();
        for token in &tokens {
            let found = api.data(LINK, json!({ "token": token })).await;
            if found["oneTimeLink"] != Value::Null {
                assert_eq!(found["oneTimeLink"]["purpose"], "PASSWORD_RESET");
                works.push(token);
            }
        }
        assert_eq!(works.len(), 1, "a newer link voids the older");
        let newest = works[0];

        let answer = set_by(&api, newest, NEW).await;
        assert_eq!(answer.codes(), [""; 0]);
        assert_eq!(who(&api, &answer.browser(&person).cookie).await, json!(person.email));
        assert_eq!(who(&api, &browser.cookie).await, Value::Null);
        for token in &tokens {
            assert_eq!(set_by(&api, token, PASSWORD).await.codes(), ["EXPIRED"]);
        }
        assert_eq!(begin(&api, &person.email, PASSWORD, None).await.codes(), ["WRONG"]);
        assert_eq!(begin(&api, &person.email, NEW, None).await.codes(), [""; 0]);
    }

    async fn a_reset_link_is_over_after_an_hour(api) {
        let person = member(&api, "Partner").await;
        ask(&api, &person.email).await;
        let token = token_in(&mails(&api, &person.email).await[0]);
        api.set_clock("2026-03-03T10:00:00Z");
        assert_eq!(set_by(&api, &token, NEW).await.codes(), ["EXPIRED"]);
    }

    async fn asking_tells_nobody_whether_there_is_such_an_account(api) {
        let person = member(&api, "Partner").await;
        let blocked = member(&api, "Blocked").await;
        set(&api, blocked.id, person::Column::BlockedAt, Some(api.ctx().now())).await;
        let known = ask(&api, &person.email).await;
        assert_eq!(ask(&api, "nobody@example.org").await, known);
        assert_eq!(ask(&api, &blocked.email).await, known);
        assert_eq!(mails(&api, "nobody@example.org").await.len(), 0);
        assert_eq!(mails(&api, &blocked.email).await.len(), 0);
        let invalid = ask(&api, "nobody").await;
        assert_eq!(invalid, json!({ "done": false, "userErrors": [{ "code": "INVALID", "field": "email" }] }));
        for email in [&person.email, "nobody@example.org"] {
            ask(&api, email).await;
            ask(&api, email).await;
            let throttled = ask(&api, email).await;
            assert_eq!(throttled["userErrors"], json!([{ "code": "THROTTLED", "field": null }]), "{email}");
        }
        assert_eq!(mails(&api, &person.email).await.len(), 3);
    }

    async fn changing_the_password_ends_the_other_sessions(api) {
        let person = member(&api, "Partner").await;
        let phone = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let desk = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let change = |current: &str, new: &str| {
            let input = json!({ "input": { "current": current, "new": new } });
            run(&api, Some(&desk.cookie), None, CHANGE, input)
        };
        assert_eq!(errors(&change(PASSWORD, "kort").await), json!([{ "code": "TOO_SHORT", "field": "new" }]));
        assert_eq!(errors(&change(NEW, NEW).await), json!([{ "code": "WRONG", "field": "current" }]));
        assert_eq!(who(&api, &phone.cookie).await, json!(person.email), "nothing has changed so far");

        let answer = change(PASSWORD, NEW).await;
        assert_eq!(answer.payload, json!({ "viewer": { "sessions": [{ "isThisOne": true }] }, "userErrors": [] }));
        assert_eq!(who(&api, &phone.cookie).await, Value::Null);
        assert_eq!(begin(&api, &person.email, PASSWORD, None).await.codes(), ["WRONG"]);
        assert_eq!(begin(&api, &person.email, NEW, None).await.codes(), [""; 0]);
        let input = json!({ "input": { "current": NEW, "new": PASSWORD } });
        assert_eq!(api.error(CHANGE, input).await.0, "FORBIDDEN");
    }

    async fn anothers_link_sets_anothers_password_and_never_ones_own(api) {
        let me = member(&api, "Partner").await;
        let other = api.person("Invited").await;
        let token = invite(&api, &other).await;
        let mine = begin(&api, &me.email, PASSWORD, None).await.browser(&me);
        let input = json!({ "input": { "token": token, "password": NEW } });
        let answer = run(&api, Some(&mine.cookie), None, SET, input).await;
        assert_eq!(answer.payload["viewer"]["person"]["email"], json!(other.email));
        assert_eq!(who(&api, &answer.browser(&other).cookie).await, json!(other.email));
        assert_eq!(who(&api, &mine.cookie).await, Value::Null, "the browser is the other's now");
        assert_eq!(begin(&api, &me.email, NEW, None).await.codes(), ["WRONG"]);
        assert_eq!(begin(&api, &me.email, PASSWORD, None).await.codes(), [""; 0]);
    }

    async fn a_link_to_confirm_a_service_sets_no_password(api) {
        let person = member(&api, "Partner").await;
        let issued = links::issue(&api.ctx(), api.app.db(), person.id, LinkPurpose::ServiceCheck, None).await;
        let token = issued.expect("a link").secret().to_owned();
        assert_eq!(set_by(&api, &token, NEW).await.codes(), ["WRONG"]);
        assert_eq!(begin(&api, &person.email, PASSWORD, None).await.codes(), [""; 0]);
    }
}
