//! The directory's operations, one file each.

mod services;

mod facets;
mod paging;
mod search;

mod service;

mod organisations;

mod organisation;

mod contacts;

mod municipality;
mod themes;

mod node;

mod opening;

mod catalogue;

pub mod editing;
