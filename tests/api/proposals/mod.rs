//! Proposals and reported errors: made by those who may not change an entry, decided by the project leader.

mod decide;
mod error_report;
mod make;
mod withdraw;

use entity::directory::directory_change;
use entity::identity::values::Role;
use entity::mail::outgoing_mail;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use tests::api::Api;
use tests::people::Somebody;

/// The contact that the proofs are about, and the organisation it belongs to.
pub const CONTACT: &str = "Heidi Conradsen";

const READ: &str = r#"query ($name: String!) { municipality(slug: "esbjerg") { contacts(search: $name, first: 1) { nodes {
    id revision title phones { number } organisation { slug }
    form { organisationId kind name title department visibility phones { number kind description }
        emails { address description }
        schedules { byday weeks opensAt closesAt validFrom validTo description } sourceNote } } } } }"#;
const MAKE: &str = "mutation ($input: ProposalMakeInput!) { proposalMake(input: $input) {
    proposal { id revision status isOutdated proposerName fields { field before after } }
    userErrors { code field } } }";
const LIST: &str = r#"query ($status: [ProposalStatus!]) { municipality(slug: "esbjerg") {
    proposals(first: 50, status: $status) { totalCount nodes { id status subjectName message proposerName proposerEmail
        answer isOutdated revision subjectRevision contactForm { title } fields { field before after } } } } }"#;

/// The slug of the organisation of the contact.
async fn unit(api: &Api) -> String {
    let contact = entity::directory::contact::Entity::find()
        .order_by_asc(entity::directory::contact::Column::Id)
        .all(api.app.db())
        .await
        .expect("contacts")
        .into_iter()
        .find(|row| row.name == CONTACT)
        .expect("the contact");
    let unit = entity::directory::organisation::Entity::find_by_id(contact.organisation_id);
    unit.one(api.app.db()).await.expect("an answer").expect("an organisation").slug
}

/// A partner at the contact's organisation.
async fn partner(api: &Api) -> Somebody {
    api.somebody_of(Role::Partner, "esbjerg", Some(&unit(api).await)).await
}

/// The contact as somebody reads it who may propose or change.
async fn read(api: &Api, somebody: &Somebody) -> Value {
    let data = api.data_for(somebody, READ, json!({ "name": CONTACT })).await;
    data["municipality"]["contacts"]["nodes"][0].clone()
}

/// Proposes another title for the contact; returns the payload.
async fn propose(api: &Api, somebody: &Somebody, title: &str) -> Value {
    let contact = read(api, somebody).await;
    let mut form = contact["form"].clone();
    form["title"] = json!(title);
    let input = json!({
        "subject": contact["id"],
        "revision": contact["revision"],
        "contactForm": form,
        "message": "Ny titel",
    });
    let data = api.data_for(somebody, MAKE, json!({ "input": input })).await;
    data["proposalMake"].clone()
}

async fn list(api: &Api, somebody: &Somebody) -> Vec<Value> {
    let data = api.data_for(somebody, LIST, json!({})).await;
    data["municipality"]["proposals"]["nodes"].as_array().expect("a list").clone()
}

async fn mails(api: &Api) -> Vec<outgoing_mail::Model> {
    outgoing_mail::Entity::find().all(api.app.db()).await.expect("mails")
}

/// The one mail to this address.
async fn mail_to(api: &Api, address: &str) -> outgoing_mail::Model {
    let mut mails = mails(api).await;
    mails.retain(|mail| mail.recipient == address);
    assert_eq!(mails.len(), 1, "{mails:?}");
    mails.remove(0)
}

async fn changes(api: &Api) -> Vec<directory_change::Model> {
    let changes = directory_change::Entity::find().order_by_asc(directory_change::Column::Id);
    changes.all(api.app.db()).await.expect("changes")
}
