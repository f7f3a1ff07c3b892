//! *Jeg har læst udgave 2*: asked of those who were told of the edition, and afterwards the day they said so.

use leptos::prelude::*;

use super::queries::receipt::{FrameworkReceiptConfirmInput, framework_receipt_confirm, own};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::format::moment::Moment;
use crate::format::words::day;
use crate::identity::viewer::{Standing, use_viewer};
use crate::language::{Locale, td_string, text_by};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::shown::changing;

/// The box; nothing for those who were not asked.
#[component]
pub(super) fn ReadReceipt(number: i32) -> impl IntoView {
    let viewer = use_viewer();
    let is_signed_in = Memo::new(move |_| matches!(viewer.standing(), Standing::SignedIn(_)));
    changing(Box::new(move || {
        if is_signed_in.get() { view! { <Asked number=number/> }.into_any() } else { ().into_any() }
    }))
}

#[component]
fn Asked(number: i32) -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let found = remote(api, move || {
        let slug = here.slug();
        let key = format!("{slug} {number}");
        let answer = async move {
            let municipality = api.send(own(slug, number)).await?.municipality;
            Ok(municipality.and_then(|found| found.framework_edition).and_then(|edition| edition.receipt))
        };
        (key, answer)
    });
    // Said until the server has said it itself.
    let confirmed_at = RwSignal::new(None::<Moment>);
    let attempt = Attempt::new(|_: Locale, _, _| None);
    changing(Box::new(move || {
        let Some(receipt) = found.known().and_then(|found| found.as_ref().clone()) else {
            return ().into_any();
        };
        let read_at = Memo::new(move |_| receipt.read_at.or(confirmed_at.get()));
        view! {
            <div class="read-receipt">
                {changing(Box::new(move || match read_at.get() {
                    Some(at) => view! { <Confirmed number=number at=at/> }.into_any(),
                    None => view! { <ToConfirm number=number attempt=attempt confirmed_at=confirmed_at/> }.into_any(),
                }))}
            </div>
        }
        .into_any()
    }))
}

#[component]
fn Confirmed(number: i32, at: Moment) -> impl IntoView {
    let words = text_by(move |locale| {
        let date = day(locale, at.in_copenhagen().date);
        td_string!(locale, framework.confirmed, number = number, date = date)
    });
    view! { <p class="done-notice" role="status">{words}</p> }
}

#[component]
fn ToConfirm(number: i32, attempt: Attempt, confirmed_at: RwSignal<Option<Moment>>) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let confirm = move |_| {
        let input = FrameworkReceiptConfirmInput { municipality: slug.clone(), number };
        let work = async move {
            let payload = api.send(framework_receipt_confirm::ask(input)).await?.framework_receipt_confirm;
            Ok((payload.edition, payload.user_errors))
        };
        attempt.run(work, move |edition| {
            let at = edition.and_then(|edition| edition.receipt).and_then(|receipt| receipt.read_at);
            let _ = confirmed_at.try_set(at.or(Some(crate::clock::now())));
        });
    };
    view! {
        <section class="read-box" aria-labelledby="laest">
            <h2 class="h4" id="laest">{text!(framework.confirm_title, number = number)}</h2>
            <p>{text!(framework.confirm_why)}</p>
            <AttemptErrors attempt=attempt fields=&[]/>
            <p class="form-actions">
                <button
                    type="button"
                    class="button button-primary"
                    aria-disabled=move || attempt.is_busy().then_some("true")
                    on:click=confirm
                >
                    {text!(framework.confirm, number = number)}
                </button>
            </p>
        </section>
    }
}
