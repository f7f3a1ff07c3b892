//! A remote value on the page: the shape of it while it is awaited, the failure if it failed, or itself.

use std::sync::Arc;

use leptos::prelude::*;

use super::failure_notice::FailureNotice;
use crate::api::Remote;

/// Shows a remote value by one of three views.
pub(crate) fn shown<T>(
    value: Remote<T>,
    awaited: fn() -> AnyView,
    view: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView
where
    T: Send + Sync + 'static,
{
    let now = move || match value.get() {
        None => awaited(),
        Some(Err(failure)) => view! { <FailureNotice failure=failure/> }.into_any(),
        Some(Ok(answer)) => view(answer),
    };
    changing(Box::new(now))
}

/// A view that is built anew when a signal it reads changes. One type whatever the view.
pub(crate) fn changing(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}
