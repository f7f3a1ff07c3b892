//! The decision: *Godkend*, or *Send tilbage* with a word or a remark on why. And, for the project leader, *Tag tilbage*.

use leptos::prelude::*;

use super::outcome::Outcome;
use super::remarks::keep;
use crate::api::{Api, Failure, UserError, UserErrorCode, use_api};
use crate::framework::published::queries::submission::{
    FrameworkApproveInput, FrameworkReturnInput, FrameworkWithdrawInput, Remark, framework_approve,
    framework_return, framework_withdraw,
};
use crate::language::{Locale, td_string};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::storage;
use crate::ui::sure_button::SureButton;

/// Under which names a word not yet sent is kept, each with its submission behind.
const KEPT: &str = "tovholder.verdict.";

/// The word to the project leader, and the two buttons.
#[component]
pub(super) fn Decide(
    id: cynic::Id,
    remarks: RwSignal<Vec<Remark>>,
    outcome: RwSignal<Option<Outcome>>,
) -> impl IntoView {
    let api = use_api();
    let key = StoredValue::new(format!("{KEPT}{}", id.inner()));
    let note = RwSignal::new(key.with_value(|key| storage::recall(key)).unwrap_or_default());
    Effect::new(move |before: Option<()>| {
        let words = note.get();
        if before.is_some() {
            key.with_value(|key| keep(key, &words));
        }
    });
    let attempt = Attempt::new(words);
    let id = StoredValue::new(id);
    let send = move |approves: bool| {
        let written = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
        if !approves && written.is_none() && remarks.with_untracked(Vec::is_empty) {
            attempt.refuse(UserErrorCode::Required, "note");
            return;
        }
        attempt.run(decide(api, id.get_value(), written, approves), move |came| {
            let _ = note.try_set(String::new());
            let _ = outcome.try_set(Some(came));
            api.connection.try_again();
        });
    };
    let wrong = attempt.wrong_with("note");
    let is_wrong = move || !wrong.get().is_empty();
    let described = move || if is_wrong() { "ord-hint ord-error" } else { "ord-hint" };
    let is_busy = move || attempt.is_busy().then_some("true");
    view! {
        <section id="afgoerelse" class="framework-section" aria-labelledby="afgoerelse-titel">
            <h2 class="h3" id="afgoerelse-titel">{text!(framework.your_decision)}</h2>
            <AttemptErrors attempt=attempt fields=&["note"]/>
            <div class="form-group" class:form-error=is_wrong>
                <label class="form-label" for="ord">{text!(framework.verdict_note)}</label>
                <span class="form-hint" id="ord-hint">{text!(framework.verdict_hint)}</span>
                {move || {
                    is_wrong()
                        .then(|| {
                            view! {
                                <span class="form-error-message" id="ord-error">
                                    <span class="sr-only">{text!(errors.error)} " "</span>
                                    {wrong}
                                </span>
                            }
                        })
                }}
                <textarea
                    class="form-input"
                    id="ord"
                    rows="4"
                    maxlength="2000"
                    aria-describedby=described
                    aria-invalid=move || is_wrong().then_some("true")
                    prop:value=note
                    on:input=move |event| note.set(event_target_value(&event))
                ></textarea>
            </div>
            <p class="form-actions">
                <button
                    type="button"
                    class="button button-primary"
                    aria-disabled=is_busy
                    on:click=move |_| send(true)
                >
                    {text!(framework.approve)}
                </button>
                <button
                    type="button"
                    class="button button-secondary"
                    aria-disabled=is_busy
                    on:click=move |_| send(false)
                >
                    {text!(framework.return_it)}
                </button>
            </p>
        </section>
    }
}

async fn decide(
    api: Api,
    id: cynic::Id,
    note: Option<String>,
    approves: bool,
) -> Result<(Outcome, Vec<UserError>), Failure> {
    if approves {
        let input = FrameworkApproveInput { id, note };
        let payload = api.send(framework_approve::ask(input)).await?.framework_approve;
        let became = payload.edition.map(|edition| Outcome::Edition(edition.number, edition.due_on));
        return Ok((became.unwrap_or(Outcome::Approved), payload.user_errors));
    }
    let input = FrameworkReturnInput { id, note };
    let payload = api.send(framework_return::ask(input)).await?.framework_return;
    Ok((Outcome::Returned, payload.user_errors))
}

/// The words for what can be wrong with a decision.
fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("note", UserErrorCode::Required) => Some(td_string!(locale, framework.return_why)),
        (_, UserErrorCode::InUse | UserErrorCode::Stale | UserErrorCode::Taken) => {
            Some(td_string!(locale, framework.decided_already))
        }
        _ => None,
    }
}

/// Takes it back from the steering group, to go on writing.
#[component]
pub(super) fn TakeBack(id: cynic::Id, outcome: RwSignal<Option<Outcome>>) -> impl IntoView {
    let api = use_api();
    let attempt = Attempt::new(words);
    let withdraw = Callback::new(move |()| {
        let input = FrameworkWithdrawInput { id: id.clone() };
        let work = async move {
            let payload = api.send(framework_withdraw::ask(input)).await?.framework_withdraw;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, move |()| {
            let _ = outcome.try_set(Some(Outcome::Withdrawn));
            api.connection.try_again();
        });
    });
    view! {
        <section class="framework-section" aria-labelledby="tag-tilbage">
            <h2 class="h3" id="tag-tilbage">{text!(framework.take_back_title)}</h2>
            <p>{text!(framework.take_back_why)}</p>
            <AttemptErrors attempt=attempt fields=&[]/>
            <SureButton
                label=text!(framework.take_back)
                sure=text!(framework.take_back_sure)
                about=String::new()
                act=withdraw
            />
        </section>
    }
}
