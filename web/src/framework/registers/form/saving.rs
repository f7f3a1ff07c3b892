//! Saving a row: made or changed; and where to go afterwards.

use super::specs::sections;
use crate::api::{Api, Failure, UserError, UserErrorCode};
use crate::editing::editor::{Attempt, Outcome};
use crate::editing::fields::tree::Flaw;
use crate::editing::fields::{Kind, find};
use crate::editing::queries::forms::as_json;
use crate::framework::registers::queries::{
    FilledRow, Register, RegisterRowCreateInput, RegisterRowPayload, RegisterRowUpdateInput, input_name,
    register_row_create, register_row_update,
};

/// What is saved.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// In which municipality.
    pub(super) municipality: String,
    /// In which register.
    pub(super) register: Register,
    /// Which row; none for a new one.
    pub(super) id: Option<cynic::Id>,
    /// Where to go afterwards.
    pub(super) then: String,
}

/// Saves, and tells what came of it.
///
/// # Errors
/// Everything that is not about what was typed.
pub(super) async fn save(api: Api, target: Target, attempt: Attempt) -> Result<Outcome, Failure> {
    let Target { municipality, register, id, then } = target;
    let form = FilledRow::new(register, attempt.form);
    let revision = attempt.revision;
    let done = match id {
        Some(id) => {
            let input = RegisterRowUpdateInput { id, revision, form };
            api.send(register_row_update::ask(input)).await?.register_row_update
        }
        None => {
            let input = RegisterRowCreateInput { municipality, form };
            api.send(register_row_create::ask(input)).await?.register_row_create
        }
    };
    Ok(outcome(register, done, then))
}

fn outcome(register: Register, done: RegisterRowPayload, then: String) -> Outcome {
    let RegisterRowPayload { latest, user_errors } = done;
    if user_errors.is_empty() {
        return Outcome::Saved(then);
    }
    let is_stale = user_errors.iter().any(|error| error.code == UserErrorCode::Stale);
    match latest {
        Some(latest) if is_stale => {
            Outcome::Stale { form: as_json(&latest.form), revision: latest.revision, by: None }
        }
        _ => Outcome::Wrong(user_errors.into_iter().map(|error| flaw(register, error)).collect()),
    }
}

/// What is wrong, at the box as the form has it: the input has the register's name before it, and somebody named has one
/// box for organisation and name.
fn flaw(register: Register, error: UserError) -> Flaw {
    let Flaw { path, code } = Flaw::from(error);
    let before = format!("{}.", input_name(register));
    let path = path.strip_prefix(&before).unwrap_or(&path);
    let is_named = find(sections(register), path)
        .is_some_and(|field| matches!(field.kind, Kind::Party | Kind::Parties(_)));
    let parts = [".name", ".organisationId"];
    let named = parts.iter().find_map(|part| path.strip_suffix(part)).filter(|_| is_named);
    Flaw { path: named.unwrap_or(path).to_owned(), code }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_found_in_the_form() {
        let error = |field: &str| UserError { code: UserErrorCode::Invalid, field: Some(field.to_owned()) };
        let path = |field: &str| flaw(Register::Forum, error(field)).path;
        assert_eq!(path("form.forum.members.0.name"), "members.0");
        assert_eq!(path("members.1.organisationId"), "members.1");
        assert_eq!(path("form.name"), "name");
        assert_eq!(path("name"), "name");
        assert_eq!(path(""), "");
    }
}
