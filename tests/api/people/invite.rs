//! `Mutation.personInvite`.

use entity::identity::values::{LinkPurpose, Role};
use entity::identity::{one_time_link, person, role_grant};
use entity::mail::outgoing_mail;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::{errors, one};

const QUERY: &str = "mutation ($input: PersonInviteInput!) { personInvite(input: $input) {
    person { person { id name email hasPassword isBlocked } invitationPending
        roles { id role municipality { slug } organisation { slug name } } }
    userErrors { code field message } } }";

fn input(changes: Value) -> Value {
    let mut input = json!({ "municipality": "esbjerg", "email": "Ny.Prove@Example.org ", "name": " Prøve Ny ",
        "role": "STEERING_MEMBER" });
    for (field, value) in changes.as_object().expect("changes") {
        input[field] = value.clone();
    }
    json!({ "input": input })
}

async fn invite(api: &Api, by: &Somebody, changes: Value) -> Value {
    api.data_for(by, QUERY, input(changes)).await["personInvite"].take()
}

async fn newest_mail(api: &Api) -> outgoing_mail::Model {
    let newest = outgoing_mail::Entity::find().order_by_desc(outgoing_mail::Column::Id);
    newest.one(api.app.db()).await.expect("an answer").expect("a mail")
}

async fn counts(api: &Api) -> (u64, u64, u64) {
    let db = api.app.db();
    let people = person::Entity::find().count(db).await.expect("a count");
    let grants = role_grant::Entity::find().count(db).await.expect("a count");
    (people, grants, outgoing_mail::Entity::find().count(db).await.expect("a count"))
}

on_both! {
    async fn somebody_new_gets_a_role_and_a_link(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let answer = invite(&api, &leader, json!({})).await;
        assert_eq!(errors(&answer), []);
        let person = &answer["person"];
        assert_eq!(person["person"]["email"], "ny.prove@example.org");
        assert_eq!((&person["person"]["name"], &person["invitationPending"]), (&json!("Prøve Ny"), &json!(true)));
        assert_eq!(person["roles"][0]["role"], "STEERING_MEMBER");
        assert_eq!(person["roles"][0]["municipality"]["slug"], "esbjerg");

        let mail = newest_mail(&api).await;
        assert_eq!(mail.recipient, "ny.prove@example.org");
        for word in ["Prøve Ny", "Prøve ProjectLeader", "Esbjerg Kommune", "medlem af styregruppen", "14 dage", "/adgang/"] {
            assert!(mail.body.contains(word), "{word}: {}", mail.body);
        }
        let link = one_time_link::Entity::find().one(api.app.db()).await.expect("an answer").expect("a link");
        assert_eq!(link.purpose, LinkPurpose::Invitation);
        let token = mail.body.split("/adgang/").nth(1).and_then(|rest| rest.lines().next()).expect("a token");
        assert!(token.len() == 64 && link.token_hash != token, "only a hash is stored");
    }

    async fn a_partner_belongs_to_an_organisation(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = json!({ "role": "PARTNER", "organisation": "jobcenter-esbjerg" });
        let answer = invite(&api, &leader, partner).await;
        assert_eq!(answer["person"]["roles"][0]["organisation"]["slug"], "jobcenter-esbjerg");
        assert!(newest_mail(&api).await.body.contains("Jobcenter"));
        for (changes, code) in [
            (json!({ "role": "PARTNER" }), "REQUIRED"),
            (json!({ "role": "PROFESSIONAL", "organisation": " " }), "REQUIRED"),
            (json!({ "role": "PARTNER", "organisation": "jobcenter-aabenraa" }), "NOT_FOUND"),
            (json!({ "role": "PROJECT_LEADER", "organisation": "jobcenter-esbjerg" }), "INVALID"),
        ] {
            assert_eq!(errors(&invite(&api, &leader, changes).await), one(code, "organisation"));
        }
    }

    async fn somebody_with_an_account_gets_the_role_and_word_of_it(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let known = api.person("Kendt").await;
        let password = person::Entity::update_many()
            .col_expr(person::Column::PasswordHash, sea_orm::sea_query::Expr::value("x"))
            .filter(person::Column::Id.eq(known.id));
        password.exec(api.app.db()).await.expect("a password");
        let answer = invite(&api, &leader, json!({ "email": known.email, "name": "Another Name" })).await;
        assert_eq!(answer["person"]["person"]["name"], "Prøve Kendt", "their name is theirs");
        assert_eq!(answer["person"]["invitationPending"], false);
        let mail = newest_mail(&api).await;
        assert!(!mail.body.contains("/adgang/") && mail.body.contains("/log-ind"), "{}", mail.body);
        let again = invite(&api, &leader, json!({ "email": known.email.to_uppercase() })).await;
        assert_eq!(errors(&again), one("TAKEN", "role"));
    }

    async fn an_invitation_sent_again_by_another_role_voids_the_first_link(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        invite(&api, &leader, json!({})).await;
        invite(&api, &leader, json!({ "role": "PROJECT_LEADER" })).await;
        let links = one_time_link::Entity::find().all(api.app.db()).await.expect("links");
        assert_eq!(links.iter().filter(|link| link.used_at.is_none()).count(), 1);
        assert_eq!(links.len(), 2);
    }

    async fn what_cannot_be_used_is_told_field_by_field_and_nothing_is_written(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let before = counts(&api).await;
        let answer = invite(&api, &leader, json!({ "email": "no address", "name": " ", "role": "PARTNER" })).await;
        assert_eq!(answer["person"], Value::Null);
        let told = errors(&answer);
        assert_eq!(told, [one("INVALID", "email"), one("REQUIRED", "name"), one("REQUIRED", "organisation")].concat());
        assert_eq!(errors(&invite(&api, &leader, json!({ "municipality": "nowhere" })).await), one("NOT_FOUND", "municipality"));
        assert_eq!(counts(&api).await, before);
    }

    async fn only_administrators_make_administrators(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let before = counts(&api).await;
        let administrator = json!({ "role": "ADMINISTRATOR" });
        assert_eq!(api.refused_to(&leader, QUERY, input(administrator.clone())).await, "FORBIDDEN");
        assert_eq!(counts(&api).await, before);
        let root = api.somebody(Role::Administrator, "").await;
        assert_eq!(errors(&invite(&api, &root, administrator).await), []);
        let made = role_grant::Entity::find().filter(role_grant::Column::Role.eq(Role::Administrator));
        let made = made.all(api.app.db()).await.expect("roles");
        assert!(made.len() == 2 && made.iter().all(|grant| grant.municipality_id.is_none()));
        assert_eq!(errors(&invite(&api, &root, json!({ "role": "PROJECT_LEADER" })).await), [], "and first people");
    }

    async fn nobody_else_invites(api) {
        let before = counts(&api).await;
        assert_eq!(api.error(QUERY, input(json!({}))).await.0, "FORBIDDEN");
        for (role, place) in [(Role::Partner, "esbjerg"), (Role::SteeringMember, "esbjerg"), (Role::ProjectLeader, "aabenraa")] {
            let somebody = api.somebody(role, place).await;
            assert_eq!(api.refused_to(&somebody, QUERY, input(json!({}))).await, "FORBIDDEN");
        }
        assert_eq!(counts(&api).await, (before.0 + 3, before.1 + 3, before.2), "but those who tried");
    }

    async fn the_same_invitation_twice_at_once_gives_one_person_and_one_role(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let before = counts(&api).await;
        let (one, other) = tokio::join!(invite(&api, &leader, json!({})), invite(&api, &leader, json!({})));
        assert_eq!(errors(&one).len() + errors(&other).len(), 1, "one is told that they have it already");
        assert_eq!(counts(&api).await, (before.0 + 1, before.1 + 1, before.2 + 1));
    }
}
