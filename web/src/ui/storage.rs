//! Small things remembered on the reader's own device. Never about a person. When the browser refuses, nothing is
//! remembered and nothing breaks.

use leptos::prelude::window;

/// What was remembered under the name.
pub(crate) fn recall(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Remembers a value under the name.
pub(crate) fn remember(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, value);
    }
}
