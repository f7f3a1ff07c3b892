//! How far to trust it: when it was checked and by whom, where it was taken from, and how to mend it.

use leptos::prelude::*;

use crate::clock;
use crate::directory::here::use_here;
use crate::directory::queries::service::Service;
use crate::editing::entry_links::EntryLinks;
use crate::editing::service_form_page::COPY;
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{Locale, danish, td_string, text_by};
use crate::ui::icon::{Icon, icon};
use crate::{routes, text};

/// After how many days an entry counts as not checked: a year, the catalogue's rhythm (K4).
const INTERVAL: i64 = 365;

/// Checked when, by whom; source; mend; print.
#[component]
pub(crate) fn Provenance(service: Service) -> impl IntoView {
    let lang = danish();
    let (date, assurer) = (service.assured_date, service.assurer);
    let is_stale = date.is_none_or(|date| clock::today().days() - date.days() > INTERVAL);
    let checked = text_by(move |locale| checked_words(locale, date, is_stale));
    let slug = use_here().slug_untracked();
    let edit = routes::edit_service(&slug, &service.slug);
    let copy = routes::new_service(&slug, &format!("?{COPY}={}", service.slug));
    let print = move |_| drop(window().print());
    view! {
        <section class="provenance" aria-labelledby="provenance">
            <h2 id="provenance" class="h4">{text!(service.provenance)}</h2>
            <p class="signs">
                <span class="sign" class:sign-stale=is_stale>
                    {icon(if is_stale { Icon::Warning } else { Icon::Check })}
                    <span>{checked}</span>
                </span>
                {assurer.map(|by| view! { <span>{text!(service.checked_by)} " " <span lang=lang>{by}</span></span> })}
            </p>
            {service
                .source
                .map(|source| view! { <p>{text!(service.source)} " " <span lang=lang>{source}</span></p> })}
            {service.source_note.map(|note| view! { <p lang=lang>{note}</p> })}
            <EntryLinks id=service.id edit=edit name=service.name copy=copy/>
            <p class="function-links">
                <button type="button" class="function-link" on:click=print>
                    {icon(Icon::Print)}
                    <span>{text!(service.print)}</span>
                </button>
            </p>
        </section>
    }
}

/// `Tjekket 12. august 2024`, or `Ikke tjekket siden …` when that is long ago.
fn checked_words(locale: Locale, date: Option<Date>, is_stale: bool) -> String {
    match date {
        Some(date) if is_stale => td_string!(locale, service.not_checked_since, date = day(locale, date)),
        Some(date) => td_string!(locale, service.checked, date = day(locale, date)),
        None => td_string!(locale, service.never_checked).to_owned(),
    }
}
