//! A service's page, in the order one needs it: can I use it, how do I reach it, what happens there, where it
//! belongs, facts and figures, how fresh it is. One file per part.

pub(crate) mod belongs;
pub(crate) mod contact_card;
pub(crate) mod hours;
pub(crate) mod reach;
pub(crate) mod service_page;

mod action_bar;

mod eligibility;
mod facts;
mod key_figures;
mod notice;
mod provenance;
