//! Reads a municipality's directory from the database: one statement per table, in one transaction.

use entity::directory::{
    catalogue_edition, concept, contact, cost_option, email, key_figure, legal_basis, link, location,
    organisation, phone, schedule, schedule_exception, service, service_at_location, service_capacity,
    service_contact, service_target_group, service_theme, target_group, theme,
};
use entity::identity::municipality;
use entity::ids::MunicipalityId;
use sea_orm::{
    AccessMode, ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseConnection, EntityTrait,
    IsolationLevel, QueryFilter, QueryOrder, QuerySelect, TransactionTrait,
};

use crate::error::{Error, Result};

/// Every row of one municipality's directory, as of one moment.
pub(super) struct Rows {
    pub municipality: municipality::Model,
    pub edition: Option<catalogue_edition::Model>,
    pub themes: Vec<theme::Model>,
    pub target_groups: Vec<target_group::Model>,
    pub organisations: Vec<organisation::Model>,
    pub contacts: Vec<contact::Model>,
    pub services: Vec<service::Model>,
    pub service_themes: Vec<service_theme::Model>,
    pub service_target_groups: Vec<service_target_group::Model>,
    pub service_contacts: Vec<service_contact::Model>,
    pub service_locations: Vec<service_at_location::Model>,
    pub locations: Vec<location::Model>,
    pub phones: Vec<phone::Model>,
    pub emails: Vec<email::Model>,
    pub links: Vec<link::Model>,
    pub schedules: Vec<schedule::Model>,
    pub schedule_exceptions: Vec<schedule_exception::Model>,
    pub legal_bases: Vec<legal_basis::Model>,
    pub capacities: Vec<service_capacity::Model>,
    pub cost_options: Vec<cost_option::Model>,
    pub key_figures: Vec<key_figure::Model>,
    pub concepts: Vec<concept::Model>,
}

/// Which municipalities there are, each with the revision of its directory.
pub(super) async fn revisions(db: &impl ConnectionTrait) -> Result<Vec<(MunicipalityId, i64)>> {
    let rows = municipality::Entity::find()
        .select_only()
        .columns([municipality::Column::Id, municipality::Column::DirectoryRevision])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

/// All rows of the municipality's table, in the order in which they are shown.
macro_rules! rows {
    ($db:expr, $municipality:expr, $table:ident by $($column:ident),+) => {
        $table::Entity::find()
            .filter($table::Column::MunicipalityId.eq($municipality))
            $(.order_by_asc($table::Column::$column))+
            .all($db)
            .await?
    };
}

/// Loads the directory of one municipality: 22 statements, whatever its size.
///
/// # Errors
/// `NotFound` where the municipality has gone; the database's.
pub(super) async fn load(db: &DatabaseConnection, id: MunicipalityId) -> Result<Rows> {
    // All tables as of one moment. SQLite's transactions see one moment anyway and know no levels.
    let tx = match db.get_database_backend() {
        DatabaseBackend::Sqlite => db.begin().await?,
        _ => db.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await?,
    };
    let t = &tx;
    let rows = Rows {
        municipality: municipality::Entity::find_by_id(id).one(t).await?.ok_or(Error::NotFound)?,
        edition: rows!(t, id, catalogue_edition by PublishedOn, Id).pop(),
        themes: rows!(t, id, theme by Position),
        target_groups: rows!(t, id, target_group by Position),
        organisations: rows!(t, id, organisation by Position, Id),
        contacts: rows!(t, id, contact by Id),
        services: rows!(t, id, service by Position, Id),
        service_themes: rows!(t, id, service_theme by Position),
        service_target_groups: rows!(t, id, service_target_group by Position),
        service_contacts: rows!(t, id, service_contact by Position),
        service_locations: rows!(t, id, service_at_location by Position),
        locations: rows!(t, id, location by Position),
        phones: rows!(t, id, phone by Position),
        emails: rows!(t, id, email by Position),
        links: rows!(t, id, link by Position),
        schedules: rows!(t, id, schedule by Position),
        schedule_exceptions: rows!(t, id, schedule_exception by ValidFrom),
        legal_bases: rows!(t, id, legal_basis by Position),
        capacities: rows!(t, id, service_capacity by Position),
        cost_options: rows!(t, id, cost_option by Position),
        key_figures: rows!(t, id, key_figure by Year, Position),
        concepts: rows!(t, id, concept by Label, Id),
    };
    tx.commit().await?;
    Ok(rows)
}
