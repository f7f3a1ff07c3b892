//! A plan with a goal and an activity, with something in every field.

use serde_json::{Value, json};

use super::World;
use crate::roles::{Who, secrets};

impl World {
    /// A plan for those with a role here, with an activity that the partner is responsible for.
    pub(super) async fn plans(&mut self) {
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let given = json!({ "municipality": "esbjerg", "kind": "ACTION_PLAN", "form": {
            "title": secrets::PLAN, "beginsOn": "2026-01-01", "endsOn": "2026-12-31", "mission": "Mission",
            "values": "Værdier", "vision": "Vision", "visibility": "SIGNED_IN" } });
        let select = "plan { id goals { id } }";
        let made = self.change(Who::Leader, "PlanCreateInput", "planCreate", select, given).await;
        let (plan, goal) = (text(&made["plan"]["id"]), text(&made["plan"]["goals"][0]["id"]));
        let given = json!({ "id": goal, "revision": 1, "form": { "title": "Mål", "why": "Derfor", "aim": "Dertil",
            "voices": [{ "who": "Rådet", "words": "Ja" }] } });
        self.change(Who::Leader, "GoalUpdateInput", "goalUpdate", "goal { id }", given).await;
        let partner = format!("person:{}", self.things.people[&Who::Partner].id.0);
        let given = json!({ "goalId": goal, "form": {
            "subGoal": "Delmål", "title": "Aktivitet", "responsible": "Nogen", "responsiblePersonId": partner,
            "responsibleOrganisationId": self.things.key("organisation"), "others": "Andre",
            "startsOn": "2026-01-01", "dueOn": "2026-02-01", "status": "DONE", "doneOn": "2026-02-01",
            "followUpOn": "2026-03-01", "notes": "Noter" } });
        let made =
            self.change(Who::Leader, "ActivityCreateInput", "activityCreate", "activity { id }", given);
        let activity = text(&made.await["activity"]["id"]);
        self.things.keys.extend([("plan", plan), ("goal", goal), ("activity", activity)]);
    }
}
