//! The part of the app that the desk is, loaded when it is first shown.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::board::Board;
use crate::api::{remote, use_api};
use crate::ui::loading::LoadingCards;
use crate::ui::part::built;
use crate::ui::shown::shown;

/// Shows the desk, once its part of the app is there.
pub(crate) fn desk() -> AnyView {
    let api = use_api();
    let part = remote(api, move || (String::from("desk"), api.part(Box::pin(load()))));
    shown(part, || view! { <LoadingCards/> }.into_any(), |_| built(Box::pin(build(()))))
}

#[wasm_split(desk, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
pub(crate) fn build(_whole: ()) -> Result<AnyView, SplitLoaderError> {
    Ok(Board().into_any())
}
