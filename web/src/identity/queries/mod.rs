//! What is asked of the API about people. All of it goes by POST (`Api::send`): it is for one person's eyes.

pub(crate) mod account;
pub(crate) mod audit;
pub(crate) mod enums;
pub(crate) mod outbox;
pub(crate) mod people;
pub(crate) mod settings;
pub(crate) mod sign_in;
pub(crate) mod viewer;
