//! Reminders of the day by which the framework is to be updated: each once, at its time. The clock is moved.

use serde_json::json;
use server::framework::cycle::reminders;
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::begun::{HERE, begun, leader, mails_to, member, publish, seen, stored, submit};
use super::steps::run;

/// Goes through the days, as the service does every hour; how many mails each has got since the days began.
async fn live_through(api: &Api, days: &[&str], people: [&Somebody; 2]) -> Vec<[usize; 2]> {
    let count = async || [mails_to(api, people[0]).await.len(), mails_to(api, people[1]).await.len()];
    let begun = count().await;
    let mut told = Vec::new();
    for day in days {
        api.set_clock(&format!("{day}T07:00:00Z"));
        for _ in 0..3 {
            reminders::send_due(&api.ctx()).await.expect("reminders");
        }
        let now = count().await;
        told.push([now[0] - begun[0], now[1] - begun[1]]);
    }
    told
}

on_both! {
    async fn leaders_a_month_and_a_week_before_and_with_the_steering_group_weekly_when_late(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        // Due on 3 September.
        let days = [
            "2026-08-03", "2026-08-04", "2026-08-20", "2026-08-27", "2026-08-31", "2026-09-03", "2026-09-04",
            "2026-09-09", "2026-09-10",
        ];
        let told = live_through(&api, &days, [&leader, &member]).await;
        assert_eq!(told, [[0, 0], [1, 0], [1, 0], [2, 0], [2, 0], [2, 0], [3, 1], [3, 1], [4, 2]]);
        let mails = mails_to(&api, &leader).await;
        let month = &mails[mails.len() - 4];
        assert!(month.subject.contains("skal snart opdateres") && month.body.contains("3. september 2026"));
        let late = mails_to(&api, &member).await.pop().expect("a mail");
        assert!(late.subject.contains("skal opdateres nu") && late.body.contains("/aabenraa/ramme/udkast"));

        let overdue = "{ municipality(slug: \"aabenraa\") { framework { isOverdue } frameworkEdition { isOverdue } } }";
        let found = seen(&api, &leader, overdue, json!({})).await;
        assert_eq!(found["municipality"], json!({ "framework": { "isOverdue": true }, "frameworkEdition": { "isOverdue": true } }));
    }

    async fn leaders_are_told_of_an_agreement_that_is_to_be_evaluated(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let form = json!({ "agreement": { "subject": "Udsatte børn", "level": "MIXED", "parties": [{ "name": "KFUM" }],
            "evaluateBy": "2026-09-03", "status": "IN_FORCE" } });
        let input = json!({ "municipality": HERE, "form": form });
        let payload = run(&api, &leader, "registerRowCreate", "row { id }", input).await;
        assert!(payload["row"]["id"].is_string(), "{payload}");
        let days = ["2026-08-03", "2026-08-04", "2026-08-27", "2026-09-03", "2026-09-04", "2026-09-09", "2026-09-10"];
        let told = live_through(&api, &days, [&leader, &member]).await;
        assert_eq!(told, [[0, 0], [1, 0], [2, 0], [2, 0], [3, 0], [3, 0], [4, 0]]);
        let late = mails_to(&api, &leader).await.pop().expect("a mail");
        assert!(late.subject.contains("Udsatte børn") && late.body.contains("3. september 2026"));
    }

    async fn a_new_edition_ends_them(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        publish(&api, &leader, &member, "2026-09-05T09:00:00Z").await;
        let told = live_through(&api, &["2026-09-06", "2026-12-01"], [&leader, &member]).await;
        assert_eq!(told, [[0, 0], [0, 0]]);
        assert_eq!(stored(&api).await.due_on, "2027-03-05".parse().ok());
    }

    async fn while_it_waits_its_members_are_reminded_and_the_leader_is_left_in_peace_until_it_is_late(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        api.set_clock("2026-08-01T09:00:00Z");
        submit(&api, &leader).await;
        let told = live_through(&api, &["2026-08-10", "2026-08-30", "2026-09-04"], [&leader, &member]).await;
        assert_eq!(told, [[0, 1], [0, 2], [1, 3]]);
        let mails = mails_to(&api, &member).await;
        let waiting = &mails[mails.len() - 2];
        assert!(waiting.subject.contains("venter stadig på dig") && waiting.body.contains("/ramme/godkend"));
    }

    async fn who_has_just_been_asked_is_not_asked_again_within_a_week(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        api.set_clock("2026-08-20T09:00:00Z");
        submit(&api, &leader).await;
        let told = live_through(&api, &["2026-08-20", "2026-08-26", "2026-08-27", "2026-09-03"], [&leader, &member]).await;
        assert_eq!(told, [[0, 0], [0, 0], [0, 1], [0, 1]]);
    }
}
