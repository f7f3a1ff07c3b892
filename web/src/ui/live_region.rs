//! A sentence that screen readers read when it changes, without moving the focus. It waits a little, so that fast
//! typing is not answered letter by letter.

use std::time::Duration;

use leptos::prelude::*;

use crate::language::Text;

/// How long a sentence must stand still before it is read.
const PAUSE: Duration = Duration::from_millis(600);

/// Reads the text aloud when it has come to rest; shows nothing.
#[component]
pub(crate) fn LiveRegion(text: Text) -> impl IntoView {
    let at_rest = RwSignal::new(String::new());
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let sentence = text.get();
        if let Some(Some(handle)) = pending.try_get_value() {
            handle.clear();
        }
        let handle = set_timeout_with_handle(move || drop(at_rest.try_set(sentence)), PAUSE);
        pending.set_value(handle.ok());
    });
    view! { <p class="sr-only" role="status" aria-live="polite">{at_rest}</p> }
}
