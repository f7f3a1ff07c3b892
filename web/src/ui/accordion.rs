//! One section of the design system's accordion, opened and closed by its heading's button.

use leptos::prelude::*;

use crate::language::Text;

/// A list item that opens and closes. Put several in `<ul class="accordion">`.
#[component]
pub(crate) fn AccordionItem(
    /// The id of what opens.
    id: &'static str,
    /// What the button says.
    title: Text,
    /// Whether it is open; the caller keeps it.
    open: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <li>
            <h3>
                <button
                    type="button"
                    class="accordion-button"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=id
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <span class="accordion-title">{title}</span>
                </button>
            </h3>
            <div id=id class="accordion-content" aria-hidden=move || if open.get() { "false" } else { "true" }>
                {children()}
            </div>
        </li>
    }
}
