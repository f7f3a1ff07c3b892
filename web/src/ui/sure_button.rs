//! A button for what can't be undone: the first press asks, the second does it. No dialog, so nothing is covered.

use leptos::html;
use leptos::prelude::*;

use crate::language::{Text, danish};
use crate::text;

/// The button. `about` is read by screen readers after `label`: whom or what it is about, as a municipality calls it.
#[component]
pub(crate) fn SureButton(
    label: Text,
    /// What the second button says.
    sure: Text,
    #[prop(into)] about: String,
    act: Callback<()>,
) -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let (first, second) = (NodeRef::<html::Button>::new(), NodeRef::<html::Button>::new());
    // The button that was pressed is gone; the focus goes to the one in its place.
    Effect::new(move |before: Option<bool>| {
        let asks = is_asking.get();
        if before.is_some_and(|before| before != asks) {
            // The card may be gone by then: what was asked about may have taken it away.
            request_animation_frame(move || {
                let button = if asks { second } else { first };
                if let Some(button) = button.try_get_untracked().flatten() {
                    let _ = button.focus();
                }
            });
        }
        asks
    });
    let about = StoredValue::new(about);
    let lang = danish();
    let spoken = move || view! { <span class="sr-only" lang=lang>" " {about.get_value()}</span> };
    move || {
        if is_asking.get() {
            view! {
                <span class="sure" role="group">
                    <button
                        type="button"
                        class="button button-primary"
                        node_ref=second
                        on:click=move |_| {
                            is_asking.set(false);
                            act.run(());
                        }
                    >
                        {sure}
                        {spoken()}
                    </button>
                    <button type="button" class="button button-tertiary" on:click=move |_| is_asking.set(false)>
                        {text!(errors.regret)}
                    </button>
                </span>
            }
            .into_any()
        } else {
            view! {
                <button
                    type="button"
                    class="button button-secondary"
                    node_ref=first
                    on:click=move |_| is_asking.set(true)
                >
                    {label}
                    {spoken()}
                </button>
            }
            .into_any()
        }
    }
}
