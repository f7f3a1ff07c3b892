//! Everybody who asks, somebody of the municipality whom they ask about, and what belongs to another municipality.

use entity::directory::values::Visibility;
use entity::identity::values::LinkPurpose;
use entity::identity::{role_grant, session};
use entity::ids::MunicipalityId;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use server::access::Action;
use server::audit::{self, Told};
use server::db;
use server::identity::links;
use tests::rows::{self, Person};

use super::World;
use crate::roles::{Who, secrets};

impl World {
    pub(super) async fn people(&mut self, here: MunicipalityId) {
        for who in Who::ALL {
            let roles = who.roles();
            if roles.is_empty() {
                continue;
            }
            let person = self.api.person(&format!("{who:?}")).await;
            for (role, municipality, organisation) in roles {
                let municipality = match municipality {
                    &"" => None,
                    slug => Some(self.api.municipality_id(slug).await),
                };
                let organisation = match (municipality, organisation) {
                    (Some(of), Some(slug)) => Some(self.api.organisation_id(of, slug).await),
                    _ => None,
                };
                self.api.grant(person.id, *role, municipality, organisation).await;
            }
            let somebody = self.api.sign_in(&person, true).await;
            self.things.people.insert(who, somebody);
        }
        // Somebody else with a role here, whom the others ask about.
        let member = self.api.person(secrets::MEMBER).await;
        self.api.grant(member.id, entity::identity::values::Role::SteeringMember, Some(here), None).await;
        self.api.sign_in(&member, true).await;
        let theirs = session::Entity::find().filter(session::Column::PersonId.eq(member.id));
        let theirs = theirs.one(self.api.app.db()).await.expect("an answer").expect("a session");
        self.things.keys.insert("session", format!("session:{}", theirs.id.0));
        let mut theirs = theirs.into_active_model();
        theirs.user_agent = Set(Some(secrets::BROWSER.to_owned()));
        theirs.update(self.api.app.db()).await.expect("a browser's name");
        let grant = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(member.id));
        let grant = grant.one(self.api.app.db()).await.expect("an answer").expect("a role");
        self.things.keys.insert("role", format!("role:{}", grant.id.0));
        self.things.keys.insert("person", format!("person:{}", member.id.0));
        let ctx = self.api.ctx();
        let link = links::issue(&ctx, self.api.app.db(), member.id, LinkPurpose::Invitation, None);
        let link = link.await.expect("a link").secret().to_owned();
        self.things.keys.insert("token", link);
    }

    /// What belongs to the other municipality.
    pub(super) async fn elsewhere(&mut self) {
        let db = self.api.app.db();
        let there = self.api.municipality_id("aabenraa").await;
        let person = self.api.person(secrets::FOREIGN).await;
        self.api.grant(person.id, entity::identity::values::Role::SteeringMember, Some(there), None).await;
        let unit = self.api.organisation_id(there, "social").await;
        let hidden = Person {
            name: secrets::FOREIGN,
            title: "Prøvetitel",
            phone: "+4599887703",
            email: "x@fremmed.example",
            visibility: Visibility::SignedIn,
        };
        rows::add_contact(db, there, unit, &hidden).await;
        let tx = db::begin(db).await.expect("a transaction");
        let told = Told::words(secrets::FOREIGN);
        audit::record(&self.api.ctx(), &tx, Some(there), Action::PeopleManage, "x", told)
            .await
            .expect("an entry");
        tx.commit().await.expect("a commit");
        rows::touch(db, there).await;
        self.api.refresh().await;
    }
}
