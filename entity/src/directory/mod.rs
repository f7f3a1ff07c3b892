//! Organisations, contacts and services, with what hangs on them.

pub mod catalogue_edition;
pub mod theme;
pub mod target_group;
pub mod organisation;
pub mod contact;
pub mod service;
pub mod location;
pub mod service_at_location;
pub mod service_theme;
pub mod service_target_group;
pub mod service_contact;
pub mod phone;
pub mod email;
pub mod link;
pub mod schedule;
pub mod schedule_exception;
pub mod legal_basis;
pub mod service_capacity;
pub mod cost_option;
pub mod key_figure;
pub mod values;
