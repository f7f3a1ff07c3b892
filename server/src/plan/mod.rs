//! Plans: what a municipality has set itself to do, goal by goal, activity by activity.
//!
//! There are three **kinds**, with the same parts: an *action plan* begins with the model's six goals, a *launch* with the
//! four steps of launching an effort, a *strategy* is empty and has a mission, values and a vision beside its focus
//! areas. A **goal** says why it was chosen, what is to be reached, and what others say of it. An **activity** is what
//! is done for it: who is responsible, from when to when, where it stands, when it is followed up, what comes of it.
//!
//! Project leaders write plans. Whoever is responsible for an activity reports on it, and changes nothing else. A plan
//! is for everybody or for those with a role here, as it says itself. What is late or to be followed up is shown on
//! the desk and told by mail ([`reminders`]); what has been done goes into the next edition of the framework
//! ([`service::done`]).
//!
//! Deliberately not here: meetings, and plans for a single citizen.

pub mod model;
pub(crate) mod values;

pub mod rules;

pub(crate) mod forms;
mod store;

pub(crate) mod whole;

pub mod service;

mod letters;
pub mod reminders;

pub mod graphql;
