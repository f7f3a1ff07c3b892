//! Rows written behind the service's back: what another instance, or a later version, would have left in the database.

use entity::directory::values::{ContactKind, PhoneType, ServiceStatus, Visibility};
use entity::directory::{contact, email, organisation, phone, service, service_contact, service_theme};
use entity::identity::municipality;
use entity::ids::{ContactId, EmailId, MunicipalityId, OrganisationId, PhoneId, ServiceId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseConnection, EntityTrait, ExprTrait,
    IntoActiveModel, QueryFilter,
};
use server::ids::new_key;
use uuid::Uuid;

use crate::api::NOW;

/// A new key.
pub fn key() -> Uuid {
    new_key(NOW.parse().expect("a time"))
}

/// Somebody to insert.
pub struct Person<'p> {
    /// Name.
    pub name: &'p str,
    /// Job title.
    pub title: &'p str,
    /// E.164.
    pub phone: &'p str,
    /// Address.
    pub email: &'p str,
    /// Who may see them.
    pub visibility: Visibility,
}

/// The municipality with this slug.
pub async fn municipality(db: &DatabaseConnection, slug: &str) -> municipality::Model {
    let same = municipality::Entity::find().filter(municipality::Column::Slug.eq(slug));
    same.one(db).await.expect("an answer").expect("a municipality")
}

/// The service with this slug.
pub async fn service(db: &DatabaseConnection, of: MunicipalityId, slug: &str) -> service::Model {
    let same = service::Entity::find()
        .filter(service::Column::MunicipalityId.eq(of))
        .filter(service::Column::Slug.eq(slug));
    same.one(db).await.expect("an answer").expect("a service")
}

/// The organisation with this slug.
pub async fn organisation(db: &DatabaseConnection, of: MunicipalityId, slug: &str) -> organisation::Model {
    let same = organisation::Entity::find()
        .filter(organisation::Column::MunicipalityId.eq(of))
        .filter(organisation::Column::Slug.eq(slug));
    same.one(db).await.expect("an answer").expect("an organisation")
}

/// Says that the directory has changed, as every writer does.
pub async fn touch(db: &DatabaseConnection, of: MunicipalityId) {
    municipality::Entity::update_many()
        .col_expr(
            municipality::Column::DirectoryRevision,
            Expr::col(municipality::Column::DirectoryRevision).add(1),
        )
        .filter(municipality::Column::Id.eq(of))
        .exec(db)
        .await
        .expect("a new revision");
}

/// Gives a service another name.
pub async fn rename(db: &DatabaseConnection, service: &service::Model, name: &str) {
    let mut row = service.clone().into_active_model();
    row.name = Set(name.to_owned());
    row.update(db).await.expect("another name");
}

/// Gives a service another status.
pub async fn set_status(db: &DatabaseConnection, service: &service::Model, status: ServiceStatus) {
    let mut row = service.clone().into_active_model();
    row.status = Set(status);
    row.update(db).await.expect("another status");
}

/// Inserts a service like another, under the same theme.
pub async fn add_service(
    db: &DatabaseConnection,
    like: &service::Model,
    slug: &str,
    name: &str,
) -> ServiceId {
    let id = ServiceId(key());
    let mut row = like.clone().into_active_model().reset_all();
    row.id = Set(id);
    row.slug = Set(slug.to_owned());
    row.name = Set(name.to_owned());
    service::Entity::insert(row).exec_without_returning(db).await.expect("a service");
    let themes = service_theme::Entity::find().filter(service_theme::Column::ServiceId.eq(like.id));
    for theme in themes.all(db).await.expect("themes") {
        let mut row = theme.into_active_model().reset_all();
        row.service_id = Set(id);
        service_theme::Entity::insert(row).exec_without_returning(db).await.expect("a theme");
    }
    id
}

/// Inserts a contact with a number and a mail address.
pub async fn add_contact(
    db: &DatabaseConnection,
    of: MunicipalityId,
    organisation: OrganisationId,
    person: &Person<'_>,
) -> ContactId {
    let id = ContactId(key());
    let now = NOW.parse().expect("a time");
    let row = contact::Model {
        id,
        municipality_id: of,
        organisation_id: organisation,
        kind: ContactKind::Person,
        name: person.name.to_owned(),
        title: Some(person.title.to_owned()),
        department: None,
        visibility: person.visibility,
        source_note: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    contact::Entity::insert(row.into_active_model()).exec_without_returning(db).await.expect("a contact");
    let number = phone::Model {
        id: PhoneId(key()),
        municipality_id: of,
        organisation_id: None,
        contact_id: Some(id),
        service_id: None,
        number: person.phone.to_owned(),
        kind: PhoneType::Voice,
        description: None,
        position: 0,
    };
    phone::Entity::insert(number.into_active_model()).exec_without_returning(db).await.expect("a number");
    let address = email::Model {
        id: EmailId(key()),
        municipality_id: of,
        organisation_id: None,
        contact_id: Some(id),
        service_id: None,
        address: person.email.to_owned(),
        description: None,
        position: 0,
    };
    email::Entity::insert(address.into_active_model()).exec_without_returning(db).await.expect("an address");
    id
}

/// Makes a contact one of a service.
pub async fn attach(db: &DatabaseConnection, service: &service::Model, contact: ContactId) {
    let row = service_contact::Model {
        service_id: service.id,
        contact_id: contact,
        municipality_id: service.municipality_id,
        position: 99,
        role: Some("Vagt".to_owned()),
    };
    service_contact::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await
        .expect("a contact of it");
}
