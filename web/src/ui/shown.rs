//! A remote value: the shape of it while it is awaited, the failure if it failed, or itself. As a whole page, which then
//! always has a heading, or as a part of one.

use std::sync::Arc;

use leptos::prelude::*;

use super::failure_notice::{FailureNotice, FailurePage};
use super::loading::LoadingPage;
use crate::api::Remote;

/// Shows a remote value as a whole page, with a heading whatever happens.
pub(crate) fn shown_as_page<T>(value: Remote<T>, view: impl Fn(Arc<T>) -> AnyView + Send + 'static) -> AnyView
where
    T: Send + Sync + 'static,
{
    changing(Box::new(move || match value.get() {
        None => view! { <LoadingPage/> }.into_any(),
        Some(Err(failure)) => view! { <FailurePage failure=failure/> }.into_any(),
        Some(Ok(answer)) => view(answer),
    }))
}

/// Shows a remote value as a part of a page.
pub(crate) fn shown<T>(
    value: Remote<T>,
    awaited: fn() -> AnyView,
    view: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView
where
    T: Send + Sync + 'static,
{
    changing(Box::new(move || match value.get() {
        None => awaited(),
        Some(Err(failure)) => view! { <FailureNotice failure=failure/> }.into_any(),
        Some(Ok(answer)) => view(answer),
    }))
}

/// A view that is built anew when a signal it reads changes. One type whatever the view.
pub(crate) fn changing(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}
