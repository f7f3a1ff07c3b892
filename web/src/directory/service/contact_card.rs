//! A person or function: who it is, and buttons to call and write. Used by services and organisations.

use leptos::prelude::*;

use super::hours::Hours;
use crate::directory::queries::enums::PhoneType;
use crate::directory::queries::fragments::{Contact, Email, Phone};
use crate::format::phone;
use crate::language::{Text, danish};
use crate::text;
use crate::ui::icon::Icon;
use crate::ui::word_link::{ActionLink, Weight};

/// A contact with its role, if it has one here.
#[component]
pub(crate) fn ContactCard(
    contact: Contact,
    #[prop(optional_no_strip)] role: Option<String>,
) -> impl IntoView {
    let lang = danish();
    let described: Vec<String> = [role, contact.title, contact.department].into_iter().flatten().collect();
    view! {
        <div class="contact-card">
            <h3 class="contact-name">{contact.name.clone()}</h3>
            {(!described.is_empty()).then(|| view! { <p class="contact-what" lang=lang>{described.join(" · ")}</p> })}
            {(!contact.schedules.is_empty()).then(|| view! { <Hours schedules=contact.schedules/> })}
            <Reaches phones=contact.phones emails=contact.emails name=contact.name/>
        </div>
    }
}

/// Buttons to call and write.
#[component]
pub(crate) fn Reaches(phones: Vec<Phone>, emails: Vec<Email>, name: String) -> impl IntoView {
    let lang = danish();
    let name = StoredValue::new(name);
    let whom = text!(directory.call_whom, name = name.get_value());
    let write_whom = text!(directory.write_whom, name = name.get_value());
    let note = move |words: Option<String>| {
        words.map(|words| view! { <span class="reach-note" lang=lang>{words}</span> })
    };
    let calls = phones.into_iter().enumerate().map(|(index, one)| {
        let weight = if index == 0 { Weight::Main } else { Weight::Beside };
        let (sign, href, label) = number(&one);
        let reach = match href {
            Some(href) => {
                view! { <ActionLink sign=sign href=href label=label weight=weight whom=whom/> }.into_any()
            }
            None => view! { <span>{label}</span> }.into_any(),
        };
        view! { <li>{reach} {note(one.description)}</li> }
    });
    let letters = emails.into_iter().map(|one| {
        let href = format!("mailto:{}", one.address);
        let label = text!(directory.write);
        view! {
            <li>
                <ActionLink sign=Icon::Mail href=href label=label weight=Weight::Beside whom=write_whom/>
                <span class="reach-note">{one.address}</span>
                {note(one.description)}
            </li>
        }
    });
    view! {
        <ul class="reaches">
            {calls.collect_view()} {letters.collect_view()}
        </ul>
    }
}

/// The sign, the address and the words of a number; a fax has no address.
fn number(phone: &Phone) -> (Icon, Option<String>, Text) {
    let shown = phone::shown(&phone.number);
    match phone.kind {
        PhoneType::Voice => {
            (Icon::Phone, Some(phone::call(&phone.number)), text!(directory.call, number = shown.clone()))
        }
        PhoneType::Sms => {
            let href = phone::text_message(&phone.number);
            (Icon::Message, Some(href), text!(directory.text, number = shown.clone()))
        }
        PhoneType::Fax => (Icon::Paper, None, text!(directory.fax, number = shown.clone())),
    }
}
