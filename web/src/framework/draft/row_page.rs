//! `/<m>/ramme/udkast/<afsnit>/ret/<id>`: a row of a register, to change or take out.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::framework::registers::form::page::{RowForm, Wanted};
use crate::framework::sections::Section;
use crate::not_found_page::NothingThere;
use crate::ui::shown::changing;

/// The page.
#[component]
pub(crate) fn RowPage() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let value = |name: &str| params.with(|params| params.get(name).unwrap_or_default());
        Some((Section::of_slug(&value("section"))?, value("id")))
    });
    changing(Box::new(move || match asked.get() {
        None => view! { <NothingThere/> }.into_any(),
        Some((section, id)) => view! { <RowForm section=section wanted=Wanted::There(id)/> }.into_any(),
    }))
}
