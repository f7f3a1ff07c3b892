//! The themes as pictures and words: the design system's navigation cards.

use leptos::prelude::*;

use crate::counted;
use crate::directory::here::use_here;
use crate::directory::queries::municipality::Theme;
use crate::directory::search::Search;
use crate::language::{danish, named, text_by};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::icon::{Picture, picture};
use crate::{routes, text};

/// A card for each theme.
#[component]
pub(crate) fn ThemeGrid(themes: Vec<Theme>) -> impl IntoView {
    if themes.is_empty() {
        return view! {
            <EmptyNotice heading=text!(list.no_services)>
                <p>{text!(list.no_services_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let cards = themes.into_iter().map(|theme| view! { <li><ThemeCard theme=theme/></li> });
    view! { <ul class="theme-grid no-max-width" aria-labelledby="themes">{cards.collect_view()}</ul> }
        .into_any()
}

#[component]
fn ThemeCard(theme: Theme) -> impl IntoView {
    let lang = danish();
    let href = routes::services(&use_here().slug_untracked(), &Search::about_theme(&theme.slug).query(1));
    let (name, name_lang) = named(theme.name, theme.name_en);
    let count = theme.service_count;
    let count_words = text_by(move |locale| {
        counted!(locale, count, directory.service_count_one, directory.service_count_many)
    });
    view! {
        <a class="card theme-card" href=href>
            {picture(Picture::of_key(&theme.icon))}
            <span class="card-content">
                <span class="card-heading h4" lang=name_lang>{name}</span>
                {theme.description.map(|words| view! { <span class="theme-about" lang=lang>{words}</span> })}
                <span class="theme-count">{count_words}</span>
            </span>
        </a>
    }
}
