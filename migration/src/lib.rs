//! How the database schema got here: one file per change, run in order by `tovholder migrate`.
//! Tables and columns are named by strings, never through the entities, so that an old change stays
//! what it was when the entities move on.

use sea_orm_migration::prelude::*;

mod m20261122_100000_municipality;
mod m20261122_100100_audit;
mod m20261122_110000_organisations;
mod m20261122_110100_services;
mod m20261122_110200_reach;
mod m20261122_110300_facts;
mod m20261122_120000_people;
mod m20261122_120100_mail;
mod m20261122_120200_audit_chain;
mod m20261122_130000_upkeep;
mod m20261122_150000_import_claims;
mod m20261122_160000_desk;
mod m20261122_165000_owners;
mod m20261122_170000_framework;
mod m20261201_090000_plan_history;
mod m20261201_090100_next_update;
mod table;

/// Runs every change, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_100000_municipality::Migration),
            Box::new(m20261122_100100_audit::Migration),
            Box::new(m20261122_110000_organisations::Migration),
            Box::new(m20261122_110100_services::Migration),
            Box::new(m20261122_110200_reach::Migration),
            Box::new(m20261122_110300_facts::Migration),
            Box::new(m20261122_120000_people::Migration),
            Box::new(m20261122_120100_mail::Migration),
            Box::new(m20261122_120200_audit_chain::Migration),
            Box::new(m20261122_130000_upkeep::Migration),
            Box::new(m20261122_150000_import_claims::Migration),
            Box::new(m20261122_160000_desk::Migration),
            Box::new(m20261122_165000_owners::Migration),
            Box::new(m20261122_170000_framework::Migration),
            Box::new(m20261201_090000_plan_history::Migration),
            Box::new(m20261201_090100_next_update::Migration),
        ]
    }
}
