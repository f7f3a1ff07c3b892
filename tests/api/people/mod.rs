//! A municipality's people and settings: invitations, roles, accounts, and the municipality itself.

mod accounts;
mod command;
mod create;
mod invite;
mod list;
mod revoke;
mod settings;

use serde_json::Value;

/// The code and field of each user error of a payload.
fn errors(payload: &Value) -> Vec<(String, String)> {
    let errors = payload["userErrors"].as_array().expect("user errors");
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    errors.iter().map(|error| (word(&error["code"]), word(&error["field"]))).collect()
}

/// One user error with this code about this field.
fn one(code: &str, field: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), field.to_owned())]
}
