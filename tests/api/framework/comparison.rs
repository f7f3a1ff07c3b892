//! `frameworkComparison`: an edition against another, or against what is being written.

use entity::framework::framework_question;
use entity::framework::values::Register;
use entity::identity::values::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::begun::{
    HERE, add_forum, add_row, answer, awake, begun, forum, leader, member, publish, seen, set_row,
};

const COMPARE: &str = r#"query ($from: Int!, $to: Int) { municipality(slug: "aabenraa") { frameworkComparison(from: $from, to: $to) {
    from to differences { section questionTitle(language: DANISH) kind register name wasThere isThere
        fields { field before after } } } } }"#;

async fn compare(api: &Api, who: &Somebody, from: i32, to: Option<i32>) -> Vec<Value> {
    let data = seen(api, who, COMPARE, json!({ "from": from, "to": to })).await;
    data["municipality"]["frameworkComparison"]["differences"].as_array().expect("differences").clone()
}

/// Two editions: an answer and a forum are other than before, one forum is new.
async fn two(api: &Api) -> (Somebody, Somebody) {
    let id = begun(api).await;
    let (leader, member) = (leader(api).await, member(api).await);
    let row = add_forum(api, id, "Styregruppen").await;
    publish(api, &leader, &member, "2026-03-03T09:00:00Z").await;
    answer(api, "partners", "Kun kommunen.").await;
    set_row(api, row, &forum(api, "Styregruppen", "At beslutte").await).await;
    api.set_clock("2026-03-04T09:00:00Z");
    add_forum(api, id, "Borgerrådet").await;
    publish(api, &leader, &member, "2026-08-03T09:00:00Z").await;
    (leader, member)
}

on_both! {
    async fn it_tells_answers_and_rows_apart_field_by_field(api) {
        let (leader, _) = two(&api).await;
        let found = compare(&api, &leader, 1, Some(2)).await;
        let expected = json!([
            { "section": "TARGET_GROUP", "questionTitle": "Hvem samarbejder I med?", "kind": "ANSWER", "register": null,
              "name": "", "wasThere": true, "isThere": true,
              "fields": [{ "field": "answer", "before": "**KFUM** og kommunen.", "after": "Kun kommunen." }] },
            { "section": "ORGANISATION", "questionTitle": "Hvor mødes I på tværs i kommunen?", "kind": "ROW",
              "register": "FORUM", "name": "Styregruppen", "wasThere": true, "isThere": true,
              "fields": [{ "field": "purpose", "before": "At mødes", "after": "At beslutte" }] },
        ]);
        assert_eq!(json!(found[..2]), expected);
        assert_eq!(found.len(), 3);
        assert_eq!((&found[2]["name"], &found[2]["wasThere"]), (&json!("Borgerrådet"), &json!(false)));
        let fields = found[2]["fields"].as_array().expect("fields");
        let members = fields.iter().find(|field| field["field"] == "members").expect("members");
        let words = members["after"].as_str().expect("words");
        assert!(words.contains("Politiet") && !words.contains("organisation:") && !words.contains(" · "), "{words}");
        // The other way round it is gone.
        let back = compare(&api, &leader, 2, Some(1)).await;
        let gone: Vec<&Value> = back.iter().filter(|one| one["isThere"] == false).map(|one| &one["name"]).collect();
        assert_eq!(gone, ["Borgerrådet"]);
        assert!(compare(&api, &leader, 2, Some(2)).await.is_empty());
    }

    async fn what_is_being_written_is_compared_for_those_within(api) {
        let (leader, _) = two(&api).await;
        assert!(compare(&api, &leader, 2, None).await.is_empty());
        answer(&api, "partners", "Alle.").await;
        let partner = api.somebody(Role::Partner, HERE).await;
        assert_eq!(compare(&api, &partner, 2, None).await.len(), 1);
        assert_eq!(api.error(COMPARE, json!({ "from": 2 })).await.0, "NOT_FOUND");
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(api.refused_to(&awake(&api, &stranger).await, COMPARE, json!({ "from": 2 })).await, "NOT_FOUND");
        // Editions that are for everybody are compared by everybody.
        let data = api.data(COMPARE, json!({ "from": 1, "to": 2 })).await;
        assert_eq!(data["municipality"]["frameworkComparison"]["to"], 2);
        for wrong in [json!({ "from": 9, "to": 2 }), json!({ "from": 1, "to": 9 })] {
            assert_eq!(api.error(COMPARE, wrong).await.0, "NOT_FOUND");
        }
    }

    async fn a_question_in_other_words_is_told_although_its_answer_stays(api) {
        let (leader, _) = two(&api).await;
        let update = framework_question::Entity::update_many()
            .col_expr(framework_question::Column::Title, Expr::value("Hvem betaler?"))
            .filter(framework_question::Column::MunicipalityId.eq(api.municipality_id(HERE).await))
            .filter(framework_question::Column::Key.eq("partners"));
        update.exec(api.app.db()).await.expect("other words");
        let found = compare(&api, &leader, 2, None).await;
        let expected = json!([{ "section": "TARGET_GROUP", "questionTitle": "Hvem betaler?", "kind": "ROW",
            "register": null, "name": "Hvem betaler?", "wasThere": true, "isThere": true,
            "fields": [{ "field": "title", "before": "Hvem samarbejder I med?", "after": "Hvem betaler?" }] }]);
        assert_eq!(json!(found), expected);
    }

    async fn a_pathway_is_told_step_by_step_without_its_keys(api) {
        let id = begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let way = |to: &str| json!({ "name": "Ny i byen", "description": null, "steps": [
            { "key": "trin-1", "text": "Flytter", "actor": { "organisationId": null, "name": "Borgerservice" }, "channel": null,
                "within": "2 uger", "next": [{ "condition": "der er brug for hjælp", "to": to }, { "condition": null, "to": "trin-7" }] },
            { "key": "trin-2", "text": "Besøg", "actor": null, "channel": null, "within": null, "next": [] },
            { "key": "trin-7", "text": "Brev", "actor": null, "channel": null, "within": null, "next": [] } ] });
        let row = add_row(&api, id, Register::Pathway, way("trin-2")).await;
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        set_row(&api, row, &way("trin-7")).await;
        let found = compare(&api, &leader, 1, None).await;
        let steps = |way: &str| format!("1. Flytter · Borgerservice · 2 uger → der er brug for hjælp: {way}; 3\n2. Besøg\n3. Brev");
        let expected = json!([{ "field": "steps", "before": steps("2"), "after": steps("3") }]);
        assert_eq!((found.len(), &found[0]["fields"]), (1, &expected));
    }

    async fn it_takes_the_same_statements_however_much_is_different(api) {
        let id = begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        publish(&api, &leader, &member, "2026-03-03T09:00:00Z").await;
        let count = async || {
            let before = api.statements();
            compare(&api, &leader, 1, None).await;
            api.statements() - before
        };
        let few = count().await;
        for at in 0..10 {
            add_forum(&api, id, &format!("Forum {at}")).await;
        }
        answer(&api, "partners", "Alle.").await;
        assert_eq!(count().await, few);
    }

    async fn what_was_laid_before_the_steering_group_is_held_against_the_edition_before(api) {
        let (_, member) = two(&api).await;
        let query = "{ municipality(slug: \"aabenraa\") { framework { submission { state differences { name } } } } }";
        let data = seen(&api, &member, query, json!({})).await;
        let submission = &data["municipality"]["framework"]["submission"];
        assert_eq!(submission["state"], "APPROVED");
        assert_eq!(submission["differences"].as_array().map(Vec::len), Some(3));
    }
}
