//! A municipality's people: who they are here, invited by those who may, and let go again.
//!
//! A project leader looks after the people of the own municipality. A person may have roles in several; what concerns
//! the whole account (blocking it, taking its second factor, ending its sessions) is a project leader's only where the
//! person has roles nowhere else, and the administrator's otherwise: nobody reaches through a person into another
//! municipality. Only an administrator makes administrators.

mod letters;
pub mod rules;
mod store;

pub mod service;

pub mod graphql;
