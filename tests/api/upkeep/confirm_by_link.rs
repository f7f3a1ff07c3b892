//! `serviceConfirmByLink`: one click in the mail, without signing in.

use entity::audit::audit_entry;
use entity::identity::person;
use entity::identity::values::Role;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use server::directory::upkeep::reminders;
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::{all_is_fresh, mails, the_service, token, was_checked};

const CONFIRM: &str = "mutation ($token: String!) { serviceConfirmByLink(input: { token: $token }) {
    serviceName userErrors { code field } } }";

async fn confirm(api: &Api, token: &str) -> Value {
    let data = api.data(CONFIRM, json!({ "token": token })).await;
    data["serviceConfirmByLink"].clone()
}

fn refused(code: &str) -> Value {
    json!({ "serviceName": null, "userErrors": [{ "code": code, "field": "token" }] })
}

/// An owner who has been sent a reminder, and the token in it.
async fn reminded(api: &Api) -> (Somebody, String) {
    all_is_fresh(api).await;
    let owner = api.somebody(Role::SteeringMember, "esbjerg").await;
    was_checked(api, "2025-09-10", Some(owner.id)).await;
    assert_eq!(reminders::send_due(&api.ctx()).await.expect("reminders"), 1);
    let token = token(&mails(api).await[0]);
    (owner, token)
}

on_both! {
    async fn the_link_confirms_once_in_its_owners_name(api) {
        let (owner, token) = reminded(&api).await;
        let confirmed = json!({ "serviceName": "Oqqumut", "userErrors": [] });
        assert_eq!(confirm(&api, &token).await, confirmed);
        let row = the_service(&api).await;
        assert_eq!(row.assured_date.map(|day| day.to_string()).as_deref(), Some("2026-03-03"));
        assert_eq!(row.assurer.as_deref(), Some("Prøve SteeringMember"));
        let told = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("ServiceConfirm"));
        let told = told.one(api.app.db()).await.expect("an answer").expect("an entry");
        assert_eq!(told.person_id, Some(owner.id));

        assert_eq!(confirm(&api, &token).await, refused("EXPIRED"));
        assert_eq!(the_service(&api).await.revision, row.revision);
    }

    async fn a_link_that_is_too_old_or_made_up_opens_nothing(api) {
        let (_, token) = reminded(&api).await;
        for wrong in ["", "tjek", &"0".repeat(64)] {
            assert_eq!(confirm(&api, wrong).await, refused("WRONG"), "{wrong}");
        }
        api.set_clock("2026-07-01T09:00:00Z");
        assert_eq!(confirm(&api, &token).await, refused("EXPIRED"));
    }

    async fn who_is_blocked_or_has_lost_their_roles_confirms_nothing(api) {
        let (owner, token) = reminded(&api).await;
        let block = person::ActiveModel {
            id: Set(owner.id),
            blocked_at: Set(Some(api.ctx().now())),
            ..Default::default()
        };
        block.update(api.app.db()).await.expect("a blocked person");
        assert_eq!(confirm(&api, &token).await, refused("WRONG"));

        let back = person::ActiveModel { id: Set(owner.id), blocked_at: Set(None), ..Default::default() };
        back.update(api.app.db()).await.expect("a person");
        let grants = entity::identity::role_grant::Entity::delete_many();
        grants.exec(api.app.db()).await.expect("no roles");
        assert_eq!(confirm(&api, &token).await, refused("WRONG"));
        assert_eq!(the_service(&api).await.revision, 1);
    }
}
