//! What stands around every page: skip link, header, navigation, the state of the connection, footer. It shows no
//! content of its own.

pub(crate) mod layout;

mod account_menu;
mod connection_banner;
mod footer;
mod header;
mod language_switch;
mod menu;
mod municipality_switch;
mod navigation;
