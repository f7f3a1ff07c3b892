//! `/<m>/ramme/sammenlign?fra=1&til=2`: two editions held against each other; without `til`, or with `til=udkast`, an
//! edition and what is being written.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::differences::AllDifferences;
use super::queries::comparison::{ChoicesMunicipality, between, choices};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::language::{Text, td_string, text_by, use_language};
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::field::Choice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown};
use crate::{routes, text};

/// What stands in the address for what is being written.
const DRAFT: &str = "udkast";

/// Which two are held against each other; `to` none is what is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pair {
    from: i32,
    to: Option<i32>,
}

/// The page.
#[component]
pub(crate) fn ComparePage() -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|query| (query.get("fra"), query.get("til"))));
    let slug = here.slug_untracked();
    let found = remote(api, move || {
        let slug = here.slug();
        (slug.clone(), async move { Ok(api.send(choices(slug)).await?.municipality) })
    });
    view! {
        <Breadcrumb steps=vec![
            Step::to(text!(shell.start), routes::start(&slug)),
            Step::to(text!(framework.title), routes::framework(&slug)),
            Step::to(text!(framework.editions), routes::framework_editions(&slug)),
        ]/>
        <PageHeading title=text!(framework.compare_title)/>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            move |answer| match answer.as_ref() {
                None => view! { <NothingThere/> }.into_any(),
                Some(found) => view! { <Chosen found=found.clone() asked=asked/> }.into_any(),
            },
        )}
    }
}

/// The two fields to choose with, and the differences of what is chosen.
#[component]
fn Chosen(found: ChoicesMunicipality, asked: Memo<(Option<String>, Option<String>)>) -> impl IntoView {
    let numbers: Vec<i32> = found.framework_editions.iter().map(|edition| edition.number).collect();
    let has_draft = found.framework.is_some();
    if numbers.is_empty() || (numbers.len() < 2 && !has_draft) {
        return view! {
            <EmptyNotice heading=text!(framework.compare_none)>
                <p>{text!(framework.compare_none_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let pair = Memo::new(move |_| {
        let (from, to) = asked.get();
        pair(&numbers, has_draft, from.as_deref(), to.as_deref())
    });
    view! {
        <Choosing found=found pair=pair/>
        {changing(Box::new(move || match pair.get() {
            Some(pair) => view! { <Compared pair=pair/> }.into_any(),
            None => view! {
                <EmptyNotice heading=text!(framework.no_such_edition)>
                    <p>{text!(framework.compare_choose)}</p>
                </EmptyNotice>
            }
            .into_any(),
        }))}
    }
    .into_any()
}

/// The two of the address. Where it names none: the newest and the one before, or what is being written.
fn pair(numbers: &[i32], has_draft: bool, from: Option<&str>, to: Option<&str>) -> Option<Pair> {
    let known = |text: &str| text.parse::<i32>().ok().filter(|number| numbers.contains(number));
    let newest = numbers.iter().copied().max()?;
    let before = |number: i32| numbers.iter().copied().filter(|other| *other < number).max();
    match (from, to) {
        (None, None) => match before(newest) {
            Some(from) => Some(Pair { from, to: Some(newest) }),
            None => has_draft.then_some(Pair { from: newest, to: None }),
        },
        (Some(from), None | Some(DRAFT)) => {
            let from = known(from)?;
            has_draft.then_some(Pair { from, to: None })
        }
        (None, Some(DRAFT)) => has_draft.then_some(Pair { from: newest, to: None }),
        (None, Some(to)) => {
            let to = known(to)?;
            Some(Pair { from: before(to)?, to: Some(to) })
        }
        (Some(from), Some(to)) => Some(Pair { from: known(from)?, to: Some(known(to)?) }),
    }
}

#[component]
fn Choosing(found: ChoicesMunicipality, pair: Memo<Option<Pair>>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let navigate = use_navigate();
    let has_draft = found.framework.is_some();
    let editions = StoredValue::new(found.framework_editions);
    let language = use_language();
    let options = move |with_draft: bool| {
        Signal::derive(move || {
            let locale = language.get();
            let draft =
                with_draft.then(|| (DRAFT.to_owned(), td_string!(locale, framework.draft).to_owned()));
            let editions = editions.with_value(|editions| {
                let words = editions.iter().map(|edition| {
                    let (number, date) = (edition.number, day(locale, edition.approved_on));
                    let words = td_string!(locale, framework.edition_of, number = number, date = date);
                    (number.to_string(), words)
                });
                words.collect::<Vec<_>>()
            });
            draft.into_iter().chain(editions).collect::<Vec<_>>()
        })
    };
    let newest = editions.with_value(|editions| editions.first().map(|edition| edition.number));
    let chosen = move |pair: Option<Pair>| {
        let newest = newest.map(|number| number.to_string()).unwrap_or_default();
        match pair {
            Some(Pair { from, to: Some(to) }) => (from.to_string(), to.to_string()),
            Some(Pair { from, to: None }) => (from.to_string(), DRAFT.to_owned()),
            None => (newest.clone(), newest),
        }
    };
    let (first, second) = chosen(pair.get_untracked());
    let (from, to) = (RwSignal::new(first), RwSignal::new(second));
    // The fields follow the address, as when one goes back, and keep the focus.
    Effect::new(move |_| {
        let (first, second) = chosen(pair.get());
        from.set(first);
        to.set(second);
    });
    let compare = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (from, to) = (from.get_untracked(), to.get_untracked());
        let address = format!("{}?fra={from}&til={to}", routes::framework_comparison_page(&slug));
        navigate(&address, NavigateOptions { scroll: false, ..NavigateOptions::default() });
    };
    view! {
        <form class="compare-form" on:submit=compare>
            <Choice id="compare-from" label=text!(framework.compare_from) value=from options=options(false)/>
            <Choice id="compare-to" label=text!(framework.compare_to) value=to options=options(has_draft)/>
            <button type="submit" class="button button-primary">{text!(framework.compare_do)}</button>
        </form>
    }
}

#[component]
fn Compared(pair: Pair) -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let found = remote(api, move || {
        let slug = here.slug();
        let key = format!("{slug} {} {:?}", pair.from, pair.to);
        let answer = async move {
            let municipality = api.send(between(slug, pair.from, pair.to)).await?.municipality;
            Ok(municipality.map(|found| found.framework_comparison.differences).unwrap_or_default())
        };
        (key, answer)
    });
    let heading: Text = text_by(move |locale| match pair.to {
        Some(to) => td_string!(locale, framework.compared, from = pair.from, to = to),
        None => td_string!(locale, framework.compared_draft, from = pair.from),
    });
    view! {
        <p class="font-lead" role="status">{heading}</p>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| {
                if answer.is_empty() {
                    view! {
                        <EmptyNotice heading=text!(framework.no_difference)>
                            <p>{text!(framework.no_difference_do)}</p>
                        </EmptyNotice>
                    }
                        .into_any()
                } else {
                    view! { <AllDifferences differences=answer.as_ref().clone()/> }.into_any()
                }
            },
        )}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_an_address_the_last_two() {
        let two = |from, to| Some(Pair { from, to });
        assert_eq!(pair(&[3, 2, 1], true, None, None), two(2, Some(3)));
        assert_eq!(pair(&[1], true, None, None), two(1, None));
        assert_eq!(pair(&[1], false, None, None), None);
        assert_eq!(pair(&[], true, None, None), None);
    }

    #[test]
    fn the_address_names_two_or_one_and_the_draft() {
        let two = |from, to| Some(Pair { from, to });
        assert_eq!(pair(&[2, 1], false, Some("1"), Some("2")), two(1, Some(2)));
        assert_eq!(pair(&[2, 1], true, Some("1"), Some(DRAFT)), two(1, None));
        assert_eq!(pair(&[2, 1], true, Some("2"), None), two(2, None));
        assert_eq!(pair(&[2, 1], true, None, Some("2")), two(1, Some(2)));
    }

    #[test]
    fn what_is_not_there_is_not_compared() {
        assert_eq!(pair(&[2, 1], true, Some("1"), Some("7")), None);
        assert_eq!(pair(&[2, 1], true, Some("x"), None), None);
        assert_eq!(pair(&[2, 1], false, Some("1"), Some(DRAFT)), None);
    }
}
