//! Municipalities, people, their roles and sessions.

pub mod last_look;
pub mod municipality;
pub mod one_time_link;
pub mod person;
pub mod role_grant;
pub mod session;
pub mod throttle;
pub mod values;
