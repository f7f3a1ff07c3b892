//! A figure about a service, with its year and source (K2).

use sea_orm::entity::prelude::*;

use crate::ids::{KeyFigureId, MunicipalityId, ServiceId};

/// A row of `key_figure`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "key_figure")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: KeyFigureId,
    /// The tenant.
    pub municipality_id: MunicipalityId,
    /// The service.
    pub service_id: ServiceId,
    /// What is measured.
    pub label: String,
    /// The figure, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub value_to: Option<f64>,
    /// What is counted.
    pub unit: String,
    /// The year it holds for.
    pub year: i32,
    /// For example that it is approximate.
    pub description: Option<String>,
    /// Where the figure stands.
    pub source: String,
    /// Place in the list it belongs to, from 0.
    pub position: i32,
}

/// No joins: the read model and the services load table by table.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
