//! Reminders: each once, at its time, to the right person. The clock is moved.

use entity::identity::person;
use entity::identity::values::Role;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use server::directory::upkeep::reminders;
use tests::api::Api;
use tests::on_both;

use super::{all_is_fresh, mails, was_checked};

/// Goes through the days, as the service does every hour; returns who was written to, by day.
async fn live_through(api: &Api, days: &[&str]) -> Vec<(String, Vec<String>)> {
    let mut told = Vec::new();
    for day in days {
        api.set_clock(&format!("{day}T07:00:00Z"));
        let before = mails(api).await.len();
        for _ in 0..3 {
            reminders::send_due(&api.ctx()).await.expect("reminders");
        }
        let mut recipients: Vec<String> =
            mails(api).await[before..].iter().map(|mail| mail.recipient.clone()).collect();
        recipients.sort();
        told.push(((*day).to_owned(), recipients));
    }
    told
}

fn expected(days: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let day = |(day, recipients): &(&str, &[&str])| {
        let mut recipients: Vec<String> = recipients.iter().map(|one| (*one).to_owned()).collect();
        recipients.sort();
        ((*day).to_owned(), recipients)
    };
    days.iter().map(day).collect()
}

on_both! {
    async fn the_owner_is_reminded_before_and_weekly_when_late_then_the_project_leaders(api) {
        all_is_fresh(&api).await;
        let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        api.somebody(Role::ProjectLeader, "aabenraa").await;
        // To be checked on 1 May.
        was_checked(&api, "2025-11-02", Some(owner.id)).await;

        let (owner, leader) = (owner.email.as_str(), leader.email.as_str());
        let days = [
            "2026-03-31", "2026-04-01", "2026-04-02", "2026-04-23", "2026-04-24", "2026-04-30", "2026-05-01",
            "2026-05-02", "2026-05-08", "2026-05-14", "2026-05-15", "2026-05-16", "2026-05-22",
        ];
        let told = expected(&[
            ("2026-03-31", &[]),
            ("2026-04-01", &[owner]),
            ("2026-04-02", &[]),
            ("2026-04-23", &[]),
            ("2026-04-24", &[owner]),
            ("2026-04-30", &[]),
            ("2026-05-01", &[owner]),
            ("2026-05-02", &[]),
            ("2026-05-08", &[owner]),
            ("2026-05-14", &[]),
            ("2026-05-15", &[owner, leader]),
            ("2026-05-16", &[]),
            ("2026-05-22", &[owner]),
        ]);
        assert_eq!(live_through(&api, &days).await, told);
    }

    async fn a_day_that_was_missed_is_made_up_for(api) {
        all_is_fresh(&api).await;
        let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
        was_checked(&api, "2025-11-02", Some(owner.id)).await;
        let told = expected(&[("2026-04-05", &[&owner.email]), ("2026-04-27", &[&owner.email])]);
        assert_eq!(live_through(&api, &["2026-04-05", "2026-04-27"]).await, told);
    }

    async fn without_an_owner_who_can_answer_the_project_leaders_are_told(api) {
        all_is_fresh(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let blocked = api.somebody(Role::SteeringMember, "esbjerg").await;
        let block = person::ActiveModel {
            id: Set(blocked.id),
            blocked_at: Set(Some(api.ctx().now())),
            ..Default::default()
        };
        block.update(api.app.db()).await.expect("a blocked person");
        let leader = leader.email.as_str();
        was_checked(&api, "2025-11-02", None).await;
        assert_eq!(live_through(&api, &["2026-04-01"]).await, expected(&[("2026-04-01", &[leader])]));

        was_checked(&api, "2025-11-02", Some(blocked.id)).await;
        let told = expected(&[
            ("2026-04-24", &[leader]),
            ("2026-05-01", &[leader]),
            ("2026-05-08", &[]),
            ("2026-05-15", &[leader]),
            ("2026-05-22", &[]),
        ]);
        let days: Vec<&str> = told.iter().map(|(day, _)| day.as_str()).collect();
        assert_eq!(live_through(&api, &days).await, told);
    }

    async fn a_check_begins_the_count_anew(api) {
        all_is_fresh(&api).await;
        let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
        was_checked(&api, "2025-11-02", Some(owner.id)).await;
        live_through(&api, &["2026-04-01"]).await;
        was_checked(&api, "2026-04-02", Some(owner.id)).await;
        // The others, checked on 3 March, are due on 30 August; nobody owns them and there is no project leader.
        let told = expected(&[("2026-05-01", &[]), ("2026-08-30", &[&owner.email])]);
        assert_eq!(live_through(&api, &["2026-05-01", "2026-08-30"]).await, told);
    }

    async fn the_mail_is_in_the_persons_language_and_holds_the_link(api) {
        all_is_fresh(&api).await;
        let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
        was_checked(&api, "2025-11-02", Some(owner.id)).await;
        live_through(&api, &["2026-04-01"]).await;
        let english = person::ActiveModel { id: Set(owner.id), language: Set("en".into()), ..Default::default() };
        english.update(api.app.db()).await.expect("a person");
        live_through(&api, &["2026-04-24"]).await;

        let mails = mails(&api).await;
        assert_eq!(mails[0].subject, "Passer det stadig? Oqqumut");
        assert!(mails[0].body.contains("senest 1. maj 2026") && mails[0].body.contains("/tjek/"));
        assert_eq!(mails[1].subject, "Is this still right? Oqqumut");
        assert!(mails[1].body.contains("by 1 May 2026") && mails[1].body.contains("/esbjerg/tilbud/oqqumut"));
    }
}
