//! Small things remembered on the reader's own device. Nothing about citizens. When the browser refuses, nothing is
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

/// Forgets what was remembered under the name.
pub(crate) fn forget(name: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(name);
    }
}

/// Forgets all that was remembered under names that begin so.
pub(crate) fn forget_all(beginning: &str) {
    let Ok(Some(storage)) = window().local_storage() else { return };
    let names = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok()?);
    let names: Vec<String> = names.filter(|name| name.starts_with(beginning)).collect();
    for name in names {
        let _ = storage.remove_item(&name);
    }
}
