//! The plans: a part of the app of its own, loaded when the first of its pages is asked for.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::edit_page::EditPage;
use super::list_page::ListPage;
use super::new_page::NewPage;
use super::plan_page::OnePlanPage;
use crate::ui::part::page_of;

/// A page of this part.
#[derive(Clone, Copy)]
pub(crate) enum PlanPage {
    List,
    Plan,
    New,
    Edit,
}

impl PlanPage {
    /// Shows the page, once its part of the app is there.
    pub(crate) fn show(self) -> AnyView {
        page_of("plan", || Box::pin(load()), move || Box::pin(build(self)))
    }
}

#[wasm_split(plan, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
pub(crate) fn build(page: PlanPage) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        PlanPage::List => ListPage().into_any(),
        PlanPage::Plan => OnePlanPage().into_any(),
        PlanPage::New => NewPage().into_any(),
        PlanPage::Edit => EditPage().into_any(),
    })
}
