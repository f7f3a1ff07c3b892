//! The directory: a municipality's services, organisations and contacts, found and read. It shows what the API gives;
//! ranking, filtering and opening hours are worked out by the server.

pub(crate) mod queries;

pub(crate) mod here;
pub(crate) mod search;
pub(crate) mod signs;

pub(crate) mod choose_page;
pub(crate) mod contact;
pub(crate) mod list;
pub(crate) mod organisation;
pub(crate) mod service;
pub(crate) mod start;
