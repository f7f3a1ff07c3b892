//! Municipalities themselves: what is set for one, and making a new one.

pub mod rules;
mod store;

pub mod service;

pub mod graphql;
