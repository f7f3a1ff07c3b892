//! Everything that is written in a draft, as a word that another draft, or the same one later, does not share. Who has
//! read a framework and submits it says with it what they have read.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::read::Draft;

/// Bytes of the hash that are told: no two versions of a draft meet in them by accident.
const TOLD: usize = 12;

/// The version of a draft, in hexadecimal digits: of its settings and state, its sections, questions and rows.
pub(in crate::framework) fn of(draft: &Draft) -> String {
    let framework = std::iter::once((draft.framework.id.0, draft.framework.revision));
    let sections = draft.sections.iter().map(|row| (row.id.0, row.revision));
    let questions = draft.questions.iter().map(|row| (row.id.0, row.revision));
    let rows = draft.rows.iter().map(|row| (row.id.0, row.revision));
    let mut parts: Vec<(Uuid, i32)> = framework.chain(sections).chain(questions).chain(rows).collect();
    parts.sort_unstable();
    let mut hash = Sha256::new();
    for (id, revision) in parts {
        hash.update(id.as_bytes());
        hash.update(revision.to_be_bytes());
    }
    hash.finalize()[..TOLD].iter().map(|byte| format!("{byte:02x}")).collect()
}
