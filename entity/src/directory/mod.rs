//! Organisations, contacts and services, with what hangs on them.

pub mod catalogue_content;
pub mod catalogue_edition;
pub mod concept;
pub mod contact;
pub mod cost_option;
pub mod directory_change;
pub mod email;
pub mod import_run;
pub mod key_figure;
pub mod legal_basis;
pub mod link;
pub mod location;
pub mod organisation;
pub mod phone;
pub mod proposal;
pub mod schedule;
pub mod schedule_exception;
pub mod service;
pub mod service_at_location;
pub mod service_capacity;
pub mod service_contact;
pub mod service_target_group;
pub mod service_theme;
pub mod target_group;
pub mod theme;
pub mod values;
