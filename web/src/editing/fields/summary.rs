//! What is wrong with the form, at its top: each a link that leads to its field. It takes the focus when it comes.

use leptos::html;
use leptos::prelude::*;

use super::find;
use super::form::{Form, focus, id_of};
use super::tree::Flaw;
use super::view::flaw_words;
use crate::language::text_by;
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::shown::changing;

/// The summary; nothing while nothing is wrong.
#[component]
pub(crate) fn Summary(form: Form) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let has_flaws = form.flaws.with(|flaws| !flaws.is_empty());
        if let (true, Some(place)) = (has_flaws, place.get()) {
            let _ = place.focus();
        }
    });
    changing(Box::new(move || {
        let flaws = form.flaws.get();
        if flaws.is_empty() {
            return ().into_any();
        }
        let items =
            flaws.into_iter().map(|flaw| view! { <li><One form=form flaw=flaw/></li> }).collect_view();
        view! {
            <div class="alert alert-error" role="alert" tabindex="-1" node_ref=place>
                <span class="alert-icon">{icon(Icon::Warning)}</span>
                <div class="alert-body">
                    <p class="alert-heading">{text!(editing.summary_heading)}</p>
                    <p class="alert-text">{text!(editing.summary_do)}</p>
                    <ul class="nobullet-list">{items}</ul>
                </div>
            </div>
        }
        .into_any()
    }))
}

#[component]
fn One(form: Form, flaw: Flaw) -> impl IntoView {
    let field = find(form.sections, &flaw.path);
    let (path, code) = (flaw.path, flaw.code);
    let row = path.split('.').filter_map(|part| part.parse::<usize>().ok()).next();
    let words = text_by(move |locale| {
        let wrong = flaw_words(locale, code, field);
        match (field, row) {
            (Some(field), Some(row)) => format!("{} {}: {wrong}", (field.label)(locale), row + 1),
            (Some(field), None) => format!("{}: {wrong}", (field.label)(locale)),
            (None, _) => wrong,
        }
    });
    let to = path.clone();
    let go = move |event: leptos::ev::MouseEvent| {
        // The router would take the link for a navigation.
        event.prevent_default();
        focus(&to);
    };
    if field.is_some() {
        view! { <a href=format!("#{}", id_of(&path)) on:click=go>{words}</a> }.into_any()
    } else {
        view! { <span>{words}</span> }.into_any()
    }
}
