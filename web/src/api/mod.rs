//! The way to the server: GraphQL over GET and POST, what can go wrong on it, and whether there is a connection at all.
//! It knows nothing of pages; the queries themselves live with the area that asks them.

mod address;
mod client;
mod connection;
mod failure;
mod mutation;
mod part;
mod remote;
mod user_error;

pub(crate) use client::{Api, use_api};
pub(crate) use connection::Connection;
pub(crate) use failure::Failure;
pub(crate) use remote::{Remote, remote};
pub(crate) use user_error::{UserError, UserErrorCode};

use crate::format::date::Date;
use crate::format::moment::Moment;

#[cynic::schema("tovholder")]
pub(crate) mod schema {}

cynic::impl_scalar!(Moment, schema::DateTime);
cynic::impl_scalar!(Date, schema::NaiveDate);
