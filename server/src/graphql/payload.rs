//! What a mutation answers: the changed thing, or what was wrong with what was typed.

use async_graphql::SimpleObject;

use crate::error::{Error, Refusal, RefusalCode, Result};

/// Something typed that can't be used. Nothing was changed.
#[derive(Clone, Debug, SimpleObject)]
pub struct UserError {
    /// What is wrong, for programs.
    pub code: RefusalCode,
    /// Path of the field in the input, for example `phones.1.number`; null where it is none in particular.
    pub field: Option<String>,
    /// What is wrong and what would be right, in English.
    pub message: String,
}

impl From<Refusal> for UserError {
    fn from(refusal: Refusal) -> Self {
        let field = Some(refusal.field).filter(|field| !field.is_empty());
        Self { code: refusal.code, field, message: refusal.message }
    }
}

/// Parts what a person can mend from what they can't: the first stands in the payload, the second is an error.
///
/// # Errors
/// Every error that is not about what was typed.
pub fn answered<T>(result: Result<T>) -> Result<(Option<T>, Vec<UserError>)> {
    let refused = |refusal: Refusal| Ok((None, vec![UserError::from(refusal)]));
    match result {
        Ok(value) => Ok((Some(value), Vec::new())),
        Err(Error::Refused(refusals)) => Ok((None, refusals.into_iter().map(UserError::from).collect())),
        Err(Error::Invalid { field, message }) => refused(Refusal::new(RefusalCode::Invalid, field, message)),
        Err(Error::Stale) => {
            refused(Refusal::new(RefusalCode::Stale, "revision", "Somebody else has changed it meanwhile."))
        }
        Err(Error::Throttled(seconds)) => refused(Refusal::new(
            RefusalCode::Throttled,
            "",
            format!("Wait {seconds} seconds and try again."),
        )),
        Err(other) => Err(other),
    }
}
