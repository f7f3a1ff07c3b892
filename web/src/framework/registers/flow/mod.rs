//! A pathway as a drawing and as text. The layout is computed here and is pure: [`wrap`] breaks words into lines,
//! [`layout`] places boxes and lines; [`view`] draws them.

pub(crate) mod view;

mod layout;
mod place;
mod plan;
mod text;
mod wrap;
