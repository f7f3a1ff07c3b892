//! The overall framework with a row of every register: as an edition, being written, and sent back.

use entity::framework::framework;
use entity::ids::MunicipalityId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::World;
use crate::roles::{Who, secrets};

impl World {
    /// The overall framework, begun where no sample has: an edition for everybody; then a section that is given to
    /// somebody, a question of the municipality's own with its answer, a row; and a submission that was sent back.
    pub(super) async fn framework(&mut self, here: MunicipalityId) {
        let of = framework::Entity::find().filter(framework::Column::MunicipalityId.eq(here));
        if of.one(self.api.app.db()).await.expect("an answer").is_none() {
            let given = json!({ "municipality": "esbjerg" });
            self.change(Who::Leader, "FrameworkBeginInput", "frameworkBegin", "framework { id }", given)
                .await;
        }
        let asked = "{ municipality(slug: \"esbjerg\") { framework { revision version } } }";
        let framework = async |world: &Self| {
            world.ask(Who::Leader, asked, json!({})).await["data"]["municipality"]["framework"].take()
        };
        let given = json!({
            "municipality": "esbjerg", "revision": framework(self).await["revision"], "approvalsNeeded": 1, "intervalMonths": 6,
            "visibility": "PUBLIC", "nextUpdateBy": "Prøve",
        });
        let select = "framework { revision }";
        self.change(Who::Leader, "FrameworkSettingsUpdateInput", "frameworkSettingsUpdate", select, given)
            .await;
        for form in rows_of_every_register(&self.things.key("organisation")) {
            let given = json!({ "municipality": "esbjerg", "form": form });
            self.change(Who::Leader, "RegisterRowCreateInput", "registerRowCreate", "row { id }", given)
                .await;
        }
        // Something for everybody that has been done, of which an edition tells.
        let given = json!({ "municipality": "esbjerg", "kind": "ACTION_PLAN",
            "form": { "title": "Prøveplan", "visibility": "PUBLIC" } });
        let made =
            self.change(Who::Leader, "PlanCreateInput", "planCreate", "plan { goals { id } }", given).await;
        let done = json!({ "goalId": made["plan"]["goals"][0]["id"], "form": {
            "title": "Prøveaktivitet", "responsibleOrganisationId": self.things.key("organisation"),
            "status": "DONE", "doneOn": "2026-02-01" } });
        self.change(Who::Leader, "ActivityCreateInput", "activityCreate", "activity { id }", done.clone())
            .await;
        let select = "submission { id }";
        let given = json!({ "municipality": "esbjerg", "version": framework(self).await["version"] });
        let made = self.change(Who::Leader, "FrameworkSubmitInput", "frameworkSubmit", select, given).await;
        let given = json!({ "id": made["submission"]["id"] });
        self.change(Who::Steering, "FrameworkApproveInput", "frameworkApprove", "edition { number }", given)
            .await;

        let sections =
            "{ municipality(slug: \"esbjerg\") { framework { section(section: PLANS) { id revision } } } }";
        let answer = self.ask(Who::Leader, sections, json!({})).await;
        let section = &answer["data"]["municipality"]["framework"]["section"];
        let given = json!({
            "id": section["id"], "revision": section["revision"], "assigneeId": self.things.key("person"),
            "dueOn": "2026-04-01", "isDone": false,
        });
        let update = self.change(
            Who::Leader,
            "FrameworkSectionUpdateInput",
            "frameworkSectionUpdate",
            "section { id }",
            given,
        );
        update.await;
        let given = json!({
            "municipality": "esbjerg", "section": "PLANS", "title": "Prøvespørgsmål?", "guidance": "Prøve",
        });
        let select = "question { id revision }";
        let asked = self.change(
            Who::Leader,
            "FrameworkQuestionCreateInput",
            "frameworkQuestionCreate",
            select,
            given,
        );
        let question = asked.await["question"].take();
        let given =
            json!({ "id": question["id"], "revision": question["revision"], "answer": secrets::DRAFT });
        self.change(Who::Leader, "FrameworkAnswerUpdateInput", "frameworkAnswerUpdate", select, given).await;
        let given = json!({ "municipality": "esbjerg", "form": { "tool": { "name": "Prøveredskab" } } });
        let made = self
            .change(Who::Leader, "RegisterRowCreateInput", "registerRowCreate", "row { id }", given)
            .await;
        let changes = format!(
            "{{ municipality(slug: \"esbjerg\") {{ framework {{ changes(subject: {}) {{ nodes {{ id }} }} }} }} }}",
            question["id"]
        );
        let answer = self.ask(Who::Leader, &changes, json!({})).await;
        let change = &answer["data"]["municipality"]["framework"]["changes"]["nodes"][0]["id"];
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        self.things.keys.extend([
            ("frameworkSection", text(&section["id"])),
            ("frameworkQuestion", text(&question["id"])),
            ("frameworkChange", text(change)),
            ("registerRow", text(&made["row"]["id"])),
        ]);

        // Another, of which the next edition will tell.
        self.change(Who::Leader, "ActivityCreateInput", "activityCreate", "activity { id }", done).await;
        // Keys are in the order of the clock.
        self.api.set_clock("2026-03-03T09:01:00Z");
        let select = "submission { id remarks { id } }";
        let given = json!({ "municipality": "esbjerg", "version": framework(self).await["version"], "note": secrets::DRAFT });
        let made = self.change(Who::Leader, "FrameworkSubmitInput", "frameworkSubmit", select, given).await;
        let submission = text(&made["submission"]["id"]);
        let given = json!({ "id": submission, "section": "PLANS", "text": secrets::DRAFT });
        let made =
            self.change(Who::Steering, "FrameworkRemarkAddInput", "frameworkRemarkAdd", select, given).await;
        let remark = text(&made["submission"]["remarks"][0]["id"]);
        let given = json!({ "id": submission });
        self.change(Who::Steering, "FrameworkReturnInput", "frameworkReturn", "submission { id }", given)
            .await;
        self.api.set_clock(tests::api::NOW);
        self.things.keys.extend([("frameworkSubmission", submission), ("frameworkRemark", remark)]);
    }
}

/// A row of each register, with something in every field.
fn rows_of_every_register(organisation: &Value) -> Vec<Value> {
    let party = json!({ "organisationId": organisation, "name": "" });
    vec![
        json!({ "populationFigure": { "group": "Prøve", "number": 1, "numberTo": 2, "asOf": "2026-01-01", "source": "Prøve" } }),
        json!({ "expectedIntake": { "year": 2026, "group": "Prøve", "number": 1, "numberTo": 2, "source": "Prøve" } }),
        json!({ "supportFigure": { "paragraph": "§ 85", "serviceType": "Prøve", "number": 1.5, "numberTo": 2.5,
            "unit": "timer", "period": "om ugen", "source": "Prøve" } }),
        json!({ "partner": { "party": party, "branch": "Prøve", "role": "Prøve" } }),
        json!({ "outreach": { "name": "Prøve", "anchoring": party, "description": "Prøve" } }),
        json!({ "forum": { "name": "Prøve", "level": "MUNICIPAL", "purpose": "Prøve", "members": [party, { "name": "Prøve tilbud" }], "chair": "Prøve",
            "rhythm": "Prøve", "meetingsPerYear": 2, "meetings": [{ "date": "2026-05-01", "note": "Prøve" }] } }),
        json!({ "pathway": { "name": "Prøve", "description": "Prøve", "steps": [
            { "key": "a", "text": "Prøve", "actor": party, "channel": "Prøve", "within": "Prøve",
              "next": [{ "condition": "Prøve", "to": "b" }] },
            { "key": "b", "text": "Prøve", "next": [] }] } }),
        json!({ "agreement": { "subject": "Prøve", "level": "MUNICIPAL", "parties": [party], "signedOn": "2025-01-01",
            "evaluateBy": "2026-01-01", "document": "https://prove.example/", "status": "IN_FORCE", "notes": "Prøve" } }),
        json!({ "coordinatingFunction": { "branch": "Prøve", "function": "Prøve", "holder": "Prøve", "description": "Prøve" } }),
        json!({ "channel": { "level": "MUNICIPAL", "kind": "Prøve", "between": [party], "description": "Prøve" } }),
        json!({ "citizenPlan": { "name": "Prøve", "holder": "Prøve", "keptAt": "Prøve", "access": "Prøve",
            "coordinated": "Prøve", "citizenInvolved": "Prøve" } }),
        json!({ "tool": { "name": "Prøve", "description": "Prøve", "link": "https://prove.example/", "users": "Prøve" } }),
        json!({ "dissemination": { "channel": "Prøve", "audience": "Prøve", "description": "Prøve" } }),
    ]
}
