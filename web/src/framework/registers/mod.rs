//! The registers of a framework: each row as it is read, and as it is edited.
//!
//! A row is shown in the form that serves its register ([`views`]), a pathway as a drawing and as text ([`flow`]), and
//! edited by a form that is data (`specs`), with the machinery of `crate::editing`.

pub(crate) mod form;
pub(crate) mod queries;
pub(crate) mod slug;
pub(crate) mod views;

mod flow;
mod forms;
