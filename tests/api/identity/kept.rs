//! Answers that are kept for visitors are for visitors alone: two who ask the same are each answered for themselves,
//! and what one may no longer see is gone with the next question.

use axum::body::Body;
use axum::http::Request;
use entity::identity::role_grant;
use entity::identity::values::{LinkPurpose, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use server::identity::links;
use tests::api::{Api, text};
use tests::on_both;
use tests::rows;

use super::{PASSWORD, begin, member, run};

const CONTACTS: &str =
    "{ municipality(slug: \"esbjerg\") { contacts(search: \"Quaxelmann\") { totalCount nodes { name } } } }";

/// Asks by GET, as the app does and as answers are kept.
async fn get(api: &Api, cookie: Option<&str>, query: &str) -> Value {
    let query: String = url_encoded(query);
    let mut request = Request::get(format!("/graphql?query={query}"));
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    let response = api.send(request.body(Body::empty()).expect("a request")).await;
    serde_json::from_str(&text(response).await).expect("JSON")
}

fn url_encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn hide_somebody(api: &Api) {
    let of = rows::municipality(api.app.db(), "esbjerg").await.id;
    let unit = rows::organisation(api.app.db(), of, "jobcenter-esbjerg").await.id;
    let person = rows::Person {
        name: "Hemmelia Quaxelmann",
        title: "Prøve",
        phone: "+4599887702",
        email: "hemmelia@skygge.example",
        visibility: entity::directory::values::Visibility::SignedIn,
    };
    rows::add_contact(api.app.db(), of, unit, &person).await;
    rows::touch(api.app.db(), of).await;
    api.refresh().await;
}

on_both! {
    async fn two_who_ask_the_same_are_answered_differently_in_any_order(api) {
        hide_somebody(&api).await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("jobcenter-esbjerg")).await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let administrator = api.somebody(Role::Administrator, "").await;
        for _ in 0..2 {
            for (cookie, expected) in [
                (None, 0),
                (Some(&partner.cookie), 1),
                (None, 0),
                (Some(&stranger.cookie), 0),
                (Some(&partner.cookie), 1),
                (Some(&administrator.cookie), 0),
            ] {
                let answer = get(&api, cookie.map(String::as_str), CONTACTS).await;
                let count = &answer["data"]["municipality"]["contacts"]["totalCount"];
                assert_eq!(*count, json!(expected), "{cookie:?}: {answer}");
            }
        }
    }

    async fn what_may_be_seen_ends_with_signing_out_and_with_the_role(api) {
        hide_somebody(&api).await;
        let person = member(&api, "Partner").await;
        let here = api.municipality_id("esbjerg").await;
        api.grant(person.id, Role::SteeringMember, Some(here), None).await;
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        let count = async |cookie: &str| {
            get(&api, Some(cookie), CONTACTS).await["data"]["municipality"]["contacts"]["totalCount"].clone()
        };
        assert_eq!(count(&browser.cookie).await, 1);
        role_grant::Entity::delete_many()
            .filter(role_grant::Column::PersonId.eq(person.id))
            .exec(api.app.db())
            .await
            .expect("no role");
        assert_eq!(count(&browser.cookie).await, 0, "the role is gone at once");
        api.grant(person.id, Role::SteeringMember, Some(here), None).await;
        assert_eq!(count(&browser.cookie).await, 1);
        run(&api, Some(&browser.cookie), None, "mutation { sessionEnd { done } }", json!({})).await;
        assert_eq!(count(&browser.cookie).await, 0, "signed out");
    }

    async fn a_link_that_has_been_used_greets_nobody_from_what_was_kept(api) {
        let person = api.person("Invited").await;
        let issued = links::issue(&api.ctx(), api.app.db(), person.id, LinkPurpose::Invitation, None).await;
        let token = issued.expect("a link").secret().to_owned();
        let query = format!("{{ oneTimeLink(token: \"{token}\") {{ person {{ email }} }} }}");
        let greeted = get(&api, None, &query).await;
        assert_eq!(greeted["data"]["oneTimeLink"]["person"]["email"], json!(person.email));
        let set = "mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { userErrors { code } } }";
        run(&api, None, None, set, json!({ "input": { "token": token, "password": PASSWORD } })).await;
        assert_eq!(get(&api, None, &query).await["data"]["oneTimeLink"], Value::Null);
    }

    async fn a_question_with_something_personal_in_it_is_not_kept_whole(api) {
        let person = member(&api, "Partner").await;
        let query = "{ municipalities { slug } viewer { person { email } } }";
        let browser = begin(&api, &person.email, PASSWORD, None).await.browser(&person);
        for _ in 0..2 {
            assert_eq!(get(&api, None, query).await["data"]["viewer"], Value::Null);
            let mine = get(&api, Some(&browser.cookie), query).await;
            assert_eq!(mine["data"]["viewer"]["person"]["email"], json!(person.email));
        }
        // A cookie that is nobody's any more is a visitor's.
        let planted = format!("__Host-tovholder={}", "cd".repeat(32));
        assert_eq!(get(&api, Some(&planted), query).await["data"]["viewer"], Value::Null);
    }
}
