//! The activities of a goal: a table on wide screens, a card each on a phone. What is late is marked by a sign and a
//! word.

use leptos::prelude::*;

use super::board::{Board, Notice, Open, place_of};
use super::queries::reading::{Activity, Goal};
use super::queries::writing::{ActivityMoveInput, activity_move};
use super::words::{period, result, status, status_sign};
use crate::format::words::day;
use crate::language::{Text, danish, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::markdown::Markdown;
use crate::ui::whom::whom;

/// The table. `can_move` is false while some are left out.
#[component]
pub(super) fn Activities(
    board: Board,
    goal: Goal,
    shown: Vec<Activity>,
    caption: Text,
    can_move: bool,
) -> impl IntoView {
    let last = goal.activities.len().saturating_sub(1);
    let rows = shown.into_iter().map(|activity| {
        let at = goal.activities.iter().position(|one| one.id == activity.id).unwrap_or_default();
        let (up, down) = (can_move && at > 0, can_move && at < last);
        view! { <Row board=board goal=goal.id.clone() activity=activity at=at up=up down=down/> }
    });
    view! {
        <table class="table table--compact table-md-responsive-headers plan-activities">
            <caption class="sr-only">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{text!(plan.sub_goal)}</th>
                    <th scope="col">{text!(plan.activity)}</th>
                    <th scope="col">{text!(plan.responsible)}</th>
                    <th scope="col">{text!(plan.others)}</th>
                    <th scope="col">{text!(plan.period)}</th>
                    <th scope="col">{text!(plan.status)}</th>
                    <th scope="col">{text!(plan.follow_up_on)}</th>
                    <th scope="col">{text!(plan.result)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Row(board: Board, goal: cynic::Id, activity: Activity, at: usize, up: bool, down: bool) -> impl IntoView {
    let lang = danish();
    let words = |text: &Option<String>, title: Text| {
        let (text, is_empty) = (text.clone(), text.is_none());
        view! { <td data-title=title class:has-nothing=is_empty lang=lang>{text}</td> }
    };
    let (from, to, is_overdue) = (activity.starts_on, activity.due_on, activity.is_overdue);
    let follow_up = activity.follow_up_on.map(|date| {
        let due = activity.needs_follow_up.then(|| {
            view! { <span class="sign sign-stale">{icon(Icon::Warning)} <span>{text!(plan.needs_follow_up)}</span></span> }
        });
        view! { <span>{text_by(move |locale| day(locale, date))}</span> {due} }
    });
    let outcome = activity.result.map(|one| text_by(move |locale| result(locale, one).to_owned()));
    let notes = activity.notes.clone().map(|notes| view! { <Markdown text=notes level=4/> });
    let (has_period, has_follow_up, has_outcome) =
        (from.is_some() || to.is_some(), activity.follow_up_on.is_some(), outcome.is_some());
    view! {
        <tr class:is-overdue=is_overdue>
            {words(&activity.sub_goal, text!(plan.sub_goal))}
            <th scope="row" data-title=text!(plan.activity) id=place_of(activity.id.inner()) tabindex="-1">
                <span lang=lang>{activity.title.clone()}</span>
                {notes}
                <Actions board=board goal=goal activity=activity.clone() at=at up=up down=down/>
            </th>
            {words(&activity.responsible_name, text!(plan.responsible))}
            {words(&activity.others, text!(plan.others))}
            <td data-title=text!(plan.period) class:has-nothing=!has_period>
                {text_by(move |locale| period(locale, from, to))}
            </td>
            <td data-title=text!(plan.status)><Standing activity=activity/></td>
            <td data-title=text!(plan.follow_up_on) class:has-nothing=!has_follow_up>{follow_up}</td>
            <td data-title=text!(plan.result) class:has-nothing=!has_outcome>{outcome}</td>
        </tr>
    }
}

/// Where it stands, when it was done, and whether it is late.
#[component]
fn Standing(activity: Activity) -> impl IntoView {
    let now = activity.status;
    let done = activity.done_on.map(|date| {
        view! { <span class="small-text">{text_by(move |locale| day(locale, date))}</span> }
    });
    let late = activity.is_overdue.then(|| {
        view! { <span class="sign sign-stale">{icon(Icon::Warning)} <span>{text!(plan.overdue)}</span></span> }
    });
    view! {
        <span class="plan-standing">
            <span class="sign">
                {icon(status_sign(now))} <span>{text_by(move |locale| status(locale, now).to_owned())}</span>
            </span>
            {done}
            {late}
        </span>
    }
}

/// What the reader can do with it.
#[component]
fn Actions(
    board: Board,
    goal: cynic::Id,
    activity: Activity,
    at: usize,
    up: bool,
    down: bool,
) -> impl IntoView {
    if !activity.can_write && !activity.can_report {
        return ().into_any();
    }
    let report = activity.can_report.then(|| {
        let open = Open::Report(goal.clone(), activity.id.clone());
        let whom = whom(&activity.title);
        view! {
            <button type="button" class="function-link" on:click=move |_| board.open(open.clone())>
                {icon(Icon::Message)} <span>{text!(plan.report)}{whom}</span>
            </button>
        }
    });
    let edit = activity.can_write.then(|| {
        let open = Open::Activity(goal.clone(), activity.id.clone());
        let whom = whom(&activity.title);
        view! {
            <button type="button" class="function-link" on:click=move |_| board.open(open.clone())>
                {icon(Icon::Paper)} <span>{text!(editing.edit)}{whom}</span>
            </button>
        }
    });
    let step = |to: usize, label: Text| {
        let (id, revision, whom) = (activity.id.clone(), activity.revision, whom(&activity.title));
        let press = move |_| {
            let input = ActivityMoveInput { id: id.clone(), revision, position: to as i32 };
            let (api, focus) = (board.api, place_of(id.inner()));
            let work =
                async move { Ok(api.send(activity_move::ask(input)).await?.activity_move.user_errors) };
            board.act(work, Notice::Moved, focus);
        };
        view! { <button type="button" class="function-link" on:click=press>{label}{whom}</button> }
    };
    let up = (up && activity.can_write).then(|| step(at.saturating_sub(1), text!(plan.move_up)));
    let down = (down && activity.can_write).then(|| step(at + 1, text!(plan.move_down)));
    view! { <p class="function-links plan-actions">{report} {edit} {up} {down}</p> }.into_any()
}
