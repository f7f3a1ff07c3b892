//! A hit: what it is called, what it is, how to get in, why it was found, and how to reach it. The design system's
//! card; all of it fits a hand at 360 pixels.

use leptos::prelude::*;

use super::match_note::MatchNote;
use crate::directory::here::use_here;
use crate::directory::queries::fragments::ServiceCard;
use crate::directory::queries::hits::SearchMatch;
use crate::directory::service::reach;
use crate::directory::signs::access_sign::AccessSign;
use crate::directory::signs::open_sign::OpenSign;
use crate::directory::signs::sector_sign::SectorSign;
use crate::format::phone;
use crate::language::danish;
use crate::ui::icon::Icon;
use crate::ui::word_link::{ActionLink, Weight};
use crate::{routes, text};

/// The longest that a description may be on a card, in characters.
const LONGEST: usize = 180;

/// A service in a list.
#[component]
pub(crate) fn HitCard(service: ServiceCard, matches: Vec<SearchMatch>, place: usize) -> impl IntoView {
    let lang = danish();
    let href = routes::service(&use_here().slug_untracked(), &service.slug);
    let what = what_it_is(&service);
    let address = service.locations.first().map(|location| location.in_full());
    let actions = actions(&service);
    let sector = service.organisation.sector;
    view! {
        <li class="hit" id=format!("hit-{place}")>
            <article class="card collapsed-height">
                <div class="card-content">
                    <h3 class="card-heading h4" lang=lang>
                        <a href=href>{service.name}</a>
                    </h3>
                    <p class="signs">
                        <SectorSign sector=sector/>
                        <AccessSign access=service.access/>
                        <OpenSign
                            state=service.open_state
                            status=service.status
                            paused_until=service.paused_until
                        />
                    </p>
                    <p class="hit-what" lang=lang>{what}</p>
                    {address.map(|address| view! { <p class="hit-address" lang=lang>{address}</p> })}
                    <MatchNote matches=matches/>
                    {actions}
                </div>
            </article>
        </li>
    }
}

/// Why it exists, else the beginning of what happens there.
fn what_it_is(service: &ServiceCard) -> String {
    let text = service.purpose.as_deref().unwrap_or(&service.description);
    let text = text.split("\n\n").next().unwrap_or_default();
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    let whole_words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{whole_words} …")
}

fn actions(service: &ServiceCard) -> Option<AnyView> {
    let name = StoredValue::new(service.name.clone());
    let call_whom = text!(directory.call_whom, name = name.get_value());
    let write_whom = text!(directory.write_whom, name = name.get_value());
    let call = service.first_number().map(|number| {
        let shown = phone::shown(number);
        let label = text!(directory.call, number = shown.clone());
        view! {
            <ActionLink sign=Icon::Phone href=phone::call(number) label=label weight=Weight::Main whom=call_whom/>
        }
    });
    let write = service.first_address().map(|address| {
        let href = format!("mailto:{address}");
        let label = text!(directory.write);
        view! { <ActionLink sign=Icon::Mail href=href label=label weight=Weight::Beside whom=write_whom/> }
    });
    let way = service.locations.first().map(|location| {
        let address = location.in_full();
        let whom = text!(directory.show_way_to, address = address.clone());
        let label = text!(directory.show_way);
        view! { <ActionLink sign=Icon::Map href=reach::way(location) label=label weight=Weight::Beside whom=whom/> }
    });
    let has_any = call.is_some() || write.is_some() || way.is_some();
    has_any.then(|| view! { <div class="actions">{call} {write} {way}</div> }.into_any())
}
