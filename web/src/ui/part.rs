//! A page of a part of the app that not everybody needs. The part is loaded when the first of its pages is asked for;
//! meanwhile the page looks as it does when an answer is awaited, and a part that does not come is told like an answer
//! that does not.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use super::loading::LoadingPage;
use super::shown::shown_as_page;
use crate::api::{remote, use_api};

/// A part of the app on its way.
pub(crate) type Loading = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

/// A page of a part; there at once when the part is.
pub(crate) type Building = Pin<Box<dyn Future<Output = Result<AnyView, SplitLoaderError>>>>;

/// Shows a page of the part of this name.
pub(crate) fn page_of(
    name: &'static str,
    load: fn() -> Loading,
    build: impl Fn() -> Building + Send + 'static,
) -> AnyView {
    let api = use_api();
    let part = remote(api, move || (name.to_owned(), api.part(load())));
    shown_as_page(part, move |_| built(build()))
}

/// The page, or a section of one, built where it is shown, so that it finds the contexts around it.
pub(crate) fn built(mut page: Building) -> AnyView {
    match page.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => view,
        Poll::Ready(Err(_)) | Poll::Pending => view! { <LoadingPage/> }.into_any(),
    }
}
