//! `/<m>/ramme` and `/<m>/ramme/udgave/<n>`: a published edition of the framework, the newest or an earlier one.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

use super::edition::EditionView;
use super::queries::edition::{EditionLink, one};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::identity::viewer::{Standing, use_viewer};
use crate::not_found_page::NothingThere;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::page::PageHeading;
use crate::ui::shown::{changing, shown_as_page};
use crate::{routes, text};

/// The page.
#[component]
pub(crate) fn PublishedPage() -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("n")));
    let found = remote(api, move || {
        let (slug, number) = (here.slug(), number.get());
        let key = format!("{slug} {}", number.clone().unwrap_or_default());
        let number = number.map(|number| number.parse::<i32>().ok());
        let answer = async move {
            // No number at all means the newest; one that is none means an edition that there isn't.
            let asked = match number {
                Some(None) => return Ok(None),
                Some(number) => number,
                None => None,
            };
            Ok(api.ask(one(slug, asked)).await?.municipality)
        };
        (key, answer)
    });
    shown_as_page(found, move |answer| {
        let is_numbered = number.get_untracked().is_some();
        match answer.as_ref() {
            None => view! { <NothingThere/> }.into_any(),
            Some(found) => match &found.framework_edition {
                Some(edition) => {
                    let others = found.framework_editions.clone();
                    view! { <EditionView edition=edition.clone() others=others/> }.into_any()
                }
                None => view! { <Absent is_numbered=is_numbered others=found.framework_editions.clone()/> }
                    .into_any(),
            },
        }
    })
}

/// There is no such edition, or it is not for these eyes: the way on for whoever asks.
#[component]
fn Absent(is_numbered: bool, others: Vec<EditionLink>) -> impl IntoView {
    let here = use_here();
    let viewer = use_viewer();
    let path = use_location().pathname;
    let is_visitor = Memo::new(move |_| viewer.standing() == Standing::Visitor);
    let may_write = Memo::new(move |_| viewer.may().edit_directory);
    let slug = here.slug_untracked();
    let newest = others.first().map(|newest| newest.number).filter(|_| is_numbered);
    let notice = changing(Box::new(move || {
        let slug = slug.clone();
        if let Some(number) = newest {
            return view! {
                <EmptyNotice heading=text!(framework.no_such_edition)>
                    <p><a href=routes::framework(&slug)>{text!(framework.read_newest, number = number)}</a></p>
                </EmptyNotice>
            }
            .into_any();
        }
        if is_visitor.get() {
            return view! {
                <EmptyNotice heading=text!(framework.none_public)>
                    <p>{text!(framework.none_public_do)}</p>
                    <p>
                        <a class="button button-primary" href=move || routes::sign_in_then(&path.get())>
                            {text!(identity.sign_in)}
                        </a>
                    </p>
                </EmptyNotice>
            }
            .into_any();
        }
        let way_on = if may_write.get() {
            view! {
                <p>{text!(framework.none_yet_write)}</p>
                <p>
                    <a class="button button-primary" href=routes::framework_draft(&slug)>
                        {text!(framework.write)}
                    </a>
                </p>
            }
            .into_any()
        } else {
            view! { <p>{text!(framework.none_yet_do)}</p> }.into_any()
        };
        view! { <EmptyNotice heading=text!(framework.none_yet)>{way_on}</EmptyNotice> }.into_any()
    }));
    view! {
        <Breadcrumb steps=vec![Step::to(text!(shell.start), routes::start(&here.slug_untracked()))]/>
        <PageHeading title=text!(framework.title)/>
        {notice}
    }
}
