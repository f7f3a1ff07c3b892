//! `/<m>`: *Hvem kan hjælpe?*

use leptos::prelude::*;

use super::quick_choices::QuickChoices;
use super::search_field::SearchField;
use super::theme_grid::ThemeGrid;
use crate::directory::here::use_here;
use crate::language::{td_string, text_by};
use crate::text;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;

/// The page.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let here = use_here();
    let window_title =
        text_by(move |locale| here.name().unwrap_or_else(|| td_string!(locale, start.title).to_owned()));
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
                |found| {
                    let themes = found.1.as_ref().map(|municipality| municipality.themes.clone());
                    view! { <ThemeGrid themes=themes.unwrap_or_default()/> }.into_any()
                },
            )}
        </div>
    }
}
