//! An entry being edited, whatever its kind: the form, the draft, what is wrong, the other's version, saving.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde_json::Value;

use super::draft::{self, Draft};
use super::fields::Section;
use super::fields::form::Form;
use super::fields::summary::Summary;
use super::fields::tree::{self, Flaw};
use super::fields::view::Sections;
use super::leave_guard;
use super::merge::differences;
use super::queries::choices::Choices;
use super::save_bar::{InlineBar, SaveBar, SaveFailed};
use super::stale::{Stale, StaleChoice};
use crate::api::Failure;
use crate::identity::viewer::use_viewer;
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::shown::changing;

/// How long after the last letter the draft is kept.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(300);

/// What becomes of what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It holds at once.
    Save,
    /// It holds at once, and no word on why is kept.
    Write,
    /// The project leader decides.
    Propose,
    /// It answers a proposal.
    Adjust,
}

/// One try to save.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    /// The form as the API takes it.
    pub(crate) form: Value,
    /// The revision it was written on.
    pub(crate) revision: i32,
    /// A word on why.
    pub(crate) note: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// It is saved; where to go.
    Saved(String),
    /// Something typed can't be used.
    Wrong(Vec<Flaw>),
    /// Somebody else saved meanwhile.
    Stale {
        /// Their form.
        form: Value,
        /// Its revision.
        revision: i32,
        /// Who it was.
        by: Option<String>,
    },
}

/// The answer to a try.
pub(crate) type Awaited = Pin<Box<dyn Future<Output = Result<Outcome, Failure>>>>;

/// What is edited, and how it is saved.
#[derive(Clone)]
pub(crate) struct Editing {
    /// What the draft is kept under: the entry's id.
    pub(crate) name: String,
    /// Its fields.
    pub(crate) sections: &'static [Section],
    /// What the server has.
    pub(crate) base: Value,
    /// What to begin with, where that is something else: a copy, a proposal.
    pub(crate) start: Option<Value>,
    /// The revision of what the server has.
    pub(crate) revision: i32,
    /// What can be chosen.
    pub(crate) choices: Choices,
    /// What becomes of it.
    pub(crate) way: Way,
    /// Saves it.
    pub(crate) save: Callback<Attempt, Awaited>,
    /// Where to go without saving.
    pub(crate) back: String,
}

/// An editor that stands within a page and does not lead away from it, nor asks why.
#[derive(Clone, Copy)]
pub(crate) struct Inline {
    /// Gets what [`Outcome::Saved`] holds.
    pub(crate) saved: Callback<String>,
    /// Called when somebody leaves it without saving; the draft stays.
    pub(crate) cancel: Callback<()>,
}

/// The editor.
#[component]
pub(crate) fn Editor(
    editing: Editing,
    /// Where it stands within a page.
    #[prop(optional)]
    inline: Option<Inline>,
) -> impl IntoView {
    let Editing { name, sections, base, start, revision, choices, way, save, back } = editing;
    let person = untrack(|| use_viewer().key()).unwrap_or_default();
    let draft_name = StoredValue::new(draft::name(&person, &name));
    let base = RwSignal::new(tidy(sections, &base));
    let start = start.map_or_else(|| base.get_untracked(), |start| tidy(sections, &start));
    let form = Form::new(sections, start, choices);
    let revision = RwSignal::new(revision);
    let note = RwSignal::new(String::new());
    let kept = RwSignal::new(
        draft_name.with_value(|name| draft::recall(name)).filter(|kept| kept.mine != kept.base),
    );
    let stale = RwSignal::new(None::<Stale>);
    let failure = RwSignal::new(None::<Failure>);
    let is_saving = RwSignal::new(false);
    let is_done = RwSignal::new(false);
    let is_changed =
        Memo::new(move |_| form.tidied() != base.get() || !note.with(|note| note.trim().is_empty()));
    leave_guard::begin(Signal::derive(move || is_changed.get_untracked() && !is_done.get_untracked()));
    keep_draft(
        form,
        base,
        revision,
        note,
        draft_name,
        Signal::derive(move || kept.get().is_some() || is_done.get()),
    );

    let compare = move |theirs: Value, new: i32, by: Option<String>| {
        let order: Vec<&str> = form.fields().map(|field| field.name).collect();
        let differences = differences(&order, &base.get_untracked(), &untrack(|| form.tidied()), &theirs);
        stale.set(Some(Stale { theirs, revision: new, by, differences }));
    };
    let navigate = StoredValue::new_local(use_navigate());
    let save_now = Callback::new(move |()| {
        if is_saving.get_untracked() {
            return;
        }
        let typed = untrack(|| form.tidied());
        // Rows that nobody filled in go, so that what is wrong is told beside the right ones.
        if form.tree.with_untracked(|shown| *shown != typed) {
            form.replace(typed.clone());
        }
        form.flaws.set(Vec::new());
        failure.set(None);
        let filled = match tree::sent(form.fields(), &typed) {
            Ok(filled) => filled,
            Err(flaws) => return form.flaws.set(flaws),
        };
        let note = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
        let attempt = Attempt { form: filled, revision: revision.get_untracked(), note };
        is_saving.set(true);
        leptos::task::spawn_local(async move {
            let outcome = save.run(attempt).await;
            // The page may be gone.
            if is_saving.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(Outcome::Saved(address)) => {
                    is_done.set(true);
                    draft_name.with_value(|name| draft::drop(name));
                    match inline {
                        Some(inline) => inline.saved.run(address),
                        None => navigate.with_value(|navigate| navigate(&address, Default::default())),
                    }
                }
                Ok(Outcome::Wrong(flaws)) => form.flaws.set(flaws),
                Ok(Outcome::Stale { form: theirs, revision, by }) => {
                    compare(tidy(sections, &theirs), revision, by)
                }
                Err(why) => failure.set(Some(why)),
            }
        });
    });
    let chosen = Callback::new(move |together: Value| {
        let Some(other) = stale.get_untracked() else { return };
        base.set(other.theirs);
        revision.set(other.revision);
        form.replace(together);
        stale.set(None);
        save_now.run(());
    });
    let go_on = move |_| {
        let Some(draft) = kept.get_untracked() else { return };
        note.set(draft.note);
        form.replace(draft.mine);
        if draft.revision != revision.get_untracked() {
            let (now, new) = (base.get_untracked(), revision.get_untracked());
            base.set(draft.base);
            revision.set(draft.revision);
            compare(now, new, None);
        }
        kept.set(None);
    };
    let drop_it = move |_| {
        draft_name.with_value(|name| draft::drop(name));
        kept.set(None);
    };
    changing(Box::new(move || {
        if kept.with(Option::is_some) {
            return view! {
                <Alert gravity=Gravity::Warning heading=text!(editing.draft_heading) is_news=true>
                    <p class="alert-text">{text!(editing.draft_do)}</p>
                    <p class="form-actions">
                        <button type="button" class="button button-primary" on:click=go_on>
                            {text!(editing.draft_go_on)}
                        </button>
                        <button type="button" class="button button-secondary" on:click=drop_it>
                            {text!(editing.draft_drop)}
                        </button>
                    </p>
                </Alert>
            }
            .into_any();
        }
        if let Some(other) = stale.get() {
            return view! { <StaleChoice form=form stale=other chosen=chosen/> }.into_any();
        }
        let bar = match inline {
            Some(Inline { cancel, .. }) => {
                view! { <InlineBar is_saving=is_saving.into() is_changed=is_changed.into() cancel=cancel/> }
                    .into_any()
            }
            None => {
                let back = back.clone();
                view! {
                    <SaveBar way=way note=note is_saving=is_saving.into() is_changed=is_changed.into() back=back/>
                }
                .into_any()
            }
        };
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            save_now.run(());
        };
        view! {
            <form class="editor" novalidate on:submit=submit>
                <Summary form=form/>
                {move || {
                    form.follow_shape();
                    view! { <Sections form=form/> }
                }}
                {move || failure.get().map(|failure| view! { <SaveFailed failure=failure/> })}
                {bar}
            </form>
        }
        .into_any()
    }))
}

fn tidy(sections: &'static [Section], form: &Value) -> Value {
    tree::tidied(tree::fields(sections), &tree::opened(tree::fields(sections), form))
}

/// Keeps what is typed a moment after the last letter, unless there is reason not to.
fn keep_draft(
    form: Form,
    base: RwSignal<Value>,
    revision: RwSignal<i32>,
    note: RwSignal<String>,
    name: StoredValue<String>,
    is_at_rest: Signal<bool>,
) {
    let keep = move || {
        // The page may be gone, and what was saved is no draft.
        if is_at_rest.try_get_untracked() != Some(false) {
            return;
        }
        let mine = untrack(|| form.tidied());
        let (base, note) = (base.get_untracked(), note.get_untracked());
        name.with_value(|name| {
            if mine == base && note.trim().is_empty() {
                draft::drop(name);
            } else {
                draft::keep(name, &Draft { revision: revision.get_untracked(), base, mine, note });
            }
        });
    };
    let mut keep_later = debounce(PAUSE, move |()| keep());
    Effect::new(move |before: Option<()>| {
        form.tree.track();
        note.track();
        // The first run is the drawing of the page.
        if before.is_some() {
            keep_later(());
        }
    });
}
