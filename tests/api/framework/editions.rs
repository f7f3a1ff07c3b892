//! `frameworkEditions` and `frameworkEdition`: what was approved, for whom it is for, as it was.

use chrono::NaiveDate;
use entity::directory::values::Visibility;
use entity::framework::values::Section;
use entity::framework::{framework, framework_section};
use entity::identity::values::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::{Api, column};
use tests::people::Somebody;
use tests::{on_both, rows};

use super::begun::{
    HERE, add_row, answer, awake, begin, begun, change, forum, leader, member, publish, seen, set_row,
    stored, submit,
};

const EDITION: &str = "id number approvedOn dueOn isOverdue isNewest updatedBy visibility printUrl
    sections { section questions { id key title(language: ENGLISH) drawn level answer rows { id register title
        form { ... on ForumForm { name level purpose members { organisationId name } } } organisations { name path } } } }
    services { id name organisation sector path description eligibility access addresses contacts }
    done { goal title doneOn responsible }";

fn query() -> String {
    format!(
        "query ($number: Int) {{ municipality(slug: \"aabenraa\") {{ frameworkEdition(number: $number) {{ {EDITION} }}
            frameworkEditions {{ number isNewest }} }} }}"
    )
}

async fn read(api: &Api, number: Option<i32>) -> Value {
    api.data(&query(), json!({ "number": number })).await["municipality"].take()
}

async fn set_visibility(api: &Api, visibility: Visibility) {
    let id = stored(api).await.id;
    let row = framework::ActiveModel { id: Set(id), visibility: Set(visibility), ..Default::default() };
    row.update(api.app.db()).await.expect("another visibility");
}

/// Adds an activity that is done.
async fn done(api: &Api, leader: &Somebody, goal: &Value, title: &str, day: &str) {
    let query =
        "mutation ($input: ActivityCreateInput!) { activityCreate(input: $input) { userErrors { field } } }";
    let form = json!({ "title": title, "responsible": "Heidi", "status": "DONE", "doneOn": day });
    let made = seen(api, leader, query, json!({ "input": { "goalId": goal, "form": form } })).await;
    assert_eq!(made["activityCreate"]["userErrors"], json!([]));
}

async fn approve(api: &Api, member: &Somebody, submission: &str) {
    let payload = change(api, member, "frameworkApprove", json!({ "id": submission })).await;
    assert_eq!(payload["userErrors"], json!([]));
}

async fn two(api: &Api) -> (Somebody, Somebody) {
    let (leader, member) = (leader(api).await, member(api).await);
    publish(api, &leader, &member, "2026-03-03T09:00:00Z").await;
    answer(api, "partners", "Kun kommunen.").await;
    publish(api, &leader, &member, "2026-08-03T09:00:00Z").await;
    (leader, member)
}

on_both! {
    async fn everybody_reads_what_is_for_everybody_without_names_of_people(api) {
        begun(&api).await;
        assert_eq!(read(&api, None).await, json!({ "frameworkEdition": null, "frameworkEditions": [] }));
        let (leader, _) = two(&api).await;
        let read_now = read(&api, None).await;
        let list = json!([{ "number": 2, "isNewest": true }, { "number": 1, "isNewest": false }]);
        assert_eq!(read_now["frameworkEditions"], list);
        let newest = &read_now["frameworkEdition"];
        assert_eq!((&newest["number"], &newest["isNewest"], &newest["updatedBy"]), (&json!(2), &json!(true), &json!(null)));
        assert_eq!(newest["printUrl"], "/aabenraa/ramme/2/print");
        assert_eq!((&newest["dueOn"], &newest["isOverdue"]), (&json!("2027-02-03"), &json!(false)));
        assert!(!newest["services"].as_array().expect("services").is_empty());
        let text = newest.to_string();
        assert!(text.contains("Who are your partners?") && text.contains("Kun kommunen.") && !text.contains("Prøve"));
        assert_eq!(read(&api, Some(1)).await["frameworkEdition"]["number"], 1);
        for wrong in [0, -1, 3] {
            assert_eq!(read(&api, Some(wrong)).await["frameworkEdition"], json!(null));
        }
        let within = seen(&api, &leader, &query(), json!({})).await;
        assert_eq!(within["municipality"]["frameworkEdition"]["updatedBy"], "Prøve ProjectLeader");
        api.set_clock("2027-02-04T09:00:00Z");
        assert_eq!(read(&api, None).await["frameworkEdition"]["isOverdue"], true);
        assert_eq!(read(&api, Some(1)).await["frameworkEdition"]["isOverdue"], false);
    }

    async fn an_edition_stays_as_it_was_whatever_happens_to_draft_and_directory(api) {
        let id = begin(&api, 1, Visibility::Public).await;
        answer(&api, "partners", "KFUM").await;
        let form = forum(&api, "Netværket", "At mødes").await;
        let register = entity::framework::values::Register::Forum;
        let row = add_row(&api, id, register, form).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        let before = read(&api, Some(1)).await["frameworkEdition"].take();
        let page = api.get("/aabenraa/ramme/1/print").await;

        answer(&api, "partners", "Andre").await;
        set_row(&api, row, &forum(&api, "Et andet netværk", "At tale").await).await;
        let here = rows::municipality(api.app.db(), HERE).await.id;
        let service = entity::directory::service::Entity::find().all(api.app.db()).await.expect("services");
        for service in service.iter().filter(|service| service.municipality_id == here) {
            rows::rename(api.app.db(), service, "Et andet navn").await;
        }
        let mut unit: entity::directory::organisation::ActiveModel =
            rows::organisation(api.app.db(), here, "social").await.into();
        unit.name = Set("Helt anden forvaltning".to_owned());
        unit.update(api.app.db()).await.expect("another name");
        rows::touch(api.app.db(), here).await;
        api.refresh().await;

        let mut after = read(&api, Some(1)).await["frameworkEdition"].take();
        assert_eq!(api.get("/aabenraa/ramme/1/print").await, page);
        // Only where an organisation stands today is of today.
        let questions = after.pointer_mut("/sections/1/questions").and_then(Value::as_array_mut).expect("questions");
        let forums = questions.iter_mut().find(|question| question["key"] == "forums_municipal").expect("forums");
        assert_eq!(forums["rows"][0]["organisations"][0]["name"], "Helt anden forvaltning");
        let members = forums["rows"][0]["form"]["members"].clone();
        forums["rows"][0]["organisations"][0]["name"] = members[0]["name"].clone();
        assert_eq!(after, before);
    }

    async fn what_is_done_stands_in_one_edition_whenever_it_is_reported(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let given = json!({ "municipality": HERE, "kind": "ACTION_PLAN",
            "form": { "title": "Plan", "visibility": "PUBLIC" } });
        let plan = "mutation ($input: PlanCreateInput!) { planCreate(input: $input) { plan { goals { id } } } }";
        let made = seen(&api, &leader, plan, json!({ "input": given })).await;
        let goal = made["planCreate"]["plan"]["goals"][0]["id"].clone();
        done(&api, &leader, &goal, "Før", "2026-03-03").await;
        api.set_clock("2026-03-03T09:00:00Z");
        let first = submit(&api, &leader).await;
        let told = "{ municipality(slug: \"aabenraa\") { framework { submission { done { title } } } } }";
        let waiting = seen(&api, &member, told, json!({})).await;
        assert_eq!(waiting["municipality"]["framework"]["submission"]["done"], json!([{ "title": "Før" }]));
        done(&api, &leader, &goal, "Imens", "2026-03-03").await;
        approve(&api, &member, &first).await;
        done(&api, &leader, &goal, "Sent", "2026-02-01").await;
        publish(&api, &leader, &member, "2026-08-03T09:00:00Z").await;
        publish(&api, &leader, &member, "2026-08-03T10:00:00Z").await;
        for (number, expected) in [(1, vec!["Før"]), (2, vec!["Imens", "Sent"]), (3, vec![])] {
            let edition = read(&api, Some(number)).await["frameworkEdition"].take();
            assert_eq!(column(&edition["done"], "/title"), expected, "{number}");
            assert!(!edition.to_string().contains("Heidi"), "people are left out");
        }
    }

    async fn an_edition_is_made_and_the_sections_begin_anew(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let day: NaiveDate = "2026-03-20".parse().expect("a day");
        let here = api.municipality_id(HERE).await;
        let marked = framework_section::Entity::update_many()
            .col_expr(framework_section::Column::PersonId, Expr::value(leader.id.0))
            .col_expr(framework_section::Column::DueOn, Expr::value(day))
            .col_expr(framework_section::Column::IsDone, Expr::value(true))
            .filter(framework_section::Column::MunicipalityId.eq(here))
            .filter(framework_section::Column::Section.eq(Section::Plans));
        marked.exec(api.app.db()).await.expect("a section");
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        let found = framework_section::Entity::find().filter(framework_section::Column::MunicipalityId.eq(here));
        let found = found.all(api.app.db()).await.expect("sections");
        for section in found {
            assert_eq!((section.is_done, section.due_on), (false, None));
            let was_marked = section.section == Section::Plans;
            assert_eq!(section.person_id, was_marked.then_some(leader.id), "whoever has it keeps it");
            assert_eq!(section.revision, if was_marked { 2 } else { 1 });
        }
    }

    async fn what_is_for_those_within_is_not_there_for_others(api) {
        begun(&api).await;
        two(&api).await;
        set_visibility(&api, Visibility::SignedIn).await;
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let nothing = json!({ "frameworkEdition": null, "frameworkEditions": [] });
        assert_eq!(read(&api, None).await, nothing);
        assert_eq!(seen(&api, &stranger, &query(), json!({})).await["municipality"], nothing);
        let partner = api.somebody(Role::Partner, HERE).await;
        let found = seen(&api, &partner, &query(), json!({})).await;
        assert_eq!(column(&found["municipality"]["frameworkEditions"], "/number").len(), 2);
    }

    async fn it_takes_the_same_statements_however_many_there_are(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let all = "{ municipality(slug: \"aabenraa\") { frameworkEditions { number sections { questions { answer
            rows { title } } } services { name } receipt { readAt } receipts { person organisation readAt } } } }";
        let mut taken = Vec::new();
        for at in ["2026-03-03T09:00:00Z", "2026-08-03T09:00:00Z", "2027-01-03T09:00:00Z"] {
            publish(&api, &leader, &member, at).await;
            seen(&api, &leader, all, json!({})).await;
            let leader = awake(&api, &leader).await;
            let before = api.statements();
            api.data_for(&leader, all, json!({})).await;
            taken.push(api.statements() - before);
        }
        assert!(taken.iter().all(|count| *count == taken[0]), "{taken:?}");
        // Framework, editions, contents, own receipts, receipts, names, roles; and those that say who asks.
        assert!(taken[0] <= 10, "{taken:?}");
    }
}
