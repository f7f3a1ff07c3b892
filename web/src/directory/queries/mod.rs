//! What the directory's pages ask the API, checked against the committed schema when the app is built. One file per
//! question; `fragments` holds what several of them ask for.

pub(crate) mod contacts;
pub(crate) mod enums;
pub(crate) mod fragments;
pub(crate) mod hits;
pub(crate) mod municipality;
pub(crate) mod organisations;
pub(crate) mod service;
