//! `municipality.plans` and `municipality.plan(id:)`: who sees what, and how many statements it takes.

use entity::identity::values::Role;
use serde_json::{Value, json};
use tests::on_both;

use super::{ACTIVITY, activity, person_id, plan};

fn list() -> String {
    format!(
        "{{ municipality(slug: \"esbjerg\") {{ plans {{ id visibility done total overdue goals {{
        title(language: DANISH) voices {{ who }} activities {{ {ACTIVITY} }} }} }} }} }}"
    )
}

const FIND: &str =
    "query ($slug: String!, $id: ID!) { municipality(slug: $slug) { plan(id: $id) { title } } }";

fn visible(data: &Value) -> Vec<&str> {
    let plans = data["municipality"]["plans"].as_array().expect("plans");
    plans.iter().filter_map(|plan| plan["visibility"].as_str()).collect()
}

on_both! {
    async fn a_plan_is_for_everybody_or_for_those_with_a_role_here(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let hidden = plan(&api, &leader, "ACTION_PLAN", "SIGNED_IN").await;
        // Esbjerg has a public one already.
        assert_eq!(visible(&api.data(&list(), json!({})).await), ["PUBLIC"]);
        assert_eq!(visible(&api.data_for(&stranger, &list(), json!({})).await), ["PUBLIC"]);
        for somebody in [&leader, &partner] {
            let data = api.data_for(somebody, &list(), json!({})).await;
            assert_eq!(visible(&data).len(), 2);
        }
        let variables = json!({ "slug": "esbjerg", "id": hidden["id"] });
        assert_eq!(api.data(FIND, variables.clone()).await["municipality"]["plan"], json!(null));
        assert_eq!(api.data_for(&stranger, FIND, variables.clone()).await["municipality"]["plan"], json!(null));
        assert_eq!(api.data_for(&partner, FIND, variables).await["municipality"]["plan"]["title"], "Prøveplan");
        let elsewhere = json!({ "slug": "aabenraa", "id": hidden["id"] });
        assert_eq!(api.data_for(&leader, FIND, elsewhere).await["municipality"]["plan"], json!(null));
        let nothing = json!({ "slug": "esbjerg", "id": "plan:x" });
        assert_eq!(api.data_for(&leader, FIND, nothing).await["municipality"]["plan"], json!(null));
    }

    async fn names_of_people_are_for_those_with_a_role_here(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        let mine = json!({ "responsible": "Lederen", "responsiblePersonId": person_id(&leader),
            "others": "Prøve Nabo", "notes": "Prøve Nabo ringer" });
        activity(&api, &leader, &made, mine).await;
        let find = format!("query ($id: ID!) {{ municipality(slug: \"esbjerg\") {{ plan(id: $id) {{
            goals {{ activities {{ {ACTIVITY} }} }} }} }} }}");
        let variables = json!({ "id": made["id"] });
        let of = |data: &Value| data["municipality"]["plan"]["goals"][0]["activities"][0].clone();
        let told = of(&api.data_for(&leader, &find, variables.clone()).await);
        assert_eq!((&told["responsibleName"], &told["responsible"]), (&json!("Prøve ProjectLeader"), &json!("Lederen")));
        assert_eq!((&told["others"], &told["notes"]), (&json!("Prøve Nabo"), &json!("Prøve Nabo ringer")));
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        for shown in [of(&api.data(&find, variables.clone()).await), of(&api.data_for(&stranger, &find, variables).await)] {
            assert_eq!((&shown["responsibleName"], &shown["responsible"]), (&json!(null), &json!(null)));
            assert_eq!((&shown["others"], &shown["notes"]), (&json!(null), &json!(null)));
            assert_eq!((&shown["responsiblePersonId"], &shown["canReport"]), (&json!(null), &json!(false)));
        }
    }

    async fn progress_leaves_out_what_was_given_up(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
        for changes in [
            json!({ "status": "DONE" }),
            json!({ "dueOn": "2026-03-02" }),
            json!({ "dueOn": "2026-03-03" }),
            json!({ "status": "DROPPED", "dueOn": "2026-01-01" }),
        ] {
            activity(&api, &leader, &made, changes).await;
        }
        let data = api.data(&list(), json!({})).await;
        let found = data["municipality"]["plans"].as_array().expect("plans");
        let found = found.iter().find(|plan| plan["id"] == made["id"]).expect("the plan");
        assert_eq!((&found["done"], &found["total"], &found["overdue"]), (&json!(1), &json!(3), &json!(1)));
    }

    async fn reading_takes_the_same_statements_however_much_there_is(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let mut taken = Vec::new();
        for _ in 0..3 {
            let before = api.statements();
            api.data(&list(), json!({})).await;
            let visitors = api.statements() - before;
            api.data_for(&leader, &list(), json!({})).await;
            taken.push((visitors, api.statements() - before - visitors));
            let made = plan(&api, &leader, "ACTION_PLAN", "PUBLIC").await;
            for _ in 0..3 {
                activity(&api, &leader, &made, json!({ "responsiblePersonId": person_id(&leader) })).await;
            }
        }
        assert!(taken.iter().all(|count| *count == taken[0]), "{taken:?}");
        // Plans, goals, activities; for those with a role names too; and who asks.
        assert_eq!(taken[0].0, 3);
        assert_eq!(taken[0].1, 4 + 1, "{taken:?}");
    }
}
