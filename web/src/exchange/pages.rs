//! The pages of this area: a part of the app of its own, loaded when the first of them is asked for. Nothing outside
//! names a page itself, or it would be loaded with the rest.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::editions_page::EditionsPage;
use super::exchange_page::ExchangePage as InAndOutPage;
use super::new_municipality_page::NewMunicipalityPage;
use crate::ui::part::page_of;

/// A page of this area.
#[derive(Clone, Copy)]
pub(crate) enum ExchangePage {
    Editions,
    InAndOut,
    NewMunicipality,
}

impl ExchangePage {
    /// Shows the page, once its part of the app is there.
    pub(crate) fn show(self) -> AnyView {
        page_of("exchange", || Box::pin(load()), move || Box::pin(build(self)))
    }
}

#[wasm_split(exchange, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
pub(crate) fn build(page: ExchangePage) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        ExchangePage::Editions => EditionsPage().into_any(),
        ExchangePage::InAndOut => InAndOutPage().into_any(),
        ExchangePage::NewMunicipality => NewMunicipalityPage().into_any(),
    })
}
