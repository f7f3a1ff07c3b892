//! A framework of Aabenraa that has been begun, and ways to write in it and to send it through the cycle.

use entity::audit::audit_entry;
use entity::directory::values::Visibility;
use entity::framework::values::{FrameworkState, Register, Section};
use entity::framework::{framework, framework_question, framework_section, register_row};
use entity::identity::values::Role;
use entity::identity::{person, role_grant};
use entity::ids::{FrameworkId, FrameworkQuestionId, FrameworkSectionId, PersonId, RegisterRowId};
use entity::mail::outgoing_mail;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use serde_json::{Value, json};
use server::framework::model;
use tests::api::Api;
use tests::people::Somebody;

/// The municipality whose framework it is.
pub const HERE: &str = "aabenraa";

/// What is asked of a submission.
pub const SUBMISSION: &str =
    "id state note submittedBy approvals approvalsNeeded decidedAt canDecide canRemark
    verdicts { person approves note } remarks { id section person text settledAt canSettle }";

/// Begins the framework as it stands before anybody has written in it.
pub async fn begin(api: &Api, approvals_needed: i32, visibility: Visibility) -> FrameworkId {
    let (db, ctx) = (api.app.db(), api.ctx());
    let municipality_id = api.municipality_id(HERE).await;
    let id = FrameworkId(ctx.new_key());
    let row = framework::Model {
        id,
        municipality_id,
        state: FrameworkState::Draft,
        due_on: None,
        next_update_by: None,
        approvals_needed,
        interval_months: 6,
        visibility,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    framework::Entity::insert(row.into_active_model()).exec_without_returning(db).await.expect("a framework");
    for section in model::SECTIONS {
        let row = framework_section::Model {
            id: FrameworkSectionId(ctx.new_key()),
            municipality_id,
            framework_id: id,
            section,
            person_id: None,
            due_on: None,
            is_done: false,
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let inserted = framework_section::Entity::insert(row.into_active_model());
        inserted.exec_without_returning(db).await.expect("a section");
    }
    for (position, question) in (0..).zip(model::questions()) {
        let row = framework_question::Model {
            id: FrameworkQuestionId(ctx.new_key()),
            municipality_id,
            framework_id: id,
            section: question.section,
            key: Some(question.key.clone()),
            title: None,
            guidance: None,
            position,
            is_hidden: question.key == "interpreter",
            answer: String::new(),
            answered_at: None,
            answered_by: None,
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let inserted = framework_question::Entity::insert(row.into_active_model());
        inserted.exec_without_returning(db).await.expect("a question");
    }
    id
}

/// Begins one that everybody may read, that one approval makes an edition of, with an answer and a forum.
pub async fn begun(api: &Api) -> FrameworkId {
    let id = begin(api, 1, Visibility::Public).await;
    answer(api, "partners", "**KFUM** og kommunen.").await;
    add_forum(api, id, "Netværksgruppen").await;
    id
}

/// Writes an answer behind the service's back.
pub async fn answer(api: &Api, key: &str, text: &str) {
    let update = framework_question::Entity::update_many()
        .col_expr(framework_question::Column::Answer, Expr::value(text))
        .filter(framework_question::Column::MunicipalityId.eq(api.municipality_id(HERE).await))
        .filter(framework_question::Column::Key.eq(key));
    assert_eq!(update.exec(api.app.db()).await.expect("an answer").rows_affected, 1);
}

/// Adds a row of a register behind the service's back.
pub async fn add_row(api: &Api, framework: FrameworkId, register: Register, form: Value) -> RegisterRowId {
    let ctx = api.ctx();
    let row = register_row::Model {
        id: RegisterRowId(ctx.new_key()),
        municipality_id: api.municipality_id(HERE).await,
        framework_id: framework,
        register,
        position: 0,
        form: form.to_string(),
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let id = row.id;
    let inserted = register_row::Entity::insert(row.into_active_model());
    inserted.exec_without_returning(api.app.db()).await.expect("a row");
    id
}

/// A forum as it is kept, with an organisation of the directory under a name of long ago among its members.
pub async fn forum(api: &Api, name: &str, purpose: &str) -> Value {
    let here = api.municipality_id(HERE).await;
    let organisation = api.organisation_id(here, "social").await;
    json!({
        "name": name, "level": "MUNICIPAL", "purpose": purpose, "chair": null, "rhythm": "8 gange om året",
        "meetingsPerYear": 8, "meetings": [],
        "members": [{ "organisationId": format!("organisation:{}", organisation.0), "name": "Gammelt navn" },
            { "organisationId": null, "name": "Politiet" }],
    })
}

/// Adds a forum.
pub async fn add_forum(api: &Api, framework: FrameworkId, name: &str) -> RegisterRowId {
    let form = forum(api, name, "At mødes").await;
    add_row(api, framework, Register::Forum, form).await
}

/// Sets what a row says.
pub async fn set_row(api: &Api, id: RegisterRowId, form: &Value) {
    let row = register_row::ActiveModel { id: Set(id), form: Set(form.to_string()), ..Default::default() };
    row.update(api.app.db()).await.expect("another form");
}

/// The framework as it is stored.
pub async fn stored(api: &Api) -> framework::Model {
    let here = api.municipality_id(HERE).await;
    let found = framework::Entity::find().filter(framework::Column::MunicipalityId.eq(here));
    found.one(api.app.db()).await.expect("an answer").expect("a framework")
}

/// Gives a section to somebody.
pub async fn give(api: &Api, section: Section, person: PersonId) {
    let update = framework_section::Entity::update_many()
        .col_expr(framework_section::Column::PersonId, Expr::value(person.0))
        .filter(framework_section::Column::MunicipalityId.eq(api.municipality_id(HERE).await))
        .filter(framework_section::Column::Section.eq(section));
    update.exec(api.app.db()).await.expect("a section");
}

/// A project leader.
pub async fn leader(api: &Api) -> Somebody {
    api.somebody(Role::ProjectLeader, HERE).await
}

/// A member of the steering group.
pub async fn member(api: &Api) -> Somebody {
    api.somebody(Role::SteeringMember, HERE).await
}

/// Takes somebody's roles away.
pub async fn left(api: &Api, somebody: &Somebody) {
    let theirs = role_grant::Entity::delete_many().filter(role_grant::Column::PersonId.eq(somebody.id));
    theirs.exec(api.app.db()).await.expect("no roles");
}

/// Blocks somebody.
pub async fn blocked(api: &Api, somebody: &Somebody) {
    let update = person::Entity::update_many()
        .col_expr(person::Column::BlockedAt, Expr::value(api.ctx().now()))
        .filter(person::Column::Id.eq(somebody.id));
    update.exec(api.app.db()).await.expect("a blocked person");
}

/// Somebody who has signed in again: sessions end when the clock is moved far.
pub async fn awake(api: &Api, somebody: &Somebody) -> Somebody {
    let person = person::Entity::find_by_id(somebody.id).one(api.app.db()).await.expect("an answer");
    api.sign_in(&person.expect("a person"), true).await
}

/// Runs a query as somebody who has just signed in, which must succeed.
pub async fn seen(api: &Api, who: &Somebody, query: &str, variables: Value) -> Value {
    api.data_for(&awake(api, who).await, query, variables).await
}

/// Runs one of the cycle's mutations; returns the payload.
pub async fn change(api: &Api, who: &Somebody, mutation: &str, given: Value) -> Value {
    let (query, variables) = asked(mutation, given);
    seen(api, who, &query, variables).await[mutation].take()
}

/// Runs one of the cycle's mutations, which must be refused; returns the code.
pub async fn refused(api: &Api, who: &Somebody, mutation: &str, given: Value) -> String {
    let (query, variables) = asked(mutation, given);
    api.refused_to(&awake(api, who).await, &query, variables).await
}

/// A mutation with everything that it answers.
pub fn asked(mutation: &str, given: Value) -> (String, Value) {
    let input = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let answered = match mutation {
        "frameworkReceiptConfirm" => "edition { number receipt { person readAt } }".to_owned(),
        "frameworkApprove" => format!("submission {{ {SUBMISSION} }} edition {{ number approvedOn dueOn }}"),
        _ => format!("submission {{ {SUBMISSION} }}"),
    };
    let query = format!(
        "mutation ($input: {input}!) {{ {mutation}(input: $input) {{ {answered} userErrors {{ code field }} }} }}"
    );
    (query, json!({ "input": given }))
}

/// The framework's version, as somebody reads it.
pub async fn version(api: &Api, leader: &Somebody) -> Value {
    let query = "query ($here: String!) { municipality(slug: $here) { framework { version } } }";
    let mut found = seen(api, leader, query, json!({ "here": HERE })).await;
    found["municipality"]["framework"]["version"].take()
}

/// Submits the framework as it is; returns the submission's key.
pub async fn submit(api: &Api, leader: &Somebody) -> String {
    let given = json!({ "municipality": HERE, "version": version(api, leader).await });
    let payload = change(api, leader, "frameworkSubmit", given).await;
    assert_eq!(payload["userErrors"], json!([]));
    payload["submission"]["id"].as_str().expect("a key").to_owned()
}

/// Submits the framework and has it approved at this moment; returns the edition's number.
pub async fn publish(api: &Api, leader: &Somebody, member: &Somebody, at: &str) -> i64 {
    api.set_clock(at);
    let id = submit(api, leader).await;
    let payload = change(api, member, "frameworkApprove", json!({ "id": id })).await;
    assert_eq!(payload["userErrors"], json!([]));
    payload["edition"]["number"].as_i64().expect("an edition")
}

/// The mails to somebody, in order.
pub async fn mails_to(api: &Api, somebody: &Somebody) -> Vec<outgoing_mail::Model> {
    let mails = outgoing_mail::Entity::find()
        .filter(outgoing_mail::Column::Recipient.eq(&somebody.email))
        .order_by_asc(outgoing_mail::Column::CreatedAt)
        .order_by_asc(outgoing_mail::Column::Id);
    mails.all(api.app.db()).await.expect("mails")
}

/// What the audit log says was done by somebody: action and words.
pub async fn log_of(api: &Api, somebody: &Somebody) -> Vec<(String, String)> {
    let entries = audit_entry::Entity::find()
        .filter(audit_entry::Column::PersonId.eq(somebody.id))
        .order_by_asc(audit_entry::Column::Sequence);
    let entries = entries.all(api.app.db()).await.expect("entries");
    entries.into_iter().map(|entry| (entry.action, entry.detail.unwrap_or_default())).collect()
}
