//! A plan on the screen: what it holds, what is being written in it, and what is done to it by one press. What others
//! save meanwhile waits until nobody writes here, so that no form is drawn anew under somebody's hands.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::queries::reading::Plan;
use super::saving::is_stale;
use crate::api::{Api, Failure, Remote, UserError, UserErrorCode, use_api};
use crate::directory::here::use_here;
use crate::editing::editor::Inline;
use crate::ui::attempt::focus_on;

/// The one thing that is being written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Open {
    /// A new goal.
    NewGoal,
    /// A goal.
    Goal(cynic::Id),
    /// A new activity of a goal.
    NewActivity(cynic::Id),
    /// An activity of a goal.
    Activity(cynic::Id, cynic::Id),
    /// A report on an activity of a goal.
    Report(cynic::Id, cynic::Id),
}

impl Open {
    /// The goal below which an activity is written.
    pub(super) fn is_under(&self, goal: &cynic::Id) -> bool {
        match self {
            Self::NewGoal | Self::Goal(_) => false,
            Self::NewActivity(at) | Self::Activity(at, _) | Self::Report(at, _) => at == goal,
        }
    }
}

/// What just happened. The words for it are made where it is shown: a press comes from what may be gone by then.
#[derive(Clone, Debug)]
pub(super) enum Notice {
    /// What was written is saved.
    Saved,
    /// Something stands elsewhere now.
    Moved,
    /// A goal is gone; its name.
    Gone(String),
    /// An activity is there again; its name.
    Back(String),
    /// An activity is gone; it can be had back.
    Deleted(Deleted),
    /// It was not done.
    Failed(Why),
}

/// Why something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Somebody else was faster.
    Stale,
    /// It can't be done.
    Refused,
    /// No answer came.
    Unanswered,
}

/// An activity that is gone.
#[derive(Clone, Debug)]
pub(super) struct Deleted {
    /// Under which goal it stood.
    pub(super) goal: cynic::Id,
    /// Where under it.
    pub(super) position: i32,
    /// What it was called.
    pub(super) name: String,
    /// All of it.
    pub(super) form: Value,
}

/// A plan on the screen; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Board {
    /// The way to the server.
    pub(super) api: Api,
    /// The municipality.
    pub(super) slug: StoredValue<String>,
    /// What is shown.
    pub(super) plan: RwSignal<Arc<Plan>>,
    /// What is being written.
    pub(super) open: RwSignal<Option<Open>>,
    /// What just happened.
    pub(super) notice: RwSignal<Option<Notice>>,
    is_busy: RwSignal<bool>,
    focus: StoredValue<Option<String>>,
}

impl Board {
    /// Shows a plan, and what becomes of it.
    pub(super) fn begin(found: Remote<Option<Plan>>, first: Arc<Plan>) -> Self {
        let board = Self {
            api: use_api(),
            slug: StoredValue::new(use_here().slug_untracked()),
            plan: RwSignal::new(first),
            open: RwSignal::new(None),
            notice: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            focus: StoredValue::new(None),
        };
        Effect::new(move |_| {
            let newest = found.known().and_then(|found| found.as_ref().clone());
            let (Some(newest), None) = (newest, board.open.get()) else { return };
            if *board.plan.get_untracked() != newest {
                board.plan.set(Arc::new(newest));
                board.find_focus();
                board.focus.set_value(None);
            }
        });
        board
    }

    /// Opens a form; what was open closes, and its draft stays.
    pub(super) fn open(self, what: Open) {
        self.notice.set(None);
        self.focus.set_value(None);
        self.open.set(Some(what));
        request_animation_frame(|| focus_on("#plan-editor"));
    }

    /// What becomes of the form that is open; `back` is where the focus goes when it is left.
    pub(super) fn inline(self, back: String) -> Inline {
        let cancel = back.clone();
        Inline {
            saved: Callback::new(move |key: String| {
                let place = if back.is_empty() { place_of(&key) } else { back.clone() };
                self.open.set(None);
                self.notice.set(Some(Notice::Saved));
                self.focus.set_value(Some(place));
                self.find_focus();
                self.api.connection.try_again();
            }),
            cancel: Callback::new(move |()| {
                self.open.set(None);
                self.focus.set_value(Some(cancel.clone()));
                self.find_focus();
                self.focus.set_value(None);
            }),
        }
    }

    /// Does something by one press, and asks anew for the plan.
    pub(super) fn act(
        self,
        work: impl Future<Output = Result<Vec<UserError>, Failure>> + 'static,
        done: Notice,
        focus: String,
    ) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.notice.set(None);
        leptos::task::spawn_local(async move {
            let answer = work.await;
            // The page may be gone.
            if self.is_busy.try_set(false).is_some() {
                return;
            }
            let gone = |errors: &[UserError]| errors.iter().any(|one| one.code == UserErrorCode::NotFound);
            match answer {
                Ok(errors) if errors.is_empty() => {
                    self.notice.set(Some(done));
                    self.focus.set_value(Some(focus));
                    self.api.connection.try_again();
                }
                Ok(errors) if is_stale(&errors) || gone(&errors) => {
                    self.notice.set(Some(Notice::Failed(Why::Stale)));
                    self.api.connection.try_again();
                }
                Ok(_) => self.notice.set(Some(Notice::Failed(Why::Refused))),
                Err(_) => self.notice.set(Some(Notice::Failed(Why::Unanswered))),
            }
        });
    }

    /// Moves the focus to where it is wanted, once that is drawn.
    fn find_focus(self) {
        let Some(place) = self.focus.get_value() else { return };
        request_animation_frame(move || focus_on(&format!("#{place}")));
    }
}

/// The id on the page of something with this key.
pub(super) fn place_of(key: &str) -> String {
    key.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_gives_an_id_that_a_selector_finds() {
        assert_eq!(place_of("activity:0190-ab"), "activity-0190-ab");
    }

    #[test]
    fn a_form_stands_under_one_goal() {
        let (one, other) = (cynic::Id::new("goal:1"), cynic::Id::new("goal:2"));
        assert!(Open::NewActivity(one.clone()).is_under(&one));
        assert!(!Open::Report(one.clone(), cynic::Id::new("activity:1")).is_under(&other));
        assert!(!Open::Goal(one.clone()).is_under(&one));
    }
}
