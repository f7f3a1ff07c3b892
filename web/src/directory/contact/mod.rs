//! Contacts: looked up by name, title, function or number, and reached with one press.

pub(crate) mod look_up_page;

mod found_contact;
