//! The API from outside: every operation of the service on SQLite and on PostgreSQL, in process. A folder mirrors an
//! area, a file an operation. `cargo xtask test` starts the PostgreSQL cluster and says where it is.

#![expect(clippy::expect_used, reason = "a proof that can't go on has failed")]

mod audit;
mod data;
mod desk;
mod directory;
mod exchange;
mod framework;
mod http;
mod identity;
mod mail;
mod people;
mod plan;
mod proposals;
mod upkeep;

mod access;
mod roles;
mod tenancy;

mod freshness;
mod migrations;
mod statements;

mod commands;
mod killed;
mod schema;
