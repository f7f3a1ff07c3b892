//! The log of what was done.

pub mod audit_entry;
pub mod audit_head;
