//! `Plan.changes`: what has changed in a plan, its goals and its activities, the newest first.

use entity::identity::values::Role;
use migration::Migrator;
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;

use super::{PLAN, activity, errors, mutation, plan, run};

const CHANGES: &str = "query ($id: ID!, $first: Int!, $after: String) { municipality(slug: \"esbjerg\") { plan(id: $id) {
    changes(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
        nodes { part action subjectId subjectName actorName canRestore fields { field before after } } } } } }";

/// A page of a plan's changes.
async fn changes(api: &Api, somebody: &Somebody, of: &Value, first: i32, after: &Value) -> Value {
    let variables = json!({ "id": of["id"], "first": first, "after": after });
    api.data_for(somebody, CHANGES, variables).await["municipality"]["plan"]["changes"].take()
}

/// All of them on one page.
async fn all(api: &Api, somebody: &Somebody, of: &Value) -> Value {
    changes(api, somebody, of, 100, &Value::Null).await["nodes"].take()
}

on_both! {
    async fn it_tells_of_the_plan_its_goals_and_activities_also_of_those_that_are_gone(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        plan(&api, &leader, "STRATEGY", "PUBLIC").await;
        api.set_clock("2026-03-03T09:01:00Z");
        let one = activity(&api, &leader, &made, json!({ "title": "Ring rundt" })).await;
        api.set_clock("2026-03-03T09:02:00Z");
        let delete = mutation("activityDelete", "ActivityDeleteInput", "plan", PLAN);
        assert_eq!(errors(&run(&api, &leader, &delete, json!({ "id": one["id"], "revision": 1 })).await), []);
        api.set_clock("2026-03-03T09:03:00Z");
        let goal = &made["goals"][5];
        let delete = mutation("goalDelete", "GoalDeleteInput", "plan", PLAN);
        assert_eq!(errors(&run(&api, &leader, &delete, json!({ "id": goal["id"], "revision": 1 })).await), []);

        let told = all(&api, &leader, &made).await;
        assert_eq!(column(&told, "/part"), ["GOAL", "ACTIVITY", "ACTIVITY", "PLAN"]);
        assert_eq!(column(&told, "/action"), ["DELETED", "DELETED", "CREATED", "CREATED"]);
        assert_eq!(told[1]["subjectName"], "Ring rundt");
        assert_eq!(told[0]["subjectId"], goal["id"]);
        assert_eq!(told[0]["actorName"], "Prøve ProjectLeader");
        assert_eq!(told[0]["canRestore"], false);

        let page = changes(&api, &leader, &made, 3, &Value::Null).await;
        assert_eq!((&page["totalCount"], &page["pageInfo"]["hasNextPage"]), (&json!(4), &json!(true)));
        let rest = changes(&api, &leader, &made, 3, &page["pageInfo"]["endCursor"]).await;
        assert_eq!(column(&rest["nodes"], "/part"), ["PLAN"]);
    }

    async fn only_those_with_a_role_in_the_municipality_read_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        assert_eq!(column(&all(&api, &partner, &made).await, "/part"), ["PLAN"]);
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(changes(&api, &stranger, &made, 1, &Value::Null).await, Value::Null);
        let variables = json!({ "id": made["id"], "first": 1, "after": null });
        let visitors = api.data(CHANGES, variables).await;
        assert_eq!(visitors["municipality"]["plan"], json!({ "changes": null }));
    }

    async fn a_page_has_its_bounds(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        for (first, after) in [(0, Value::Null), (101, Value::Null), (1, json!("nonsense"))] {
            let variables = json!({ "id": made["id"], "first": first, "after": after });
            assert_eq!(api.refused_to(&leader, CHANGES, variables).await, "INVALID", "{first} {after}");
        }
    }

    async fn what_was_changed_before_changes_told_of_their_plan_is_told_too(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        api.set_clock("2026-03-03T09:01:00Z");
        activity(&api, &leader, &made, json!({ "title": "Ring rundt" })).await;
        let names = Migrator::migrations();
        let from = names.iter().position(|step| step.name() == "m20261201_090000_plan_history");
        let steps = u32::try_from(names.len() - from.expect("the migration")).expect("a number");
        Migrator::down(api.app.db(), Some(steps)).await.expect("down");
        Migrator::up(api.app.db(), None).await.expect("up");
        assert_eq!(column(&all(&api, &leader, &made).await, "/part"), ["ACTIVITY", "PLAN"]);
    }
}
