//! What is asked of the API about the framework that is being written. All of it goes by POST (`Api::send`): it is for
//! those with a role here.

pub(crate) mod cycle;
pub(crate) mod history;
pub(crate) mod overview;
pub(crate) mod questions;
pub(crate) mod section;
pub(crate) mod settings;
pub(crate) mod writing;
