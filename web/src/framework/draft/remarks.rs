//! What the steering group said when it sent the framework back, and that it is seen to.

use leptos::prelude::*;

use super::queries::cycle::{FrameworkRemarkSettleInput, framework_remark_settle};
use super::queries::overview::Remark;
use super::section::place::wrong;
use crate::api::use_api;
use crate::clock;
use crate::directory::here::use_here;
use crate::format::words::near_past;
use crate::language::{danish, td_string, text_by};
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::icon::{Icon, icon};
use crate::{routes, text};

/// The remarks; `names_section` where they are of several.
#[component]
pub(super) fn Remarks(
    remarks: Vec<Remark>,
    /// Whether each tells of which section it is, with a link there.
    names_section: bool,
    /// Called when one was seen to.
    changed: Callback<()>,
) -> impl IntoView {
    let attempt = Attempt::new(wrong);
    let items = remarks
        .into_iter()
        .map(|remark| view! { <One remark=remark names_section=names_section changed=changed attempt=attempt/> })
        .collect_view();
    view! {
        <AttemptErrors attempt=attempt fields=&[]/>
        <ul class="nobullet-list returned-remarks">{items}</ul>
    }
}

#[component]
fn One(remark: Remark, names_section: bool, changed: Callback<()>, attempt: Attempt) -> impl IntoView {
    let api = use_api();
    let lang = danish();
    let slug = use_here().slug_untracked();
    let (at, today) = (remark.at, clock::today());
    let when = text_by(move |locale| near_past(locale, at, today));
    let section = remark.section;
    let named = names_section.then(|| {
        view! {
            <p class="weight-semibold">
                <a href=routes::framework_section(&slug, section.slug())>{section.number()} ". " {section.title()}</a>
            </p>
        }
    });
    let is_settled = remark.settled_at.is_some();
    let id = remark.id.clone();
    let press = move |_| {
        let input = FrameworkRemarkSettleInput { id: id.clone(), is_settled: !is_settled };
        let work = async move {
            let answer = api.send(framework_remark_settle::ask(input)).await?;
            Ok(((), answer.framework_remark_settle.user_errors))
        };
        attempt.run(work, move |()| {
            let _ = changed.try_run(());
        });
    };
    let words = if is_settled { text!(draft.remark_reopen) } else { text!(draft.remark_settle) };
    let about = text_by(move |locale| td_string!(locale, draft.remark_about, section = section.name(locale)));
    let button = remark.can_settle.then(|| {
        view! {
            <button type="button" class="button button-secondary" on:click=press>
                {words}
                <span class="sr-only">" " {about}</span>
            </button>
        }
    });
    view! {
        <li class="returned-remark" class:is-settled=is_settled>
            {named}
            <blockquote class="version" lang=lang>{remark.text}</blockquote>
            <p class="small-text">{remark.person.map(|person| format!("{person} · "))} {when}</p>
            {is_settled
                .then(|| view! { <p class="small-text">{icon(Icon::Check)} " " {text!(draft.remark_settled)}</p> })}
            {button}
        </li>
    }
}
