//! `desk.activitiesToReport`: what the viewer is responsible for and has to report on.

use entity::identity::values::Role;
use serde_json::json;
use tests::api::column;
use tests::on_both;

use super::{activity, person_id, plan};

const DESK: &str = "{ municipality(slug: \"esbjerg\") { desk { activitiesToReport {
    title planId responsibleName isOverdue needsFollowUp canReport } } } }";

on_both! {
    async fn it_lists_the_viewers_own_the_longest_waiting_first(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let made = plan(&api, &leader, "ACTION_PLAN", "SIGNED_IN").await;
        for (title, changes) in [
            ("sen", json!({ "dueOn": "2026-03-01" })),
            ("i dag", json!({ "dueOn": "2026-03-03" })),
            ("færdig", json!({ "dueOn": "2026-03-01", "status": "DONE" })),
            ("følges op", json!({ "followUpOn": "2026-02-01", "status": "DONE" })),
            ("fulgt op", json!({ "followUpOn": "2026-02-01", "result": "ENDS" })),
            ("droppet", json!({ "followUpOn": "2026-02-01", "dueOn": "2026-02-01", "status": "DROPPED" })),
        ] {
            let mut changes = changes;
            changes["title"] = json!(title);
            changes["responsiblePersonId"] = json!(person_id(&partner));
            activity(&api, &leader, &made, changes).await;
        }
        let data = api.data_for(&partner, DESK, json!({})).await;
        let found = &data["municipality"]["desk"]["activitiesToReport"];
        assert_eq!(column(found, "/title"), ["følges op", "sen"]);
        let expected = json!({ "title": "sen", "planId": made["id"], "responsibleName": "Prøve Partner",
            "isOverdue": true, "needsFollowUp": false, "canReport": true });
        assert_eq!(found[1], expected);
        let data = api.data_for(&leader, DESK, json!({})).await;
        assert_eq!(data["municipality"]["desk"]["activitiesToReport"], json!([]));
    }

    async fn it_is_for_those_with_a_role_here(api) {
        assert_eq!(api.error(DESK, json!({})).await.0, "NOT_FOUND");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, DESK, json!({})).await, "NOT_FOUND");
    }
}
