//! What the parts of the page share: the section as the server has it, looking again, and what is not saved yet.

use std::collections::BTreeSet;
use std::future::Future;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::{Failure, UserError, UserErrorCode};
use crate::framework::draft::queries::overview::FrameworkState;
use crate::framework::draft::queries::section::{FrameworkSection, Question, Written};
use crate::framework::sections::Section;
use crate::language::{Locale, td_string};
use crate::ui::attempt::Attempt;

/// How often it is looked what the others have written.
const PATIENCE: Duration = Duration::from_secs(10);

/// The section; a context, cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::framework::draft) struct Place {
    /// The municipality's slug.
    slug: StoredValue<String>,
    /// Which section.
    pub(in crate::framework::draft) section: Section,
    written: Memo<Option<Written>>,
    unsaved: RwSignal<BTreeSet<String>>,
    looks: RwSignal<u32>,
}

impl Place {
    /// The section as far as it is known. `looks` asks for it anew.
    pub(in crate::framework::draft) fn begin(
        slug: String,
        section: Section,
        written: Memo<Option<Written>>,
        looks: RwSignal<u32>,
    ) -> Self {
        let unsaved = RwSignal::new(BTreeSet::new());
        let place = Self { slug: StoredValue::new(slug), section, written, unsaved, looks };
        let pulse = set_interval_with_handle(
            move || {
                if !document().hidden() {
                    place.look_again();
                }
            },
            PATIENCE,
        );
        on_cleanup(move || {
            if let Ok(pulse) = pulse {
                pulse.clear();
            }
        });
        provide_context(place);
        place
    }

    /// The municipality's slug.
    pub(in crate::framework::draft) fn slug(self) -> String {
        self.slug.get_value()
    }

    /// Asks the server again. The page may be gone.
    pub(in crate::framework::draft) fn look_again(self) {
        let _ = self.looks.try_update(|looks| *looks += 1);
    }

    /// Something of the section, followed.
    pub(in crate::framework::draft) fn of<T>(self, read: fn(&FrameworkSection) -> T) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.written.with(|written| Some(read(&written.as_ref()?.section))))
    }

    /// The framework with the section, followed.
    pub(in crate::framework::draft) fn written(self) -> Memo<Option<Written>> {
        self.written
    }

    /// One of its questions, followed.
    pub(in crate::framework::draft) fn question(self, id: String) -> Memo<Option<Question>> {
        Memo::new(move |_| {
            self.written.with(|written| {
                let questions = &written.as_ref()?.section.questions;
                questions.iter().find(|question| question.id.inner() == id).cloned()
            })
        })
    }

    /// Whether the reader may write here now, followed.
    pub(in crate::framework::draft) fn can_write(self) -> Memo<bool> {
        Memo::new(move |_| self.written.with(|one| one.as_ref().is_some_and(|one| one.section.can_write)))
    }

    /// Whether the reader leads the work and it can be changed now, followed.
    pub(in crate::framework::draft) fn leads(self) -> Memo<bool> {
        Memo::new(move |_| {
            self.written.with(|one| {
                one.as_ref().is_some_and(|one| one.can_write && one.state == FrameworkState::Draft)
            })
        })
    }

    /// Notes whether something is typed in a question that is neither saved nor on its way.
    pub(in crate::framework::draft) fn note_unsaved(self, question: &str, is_unsaved: bool) {
        let _ = self.unsaved.try_maybe_update(|unsaved| {
            let is_news =
                if is_unsaved { unsaved.insert(question.to_owned()) } else { unsaved.remove(question) };
            (is_news, ())
        });
    }

    /// Whether there is any such.
    pub(in crate::framework::draft) fn has_unsaved(self) -> Signal<bool> {
        let unsaved = self.unsaved;
        Signal::derive(move || unsaved.with(|unsaved| !unsaved.is_empty()))
    }

    /// Does something to the section, and looks again whatever came of it.
    pub(in crate::framework::draft) fn act(
        self,
        attempt: Attempt,
        work: impl Future<Output = Result<Vec<UserError>, Failure>> + 'static,
        done: impl FnOnce() + 'static,
    ) {
        let work = async move {
            let errors = work.await?;
            self.look_again();
            Ok(((), errors))
        };
        attempt.run(work, move |()| done());
    }
}

/// What can be wrong with what is done to a section, in words.
pub(in crate::framework::draft) fn wrong(
    locale: Locale,
    field: &str,
    code: UserErrorCode,
) -> Option<&'static str> {
    match (field, code) {
        ("", UserErrorCode::InUse) => Some(td_string!(locale, draft.locked)),
        ("", UserErrorCode::Stale) => Some(td_string!(locale, draft.stale_try_again)),
        ("title", UserErrorCode::Required) => Some(td_string!(locale, draft.question_title_required)),
        _ => None,
    }
}

/// The place that the page provides.
pub(in crate::framework::draft) fn use_place() -> Place {
    expect_context()
}

/// The id of an element that belongs to a part.
pub(in crate::framework::draft) fn element(kind: &str, id: &str) -> String {
    format!("{kind}-{}", id.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-"))
}
