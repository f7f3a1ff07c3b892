//! `frameworkQuestionCreate`, `frameworkQuestionUpdate`, `frameworkQuestionMove` and `frameworkQuestionDelete`.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;

use super::steps::{
    QUESTION, SLUG, answered, begin, leader, question, questions, refused, run, section, submitted,
};
use crate::directory::editing::refusals;

const CREATE: &str = "frameworkQuestionCreate";
const UPDATE: &str = "frameworkQuestionUpdate";
const MOVE: &str = "frameworkQuestionMove";
const DELETE: &str = "frameworkQuestionDelete";

fn selection() -> String {
    format!("question {{ {QUESTION} }}")
}

async fn create(api: &Api, somebody: &Somebody, title: &str) -> Value {
    let input = json!({ "municipality": SLUG, "section": "PLANS", "title": title, "guidance": "Tænk" });
    run(api, somebody, CREATE, &selection(), input).await
}

async fn made(api: &Api, somebody: &Somebody, title: &str) -> Value {
    let mut payload = create(api, somebody, title).await;
    assert_eq!(refusals(&payload), [""; 0]);
    payload["question"].take()
}

fn update(question: &Value, change: Value) -> Value {
    let mut input = json!({ "id": question["id"], "revision": question["revision"], "isHidden": false });
    for (name, value) in change.as_object().expect("fields") {
        input[name] = value.clone();
    }
    input
}

async fn keys(api: &Api, somebody: &Somebody) -> Vec<String> {
    column(&Value::from(questions(api, somebody, "PLANS").await), "/key")
}

async fn move_to(api: &Api, somebody: &Somebody, question: &Value, position: i32) -> Value {
    let input = json!({ "id": question["id"], "revision": question["revision"], "position": position });
    run(api, somebody, MOVE, &selection(), input).await
}

on_both! {
    async fn a_municipality_asks_its_own_question_words_it_anew_and_takes_it_out(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let own = made(&api, &leader, " Hvem følger op? ").await;
        assert_eq!((&own["title"], &own["guidance"]), (&json!("Hvem følger op?"), &json!("Tænk")));
        assert_eq!((&own["isOwn"], &own["key"], &own["position"]), (&json!(true), &Value::Null, &json!(4)));
        let change = update(&own, json!({ "title": "Hvem samler op?", "guidance": null }));
        let payload = run(&api, &leader, UPDATE, &selection(), change.clone()).await;
        assert_eq!(payload["question"]["title"], "Hvem samler op?");
        assert_eq!((&payload["question"]["guidance"], &payload["question"]["revision"]), (&Value::Null, &json!(2)));
        assert_eq!(refusals(&run(&api, &leader, UPDATE, &selection(), change).await), ["revision STALE"]);

        let id = &own["id"];
        let stale = json!({ "id": id, "revision": 1 });
        assert_eq!(refusals(&run(&api, &leader, DELETE, "deletedId", stale).await), ["revision STALE"]);
        let payload = run(&api, &leader, DELETE, "deletedId", json!({ "id": id, "revision": 2 })).await;
        assert_eq!(&payload["deletedId"], id);
        assert_eq!(questions(&api, &leader, "PLANS").await.len(), 4);
    }

    async fn the_models_questions_are_hidden_and_keep_their_words(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let tools = question(&api, &leader, "PLANS", "plans").await;
        let worded = update(&tools, json!({ "title": "Anderledes?" }));
        assert_eq!(refusals(&run(&api, &leader, UPDATE, &selection(), worded).await), ["title INVALID"]);
        let gone = json!({ "id": tools["id"], "revision": 1 });
        assert_eq!(refusals(&run(&api, &leader, DELETE, "deletedId", gone).await), ["id IN_USE"]);
        let payload = run(&api, &leader, UPDATE, &selection(), update(&tools, json!({ "isHidden": true }))).await;
        assert_eq!((&payload["question"]["isHidden"], &payload["question"]["position"]), (&json!(true), &json!(3)));
        assert_eq!(section(&api, &leader, "PLANS").await["total"], 3);
        assert_eq!(keys(&api, &leader).await, ["plans_coordinated", "plans_citizen", "tools", "plans"]);
        let shown = update(&payload["question"], json!({ "isHidden": false }));
        run(&api, &leader, UPDATE, &selection(), shown).await;
        assert_eq!(keys(&api, &leader).await, ["plans", "plans_coordinated", "plans_citizen", "tools"]);
    }

    async fn a_question_moves_without_disturbing_whoever_answers_it(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let tools = question(&api, &leader, "PLANS", "tools").await;
        let payload = move_to(&api, &leader, &tools, 0).await;
        assert_eq!((&payload["question"]["position"], &payload["question"]["revision"]), (&json!(0), &json!(1)));
        assert_eq!(keys(&api, &leader).await, ["tools", "plans", "plans_coordinated", "plans_citizen"]);
        answered(&api, &leader, &tools, "Svar").await;
        let tools = question(&api, &leader, "PLANS", "tools").await;
        move_to(&api, &leader, &tools, 99).await;
        assert_eq!(keys(&api, &leader).await, ["plans", "plans_coordinated", "plans_citizen", "tools"]);
        assert_eq!(refusals(&move_to(&api, &leader, &tools, -1).await), ["position INVALID"]);
        let stale = json!({ "id": tools["id"], "revision": 1 });
        assert_eq!(refusals(&move_to(&api, &leader, &stale, 0).await), ["revision STALE"]);
    }

    async fn what_can_not_be_asked_is_refused(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        assert_eq!(refusals(&create(&api, &leader, " ").await), ["title REQUIRED"]);
        assert_eq!(refusals(&create(&api, &leader, &"å".repeat(201)).await), ["title TOO_LONG"]);
        assert_eq!(refusals(&create(&api, &leader, "a\u{7}b").await), ["title INVALID"]);
        assert_eq!(refusals(&create(&api, &leader, "a\nb").await), ["title INVALID"]);
        for number in 0..30 {
            made(&api, &leader, &format!("Nummer {number}?")).await;
        }
        assert_eq!(refusals(&create(&api, &leader, "En til?").await), ["- TOO_LONG"]);
    }

    async fn only_the_project_leader_decides_what_is_asked_and_not_while_it_is_submitted(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let own = made(&api, &leader, "Egen?").await;
        let member = api.somebody(Role::SteeringMember, SLUG).await;
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let inputs = [
            (CREATE, json!({ "municipality": SLUG, "section": "PLANS", "title": "Egen?" })),
            (UPDATE, update(&own, json!({ "title": "Andet?" }))),
            (MOVE, json!({ "id": own["id"], "revision": 1, "position": 0 })),
            (DELETE, json!({ "id": own["id"], "revision": 1 })),
        ];
        for (name, input) in &inputs {
            assert_eq!(refused(&api, &member, name, input.clone()).await, "FORBIDDEN", "{name}");
            assert_eq!(refused(&api, &stranger, name, input.clone()).await, "NOT_FOUND", "{name}");
        }
        submitted(&api).await;
        for (name, input) in inputs {
            assert_eq!(refusals(&run(&api, &leader, name, "", input).await), ["- IN_USE"], "{name}");
        }
    }
}
