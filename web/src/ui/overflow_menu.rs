//! The design system's overflow menu: a button that opens a list of ways on. Escape, a press outside and a change of
//! page close it.

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

/// The menu. `button` is what the button shows, `list` what it opens; the list is made when it is opened.
#[component]
pub(crate) fn OverflowMenu(
    /// The id of what opens.
    id: &'static str,
    /// Classes beside the design system's.
    class: &'static str,
    /// What the button shows.
    button: AnyView,
    /// What it opens.
    list: fn() -> AnyView,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let opener = NodeRef::<html::Button>::new();
    let whole = NodeRef::<html::Div>::new();
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        open.set(false);
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            if let Some(opener) = opener.get_untracked() {
                let _ = opener.focus();
            }
        }
    };
    let outside = window_event_listener(leptos::ev::click, move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let is_inside = whole.get_untracked().is_some_and(|whole| whole.contains(pressed.as_ref()));
        if !is_inside {
            let _ = open.try_set(false);
        }
    });
    on_cleanup(move || outside.remove());
    view! {
        <div class=format!("overflow-menu {class}") node_ref=whole on:keydown=on_key>
            <button
                type="button"
                class="button-overflow-menu"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=id
                node_ref=opener
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {button}
            </button>
            <div class="overflow-menu-inner" class:collapsed=move || !open.get() id=id>
                {move || open.get().then(list)}
            </div>
        </div>
    }
}
