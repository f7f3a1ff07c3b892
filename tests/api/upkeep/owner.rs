//! `Service.owner`: whose duty it is to keep an entry right.

use entity::directory::service;
use entity::directory::values::ServiceStatus;
use entity::identity::person;
use entity::identity::values::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;
use tests::rows;

use super::{the_service, touch, was_checked};

const OWNER: &str =
    r#"{ municipality(slug: "esbjerg") { service(slug: "oqqumut") { name owner { name } } } }"#;
const OWNERS: &str = r#"query ($first: Int!) { municipality(slug: "esbjerg") {
    services(first: $first) { nodes { slug owner { name } } } } }"#;
const UPDATE: &str = "mutation ($input: ServiceUpdateInput!) { serviceUpdate(input: $input) {
    service { owner { name } } userErrors { code field } } }";
const FORM: &str = r#"{ municipality(slug: "esbjerg") { service(slug: "oqqumut") { id revision form {
    organisationId parentId name alternateNames themeIds targetGroupIds purpose description
    eligibilityDescription minimumAge maximumAge access applicationProcess
    legalBasis { act paragraph } languages interpretationServices
    capacities { unit maximum description } costOptions { amount description } feesDescription
    keyFigures { label value valueTo unit year description source }
    schedules { byday weeks opensAt closesAt validFrom validTo description }
    scheduleExceptions { validFrom validTo closed opensAt closesAt description }
    locations { name address1 postalCode city } phones { number kind description }
    emails { address description } links { url label } contacts { contactId role }
    status pausedUntil ownerId checkIntervalDays sourceNote
} } } }"#;

/// Who the entry says that its owner is.
async fn owner(api: &Api, asked_by: &Somebody) -> Value {
    let data = api.data_for(asked_by, OWNER, json!({})).await;
    data["municipality"]["service"]["owner"].clone()
}

/// Names the owner in the form, as the app does.
async fn set_owner(api: &Api, leader: &Somebody, id: &str) -> Value {
    let data = api.data_for(leader, FORM, json!({})).await;
    let service = &data["municipality"]["service"];
    let mut form = service["form"].clone();
    form["ownerId"] = json!(id);
    let input = json!({ "id": service["id"], "revision": service["revision"], "form": form });
    api.data_for(leader, UPDATE, json!({ "input": input })).await["serviceUpdate"].clone()
}

on_both! {
    async fn a_project_leader_names_the_owner_and_sees_the_name(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let duty = api.somebody(Role::SteeringMember, "esbjerg").await;
        assert_eq!(owner(&api, &leader).await, Value::Null);
        let expected = json!({ "service": { "owner": { "name": "Prøve SteeringMember" } }, "userErrors": [] });
        assert_eq!(set_owner(&api, &leader, &format!("person:{}", duty.id.0)).await, expected);
        assert_eq!(owner(&api, &leader).await["name"], "Prøve SteeringMember");

        let history = r#"{ municipality(slug: "esbjerg") { changes(first: 1) { nodes {
            fields { field before after } } } } }"#;
        let told = api.data_for(&leader, history, json!({})).await;
        let fields = &told["municipality"]["changes"]["nodes"][0]["fields"];
        let expected = json!([{ "field": "ownerId", "before": null, "after": "Prøve SteeringMember" }]);
        assert_eq!(*fields, expected, "a name, not a key");
    }

    async fn an_owner_who_is_nobody_here_is_refused(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let refused = json!({ "service": null, "userErrors": [{ "code": "NOT_FOUND", "field": "ownerId" }] });
        for id in [format!("person:{}", stranger.id.0), String::from("person:nobody")] {
            assert_eq!(set_owner(&api, &leader, &id).await, refused, "{id}");
        }
        assert_eq!(the_service(&api).await.owner_id, None);
    }

    async fn only_project_leaders_of_the_municipality_see_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        was_checked(&api, "2025-01-01", Some(leader.id)).await;
        assert_eq!(api.error(OWNER, json!({})).await.0, "FORBIDDEN");
        let partner = api.somebody_of(Role::Partner, "esbjerg", Some("jobcenter-esbjerg")).await;
        let steering = api.somebody(Role::SteeringMember, "esbjerg").await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        for somebody in [&partner, &steering, &stranger] {
            let answer = api.answer_to(somebody, OWNER, json!({})).await;
            assert_eq!(answer.pointer("/errors/0/extensions/code"), Some(&json!("FORBIDDEN")));
            let service = &answer["data"]["municipality"]["service"];
            assert_eq!((service["name"].is_string(), &service["owner"]), (true, &Value::Null));
        }
    }

    async fn an_owner_who_can_no_longer_sign_in_here_is_none(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        was_checked(&api, "2025-01-01", Some(stranger.id)).await;
        assert_eq!(owner(&api, &leader).await, Value::Null, "has no role here");

        let duty = api.somebody(Role::SteeringMember, "esbjerg").await;
        was_checked(&api, "2025-01-01", Some(duty.id)).await;
        assert_eq!(owner(&api, &leader).await["name"], "Prøve SteeringMember");
        let blocked = person::Entity::update_many()
            .col_expr(person::Column::BlockedAt, Expr::value(api.app.clock().now()))
            .filter(person::Column::Id.eq(duty.id));
        blocked.exec(api.app.db()).await.expect("a blocked person");
        assert_eq!(owner(&api, &leader).await, Value::Null, "may not sign in");
    }

    async fn whoever_may_confirm_is_told_so(api) {
        const CAN: &str = r#"{ municipality(slug: "esbjerg") { service(slug: "oqqumut") { canConfirm } } }"#;
        let can = |data: &Value| data["municipality"]["service"]["canConfirm"].clone();
        assert_eq!(can(&api.data(CAN, json!({})).await), false);
        let duty = api.somebody(Role::SteeringMember, "esbjerg").await;
        assert_eq!(can(&api.data_for(&duty, CAN, json!({})).await), false);
        was_checked(&api, "2025-01-01", Some(duty.id)).await;
        assert_eq!(can(&api.data_for(&duty, CAN, json!({})).await), true, "whose duty it is");
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(can(&api.data_for(&leader, CAN, json!({})).await), true);
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        assert_eq!(can(&api.data_for(&stranger, CAN, json!({})).await), false);

        let closed = service::Entity::update_many()
            .col_expr(service::Column::Status, Expr::value(ServiceStatus::Closed))
            .filter(service::Column::Id.eq(the_service(&api).await.id));
        closed.exec(api.app.db()).await.expect("a closed service");
        touch(&api).await;
        assert_eq!(can(&api.data_for(&leader, CAN, json!({})).await), false, "nothing to confirm");
    }

    async fn owners_of_many_services_take_as_many_statements_as_that_of_one(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let duty = api.somebody(Role::SteeringMember, "esbjerg").await;
        let of = rows::municipality(api.app.db(), "esbjerg").await.id;
        let all = service::Entity::update_many()
            .col_expr(service::Column::OwnerId, Expr::value(leader.id.0))
            .filter(service::Column::MunicipalityId.eq(of));
        all.exec(api.app.db()).await.expect("an owner for all");
        was_checked(&api, "2025-01-01", Some(duty.id)).await;
        let mut counts = Vec::new();
        for first in [1, 40] {
            let before = api.statements();
            let data = api.data_for(&leader, OWNERS, json!({ "first": first })).await;
            counts.push(api.statements() - before);
            let nodes = data["municipality"]["services"]["nodes"].as_array().cloned().unwrap_or_default();
            assert!(nodes.iter().all(|node| node["owner"]["name"].is_string()), "{nodes:?}");
        }
        assert_eq!(counts[0], counts[1]);
    }
}
