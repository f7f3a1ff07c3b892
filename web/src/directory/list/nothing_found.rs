//! When nothing was found: what comes nearest, and a way on.

use leptos::prelude::*;

use super::hit_card::HitCard;
use super::hits::Found;
use super::list_page::Listing;
use crate::directory::here::use_here;
use crate::directory::search::Search;
use crate::ui::empty_notice::EmptyNotice;
use crate::{routes, text};

/// Other words, near services, fewer filters, and the contacts.
#[component]
pub(crate) fn NothingFound(listing: Listing, found: Found) -> impl IntoView {
    let here = use_here();
    let slug = here.slug_untracked();
    let is_empty_directory = found.search == Search::default();
    if is_empty_directory {
        return view! {
            <EmptyNotice heading=text!(list.no_services)>
                <p>{text!(list.no_services_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let typed_only = Search::of_text(&found.search.text);
    let has_filters = found.search.has_filters();
    let words = found.suggestions.iter().map(|word| {
        let href = routes::services(&slug, &Search::of_text(word).query(1));
        view! { <a class="chip" href=href lang="da">{word.clone()}</a> }
    });
    let has_words = !found.suggestions.is_empty();
    let words = words.collect_view();
    let nearest = found.nearest.into_iter().enumerate().map(|(index, service)| {
        view! { <HitCard service=service matches=Vec::new() place=index/> }
    });
    let nearest: Vec<_> = nearest.collect();
    let has_nearest = !nearest.is_empty();
    view! {
        <EmptyNotice heading=text!(list.nothing)>
            <p>{text!(list.nothing_do)}</p>
            {has_words.then(|| view! { <p>{text!(list.did_you_mean)}</p> <p>{words}</p> })}
            <ul class="nobullet-list way-on">
                {has_filters
                    .then(|| {
                        let let_go = move |_| listing.ask.run(typed_only.clone());
                        view! {
                            <li>
                                <button type="button" class="button button-secondary" on:click=let_go>
                                    {text!(list.without_filters)}
                                </button>
                            </li>
                        }
                    })}
                <li><a href=routes::services(&slug, "")>{text!(list.all_services)}</a></li>
                <li><a href=routes::contacts(&slug)>{text!(list.look_up_contact)}</a></li>
            </ul>
        </EmptyNotice>
        {has_nearest
            .then(|| {
                view! {
                    <h2 class="h3" id="nearest">{text!(list.nearest)}</h2>
                    <ol class="hits no-max-width" aria-labelledby="nearest">{nearest}</ol>
                }
            })}
    }
    .into_any()
}
