//! The list of services: what was found, why, and how to narrow it. The search itself is in the address
//! (`directory::search`).

pub(crate) mod hit_card;
pub(crate) mod hits;
pub(crate) mod list_page;

mod chosen;
mod facet_group;
mod facet_panel;
pub(crate) mod match_note;
mod nothing_found;
mod results;
