//! How many of a section's questions have an answer: a bar, and the same in words.

use leptos::prelude::*;

use crate::language::{td_string, text_by};

/// The bar under its words.
#[component]
pub(super) fn Progress(
    #[prop(into)] answered: Signal<i32>,
    #[prop(into)] total: Signal<i32>,
    /// An id of its own.
    id: String,
) -> impl IntoView {
    let words = text_by(move |locale| {
        td_string!(locale, draft.answered_of, answered = answered.get(), total = total.get())
    });
    view! {
        <div class="section-progress">
            <span id=id.clone()>{words}</span>
            <progress
                aria-labelledby=id
                max=move || total.get().max(1)
                value=move || answered.get().min(total.get())
            ></progress>
        </div>
    }
}
