//! Loads the parts of the app that its people work with ahead of their first click, once somebody has signed in and the
//! page has come to rest. A visitor never loads them, nor does who asked to save data.

use leptos::prelude::*;

use super::warm::{REST, has_worker, saves_data};
use crate::identity::viewer::{Standing, use_viewer};
use crate::{desk, editing, identity};

/// Watches whether somebody has signed in; call once.
pub(crate) fn begin() {
    let viewer = use_viewer();
    Effect::new(move |has_begun: Option<bool>| {
        let is_signed_in = matches!(viewer.standing(), Standing::SignedIn(_));
        let has_begun = has_begun.unwrap_or_default();
        if is_signed_in && !has_begun {
            set_timeout(|| leptos::task::spawn_local(load_all()), REST);
        }
        has_begun || is_signed_in
    });
}

/// What does not come now comes when it is asked for.
async fn load_all() {
    // What is loaded before the service worker is there is not kept by it.
    if !saves_data() && has_worker().await {
        let _ = desk::part::load().await;
        let _ = identity::pages::load().await;
        let _ = editing::pages::load().await;
    }
}
