//! The first thing to know when a service does not run.

use leptos::prelude::*;

use crate::directory::queries::enums::ServiceStatus;
use crate::directory::signs::open_sign::paused;
use crate::format::date::Date;
use crate::language::text_by;
use crate::text;
use crate::ui::alert::{Alert, Gravity};

/// Says that it is paused or has ended; nothing when it runs.
#[component]
pub(crate) fn Notice(status: ServiceStatus, paused_until: Option<Date>) -> impl IntoView {
    let paused_heading = text_by(move |locale| paused(locale, paused_until));
    match status {
        ServiceStatus::Active => None,
        ServiceStatus::Paused => Some((paused_heading, text!(service.paused_do))),
        ServiceStatus::Closed => Some((text!(directory.service_closed), text!(service.closed_do))),
    }
    .map(|(heading, what_to_do)| {
        view! {
            <Alert gravity=Gravity::Warning heading=heading>
                <p class="alert-text">{what_to_do}</p>
            </Alert>
        }
    })
}
