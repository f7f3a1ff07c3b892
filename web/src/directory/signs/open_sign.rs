//! Whether it is open now: a clock and words; a pause or a closing instead when the service itself does not run.

use leptos::prelude::*;

use super::words;
use crate::clock;
use crate::directory::queries::enums::{OpenKind, ServiceStatus};
use crate::directory::queries::fragments::OpenState;
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{Locale, td_string, text_by};
use crate::ui::icon::{Icon, icon};

/// Open, closed, paused or ended; nothing when nothing is known.
#[component]
pub(crate) fn OpenSign(state: OpenState, status: ServiceStatus, paused_until: Option<Date>) -> impl IntoView {
    let is_open = status == ServiceStatus::Active && state.kind == OpenKind::Open;
    let form = if status == ServiceStatus::Active { Icon::Clock } else { Icon::Pause };
    let class = match status {
        ServiceStatus::Active if is_open => "sign sign-open",
        ServiceStatus::Active => "sign",
        ServiceStatus::Paused | ServiceStatus::Closed => "sign sign-stopped",
    };
    let is_known = status != ServiceStatus::Active || state.kind != OpenKind::Unknown;
    let words = text_by(move |locale| match status {
        ServiceStatus::Active => words::open_state(locale, &state, clock::today()).unwrap_or_default(),
        ServiceStatus::Paused => paused(locale, paused_until),
        ServiceStatus::Closed => td_string!(locale, directory.service_closed).to_owned(),
    });
    is_known.then(|| view! { <span class=class>{icon(form)} <span>{words}</span></span> })
}

/// `Holder pause til 1. marts 2026`.
pub(crate) fn paused(locale: Locale, until: Option<Date>) -> String {
    match until {
        Some(date) => td_string!(locale, directory.service_paused_until, date = day(locale, date)),
        None => td_string!(locale, directory.service_paused).to_owned(),
    }
}
