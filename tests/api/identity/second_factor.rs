//! The second factor: set up, asked for, taken once, and the roles that wait for it.

use chrono::{DateTime, Utc};
use entity::identity::person;
use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::{Api, NOW};
use tests::on_both;
use tests::people::Somebody;
use totp_rs::{Builder, Secret};

use super::{Answer, PASSWORD, begin, mails, member, run, token_in, who};

const SETUP: &str = "mutation { secondFactorBegin { secret uri qrSvg userErrors { code field } } }";
const CONFIRM: &str = "mutation ($code: String!) { secondFactorConfirm(input: { code: $code }) {
    viewer { secondFactor roles { role municipality { slug } } withheldRoles { role } sessions { isThisOne } }
    userErrors { code field } } }";
const REMOVE: &str = "mutation ($password: String!) { secondFactorRemove(input: { password: $password }) {
    viewer { secondFactor } userErrors { code field } } }";
const STATE: &str = "{ viewer { secondFactor roles { role } withheldRoles { role municipality { name } }
    mayManage(municipality: \"esbjerg\") { editDirectory managePeople } } }";

/// What the app shows at a time.
fn code(secret: &str, at: &str) -> String {
    let at: DateTime<Utc> = at.parse().expect("a time");
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("an app");
    totp.generate(u64::try_from(at.timestamp()).expect("a time")).to_string()
}

async fn with_role(api: &Api, role: Role) -> (person::Model, Somebody) {
    let person = member(api, &format!("{role:?}")).await;
    let here = api.municipality_id("esbjerg").await;
    api.grant(person.id, role, Some(here), None).await;
    let browser = begin(api, &person.email, PASSWORD, None).await.browser(&person);
    (person, browser)
}

async fn confirm(api: &Api, browser: &Somebody, code: &str) -> Answer {
    run(api, Some(&browser.cookie), None, CONFIRM, json!({ "code": code })).await
}

/// Sets up an app; returns its secret. The code of [`NOW`] is used up.
async fn set_up(api: &Api, browser: &Somebody) -> String {
    let setup = run(api, Some(&browser.cookie), None, SETUP, json!({})).await.payload;
    let secret = setup["secret"].as_str().expect("a secret").to_owned();
    let confirmed = confirm(api, browser, &code(&secret, NOW)).await;
    assert_eq!(confirmed.codes(), [""; 0]);
    secret
}

on_both! {
    async fn a_role_that_needs_it_waits_until_it_has_been_shown(api) {
        let (person, browser) = with_role(&api, Role::ProjectLeader).await;
        let elsewhere = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let state = api.data_for(&browser, STATE, json!({})).await;
        assert_eq!(state["viewer"], json!({
            "secondFactor": "REQUIRED", "roles": [],
            "withheldRoles": [{ "role": "PROJECT_LEADER", "municipality": { "name": "Esbjerg Kommune" } }],
            "mayManage": { "editDirectory": false, "managePeople": false },
        }));

        let setup = run(&api, Some(&browser.cookie), None, SETUP, json!({})).await.payload;
        let secret = setup["secret"].as_str().expect("a secret");
        assert_eq!(secret.len(), 32);
        let uri = setup["uri"].as_str().expect("an address");
        assert!(uri.starts_with("otpauth://totp/Tovholder:") && uri.contains(secret), "{uri}");
        assert!(setup["qrSvg"].as_str().expect("a picture").contains("<svg"));

        let wrong = confirm(&api, &browser, "000000").await;
        assert_eq!(wrong.payload["userErrors"], json!([{ "code": "WRONG", "field": "code" }]));
        let old = confirm(&api, &browser, &code(secret, "2026-03-03T08:58:00Z")).await;
        assert_eq!(old.codes(), ["WRONG"]);
        assert_eq!(api.data_for(&browser, STATE, json!({})).await["viewer"]["secondFactor"], "REQUIRED");

        let confirmed = confirm(&api, &browser, &code(secret, NOW)).await;
        assert_eq!(confirmed.payload, json!({ "viewer": {
            "secondFactor": "SET_UP",
            "roles": [{ "role": "PROJECT_LEADER", "municipality": { "slug": "esbjerg" } }], "withheldRoles": [],
            "sessions": [{ "isThisOne": true }],
        }, "userErrors": [] }));
        let state = api.data_for(&browser, STATE, json!({})).await;
        assert_eq!(state["viewer"]["mayManage"], json!({ "editDirectory": true, "managePeople": true }));
        assert_eq!(who(&api, &elsewhere.cookie).await, Value::Null, "other sessions have ended");
        let again = run(&api, Some(&browser.cookie), None, SETUP, json!({})).await;
        assert_eq!((again.codes(), &again.payload["secret"]), (vec!["IN_USE".to_owned()], &Value::Null));
    }

    async fn signing_in_needs_a_code_and_each_is_taken_once(api) {
        let (person, browser) = with_role(&api, Role::ProjectLeader).await;
        let secret = set_up(&api, &browser).await;
        let answer = begin(&api, &person.email, PASSWORD, None).await;
        assert_eq!(answer.payload, json!({ "viewer": null, "needsCode": true, "userErrors": [] }));
        assert_eq!(answer.cookie, None);
        assert_eq!(begin(&api, &person.email, "en lampe i en dør", None).await.payload["needsCode"], false);
        let used = code(&secret, NOW);
        assert_eq!(begin(&api, &person.email, PASSWORD, Some(&used)).await.codes(), ["WRONG"], "used to set up");

        api.set_clock("2026-03-03T09:01:00Z");
        let now = code(&secret, "2026-03-03T09:01:00Z");
        let spaced = format!("{} {}", &now[..3], &now[3..]);
        let answer = begin(&api, &person.email, PASSWORD, Some(&spaced)).await;
        assert_eq!(answer.payload["viewer"]["roles"], json!([{ "role": "PROJECT_LEADER" }]));
        assert_eq!(begin(&api, &person.email, PASSWORD, Some(&now)).await.codes(), ["WRONG"], "taken already");
        let before = code(&secret, "2026-03-03T09:00:30Z");
        assert_eq!(begin(&api, &person.email, PASSWORD, Some(&before)).await.codes(), ["WRONG"], "older");
        let next = code(&secret, "2026-03-03T09:01:30Z");
        assert_eq!(begin(&api, &person.email, "en lampe i en dør", Some(&next)).await.codes(), ["WRONG"]);
        assert_eq!(begin(&api, &person.email, PASSWORD, Some(&next)).await.codes(), [""; 0], "clocks differ");
    }

    async fn codes_cannot_be_guessed_one_after_the_other(api) {
        let (person, browser) = with_role(&api, Role::Partner).await;
        set_up(&api, &browser).await;
        for guess in 0..5 {
            // Asking without a code in between does not make the count begin anew.
            begin(&api, &person.email, PASSWORD, None).await;
            let answer = begin(&api, &person.email, PASSWORD, Some(&format!("00000{guess}"))).await;
            assert_eq!(answer.codes(), ["WRONG"]);
        }
        assert_eq!(begin(&api, &person.email, PASSWORD, Some("000005")).await.codes(), ["THROTTLED"]);
    }

    async fn a_reset_by_mail_does_not_pass_by_the_second_factor(api) {
        let (person, browser) = with_role(&api, Role::Partner).await;
        let secret = set_up(&api, &browser).await;
        let ask = "mutation ($email: String!) { passwordResetRequest(input: { email: $email }) { done userErrors { code } } }";
        run(&api, None, None, ask, json!({ "email": person.email })).await;
        let token = token_in(&mails(&api, &person.email).await[0]);
        let set = "mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { viewer { secondFactor } userErrors { code } } }";
        let input = json!({ "input": { "token": token, "password": "en stige ved et æbletræ" } });
        let answer = run(&api, None, None, set, input).await;
        assert_eq!(answer.payload, json!({ "viewer": null, "userErrors": [] }));
        assert_eq!(answer.cookie, None);
        assert_eq!(begin(&api, &person.email, "en stige ved et æbletræ", None).await.payload["needsCode"], true);
        let next = code(&secret, "2026-03-03T09:00:30Z");
        assert_eq!(begin(&api, &person.email, "en stige ved et æbletræ", Some(&next)).await.codes(), [""; 0]);
    }

    async fn it_is_removed_only_where_no_role_asks_for_it(api) {
        let (_, leader) = with_role(&api, Role::ProjectLeader).await;
        set_up(&api, &leader).await;
        let refused = run(&api, Some(&leader.cookie), None, REMOVE, json!({ "password": PASSWORD })).await;
        assert_eq!(refused.codes(), ["IN_USE"]);

        let (person, partner) = with_role(&api, Role::Partner).await;
        set_up(&api, &partner).await;
        let wrong = run(&api, Some(&partner.cookie), None, REMOVE, json!({ "password": "en lampe i en dør" })).await;
        assert_eq!(wrong.payload["userErrors"], json!([{ "code": "WRONG", "field": "password" }]));
        let removed = run(&api, Some(&partner.cookie), None, REMOVE, json!({ "password": PASSWORD })).await;
        assert_eq!(removed.payload, json!({ "viewer": { "secondFactor": "NONE" }, "userErrors": [] }));
        assert_eq!(begin(&api, &person.email, PASSWORD, None).await.payload["needsCode"], false);
        for mutation in [SETUP, CONFIRM, REMOVE] {
            let (code, _) = api.error(mutation, json!({ "code": "000000", "password": PASSWORD })).await;
            assert_eq!(code, "FORBIDDEN");
        }
    }
}
