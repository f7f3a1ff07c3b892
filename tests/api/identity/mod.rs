//! Signing in: sessions, passwords, links from mails, the second factor, and what keeps others out.

mod demo;
mod forgery;
mod kept;
mod log;
mod passwords;
mod second_factor;
mod sessions;
mod sign_in;
mod throttle;

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, Request};
use entity::identity::person;
use entity::ids::PersonId;
use entity::mail::outgoing_mail;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use server::identity::passwords as hashes;
use tests::api::{Api, text};
use tests::people::Somebody;

const PASSWORD: &str = "en lampe i et vindue";
const BEGIN: &str = "mutation ($input: SessionBeginInput!) { sessionBegin(input: $input) {
    viewer { person { email } roles { role } withheldRoles { role } secondFactor } needsCode
    userErrors { code field message }
} }";
const WHO: &str = "{ viewer { person { name email } session { isThisOne } } }";

/// Somebody who has chosen [`PASSWORD`].
async fn member(api: &Api, name: &str) -> person::Model {
    let person = api.person(name).await;
    let hash = hashes::hash(&api.ctx(), PASSWORD).await.expect("a hash");
    set(api, person.id, person::Column::PasswordHash, hash).await;
    person
}

/// Writes a column behind the service's back.
async fn set(api: &Api, id: PersonId, column: person::Column, value: impl Into<sea_orm::Value>) {
    let changed =
        person::Entity::update_many().col_expr(column, Expr::value(value)).filter(person::Column::Id.eq(id));
    changed.exec(api.app.db()).await.expect("a change");
}

/// What a mutation has answered: its payload, and the cookie it sets.
struct Answer {
    payload: Value,
    cookie: Option<String>,
    headers: HeaderMap,
}

impl Answer {
    fn codes(&self) -> Vec<String> {
        tests::api::column(&self.payload["userErrors"], "/code")
    }

    /// The browser as it is afterwards.
    fn browser(&self, person: &person::Model) -> Somebody {
        let cookie = self.cookie.clone().unwrap_or_else(|| panic!("no cookie: {}", self.payload));
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Somebody { id: person.id, email: person.email.clone(), cookie }
    }
}

/// Runs a mutation from a network address.
async fn run(
    api: &Api,
    cookie: Option<&str>,
    from: Option<&str>,
    mutation: &str,
    variables: Value,
) -> Answer {
    let body = json!({ "query": mutation, "variables": variables }).to_string();
    let mut request = Request::post("/graphql").header("content-type", "application/json");
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    let mut request = request.body(Body::from(body)).expect("a request");
    if let Some(from) = from {
        let address: SocketAddr = format!("{from}:50000").parse().expect("an address");
        request.extensions_mut().insert(ConnectInfo(address));
    }
    let response = api.send(request).await;
    let headers = response.headers().clone();
    let cookie = headers.get(SET_COOKIE).map(|value| value.to_str().expect("text").to_owned());
    let answer: Value = serde_json::from_str(&text(response).await).expect("JSON");
    assert_eq!(answer.get("errors"), None, "{mutation}: {answer}");
    let data = answer["data"].as_object().expect("data");
    let payload = data.values().next().expect("a payload").clone();
    Answer { payload, cookie, headers }
}

/// Signs in from a browser without a cookie.
async fn begin(api: &Api, email: &str, password: &str, code: Option<&str>) -> Answer {
    let input = json!({ "email": email, "password": password, "code": code });
    run(api, None, None, BEGIN, json!({ "input": input })).await
}

/// Who the service takes the browser for: a mail address, or null.
async fn who(api: &Api, cookie: &str) -> Value {
    let response = api.respond(Some(cookie), WHO, json!({})).await;
    let answer: Value = serde_json::from_str(&text(response).await).expect("JSON");
    answer["data"]["viewer"]["person"]["email"].clone()
}

/// The texts of the mails to an address, the newest first.
async fn mails(api: &Api, to: &str) -> Vec<String> {
    let mails = outgoing_mail::Entity::find()
        .filter(outgoing_mail::Column::Recipient.eq(to))
        .order_by_desc(outgoing_mail::Column::Id);
    mails.all(api.app.db()).await.expect("mails").into_iter().map(|mail| mail.body).collect()
}

/// The token of the link in a mail.
fn token_in(mail: &str) -> String {
    let after = mail.split_once("/adgang/").expect("a link").1;
    after.chars().take_while(char::is_ascii_hexdigit).collect()
}
