//! `/<m>`: *Hvem kan hjælpe?*

use leptos::prelude::*;

use super::quick_choices::QuickChoices;
use super::search_field::SearchField;
use super::theme_grid::ThemeGrid;
use crate::directory::here::use_here;
use crate::not_found_page::UnknownMunicipality;
use crate::text;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;

/// The page.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let here = use_here();
    let is_unknown = Memo::new(move |_| matches!(here.municipality().get(), Some(Ok(one)) if one.is_none()));
    move || {
        if is_unknown.get() {
            view! { <UnknownMunicipality/> }.into_any()
        } else {
            view! { <Known/> }.into_any()
        }
    }
}

#[component]
fn Known() -> impl IntoView {
    let here = use_here();
    let window_title = Signal::derive(move || here.name().unwrap_or_else(|| text!(start.title).get()));
    view! {
        <div class="start">
            <div class="start-search">
                <PageHeading title=text!(start.title) window_title=window_title/>
                <SearchField/>
                <QuickChoices/>
            </div>
            <h2 id="themes">{text!(start.themes)}</h2>
            {shown(
                here.municipality(),
                || view! { <LoadingCards/> }.into_any(),
                |municipality| {
                    let themes = municipality.as_ref().as_ref().map(|one| one.themes.clone());
                    view! { <ThemeGrid themes=themes.unwrap_or_default()/> }.into_any()
                },
            )}
        </div>
    }
}
