//! `/<m>/ramme/udkast/<afsnit>/ny/<register>`: a new row of a register; `?niveau=…` says for which level.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::framework::registers::form::page::{RowForm, Wanted};
use crate::framework::registers::queries::{Level, Register};
use crate::framework::registers::slug::LEVEL;
use crate::framework::sections::Section;
use crate::not_found_page::NothingThere;
use crate::ui::shown::changing;

/// The page.
#[component]
pub(crate) fn NewRowPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let asked = Memo::new(move |_| {
        let value = |name: &str| params.with(|params| params.get(name).unwrap_or_default());
        let level = query.with(|query| query.get(LEVEL)).and_then(|slug| Level::of_slug(&slug));
        Some((Section::of_slug(&value("section"))?, Register::of_slug(&value("register"))?, level))
    });
    changing(Box::new(move || match asked.get() {
        None => view! { <NothingThere/> }.into_any(),
        Some((section, register, level)) => {
            view! { <RowForm section=section wanted=Wanted::New(register, level)/> }.into_any()
        }
    }))
}
