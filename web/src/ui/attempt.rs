//! A form being sent: whether it is on its way, and what was wrong with what was typed. What was typed stays with the
//! fields whatever happens.

use std::future::Future;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::alert::{Alert, Gravity};
use crate::api::{Failure, UserError, UserErrorCode};
use crate::language::{Locale, Text, td_string, text_by};
use crate::text;

/// What is wrong with a field, in words; none where the usual words will do.
pub(crate) type Words = fn(Locale, &str, UserErrorCode) -> Option<&'static str>;

/// A form's way to the server; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Attempt {
    is_busy: RwSignal<bool>,
    errors: RwSignal<Vec<UserError>>,
    failure: RwSignal<Option<Failure>>,
    is_done: RwSignal<bool>,
    words: Words,
}

impl Attempt {
    /// A form not yet sent. `words` are its own words for what can be wrong.
    pub(crate) fn new(words: Words) -> Self {
        Self {
            is_busy: RwSignal::new(false),
            errors: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            is_done: RwSignal::new(false),
            words,
        }
    }

    /// Sends the form, unless it is on its way. `done` gets the answer when nothing was wrong.
    pub(crate) fn run<T: 'static>(
        self,
        work: impl Future<Output = Result<(T, Vec<UserError>), Failure>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.is_done.set(false);
        leptos::task::spawn_local(async move {
            let (answer, errors, failure) = match work.await {
                Ok((answer, errors)) => (Some(answer).filter(|_| errors.is_empty()), errors, None),
                Err(failure) => (None, Vec::new(), Some(failure)),
            };
            // The page may be gone when the answer comes; what was done is done.
            let _ = self.is_busy.try_set(false);
            let _ = self.errors.try_set(errors);
            let _ = self.failure.try_set(failure);
            match answer {
                Some(answer) => {
                    let _ = self.is_done.try_set(true);
                    done(answer);
                }
                None => show_first_error(),
            }
        });
    }

    /// Refuses what was typed without asking the server.
    pub(crate) fn refuse(self, code: UserErrorCode, field: &str) {
        self.is_done.set(false);
        self.failure.set(None);
        self.errors.set(vec![UserError { code, field: Some(field.to_owned()) }]);
        show_first_error();
    }

    /// Whether it is on its way.
    pub(crate) fn is_busy(self) -> bool {
        self.is_busy.get()
    }

    /// Whether it was sent and nothing was wrong.
    pub(crate) fn is_done(self) -> bool {
        self.is_done.get()
    }

    /// Whether this is what was wrong.
    pub(crate) fn has(self, code: UserErrorCode) -> bool {
        self.errors.with(|errors| errors.iter().any(|error| error.code == code))
    }

    /// What is wrong with a field; empty where nothing is.
    pub(crate) fn wrong_with(self, field: &'static str) -> Text {
        text_by(move |locale| {
            let code = self.errors.with(|errors| {
                errors.iter().find(|error| error.field.as_deref() == Some(field)).map(|error| error.code)
            });
            code.map(|code| self.say(locale, field, code).to_owned()).unwrap_or_default()
        })
    }

    fn say(self, locale: Locale, field: &str, code: UserErrorCode) -> &'static str {
        (self.words)(locale, field, code).unwrap_or_else(|| usual(locale, code))
    }
}

/// What is wrong with the form as a whole, above its fields; `fields` have their own words beside them.
#[component]
pub(crate) fn AttemptErrors(attempt: Attempt, fields: &'static [&'static str]) -> impl IntoView {
    let sentence = text_by(move |locale| {
        attempt.errors.with(|errors| {
            let mut names =
                errors.iter().map(|error| (error.field.as_deref().unwrap_or_default(), error.code));
            let general = names.find(|(field, _)| !fields.contains(field));
            general.map(|(field, code)| attempt.say(locale, field, code).to_owned()).unwrap_or_default()
        })
    });
    let heading = text_by(move |locale| {
        let words = match attempt.failure.get() {
            Some(Failure::Unreachable) => td_string!(locale, errors.unreachable),
            Some(Failure::Unavailable { .. }) => td_string!(locale, errors.unavailable),
            Some(Failure::Refused { .. }) => td_string!(locale, errors.not_saved),
            Some(Failure::Unreadable { .. }) => td_string!(locale, errors.unreadable),
            None => return sentence.get(),
        };
        words.to_owned()
    });
    let what_to_do = text_by(move |locale| {
        let words = match attempt.failure.get() {
            Some(Failure::Unreachable | Failure::Unavailable { .. }) => {
                td_string!(locale, errors.typed_is_here)
            }
            Some(Failure::Refused { .. }) => td_string!(locale, errors.not_saved_do),
            Some(Failure::Unreadable { .. }) => td_string!(locale, errors.unreadable_do),
            None => "",
        };
        words.to_owned()
    });
    let request = move || attempt.failure.with(|failure| failure.as_ref()?.request().map(str::to_owned));
    move || {
        (!heading.get().is_empty()).then(|| {
            view! {
                <div class="attempt-errors" tabindex="-1">
                    <Alert gravity=Gravity::Error heading=heading is_news=true>
                        {(!what_to_do.get().is_empty()).then(|| view! { <p class="alert-text">{what_to_do}</p> })}
                        {request()
                            .map(|id| {
                                view! {
                                    <p class="alert-text small-text">{text!(errors.quote)} " " <code>{id}</code></p>
                                }
                            })}
                    </Alert>
                </div>
            }
        })
    }
}

/// The button that sends the form; it says so while the form is on its way.
#[component]
pub(crate) fn SubmitButton(attempt: Attempt, label: Text) -> impl IntoView {
    let words =
        text_by(
            move |locale| {
                if attempt.is_busy() { td_string!(locale, errors.sending).to_owned() } else { label.get() }
            },
        );
    let is_busy = move || attempt.is_busy().then_some("true");
    view! { <button type="submit" class="button button-primary" aria-disabled=is_busy>{words}</button> }
}

/// Says that it went well, to eyes and ears.
#[component]
pub(crate) fn DoneNotice(attempt: Attempt, label: Text) -> impl IntoView {
    view! {
        <div role="status">
            {move || attempt.is_done().then(|| view! { <p class="done-notice">{label}</p> })}
        </div>
    }
}

/// The words that fit any field.
fn usual(locale: Locale, code: UserErrorCode) -> &'static str {
    match code {
        UserErrorCode::Required => td_string!(locale, errors.required),
        UserErrorCode::TooLong => td_string!(locale, errors.too_long),
        UserErrorCode::TooShort => td_string!(locale, errors.too_short),
        UserErrorCode::Invalid | UserErrorCode::Other => td_string!(locale, errors.invalid),
        UserErrorCode::NotFound => td_string!(locale, errors.not_found),
        UserErrorCode::Taken => td_string!(locale, errors.taken),
        UserErrorCode::Stale => td_string!(locale, errors.stale),
        UserErrorCode::InUse => td_string!(locale, errors.in_use),
        UserErrorCode::Wrong => td_string!(locale, errors.wrong),
        UserErrorCode::Expired => td_string!(locale, errors.expired),
        UserErrorCode::Throttled => td_string!(locale, errors.throttled),
    }
}

/// Moves the focus to the first field that is wrong, or else to what is said above the fields.
fn show_first_error() {
    request_animation_frame(|| {
        let is_wrong = "main [aria-invalid='true']";
        let has_wrong = document().query_selector(is_wrong).ok().flatten().is_some();
        focus_on(if has_wrong { is_wrong } else { "main .attempt-errors" });
    });
}

/// Moves the focus to the first thing that the selector finds.
pub(crate) fn focus_on(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = found.focus();
    }
}
