//! The app as its readers meet it: the real service, real Chromium, things found by role and name. A file holds the
//! journeys of one kind. `cargo xtask test` builds what they need; after `cargo build -p server` and `cargo xtask app`
//! they run alone, too. With `TOVHOLDER_SCREENSHOTS=<folder>` there are pictures of every page.

#![expect(clippy::expect_used, reason = "a proof that can't go on has failed")]

mod harness;

mod desk;
mod exchange;
mod facets;
mod framework;
mod keyboard;
mod language;
mod nothing_found;
mod organisations;
mod people;
mod phone;
mod plans;
mod search;
mod trust;
mod upkeep;

mod catalogue;
mod failures;
mod offline;
mod parts;

mod accessibility;
mod everywhere;
mod screenshots;
