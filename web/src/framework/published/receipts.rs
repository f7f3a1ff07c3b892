//! Who has confirmed that they have read the newest edition, and who hasn't; for the steering group and the leader.

use leptos::prelude::*;

use super::queries::editions::{Receipt, receipts};
use crate::api::{remote, use_api};
use crate::directory::here::use_here;
use crate::format::words::day;
use crate::language::{danish, td_string, text_by};
use crate::text;
use crate::ui::shown::shown;

/// The section; nothing for those whom it is not for.
#[component]
pub(super) fn Receipts() -> impl IntoView {
    let (api, here) = (use_api(), use_here());
    let found = remote(api, move || {
        let slug = here.slug();
        let answer = {
            let slug = slug.clone();
            async move {
                let municipality = api.send(receipts(slug)).await?.municipality;
                let edition = municipality.and_then(|found| found.framework_edition);
                Ok(edition.and_then(|edition| Some((edition.number, edition.receipts?))))
            }
        };
        (slug, answer)
    });
    shown(
        found,
        // It stands last on the page, and for most there is nothing: no shapes before it is known.
        || ().into_any(),
        |answer| match answer.as_ref().clone() {
            Some((number, told)) => view! { <Told number=number told=told/> }.into_any(),
            None => ().into_any(),
        },
    )
}

#[component]
fn Told(number: i32, told: Vec<Receipt>) -> impl IntoView {
    let all = told.len();
    let (read, unread): (Vec<_>, Vec<_>) = told.into_iter().partition(|receipt| receipt.read_at.is_some());
    let count = read.len();
    let summary = if all == 0 {
        text!(framework.receipts_none)
    } else {
        text_by(move |locale| td_string!(locale, framework.receipts_count, count = count, all = all))
    };
    view! {
        <section class="framework-section" aria-labelledby="kvitteringer">
            <h2 id="kvitteringer">{text!(framework.receipts_title, number = number)}</h2>
            <p>{summary}</p>
            {(!unread.is_empty())
                .then(|| {
                    view! {
                        <h3 class="h4" id="ikke-laest">{text!(framework.receipts_unread)}</h3>
                        <People of="ikke-laest" receipts=unread/>
                    }
                })}
            {(!read.is_empty())
                .then(|| {
                    view! {
                        <h3 class="h4" id="har-laest">{text!(framework.receipts_read)}</h3>
                        <People of="har-laest" receipts=read/>
                    }
                })}
        </section>
    }
}

#[component]
fn People(of: &'static str, receipts: Vec<Receipt>) -> impl IntoView {
    let lang = danish();
    let rows = receipts.into_iter().map(|receipt| {
        let Receipt { person, organisation, told_at, read_at } = receipt;
        let when = text_by(move |locale| {
            let date = day(locale, read_at.unwrap_or(told_at).in_copenhagen().date);
            match read_at {
                Some(_) => td_string!(locale, framework.receipt_read, date = date),
                None => td_string!(locale, framework.receipt_told, date = date),
            }
        });
        view! {
            <tr>
                <th scope="row" data-title=text!(framework.person)>{person}</th>
                <td data-title=text!(framework.field_organisation) lang=lang>
                    {organisation.unwrap_or_else(|| String::from("–"))}
                </td>
                <td data-title=text!(framework.when)>{when}</td>
            </tr>
        }
    });
    view! {
        <table class="table table--responsive-headers differences" aria-labelledby=of>
            <thead>
                <tr>
                    <th scope="col">{text!(framework.person)}</th>
                    <th scope="col">{text!(framework.field_organisation)}</th>
                    <th scope="col">{text!(framework.when)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
