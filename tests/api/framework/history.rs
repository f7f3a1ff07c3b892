//! `Framework.changes` and `frameworkChangeRestore`: who changed what, and setting it back.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;

use super::steps::{
    QUESTION, SLUG, answer, answered, begin, give, leader, question, questions, read, refused, run, section,
    submitted,
};
use crate::directory::editing::refusals;

const RESTORE: &str = "frameworkChangeRestore";
const CHANGES: &str =
    "totalCount pageInfo { hasNextPage endCursor } nodes { id part subjectId subjectName action actorName
    revision canRestore fields { field before after } }";

async fn changes(api: &Api, somebody: &Somebody, of: &Value) -> Vec<Value> {
    let mut found = read(api, somebody, &format!("changes(subject: {of}) {{ {CHANGES} }}")).await;
    serde_json::from_value(found["changes"]["nodes"].take()).expect("a list")
}

async fn restore(api: &Api, somebody: &Somebody, change: &Value, revision: i32) -> Value {
    let input = json!({ "changeId": change["id"], "revision": revision });
    run(api, somebody, RESTORE, &format!("question {{ {QUESTION} }} row {{ id title revision }}"), input)
        .await
}

on_both! {
    async fn what_one_types_in_one_go_is_one_change_and_somebody_elses_another(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let plans = section(&api, &leader, "PLANS").await;
        give(&api, &leader, &plans, Some(&partner)).await;
        let mut tools = question(&api, &leader, "PLANS", "tools").await;
        let id = tools["id"].clone();
        let steps = [
            ("09:01", &leader, "Kort"), ("09:02", &leader, "Kort og"), ("09:03", &leader, "Kort og liste"),
            ("09:04", &partner, "Kort og lister"), ("09:05", &leader, "Kort og lister."),
            ("09:20", &leader, "Kort og lister. Mere"),
        ];
        for (at, who, words) in steps {
            api.set_clock(&format!("2026-03-03T{at}:00Z"));
            tools = answered(&api, who, &tools, words).await;
        }
        assert_eq!(tools["revision"], 7);
        let told = Value::from(changes(&api, &leader, &id).await);
        assert_eq!(column(&told, "/fields/0/after"), ["Kort og lister. Mere", "Kort og lister.", "Kort og lister", "Kort og liste"]);
        assert_eq!(column(&told, "/fields/0/before"), ["Kort og lister.", "Kort og lister", "Kort og liste", ""]);
        let names = ["Prøve ProjectLeader", "Prøve ProjectLeader", "Prøve Partner", "Prøve ProjectLeader"];
        assert_eq!(column(&told, "/actorName"), names);
        assert_eq!(told[0]["part"], "QUESTION");
        assert_eq!((&told[0]["subjectId"], &told[0]["action"]), (&id, &json!("UPDATED")));
        assert_eq!(told[0]["fields"].as_array().map(Vec::len), Some(1));
        let newest = read(&api, &leader, "changes(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { id } }").await;
        assert_eq!(newest["changes"]["totalCount"], 6, "begun, given, and the four");
        let after = &newest["changes"]["pageInfo"]["endCursor"];
        let rest = read(&api, &leader, &format!("changes(after: {after}) {{ nodes {{ part fields {{ field after }} }} }}")).await;
        assert_eq!(column(&rest["changes"]["nodes"], "/part").len(), 4);
        let given = rest["changes"]["nodes"].as_array().expect("a list").iter().find(|change| change["part"] == "SECTION");
        assert_eq!(given.expect("a section")["fields"], json!([{ "field": "assigneeId", "after": "Prøve Partner" }]));
    }

    async fn an_answer_is_set_back_by_whoever_has_the_section(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let plans = section(&api, &leader, "PLANS").await;
        let tools = question(&api, &leader, "PLANS", "tools").await;
        api.set_clock("2026-03-03T09:01:00Z");
        let tools = answered(&api, &leader, &tools, "Før").await;
        api.set_clock("2026-03-03T09:30:00Z");
        let tools = answered(&api, &leader, &tools, "Efter").await;
        let told = changes(&api, &leader, &tools["id"]).await;
        assert_eq!((&told[0]["canRestore"], &told[1]["canRestore"]), (&json!(false), &json!(true)));
        assert_eq!(changes(&api, &partner, &tools["id"]).await[1]["canRestore"], false);
        let input = json!({ "changeId": told[1]["id"], "revision": 3 });
        assert_eq!(refused(&api, &partner, RESTORE, input.clone()).await, "FORBIDDEN");
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refused(&api, &stranger, RESTORE, input).await, "NOT_FOUND");

        give(&api, &leader, &plans, Some(&partner)).await;
        assert_eq!(changes(&api, &partner, &tools["id"]).await[1]["canRestore"], true);
        assert_eq!(refusals(&restore(&api, &partner, &told[1], 2).await), ["revision STALE"]);
        api.set_clock("2026-03-03T09:40:00Z");
        let payload = restore(&api, &partner, &told[1], 3).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let back = &payload["question"];
        assert_eq!((&back["answer"], &back["answeredBy"], &back["revision"]), (&json!("Før"), &json!("Prøve Partner"), &json!(4)));
        assert_eq!(changes(&api, &leader, &tools["id"]).await[0]["action"], "RESTORED");
        submitted(&api).await;
        assert_eq!(changes(&api, &leader, &tools["id"]).await[1]["canRestore"], false);
        assert_eq!(refusals(&restore(&api, &leader, &told[0], 4).await), ["- IN_USE"]);
    }

    async fn what_was_cleared_or_written_over_within_ten_minutes_can_be_set_back(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let mut tools = question(&api, &leader, "PLANS", "tools").await;
        let steps = [("09:00", "Tre sider"), ("09:01", "Tre sider ord"), ("09:08", ""), ("09:09", "Nyt, langt svar til jer")];
        for (at, words) in steps {
            api.set_clock(&format!("2026-03-03T{at}:00Z"));
            tools = answered(&api, &leader, &tools, words).await;
        }
        api.set_clock("2026-03-03T09:09:30Z");
        tools = answered(&api, &leader, &tools, "Noget helt andet er skrevet over det").await;
        let told = changes(&api, &leader, &tools["id"]).await;
        let said = Value::from(told.clone());
        let words = ["Noget helt andet er skrevet over det", "Nyt, langt svar til jer", "Tre sider ord"];
        assert_eq!(column(&said, "/fields/0/after"), words);
        assert_eq!((&told[1]["canRestore"], &told[2]["canRestore"]), (&json!(true), &json!(true)));
        let revision = tools["revision"].as_i64().and_then(|revision| i32::try_from(revision).ok());
        let payload = restore(&api, &leader, &told[2], revision.expect("a revision")).await;
        assert_eq!(payload["question"]["answer"], "Tre sider ord");
    }

    async fn a_question_that_was_taken_out_comes_back_with_its_answer_under_its_key(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let plans = section(&api, &leader, "PLANS").await;
        give(&api, &leader, &plans, Some(&partner)).await;
        let input = json!({ "municipality": SLUG, "section": "PLANS", "title": "Egen?" });
        let mut own = run(&api, &leader, "frameworkQuestionCreate", &format!("question {{ {QUESTION} }}"), input).await["question"].take();
        api.set_clock("2026-03-03T09:01:00Z");
        own = answered(&api, &leader, &own, "Ord, der ikke må gå tabt").await;
        api.set_clock("2026-03-03T09:02:00Z");
        run(&api, &leader, "frameworkQuestionDelete", "deletedId", json!({ "id": own["id"], "revision": 2 })).await;
        assert_eq!(questions(&api, &leader, "PLANS").await.len(), 4);
        // Whoever was writing in it is told that it is gone.
        let late = json!({ "id": own["id"], "revision": 2, "answer": "For sent" });
        assert_eq!(refused(&api, &leader, "frameworkAnswerUpdate", late).await, "NOT_FOUND");
        let told = changes(&api, &leader, &own["id"]).await;
        assert_eq!((&told[0]["action"], &told[0]["canRestore"]), (&json!("DELETED"), &json!(true)));
        let input = json!({ "changeId": told[0]["id"], "revision": 0 });
        assert_eq!(refused(&api, &partner, RESTORE, input).await, "FORBIDDEN", "what is asked is the leaders'");
        assert_eq!(refusals(&restore(&api, &leader, &told[0], 2).await), ["revision STALE"]);
        let back = restore(&api, &leader, &told[0], 0).await["question"].take();
        assert_eq!((&back["id"], &back["answer"]), (&own["id"], &json!("Ord, der ikke må gå tabt")));
        assert_eq!((&back["revision"], &back["position"]), (&json!(3), &json!(4)));
        assert_eq!(refusals(&answer(&api, &leader, &back, "Videre").await), [""; 0]);
    }

    async fn a_row_is_set_back_too_and_what_says_nothing_is_not(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let form = |name: &str| json!({ "tool": { "name": name } });
        let input = json!({ "municipality": SLUG, "form": form("Kort") });
        let row = run(&api, &leader, "registerRowCreate", "row { id revision }", input).await["row"].take();
        api.set_clock("2026-03-03T09:01:00Z");
        let input = json!({ "id": row["id"], "revision": 1, "form": form("Liste") });
        run(&api, &leader, "registerRowUpdate", "row { id }", input).await;
        let told = changes(&api, &leader, &row["id"]).await;
        assert_eq!((&told[0]["canRestore"], &told[1]["canRestore"]), (&json!(false), &json!(true)));
        assert_eq!(told[0]["fields"], json!([{ "field": "name", "before": "Kort", "after": "Liste" }]));
        let payload = restore(&api, &leader, &told[1], 2).await;
        assert_eq!(refusals(&payload), [""; 0]);
        assert_eq!((&payload["row"]["title"], &payload["row"]["revision"]), (&json!("Kort"), &json!(3)));

        let tools = question(&api, &leader, "PLANS", "tools").await;
        let input = json!({ "id": tools["id"], "revision": 1, "position": 0 });
        run(&api, &leader, "frameworkQuestionMove", "question { id }", input).await;
        let moved = changes(&api, &leader, &tools["id"]).await;
        assert_eq!(moved[0]["fields"], json!([{ "field": "position", "before": "3", "after": "0" }]));
        assert_eq!(moved[0]["canRestore"], false);
        assert_eq!(refusals(&restore(&api, &leader, &moved[0], 1).await), ["changeId INVALID"]);
    }

    async fn plans_stand_in_it_once_they_are_gone(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let given = json!({ "municipality": SLUG, "kind": "ACTION_PLAN", "form": { "title": "Prøveplan", "visibility": "PUBLIC" } });
        let plan = run(&api, &leader, "planCreate", "plan { id }", given).await["plan"].take();
        let plans = async || {
            let found = read(&api, &leader, "changes(first: 100) { nodes { part action } }").await;
            let parts = column(&found["changes"]["nodes"], "/part");
            parts.iter().filter(|part| *part == "PLAN").count()
        };
        assert_eq!(plans().await, 0, "it has a history of its own");
        run(&api, &leader, "planDelete", "deletedId", json!({ "id": plan["id"], "revision": 1 })).await;
        assert_eq!(plans().await, 2, "made and deleted");
    }
}
