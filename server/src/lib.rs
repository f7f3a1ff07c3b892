//! The Tovholder service: the GraphQL API, the printable pages, and the browser app it hands out.
//!
//! Reading order: [`commands`] (what the binary does) → [`app`] and [`ctx`] (what every request carries) →
//! [`http`] → [`graphql`] → the areas, each with `mod`, `rules`, `store`, `service`, `graphql`.
//! `ARCHITECTURE.md` in the repository's root tells why.

pub mod commands;
pub mod config;

pub mod app;
pub mod clock;
pub mod ctx;
pub mod error;
pub(crate) mod forms;
pub mod holidays;
pub mod ids;
pub(crate) mod markdown;

pub mod access;
pub mod audit;
pub mod db;
pub mod mail;

pub mod graphql;
pub mod http;

pub mod desk;
pub mod directory;
pub mod framework;
pub mod identity;
pub mod plan;
pub mod sample;
