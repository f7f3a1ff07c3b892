//! Reminders come together: one mail to each person, with all that is due; still each of them once.

use std::time::Duration;

use entity::directory::check_reminder;
use entity::identity::one_time_link;
use entity::identity::values::Role;
use entity::mail::outgoing_mail;
use sea_orm::{EntityTrait, IsolationLevel, PaginatorTrait, TransactionTrait};
use serde_json::json;
use server::directory::upkeep::reminders;
use tests::api::Api;
use tests::on_both;

use super::{all_is_fresh, checked, mails};

/// Due on 1, 5 and 25 March 2026: late, within a week, within a month.
const DUE: [(&str, &str, &str); 3] = [
    ("oqqumut", "Oqqumut", "2025-09-02"),
    ("morgenroeden", "Morgenrøden", "2025-09-06"),
    ("center-for-misbrug", "Center for misbrug", "2025-09-26"),
];

/// Everything is fresh but the three.
async fn three_are_due(api: &Api) {
    all_is_fresh(api).await;
    for (slug, _, on) in DUE {
        checked(api, slug, on, None).await;
    }
}

async fn send(api: &Api) -> usize {
    reminders::send_due(&api.ctx()).await.expect("reminders")
}

/// How many mails, reminders and links there are.
async fn counts(api: &Api) -> [u64; 3] {
    // At one moment: a run that was cut short may be committing just now.
    let one_moment = Some(IsolationLevel::RepeatableRead);
    let tx = api.app.db().begin_with_config(one_moment, None).await.expect("a transaction");
    [
        outgoing_mail::Entity::find().count(&tx).await.expect("mails"),
        check_reminder::Entity::find().count(&tx).await.expect("reminders"),
        one_time_link::Entity::find().count(&tx).await.expect("links"),
    ]
}

fn tokens(mail: &outgoing_mail::Model) -> Vec<String> {
    let after = mail.body.split("/tjek/").skip(1);
    after.map(|rest| rest.split_whitespace().next().expect("a token").to_owned()).collect()
}

on_both! {
    async fn all_that_is_due_for_somebody_is_in_one_mail_the_latest_first(api) {
        three_are_due(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(send(&api).await, 1);
        let written = mails(&api).await;
        assert_eq!((written.len(), written[0].recipient.as_str()), (1, leader.email.as_str()));
        assert_eq!(written[0].subject, "Passer det stadig? 3 tilbud skal tjekkes");
        let in_order = [
            "NU\n", "* Oqqumut\n", "senest 1. marts 2026", "INDEN FOR EN UGE\n", "* Morgenrøden\n", "senest 5. marts 2026",
            "INDEN FOR EN MÅNED\n", "* Center for misbrug\n", "senest 25. marts 2026",
        ];
        let places: Vec<_> = in_order.iter().map(|words| written[0].body.find(words)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {}", written[0].body);

        // Each link confirms its own service.
        let confirm = "mutation ($token: String!) { serviceConfirmByLink(input: { token: $token }) { serviceName } }";
        for (token, (_, name, _)) in tokens(&written[0]).iter().zip(DUE) {
            let data = api.data(confirm, json!({ "token": token })).await;
            assert_eq!(data["serviceConfirmByLink"]["serviceName"], name);
        }
    }

    async fn what_was_told_is_not_told_again_beside_what_is_new(api) {
        three_are_due(&api).await;
        api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!((send(&api).await, send(&api).await), (1, 0));
        // The day of the second has come; the third is still within the month.
        api.set_clock("2026-03-05T07:00:00Z");
        assert_eq!((send(&api).await, send(&api).await), (1, 0));
        let written = mails(&api).await;
        assert_eq!(written[1].subject, "Passer det stadig? Morgenrøden");
        assert_eq!(tokens(&written[1]).len(), 1);
    }

    async fn everybody_gets_a_mail_of_their_own(api) {
        three_are_due(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
        api.somebody(Role::ProjectLeader, "aabenraa").await;
        checked(&api, DUE[1].0, DUE[1].2, Some(owner.id)).await;
        assert_eq!(send(&api).await, 2);
        let written = mails(&api).await;
        let to = |address: &str| written.iter().find(|mail| mail.recipient == address).expect("a mail");
        assert_eq!(to(&owner.email).subject, "Passer det stadig? Morgenrøden");
        assert!(to(&owner.email).body.contains("Det er dig, der har ansvaret."));
        assert_eq!(to(&leader.email).subject, "Passer det stadig? 2 tilbud skal tjekkes");
    }

    async fn an_owner_who_is_project_leader_is_told_once(api) {
        all_is_fresh(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        // Due on 15 February: sixteen days late.
        checked(&api, "oqqumut", "2025-08-19", Some(leader.id)).await;
        assert_eq!((send(&api).await, send(&api).await), (1, 0));
        assert_eq!(counts(&api).await, [1, 2, 1], "a mail for two reminders, with one link");
    }

    async fn two_instances_at_the_same_time_write_one_mail(api) {
        three_are_due(&api).await;
        api.somebody(Role::ProjectLeader, "esbjerg").await;
        let other = Api::on(api.database.again()).await;
        other.refresh().await;
        let (one, two) = tokio::join!(send(&api), send(&other));
        assert_eq!(one + two, 1);
        assert_eq!(counts(&api).await, [1, 3, 3]);
    }

    async fn a_run_that_dies_leaves_nothing_half_done_and_the_next_makes_up_for_it(api) {
        three_are_due(&api).await;
        api.somebody(Role::ProjectLeader, "esbjerg").await;
        let mut died = 0;
        for moment in 0..60 {
            let ctx = api.ctx();
            let lifetime = Duration::from_micros(moment * 150);
            died += u32::from(tokio::time::timeout(lifetime, reminders::send_due(&ctx)).await.is_err());
            let found = counts(&api).await;
            assert!([[0; 3], [1, 3, 3]].contains(&found), "after {lifetime:?}: {found:?}");
        }
        assert!(died > 0, "no run was cut short");
        send(&api).await;
        assert_eq!(counts(&api).await, [1, 3, 3]);
    }
}
