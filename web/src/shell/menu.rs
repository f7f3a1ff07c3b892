//! The drawer with the navigation on narrow screens: the browser's own dialog, so that the focus stays in it, Escape
//! closes it, and the focus goes back to the button that opened it.

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;

use super::navigation::{Navigation, Place};
use crate::text;
use crate::ui::icon::{Icon, icon};

/// The drawer; whoever holds its reference opens it.
#[component]
pub(crate) fn Menu(drawer: NodeRef<html::Dialog>) -> impl IntoView {
    let close = move || {
        if let Some(drawer) = drawer.get_untracked() {
            drawer.close();
        }
    };
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        close();
    });
    // A press on the dimmed page is a press on the dialog itself, outside what it holds.
    let close_outside = move |event: leptos::ev::MouseEvent| {
        let pressed = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if pressed.is_some_and(|pressed| pressed.tag_name() == "DIALOG") {
            close();
        }
    };
    view! {
        <dialog class="mobile-drawer" aria-labelledby="menu-heading" node_ref=drawer on:click=close_outside>
            <div class="drawer-inner">
                <div class="menu-top">
                    <h2 id="menu-heading" class="menu-heading">{text!(shell.menu)}</h2>
                    <button type="button" class="function-link button-menu-close" on:click=move |_| close()>
                        {icon(Icon::Close)}
                        <span>{text!(shell.close)}</span>
                    </button>
                </div>
                <nav class="navigation-menu-mobile" aria-label=text!(shell.main_menu)>
                    <Navigation place=Place::Drawer/>
                </nav>
            </div>
        </dialog>
    }
}
