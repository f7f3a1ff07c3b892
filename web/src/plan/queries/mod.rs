//! What the pages of the plans ask the API, checked against the committed schema when the app is built.

pub(crate) mod reading;
pub(crate) mod writing;
