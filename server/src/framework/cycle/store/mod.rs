//! The cycle in the database.

pub(in crate::framework) mod editions;
pub(in crate::framework) mod people;
pub(in crate::framework) mod submissions;
