//! What came of a file so far: how far it is, what is wrong in it, what it would change, or that it is in.

use leptos::html;
use leptos::prelude::*;

use super::file_changes::FileChanges;
use super::file_errors::FileErrors;
use super::import::{Import, Stage};
use super::progress::Progress;
use super::queries::imports::{ImportFailure, ImportRun, ImportStanding, ImportStatus};
use crate::counted;
use crate::directory::here::use_here;
use crate::language::{td_string, text_by};
use crate::ui::alert::{Alert, Gravity};
use crate::ui::failure_notice::FailureNotice;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The outcome; nothing while no file has been chosen.
#[component]
pub(super) fn Outcome(import: Import) -> impl IntoView {
    let standing = Memo::new(move |_| match import.stage.get() {
        Stage::Working(one) => Some(one),
        _ => None,
    });
    let found = Memo::new(move |_| match import.stage.get() {
        Stage::Found(run) => Some(run),
        _ => None,
    });
    let failure = Memo::new(move |_| match import.stage.get() {
        Stage::Failed(failure) => Some(failure),
        _ => None,
    });
    let is_sending = Memo::new(move |_| import.stage.with(|stage| *stage == Stage::Sending));
    let is_working = Memo::new(move |_| standing.with(Option::is_some));
    changing(Box::new(move || {
        if is_sending.get() {
            return view! { <p role="status">{text!(exchange.sending)}</p> }.into_any();
        }
        if is_working.get() {
            let standing = Signal::derive(move || standing.get().unwrap_or_else(nowhere));
            return view! { <Progress import=import standing=standing/> }.into_any();
        }
        if let Some(failure) = failure.get() {
            return view! { <FailureNotice failure=failure/> }.into_any();
        }
        match found.get() {
            Some(run) => view! { <Found import=import run=run/> }.into_any(),
            None => ().into_any(),
        }
    }))
}

fn nowhere() -> ImportStanding {
    ImportStanding { id: cynic::Id::new(""), status: ImportStatus::Checking, total: 0, done: 0 }
}

/// A file that stands still. Its heading takes the focus, for it came while the reader waited.
#[component]
fn Found(import: Import, run: ImportRun) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            let _ = place.focus();
        }
    });
    let name = run.file_name.clone();
    let heading = text_by(move |locale| match name.as_str() {
        "" => td_string!(locale, exchange.the_file).to_owned(),
        name => name.to_owned(),
    });
    let body = match run.status {
        ImportStatus::Failed => view! { <Failed failure=run.failure/> }.into_any(),
        ImportStatus::Applied => view! { <Applied run=run/> }.into_any(),
        _ => view! { <Checked import=import run=run/> }.into_any(),
    };
    view! {
        <div class="import-outcome" tabindex="-1" node_ref=place role="group" aria-labelledby="outcome">
            <h3 class="h4" id="outcome">{heading}</h3>
            {body}
        </div>
    }
}

#[component]
fn Failed(failure: Option<ImportFailure>) -> impl IntoView {
    let (heading, words) = match failure {
        Some(ImportFailure::Interrupted) => (text!(exchange.interrupted), text!(exchange.interrupted_do)),
        _ => (text!(exchange.broken), text!(exchange.broken_do)),
    };
    view! {
        <Alert gravity=Gravity::Error heading=heading is_news=true>
            <p class="alert-text">{words}</p>
        </Alert>
    }
}

#[component]
fn Applied(run: ImportRun) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let (created, updated) = (run.created, run.updated);
    let said = text_by(move |locale| {
        td_string!(
            locale,
            exchange.applied,
            created = counted!(locale, created, exchange.created_one, exchange.created_many),
            updated = counted!(locale, updated, exchange.updated_one, exchange.updated_many)
        )
    });
    view! {
        <p class="done-notice" role="status">{said}</p>
        <p><a href=routes::history(&slug)>{text!(exchange.see_history)}</a></p>
    }
}

/// What was found, and the one button that changes anything.
#[component]
fn Checked(import: Import, run: ImportRun) -> impl IntoView {
    let (created, updated, unchanged) = (run.created, run.updated, run.unchanged);
    let counts = text_by(move |locale| {
        [
            counted!(locale, created, exchange.created_one, exchange.created_many),
            counted!(locale, updated, exchange.updated_one, exchange.updated_many),
            counted!(locale, unchanged, exchange.unchanged_one, exchange.unchanged_many),
        ]
        .join(" · ")
    });
    let id = StoredValue::new(run.id.clone());
    let is_right = run.error_count == 0;
    let says_the_same = is_right && created + updated == 0;
    let button = (run.can_apply && !says_the_same).then(|| {
        view! {
            <p class="form-actions">
                <button
                    type="button"
                    class="button button-primary"
                    on:click=move |_| import.apply(id.get_value())
                >
                    {text!(exchange.apply)}
                </button>
            </p>
            <p class="small-text">{text!(exchange.apply_about)}</p>
        }
    });
    view! {
        {(!is_right).then(|| view! { <FileErrors run=run.clone()/> })}
        {run.is_outdated.then(|| view! { <Outdated import=import/> })}
        {says_the_same
            .then(|| view! { <p class="done-notice" role="status">{text!(exchange.same)}</p> })}
        {(is_right && !says_the_same).then(|| view! { <p>{text!(exchange.nothing_yet)}</p> })}
        <p><strong>{counts}</strong></p>
        {button}
        <FileChanges run=run/>
    }
}

/// The directory has been changed since the file was checked.
#[component]
fn Outdated(import: Import) -> impl IntoView {
    let has_file = import.has_file();
    view! {
        <Alert gravity=Gravity::Warning heading=text!(exchange.outdated) is_news=true>
            <p class="alert-text">{text!(exchange.outdated_do)}</p>
            {has_file
                .then(|| {
                    view! {
                        <p>
                            <button
                                type="button"
                                class="button button-secondary"
                                on:click=move |_| import.check_again()
                            >
                                {text!(exchange.check_again)}
                            </button>
                        </p>
                    }
                })}
        </Alert>
    }
}
