//! What has been remarked on a section, and the field to remark oneself. Stands beside the section.

use leptos::html;
use leptos::prelude::*;

use crate::api::{UserErrorCode, use_api};
use crate::clock;
use crate::format::words::near_past;
use crate::framework::published::queries::submission::{
    FrameworkRemarkAddInput, Remark, framework_remark_add,
};
use crate::framework::sections::Section;
use crate::language::{td_string, text_by};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::paragraphs::Paragraphs;
use crate::ui::shown::changing;
use crate::ui::storage;

/// Under which names remarks not yet sent are kept, each with its submission and section behind.
const KEPT: &str = "tovholder.remark.";

/// The remarks.
#[component]
pub(super) fn Remarks(
    section: Section,
    remarks: RwSignal<Vec<Remark>>,
    submission: cynic::Id,
    can_remark: bool,
) -> impl IntoView {
    let heading = format!("bemaerkninger-{}", section.slug());
    let of_section = Memo::new(move |_| {
        let of_section = |remark: &&Remark| remark.section == section;
        remarks.with(|remarks| remarks.iter().filter(of_section).cloned().collect::<Vec<_>>())
    });
    if !can_remark && of_section.with_untracked(Vec::is_empty) {
        return ().into_any();
    }
    let list = changing(Box::new(move || {
        let items = of_section.get().into_iter().map(|remark| view! { <One remark=remark/> });
        match of_section.with(Vec::is_empty) {
            true => ().into_any(),
            false => view! { <ul class="nobullet-list">{items.collect_view()}</ul> }.into_any(),
        }
    }));
    let about = section.title();
    view! {
        <section class="section-remarks" aria-labelledby=heading.clone()>
            <h3 class="h5" id=heading.clone()>
                {text!(framework.remarks)} <span class="sr-only">": " {about}</span>
            </h3>
            <div aria-live="polite">{list}</div>
            {can_remark.then(|| view! { <NewRemark section=section submission=submission remarks=remarks/> })}
        </section>
    }
    .into_any()
}

#[component]
fn One(remark: Remark) -> impl IntoView {
    let today = clock::today();
    let Remark { person, text, at, settled_at, .. } = remark;
    let by = text_by(move |locale| {
        let time = near_past(locale, at, today);
        match &person {
            Some(name) => format!("{name}, {time}"),
            None => time,
        }
    });
    let settled = settled_at.map(|at| {
        text_by(move |locale| td_string!(locale, framework.settled, time = near_past(locale, at, today)))
    });
    view! {
        <li class="remark">
            <Paragraphs text=text/>
            <p class="small-text">{by}</p>
            {settled.map(|words| view! { <p class="small-text">{words}</p> })}
        </li>
    }
}

/// Keeps what is typed on this device, or forgets it where nothing is.
pub(super) fn keep(key: &str, words: &str) {
    if words.trim().is_empty() {
        storage::forget(key);
    } else {
        storage::remember(key, words);
    }
}

/// A field for a remark. What is typed is kept on this device until it is sent.
#[component]
fn NewRemark(section: Section, submission: cynic::Id, remarks: RwSignal<Vec<Remark>>) -> impl IntoView {
    let api = use_api();
    let key = format!("{KEPT}{}.{}", submission.inner(), section.slug());
    let kept = storage::recall(&key).unwrap_or_default();
    let opener = NodeRef::<html::Button>::new();
    let is_open = RwSignal::new(!kept.is_empty());
    let words = RwSignal::new(kept);
    let attempt = Attempt::new(|locale, field, code| match (field, code) {
        ("text", UserErrorCode::Required) => Some(td_string!(locale, framework.remark_required)),
        _ => None,
    });
    let wrong = attempt.wrong_with("text");
    let is_wrong = move || !wrong.get().is_empty();
    let key = StoredValue::new(key);
    Effect::new(move |before: Option<()>| {
        let words = words.get();
        if before.is_some() {
            key.with_value(|key| keep(key, &words));
        }
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = words.get_untracked().trim().to_owned();
        if text.is_empty() {
            attempt.refuse(UserErrorCode::Required, "text");
            return;
        }
        let input = FrameworkRemarkAddInput { id: submission.clone(), section, text };
        let work = async move {
            let payload = api.send(framework_remark_add::ask(input)).await?.framework_remark_add;
            Ok((payload.submission, payload.user_errors))
        };
        attempt.run(work, move |submission| {
            let _ = words.try_set(String::new());
            let _ = is_open.try_set(false);
            if let Some(submission) = submission {
                let _ = remarks.try_set(submission.remarks);
            }
            // The form is gone; the focus goes to the button that opens it.
            if let Some(button) = opener.try_get_untracked().flatten() {
                let _ = button.focus();
            }
        });
    };
    let field = format!("bemaerkning-{}", section.slug());
    let (error, hint) = (format!("{field}-error"), format!("{field}-hint"));
    let described = {
        let (error, hint) = (error.clone(), hint.clone());
        move || if is_wrong() { format!("{hint} {error}") } else { hint.clone() }
    };
    let (open_label, field_label) = (section.title(), section.title());
    view! {
        <button
            type="button"
            class="button button-secondary"
            node_ref=opener
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            {text!(framework.remark_write)} <span class="sr-only">": " {open_label}</span>
        </button>
        <form class="remark-form" hidden=move || !is_open.get() on:submit=send>
            <AttemptErrors attempt=attempt fields=&["text"]/>
            <div class="form-group" class:form-error=is_wrong>
                <label class="form-label" for=field.clone()>
                    {text!(framework.remark)} <span class="sr-only">": " {field_label}</span>
                </label>
                <span class="form-hint" id=hint>{text!(framework.remark_hint)}</span>
                {move || {
                    is_wrong()
                        .then(|| {
                            view! {
                                <span class="form-error-message" id=error.clone()>
                                    <span class="sr-only">{text!(errors.error)} " "</span>
                                    {wrong}
                                </span>
                            }
                        })
                }}
                <textarea
                    class="form-input"
                    id=field
                    rows="4"
                    maxlength="2000"
                    aria-describedby=described
                    aria-invalid=move || is_wrong().then_some("true")
                    prop:value=words
                    on:input=move |event| words.set(event_target_value(&event))
                ></textarea>
            </div>
            <button
                type="submit"
                class="button button-secondary"
                aria-disabled=move || attempt.is_busy().then_some("true")
            >
                {text!(framework.remark_send)}
            </button>
        </form>
    }
}
