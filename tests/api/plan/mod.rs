//! Plans, goals and activities: reading, writing, reporting, and who is reminded.

mod activities;
mod desk;
mod goals;
mod history;
mod plans;
mod reading;
mod reminders;
mod report;
mod samples;

use serde_json::{Value, json};
use tests::api::Api;
use tests::people::Somebody;

const PLAN: &str = "id kind title beginsOn endsOn mission values vision visibility revision done total overdue canWrite
    goals { id key revision position title(language: DANISH) ownTitle why aim voices { who words } done total overdue
        activities { id title } }";
const GOAL: &str =
    "id key revision position title(language: ENGLISH) guidance(language: DANISH) ownTitle why aim
    voices { who words } activities { id title position }";
const ACTIVITY: &str = "id planId revision position subGoal title responsible responsiblePersonId
    responsibleOrganisationId responsibleName others startsOn dueOn status doneOn followUpOn result notes isOverdue
    needsFollowUp canWrite canReport";

/// The words of a mutation that answers one thing.
fn mutation(name: &str, input: &str, thing: &str, fields: &str) -> String {
    format!(
        "mutation ($input: {input}!) {{ {name}(input: $input) {{ {thing} {{ {fields} }} userErrors {{ code field }} }} }}"
    )
}

/// The same for an activity, which has a newest state too.
fn of_activity(name: &str, input: &str) -> String {
    mutation(name, input, &format!("latest {{ {ACTIVITY} }} activity"), ACTIVITY)
}

/// What a mutation answers to somebody.
async fn run(api: &Api, somebody: &Somebody, query: &str, input: Value) -> Value {
    let mut data = api.data_for(somebody, query, json!({ "input": input })).await;
    let name = data.as_object().and_then(|data| data.keys().next()).expect("an answer").clone();
    data[name].take()
}

/// Code and field of what was wrong.
fn errors(payload: &Value) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let errors = payload["userErrors"].as_array().expect("a list");
    errors.iter().map(|error| (word(&error["code"]), word(&error["field"]))).collect()
}

fn wrong(code: &str, field: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), field.to_owned())]
}

/// A new plan of Esbjerg's.
async fn plan(api: &Api, leader: &Somebody, kind: &str, visibility: &str) -> Value {
    let input = json!({ "municipality": "esbjerg", "kind": kind, "form": {
        "title": "Prøveplan", "visibility": visibility } });
    let made = run(api, leader, &mutation("planCreate", "PlanCreateInput", "plan", PLAN), input).await;
    assert_eq!(errors(&made), [], "{made}");
    made["plan"].clone()
}

/// The form of an activity, with these changes.
fn form(changes: Value) -> Value {
    let mut form = json!({ "title": "Prøveaktivitet", "status": "PLANNED" });
    for (name, value) in changes.as_object().expect("changes") {
        form[name] = value.clone();
    }
    form
}

/// A new activity under the first goal of a plan.
async fn activity(api: &Api, leader: &Somebody, plan: &Value, changes: Value) -> Value {
    let input = json!({ "goalId": plan["goals"][0]["id"], "form": form(changes) });
    let made = run(api, leader, &of_activity("activityCreate", "ActivityCreateInput"), input).await;
    assert_eq!(errors(&made), [], "{made}");
    made["activity"].clone()
}

fn person_id(somebody: &Somebody) -> String {
    format!("person:{}", somebody.id.0)
}
