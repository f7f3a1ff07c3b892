//! The bar at the lower edge of a phone, within reach of the thumb: call, write, find the way. Wide screens have the
//! same links in the page itself.

use leptos::prelude::*;

use super::reach::way;
use crate::directory::queries::enums::{PhoneType, ServiceStatus};
use crate::directory::queries::fragments::{Email, Phone};
use crate::directory::queries::service::Service;
use crate::format::phone;
use crate::text;
use crate::ui::icon::Icon;
use crate::ui::word_link::{ActionLink, Weight};

/// The bar; nothing when there is nothing to do, or when the service has ended.
#[component]
pub(crate) fn ActionBar(service: Service) -> impl IntoView {
    let contacts = service.contacts.iter().map(|one| &one.contact);
    let phones = service.phones.iter().chain(contacts.clone().flat_map(|contact| &contact.phones));
    let number: Option<&Phone> =
        phones.chain(&service.organisation.phones).find(|phone| phone.kind == PhoneType::Voice);
    let emails = service.emails.iter().chain(contacts.flat_map(|contact| &contact.emails));
    let letter: Option<&Email> = emails.chain(&service.organisation.emails).next();
    let call = number.map(|number| {
        let label = text!(service.call);
        let shown = phone::shown(&number.number);
        let whom = Signal::stored(shown);
        let href = phone::call(&number.number);
        view! { <ActionLink sign=Icon::Phone href=href label=label weight=Weight::Main whom=whom/> }
    });
    let write = letter.map(|letter| {
        let label = text!(directory.write);
        let whom = Signal::stored(letter.address.clone());
        let href = format!("mailto:{}", letter.address);
        view! { <ActionLink sign=Icon::Mail href=href label=label weight=Weight::Beside whom=whom/> }
    });
    let find = service.locations.first().map(|location| {
        let label = text!(directory.show_way);
        view! { <ActionLink sign=Icon::Map href=way(location) label=label weight=Weight::Beside/> }
    });
    let has_any = call.is_some() || write.is_some() || find.is_some();
    (has_any && service.status != ServiceStatus::Closed).then(|| {
        view! {
            <div class="action-bar" role="group" aria-label=text!(service.reach)>
                {call} {write} {find}
            </div>
        }
    })
}
