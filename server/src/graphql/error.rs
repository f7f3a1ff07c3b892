//! How errors reach a client: expected ones as they are, with a code; others logged once with their causes,
//! while the client gets the id of the request to quote.

use async_graphql::{Response, Value};

use crate::error::Error;

const INTERNAL: &str =
    "Something went wrong on our side. Nothing was changed. Quote the request id if it happens again.";

/// Makes the errors of a response fit for a client.
pub fn tell(response: &mut Response, request_id: &str) {
    for error in &mut response.errors {
        let Some(cause) = error.source::<Error>() else {
            // async-graphql's own: the query can't be parsed, is not valid, or is too large.
            error.extensions.get_or_insert_default().set("code", "BAD_QUERY");
            continue;
        };
        let code = cause.code();
        let field = if let Error::Invalid { field, .. } = cause { Some(*field) } else { None };
        if !cause.is_expected() {
            tracing::error!(request_id, error = %cause.chain(), path = ?error.path, "request failed");
            INTERNAL.clone_into(&mut error.message);
        }
        let extensions = error.extensions.get_or_insert_default();
        extensions.set("code", code);
        extensions.set("requestId", request_id);
        if let Some(field) = field {
            extensions.set("field", Value::from(field));
        }
    }
}
