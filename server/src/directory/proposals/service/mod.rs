//! What a person can do with proposals: report an error, propose, look them up, decide, take back.

mod deciding;
mod making;
mod reading;

use entity::directory::proposal;

pub use self::deciding::{Acceptance, accept, decline, latest, withdraw};
pub use self::making::{Report, may_propose, propose, report_error};
pub use self::reading::{Waiting, count, list, note_answer, waiting, wanted};
pub use super::store::Wanted;
use crate::access::Subject;
use crate::error::{Refusal, RefusalCode};

/// Longest message or answer, in characters.
const MESSAGE: usize = 2_000;
/// Longest name or note, in characters.
const NAME: usize = 200;

fn subject(row: &proposal::Model) -> Subject<'static> {
    Subject::Proposal(row.municipality_id, row.person_id)
}

/// A message of several lines.
fn words(field: &str, text: &str, is_required: bool, refusals: &mut Vec<Refusal>) -> Option<String> {
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() {
        if is_required {
            refusals.push(Refusal::new(RefusalCode::Required, field, "Write a few words."));
        }
        return None;
    }
    if text.chars().count() > MESSAGE {
        refusals.push(Refusal::new(RefusalCode::TooLong, field, format!("At most {MESSAGE} characters.")));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        let message = "There are characters in it that can't be shown.";
        refusals.push(Refusal::new(RefusalCode::Invalid, field, message));
    }
    Some(text)
}
