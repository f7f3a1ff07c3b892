//! `goalCreate`, `goalUpdate`, `goalMove`, `goalDelete`.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::api::column;
use tests::on_both;

use super::{GOAL, PLAN, activity, errors, mutation, plan, run, wrong};

fn goal(name: &str, input: &str) -> String {
    mutation(name, input, &format!("latest {{ {GOAL} }} goal"), GOAL)
}

fn own(title: &str) -> Value {
    json!({ "title": title, "voices": [] })
}

on_both! {
    async fn a_focus_area_is_made_changed_and_says_who_says_what(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "STRATEGY", "PUBLIC").await;
        let input = json!({ "planId": made["id"], "form": own("Randers for alle") });
        let first = run(&api, &leader, &goal("goalCreate", "GoalCreateInput"), input).await;
        let first = &first["goal"];
        assert_eq!((&first["title"], &first["position"], &first["key"]), (&json!("Randers for alle"), &json!(0), &json!(null)));
        assert_eq!(first["guidance"], json!(null));
        let voices = json!([{ "who": "Udsatterådet", "words": "Der mangler et sted." }]);
        let form = json!({ "title": "For alle", "why": "Derfor", "aim": "Dertil", "voices": voices });
        let input = json!({ "id": first["id"], "revision": 1, "form": form });
        let update = goal("goalUpdate", "GoalUpdateInput");
        let changed = run(&api, &leader, &update, input.clone()).await;
        let now = &changed["goal"];
        assert_eq!((&now["ownTitle"], &now["why"], &now["voices"]), (&json!("For alle"), &json!("Derfor"), &voices));
        let late = run(&api, &leader, &update, input).await;
        assert_eq!((errors(&late), &late["goal"]), (wrong("STALE", "revision"), &json!(null)));
        assert_eq!((&late["latest"]["ownTitle"], &late["latest"]["revision"]), (&json!("For alle"), &json!(2)));
    }

    async fn one_of_the_models_may_do_without_a_title_of_its_own(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let id = &made["goals"][2]["id"];
        let update = goal("goalUpdate", "GoalUpdateInput");
        let renamed = run(&api, &leader, &update, json!({ "id": id, "revision": 1, "form": own("Kanaler") })).await;
        assert_eq!((&renamed["goal"]["key"], &renamed["goal"]["title"]), (&json!("channels"), &json!("Kanaler")));
        let input = json!({ "id": id, "revision": 2, "form": { "voices": [] } });
        let back = run(&api, &leader, &update, input).await;
        assert_eq!(back["goal"]["title"], "Citizens and partners know whom to contact, and how");
        assert!(back["goal"]["guidance"].is_string());
    }

    async fn what_is_not_valid_is_told_with_its_field(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "STRATEGY", "PUBLIC").await;
        for (form, code, field) in [
            (json!({ "voices": [] }), "REQUIRED", "title"),
            (json!({ "title": "x", "voices": [{ "who": "", "words": "x" }] }), "REQUIRED", "voices.0.who"),
            (json!({ "title": "x", "voices": [{ "who": "x", "words": "x".repeat(2_001) }] }), "TOO_LONG", "voices.0.words"),
            (json!({ "title": "x", "why": "x".repeat(10_001), "voices": [] }), "TOO_LONG", "why"),
        ] {
            let input = json!({ "planId": made["id"], "form": form });
            let made = run(&api, &leader, &goal("goalCreate", "GoalCreateInput"), input).await;
            assert_eq!(errors(&made), wrong(code, field));
        }
    }

    async fn goals_are_moved_and_deleted_without_gaps(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "LAUNCH", "PUBLIC").await;
        activity(&api, &leader, &made, json!({})).await;
        let id = made["goals"][0]["id"].clone();
        let moving = goal("goalMove", "GoalMoveInput");
        let moved = run(&api, &leader, &moving, json!({ "id": id, "revision": 1, "position": 2 })).await;
        assert_eq!((&moved["goal"]["position"], &moved["goal"]["revision"]), (&json!(2), &json!(2)));
        for position in [-1, 4] {
            let input = json!({ "id": id, "revision": 2, "position": position });
            assert_eq!(errors(&run(&api, &leader, &moving, input).await), wrong("INVALID", "position"));
        }
        let keys = "query ($id: ID!) { municipality(slug: \"esbjerg\") { plan(id: $id) { goals { key position } } } }";
        let read = async |expected: &[&str]| {
            let data = api.data_for(&leader, keys, json!({ "id": made["id"] })).await;
            let goals = &data["municipality"]["plan"]["goals"];
            assert_eq!(column(goals, "/key"), expected);
            let places: Vec<i64> =
                goals.as_array().expect("goals").iter().filter_map(|goal| goal["position"].as_i64()).collect();
            assert!(places.iter().copied().eq(0..places.len() as i64), "{places:?}");
        };
        read(&["agreements", "team", "strategy", "evaluation"]).await;
        let moved = run(&api, &leader, &moving, json!({ "id": id, "revision": 2, "position": 0 })).await;
        assert_eq!(errors(&moved), []);
        read(&["strategy", "agreements", "team", "evaluation"]).await;

        let delete = mutation("goalDelete", "GoalDeleteInput", "plan", PLAN);
        assert_eq!(errors(&run(&api, &leader, &delete, json!({ "id": id, "revision": 1 })).await), wrong("STALE", "revision"));
        let gone = run(&api, &leader, &delete, json!({ "id": id, "revision": 3 })).await;
        assert_eq!((gone["plan"]["goals"].as_array().map(Vec::len), &gone["plan"]["total"]), (Some(3), &json!(0)));
        read(&["agreements", "team", "evaluation"]).await;
    }

    async fn only_project_leaders_of_the_municipality_write(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "LAUNCH", "PUBLIC").await;
        let id = &made["goals"][0]["id"];
        let inputs = [
            (goal("goalCreate", "GoalCreateInput"), json!({ "planId": made["id"], "form": own("x") })),
            (goal("goalUpdate", "GoalUpdateInput"), json!({ "id": id, "revision": 1, "form": own("x") })),
            (goal("goalMove", "GoalMoveInput"), json!({ "id": id, "revision": 1, "position": 1 })),
            (mutation("goalDelete", "GoalDeleteInput", "plan", PLAN), json!({ "id": id, "revision": 1 })),
        ];
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        for (query, input) in inputs {
            let variables = json!({ "input": input });
            assert_eq!(api.refused_to(&partner, &query, variables.clone()).await, "FORBIDDEN", "{query}");
            assert_eq!(api.refused_to(&stranger, &query, variables.clone()).await, "NOT_FOUND", "{query}");
            assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND", "{query}");
        }
    }
}
