//! The published framework: a part of the app of its own, loaded when the first of its pages is asked for.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::compare_page::ComparePage;
use super::editions_page::EditionsPage;
use super::published_page::PublishedPage;
use crate::ui::part::page_of;

/// A page of this part.
#[derive(Clone, Copy)]
pub(crate) enum FrameworkPage {
    Published,
    Editions,
    Compare,
}

impl FrameworkPage {
    /// Shows the page, once its part of the app is there.
    pub(crate) fn show(self) -> AnyView {
        page_of("framework", || Box::pin(load()), move || Box::pin(build(self)))
    }
}

#[wasm_split(framework, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
pub(crate) fn build(page: FrameworkPage) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        FrameworkPage::Published => PublishedPage().into_any(),
        FrameworkPage::Editions => EditionsPage().into_any(),
        FrameworkPage::Compare => ComparePage().into_any(),
    })
}
