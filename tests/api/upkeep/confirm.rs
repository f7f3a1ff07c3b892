//! `serviceConfirm`: checked, still right.

use entity::directory::directory_change;
use entity::directory::values::{ChangeAction, ServiceStatus};
use entity::identity::values::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use server::audit::chain::{self, Verdict};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::{SLUG, the_service, was_checked};

const CONFIRM: &str =
    "mutation ($id: ID!, $revision: Int!) { serviceConfirm(input: { id: $id, revision: $revision }) {
    service { assuredDate assurer nextCheckOn isOverdue } userErrors { code field } } }";

async fn confirm(api: &Api, somebody: &Somebody, revision: i32) -> Value {
    let id = format!("service:{}", the_service(api).await.id.0);
    let data = api.data_for(somebody, CONFIRM, json!({ "id": id, "revision": revision })).await;
    data["serviceConfirm"].clone()
}

on_both! {
    async fn a_project_leader_confirms_and_the_next_reader_sees_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let before = the_service(&api).await;
        let expected = json!({
            "service": {
                "assuredDate": "2026-03-03",
                "assurer": "Prøve ProjectLeader",
                "nextCheckOn": "2026-08-30",
                "isOverdue": false,
            },
            "userErrors": [],
        });
        assert_eq!(confirm(&api, &leader, before.revision).await, expected);

        let seen = api
            .data(r#"{ municipality(slug: "esbjerg") { service(slug: "oqqumut") { assuredDate } } }"#, json!({}))
            .await;
        assert_eq!(seen["municipality"]["service"]["assuredDate"], "2026-03-03");
        let change = directory_change::Entity::find()
            .filter(directory_change::Column::SubjectId.eq(before.id.0))
            .one(api.app.db())
            .await
            .expect("an answer")
            .expect("a change");
        assert_eq!((change.action, change.person_id), (ChangeAction::Checked, Some(leader.id)));
        let verdict = chain::verify(api.app.db()).await.expect("a verdict");
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
    }

    async fn the_owner_and_people_of_its_organisation_confirm(api) {
        let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
        was_checked(&api, "2025-01-01", Some(owner.id)).await;
        assert_eq!(confirm(&api, &owner, 1).await["userErrors"], json!([]));

        let db = api.app.db();
        let of = the_service(&api).await.organisation_id;
        let unit = entity::directory::organisation::Entity::find_by_id(of).one(db).await;
        let unit = unit.expect("an answer").expect("an organisation").slug;
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some(&unit)).await;
        assert_eq!(confirm(&api, &partner, 2).await["userErrors"], json!([]));
    }

    async fn others_may_not(api) {
        let id = format!("service:{}", the_service(&api).await.id.0);
        let input = json!({ "id": id, "revision": 1 });
        assert_eq!(api.error(CONFIRM, input.clone()).await.0, "FORBIDDEN");
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(api.refused_to(&stranger, CONFIRM, input.clone()).await, "FORBIDDEN");
        let elsewhere = api.somebody_of(Role::Partner, "esbjerg", Some("kfum")).await;
        assert_eq!(api.refused_to(&elsewhere, CONFIRM, input).await, "FORBIDDEN");
        assert_eq!(the_service(&api).await.revision, 1);
    }

    async fn what_is_stale_closed_or_not_there_is_refused(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let stale = json!([{ "code": "STALE", "field": "revision" }]);
        assert_eq!(confirm(&api, &leader, 7).await["userErrors"], stale);

        let mut row = the_service(&api).await.into_active_model();
        row.status = Set(ServiceStatus::Closed);
        row.update(api.app.db()).await.expect("a closed service");
        let closed = json!([{ "code": "IN_USE", "field": "id" }]);
        assert_eq!(confirm(&api, &leader, 1).await["userErrors"], closed);

        for id in ["service:0190b3c2-0000-7000-8000-000000000000", "theme:1", SLUG] {
            let code = api.refused_to(&leader, CONFIRM, json!({ "id": id, "revision": 1 })).await;
            assert_eq!(code, "NOT_FOUND", "{id}");
        }
    }
}
