//! People for proofs: each with a role in a sample municipality, signed in without the detour over mail and password.

use entity::directory::organisation;
use entity::identity::values::Role;
use entity::identity::{municipality, person, role_grant};
use entity::ids::{MunicipalityId, OrganisationId, PersonId, RoleGrantId};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use server::ctx::{Actor, Ctx};
use server::identity::sessions;

use crate::api::Api;

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// Their key.
    pub id: PersonId,
    /// Their mail address.
    pub email: String,
    /// What their browser sends along.
    pub cookie: String,
}

impl Api {
    /// Somebody with this role in this municipality, signed in with a second factor.
    pub async fn somebody(&self, role: Role, municipality: &str) -> Somebody {
        self.somebody_of(role, municipality, None).await
    }

    /// Somebody with this role for this organisation (its slug), signed in with a second factor.
    pub async fn somebody_of(&self, role: Role, municipality: &str, organisation: Option<&str>) -> Somebody {
        let municipality = match role {
            Role::Administrator => None,
            _ => Some(self.municipality_id(municipality).await),
        };
        let organisation = match (organisation, municipality) {
            (Some(slug), Some(municipality)) => Some(self.organisation_id(municipality, slug).await),
            _ => None,
        };
        let person = self.person(&format!("{role:?}")).await;
        self.grant(person.id, role, municipality, organisation).await;
        self.sign_in(&person, true).await
    }

    /// A person without any role yet. Their name says what they are for.
    pub async fn person(&self, name: &str) -> person::Model {
        let ctx = self.ctx();
        let id = PersonId(ctx.new_key());
        let row = person::Model {
            id,
            email: format!("{}-{}@example.org", name.to_lowercase(), id.0.simple()),
            name: format!("Prøve {name}"),
            password_hash: None,
            totp_secret: None,
            totp_confirmed_at: None,
            totp_last_step: None,
            language: "da".into(),
            blocked_at: None,
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let inserted = person::Entity::insert(row.clone().into_active_model());
        inserted.exec_without_returning(self.app.db()).await.expect("a person");
        row
    }

    /// Gives a person a role.
    pub async fn grant(
        &self,
        person: PersonId,
        role: Role,
        municipality: Option<MunicipalityId>,
        organisation: Option<OrganisationId>,
    ) {
        let ctx = self.ctx();
        let row = role_grant::Model {
            id: RoleGrantId(ctx.new_key()),
            person_id: person,
            role,
            municipality_id: municipality,
            organisation_id: organisation,
            created_at: ctx.now(),
        };
        let inserted = role_grant::Entity::insert(row.into_active_model());
        inserted.exec_without_returning(self.app.db()).await.expect("a role");
    }

    /// Signs a person in.
    pub async fn sign_in(&self, person: &person::Model, second_factor_shown: bool) -> Somebody {
        let (_, token) = sessions::begin(&self.ctx(), self.app.db(), person.id, second_factor_shown)
            .await
            .expect("a session");
        let cookie = format!("{}={}", sessions::COOKIE, token.secret());
        Somebody { id: person.id, email: person.email.clone(), cookie }
    }

    /// The key of the municipality with this slug.
    pub async fn municipality_id(&self, slug: &str) -> MunicipalityId {
        let found = municipality::Entity::find().filter(municipality::Column::Slug.eq(slug));
        found.one(self.app.db()).await.expect("an answer").expect("a municipality").id
    }

    /// The key of the organisation with this slug.
    pub async fn organisation_id(&self, municipality: MunicipalityId, slug: &str) -> OrganisationId {
        let found = organisation::Entity::find()
            .filter(organisation::Column::MunicipalityId.eq(municipality))
            .filter(organisation::Column::Slug.eq(slug));
        found.one(self.app.db()).await.expect("an answer").expect("an organisation").id
    }

    /// A context to write behind the API's back.
    pub fn ctx(&self) -> Ctx {
        Ctx::new(self.app.clone(), Actor::Command("test"))
    }
}
