//! The framework while it is written: a part of the app of its own, loaded when the first of its pages is asked for.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::decide_page::DecidePage;
use super::history_page::{HistoryPage, PlanHistoryPage};
use super::new_row_page::NewRowPage;
use super::overview_page::OverviewPage;
use super::row_page::RowPage;
use super::section_page::SectionPage;
use super::settings_page::SettingsPage;
use crate::ui::part::page_of;

/// A page of this part.
#[derive(Clone, Copy)]
pub(crate) enum DraftPage {
    Overview,
    Section,
    Settings,
    History,
    PlanHistory,
    NewRow,
    Row,
    Decide,
}

impl DraftPage {
    /// Shows the page, once its part of the app is there.
    pub(crate) fn show(self) -> AnyView {
        page_of("draft", || Box::pin(load()), move || Box::pin(build(self)))
    }
}

#[wasm_split(draft, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
pub(crate) fn build(page: DraftPage) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        DraftPage::Overview => OverviewPage().into_any(),
        DraftPage::Section => SectionPage().into_any(),
        DraftPage::Settings => SettingsPage().into_any(),
        DraftPage::History => HistoryPage().into_any(),
        DraftPage::PlanHistory => PlanHistoryPage().into_any(),
        DraftPage::NewRow => NewRowPage().into_any(),
        DraftPage::Row => RowPage().into_any(),
        DraftPage::Decide => DecidePage().into_any(),
    })
}
