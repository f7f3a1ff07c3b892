//! Asks before somebody leaves with changes that are not saved: by a link of the app, by another address, by closing
//! the window. What was typed stays as a draft in any case.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::language::{td_string, use_language};

/// Starts to ask for as long as the page stands and something is not saved.
pub(crate) fn begin(is_unsaved: Signal<bool>) {
    let has_reason = move || is_unsaved.try_get_untracked() == Some(true);
    let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
        if has_reason() {
            event.prevent_default();
        }
    });
    let language = use_language();
    let pressed = Closure::<dyn FnMut(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
        if has_reason() && leads_away(&event) {
            let question = td_string!(language.get_untracked(), editing.leave);
            if !window().confirm_with_message(question).unwrap_or(true) {
                event.prevent_default();
                event.stop_propagation();
            }
        }
    });
    // The document hears of a press before the router, which listens at the window.
    let _ = document().add_event_listener_with_callback("click", pressed.as_ref().unchecked_ref());
    let pressed = StoredValue::new_local(pressed);
    on_cleanup(move || {
        leaving.remove();
        let _ = pressed.try_with_value(|pressed| {
            document().remove_event_listener_with_callback("click", pressed.as_ref().unchecked_ref())
        });
    });
}

/// Whether the press follows a link to another page of the app in this window.
fn leads_away(event: &web_sys::MouseEvent) -> bool {
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
    link.is_some_and(|link| {
        let href = link.get_attribute("href").unwrap_or_default();
        href.starts_with('/') && !link.has_attribute("target") && !is_outside(&link)
    })
}

/// A page that the server renders: the browser itself asks.
fn is_outside(link: &web_sys::Element) -> bool {
    link.get_attribute("rel").is_some_and(|rel| rel.contains("external"))
}
