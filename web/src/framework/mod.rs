//! The overall framework: written, decided on, published.

pub(crate) mod draft;
pub(crate) mod published;
pub(crate) mod registers;
pub(crate) mod sections;
