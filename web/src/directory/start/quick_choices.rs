//! The choices most often made, one press away, each with its count.

use leptos::prelude::*;

use crate::api::Remote;
use crate::directory::here::use_here;
use crate::directory::queries::hits::FacetCount;
use crate::directory::queries::municipality::{CountedMunicipality, StartFacets};
use crate::directory::search::Search;
use crate::format::words::uncapitalised;
use crate::language::{Locale, Text, td_string, text_by};
use crate::ui::shown::changing;
use crate::{routes, text};

/// How many target groups are offered.
const GROUPS: usize = 4;

/// Open now, without referral, and the largest target groups.
#[component]
pub(crate) fn QuickChoices(counts: Remote<Option<CountedMunicipality>>) -> impl IntoView {
    let here = use_here();
    let choices = changing(Box::new(move || match counts.get() {
        None => awaited(),
        Some(Ok(answer)) => {
            let facets = answer.as_ref().as_ref().map(|counted| counted.services.facets.clone());
            facets.map(|facets| view! { <Choices slug=here.slug() facets=facets/> }).into_any()
        }
        // Nothing is said: the themes below tell of the failure.
        Some(Err(_)) => ().into_any(),
    }));
    view! { <nav class="quick-choices" aria-label=text!(start.quick)>{choices}</nav> }
}

/// The shapes of choices to come, so that the themes below do not jump.
fn awaited() -> AnyView {
    let shapes = (0..GROUPS + 1).map(|_| view! { <li class="chip chip-awaited"></li> });
    view! { <ul class="chips" aria-hidden="true">{shapes.collect_view()}</ul> }.into_any()
}

#[component]
fn Choices(slug: String, facets: StartFacets) -> impl IntoView {
    let chip = move |name: Text, count: i32, search: Search| {
        let href = routes::services(&slug, &search.query(1));
        (count > 0).then(|| {
            view! {
                <li>
                    <a class="chip" href=href>
                        {name} <span class="count">{count}</span>
                    </a>
                </li>
            }
        })
    };
    let without_referral: i32 = facets
        .access
        .iter()
        .filter(|access| matches!(access.value.as_str(), "OPEN" | "SELF_REFERRAL"))
        .map(|access| access.count)
        .sum();
    let mut groups = facets.target_groups;
    groups.sort_by_key(|group| std::cmp::Reverse(group.count));
    let groups = groups.into_iter().take(GROUPS).map(|group| {
        let search = Search::for_target_group(&group.value);
        let count = group.count;
        let name = text_by(move |locale| {
            let label = uncapitalised(group_label(locale, &group));
            td_string!(locale, start.for_group, group = label)
        });
        chip(name, count, search)
    });
    let groups: Vec<_> = groups.collect();
    view! {
        <ul class="chips">
            {chip(text!(list.open_now), facets.open_now, Search::open_now())}
            {chip(text!(start.without_referral), without_referral, Search::without_referral())}
            {groups}
        </ul>
    }
}

fn group_label(locale: Locale, group: &FacetCount) -> &str {
    if locale == Locale::en && !group.label_en.is_empty() { &group.label_en } else { &group.label }
}
