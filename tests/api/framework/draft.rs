//! `frameworkBegin`, `frameworkSettingsUpdate`, and the framework as everybody sees it.

use chrono::NaiveDate;
use entity::directory::values::Visibility;
use entity::framework::values::{FrameworkState, Register, Section};
use entity::framework::{framework, framework_edition, framework_edition_content, register_row};
use entity::identity::values::Role;
use entity::ids::{FrameworkEditionId, FrameworkId};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use server::framework::content::{Content, QuestionContent, RowContent, SectionContent};
use tests::api::{Api, column};
use tests::large::{self, Size};
use tests::on_both;
use tests::people::Somebody;

use super::steps::{self, FRAMEWORK, SLUG, begin, leader, read, refused, run};
use crate::directory::editing::refusals;

/// An approved edition of another municipality's framework, for these eyes.
async fn published(api: &Api, visibility: Visibility) {
    api.load(&large::municipality(Size { services: 4, contacts: 4, organisations: 2 })).await;
    let (db, ctx, of) = (api.app.db(), api.ctx(), api.municipality_id("prove").await);
    let framework = framework::Model {
        id: FrameworkId(ctx.new_key()),
        municipality_id: of,
        state: FrameworkState::Draft,
        due_on: None,
        next_update_by: None,
        approvals_needed: 1,
        interval_months: 6,
        visibility,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    let edition = framework_edition::Model {
        id: FrameworkEditionId(ctx.new_key()),
        municipality_id: of,
        framework_id: framework.id,
        framework_submission_id: None,
        number: 1,
        approved_on: NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"),
        due_on: NaiveDate::from_ymd_opt(2026, 7, 1).expect("a day"),
        updated_by: None,
        next_update_by: None,
    };
    let question = |key: Option<&str>, title: Option<&str>, answer: &str, rows| QuestionContent {
        id: "framework-question:x".into(),
        key: key.map(str::to_owned),
        title: title.map(str::to_owned),
        guidance: title.map(|_| "Tænk".to_owned()),
        drawn: None,
        level: None,
        answer: answer.into(),
        rows,
    };
    let party =
        json!({ "organisationId": "organisation:0190b3c2-0000-7000-8000-000000000000", "name": "Nabo" });
    let row = RowContent {
        id: "register-row:x".into(),
        register: Register::Partner,
        title: "Nabo".into(),
        form: json!({ "party": party, "branch": null, "role": "Hjælper" }),
    };
    let questions = vec![
        question(None, Some("Egen?"), "Eget svar", vec![]),
        question(Some("partners"), None, "", vec![row]),
        question(Some("target_group"), None, "Alle", vec![]),
    ];
    let section = SectionContent { section: Section::TargetGroup, questions };
    let content = Content { municipality: "Prøve".into(), sections: vec![section], ..Content::default() };
    let content = framework_edition_content::Model {
        id: edition.id,
        municipality_id: of,
        content: serde_json::to_string(&content).expect("JSON"),
        danish: String::new(),
        english: String::new(),
    };
    macro_rules! insert {
        ($($table:ident: $row:expr),+) => {$(
            $table::Entity::insert($row.into_active_model()).exec_without_returning(db).await.expect("a row");
        )+};
    }
    insert!(framework: framework, framework_edition: edition, framework_edition_content: content);
}

async fn copy(api: &Api, somebody: &Somebody, from: &str) -> Value {
    let input = json!({ "municipality": SLUG, "copyFrom": from });
    run(api, somebody, "frameworkBegin", &format!("framework {{ {FRAMEWORK} }}"), input).await
}

async fn set(api: &Api, somebody: &Somebody, revision: &Value, change: Value) -> Value {
    let mut input = json!({
        "municipality": SLUG, "revision": revision, "approvalsNeeded": 1, "intervalMonths": 6, "visibility": "PUBLIC",
    });
    for (name, value) in change.as_object().expect("fields") {
        input[name] = value.clone();
    }
    run(api, somebody, "frameworkSettingsUpdate", &format!("framework {{ {FRAMEWORK} }}"), input).await
}

on_both! {
    async fn a_framework_begins_with_the_models_questions(api) {
        let leader = leader(&api).await;
        assert_eq!(read(&api, &leader, "id").await, Value::Null);
        let framework = begin(&api, &leader).await;
        assert_eq!(framework["state"], "DRAFT");
        assert_eq!((&framework["approvalsNeeded"], &framework["intervalMonths"]), (&json!(1), &json!(6)));
        assert_eq!((&framework["visibility"], &framework["dueOn"]), (&json!("SIGNED_IN"), &Value::Null));
        assert_eq!((&framework["canWrite"], &framework["canDecide"]), (&json!(true), &json!(false)));
        let sections = framework["sections"].as_array().expect("sections");
        let order = ["TARGET_GROUP", "ORGANISATION", "COMMUNICATION", "PLANS", "DIRECTORY", "DISSEMINATION"];
        assert_eq!(column(&framework["sections"], "/section"), order);
        let totals: Vec<&Value> = sections.iter().map(|section| &section["total"]).collect();
        assert_eq!(totals, [2, 10, 5, 4, 2, 4]);
        // The directory answers for itself.
        let answered: Vec<&Value> = sections.iter().map(|section| &section["answered"]).collect();
        assert_eq!(answered, [0, 0, 0, 0, 2, 0]);
        let first = &sections[0]["questions"][0];
        assert_eq!((&first["key"], &first["position"]), (&json!("target_group"), &json!(0)));
        assert_eq!(first["registers"], json!(["POPULATION_FIGURE", "EXPECTED_INTAKE", "SUPPORT_FIGURE"]));
        assert!(!first["title"].as_str().expect("words").is_empty());
        assert_eq!(sections[4]["questions"][0]["drawn"], "DIRECTORY");
        assert_eq!(sections[1]["questions"][1]["level"], "MUNICIPAL");
    }

    async fn it_is_begun_once_and_by_the_project_leader(api) {
        let input = json!({ "municipality": SLUG });
        for role in [Role::Partner, Role::SteeringMember, Role::Professional] {
            let unit = matches!(role, Role::Partner | Role::Professional).then_some("social");
            let other = api.somebody_of(role, SLUG, unit).await;
            assert_eq!(refused(&api, &other, "frameworkBegin", input.clone()).await, "FORBIDDEN");
        }
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refused(&api, &stranger, "frameworkBegin", input.clone()).await, "NOT_FOUND");
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let payload = run(&api, &leader, "frameworkBegin", "framework { id }", input).await;
        assert_eq!(refusals(&payload), ["municipality IN_USE"]);
    }

    async fn everybody_with_a_role_here_reads_it_and_nobody_else(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let partner = api.somebody_of(Role::Partner, SLUG, Some("social")).await;
        let seen = read(&api, &partner, "canWrite canDecide sections { canWrite questions { answer } }").await;
        assert_eq!((&seen["canWrite"], &seen["canDecide"]), (&json!(false), &json!(false)));
        assert_eq!(seen["sections"][0]["canWrite"], false);
        let member = api.somebody(Role::SteeringMember, SLUG).await;
        let seen = read(&api, &member, "canDecide steeringMembers").await;
        assert_eq!(seen, json!({ "canDecide": true, "steeringMembers": 1 }));
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(read(&api, &stranger, "id").await, Value::Null);
        let visitor = api.data("{ municipality(slug: \"aabenraa\") { framework { id } } }", json!({})).await;
        assert_eq!(visitor["municipality"]["framework"], Value::Null);
    }

    async fn a_copy_takes_questions_answers_and_rows_over_and_names_instead_of_organisations(api) {
        published(&api, Visibility::Public).await;
        let leader = leader(&api).await;
        assert_eq!(refusals(&copy(&api, &leader, "prove").await), [""; 0]);
        let questions = Value::from(steps::questions(&api, &leader, "TARGET_GROUP").await);
        assert_eq!(column(&questions, "/key"), ["", "partners", "target_group"]);
        assert_eq!(column(&questions, "/answer"), ["Eget svar", "", "Alle"]);
        assert_eq!((&questions[0]["title"], &questions[0]["isOwn"]), (&json!("Egen?"), &json!(true)));
        assert_eq!(questions[0]["guidance"], "Tænk");
        assert_eq!(questions[2]["answeredBy"], Value::Null);
        assert_eq!(questions[1]["isAnswered"], true, "by its row");
        let all = read(&api, &leader, "sections { total }").await;
        let totals: Vec<i64> = all["sections"].as_array().expect("sections").iter()
            .map(|section| section["total"].as_i64().expect("a number")).collect();
        assert_eq!(totals.iter().sum::<i64>(), 28);
        let here = api.municipality_id(SLUG).await;
        let rows = register_row::Entity::find().filter(register_row::Column::MunicipalityId.eq(here));
        let rows = rows.all(api.app.db()).await.expect("rows");
        let form: Value = serde_json::from_str(&rows[0].form).expect("JSON");
        assert_eq!(form["party"], json!({ "organisationId": null, "name": "Nabo" }));
        // What was copied can be set back to.
        let question = &questions[2];
        api.set_clock("2026-03-03T10:00:00Z");
        steps::answered(&api, &leader, question, "Nogle").await;
        let changes = read(&api, &leader, &format!("changes(subject: {}) {{ nodes {{ action canRestore }} }}", question["id"])).await;
        let expected = json!([{ "action": "UPDATED", "canRestore": false }, { "action": "CREATED", "canRestore": true }]);
        assert_eq!(changes["changes"]["nodes"], expected);
    }

    async fn only_what_one_can_read_is_copied(api) {
        published(&api, Visibility::SignedIn).await;
        let leader = leader(&api).await;
        for from in ["prove", "esbjerg-findes-ikke", SLUG] {
            assert_eq!(refusals(&copy(&api, &leader, from).await), ["copyFrom NOT_FOUND"], "{from}");
        }
        let count = framework::Entity::find().filter(framework::Column::MunicipalityId.eq(api.municipality_id(SLUG).await));
        assert_eq!(count.count(api.app.db()).await.expect("a number"), 0);
        let prove = api.municipality_id("prove").await;
        api.grant(leader.id, Role::Partner, Some(prove), None).await;
        assert_eq!(refusals(&copy(&api, &leader, "prove").await), [""; 0]);
    }

    async fn the_project_leader_sets_how_it_is_approved_and_who_reads_it(api) {
        let leader = leader(&api).await;
        let framework = begin(&api, &leader).await;
        for _ in 0..2 {
            api.somebody(Role::SteeringMember, SLUG).await;
        }
        let change = json!({ "approvalsNeeded": 2, "intervalMonths": 12, "dueOn": "2026-03-02" });
        let payload = set(&api, &leader, &framework["revision"], change.clone()).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let after = &payload["framework"];
        assert_eq!((&after["approvalsNeeded"], &after["intervalMonths"]), (&json!(2), &json!(12)));
        assert_eq!((&after["visibility"], &after["revision"]), (&json!("PUBLIC"), &json!(2)));
        assert_eq!((&after["dueOn"], &after["isOverdue"]), (&json!("2026-03-02"), &json!(true)));
        // What says the same is no change.
        let again = set(&api, &leader, &json!(2), change).await;
        assert_eq!(again["framework"]["revision"], 2);
        assert_eq!(refusals(&set(&api, &leader, &json!(1), json!({})).await), ["revision STALE"]);
        let changes = read(&api, &leader, "changes(first: 9) { totalCount nodes { part fields { field before after } } }").await;
        assert_eq!(changes["changes"]["totalCount"], 2);
        let by = json!({ "approvalsNeeded": 2, "intervalMonths": 12, "dueOn": "2026-03-02", "nextUpdateBy": " Projektlederen " });
        assert_eq!(refusals(&set(&api, &leader, &json!(2), by).await), [""; 0]);
        assert_eq!(read(&api, &leader, "nextUpdateBy").await["nextUpdateBy"], "Projektlederen");
    }

    async fn settings_that_can_not_be_are_refused(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        api.somebody(Role::SteeringMember, SLUG).await;
        let one = json!(1);
        let told = async |change: Value| refusals(&set(&api, &leader, &one, change).await);
        assert_eq!(told(json!({ "approvalsNeeded": 2 })).await, ["approvalsNeeded INVALID"]);
        assert_eq!(told(json!({ "approvalsNeeded": 0 })).await, ["approvalsNeeded INVALID"]);
        assert_eq!(told(json!({ "intervalMonths": 25 })).await, ["intervalMonths INVALID"]);
        assert_eq!(told(json!({ "dueOn": "9999-01-01" })).await, ["dueOn INVALID"]);
        assert_eq!(told(json!({ "nextUpdateBy": "x".repeat(5_000) })).await, ["nextUpdateBy TOO_LONG"]);
        let member = api.somebody(Role::SteeringMember, SLUG).await;
        let input = json!({ "municipality": SLUG, "revision": 1, "approvalsNeeded": 1, "intervalMonths": 6, "visibility": "PUBLIC" });
        assert_eq!(refused(&api, &member, "frameworkSettingsUpdate", input.clone()).await, "FORBIDDEN");
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refused(&api, &stranger, "frameworkSettingsUpdate", input).await, "NOT_FOUND");
        steps::submitted(&api).await;
        assert_eq!(told(json!({ "intervalMonths": 3 })).await, ["- IN_USE"]);
    }

    async fn a_page_takes_few_statements_whatever_is_written(api) {
        let leader = leader(&api).await;
        begin(&api, &leader).await;
        let count = async |selection: &str| {
            let before = api.statements();
            read(&api, &leader, "id").await;
            let base = api.statements();
            read(&api, &leader, selection).await;
            (base - before, api.statements() - base)
        };
        let page = format!("{FRAMEWORK} sections {{ {} questions {{ {} rows {{ id }} }} }}", steps::SECTION, steps::QUESTION);
        let (least, few) = count(&page).await;
        for question in steps::questions(&api, &leader, "PLANS").await {
            steps::answered(&api, &leader, &question, "Et svar").await;
        }
        let (_, many) = count(&page).await;
        assert_eq!(few, many);
        assert!(few <= 6, "{few} statements");
        // One more than the framework alone, for who has written.
        assert_eq!(few, least + 1);
        let (_, history) = count("changes { totalCount nodes { actorName fields { field } canRestore } }").await;
        assert_eq!(history, least + 2);
        let visitor = api.statements();
        api.data("{ municipality(slug: \"aabenraa\") { framework { id } } }", json!({})).await;
        assert_eq!(api.statements(), visitor, "nothing is read for those who may not");
    }
}
