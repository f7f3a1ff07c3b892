//! The rules of the directory, pure: what makes an entry right, and when something is open.

pub mod hours;
pub mod opening;
pub mod reach;
pub mod slug;
pub mod tax_id;
