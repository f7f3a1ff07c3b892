//! People: who may sign in, how they prove it, and what they are to which municipality.
//!
//! A **person** signs in with mail address and password, some with a second factor too. A **role grant** says what
//! they are, where, and for which organisation. A **session** is a browser they have signed in with: a random token in
//! a cookie, of which only the hash is stored. **One-time links** go out by mail (an invitation, a new password).

pub mod letters;
pub mod links;
pub mod passwords;
pub mod second_factor;
pub mod throttle;

mod log;
mod store;

pub mod service;

pub mod graphql;
pub mod people;
pub mod rules;
pub mod sessions;
pub mod settings;
pub mod token;
