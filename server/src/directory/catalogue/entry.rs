//! One service in the printable catalogue, with the services it consists of.

use maud::{Markup, html};

use super::Language;
use crate::ctx::Ctx;
use crate::directory::{ContactEntry, Directory, Reach, ServiceEntry, service};

/// The service at this place, and below it its parts.
pub(super) fn entry(ctx: &Ctx, directory: &Directory, at: usize, language: Language) -> Markup {
    let service = &directory.services[at];
    let row = &service.row;
    html! {
        article.service id=(row.slug) {
            @if service.parent.is_some() { h4 lang="da" { (row.name) } } @else { h3 lang="da" { (row.name) } }
            @if !row.alternate_names.0.is_empty() {
                p.alternate { (language.also_called()) " " span lang="da" { (row.alternate_names.0.join(", ")) } }
            }
            @if let Some(notice) = language.status(row.status, row.paused_until) { p.notice { strong { (notice) } } }
            @if let Some(purpose) = &row.purpose { p.lead lang="da" { (purpose) } }
            div.text lang="da" { @for paragraph in paragraphs(&row.description) { p { (paragraph) } } }
            dl {
                (facts(service, language))
                dt { (language.organisation()) } dd lang="da" { (anchored(directory, service)) }
                (reach(&service.reach, language))
                @for (contact, role) in &service.contacts {
                    @if service::may_see(ctx, &directory.contacts[*contact]) {
                        (contact_line(&directory.contacts[*contact], role.as_deref(), language))
                    }
                }
                @if let Some(checked) = row.assured_date {
                    dt { (language.checked()) }
                    dd { time datetime=(checked) { (language.date(checked)) } @if let Some(who) = &row.assurer { ", " span lang="da" { (who) } } }
                }
            }
            @if let Some(note) = &row.source_note { p.note { (language.note()) " " span lang="da" { (note) } } }
            @for part in &service.subservices { (entry(ctx, directory, *part, language)) }
        }
    }
}

fn facts(service: &ServiceEntry, language: Language) -> Markup {
    let row = &service.row;
    html! {
        @if let Some(text) = &row.eligibility_description { dt { (language.for_whom()) } dd lang="da" { (text) } }
        @if let Some(ages) = language.ages(row.minimum_age, row.maximum_age) { dt { (language.age()) } dd { (ages) } }
        dt { (language.how_to_get_in()) }
        dd { (language.access(row.access)) @if let Some(text) = &row.application_process { ". " span lang="da" { (text) } } }
        @if !service.legal_bases.is_empty() {
            dt { (language.law()) }
            dd lang="da" { @for basis in &service.legal_bases { span.item { (basis.act) " " (basis.paragraph) } " " } }
        }
        @if !service.cost_options.is_empty() || row.fees_description.is_some() {
            dt { (language.price()) }
            dd {
                @for cost in &service.cost_options { span.item { (language.money(cost.amount, &cost.currency)) ": " span lang="da" { (cost.description) } } " " }
                @if let Some(text) = &row.fees_description { span lang="da" { (text) } }
            }
        }
        @if !service.capacities.is_empty() {
            dt { (language.room()) }
            dd lang="da" { @for room in &service.capacities { span.item { (room.maximum) " " (room.unit) @if let Some(text) = &room.description { " (" (text) ")" } } " " } }
        }
        @if !service.key_figures.is_empty() {
            dt { (language.figures()) }
            dd { ul {
                @for figure in &service.key_figures {
                    li { span lang="da" { (figure.label) ": "
                        @if let Some(about) = &figure.description { (about) " " }
                        (language.number(figure.value)) @if let Some(to) = figure.value_to { "–" (language.number(to)) } " " (figure.unit) }
                        " (" (figure.year) ")" }
                }
            } }
        }
        @if let Some(text) = &row.interpretation_services { dt { (language.interpreter()) } dd lang="da" { (text) } }
    }
}

fn anchored(directory: &Directory, service: &ServiceEntry) -> String {
    let mut units: Vec<&str> = directory
        .ancestors(service.organisation)
        .into_iter()
        .map(|at| directory.organisations[at].row.name.as_str())
        .collect();
    units.push(&directory.organisations[service.organisation].row.name);
    units.join(" › ")
}

fn reach(reach: &Reach, language: Language) -> Markup {
    html! {
        @if !reach.locations.is_empty() {
            dt { (language.address()) }
            dd lang="da" { @for place in &reach.locations { span.item {
                @if let Some(name) = &place.name { (name) ", " } (place.address_1)
                @if let Some(code) = &place.postal_code { ", " (code) } @if let Some(city) = &place.city { @if place.postal_code.is_none() { "," } " " (city) }
            } " " } }
        }
        @if !reach.schedules.is_empty() || !reach.schedule_exceptions.is_empty() {
            dt { (language.hours()) }
            dd { ul {
                @for schedule in &reach.schedules { li { (language.schedule(schedule)) } }
                @for exception in &reach.schedule_exceptions { li { (language.exception(exception)) } }
            } }
        }
        @if !reach.phones.is_empty() || !reach.emails.is_empty() { dt { (language.contact()) } dd { (numbers(reach)) } }
        @if !reach.links.is_empty() {
            dt { (language.links()) }
            dd { @for link in &reach.links { a.item href=(link.url) { (link.label.as_deref().unwrap_or(&link.url)) } " " } }
        }
    }
}

fn contact_line(contact: &ContactEntry, role: Option<&str>, language: Language) -> Markup {
    html! {
        dt { @if let Some(role) = role { span lang="da" { (role) } } @else { (language.contact()) } }
        dd { span lang="da" { (contact.row.name) @if let Some(title) = &contact.row.title { ", " (title) } } " " (numbers(&contact.reach)) }
    }
}

fn numbers(reach: &Reach) -> Markup {
    html! {
        @for phone in &reach.phones { a.item href={ "tel:" (phone.number) } { (spaced(&phone.number)) } " " }
        @for email in &reach.emails { a.item href={ "mailto:" (email.address) } { (email.address) } " " }
    }
}

/// A Danish number in pairs, as Danes read it; others as they are.
fn spaced(number: &str) -> String {
    match number.strip_prefix("+45") {
        Some(national) if national.len() == 8 => {
            format!("{} {} {} {}", &national[..2], &national[2..4], &national[4..6], &national[6..])
        }
        _ => number.to_owned(),
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}
