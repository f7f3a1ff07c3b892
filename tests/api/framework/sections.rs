//! `frameworkSectionUpdate`: to whom a section is given, until when, and whether they are done; and its reminders.

use entity::identity::values::Role;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use server::framework::draft::reminders;
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::begun::{awake, blocked, left};
use super::steps::{
    SECTION, SLUG, answered, begin, give, leader, mails, question, refused, run, section, sent_back,
    submitted,
};
use crate::directory::editing::refusals;

async fn set(api: &Api, somebody: &Somebody, section: &Value, change: Value) -> Value {
    run(api, somebody, "frameworkSectionUpdate", &format!("section {{ {SECTION} }}"), input(section, change))
        .await
}

fn input(section: &Value, change: Value) -> Value {
    let mut input = json!({
        "id": section["id"], "revision": section["revision"], "assigneeId": section["assigneeId"],
        "dueOn": section["dueOn"], "isDone": section["isDone"],
    });
    for (name, value) in change.as_object().expect("fields") {
        input[name] = value.clone();
    }
    input
}

on_both! {
    async fn a_section_is_given_to_a_person_who_gets_a_mail_and_may_write_in_it(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        assert_eq!(section(&api, &partner, "PLANS").await["canWrite"], false);
        let plans = section(&api, &leader, "PLANS").await;
        let change = json!({ "assigneeId": format!("person:{}", partner.id.0), "dueOn": "2026-03-20" });
        let payload = set(&api, &leader, &plans, change).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let given = &payload["section"];
        assert_eq!((&given["assigneeName"], &given["dueOn"]), (&json!("Prøve Partner"), &json!("2026-03-20")));
        assert_eq!((&given["revision"], &given["isOverdue"]), (&json!(2), &json!(false)));
        let sent = mails(&api).await;
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].recipient, partner.email);
        assert!(sent[0].subject.starts_with("Planer og arbejdsredskaber"), "{}", sent[0].subject);
        assert!(sent[0].body.contains("/aabenraa/ramme/udkast\n"), "{}", sent[0].body);
        assert!(sent[0].body.contains("Prøve ProjectLeader har givet dig"), "{}", sent[0].body);
        assert!(sent[0].body.contains("senest 20. marts 2026"), "{}", sent[0].body);

        assert_eq!(section(&api, &partner, "PLANS").await["canWrite"], true);
        assert_eq!(section(&api, &partner, "DIRECTORY").await["canWrite"], false);
        let tools = question(&api, &partner, "PLANS", "tools").await;
        answered(&api, &partner, &tools, "Kort").await;
        let plans = section(&api, &partner, "PLANS").await;
        assert_eq!((&plans["answered"], &plans["total"]), (&json!(1), &json!(4)));
        assert_eq!(plans["writers"], json!(["Prøve Partner"]));
    }

    async fn whoever_has_it_says_that_it_is_done_and_no_more(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let plans = section(&api, &leader, "PLANS").await;
        give(&api, &leader, &plans, Some(&partner)).await;
        let plans = section(&api, &partner, "PLANS").await;
        for change in [json!({ "assigneeId": null }), json!({ "dueOn": "2026-04-01" })] {
            assert_eq!(refused(&api, &partner, "frameworkSectionUpdate", input(&plans, change)).await, "FORBIDDEN");
        }
        let payload = set(&api, &partner, &plans, json!({ "isDone": true })).await;
        assert_eq!((&payload["section"]["isDone"], &payload["section"]["revision"]), (&json!(true), &json!(3)));
        assert_eq!(refusals(&set(&api, &partner, &plans, json!({ "isDone": true })).await), ["revision STALE"]);
        let other = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let done = input(&plans, json!({ "isDone": true }));
        assert_eq!(refused(&api, &other, "frameworkSectionUpdate", done.clone()).await, "FORBIDDEN");
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refused(&api, &stranger, "frameworkSectionUpdate", done).await, "NOT_FOUND");
    }

    async fn only_somebody_with_a_role_here_is_given_a_section(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let plans = section(&api, &leader, "PLANS").await;
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refusals(&give(&api, &leader, &plans, Some(&stranger)).await), ["assigneeId NOT_FOUND"]);
        let nobody = set(&api, &leader, &plans, json!({ "assigneeId": "organisation:x" })).await;
        assert_eq!(refusals(&nobody), ["assigneeId NOT_FOUND"]);
        assert_eq!(refusals(&set(&api, &leader, &plans, json!({ "dueOn": "0001-01-01" })).await), ["dueOn INVALID"]);
        // Who takes it themself needs no mail.
        assert_eq!(refusals(&give(&api, &leader, &plans, Some(&leader)).await), [""; 0]);
        assert_eq!(mails(&api).await.len(), 0);
        submitted(&api).await;
        let plans = section(&api, &leader, "PLANS").await;
        assert_eq!(plans["canWrite"], false);
        assert_eq!(refusals(&give(&api, &leader, &plans, None).await), ["- IN_USE"]);
    }

    async fn whoever_has_a_section_is_reminded_once_a_week_before_and_once_on_the_day(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let plans = section(&api, &leader, "PLANS").await;
        let change = json!({ "assigneeId": format!("person:{}", partner.id.0), "dueOn": "2026-03-20" });
        set(&api, &leader, &plans, change).await;
        let mut told = Vec::new();
        let days =
            ["2026-03-12", "2026-03-13", "2026-03-14", "2026-03-19", "2026-03-20", "2026-03-21", "2026-03-28"];
        for day in days {
            api.set_clock(&format!("{day}T07:00:00Z"));
            let before = mails(&api).await.len();
            for _ in 0..2 {
                reminders::send_due(&api.ctx()).await.expect("reminders");
            }
            told.extend(mails(&api).await[before..].iter().map(|mail| (day, mail.recipient.clone())));
        }
        assert_eq!(told, [("2026-03-13", partner.email.clone()), ("2026-03-20", partner.email)]);
    }

    async fn a_reminder_stays_due_until_it_can_be_sent(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        for name in ["PLANS", "DIRECTORY"] {
            let given = section(&api, &leader, name).await;
            let change = json!({ "assigneeId": format!("person:{}", partner.id.0), "dueOn": "2026-03-20" });
            assert_eq!(refusals(&set(&api, &leader, &given, change).await), [""; 0]);
        }
        api.set_clock("2026-03-20T06:00:00Z");
        let leader = awake(&api, &leader).await;
        let plans = section(&api, &leader, "PLANS").await;
        set(&api, &leader, &plans, json!({ "isDone": true })).await;
        submitted(&api).await;
        let before = mails(&api).await.len();
        reminders::send_due(&api.ctx()).await.expect("reminders");
        assert_eq!(mails(&api).await.len(), before);
        // Sent back long after the day, one of them not done after all.
        sent_back(&api).await;
        api.set_clock("2026-03-25T07:00:00Z");
        let leader = awake(&api, &leader).await;
        let plans = section(&api, &leader, "PLANS").await;
        set(&api, &leader, &plans, json!({ "isDone": false })).await;
        for _ in 0..2 {
            reminders::send_due(&api.ctx()).await.expect("reminders");
        }
        let told = mails(&api).await.split_off(before);
        assert_eq!(told.len(), 2);
        assert!(told.iter().all(|mail| mail.recipient == partner.email));
    }

    async fn where_whoever_has_it_can_no_longer_write_the_leaders_are_told(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let one = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let other = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        for (name, to) in [("PLANS", &one), ("DIRECTORY", &other)] {
            let given = section(&api, &leader, name).await;
            let change = json!({ "assigneeId": format!("person:{}", to.id.0), "dueOn": "2026-03-20" });
            assert_eq!(refusals(&set(&api, &leader, &given, change).await), [""; 0]);
        }
        left(&api, &one).await;
        blocked(&api, &other).await;
        let before = mails(&api).await.len();
        api.set_clock("2026-03-13T07:00:00Z");
        for _ in 0..2 {
            reminders::send_due(&api.ctx()).await.expect("reminders");
        }
        let told = mails(&api).await.split_off(before);
        assert_eq!(told.len(), 2);
        assert!(told.iter().all(|mail| mail.recipient == leader.email && mail.body.contains("Giv det til en anden")));
    }

    async fn nobody_is_reminded_of_what_is_done_or_lies_before_the_steering_group(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let due = json!({ "assigneeId": format!("person:{}", leader.id.0), "dueOn": "2026-03-20" });
        let plans = section(&api, &leader, "PLANS").await;
        let plans = set(&api, &leader, &plans, due.clone()).await["section"].take();
        set(&api, &leader, &plans, json!({ "isDone": true })).await;
        let directory = section(&api, &leader, "DIRECTORY").await;
        set(&api, &leader, &directory, due).await;
        submitted(&api).await;
        api.set_clock("2026-03-20T07:00:00Z");
        reminders::send_due(&api.ctx()).await.expect("reminders");
        assert_eq!(entity::mail::outgoing_mail::Entity::find().all(api.app.db()).await.expect("mails"), []);
    }
}
