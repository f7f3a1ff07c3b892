//! How far to trust it: when it was checked and by whom, where it was taken from, and how to report an error.

use leptos::prelude::*;

use crate::clock;
use crate::directory::here::use_here;
use crate::directory::queries::service::Service;
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{Locale, danish, td_string, text_by, use_language};
use crate::text;
use crate::ui::icon::{Icon, icon};

/// After how many days an entry counts as not checked: a year, the catalogue's rhythm (K4).
const INTERVAL: i64 = 365;

/// Checked when, by whom; source; report an error; print.
#[component]
pub(crate) fn Provenance(service: Service) -> impl IntoView {
    let language = use_language();
    let here = use_here();
    let lang = danish();
    let (date, assurer) = (service.assured_date, service.assurer);
    let is_stale = date.is_none_or(|date| clock::today().days() - date.days() > INTERVAL);
    let checked = text_by(move |locale| checked_words(locale, date, is_stale));
    let name = service.name;
    let report = move || {
        let editor = here.known()?.catalogue?.editor?;
        let address = editor.emails.first()?.address.clone();
        let subject = td_string!(language.get(), service.report_subject, name = name.clone());
        let href =
            format!("mailto:{address}?subject={}", String::from(js_sys::encode_uri_component(&subject)));
        Some(view! { <a class="function-link" href=href>{text!(service.report)}</a> })
    };
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
            <p class="function-links">
                {report}
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
