//! Municipalities; people and roles belong here too.

pub mod municipality;
