//! `/<m>`: *Hvem kan hjælpe?* For who belongs to the municipality, their desk comes first.

use leptos::prelude::*;

use super::framework_line::FrameworkLine;
use super::quick_choices::QuickChoices;
use super::search_field::SearchField;
use super::theme_grid::ThemeGrid;
use crate::api::{remote, use_api};
use crate::desk::{part::desk, place::has_desk};
use crate::directory::here::use_here;
use crate::directory::queries::municipality;
use crate::language::{td_string, text_by};
use crate::text;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown};

/// The page.
#[component]
pub(crate) fn StartPage() -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let counts = remote(api, move || {
        let slug = here.slug();
        let question = municipality::counts(slug.clone());
        (slug, async move { Ok(api.ask(question).await?.municipality) })
    });
    let has_desk = has_desk();
    let window_title =
        text_by(move |locale| here.name().unwrap_or_else(|| td_string!(locale, start.title).to_owned()));
    let desk_first = changing(Box::new(move || {
        if !has_desk.get() {
            return ().into_any();
        }
        view! {
            <div class="desk">
                <PageHeading title=text!(desk.title) window_title=window_title/>
                {desk()}
            </div>
        }
        .into_any()
    }));
    let question = changing(Box::new(move || {
        if has_desk.get() {
            view! { <h2>{text!(start.title)}</h2> }.into_any()
        } else {
            view! { <PageHeading title=text!(start.title) window_title=window_title/> }.into_any()
        }
    }));
    view! {
        <div class="start">
            {desk_first}
            <div class="start-search">
                {question}
                <SearchField/>
                <QuickChoices counts=counts/>
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
            <FrameworkLine counts=counts/>
        </div>
    }
}
