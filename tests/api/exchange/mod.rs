//! The directory out and in: cards of contacts, exports, imports, editions of the catalogue that are kept.

mod contact_card;
mod editions;
mod export;
mod import;
mod interrupted;
mod long;
