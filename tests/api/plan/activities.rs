//! `activityCreate`, `activityUpdate`, `activityMove`, `activityDelete`.

use entity::identity::values::Role;
use serde_json::json;
use tests::on_both;

use super::{PLAN, activity, errors, form, mutation, of_activity, person_id, plan, run, wrong};

fn update() -> String {
    of_activity("activityUpdate", "ActivityUpdateInput")
}

on_both! {
    async fn an_activity_says_who_does_what_until_when(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let here = api.municipality_id("esbjerg").await;
        let organisation = format!("organisation:{}", api.organisation_id(here, "kfum").await.0);
        let said = json!({ "subGoal": "Delmål", "responsible": "KFUM's leder", "responsiblePersonId": person_id(&partner),
            "responsibleOrganisationId": organisation, "others": "SSP", "startsOn": "2026-01-01", "dueOn": "2026-03-02",
            "followUpOn": "2026-03-04", "notes": "Husk det" });
        let found = activity(&api, &leader, &made, said.clone()).await;
        for (name, value) in said.as_object().expect("an object") {
            assert_eq!(&found[name], value, "{name}");
        }
        assert_eq!((&found["responsibleName"], &found["planId"]), (&json!("Prøve Partner"), &made["id"]));
        assert_eq!((&found["isOverdue"], &found["needsFollowUp"]), (&json!(true), &json!(false)));
        assert_eq!((&found["canWrite"], &found["canReport"]), (&json!(true), &json!(true)));
    }

    async fn what_is_done_has_a_day_and_what_is_not_has_none(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let first = activity(&api, &leader, &made, json!({ "doneOn": "2026-03-01" })).await;
        assert_eq!(first["doneOn"], json!(null));
        let mut revision = 1;
        for (changes, done_on) in [
            (json!({ "status": "DONE" }), json!("2026-03-03")),
            (json!({ "status": "DONE", "doneOn": "2026-02-01" }), json!("2026-02-01")),
            (json!({ "status": "DONE", "notes": "Stadig" }), json!("2026-02-01")),
            (json!({ "status": "UNDERWAY" }), json!(null)),
        ] {
            let input = json!({ "id": first["id"], "revision": revision, "form": form(changes) });
            let changed = run(&api, &leader, &update(), input).await;
            revision += 1;
            assert_eq!((&changed["activity"]["doneOn"], &changed["activity"]["revision"]), (&done_on, &json!(revision)));
        }
    }

    async fn who_comes_too_late_is_shown_what_stands_there_now(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let first = activity(&api, &leader, &made, json!({})).await;
        let input = |title: &str| json!({ "id": first["id"], "revision": 1, "form": form(json!({ "title": title })) });
        assert_eq!(errors(&run(&api, &leader, &update(), input("Den første")).await), []);
        let late = run(&api, &leader, &update(), input("Den anden")).await;
        assert_eq!((errors(&late), &late["activity"]), (wrong("STALE", "revision"), &json!(null)));
        assert_eq!((&late["latest"]["title"], &late["latest"]["revision"]), (&json!("Den første"), &json!(2)));
    }

    async fn what_is_not_valid_is_told_with_its_field(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let stranger = api.somebody(Role::Partner, "aabenraa").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let there = api.municipality_id("aabenraa").await;
        let foreign = format!("organisation:{}", api.organisation_id(there, "social").await.0);
        for (changes, code, field) in [
            (json!({ "title": "" }), "REQUIRED", "title"),
            (json!({ "startsOn": "2026-03-02", "dueOn": "2026-03-01" }), "INVALID", "dueOn"),
            (json!({ "dueOn": "0226-03-01" }), "INVALID", "dueOn"),
            (json!({ "followUpOn": "+12345-01-01" }), "INVALID", "followUpOn"),
            (json!({ "status": "DONE", "doneOn": "0226-03-01" }), "INVALID", "doneOn"),
            (json!({ "status": "DONE", "doneOn": "2026-03-04" }), "INVALID", "doneOn"),
            (json!({ "responsiblePersonId": person_id(&stranger) }), "NOT_FOUND", "responsiblePersonId"),
            (json!({ "responsiblePersonId": "person:x" }), "NOT_FOUND", "responsiblePersonId"),
            (json!({ "responsibleOrganisationId": foreign }), "NOT_FOUND", "responsibleOrganisationId"),
            (json!({ "notes": "x".repeat(10_001) }), "TOO_LONG", "notes"),
        ] {
            let input = json!({ "goalId": made["goals"][0]["id"], "form": form(changes) });
            let made = run(&api, &leader, &of_activity("activityCreate", "ActivityCreateInput"), input).await;
            assert_eq!((errors(&made), &made["activity"]), (wrong(code, field), &json!(null)));
        }
    }

    async fn activities_are_moved_and_deleted_without_gaps(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let mut ids = Vec::new();
        for title in ["a", "b", "c"] {
            ids.push(activity(&api, &leader, &made, json!({ "title": title })).await["id"].clone());
        }
        let moving = of_activity("activityMove", "ActivityMoveInput");
        let moved = run(&api, &leader, &moving, json!({ "id": ids[2], "revision": 1, "position": 0 })).await;
        assert_eq!(moved["activity"]["position"], 0);
        let late = run(&api, &leader, &moving, json!({ "id": ids[2], "revision": 1, "position": 1 })).await;
        assert_eq!((errors(&late), &late["latest"]["revision"]), (wrong("STALE", "revision"), &json!(2)));
        let delete = mutation("activityDelete", "ActivityDeleteInput", "plan", PLAN);
        let gone = run(&api, &leader, &delete, json!({ "id": ids[0], "revision": 1 })).await;
        let left = &gone["plan"]["goals"][0]["activities"];
        assert_eq!(tests::api::column(left, "/title"), ["c", "b"]);
        assert_eq!((&gone["plan"]["total"], &gone["plan"]["goals"][0]["total"]), (&json!(2), &json!(2)));
    }

    async fn only_project_leaders_of_the_municipality_write(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let made = plan(&api, &leader, "LAUNCH", "PUBLIC").await;
        // Whoever is responsible changes nothing but the report.
        let first = activity(&api, &leader, &made, json!({ "responsiblePersonId": person_id(&partner) })).await;
        let id = &first["id"];
        let inputs = [
            (of_activity("activityCreate", "ActivityCreateInput"), json!({ "goalId": made["goals"][0]["id"], "form": form(json!({})) })),
            (update(), json!({ "id": id, "revision": 1, "form": form(json!({ "title": "x" })) })),
            (of_activity("activityMove", "ActivityMoveInput"), json!({ "id": id, "revision": 1, "position": 0 })),
            (mutation("activityDelete", "ActivityDeleteInput", "plan", PLAN), json!({ "id": id, "revision": 1 })),
        ];
        for (query, input) in inputs {
            let variables = json!({ "input": input });
            assert_eq!(api.refused_to(&partner, &query, variables.clone()).await, "FORBIDDEN", "{query}");
            assert_eq!(api.refused_to(&stranger, &query, variables.clone()).await, "NOT_FOUND", "{query}");
            assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND", "{query}");
        }
    }
}
