//! What a page shows while an answer is awaited: grey shapes where the content will be, so that nothing jumps, and a
//! sentence for those who don't see them.

use leptos::prelude::*;

use crate::text;

/// Lines of text to come, under a heading to come.
#[component]
pub(crate) fn LoadingPage() -> impl IntoView {
    view! {
        <div class="loading loading-page">
            <p class="sr-only" role="status">{text!(shell.loading)}</p>
            <div class="skeleton skeleton-heading"></div>
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-block"></div>
        </div>
    }
}

/// Cards to come.
#[component]
pub(crate) fn LoadingCards() -> impl IntoView {
    view! {
        <div class="loading">
            <p class="sr-only" role="status">{text!(shell.loading)}</p>
            <div class="skeleton skeleton-card"></div>
            <div class="skeleton skeleton-card"></div>
            <div class="skeleton skeleton-card"></div>
        </div>
    }
}
