//! The way to the framework, below the themes: which edition there is, and when the next is due.

use leptos::prelude::*;

use crate::api::Remote;
use crate::directory::here::use_here;
use crate::directory::queries::municipality::CountedMunicipality;
use crate::format::words::day;
use crate::language::{td_string, text_by};
use crate::ui::icon::{Icon, icon};
use crate::ui::shown::changing;
use crate::{routes, text};

/// The line; nothing where there is no edition that the reader may see.
#[component]
pub(crate) fn FrameworkLine(counts: Remote<Option<CountedMunicipality>>) -> impl IntoView {
    let here = use_here();
    changing(Box::new(move || {
        let found = counts.known();
        let edition = found.and_then(|found| found.as_ref().as_ref()?.framework_edition.clone());
        let Some(edition) = edition else { return ().into_any() };
        let about = text_by(move |locale| {
            let (approved, due) = (day(locale, edition.approved_on), day(locale, edition.due_on));
            td_string!(locale, start.framework_about, number = edition.number, approved = approved, due = due)
        });
        view! {
            <p class="start-framework">
                <a href=routes::framework(&here.slug())>
                    {text!(start.framework)} {icon(Icon::ArrowRight)}
                </a>
                " " <span class="small-text">{about}</span>
            </p>
        }
        .into_any()
    }))
}
