//! The forms of goals and activities, where they stand on the plan's page. One at a time; a draft is kept of each.

use leptos::prelude::*;

use super::board::{Board, Deleted, Notice, Open, place_of};
use super::queries::reading::{Activity, Goal};
use super::queries::writing::{ActivityDeleteInput, GoalDeleteInput, activity_delete, goal_delete};
use super::saving::{Target, save};
use super::specs;
use crate::api::Failure;
use crate::editing::editor::{Attempt, Awaited, Editing, Editor, Way};
use crate::editing::fields::{Section, Source};
use crate::editing::queries::choices::{Choices, load};
use crate::language::{Text, text_by};
use crate::text;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::shown::changing;
use crate::ui::sure_button::SureButton;

/// What an activity's form refers to.
const SOURCES: &[Source] = &[Source::People, Source::Organisations];

/// The form of a goal, where it is the one that is open; of a new one, where none is given.
#[component]
pub(super) fn GoalEditor(board: Board, #[prop(optional_no_strip)] goal: Option<Goal>) -> impl IntoView {
    let wanted = goal.as_ref().map_or(Open::NewGoal, |goal| Open::Goal(goal.id.clone()));
    let is_open = Memo::new(move |_| board.open.with(|open| open.as_ref() == Some(&wanted)));
    changing(Box::new(move || {
        if !is_open.get() {
            return ().into_any();
        }
        let sections = specs::of_goal(goal.as_ref().is_some_and(|goal| goal.key.is_some()));
        let (heading, target, back): (Text, Target, String) = match &goal {
            Some(goal) => {
                let (id, place) = (goal.id.clone(), place_of(goal.id.inner()));
                let (name, _) = super::words::goal_title(goal);
                (text_by(move |locale| about(locale, &name)), Target::Goal(id), place)
            }
            None => {
                let plan = board.plan.get_untracked().id.clone();
                (new_goal(board), Target::NewGoal(plan), String::new())
            }
        };
        let remove = goal.clone().map(|goal| view! { <RemoveGoal board=board goal=goal/> });
        let form = goal.as_ref().map(|goal| (goal.form(), goal.revision)).unwrap_or_default();
        let draft = target.draft(&board.slug.get_value());
        let editing = editing(board, sections, form, target, draft, Choices::default());
        view! {
            <Frame heading=heading>
                <Editor editing=editing inline=board.inline(back)/>
                {remove}
            </Frame>
        }
        .into_any()
    }))
}

/// The form of an activity of the goal, where it is the one that is open.
#[component]
pub(super) fn ActivityEditor(board: Board, goal: Goal) -> impl IntoView {
    let id = goal.id.clone();
    let open = Memo::new(move |_| board.open.get().filter(|open| open.is_under(&id)));
    let found = move |id: &cynic::Id| goal.activities.iter().find(|one| one.id == *id).cloned();
    changing(Box::new(move || match open.get() {
        Some(Open::NewActivity(goal)) => {
            let target = Target::NewActivity(goal);
            view! {
                <Frame heading=text!(plan.new_activity)>
                    <WithChoices board=board target=target activity=None/>
                </Frame>
            }
            .into_any()
        }
        Some(Open::Activity(goal, id)) => match found(&id) {
            Some(activity) => {
                let name = activity.title.clone();
                let (target, removed) = (Target::Activity(id), activity.clone());
                view! {
                    <Frame heading=text!(editing.edit_title, name = name.clone())>
                        <WithChoices board=board target=target activity=Some(activity)/>
                        <RemoveActivity board=board goal=goal activity=removed/>
                    </Frame>
                }
                .into_any()
            }
            None => ().into_any(),
        },
        Some(Open::Report(_, id)) => match found(&id) {
            Some(activity) => view! { <Report board=board activity=activity/> }.into_any(),
            None => ().into_any(),
        },
        _ => ().into_any(),
    }))
}

/// A form with its heading, where the focus goes when it opens.
#[component]
fn Frame(heading: Text, children: Children) -> impl IntoView {
    view! {
        <section class="plan-editor" aria-labelledby="plan-editor">
            <h3 id="plan-editor" tabindex="-1">{heading}</h3>
            {children()}
        </section>
    }
}

/// The form of an activity, once it is known who can be chosen.
#[component]
fn WithChoices(
    board: Board,
    target: Target,
    #[prop(optional_no_strip)] activity: Option<Activity>,
) -> impl IntoView {
    let found = RwSignal::new(None::<Result<Choices, Failure>>);
    Effect::new(move |_| {
        board.api.connection.follow();
        if matches!(found.get_untracked(), Some(Ok(_))) {
            return;
        }
        let slug = board.slug.get_value();
        leptos::task::spawn_local(async move {
            let answer = load(board.api, slug, SOURCES).await;
            let _ = found.try_set(Some(answer));
        });
    });
    changing(Box::new(move || match found.get() {
        None => view! { <LoadingCards/> }.into_any(),
        Some(Err(failure)) => view! { <FailureNotice failure=failure/> }.into_any(),
        Some(Ok(choices)) => {
            let form = activity.as_ref().map(|one| (one.form(), one.revision)).unwrap_or_default();
            let back = activity.as_ref().map(|one| place_of(one.id.inner())).unwrap_or_default();
            let draft = target.draft(&board.slug.get_value());
            let editing = editing(board, specs::ACTIVITY, form, target.clone(), draft, choices);
            view! { <Editor editing=editing inline=board.inline(back)/> }.into_any()
        }
    }))
}

/// How an activity goes, told by whoever is responsible.
#[component]
fn Report(board: Board, activity: Activity) -> impl IntoView {
    let name = activity.title.clone();
    let target = Target::Report(activity.id.clone());
    let draft = target.draft(&board.slug.get_value());
    let form = (activity.form(), activity.revision);
    let editing = editing(board, specs::REPORT, form, target, draft, Choices::default());
    view! {
        <Frame heading=text!(plan.report_on, name = name.clone())>
            <Editor editing=editing inline=board.inline(place_of(activity.id.inner()))/>
        </Frame>
    }
}

#[component]
fn RemoveGoal(board: Board, goal: Goal) -> impl IntoView {
    let (count, title) = (goal.activities.len(), goal.title_da.clone());
    let warning = (count > 0).then(|| {
        let words =
            text_by(move |locale| crate::counted!(locale, count, plan.goes_too_one, plan.goes_too_many));
        view! { <p>{words}</p> }
    });
    let name = goal.title_da.clone();
    let act = Callback::new(move |()| {
        let input = GoalDeleteInput { id: goal.id.clone(), revision: goal.revision };
        board.open.set(None);
        let api = board.api;
        let work = async move { Ok(api.send(goal_delete::ask(input)).await?.goal_delete.user_errors) };
        board.act(work, Notice::Gone(name.clone()), "plan-goals".to_owned());
    });
    view! {
        <div class="plan-remove">
            {warning}
            <SureButton label=text!(editing.delete) sure=text!(editing.delete_sure) about=title act=act/>
        </div>
    }
}

/// Takes an activity away at once: it can be had back.
#[component]
fn RemoveActivity(board: Board, goal: cynic::Id, activity: Activity) -> impl IntoView {
    let title = activity.title.clone();
    let press = move |_| {
        let plan = board.plan.get_untracked();
        let siblings = plan.goals.iter().find(|one| one.id == goal).map(|one| one.activities.as_slice());
        let position = siblings.unwrap_or_default().iter().position(|one| one.id == activity.id);
        let deleted = Deleted {
            goal: goal.clone(),
            position: position.unwrap_or_default() as i32,
            name: activity.title.clone(),
            form: activity.form(),
        };
        let input = ActivityDeleteInput { id: activity.id.clone(), revision: activity.revision };
        let focus = place_of(goal.inner());
        board.open.set(None);
        let api = board.api;
        let work =
            async move { Ok(api.send(activity_delete::ask(input)).await?.activity_delete.user_errors) };
        board.act(work, Notice::Deleted(deleted), focus);
    };
    view! {
        <div class="plan-remove">
            <button type="button" class="button button-secondary" on:click=press>
                {text!(editing.delete)} <span class="sr-only">" " {title}</span>
            </button>
        </div>
    }
}

fn about(locale: crate::language::Locale, name: &Text) -> String {
    crate::language::td_string!(locale, editing.edit_title, name = name.get())
}

/// The heading of a new goal's form, by the kind of plan.
pub(super) fn new_goal(board: Board) -> Text {
    use super::queries::reading::PlanKind;
    match board.plan.get_untracked().kind {
        PlanKind::ActionPlan => text!(plan.new_goal),
        PlanKind::Strategy => text!(plan.new_area),
        PlanKind::Launch => text!(plan.new_step),
    }
}

fn editing(
    board: Board,
    sections: &'static [Section],
    (base, revision): (serde_json::Value, i32),
    target: Target,
    name: String,
    choices: Choices,
) -> Editing {
    let (api, slug) = (board.api, board.slug.get_value());
    Editing {
        name,
        sections,
        base,
        start: None,
        revision,
        choices,
        way: Way::Write,
        save: Callback::new(move |attempt: Attempt| -> Awaited {
            Box::pin(save(api, slug.clone(), target.clone(), attempt))
        }),
        back: String::new(),
    }
}
