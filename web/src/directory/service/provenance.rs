//! How far to trust it: when it was checked and by whom, where it was taken from, and how to mend it.

use leptos::prelude::*;

use crate::clock;
use crate::directory::here::use_here;
use crate::directory::queries::enums::ServiceStatus;
use crate::directory::queries::service::Service;
use crate::editing::entry_links::EntryLinks;
use crate::editing::service_form_page::COPY;
use crate::editing::service_upkeep::{CheckedService, ServiceUpkeep};
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
    let is_closed = service.status == ServiceStatus::Closed;
    // Whoever says that it is right sees the new date at once.
    let check = RwSignal::new((service.assured_date, service.assurer));
    let is_stale = Memo::new(move |_| {
        check.with(|(date, _)| date.is_none_or(|date| clock::today().days() - date.days() > INTERVAL))
    });
    let checked = text_by(move |locale| checked_words(locale, check.with(|(date, _)| *date), is_stale.get()));
    let by = move || {
        let name = check.with(|(_, assurer)| assurer.clone())?;
        Some(view! { <span>{text!(service.checked_by)} " " <span lang=lang>{name}</span></span> })
    };
    let now = Callback::new(move |now: CheckedService| check.set((now.assured_date, now.assurer)));
    let slug = use_here().slug_untracked();
    let edit = routes::edit_service(&slug, &service.slug);
    let copy = routes::new_service(&slug, &format!("?{COPY}={}", service.slug));
    let print = move |_| drop(window().print());
    view! {
        <section class="provenance" aria-labelledby="provenance">
            <h2 id="provenance" class="h4">{text!(service.provenance)}</h2>
            <p class="signs">
                <span class="sign" class:sign-stale=is_stale>
                    {move || icon(if is_stale.get() { Icon::Warning } else { Icon::Check })}
                    <span>{checked}</span>
                </span>
                {by}
            </p>
            {(!is_closed)
                .then(|| view! { <ServiceUpkeep id=service.id.clone() name=service.name.clone() checked=now/> })}
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
