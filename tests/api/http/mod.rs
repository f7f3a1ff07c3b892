//! HTTP: how a request is read and what every answer carries.

mod graphql_over_http;

mod audit;
mod limits;

mod headers;
mod health;

mod app_files;
