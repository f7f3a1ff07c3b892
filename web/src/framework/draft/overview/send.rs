//! *Send til styregruppen*: what is still empty is told, not forbidden; a word can go with it.

use leptos::prelude::*;

use crate::api::{UserErrorCode, use_api};
use crate::directory::here::use_here;
use crate::framework::draft::queries::cycle::{FrameworkSubmitInput, framework_submit};
use crate::framework::draft::queries::overview::Framework;
use crate::language::{Locale, td_string, text_by};
use crate::ui::alert::{Alert, Gravity};
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton, focus_on};
use crate::{counted, routes, text};

/// What is typed before it is sent; it stands while the page is drawn anew with what the others write.
#[derive(Clone, Copy)]
pub(in crate::framework::draft) struct Sending {
    is_open: RwSignal<bool>,
    note: RwSignal<String>,
    /// Whether somebody wrote in it while it was read.
    is_behind: RwSignal<bool>,
}

impl Sending {
    /// Nothing yet. Call once on the page.
    pub(in crate::framework::draft) fn begin() -> Self {
        Self {
            is_open: RwSignal::new(false),
            note: RwSignal::new(String::new()),
            is_behind: RwSignal::new(false),
        }
    }
}

/// The button, and what it opens.
#[component]
pub(in crate::framework::draft) fn Send(framework: Framework, sending: Sending) -> impl IntoView {
    let is_open = sending.is_open;
    let framework = StoredValue::new(framework);
    let open = move |_| {
        is_open.set(true);
        request_animation_frame(|| focus_on("#send"));
    };
    move || {
        if is_open.get() {
            view! { <SendForm framework=framework.get_value() sending=sending/> }.into_any()
        } else {
            view! {
                <p class="form-actions">
                    <button type="button" class="button button-primary" on:click=open>
                        {text!(draft.send)}
                    </button>
                </p>
            }
            .into_any()
        }
    }
}

#[component]
fn SendForm(framework: Framework, sending: Sending) -> impl IntoView {
    let Sending { is_open, note, is_behind } = sending;
    let api = use_api();
    let slug = use_here().slug_untracked();
    let attempt = Attempt::new(words);
    let empty: Vec<_> = framework
        .sections
        .iter()
        .filter(|one| one.empty() > 0)
        .map(|one| {
            let (section, count) = (one.section, one.empty());
            let words = text_by(move |locale| counted!(locale, count, draft.empty_one, draft.empty_many));
            let address = routes::framework_section(&slug, section.slug());
            view! { <li><a href=address>{section.number()} ". " {section.title()}</a> ": " {words}</li> }
        })
        .collect();
    let has_empty = !empty.is_empty();
    let (members, needed) = (framework.steering_members, framework.approvals_needed);
    let few = (members < needed).then(|| {
        let words =
            text_by(move |locale| td_string!(locale, draft.few_members, members = members, needed = needed));
        view! {
            <p class="notice-line">
                {words} " " <a href=routes::framework_settings(&slug)>{text!(draft.settings)}</a>
                " · " <a href=routes::people(&slug)>{text!(draft.invite)}</a>
            </p>
        }
    });
    let needed_words =
        text_by(move |locale| counted!(locale, needed, draft.must_approve_one, draft.must_approve_many));
    let municipality = slug.clone();
    let history = StoredValue::new(routes::framework_history(&slug));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let note = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
        let version = framework.version.clone();
        let input = FrameworkSubmitInput { municipality: municipality.clone(), version, note };
        let work = async move {
            let errors = api.send(framework_submit::ask(input)).await?.framework_submit.user_errors;
            let is_stale = errors.iter().any(|error| error.code == UserErrorCode::Stale);
            let _ = is_behind.try_set(is_stale);
            if is_stale {
                // The page is drawn anew with what is written now; what stands here is told on it.
                api.connection.try_again();
            }
            Ok(((), errors))
        };
        attempt.run(work, move |()| {
            let _ = is_open.try_set(false);
            api.connection.try_again();
        });
    };
    view! {
        <section class="send" aria-labelledby="send">
            <h2 class="h3" id="send" tabindex="-1">{text!(draft.send)}</h2>
            <p>{text!(draft.send_about)} " " {needed_words}</p>
            {few}
            {has_empty
                .then(|| {
                    view! {
                        <p>{text!(draft.send_empty)}</p>
                        <ul>{empty}</ul>
                    }
                })}
            <form class="own-form" novalidate on:submit=submit>
                {move || {
                    is_behind
                        .get()
                        .then(|| {
                            view! {
                                <Alert gravity=Gravity::Warning heading=text!(draft.send_stale) is_news=true>
                                    <p><a href=history.get_value()>{text!(draft.history)}</a></p>
                                </Alert>
                            }
                        })
                }}
                <AttemptErrors attempt=attempt fields=&["note"]/>
                <div class="form-group">
                    <label class="form-label" for="send-note">{text!(draft.send_note)}</label>
                    <span class="form-hint" id="send-note-hint">{text!(draft.send_note_hint)}</span>
                    <textarea
                        class="form-input"
                        id="send-note"
                        rows="3"
                        maxlength="2000"
                        aria-describedby="send-note-hint"
                        prop:value=note
                        on:input=move |event| note.set(event_target_value(&event))
                    ></textarea>
                </div>
                <p class="form-actions">
                    <SubmitButton attempt=attempt label=text!(draft.send)/>
                    <button type="button" class="button button-secondary" on:click=move |_| is_open.set(false)>
                        {text!(draft.cancel)}
                    </button>
                </p>
            </form>
        </section>
    }
}

fn words(locale: Locale, _field: &str, code: UserErrorCode) -> Option<&'static str> {
    match code {
        UserErrorCode::Stale => Some(td_string!(locale, draft.send_stale)),
        UserErrorCode::InUse => Some(td_string!(locale, draft.locked)),
        _ => None,
    }
}
