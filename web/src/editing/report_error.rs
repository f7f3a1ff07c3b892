//! *Meld en fejl*: anybody can tell that something is wrong with an entry, in their own words and without an account.

use leptos::prelude::*;

use super::queries::proposals::{ErrorReportInput, error_report};
use crate::api::{UserError, UserErrorCode, use_api};
use crate::language::{Text, td_string, text_by};
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::icon::{Icon, icon};
use crate::ui::shown::changing;

/// The form for a report; it opens below the links of the entry.
#[component]
pub(crate) fn ReportError(subject: cynic::Id, is_open: RwSignal<bool>) -> impl IntoView {
    let is_sent = RwSignal::new(false);
    changing(Box::new(move || match (is_open.get(), is_sent.get()) {
        (_, true) => {
            view! { <p class="confirmed" role="status">{text!(editing.report_thanks)}</p> }.into_any()
        }
        (true, _) => {
            view! { <ReportForm subject=subject.clone() is_sent=is_sent is_open=is_open/> }.into_any()
        }
        _ => ().into_any(),
    }))
}

#[component]
fn ReportForm(subject: cynic::Id, is_sent: RwSignal<bool>, is_open: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let (message, name, email) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let errors = RwSignal::new(Vec::<UserError>::new());
    let has_failed = RwSignal::new(false);
    let is_busy = RwSignal::new(false);
    let given =
        |text: RwSignal<String>| Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        errors.set(Vec::new());
        has_failed.set(false);
        is_busy.set(true);
        let message = given(message).unwrap_or_default();
        let input =
            ErrorReportInput { subject: subject.clone(), message, name: given(name), email: given(email) };
        leptos::task::spawn_local(async move {
            let answer = api.send(error_report::ask(input)).await.map(|answer| answer.error_report);
            let _ = is_busy.try_set(false);
            match answer {
                Ok(payload) if payload.user_errors.is_empty() => drop(is_sent.try_set(true)),
                Ok(payload) => drop(errors.try_set(payload.user_errors)),
                Err(_) => drop(has_failed.try_set(true)),
            }
        });
    };
    let general = move || {
        let is_throttled =
            errors.with(|errors| errors.iter().any(|error| error.code == UserErrorCode::Throttled));
        let heading = if is_throttled {
            Some(text!(editing.wrong_throttled))
        } else {
            has_failed.get().then(|| text!(editing.report_failed))
        };
        heading.map(|heading| view! { <Alert gravity=Gravity::Error heading=heading is_news=true>""</Alert> })
    };
    view! {
        <form class="report-form" novalidate on:submit=submit aria-labelledby="report-heading">
            <h3 class="h4" id="report-heading">{text!(editing.report)}</h3>
            {general}
            <ReportField
                id="report-message"
                label=text!(editing.report_message)
                hint=Some(text!(editing.report_message_hint))
                value=message
                wrong=wrong(errors, "message")
                is_long=true
            />
            <ReportField
                id="report-name"
                label=text!(editing.report_name)
                hint=None
                value=name
                wrong=wrong(errors, "name")
                is_long=false
            />
            <ReportField
                id="report-email"
                label=text!(editing.report_email)
                hint=Some(text!(editing.report_email_hint))
                value=email
                wrong=wrong(errors, "email")
                is_long=false
            />
            <p class="form-actions">
                <button type="submit" class="button button-primary">{text!(editing.report_send)}</button>
                <button type="button" class="button button-secondary" on:click=move |_| is_open.set(false)>
                    {text!(editing.cancel)}
                </button>
            </p>
        </form>
    }
}

/// What is wrong with a field, in words; empty where nothing is.
fn wrong(errors: RwSignal<Vec<UserError>>, field: &'static str) -> Text {
    text_by(move |locale| {
        let code = errors.with(|errors| {
            errors.iter().find(|error| error.field.as_deref() == Some(field)).map(|error| error.code)
        });
        match (code, field) {
            (None, _) => String::new(),
            (Some(UserErrorCode::TooLong), _) => td_string!(locale, editing.wrong_too_long).to_owned(),
            (Some(_), "email") => td_string!(locale, editing.email_address_mend).to_owned(),
            (Some(_), _) => td_string!(locale, editing.report_message_mend).to_owned(),
        }
    })
}

#[component]
fn ReportField(
    id: &'static str,
    label: Text,
    hint: Option<Text>,
    value: RwSignal<String>,
    wrong: Text,
    is_long: bool,
) -> impl IntoView {
    let is_wrong = move || wrong.with(|wrong| !wrong.is_empty());
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), hint.is_some());
        move || {
            let ids = [has_hint.then(|| hint_id.clone()), is_wrong().then(|| error_id.clone())];
            let ids: Vec<String> = ids.into_iter().flatten().collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let typed = move |event| value.set(event_target_value(&event));
    let invalid = move || is_wrong().then_some("true");
    let input = if is_long {
        view! {
            <textarea class="form-input" id=id rows="4" maxlength="2000" aria-describedby=described
                aria-invalid=invalid prop:value=value on:input=typed></textarea>
        }
        .into_any()
    } else {
        view! {
            <input class="form-input input-width-l" id=id type="text" aria-describedby=described
                aria-invalid=invalid prop:value=value on:input=typed/>
        }
        .into_any()
    };
    view! {
        <div class="form-group" class:form-error=is_wrong>
            <label class="form-label" for=id>
                {label} {(!is_long).then(|| view! { " " <span class="weight-normal">{text!(editing.optional)}</span> })}
            </label>
            {hint.map(|hint| view! { <span class="form-hint" id=hint_id>{hint}</span> })}
            {move || {
                is_wrong()
                    .then(|| {
                        view! {
                            <span class="form-error-message" id=error_id.clone()>
                                {icon(Icon::Warning)} " " {wrong}
                            </span>
                        }
                    })
            }}
            {input}
        </div>
    }
}
