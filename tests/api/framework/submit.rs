//! `frameworkSubmit` and `frameworkWithdraw`: laying the framework before the steering group, and taking it back.

use entity::directory::values::Visibility;
use entity::framework::values::FrameworkState;
use entity::framework::{framework_change, framework_submission};
use entity::identity::values::Role;
use sea_orm::EntityTrait;
use serde_json::json;
use tests::on_both;

use super::begun::{
    HERE, add_forum, asked, begin, begun, blocked, change, leader, log_of, mails_to, member, refused, seen,
    stored, submit, version,
};

const SUBMIT: &str = "frameworkSubmit";
const WITHDRAW: &str = "frameworkWithdraw";
const FRAMEWORK: &str =
    "{ municipality(slug: \"aabenraa\") { framework { state submission { state sections { section
    questions { key answer rows { register title form { ... on ForumForm { members { name } } }
        organisations { name path } } } } services { name path } done { title } } } } }";

on_both! {
    async fn it_lies_before_the_steering_group_as_it_was_and_they_are_written_to(api) {
        begun(&api).await;
        let (leader, member) = (leader(&api).await, member(&api).await);
        let given = json!({ "municipality": HERE, "version": version(&api, &leader).await, "note": " Se især fora. " });
        let payload = change(&api, &leader, SUBMIT, given).await;
        assert_eq!(payload["userErrors"], json!([]));
        let submission = &payload["submission"];
        assert_eq!((&submission["state"], &submission["note"]), (&json!("PENDING"), &json!("Se især fora.")));
        assert_eq!(submission["submittedBy"], "Prøve ProjectLeader");
        assert_eq!((&submission["canDecide"], &submission["canRemark"]), (&json!(false), &json!(true)));

        let framework = stored(&api).await;
        assert_eq!((framework.state, framework.revision), (FrameworkState::Submitted, 2));
        add_forum(&api, framework.id, "Kommer senere").await;
        let found = seen(&api, &member, FRAMEWORK, json!({})).await;
        let framework = &found["municipality"]["framework"];
        assert_eq!(framework["state"], "SUBMITTED");
        let questions = framework["submission"]["sections"][1]["questions"].as_array().expect("questions");
        let forums = questions.iter().find(|question| question["key"] == "forums_municipal").expect("a question");
        assert_eq!(forums["rows"].as_array().expect("rows").len(), 1);
        let members = &forums["rows"][0]["form"]["members"];
        assert_eq!(members[1]["name"], "Politiet");
        assert_ne!(members[0]["name"], "Gammelt navn", "as the directory calls it");
        assert_eq!(forums["rows"][0]["organisations"][0]["name"], members[0]["name"]);
        assert!(framework["submission"].to_string().contains("**KFUM**"));
        assert!(!framework["submission"].to_string().contains("interpreter"), "hidden questions are left out");
        // All that goes into the edition is there to be read.
        let all = "{ municipality(slug: \"aabenraa\") { services(first: 1) { totalCount } } }";
        let count = api.data(all, json!({})).await["municipality"]["services"]["totalCount"].as_u64();
        let services = framework["submission"]["services"].as_array().expect("services");
        assert_eq!(u64::try_from(services.len()).ok(), count);
        assert!(services[0]["path"].as_str().is_some_and(|path| path.starts_with("/aabenraa/tilbud/")), "{}", services[0]);

        let mails = mails_to(&api, &member).await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].body.contains("Se især fora.") && mails[0].body.contains("/aabenraa/ramme/godkend"));
        assert_eq!(mails_to(&api, &leader).await.len(), 0);
        assert_eq!(log_of(&api, &leader).await.len(), 1);
        let here = api.municipality_id(HERE).await;
        let changes = framework_change::Entity::find().all(api.app.db()).await.expect("changes");
        assert_eq!(changes.iter().filter(|change| change.municipality_id == here).count(), 1);
    }

    async fn twice_is_refused_and_so_is_what_somebody_has_written_in_since(api) {
        begun(&api).await;
        let leader = leader(&api).await;
        member(&api).await;
        let read = json!({ "municipality": HERE, "version": version(&api, &leader).await });
        add_forum(&api, stored(&api).await.id, "Kommer, mens der læses").await;
        let payload = change(&api, &leader, SUBMIT, read).await;
        assert_eq!(payload["userErrors"], json!([{ "code": "STALE", "field": "version" }]));
        assert_eq!(stored(&api).await.state, FrameworkState::Draft);
        let made_up = json!({ "municipality": HERE, "version": "" });
        let payload = change(&api, &leader, SUBMIT, made_up).await;
        assert_eq!(payload["userErrors"][0]["code"], "STALE");
        submit(&api, &leader).await;
        let again = json!({ "municipality": HERE, "version": version(&api, &leader).await });
        let payload = change(&api, &leader, SUBMIT, again).await;
        assert_eq!(payload["userErrors"], json!([{ "code": "IN_USE", "field": null }]));
    }

    async fn it_is_refused_while_fewer_are_in_the_steering_group_than_must_approve(api) {
        begin(&api, 2, Visibility::Public).await;
        let leader = leader(&api).await;
        let given = json!({ "municipality": HERE, "version": version(&api, &leader).await });
        let refusal = json!([{ "code": "INVALID", "field": null }]);
        assert_eq!(change(&api, &leader, SUBMIT, given.clone()).await["userErrors"], refusal);
        let (one, other) = (member(&api).await, member(&api).await);
        blocked(&api, &other).await;
        assert_eq!(change(&api, &leader, SUBMIT, given).await["userErrors"], refusal);
        assert_eq!(stored(&api).await.state, FrameworkState::Draft);
        assert_eq!(mails_to(&api, &one).await.len(), 0);
        member(&api).await;
        submit(&api, &leader).await;
    }

    async fn a_note_that_is_too_long_is_refused(api) {
        begun(&api).await;
        let leader = leader(&api).await;
        let given = json!({ "municipality": HERE, "version": "", "note": "x".repeat(2_001) });
        let payload = change(&api, &leader, SUBMIT, given).await;
        assert_eq!(payload["userErrors"], json!([{ "code": "TOO_LONG", "field": "note" }]));
        let rows = framework_submission::Entity::find().all(api.app.db()).await.expect("submissions");
        let here = api.municipality_id(HERE).await;
        assert!(!rows.iter().any(|row| row.municipality_id == here));
    }

    async fn only_project_leaders_submit_and_take_back(api) {
        let leader = leader(&api).await;
        let given = json!({ "municipality": HERE, "version": "" });
        assert_eq!(refused(&api, &leader, SUBMIT, given.clone()).await, "NOT_FOUND", "nothing has been begun");
        begun(&api).await;
        for role in [Role::SteeringMember, Role::Partner, Role::Professional] {
            let other = api.somebody(role, HERE).await;
            assert_eq!(refused(&api, &other, SUBMIT, given.clone()).await, "FORBIDDEN");
        }
        let stranger = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(refused(&api, &stranger, SUBMIT, given.clone()).await, "NOT_FOUND");
        let (query, variables) = asked(SUBMIT, given);
        assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND");

        let id = json!({ "id": submit(&api, &leader).await });
        assert_eq!(refused(&api, &member(&api).await, WITHDRAW, id.clone()).await, "FORBIDDEN");
        assert_eq!(refused(&api, &stranger, WITHDRAW, id.clone()).await, "NOT_FOUND");
        let (query, variables) = asked(WITHDRAW, id);
        assert_eq!(api.error(&query, variables).await.0, "NOT_FOUND");
    }

    async fn the_leader_takes_it_back_once_and_can_write_again(api) {
        begun(&api).await;
        let leader = leader(&api).await;
        member(&api).await;
        let id = json!({ "id": submit(&api, &leader).await });
        let payload = change(&api, &leader, WITHDRAW, id.clone()).await;
        assert_eq!(payload["submission"]["state"], "WITHDRAWN");
        assert_eq!(stored(&api).await.state, FrameworkState::Draft);
        let payload = change(&api, &leader, WITHDRAW, id).await;
        assert_eq!(payload["userErrors"], json!([{ "code": "STALE", "field": "id" }]));
        submit(&api, &leader).await;
    }
}
