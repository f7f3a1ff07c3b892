//! What the proofs of the draft do again and again. They write the framework of Aabenraa.

use entity::framework::framework;
use entity::framework::values::FrameworkState;
use entity::identity::values::Role;
use entity::mail::outgoing_mail;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use tests::api::Api;
use tests::people::Somebody;

use crate::directory::editing::refusals;

/// Where.
pub const SLUG: &str = "aabenraa";

/// What is read of a framework.
pub const FRAMEWORK: &str =
    "id state revision dueOn isOverdue approvalsNeeded intervalMonths visibility steeringMembers
    canWrite canDecide";
/// What is read of a section.
pub const SECTION: &str =
    "id section revision assigneeId assigneeName dueOn isOverdue isDone answered total canWrite writers";
/// What is read of a question.
pub const QUESTION: &str =
    "id key section revision position isHidden isOwn drawn level title(language: DANISH)
    guidance(language: DANISH) answer answeredBy answeredAt isAnswered registers writing";

/// The project leader.
pub async fn leader(api: &Api) -> Somebody {
    api.somebody(Role::ProjectLeader, SLUG).await
}

/// Runs a mutation; returns its payload, of which `selection` is read beside the errors.
pub async fn run(api: &Api, somebody: &Somebody, name: &str, selection: &str, input: Value) -> Value {
    let mut data = api.data_for(somebody, &mutation(name, selection), json!({ "input": input })).await;
    data[name].take()
}

/// Runs a mutation that must be refused as a whole; returns the code.
pub async fn refused(api: &Api, somebody: &Somebody, name: &str, input: Value) -> String {
    api.refused_to(somebody, &mutation(name, ""), json!({ "input": input })).await
}

fn mutation(name: &str, selection: &str) -> String {
    let input = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    format!(
        "mutation ($input: {input}!) {{ {name}(input: $input) {{ {selection} userErrors {{ code field message }} }} }}"
    )
}

/// Begins the framework with the model's questions; returns it.
pub async fn begin(api: &Api, leader: &Somebody) -> Value {
    let selection =
        format!("framework {{ {FRAMEWORK} sections {{ {SECTION} questions {{ {QUESTION} }} }} }}");
    let mut payload = run(api, leader, "frameworkBegin", &selection, json!({ "municipality": SLUG })).await;
    assert_eq!(refusals(&payload), [""; 0]);
    payload["framework"].take()
}

/// Reads something of the framework.
pub async fn read(api: &Api, somebody: &Somebody, selection: &str) -> Value {
    let query = format!("{{ municipality(slug: \"{SLUG}\") {{ framework {{ {selection} }} }} }}");
    let mut data = api.data_for(somebody, &query, json!({})).await;
    data["municipality"]["framework"].take()
}

/// A section as somebody sees it.
pub async fn section(api: &Api, somebody: &Somebody, section: &str) -> Value {
    let selection = format!("section(section: {section}) {{ {SECTION} }}");
    read(api, somebody, &selection).await["section"].take()
}

/// The questions of a section as somebody sees them.
pub async fn questions(api: &Api, somebody: &Somebody, section: &str) -> Vec<Value> {
    let selection = format!("section(section: {section}) {{ questions {{ {QUESTION} }} }}");
    let mut found = read(api, somebody, &selection).await;
    serde_json::from_value(found["section"]["questions"].take()).expect("a list")
}

/// The model's question of this name, as somebody sees it.
pub async fn question(api: &Api, somebody: &Somebody, section: &str, key: &str) -> Value {
    let found = questions(api, somebody, section).await;
    found.into_iter().find(|question| question["key"] == key).expect("a question")
}

/// Answers a question; returns the payload.
pub async fn answer(api: &Api, somebody: &Somebody, question: &Value, words: &str) -> Value {
    let selection = format!("question {{ {QUESTION} }} latest {{ {QUESTION} }}");
    let input = json!({ "id": question["id"], "revision": question["revision"], "answer": words });
    run(api, somebody, "frameworkAnswerUpdate", &selection, input).await
}

/// Answers a question, which must succeed; returns the question.
pub async fn answered(api: &Api, somebody: &Somebody, question: &Value, words: &str) -> Value {
    let mut payload = answer(api, somebody, question, words).await;
    assert_eq!(refusals(&payload), [""; 0]);
    payload["question"].take()
}

/// Gives a section to somebody; returns the payload.
pub async fn give(api: &Api, somebody: &Somebody, section: &Value, to: Option<&Somebody>) -> Value {
    let input = json!({
        "id": section["id"], "revision": section["revision"], "isDone": false,
        "assigneeId": to.map(|to| format!("person:{}", to.id.0)),
    });
    run(api, somebody, "frameworkSectionUpdate", &format!("section {{ {SECTION} }}"), input).await
}

/// Lays the framework before the steering group, behind the service's back.
pub async fn submitted(api: &Api) {
    moved(api, FrameworkState::Submitted).await;
}

/// Sends it back, behind the service's back.
pub async fn sent_back(api: &Api) {
    moved(api, FrameworkState::Draft).await;
}

async fn moved(api: &Api, to: FrameworkState) {
    let of = api.municipality_id(SLUG).await;
    let update = framework::Entity::update_many()
        .col_expr(framework::Column::State, Expr::value(to))
        .filter(framework::Column::MunicipalityId.eq(of));
    assert_eq!(update.exec(api.app.db()).await.expect("an answer").rows_affected, 1);
}

/// The mails in the outbox, the oldest first.
pub async fn mails(api: &Api) -> Vec<outgoing_mail::Model> {
    let mails = outgoing_mail::Entity::find().order_by_asc(outgoing_mail::Column::DueAt);
    mails.all(api.app.db()).await.expect("mails")
}
