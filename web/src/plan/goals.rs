//! The goals of a plan, its focus areas or its steps: why, what is to be reached, what is said of it, how far it is, and
//! what is done about it.

use leptos::prelude::*;

use super::activities::Activities;
use super::board::{Board, Notice, Open, place_of};
use super::editors::{ActivityEditor, GoalEditor, new_goal};
use super::filter::Filter;
use super::progress::{Count, Progress};
use super::queries::reading::{Activity, Goal, PlanKind, VoiceForm};
use super::queries::writing::{GoalMoveInput, goal_move};
use super::words::{goal_title, part};
use crate::language::{Text, danish, text_by};
use crate::text;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::icon::{Icon, icon};
use crate::ui::markdown::Markdown;
use crate::ui::shown::changing;

/// All of them; with a filter only those with something to show.
#[component]
pub(super) fn Goals(board: Board, filter: Memo<Filter>) -> impl IntoView {
    let list = changing(Box::new(move || {
        let (plan, filter) = (board.plan.get(), filter.get());
        if plan.goals.is_empty() {
            return view! {
                <EmptyNotice heading=text!(plan.no_goals)><p>{text!(plan.no_goals_do)}</p></EmptyNotice>
            }
            .into_any();
        }
        let last = plan.goals.len() - 1;
        let goals = plan.goals.iter().enumerate().filter_map(|(at, goal)| {
            let all = goal.activities.iter().filter(|one| filter.lets_through(one));
            let shown: Vec<Activity> = all.cloned().collect();
            let is_shown = filter.is_nothing() || !shown.is_empty();
            is_shown.then(|| {
                let place = Place { at, is_last: at == last, is_all: filter.is_nothing() };
                let can_write = plan.can_write;
                view! {
                    <OneGoal
                        board=board
                        kind=plan.kind
                        goal=goal.clone()
                        shown=shown
                        place=place
                        can_write=can_write
                    />
                }
            })
        });
        let goals: Vec<_> = goals.collect();
        if goals.is_empty() {
            return view! { <p>{text!(plan.nothing_chosen)}</p> }.into_any();
        }
        goals.into_any()
    }));
    let can_write = Memo::new(move |_| board.plan.with(|plan| plan.can_write));
    let add = changing(Box::new(move || {
        if !can_write.get() {
            return ().into_any();
        }
        view! {
            <p class="plan-add">
                <button type="button" class="button button-secondary" on:click=move |_| board.open(Open::NewGoal)>
                    {icon(Icon::Plus)} <span>{new_goal(board)}</span>
                </button>
            </p>
            <GoalEditor board=board goal=None/>
        }
        .into_any()
    }));
    view! {
        {list}
        {add}
    }
}

/// Where a goal stands among the others.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    is_last: bool,
    /// Whether all activities are shown.
    is_all: bool,
}

#[component]
fn OneGoal(
    board: Board,
    kind: PlanKind,
    goal: Goal,
    shown: Vec<Activity>,
    place: Place,
    can_write: bool,
) -> impl IntoView {
    let id = place_of(goal.id.inner());
    let (title, lang) = goal_title(&goal);
    let number = text_by(move |locale| part(locale, kind, place.at + 1));
    let prose = |heading: Text, words: &Option<String>| {
        let words = words.clone()?;
        Some(view! { <h3 class="h5">{heading}</h3> <Markdown text=words level=4/> })
    };
    let (why, aim) = (prose(text!(plan.why), &goal.why), prose(text!(plan.aim), &goal.aim));
    let voices = goal.voices.iter().map(|one| view! { <Voice one=one.clone()/> }).collect_view();
    let caption =
        text_by(move |locale| crate::language::td_string!(locale, plan.activities_of, name = title.get()));
    let activities = if shown.is_empty() {
        view! { <p>{text!(plan.no_activities_yet)}</p> }.into_any()
    } else {
        let (goal, can_move) = (goal.clone(), place.is_all);
        view! { <Activities board=board goal=goal shown=shown caption=caption can_move=can_move/> }.into_any()
    };
    let actions =
        can_write.then(|| view! { <Actions board=board goal=goal.clone() name=title place=place/> });
    let editor = can_write.then(|| view! { <GoalEditor board=board goal=Some(goal.clone())/> });
    let new_activity = can_write.then(|| {
        let open = Open::NewActivity(goal.id.clone());
        view! {
            <p class="function-links">
                <button type="button" class="function-link" on:click=move |_| board.open(open.clone())>
                    {icon(Icon::Plus)}
                    <span>{text!(plan.new_activity)}<span class="sr-only">": " {title}</span></span>
                </button>
            </p>
        }
    });
    let count = Count::of(&goal);
    let labelled = id.clone();
    view! {
        <section class="plan-goal" aria-labelledby=labelled>
            <p class="plan-number">{number}</p>
            <h2 class="h3" id=id tabindex="-1" lang=lang>{title}</h2>
            <Progress count=count/>
            {actions}
            {editor}
            {why}
            {aim}
            {voices}
            {activities}
            {new_activity}
            <ActivityEditor board=board goal=goal/>
        </section>
    }
}

/// What somebody says of it, with who says it.
#[component]
fn Voice(one: VoiceForm) -> impl IntoView {
    let lang = danish();
    view! {
        <figure class="voice" lang=lang>
            <blockquote><Markdown text=one.words level=4/></blockquote>
            <figcaption>{one.who}</figcaption>
        </figure>
    }
}

/// What the leader can do with it.
#[component]
fn Actions(board: Board, goal: Goal, name: Text, place: Place) -> impl IntoView {
    let whom = move || view! { <span class="sr-only">": " {name}</span> };
    let (id, revision) = (goal.id.clone(), goal.revision);
    let step = move |to: usize, label: Text| {
        let id = id.clone();
        let press = move |_| {
            let input = GoalMoveInput { id: id.clone(), revision, position: to as i32 };
            let (api, focus) = (board.api, place_of(id.inner()));
            let work = async move { Ok(api.send(goal_move::ask(input)).await?.goal_move.user_errors) };
            board.act(work, Notice::Moved, focus);
        };
        view! { <button type="button" class="function-link" on:click=press>{label}{whom()}</button> }
    };
    let up = (place.is_all && place.at > 0).then(|| step(place.at.saturating_sub(1), text!(plan.move_up)));
    let down = (place.is_all && !place.is_last).then(|| step(place.at + 1, text!(plan.move_down)));
    let open = Open::Goal(goal.id);
    view! {
        <p class="function-links plan-actions">
            <button type="button" class="function-link" on:click=move |_| board.open(open.clone())>
                {icon(Icon::Paper)} <span>{text!(editing.edit)}{whom()}</span>
            </button>
            {up}
            {down}
        </p>
    }
}
