//! What just happened to a plan, above it: that it is saved, that it is not, or that an activity is gone and can be had
//! back.

use leptos::prelude::*;

use super::board::{Board, Deleted, Notice, Why, place_of};
use super::queries::writing::{ActivityMoveInput, activity_create, activity_move};
use super::saving::new_activity;
use crate::api::{Api, Failure, UserError};
use crate::language::Text;
use crate::text;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::shown::changing;

/// The notice.
#[component]
pub(super) fn NoticeOf(board: Board) -> impl IntoView {
    view! {
        <div role="status">
            {changing(Box::new(move || {
                let words: Text = match board.notice.get() {
                    Some(Notice::Saved) => text!(plan.saved),
                    Some(Notice::Moved) => text!(plan.moved),
                    Some(Notice::Gone(name)) => text!(editing.deleted, name = name.clone()),
                    Some(Notice::Back(name)) => text!(plan.back_again, name = name.clone()),
                    _ => return ().into_any(),
                };
                view! { <p class="done-notice">{words}</p> }.into_any()
            }))}
        </div>
        {changing(Box::new(move || match board.notice.get() {
            Some(Notice::Failed(why)) => {
                let words = match why {
                    Why::Stale => text!(plan.act_stale),
                    Why::Refused => text!(plan.act_refused),
                    Why::Unanswered => text!(plan.act_failed),
                };
                view! { <Alert gravity=Gravity::Error heading=words is_news=true>""</Alert> }.into_any()
            }
            Some(Notice::Deleted(deleted)) => view! { <Gone board=board deleted=deleted/> }.into_any(),
            _ => ().into_any(),
        }))}
    }
}

#[component]
fn Gone(board: Board, deleted: Deleted) -> impl IntoView {
    let name = deleted.name.clone();
    let heading = text!(editing.deleted, name = name.clone());
    let undo = move |_| {
        let deleted = deleted.clone();
        let (focus, back) = (place_of(deleted.goal.inner()), Notice::Back(deleted.name.clone()));
        board.act(bring_back(board.api, deleted), back, focus);
    };
    view! {
        <Alert gravity=Gravity::Warning heading=heading is_news=true>
            <p class="form-actions">
                <button type="button" class="button button-secondary" on:click=undo>
                    {text!(editing.undo)}
                </button>
            </p>
        </Alert>
    }
}

/// Makes the activity anew and moves it to where it stood.
async fn bring_back(api: Api, deleted: Deleted) -> Result<Vec<UserError>, Failure> {
    let made =
        api.send(activity_create::ask(new_activity(deleted.goal, deleted.form))).await?.activity_create;
    let Some(activity) = made.activity else { return Ok(made.user_errors) };
    let (id, revision) = (activity.id, activity.revision);
    let moved = ActivityMoveInput { id, revision, position: deleted.position };
    Ok(api.send(activity_move::ask(moved)).await?.activity_move.user_errors)
}
