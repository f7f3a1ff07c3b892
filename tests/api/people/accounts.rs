//! `Mutation.personSessionsRevoke`, `personSecondFactorReset` and `personBlock`: what concerns somebody's account.

use entity::identity::person;
use entity::identity::values::Role;
use entity::mail::outgoing_mail;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use tests::api::Api;
use tests::on_both;
use tests::people::Somebody;

use super::{errors, one};

const SESSIONS: &str = "mutation ($municipality: String!, $person: ID!) { personSessionsRevoke(
    input: { municipality: $municipality, person: $person }) { person { sessions { id } } userErrors { code field } } }";
const RESET: &str = "mutation ($municipality: String!, $person: ID!) { personSecondFactorReset(
    input: { municipality: $municipality, person: $person }) { person { person { hasSecondFactor } } userErrors { code field } } }";
const BLOCK: &str =
    "mutation ($municipality: String!, $person: ID!, $blocked: Boolean! = true) { personBlock(
    input: { municipality: $municipality, person: $person, blocked: $blocked }) {
    person { person { isBlocked } } userErrors { code field } } }";
const ALL: [(&str, &str); 3] =
    [(SESSIONS, "personSessionsRevoke"), (RESET, "personSecondFactorReset"), (BLOCK, "personBlock")];
/// Something that every role here may ask for, and visitors may not.
const INTERNAL: &str = "{ viewer { person { name } } }";

fn whom(person: &Somebody) -> Value {
    json!({ "municipality": "esbjerg", "person": format!("person:{}", person.id.0) })
}

async fn is_signed_in(api: &Api, somebody: &Somebody) -> bool {
    api.data_for(somebody, INTERNAL, json!({})).await["viewer"].is_object()
}

async fn row(api: &Api, somebody: &Somebody) -> person::Model {
    person::Entity::find_by_id(somebody.id).one(api.app.db()).await.expect("an answer").expect("a person")
}

on_both! {
    async fn ending_sessions_signs_somebody_out(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody(Role::Partner, "esbjerg").await;
        assert!(is_signed_in(&api, &partner).await);
        let answer = api.data_for(&leader, SESSIONS, whom(&partner)).await["personSessionsRevoke"].take();
        assert_eq!((errors(&answer), &answer["person"]["sessions"]), (vec![], &json!([])));
        assert!(!is_signed_in(&api, &partner).await && is_signed_in(&api, &leader).await);
    }

    async fn a_lost_phone_is_forgotten_and_its_owner_told(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody(Role::Partner, "esbjerg").await;
        person::Entity::update_many()
            .col_expr(person::Column::TotpSecret, Expr::value("JBSWY3DPEHPK3PXP"))
            .col_expr(person::Column::TotpConfirmedAt, Expr::value(api.ctx().now()))
            .filter(person::Column::Id.eq(partner.id))
            .exec(api.app.db())
            .await
            .expect("a second factor");
        let answer = api.data_for(&leader, RESET, whom(&partner)).await["personSecondFactorReset"].take();
        assert_eq!((errors(&answer), &answer["person"]["person"]["hasSecondFactor"]), (vec![], &json!(false)));
        let row = row(&api, &partner).await;
        assert_eq!((row.totp_secret, row.totp_confirmed_at, row.revision), (None, None, 2));
        assert!(!is_signed_in(&api, &partner).await);
        let mail = outgoing_mail::Entity::find().one(api.app.db()).await.expect("an answer").expect("a mail");
        assert_eq!(mail.recipient, partner.email);
    }

    async fn somebody_blocked_is_out_until_they_are_let_in(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let partner = api.somebody(Role::Partner, "esbjerg").await;
        let answer = api.data_for(&leader, BLOCK, whom(&partner)).await["personBlock"].take();
        assert_eq!((errors(&answer), &answer["person"]["person"]["isBlocked"]), (vec![], &json!(true)));
        assert!(!is_signed_in(&api, &partner).await);
        let again = api.sign_in(&row(&api, &partner).await, true).await;
        assert!(!is_signed_in(&api, &again).await, "whatever session they might have");
        let mut back = whom(&partner);
        back["blocked"] = json!(false);
        let answer = api.data_for(&leader, BLOCK, back).await["personBlock"].take();
        assert_eq!(answer["person"]["person"]["isBlocked"], false);
        assert!(row(&api, &partner).await.blocked_at.is_none());
    }

    async fn nobody_blocks_themselves_or_the_last_leader(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        for (query, name) in &ALL[1..] {
            let answer = api.data_for(&leader, query, whom(&leader)).await[*name].take();
            assert_eq!(errors(&answer), one("IN_USE", "person"), "{name}");
        }
        let administrator = api.somebody(Role::Administrator, "").await;
        let answer = api.data_for(&administrator, BLOCK, whom(&leader)).await["personBlock"].take();
        assert_eq!(errors(&answer), one("IN_USE", "person"));
        let other = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let answer = api.data_for(&other, BLOCK, whom(&leader)).await["personBlock"].take();
        assert_eq!(errors(&answer), []);
    }

    async fn an_account_that_is_elsewhere_too_is_the_administrators(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let both = api.somebody(Role::Partner, "esbjerg").await;
        let there = api.municipality_id("aabenraa").await;
        api.grant(both.id, Role::Partner, Some(there), None).await;
        let highest = api.somebody(Role::Administrator, "").await;
        let here = api.municipality_id("esbjerg").await;
        api.grant(highest.id, Role::SteeringMember, Some(here), None).await;
        for (query, name) in ALL {
            for whose in [&both, &highest] {
                let answer = api.data_for(&leader, query, whom(whose)).await[name].take();
                assert_eq!(errors(&answer), one("IN_USE", "person"), "{name}");
            }
        }
        assert!(is_signed_in(&api, &both).await && is_signed_in(&api, &highest).await);
        let answer = api.data_for(&highest, BLOCK, whom(&both)).await["personBlock"].take();
        assert_eq!(errors(&answer), []);
    }

    async fn people_of_another_municipality_are_not_there(api) {
        let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
        let elsewhere = api.somebody(Role::Partner, "aabenraa").await;
        let nobody = json!({ "municipality": "esbjerg", "person": "person:01900000-0000-7000-8000-000000000000" });
        for (query, name) in ALL {
            assert_eq!(api.refused_to(&leader, query, whom(&elsewhere)).await, "NOT_FOUND", "{name}");
            assert_eq!(api.refused_to(&leader, query, nobody.clone()).await, "NOT_FOUND", "{name}");
        }
        assert!(is_signed_in(&api, &elsewhere).await);
    }

    async fn others_are_refused(api) {
        let partner = api.somebody(Role::Partner, "esbjerg").await;
        for (role, place) in [(Role::SteeringMember, "esbjerg"), (Role::ProjectLeader, "aabenraa")] {
            let somebody = api.somebody(role, place).await;
            for (query, name) in ALL {
                assert_eq!(api.refused_to(&somebody, query, whom(&partner)).await, "FORBIDDEN", "{name}");
            }
        }
        for (query, name) in ALL {
            assert_eq!(api.error(query, whom(&partner)).await.0, "FORBIDDEN", "{name}");
        }
        assert!(is_signed_in(&api, &partner).await);
    }
}
