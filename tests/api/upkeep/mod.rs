//! Fresh by duty: checking entries, what is overdue, reminders, and what has changed since somebody looked.

mod confirm;
mod confirm_by_link;
mod digest;

mod last_look;
mod overdue;
mod owner;
mod reminders;

use chrono::NaiveDate;
use entity::directory::service;
use entity::ids::PersonId;
use entity::mail::outgoing_mail;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use tests::api::Api;
use tests::rows;

/// The service that the proofs are about.
const SLUG: &str = "oqqumut";

/// A service of Esbjerg was checked on this day; this is its owner.
async fn checked(api: &Api, slug: &str, on: &str, owner: Option<PersonId>) {
    let on: NaiveDate = on.parse().expect("a day");
    let update = service::Entity::update_many()
        .col_expr(service::Column::AssuredDate, Expr::value(on))
        .col_expr(service::Column::OwnerId, Expr::value(owner.map(|owner| owner.0)))
        .filter(service::Column::Slug.eq(slug));
    update.exec(api.app.db()).await.expect("a service");
    touch(api).await;
}

/// Everything in the directories was checked on the day that the clock shows first.
async fn all_is_fresh(api: &Api) {
    let today = NaiveDate::from_ymd_opt(2026, 3, 3);
    let update = service::Entity::update_many().col_expr(service::Column::AssuredDate, Expr::value(today));
    update.exec(api.app.db()).await.expect("fresh services");
    touch(api).await;
}

/// The service was checked on this day; this is its owner.
async fn was_checked(api: &Api, on: &str, owner: Option<PersonId>) {
    checked(api, SLUG, on, owner).await;
}

async fn touch(api: &Api) {
    for slug in ["esbjerg", "aabenraa"] {
        let of = rows::municipality(api.app.db(), slug).await.id;
        rows::touch(api.app.db(), of).await;
    }
    api.refresh().await;
}

async fn the_service(api: &Api) -> service::Model {
    let of = rows::municipality(api.app.db(), "esbjerg").await.id;
    rows::service(api.app.db(), of, SLUG).await
}

/// The mails written so far, in order.
async fn mails(api: &Api) -> Vec<outgoing_mail::Model> {
    let mails = outgoing_mail::Entity::find().order_by_asc(outgoing_mail::Column::Id);
    mails.all(api.app.db()).await.expect("mails")
}

/// The token of the link in a mail.
fn token(mail: &outgoing_mail::Model) -> String {
    let (_, rest) = mail.body.split_once("/tjek/").expect("a link");
    rest.split_whitespace().next().expect("a token").to_owned()
}
