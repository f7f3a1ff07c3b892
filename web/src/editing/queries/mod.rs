//! What the pages of editing ask the API, checked against the committed schema when the app is built.

pub(crate) mod around;
pub(crate) mod choices;
pub(crate) mod entry;
pub(crate) mod forms;
pub(crate) mod found;
pub(crate) mod history;
pub(crate) mod proposals;
pub(crate) mod removal;
pub(crate) mod save;
pub(crate) mod save_taxonomy;
pub(crate) mod taxonomy;
pub(crate) mod upkeep;
