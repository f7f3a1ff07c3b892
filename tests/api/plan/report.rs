//! `activityReport`: whoever is responsible tells where an activity stands.

use entity::audit::audit_entry;
use entity::identity::values::Role;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;
use tests::on_both;

use super::{activity, errors, of_activity, person_id, plan, run, wrong};

fn report() -> String {
    of_activity("activityReport", "ActivityReportInput")
}

on_both! {
    async fn whoever_is_responsible_reports_and_the_log_tells(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let made = plan(&api, &leader, "ACTION_PLAN", "SIGNED_IN").await;
        let mine = json!({ "responsiblePersonId": person_id(&partner), "dueOn": "2026-02-01", "followUpOn": "2026-02-15" });
        let first = activity(&api, &leader, &made, mine).await;
        let input = json!({ "id": first["id"], "revision": 1, "status": "DONE", "result": "CONTINUES", "notes": "Det gik godt" });
        let told = run(&api, &partner, &report(), input).await;
        let now = &told["activity"];
        assert_eq!((&now["status"], &now["doneOn"], &now["notes"]), (&json!("DONE"), &json!("2026-03-03"), &json!("Det gik godt")));
        assert_eq!((&now["isOverdue"], &now["needsFollowUp"]), (&json!(false), &json!(false)));
        assert_eq!((&now["title"], &now["dueOn"]), (&first["title"], &json!("2026-02-01")), "the rest stays");
        assert_eq!((&now["canWrite"], &now["canReport"]), (&json!(false), &json!(true)));
        let last = audit_entry::Entity::find().order_by_desc(audit_entry::Column::Sequence).one(api.app.db()).await;
        let last = last.expect("an answer").expect("an entry");
        assert_eq!((last.action.as_str(), last.person_id), ("ActivityReport", Some(partner.id)));
    }

    async fn others_may_not(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let first = activity(&api, &leader, &made, json!({ "responsiblePersonId": person_id(&leader) })).await;
        let variables = json!({ "input": { "id": first["id"], "revision": 1, "status": "DONE" } });
        for (role, slug, code) in [
            (Role::SteeringMember, "esbjerg", "FORBIDDEN"),
            (Role::Partner, "esbjerg", "FORBIDDEN"),
            (Role::ProjectLeader, "aabenraa", "NOT_FOUND"),
        ] {
            let somebody = api.somebody(role, slug).await;
            assert_eq!(api.refused_to(&somebody, &report(), variables.clone()).await, code, "{role:?}");
        }
        assert_eq!(api.error(&report(), variables.clone()).await.0, "NOT_FOUND");
        let told = run(&api, &leader, &report(), variables["input"].clone()).await;
        assert_eq!(errors(&told), [], "project leaders may");
    }

    async fn who_comes_too_late_or_says_a_day_to_come_is_told(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let first = activity(&api, &leader, &made, json!({ "responsiblePersonId": person_id(&partner) })).await;
        let input = json!({ "id": first["id"], "revision": 1, "status": "DONE", "doneOn": "2026-03-04" });
        assert_eq!(errors(&run(&api, &partner, &report(), input).await), wrong("INVALID", "doneOn"));
        let input = json!({ "id": first["id"], "revision": 1, "status": "UNDERWAY" });
        assert_eq!(errors(&run(&api, &leader, &report(), input.clone()).await), []);
        let late = run(&api, &partner, &report(), input).await;
        assert_eq!((errors(&late), &late["latest"]["status"]), (wrong("STALE", "revision"), &json!("UNDERWAY")));
    }
}
