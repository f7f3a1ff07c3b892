//! The first thing to know when a service does not run.

use leptos::prelude::*;

use crate::directory::here::use_here;
use crate::directory::queries::enums::ServiceStatus;
use crate::directory::queries::fragments::ServiceLink;
use crate::directory::signs::open_sign::paused;
use crate::format::date::Date;
use crate::language::{danish, text_by};
use crate::ui::alert::{Alert, Gravity};
use crate::{routes, text};

/// Says that it is paused or has ended, and what has come in its place; nothing when it runs.
#[component]
pub(crate) fn Notice(
    status: ServiceStatus,
    paused_until: Option<Date>,
    successor: Option<ServiceLink>,
) -> impl IntoView {
    let slug = use_here().slug_untracked();
    let lang = danish();
    let closed_do =
        if successor.is_some() { text!(service.closed_instead) } else { text!(service.closed_do) };
    let paused_heading = text_by(move |locale| paused(locale, paused_until));
    match status {
        ServiceStatus::Active => None,
        ServiceStatus::Paused => Some((paused_heading, text!(service.paused_do))),
        ServiceStatus::Closed => Some((text!(directory.service_closed), closed_do)),
    }
    .map(|(heading, what_to_do)| {
        let instead = successor.filter(|_| status == ServiceStatus::Closed).map(|one| {
            view! { " " <a href=routes::service(&slug, &one.slug) lang=lang>{one.name}</a> }
        });
        view! {
            <Alert gravity=Gravity::Warning heading=heading>
                <p class="alert-text">{what_to_do} {instead}</p>
            </Alert>
        }
    })
}
