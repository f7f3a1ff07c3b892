//! An edition as a page (M10): plain HTML, readable without WASM and without a network once saved; printed it has page
//! numbers. Cover, contents, the sections with their questions, answers and registers. Everybody who may read the edition
//! reads the same page, so nobody with an account is named on it.

mod language;
mod register;

use chrono::NaiveDate;
use entity::directory::values::Sector;
use entity::framework::framework_edition;
use entity::framework::values::{Level, Section};
use maud::{DOCTYPE, Markup, html};

use super::content::{Content, DoneActivity, QuestionContent, SectionContent, ServiceContent};
use super::model::{self, Drawn};
use super::words;
use crate::directory::catalogue::Language;
use crate::markdown;

/// The whole page of an edition of the municipality with this slug.
pub(in crate::framework) fn page(
    slug: &str,
    edition: &framework_edition::Model,
    content: &Content,
    language: Language,
) -> Markup {
    let body = html! {
        (bar(slug, edition.number, language))
        header.cover {
            p.municipality { (content.municipality) }
            h1 { (language.framework()) }
            p.edition { (language.edition()) " " (edition.number) }
            dl {
                dt { (language.approved()) } dd { (day(edition.approved_on, language)) }
                dt { (language.next_update()) } dd { (day(edition.due_on, language)) }
            }
        }
        (contents(content, language))
        main {
            @for section in &content.sections { (self::section(section, edition, content, language)) }
            @if !content.done.is_empty() { (done(&content.done, language)) }
        }
    };
    let title = format!("{} {} – {}", language.framework(), edition.number, content.municipality);
    html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/print/catalogue.css";
                link rel="stylesheet" href="/print/framework.css";
            }
            body { (body) }
        }
    }
}

fn day(day: NaiveDate, language: Language) -> Markup {
    html! { time datetime=(day) { (language.date(day)) } }
}

/// The way back to the app, and to the other language; not printed.
fn bar(slug: &str, number: i32, language: Language) -> Markup {
    let other = language.other();
    html! {
        nav.bar aria-label=(language.framework()) {
            a href={ "/" (slug) "/ramme/udgave/" (number) } { "← " (language.back_to_framework()) }
            span.hint { (language.how_to_print()) }
            a href={ "/" (slug) "/ramme/" (number) "/print?lang=" (other.code()) }
                lang=(other.code()) hreflang=(other.code()) { (other.name()) }
        }
    }
}

fn contents(content: &Content, language: Language) -> Markup {
    html! {
        nav.contents aria-labelledby="indhold" {
            h2 #indhold { (language.contents()) }
            ol {
                @for section in &content.sections {
                    li {
                        a href={ "#" (anchor(section.section)) } { (words::section(section.section, language)) }
                        ol {
                            @for (at, question) in section.questions.iter().enumerate() {
                                li { a href={ "#" (question_anchor(section.section, at)) } lang=[own(question)] { (title(question, language)) } }
                            }
                        }
                    }
                }
                @if !content.done.is_empty() { li { a href="#gjort" { (language.done_since()) } } }
            }
        }
    }
}

fn anchor(section: Section) -> &'static str {
    match section {
        Section::TargetGroup => "maalgruppe",
        Section::Organisation => "organisering",
        Section::Communication => "kommunikation",
        Section::Plans => "planer",
        Section::Directory => "tilbud",
        Section::Dissemination => "formidling",
    }
}

fn question_anchor(section: Section, at: usize) -> String {
    format!("{}-{}", anchor(section), at + 1)
}

fn title(question: &QuestionContent, language: Language) -> &str {
    let of_model = || question.key.as_deref().and_then(model::question);
    let own = question.title.as_deref();
    own.or_else(|| of_model().map(|question| question.words(language).title.as_str())).unwrap_or_default()
}

/// A municipality's own question is in Danish, whatever the page is in.
fn own(question: &QuestionContent) -> Option<&'static str> {
    question.title.as_ref().map(|_| "da")
}

fn section(
    section: &SectionContent,
    edition: &framework_edition::Model,
    content: &Content,
    language: Language,
) -> Markup {
    let id = anchor(section.section);
    html! {
        section.chapter aria-labelledby=(id) {
            h2 id=(id) { (words::section(section.section, language)) }
            @for (at, question) in section.questions.iter().enumerate() {
                h3 id=(question_anchor(section.section, at)) lang=[own(question)] { (title(question, language)) }
                (answer(question, edition, content, language))
            }
        }
    }
}

fn answer(
    question: &QuestionContent,
    edition: &framework_edition::Model,
    content: &Content,
    language: Language,
) -> Markup {
    let has_words = !question.answer.trim().is_empty();
    let is_drawn = question.drawn.is_some();
    html! {
        @if has_words { div.answer lang="da" { (markdown::render(&question.answer, 3)) } }
        (register::rows(&question.rows, language))
        @match question.drawn {
            Some(Drawn::Directory) => (services(&content.services, question.level, language)),
            Some(Drawn::Cycle) => {
                p { (language.approved()) ": " (day(edition.approved_on, language)) ". "
                    (language.next_update()) ": " (day(edition.due_on, language)) "." }
            }
            None => {}
        }
        @if !has_words && question.rows.is_empty() && !is_drawn { p.note { (language.nothing_yet()) } }
    }
}

/// The services of the directory as it was: the public ones, or those of private and voluntary organisations.
fn services(services: &[ServiceContent], level: Option<Level>, language: Language) -> Markup {
    let is_public = |sector| matches!(sector, Sector::Municipal | Sector::Regional | Sector::State);
    let belongs = |service: &&ServiceContent| match level {
        Some(Level::Municipal) => is_public(service.sector),
        Some(_) => !is_public(service.sector),
        None => true,
    };
    let own: Vec<&ServiceContent> = services.iter().filter(belongs).collect();
    html! {
        @if own.is_empty() { p.note { (language.no_services()) } }
        @for service in own {
            article.service {
                h4 lang="da" { a href=(service.path) { (service.name) } }
                @if let Some(text) = &service.description { p lang="da" { (text) } }
                dl {
                    dt { (language.run_by()) } dd lang="da" { (service.organisation) }
                    @if let Some(text) = &service.eligibility { dt { (language.for_whom()) } dd lang="da" { (text) } }
                    @if let Some(access) = service.access { dt { (language.how_to_get_in()) } dd { (language.access(access)) } }
                    (lines(language.address(), &service.addresses))
                    (lines(language.contact(), &service.contacts))
                }
            }
        }
    }
}

fn lines(name: &str, lines: &[String]) -> Markup {
    html! {
        @if !lines.is_empty() {
            dt { (name) }
            dd lang="da" { @for line in lines { span.line { (line) } } }
        }
    }
}

fn done(done: &[DoneActivity], language: Language) -> Markup {
    html! {
        section.chapter aria-labelledby="gjort" {
            h2 #gjort { (language.done_since()) }
            table {
                thead { tr {
                    th scope="col" { (language.activity()) } th scope="col" { (language.goal()) }
                    th scope="col" { (language.done_on()) } th scope="col" { (language.responsible()) }
                } }
                tbody lang="da" {
                    @for activity in done {
                        tr {
                            td { (activity.title) } td { (activity.goal) }
                            td { @if let Some(on) = activity.done_on { (day(on, language)) } }
                            td { (activity.responsible.as_deref().unwrap_or_default()) }
                        }
                    }
                }
            }
        }
    }
}
