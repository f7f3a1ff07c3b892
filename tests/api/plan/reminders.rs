//! Mails about what is late or to be followed up: once each, to whoever is responsible, else to the project leaders.

use entity::identity::values::Role;
use entity::mail::outgoing_mail;
use entity::plan::activity as table;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;
use server::ctx::{Actor, Ctx};
use server::plan::reminders::send_due;
use tests::api::Api;
use tests::on_both;

use super::{activity, person_id, plan};

/// Writes what is due now; returns how many mails that took.
async fn due(api: &Api) -> usize {
    send_due(&Ctx::new(api.app.clone(), Actor::Command("test"))).await.expect("mails")
}

async fn mails(api: &Api) -> Vec<outgoing_mail::Model> {
    let mails = outgoing_mail::Entity::find().order_by_asc(outgoing_mail::Column::Id);
    mails.all(api.app.db()).await.expect("mails")
}

/// Nothing but what the proof makes.
async fn nothing_else(api: &Api) {
    table::Entity::delete_many().exec(api.app.db()).await.expect("no activities");
}

on_both! {
    async fn whoever_is_responsible_is_told_once_of_each(api) {
        nothing_else(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let made = plan(&api, &leader, "ACTION_PLAN", "SIGNED_IN").await;
        let mine = json!({ "title": "Lav folderen", "responsiblePersonId": person_id(&partner),
            "dueOn": "2026-03-03", "followUpOn": "2026-03-10" });
        activity(&api, &leader, &made, mine).await;
        assert_eq!(due(&api).await, 0, "not late yet");
        api.set_clock("2026-03-04T09:00:00Z");
        assert_eq!((due(&api).await, due(&api).await), (1, 0));
        let mail = mails(&api).await.pop().expect("a mail");
        assert_eq!((mail.recipient.as_str(), mail.subject.as_str()), (partner.email.as_str(), "Hvordan går det med: Lav folderen"));
        let id = made["id"].as_str().expect("a key");
        assert!(mail.body.contains("3. marts 2026") && mail.body.contains(&format!("/esbjerg/planer/{id}")), "{}", mail.body);
        api.set_clock("2026-03-10T09:00:00Z");
        assert_eq!((due(&api).await, due(&api).await), (1, 0));
        assert_eq!(mails(&api).await.pop().expect("a mail").subject, "Tid til at følge op: Lav folderen");
        api.set_clock("2027-03-10T09:00:00Z");
        assert_eq!(due(&api).await, 0, "once each");
    }

    async fn what_nobody_can_be_asked_about_goes_to_the_project_leaders_once_a_week(api) {
        nothing_else(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        api.somebody(Role::SteeringMember, "esbjerg").await;
        api.somebody(Role::ProjectLeader, "aabenraa").await;
        let gone = api.person("Rejst").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        activity(&api, &leader, &made, json!({ "title": "En", "responsible": "Nogen", "dueOn": "2026-03-01" })).await;
        let both = json!({ "title": "To", "dueOn": "2026-02-01", "followUpOn": "2026-02-01" });
        activity(&api, &leader, &made, both).await;
        // Somebody who has no role here any more can't be asked.
        use sea_orm::sea_query::Expr;
        let left = table::Entity::update_many().col_expr(table::Column::ResponsiblePersonId, Expr::value(gone.id.0));
        left.exec(api.app.db()).await.expect("somebody who has left");
        assert_eq!((due(&api).await, due(&api).await), (1, 0));
        let mail = mails(&api).await.pop().expect("a mail");
        assert_eq!((mail.recipient.as_str(), mail.subject.as_str()), (leader.email.as_str(), "2 aktiviteter venter"));
        assert!(mail.body.contains("Ansvarlig: Nogen") && mail.body.matches("* To").count() == 1, "{}", mail.body);
        api.set_clock("2026-03-08T09:00:00Z");
        assert_eq!(due(&api).await, 0, "the same week");
        api.set_clock("2026-03-09T09:00:00Z");
        assert_eq!((due(&api).await, due(&api).await), (1, 0));
    }
}
