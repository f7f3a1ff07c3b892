//! `Mutation.roleRevoke`.

use entity::identity::role_grant;
use entity::identity::values::Role;
use entity::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::{errors, one};

const QUERY: &str = "mutation ($id: ID!) { roleRevoke(input: { id: $id }) {
    person { roles { role } } userErrors { code field } } }";
const PEOPLE: &str = "{ municipality(slug: \"esbjerg\") { people { totalCount } } }";

async fn role_of(api: &Api, person: PersonId) -> String {
    let theirs = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(person));
    let grant = theirs.one(api.app.db()).await.expect("an answer").expect("a role");
    format!("role:{}", grant.id.0)
}

async fn revoke(api: &Api, by: &Somebody, id: &str) -> Value {
    api.data_for(by, QUERY, json!({ "id": id })).await["roleRevoke"].take()
}

on_both! {
    async fn a_role_taken_counts_no_more_at_the_next_request(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let other = api.somebody(Role::ProjectLeader, "esbjerg").await;
        api.data_for(&other, PEOPLE, json!({})).await;
        let id = role_of(&api, other.id).await;
        let answer = revoke(&api, &leader, &id).await;
        assert_eq!((errors(&answer), &answer["person"]["roles"]), (vec![], &json!([])));
        assert_eq!(api.refused_to(&other, PEOPLE, json!({})).await, "FORBIDDEN");
        assert_eq!(api.refused_to(&leader, QUERY, json!({ "id": id })).await, "NOT_FOUND", "a second time");
    }

    async fn neither_ones_own_nor_the_last_leaders(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let own = role_of(&api, leader.id).await;
        assert_eq!(errors(&revoke(&api, &leader, &own).await), one("IN_USE", "id"));
        let administrator = api.somebody(Role::Administrator, "").await;
        assert_eq!(errors(&revoke(&api, &administrator, &own).await), one("IN_USE", "id"), "the last one");
        let other = api.somebody(Role::ProjectLeader, "esbjerg").await;
        assert_eq!(errors(&revoke(&api, &administrator, &own).await), []);
        let last = role_of(&api, other.id).await;
        assert_eq!(errors(&revoke(&api, &administrator, &last).await), one("IN_USE", "id"));
    }

    async fn of_two_leaders_who_take_each_others_role_one_remains(api) {
        let one = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let other = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let (role_of_one, role_of_other) = (role_of(&api, one.id).await, role_of(&api, other.id).await);
        let (by_one, by_other) = tokio::join!(
            api.answer_to(&one, QUERY, json!({ "id": role_of_other })),
            api.answer_to(&other, QUERY, json!({ "id": role_of_one })),
        );
        let leaders = role_grant::Entity::find().filter(role_grant::Column::Role.eq(Role::ProjectLeader));
        let left = leaders.all(api.app.db()).await.expect("roles");
        assert_eq!(left.len(), 1, "{by_one} {by_other}");
    }

    async fn others_do_not_learn_that_it_is_there(api) {
        let partner = api.somebody(Role::Partner, "esbjerg").await;
        let administrator = api.somebody(Role::Administrator, "").await;
        let stranger = api.somebody(Role::ProjectLeader, "aabenraa").await;
        let id = role_of(&api, partner.id).await;
        assert_eq!(api.error(QUERY, json!({ "id": id })).await.0, "NOT_FOUND");
        for somebody in [&partner, &stranger] {
            assert_eq!(api.refused_to(somebody, QUERY, json!({ "id": id })).await, "NOT_FOUND");
        }
        let highest = role_of(&api, administrator.id).await;
        assert_eq!(api.refused_to(&stranger, QUERY, json!({ "id": highest })).await, "NOT_FOUND");
        for wrong in ["", "role:1", "person:01900000-0000-7000-8000-000000000000"] {
            assert_eq!(api.refused_to(&administrator, QUERY, json!({ "id": wrong })).await, "NOT_FOUND");
        }
    }
}
