//! Rows of the registers: each operation works, is refused to whom it is not for, and refuses what is not valid.

mod forms;

mod writing;

mod history;

mod reading;

use entity::directory::values::Visibility;
use entity::framework::values::{FrameworkState, Section};
use entity::framework::{framework, framework_section};
use entity::identity::values::Role;
use entity::ids::{FrameworkId, FrameworkSectionId, PersonId};
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use server::framework::model;
use tests::api::Api;
use tests::people::Somebody;

use crate::directory::editing::refusals;

const CREATE: &str = "registerRowCreate";
const UPDATE: &str = "registerRowUpdate";
const MOVE: &str = "registerRowMove";
const DELETE: &str = "mutation ($input: RegisterRowDeleteInput!) { registerRowDelete(input: $input) {
    deletedId userErrors { code field } } }";

/// Begins Aabenraa's framework, as it stands before anybody has written in it; its people section is given to `assignee`.
async fn begun(api: &Api, assignee: Option<PersonId>) -> FrameworkId {
    let (db, ctx) = (api.app.db(), api.ctx());
    let municipality_id = api.municipality_id("aabenraa").await;
    let id = FrameworkId(ctx.new_key());
    let row = framework::Model {
        id,
        municipality_id,
        state: FrameworkState::Draft,
        due_on: None,
        next_update_by: None,
        approvals_needed: 1,
        interval_months: 6,
        visibility: Visibility::Public,
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
            person_id: assignee.filter(|_| section == Section::Organisation),
            due_on: None,
            is_done: false,
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let inserted = framework_section::Entity::insert(row.into_active_model());
        inserted.exec_without_returning(db).await.expect("a section");
    }
    id
}

async fn leader(api: &Api) -> Somebody {
    api.somebody(Role::ProjectLeader, "aabenraa").await
}

/// Makes a row, which must succeed; returns it.
async fn made(api: &Api, somebody: &Somebody, form: Value) -> Value {
    let mut payload = create(api, somebody, form).await;
    assert_eq!(refusals(&payload), [""; 0]);
    payload["row"].take()
}

async fn create(api: &Api, somebody: &Somebody, form: Value) -> Value {
    send(api, somebody, CREATE, json!({ "municipality": "aabenraa", "form": form })).await
}

async fn update(api: &Api, somebody: &Somebody, row: &Value, form: Value) -> Value {
    send(api, somebody, UPDATE, json!({ "id": row["id"], "revision": row["revision"], "form": form })).await
}

/// Sends a mutation of rows; returns the payload.
async fn send(api: &Api, somebody: &Somebody, name: &str, input: Value) -> Value {
    let mut data = api.data_for(somebody, &mutation(name), json!({ "input": input })).await;
    data[name].take()
}

fn tool(name: &str) -> Value {
    json!({ "tool": { "name": name } })
}

fn forum(name: &str, purpose: &str) -> Value {
    json!({ "forum": { "name": name, "level": "MIXED", "purpose": purpose, "members": [], "meetings": [] } })
}

/// A mutation of rows with all it answers.
fn mutation(name: &str) -> String {
    let input = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    let row = format!(
        "{{ id register revision position title updatedAt form {{ {} }} organisations {{ organisationId name path }} }}",
        fields()
    );
    format!(
        "mutation ($input: {input}!) {{ {name}(input: $input) {{
            row {row} latest {row} userErrors {{ code field message }} }} }}"
    )
}

const PARTY: &str = "organisationId name";

/// Everything that a row of any register says. What may be empty has a name of its own where another register's may not.
fn fields() -> String {
    format!(
        "__typename
        ... on PopulationFigureForm {{ group number numberTo asOf source }}
        ... on ExpectedIntakeForm {{ year group number numberTo source }}
        ... on SupportFigureForm {{ paragraph serviceType number numberTo unit period source }}
        ... on PartnerForm {{ party {{ {PARTY} }} branch role }}
        ... on OutreachForm {{ name anchoring {{ {PARTY} }} description }}
        ... on ForumForm {{ name level purpose members {{ {PARTY} }} chair rhythm meetingsPerYear meetings {{ date note }} }}
        ... on PathwayForm {{ name description steps {{ key text actor {{ {PARTY} }} channel within next {{ condition to }} }} }}
        ... on AgreementForm {{ subject level parties {{ {PARTY} }} signedOn evaluateBy document status notes }}
        ... on CoordinatingFunctionForm {{ branch function holder description }}
        ... on ChannelForm {{ level kind between {{ {PARTY} }} description }}
        ... on CitizenPlanForm {{ name holder keptAt access coordinated citizenInvolved }}
        ... on ToolForm {{ name description link users }}
        ... on DisseminationForm {{ channel audience description }}"
    )
}
