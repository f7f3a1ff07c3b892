//! The buttons above an answer: a heading, a list, bold, a link, and how it will look.

use leptos::html;
use leptos::prelude::*;

use super::answer::Answer;
use super::markup::{Chosen, Mark, marked};
use crate::language::{Text, td_string, use_language};
use crate::text;

/// The buttons.
#[component]
pub(super) fn Toolbar(
    answer: Answer,
    field: NodeRef<html::Textarea>,
    is_preview: RwSignal<bool>,
    /// The id of the field.
    about: String,
) -> impl IntoView {
    let language = use_language();
    let mut save_later = answer.saver();
    let press = Callback::new(move |mark: Mark| {
        let Some(field) = field.get_untracked() else { return };
        let place = |found: Result<Option<u32>, _>| found.ok().flatten().unwrap_or_default();
        let chosen = Chosen {
            text: field.value(),
            from: place(field.selection_start()),
            to: place(field.selection_end()),
        };
        let words = td_string!(language.get_untracked(), draft.link_words);
        let after = marked(mark, &chosen, words);
        field.set_value(&after.text);
        answer.typed(after.text);
        let _ = field.focus();
        let _ = field.set_selection_range(after.from, after.to);
    });
    let button = move |mark: Mark, sign: &'static str, label: Text| {
        view! {
            <button
                type="button"
                class="button button-tertiary toolbar-button"
                disabled=move || is_preview.get()
                on:click=move |_| press.run(mark)
            >
                <span class="toolbar-sign" aria-hidden="true">{sign}</span>
                <span>{label}</span>
            </button>
        }
    };
    let look = move |_| {
        is_preview.update(|is_preview| *is_preview = !*is_preview);
        save_later(());
    };
    view! {
        <div class="toolbar" role="group" aria-label=text!(draft.toolbar) aria-controls=about>
            {button(Mark::Heading, "H", text!(draft.mark_heading))}
            {button(Mark::List, "•", text!(draft.mark_list))}
            {button(Mark::Bold, "B", text!(draft.mark_bold))}
            {button(Mark::Link, "↗", text!(draft.mark_link))}
            <button
                type="button"
                class="button button-tertiary toolbar-button toolbar-look"
                aria-pressed=move || if is_preview.get() { "true" } else { "false" }
                on:click=look
            >
                {text!(draft.preview)}
            </button>
        </div>
    }
}
