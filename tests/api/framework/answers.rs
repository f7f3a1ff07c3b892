//! `frameworkAnswerUpdate` and `frameworkWritingNote`: nobody writes over somebody else, and everybody sees who writes.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::steps::{
    SLUG, answer, answered, begin, give, leader, question, read, refused, run, section, submitted,
};
use crate::directory::editing::refusals;

const ANSWER: &str = "frameworkAnswerUpdate";
const NOTE: &str = "frameworkWritingNote";

async fn note(api: &Api, somebody: &Somebody, question: &Value, is_writing: bool) -> Value {
    let input = json!({ "id": question["id"], "isWriting": is_writing });
    run(api, somebody, NOTE, "writing revision", input).await
}

on_both! {
    async fn an_answer_is_saved_with_who_and_when_and_counts(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let tovholder = question(&api, &leader, "ORGANISATION", "tovholder").await;
        let words = "## Hvem\r\n\r\n* Æ, [her](https://example.org)\n\n";
        let after = answered(&api, &leader, &tovholder, words).await;
        assert_eq!(after["answer"], "## Hvem\n\n* Æ, [her](https://example.org)");
        assert_eq!((&after["answeredBy"], &after["isAnswered"]), (&json!("Prøve ProjectLeader"), &json!(true)));
        assert_eq!((&after["answeredAt"], &after["revision"]), (&json!("2026-03-03T09:00:00+00:00"), &json!(2)));
        let organisation = section(&api, &leader, "ORGANISATION").await;
        assert_eq!((&organisation["answered"], &organisation["total"]), (&json!(1), &json!(10)));
        assert_eq!(organisation["writers"], json!(["Prøve ProjectLeader"]));
        let emptied = answered(&api, &leader, &after, "").await;
        assert_eq!((&emptied["answer"], &emptied["isAnswered"]), (&json!(""), &json!(false)));
    }

    async fn who_is_too_late_is_shown_what_stands_there_and_nothing_is_lost(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let other = api.somebody(Role::ProjectLeader, SLUG).await;
        let read = question(&api, &leader, "ORGANISATION", "tovholder").await;
        answered(&api, &other, &read, "Den andens ord").await;
        let payload = answer(&api, &leader, &read, "Mine ord").await;
        assert_eq!(refusals(&payload), ["revision STALE"]);
        assert_eq!(payload["question"], Value::Null);
        let latest = &payload["latest"];
        assert_eq!((&latest["answer"], &latest["revision"]), (&json!("Den andens ord"), &json!(2)));
        assert_eq!(latest["answeredBy"], "Prøve ProjectLeader");
        // On what stands there now, both can be kept.
        let both = answered(&api, &leader, latest, "Den andens ord\n\nMine ord").await;
        assert_eq!(both["revision"], 3);
        // A save that was sent twice is one.
        let again = answered(&api, &leader, latest, "Den andens ord\n\nMine ord").await;
        assert_eq!(again["revision"], 3);
    }

    async fn saves_that_change_nothing_hold_nobody_up(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let read = question(&api, &leader, "ORGANISATION", "tovholder").await;
        answered(&api, &leader, &read, "Ord").await;
        // More than there are connections.
        let again = async || answered(&api, &leader, &read, "Ord").await["revision"] == 2;
        let four = async || <[bool; 4]>::from(tokio::join!(again(), again(), again(), again()));
        assert_eq!(tokio::join!(four(), four()), ([true; 4], [true; 4]));
    }

    async fn what_is_too_long_or_can_not_be_shown_is_refused(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let tovholder = question(&api, &leader, "ORGANISATION", "tovholder").await;
        let long = "å".repeat(20_000);
        assert_eq!(refusals(&answer(&api, &leader, &tovholder, &format!("{long}å")).await), ["answer TOO_LONG"]);
        assert_eq!(refusals(&answer(&api, &leader, &tovholder, "a\u{0}b").await), ["answer INVALID"]);
        assert_eq!(answered(&api, &leader, &tovholder, &long).await["answer"], long);
    }

    async fn those_who_do_not_have_the_section_may_not(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let organisation = section(&api, &leader, "ORGANISATION").await;
        give(&api, &leader, &organisation, Some(&partner)).await;
        let tools = question(&api, &leader, "PLANS", "tools").await;
        let input = json!({ "id": tools["id"], "revision": 1, "answer": "Nej" });
        assert_eq!(refused(&api, &partner, ANSWER, input.clone()).await, "FORBIDDEN");
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refused(&api, &stranger, ANSWER, input.clone()).await, "NOT_FOUND");
        let write = json!({ "id": tools["id"], "isWriting": true });
        assert_eq!(refused(&api, &partner, NOTE, write.clone()).await, "FORBIDDEN");
        assert_eq!(refused(&api, &stranger, NOTE, write).await, "NOT_FOUND");
        let visitor = "mutation ($input: FrameworkAnswerUpdateInput!) { frameworkAnswerUpdate(input: $input) { question { id } } }";
        assert_eq!(api.error(visitor, json!({ "input": input })).await.0, "NOT_FOUND");
    }

    async fn nothing_is_answered_while_it_lies_before_the_steering_group(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let tools = question(&api, &leader, "PLANS", "tools").await;
        submitted(&api).await;
        assert_eq!(refusals(&answer(&api, &leader, &tools, "Nej").await), ["- IN_USE"]);
        assert_eq!(refusals(&note(&api, &leader, &tools, true).await), ["- IN_USE"]);
        assert_eq!(question(&api, &leader, "PLANS", "tools").await["answer"], "");
    }

    async fn who_else_is_writing_is_shown_for_a_minute(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let plans = section(&api, &leader, "PLANS").await;
        give(&api, &leader, &plans, Some(&partner)).await;
        let tools = question(&api, &leader, "PLANS", "tools").await;
        let first = note(&api, &partner, &tools, true).await;
        assert_eq!((&first["writing"], &first["revision"]), (&json!([]), &json!(1)));
        let second = note(&api, &leader, &tools, true).await;
        assert_eq!(second["writing"], json!(["Prøve Partner"]));
        let seen = question(&api, &leader, "PLANS", "tools").await;
        assert_eq!(seen["writing"], json!(["Prøve Partner"]), "oneself is left out");
        answered(&api, &leader, &tools, "Svar").await;
        api.set_clock("2026-03-03T09:00:50Z");
        let again = note(&api, &partner, &tools, true).await;
        assert_eq!((&again["writing"], &again["revision"]), (&json!(["Prøve ProjectLeader"]), &json!(2)));
        api.set_clock("2026-03-03T09:01:05Z");
        assert_eq!(note(&api, &partner, &tools, true).await["writing"], json!([]), "a minute has gone by");
        assert_eq!(question(&api, &leader, "PLANS", "tools").await["writing"], json!(["Prøve Partner"]));
        note(&api, &partner, &tools, false).await;
        assert_eq!(question(&api, &leader, "PLANS", "tools").await["writing"], json!([]));
    }

    async fn rows_answer_a_question_and_hidden_ones_do_not_count(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let progress = async || {
            let section = section(&api, &leader, "ORGANISATION").await;
            (section["answered"].as_i64(), section["total"].as_i64())
        };
        let forum = json!({ "forum": { "name": "Netværk", "level": "MIXED", "purpose": "At mødes", "members": [], "meetings": [] } });
        let input = json!({ "municipality": SLUG, "form": forum });
        let payload = run(&api, &leader, "registerRowCreate", "row { id }", input).await;
        assert_eq!(refusals(&payload), [""; 0]);
        assert_eq!(progress().await, (Some(1), Some(10)));
        assert_eq!(question(&api, &leader, "ORGANISATION", "forums_municipal").await["isAnswered"], false);
        let mixed = question(&api, &leader, "ORGANISATION", "forums_mixed").await;
        assert_eq!(mixed["isAnswered"], true);
        let input = json!({ "id": mixed["id"], "revision": mixed["revision"], "isHidden": true });
        run(&api, &leader, "frameworkQuestionUpdate", "question { id }", input).await;
        assert_eq!(progress().await, (Some(0), Some(9)));
        let seen = read(&api, &leader, "section(section: ORGANISATION) { writers }").await;
        assert_eq!(seen["section"]["writers"], json!(["Prøve ProjectLeader"]));
    }
}
