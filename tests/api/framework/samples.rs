//! The frameworks that come with the samples: as their documents have them, and with the edition they were approved as.

use serde_json::{Value, json};
use server::sample;
use tests::api::{Api, column};
use tests::on_both;

use entity::identity::values::Role;

const EDITION: &str = r#"{ municipality(slug: "esbjerg") { frameworkEdition { number approvedOn dueOn updatedBy isOverdue
    sections { questions { key answer rows { register title organisations { path } form { __typename
        ... on PathwayForm { steps { key actor { organisationId name } next { condition to } } } } } } }
    services { name } } } }"#;

async fn load(api: &Api) -> Vec<String> {
    let outcomes = sample::framework::load_all(&api.ctx()).await.expect("frameworks");
    outcomes.iter().map(ToString::to_string).collect()
}

fn rows(sections: &Value) -> Vec<Value> {
    let lists = |list: &Value, name: &str| -> Vec<Value> {
        list.as_array()
            .into_iter()
            .flatten()
            .flat_map(|one| one[name].as_array().cloned().unwrap_or_default())
            .collect()
    };
    lists(&Value::Array(lists(sections, "questions")), "rows")
}

on_both! {
    async fn esbjergs_is_there_for_everybody_as_its_first_edition(api) {
        assert_eq!(load(&api).await, ["Esbjerg Kommune: framework loaded.", "Randers Kommune: framework loaded."]);
        assert_eq!(load(&api).await, ["Esbjerg Kommune: framework there already.", "Randers Kommune: framework there already."]);
        let mut data = api.data(EDITION, json!({})).await;
        let edition = data["municipality"]["frameworkEdition"].take();
        assert_eq!(edition["number"], 1);
        assert_eq!((&edition["approvedOn"], &edition["dueOn"]), (&json!("2014-03-01"), &json!("2014-09-01")));
        // Names of people are for those with a role here.
        assert_eq!((&edition["updatedBy"], &edition["isOverdue"]), (&json!(null), &json!(true)));
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let told = api.data_for(&leader, "{ municipality(slug: \"esbjerg\") { frameworkEdition { updatedBy } } }", json!({})).await;
        assert_eq!(told["municipality"]["frameworkEdition"]["updatedBy"], "Heidi Conradsen");
        assert_eq!(edition["services"].as_array().map(Vec::len), Some(27));

        let rows = rows(&edition["sections"]);
        let count = |register: &str| rows.iter().filter(|row| row["register"] == register).count();
        let expected = [
            ("POPULATION_FIGURE", 3), ("EXPECTED_INTAKE", 9), ("SUPPORT_FIGURE", 5), ("PARTNER", 8), ("OUTREACH", 5), ("FORUM", 1),
            ("PATHWAY", 1), ("AGREEMENT", 1), ("COORDINATING_FUNCTION", 2), ("CHANNEL", 12), ("CITIZEN_PLAN", 4), ("TOOL", 2),
            ("DISSEMINATION", 2),
        ];
        for (register, number) in expected {
            assert_eq!(count(register), number, "{register}");
        }
        assert_eq!(rows.len(), 55);
        let pathway = rows.iter().find(|row| row["register"] == "PATHWAY").expect("a pathway");
        let steps = &pathway["form"]["steps"];
        assert_eq!(steps.as_array().map(Vec::len), Some(13));
        assert_eq!(column(&steps[3]["next"], "/to"), ["informed", "benefits"]);
        assert_eq!(steps[1]["actor"]["name"], "Borgerservice - ydelsescenter");
        assert_eq!(steps[2]["actor"], json!({ "organisationId": null, "name": "Oqqumut" }));
        let paths = column(&pathway["organisations"], "/path");
        assert!(paths.contains(&"/esbjerg/organisationer/borgerservice-ydelsescenter".to_owned()), "{paths:?}");
    }

    async fn its_draft_says_the_same_and_can_be_written_in(api) {
        load(&api).await;
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let query = r#"{ municipality(slug: "esbjerg") { framework { state dueOn isOverdue canWrite sections { section answered total
            questions { key answer rows { id register title } } } } frameworkComparison(from: 1) { differences { name } } } }"#;
        let before = api.statements();
        let data = api.data_for(&leader, query, json!({})).await;
        let statements = api.statements() - before;
        let framework = &data["municipality"]["framework"];
        assert_eq!(framework["state"], "DRAFT");
        assert_eq!((&framework["dueOn"], &framework["isOverdue"], &framework["canWrite"]), (&json!("2014-09-01"), &json!(true), &json!(true)));
        assert_eq!(rows(&framework["sections"]).len(), 55);
        assert_eq!(data["municipality"]["frameworkComparison"]["differences"], json!([]));
        assert!(statements <= 14, "{statements} statements");
    }

    async fn randers_has_a_draft_that_nobody_has_approved(api) {
        load(&api).await;
        let edition = "{ municipality(slug: \"randers\") { framework { id } frameworkEditions { number } } }";
        let data = api.data(edition, json!({})).await;
        assert_eq!(data["municipality"], json!({ "framework": null, "frameworkEditions": [] }));
        let leader = api.somebody(Role::ProjectLeader, "randers").await;
        let query = r#"{ municipality(slug: "randers") { framework { dueOn sections { questions { rows { id register title } } } } } }"#;
        let data = api.data_for(&leader, query, json!({})).await;
        let framework = &data["municipality"]["framework"];
        assert_eq!(framework["dueOn"], json!(null));
        let rows = rows(&framework["sections"]);
        assert!(rows.iter().any(|row| row["register"] == "SUPPORT_FIGURE"), "{rows:?}");
        assert!(rows.iter().any(|row| row["register"] == "FORUM"), "{rows:?}");
    }
}
