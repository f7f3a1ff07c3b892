//! The answer to a question while it is written: saved as one types, kept on the device until the server has it, with a
//! word to the others that one writes here.

use std::time::Duration;

use leptos::prelude::*;
use serde_json::Value;

use super::place::Place;
use super::writing::{Outcome, Refusal, Standing, Theirs, Writing};
use crate::api::{Api, UserErrorCode, use_api};
use crate::clock;
use crate::editing::draft::{self, Draft};
use crate::format::moment::Moment;
use crate::framework::draft::queries::section::Question;
use crate::framework::draft::queries::writing::{
    FrameworkAnswerUpdateInput, FrameworkAnswerUpdatePayload, FrameworkWritingNoteInput,
    framework_answer_update, framework_writing_note,
};
use crate::identity::viewer::use_viewer;

/// How long after the last letter it is saved.
const PAUSE: Duration = Duration::from_millis(1_500);

/// How many seconds somebody types without a pause before it is saved all the same.
const LONGEST: i64 = 15;

/// After how many seconds the others are told again.
const NOTE: i64 = 20;

/// An answer being written; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    api: Api,
    place: Place,
    id: StoredValue<cynic::Id>,
    /// What it is kept under on the device.
    name: StoredValue<String>,
    /// Where it stands.
    pub(super) writing: RwSignal<Writing>,
    /// When it was saved from here last.
    pub(super) saved_at: RwSignal<Option<Moment>>,
    /// Who else writes here.
    pub(super) others: RwSignal<Vec<String>>,
    /// What was given up for the other's version.
    pub(super) given_up: RwSignal<Option<String>>,
    unsaved_since: StoredValue<Option<Moment>>,
    noted_at: StoredValue<Option<Moment>>,
}

/// Where a person's words to a question are kept.
fn kept_under(question: &cynic::Id) -> String {
    let person = untrack(|| use_viewer().key()).unwrap_or_default();
    draft::name(&person, question.inner())
}

/// What was typed to the question here and never saved.
pub(super) fn left_over(question: &Question) -> Option<String> {
    let kept = draft::recall(&kept_under(&question.id))?;
    kept.mine.as_str().filter(|mine| mine.trim() != question.answer.trim()).map(str::to_owned)
}

/// Drops what was typed and never saved.
pub(super) fn drop_left_over(question: &cynic::Id) {
    draft::drop(&kept_under(question));
}

impl Answer {
    /// The answer as the server has it, with what was typed earlier on this device.
    pub(super) fn begin(place: Place, question: &Question, now: Memo<Option<Question>>) -> Self {
        let name = kept_under(&question.id);
        let mut writing = Writing::begin(question.answer.clone(), question.revision);
        if let Some(kept) = draft::recall(&name)
            && let (Some(mine), Some(base)) = (kept.mine.as_str(), kept.base.as_str())
        {
            writing = writing.resume(mine.to_owned(), base);
        }
        let answer = Self {
            api: use_api(),
            place,
            id: StoredValue::new(question.id.clone()),
            name: StoredValue::new(name),
            writing: RwSignal::new(writing),
            saved_at: RwSignal::new(None),
            others: RwSignal::new(question.writing.clone()),
            given_up: RwSignal::new(None),
            unsaved_since: StoredValue::new(None),
            noted_at: StoredValue::new(None),
        };
        answer.follow(now);
        answer
    }

    /// Follows what the others write, and the connection.
    fn follow(self, now: Memo<Option<Question>>) {
        Effect::new(move |_| {
            let Some(question) = now.get() else { return };
            let theirs =
                Theirs { text: question.answer, revision: question.revision, by: question.answered_by };
            self.change(|writing| writing.arrived(theirs));
            let _ = self.others.try_set(question.writing);
        });
        // What was left on the device goes with the first try, what had no connection with the next.
        Effect::new(move |_| {
            self.api.connection.follow();
            self.save();
        });
        let place = self.place;
        Effect::new(move |_| {
            let is_unsaved =
                self.writing.with(|writing| writing.is_unsaved() && writing.standing() != Standing::Sending);
            self.id.with_value(|id| place.note_unsaved(id.inner(), is_unsaved));
        });
        let id = self.id.get_value();
        on_cleanup(move || {
            self.save();
            place.note_unsaved(id.inner(), false);
        });
    }

    /// Takes what is typed. The caller saves it a [`PAUSE`] later.
    pub(super) fn typed(self, text: String) {
        self.change(|writing| writing.typed = text);
        self.keep();
        let now = clock::now();
        let since = self.unsaved_since.get_value().unwrap_or(now);
        self.unsaved_since.set_value(Some(since));
        if now.0 - since.0 >= LONGEST {
            self.save();
        }
        if self.noted_at.get_value().is_none_or(|at| now.0 - at.0 >= NOTE) {
            self.note(true);
        }
    }

    /// Saves a pause after the last call.
    pub(super) fn saver(self) -> impl FnMut(()) {
        debounce(PAUSE, move |()| self.save())
    }

    /// The field is left: what is typed is saved, and the others are told.
    pub(super) fn left(self) {
        self.save();
        if self.noted_at.get_value().is_some() {
            self.note(false);
        }
    }

    /// Chooses what is to hold, having seen this version of the other's.
    pub(super) fn resolve(self, text: String, seen: Theirs) {
        let before = self.writing.with_untracked(|writing| writing.typed.clone());
        let _ = self.given_up.try_set(Some(before).filter(|before| !text.contains(before.as_str())));
        self.change(|writing| writing.resolve(text, seen));
        self.keep();
        self.save();
    }

    /// Takes up again what was given up.
    pub(super) fn take_up(self) {
        if let Some(text) = self.given_up.get_untracked() {
            self.given_up.set(None);
            self.typed(text);
            self.save();
        }
    }

    /// Saves what is typed, unless it is saved or on its way.
    pub(super) fn save(self) {
        let Some(Some((text, revision))) = self.writing.try_update(Writing::next_to_send) else { return };
        let (Some(id), Some(name)) = (self.id.try_get_value(), self.name.try_get_value()) else { return };
        let _ = self.unsaved_since.try_set_value(None);
        leptos::task::spawn_local(async move {
            let input = FrameworkAnswerUpdateInput { id, revision, answer: text.clone() };
            let answer = self.api.send(framework_answer_update::ask(input)).await;
            let outcome = match answer {
                Ok(answer) => outcome(answer.framework_answer_update),
                Err(failure) => Outcome::Refused(Refusal::of_failure(&failure)),
            };
            self.told(&name, &text, outcome);
        });
    }

    /// Takes what came of it. The page may be gone: then only what was kept on the device goes, once it is saved.
    fn told(self, name: &str, sent: &str, outcome: Outcome) {
        let is_saved = matches!(outcome, Outcome::Saved(_));
        if is_saved && draft::recall(name).is_some_and(|kept| kept.mine.as_str() == Some(sent)) {
            draft::drop(name);
        }
        let was_empty = self.writing.try_with_untracked(|writing| writing.known().0.trim().is_empty());
        let Some(goes_on) = self.writing.try_update(|writing| writing.told(outcome)) else { return };
        if is_saved {
            let _ = self.saved_at.try_set(Some(clock::now()));
            // The count of answers is another now.
            if was_empty != Some(sent.trim().is_empty()) {
                self.place.look_again();
            }
        }
        if self.writing.try_with_untracked(Writing::is_unsaved) == Some(true) {
            self.keep();
        }
        if goes_on {
            self.save();
        }
    }

    /// Keeps on the device what the server doesn't have, or drops what it has.
    fn keep(self) {
        let (Some(name), Some(writing)) = (self.name.try_get_value(), self.writing.try_get_untracked())
        else {
            return;
        };
        if !writing.is_unsaved() && writing.theirs().is_none() {
            return draft::drop(&name);
        }
        let (base, revision) = writing.known();
        let base = Value::String(base.to_owned());
        let kept = Draft { revision, base, mine: Value::String(writing.typed), note: String::new() };
        draft::keep(&name, &kept);
    }

    /// Tells the others whether one writes here, and hears who else does.
    fn note(self, is_writing: bool) {
        self.noted_at.set_value(is_writing.then(clock::now));
        let input = FrameworkWritingNoteInput { id: self.id.get_value(), is_writing };
        leptos::task::spawn_local(async move {
            // Nothing is lost when it isn't told.
            let Ok(answer) = self.api.send(framework_writing_note::ask(input)).await else { return };
            let heard = answer.framework_writing_note;
            let _ = self.others.try_set(heard.writing);
            let known = self.writing.try_with_untracked(|writing| writing.known().1);
            if heard.revision.zip(known).is_some_and(|(now, known)| now > known) {
                self.place.look_again();
            }
        });
    }

    fn change(self, how: impl FnOnce(&mut Writing)) {
        let _ = self.writing.try_maybe_update(|writing| {
            let before = writing.clone();
            how(writing);
            (*writing != before, ())
        });
    }
}

fn outcome(payload: FrameworkAnswerUpdatePayload) -> Outcome {
    let FrameworkAnswerUpdatePayload { question, latest, user_errors } = payload;
    match (user_errors.first().map(|error| error.code), question, latest) {
        (None, Some(saved), _) => Outcome::Saved(saved.revision),
        (Some(UserErrorCode::Stale), _, Some(latest)) => {
            let by = latest.answered_by;
            Outcome::Stale(Theirs { text: latest.answer, revision: latest.revision, by })
        }
        (Some(code), _, _) => Outcome::Refused(Refusal::of_code(code)),
        (None, None, _) => Outcome::Refused(Refusal::Broken),
    }
}
