//! The printable catalogue (K4): a municipality's whole directory as one page of plain HTML, readable without WASM
//! and without a network once saved. Cover, contents, a chapter per theme, a register; printed it has page numbers.
//! Every service has an anchor that never changes: its slug.

mod entry;
mod language;

pub use language::Language;

use entity::directory::values::ServiceStatus;
use entity::directory::{catalogue_edition, contact};
use maud::{DOCTYPE, Markup, html};

use super::{Directory, service};
use crate::ctx::Ctx;

/// The whole page, as of today.
pub fn page(ctx: &Ctx, directory: &Directory, language: Language) -> Markup {
    edition_page(ctx, directory, directory.edition.as_ref(), language)
}

/// The whole page, as of today, with the cover of this edition.
pub(super) fn edition_page(
    ctx: &Ctx,
    directory: &Directory,
    edition: Option<&catalogue_edition::Model>,
    language: Language,
) -> Markup {
    let chapters = chapters(directory);
    let name = &directory.municipality.name;
    let title = edition.map_or(language.catalogue(), |edition| edition.title.as_str());
    // Today's page stays where it is when an edition has been fixed.
    let is_todays = edition.map(|edition| edition.id) == directory.edition.as_ref().map(|edition| edition.id);
    let number = edition.filter(|_| !is_todays).and_then(|edition| edition.number);
    let body = html! {
        (bar(directory, number, language))
        header.cover {
            p.municipality { (name) }
            h1 { (title) }
            @if let Some(edition) = edition {
                p.edition { (edition.edition) }
                dl {
                    dt { (language.published()) } dd { time datetime=(edition.published_on) { (language.date(edition.published_on)) } }
                    @if let Some(editor) = editor(ctx, directory, edition) {
                        dt { (language.editor()) }
                        dd { (editor.name) @if let Some(title) = &editor.title { ", " (title) } }
                    }
                    dt { (language.source()) } dd lang="da" { (edition.source) }
                }
                @if let Some(note) = &edition.source_note { p.note lang="da" { (note) } }
            }
            p { (language.services(directory.listed.len())) }
        }
        nav.contents aria-labelledby="indhold" {
            h2 #indhold { (language.contents()) }
            @if chapters.is_empty() { p { (language.empty()) } }
            ol {
                @for chapter in &chapters {
                    li {
                        a href={ "#tema-" (chapter.slug) } lang=[chapter.language(language)] { (chapter.name(language)) }
                        ol lang="da" { @for at in &chapter.services { li { a href={ "#" (directory.services[*at].row.slug) } { (directory.services[*at].row.name) } } } }
                    }
                }
                li { a href="#register" { (language.register()) } }
            }
        }
        main {
            @for chapter in &chapters {
                section.chapter aria-labelledby={ "tema-" (chapter.slug) } {
                    h2 id={ "tema-" (chapter.slug) } lang=[chapter.language(language)] { (chapter.name(language)) }
                    @if let Some(description) = &chapter.description { p.lead lang="da" { (description) } }
                    @for at in &chapter.services { (entry::entry(ctx, directory, *at, language)) }
                    (also(directory, &chapter.also, language))
                }
            }
            section.register aria-labelledby="register" {
                h2 #register { (language.register()) }
                ul lang="da" {
                    @for at in &directory.listed {
                        li { a href={ "#" (directory.services[*at].row.slug) } { (directory.services[*at].row.name) } }
                    }
                }
            }
        }
    };
    document(&format!("{title} – {name}"), language, &body)
}

/// Who answers for the catalogue, if one may see it.
fn editor<'d>(
    ctx: &Ctx,
    directory: &'d Directory,
    edition: &catalogue_edition::Model,
) -> Option<&'d contact::Model> {
    let contact = &directory.contacts[directory.contact(edition.editor_id?)?];
    service::may_see(ctx, contact).then_some(&contact.row)
}

/// What stands where there is no such municipality.
pub fn not_found(language: Language) -> Markup {
    let body = html! {
        main { h1 { (language.no_municipality()) } p { a href="/" { (language.to_start()) } } }
    };
    document(language.no_municipality(), language, &body)
}

/// What stands where there is no such page, or it is not for these eyes.
pub fn no_such_page(language: Language) -> Markup {
    let body = html! {
        main { h1 { (language.no_page()) } p { a href="/" { (language.to_start()) } } }
    };
    document(language.no_page(), language, &body)
}

fn document(title: &str, language: Language, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/print/catalogue.css";
            }
            body { (body) }
        }
    }
}

/// The way back to the app, and to the other language; not printed.
fn bar(directory: &Directory, number: Option<i32>, language: Language) -> Markup {
    let (other, slug) = (language.other(), &directory.municipality.slug);
    let path =
        number.map_or_else(|| format!("/{slug}/katalog"), |number| format!("/{slug}/katalog/{number}"));
    html! {
        nav.bar aria-label=(language.navigation()) {
            a href={ "/" (slug) "/tilbud" } { "← " (language.back()) }
            span.hint { (language.how_to_print()) }
            @if number.is_some() { a href={ "/" (slug) "/katalog?lang=" (language.code()) } { (language.todays()) } }
            a href={ (path) "?lang=" (other.code()) } lang=(other.code()) hreflang=(other.code()) { (other.name()) }
        }
    }
}

/// Services that stand in another chapter but belong here too.
fn also(directory: &Directory, services: &[usize], language: Language) -> Markup {
    html! {
        @if !services.is_empty() {
            aside.also {
                h3 { (language.see_also()) }
                ul lang="da" {
                    @for at in services {
                        li { a href={ "#" (directory.services[*at].row.slug) } { (directory.services[*at].row.name) } }
                    }
                }
            }
        }
    }
}

/// A chapter: the services whose first theme it is, and those that belong under it too.
struct Chapter<'d> {
    slug: &'d str,
    danish: &'d str,
    english: &'d str,
    description: &'d Option<String>,
    services: Vec<usize>,
    also: Vec<usize>,
}

impl Chapter<'_> {
    fn name(&self, language: Language) -> &str {
        match language {
            Language::English if !self.english.is_empty() => self.english,
            _ => self.danish,
        }
    }

    /// Marks a Danish name on an English page.
    fn language(&self, language: Language) -> Option<&'static str> {
        (language == Language::English && self.english.is_empty()).then_some("da")
    }
}

fn chapters(directory: &Directory) -> Vec<Chapter<'_>> {
    // A part whose whole has closed stands on its own.
    let is_open = |at: &usize| directory.services[*at].row.status != ServiceStatus::Closed;
    let stands_alone = |at: usize| !directory.services[at].parent.as_ref().is_some_and(is_open);
    let chapter = |(at, theme): (usize, &'_ super::ThemeEntry)| {
        let here = |service: &&usize| stands_alone(**service);
        let (services, also) = theme
            .services
            .iter()
            .filter(here)
            .partition(|service| directory.services[**service].themes.first() == Some(&at));
        (services, also)
    };
    directory
        .themes
        .iter()
        .enumerate()
        .map(|(at, theme)| {
            let (services, also) = chapter((at, theme));
            let row = &theme.row;
            Chapter {
                slug: &row.slug,
                danish: &row.name,
                english: &row.name_en,
                description: &row.description,
                services,
                also,
            }
        })
        .filter(|chapter| !chapter.services.is_empty() || !chapter.also.is_empty())
        .collect()
}
