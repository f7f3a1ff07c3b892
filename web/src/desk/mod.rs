//! My desk: what waits for whoever is signed in, at the top of a municipality's start page. The server says what lies on
//! it; here each kind of thing has a module that makes a [`pile::Pile`] of it, and [`board`] shows the piles. A new kind
//! is a new module, and a line in `board`.
//!
//! A visitor never is in need of it, so it is a part of the app of its own.

pub(crate) mod part;
pub(crate) mod place;

mod board;
mod pile;
mod queries;
mod waiting;

// The kinds of things that lie on a desk.
mod activities;
mod answers;
mod changes;
mod checks;
mod framework;
mod proposals;
mod second_factor;
