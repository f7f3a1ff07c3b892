//! My desk: what waits for the person who asks, in one municipality. It owns nothing. Each area says what of its own
//! waits for whom (`proposals::service::waiting`, `upkeep::service::duties`); here it is gathered, so that a page can
//! show it by one question. What another area adds is another field.
//!
//! Deliberately not here: what is shown of it and in which order, which is for the app to say; and what belongs to the
//! person and not to a municipality, such as a second factor to be set up (`identity`).

pub mod service;

pub mod graphql;
