//! An edition as a page: when and by whom, what can be done with it, its contents, and all it says.

use leptos::prelude::*;

use super::contents::Contents;
use super::done::Done;
use super::queries::edition::{Edition, EditionLink};
use super::read_receipt::ReadReceipt;
use super::section::{Cycle, SectionView, is_empty};
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::identity::viewer::use_viewer;
use crate::language::{Text, td_string, text_by};
use crate::ui::alert::{Alert, Gravity};
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::{routes, text};

/// The edition; `others` are all there are, the newest first.
#[component]
pub(super) fn EditionView(edition: Edition, others: Vec<EditionLink>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let number = edition.number;
    let newest = others.first().map_or(number, |newest| newest.number);
    view! {
        <Breadcrumb steps=vec![Step::to(text!(shell.start), routes::start(&slug))]/>
        <PageHeading title=text!(framework.title_edition, number = number)/>
        <p class="font-lead">{text!(framework.lead)}</p>
        {(!edition.is_newest)
            .then(|| {
                view! {
                    <Alert gravity=Gravity::Warning heading=text!(framework.is_older)>
                        <p class="alert-text">
                            <a href=routes::framework(&slug)>{text!(framework.read_newest, number = newest)}</a>
                        </p>
                    </Alert>
                }
            })}
        <Facts edition=edition.clone()/>
        <Actions number=number others=others.clone()/>
        <ReadReceipt number=number/>
        <Body edition=edition others=others/>
    }
}

/// When it was approved, by whom it was updated, when the next is due.
#[component]
fn Facts(edition: Edition) -> impl IntoView {
    let viewer = use_viewer();
    // Those who have a role here do something about it; to others the day says enough.
    let belongs = Memo::new(move |_| viewer.may().see_history);
    let Edition { approved_on, due_on, is_overdue, is_newest, updated_by, next_update_by, .. } = edition;
    let approved = text_by(move |locale| {
        let date = day(locale, approved_on);
        match &updated_by {
            Some(name) => td_string!(locale, framework.approved_by, date = date, name = name.clone()),
            None => td_string!(locale, framework.approved, date = date),
        }
    });
    let due: Text = text_by(move |locale| {
        let date = day(locale, due_on);
        let words = if is_overdue && belongs.get() {
            td_string!(locale, framework.overdue, date = date)
        } else {
            td_string!(locale, framework.due, date = date)
        };
        match &next_update_by {
            Some(name) => format!("{words} {}", td_string!(locale, framework.due_by, name = name.clone())),
            None => words,
        }
    });
    let is_late = move || is_overdue && belongs.get();
    view! {
        <ul class="unstyled-list framework-facts">
            <li>{icon(Icon::Check)} <span>{approved}</span></li>
            {is_newest
                .then(|| {
                    view! {
                        <li class:is-late=is_late>
                            {move || icon(if is_late() { Icon::Warning } else { Icon::Clock })} <span>{due}</span>
                        </li>
                    }
                })}
        </ul>
    }
}

/// Print it, hold it against another, see the others; write the next.
#[component]
fn Actions(number: i32, others: Vec<EditionLink>) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let viewer = use_viewer();
    let may_write = Memo::new(move |_| viewer.may().edit_directory);
    let before = others.iter().map(|other| other.number).filter(|other| *other < number).max();
    let draft = routes::framework_draft(&slug);
    view! {
        <p class="function-links">
            <a class="function-link" href=routes::framework_print(&slug, number) rel="external">
                {icon(Icon::Print)} <span>{text!(framework.print)}</span>
            </a>
            {before
                .map(|before| {
                    view! {
                        <a class="function-link" href=routes::framework_comparison(&slug, before, number)>
                            {icon(Icon::Paper)} <span>{text!(framework.compare_with, number = before)}</span>
                        </a>
                    }
                })}
            <a class="function-link" href=routes::framework_editions(&slug)>
                {icon(Icon::Clock)} <span>{text!(framework.editions)}</span>
            </a>
            <a class="function-link" href=routes::plans(&slug)>
                {icon(Icon::ArrowRight)} <span>{text!(framework.plans)}</span>
            </a>
            <Show when=move || may_write.get()>
                <a class="function-link" href=draft.clone()>
                    {icon(Icon::Paragraph)} <span>{text!(framework.write)}</span>
                </a>
            </Show>
        </p>
    }
}

/// The contents beside the sections. What nobody has answered is left out for those without a role here.
#[component]
fn Body(edition: Edition, others: Vec<EditionLink>) -> impl IntoView {
    let viewer = use_viewer();
    let shows_all = Memo::new(move |_| viewer.may().see_history);
    let slug = use_here().slug_untracked();
    changing(Box::new(move || {
        let Edition {
            number, approved_on, due_on, sections, services, done, updated_by, next_update_by, ..
        } = edition.clone();
        let shows_all = shows_all.get();
        let cycle = Cycle { number, approved_on, due_on, updated_by, next_update_by };
        let mut sections = sections;
        for section in &mut sections {
            section.questions.retain(|question| shows_all || !is_empty(question, &services));
        }
        sections.retain(|section| !section.questions.is_empty());
        let list = sections.iter().map(|section| section.section).collect();
        let has_done = !done.is_empty();
        let sections = sections.into_iter().map(|section| {
            let (services, cycle) = (services.clone(), cycle.clone());
            view! { <SectionView section=section services=services cycle=Some(cycle)/> }
        });
        view! {
            <div class="framework-columns">
                <Contents sections=list has_done=has_done/>
                <div class="framework-body">
                    {sections.collect_view()}
                    {has_done.then(|| view! { <Done done=done/> })}
                    <Others slug=slug.clone() number=number others=others.clone()/>
                </div>
            </div>
        }
        .into_any()
    }))
}

/// All editions, each a link but the one shown.
#[component]
fn Others(slug: String, number: i32, others: Vec<EditionLink>) -> impl IntoView {
    let items = others.into_iter().map(|other| {
        let (other_number, on) = (other.number, other.approved_on);
        let name = text_by(move |locale| {
            td_string!(locale, framework.edition_of, number = other_number, date = day(locale, on))
        });
        if other_number == number {
            view! { <li aria-current="true">{name} " – " {text!(framework.shown_here)}</li> }.into_any()
        } else {
            view! { <li><a href=routes::framework_edition(&slug, other_number)>{name}</a></li> }.into_any()
        }
    });
    view! {
        <section id="udgaver" class="framework-section" aria-labelledby="udgaver-titel">
            <h2 id="udgaver-titel">{text!(framework.editions)}</h2>
            <ul>{items.collect_view()}</ul>
        </section>
    }
}
