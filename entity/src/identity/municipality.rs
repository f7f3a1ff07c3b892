//! A municipality: the tenant that every other row belongs to.

use sea_orm::entity::prelude::*;

use crate::ids::MunicipalityId;

/// A row of `municipality`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "municipality")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MunicipalityId,
    /// First part of its paths, for example `esbjerg`; unique.
    pub slug: String,
    /// The three-digit municipality code of the CPR register.
    pub code: String,
    /// Full name, for example “Esbjerg Kommune”.
    pub name: String,
    /// Its own web site.
    pub website: Option<String>,
    /// Counts up with every change in its directory; read models compare it.
    pub directory_revision: i64,
    /// Whether every role needs a second factor, not only those that will see citizen data.
    pub second_factor_required: bool,
    /// Days after which a service's entry is to be checked again.
    pub check_interval_days: i32,
    /// Counts up with every change of its settings; a stale write is refused by it.
    pub revision: i32,
    /// When the row was made.
    pub created_at: DateTimeUtc,
    /// When it or its directory was last changed.
    pub updated_at: DateTimeUtc,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
