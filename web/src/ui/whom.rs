//! Whom or what a link or button is about, for those who hear it without its surroundings.

use leptos::prelude::*;

use crate::language::danish;

/// What a municipality called a thing, read by screen readers only, after the words of the link or button.
pub(crate) fn whom(name: &str) -> impl IntoView + use<> {
    let lang = danish();
    view! { <span class="sr-only" lang=lang>": " {name.to_owned()}</span> }
}
