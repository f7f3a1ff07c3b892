//! `planCreate`, `planUpdate`, `planDelete`.

use entity::audit::audit_entry;
use entity::framework::framework_change;
use entity::identity::values::Role;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use tests::on_both;

use super::{PLAN, activity, errors, mutation, plan, run, wrong};

fn create() -> String {
    mutation("planCreate", "PlanCreateInput", "plan", PLAN)
}

fn update() -> String {
    mutation("planUpdate", "PlanUpdateInput", &format!("latest {{ {PLAN} }} plan"), PLAN)
}

const DELETE: &str = "mutation ($input: PlanDeleteInput!) { planDelete(input: $input) { deletedId userErrors { code field } } }";

on_both! {
    async fn each_kind_begins_with_its_goals(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for (kind, goals, first) in [
            ("ACTION_PLAN", 6, "Borgeren er med i alle beslutninger om sin egen sag"),
            ("LAUNCH", 4, "Lav en strategi sammen med værestederne"),
            ("STRATEGY", 0, ""),
        ] {
            let made = plan(&api, &leader, kind, "PUBLIC").await;
            let found = made["goals"].as_array().expect("goals");
            assert_eq!(found.len(), goals, "{kind}");
            let title = found.first().map_or("", |goal| goal["title"].as_str().expect("a title"));
            assert_eq!(title, first);
            assert_eq!((&made["revision"], &made["total"], &made["canWrite"]), (&json!(1), &json!(0), &json!(true)));
        }
    }

    async fn a_plan_is_changed_and_history_and_log_tell(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "STRATEGY", "SIGNED_IN").await;
        let form = json!({ "title": " Ny titel ", "beginsOn": "2018-01-01", "endsOn": "2021-12-31",
            "mission": "Støtte", "values": "", "vision": "Alle med", "visibility": "PUBLIC" });
        let input = json!({ "id": made["id"], "revision": 1, "form": form });
        let changed = run(&api, &leader, &update(), input.clone()).await;
        let now = &changed["plan"];
        assert_eq!((&now["title"], &now["revision"], &now["values"]), (&json!("Ny titel"), &json!(2), &json!(null)));

        let again = run(&api, &leader, &update(), json!({ "id": made["id"], "revision": 2, "form": form })).await;
        assert_eq!(again["plan"]["revision"], 2, "what says the same is no change");
        let late = run(&api, &leader, &update(), input).await;
        assert_eq!((errors(&late), &late["plan"]), (wrong("STALE", "revision"), &json!(null)));
        assert_eq!((&late["latest"]["title"], &late["latest"]["revision"]), (&json!("Ny titel"), &json!(2)));

        let db = api.app.db();
        let change = framework_change::Entity::find().filter(framework_change::Column::Revision.eq(2)).one(db).await;
        let last = change.expect("an answer").expect("a change");
        assert_eq!((last.subject_name.as_str(), last.revision), ("Ny titel", 2));
        assert!(last.before.is_some_and(|before| before.contains("Prøveplan")));
        let entries = audit_entry::Entity::find().order_by_desc(audit_entry::Column::Sequence).one(db).await;
        assert_eq!(entries.expect("an answer").expect("an entry").action, "PlanWrite");
    }

    async fn what_is_not_valid_is_told_with_its_field(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for (form, code, field) in [
            (json!({ "title": " ", "visibility": "PUBLIC" }), "REQUIRED", "title"),
            (json!({ "title": "x".repeat(201), "visibility": "PUBLIC" }), "TOO_LONG", "title"),
            (json!({ "title": "x", "visibility": "PUBLIC", "beginsOn": "2021-01-01", "endsOn": "2020-12-31" }), "INVALID", "endsOn"),
            (json!({ "title": "x", "visibility": "PUBLIC", "vision": "x".repeat(10_001) }), "TOO_LONG", "vision"),
        ] {
            let input = json!({ "municipality": "esbjerg", "kind": "STRATEGY", "form": form });
            let made = run(&api, &leader, &create(), input).await;
            assert_eq!((errors(&made), &made["plan"]), (wrong(code, field), &json!(null)));
        }
    }

    async fn a_municipality_has_at_most_fifty(api) {
        let leader = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let input = json!({ "municipality": "aabenraa", "kind": "STRATEGY", "form": {
            "title": "Prøveplan", "visibility": "PUBLIC" } });
        for _ in 0..50 {
            assert_eq!(errors(&run(&api, &leader, &create(), input.clone()).await), []);
        }
        assert_eq!(errors(&run(&api, &leader, &create(), input).await), wrong("TOO_LONG", ""));
    }

    async fn a_deleted_plan_is_gone_with_what_belonged_to_it_and_the_history_keeps_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        activity(&api, &leader, &made, json!({ "title": "Det, der var" })).await;
        let late = run(&api, &leader, DELETE, json!({ "id": made["id"], "revision": 7 })).await;
        assert_eq!(errors(&late), wrong("STALE", "revision"));
        let gone = run(&api, &leader, DELETE, json!({ "id": made["id"], "revision": 1 })).await;
        assert_eq!(gone["deletedId"], made["id"]);
        let query = "query ($id: ID!) { municipality(slug: \"esbjerg\") { plan(id: $id) { id } } }";
        let data = api.data_for(&leader, query, json!({ "id": made["id"] })).await;
        assert_eq!(data["municipality"]["plan"], json!(null));
        let code = api.refused_to(&leader, DELETE, json!({ "input": { "id": made["id"], "revision": 1 } })).await;
        assert_eq!(code, "NOT_FOUND");
        let db = api.app.db();
        let changes = framework_change::Entity::find().all(db).await.expect("changes");
        let kept = |change: &framework_change::Model| {
            change.before.as_ref().is_some_and(|before| before.contains("Det, der var"))
        };
        assert!(changes.iter().any(kept));
    }

    async fn only_project_leaders_of_the_municipality_write(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "STRATEGY", "PUBLIC").await;
        let form = json!({ "title": "x", "visibility": "PUBLIC" });
        let inputs = [
            (create(), json!({ "municipality": "esbjerg", "kind": "STRATEGY", "form": form })),
            (update(), json!({ "id": made["id"], "revision": 1, "form": form })),
            (DELETE.to_owned(), json!({ "id": made["id"], "revision": 1 })),
        ];
        let others = [
            (api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await, "FORBIDDEN"),
            (api.somebody(Role::SteeringMember, "esbjerg").await, "FORBIDDEN"),
            (api.somebody(Role::ProjectLeader, "aabenraa").await, "NOT_FOUND"),
        ];
        for (query, input) in inputs {
            let variables = json!({ "input": input });
            for (somebody, code) in &others {
                assert_eq!(api.refused_to(somebody, &query, variables.clone()).await, *code, "{query}");
            }
            assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND", "{query}");
        }
    }
}
