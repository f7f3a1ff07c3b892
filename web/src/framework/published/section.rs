//! A section of the framework as it is read: its questions, each with its answer, the rows of its registers, and what is
//! drawn from elsewhere. For editions, and for what lies before the steering group.

use leptos::prelude::*;

use super::queries::edition::{EditionQuestion, EditionSection, EditionService};
use super::queries::values::Drawn;
use super::services::Services;
use crate::directory::queries::enums::Sector;
use crate::format::date::Date;
use crate::format::words::day;
use crate::framework::registers::queries::{EditionRow, Level, Register, Row};
use crate::framework::registers::views::RegisterRows;
use crate::framework::sections::Section;
use crate::language::{td_string, text_by};
use crate::text;
use crate::ui::markdown::Markdown;

/// When the edition was approved and the next is due.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cycle {
    /// The edition's number.
    pub(crate) number: i32,
    /// When it was approved.
    pub(crate) approved_on: Date,
    /// When the next is due.
    pub(crate) due_on: Date,
    /// Who updated it.
    pub(crate) updated_by: Option<String>,
    /// Who is to update it next.
    pub(crate) next_update_by: Option<String>,
}

/// The section under its heading.
#[component]
pub(super) fn SectionView(
    section: EditionSection,
    services: Vec<EditionService>,
    cycle: Option<Cycle>,
) -> impl IntoView {
    let which = section.section;
    let heading = format!("{}-titel", which.slug());
    view! {
        <section id=which.slug() class="framework-section" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>
                <span class="framework-number">{which.number()}</span> " " {which.title()}
            </h2>
            <Questions which=which questions=section.questions services=services cycle=cycle/>
        </section>
    }
}

/// The questions of a section, each under an `h3`.
#[component]
pub(crate) fn Questions(
    which: Section,
    questions: Vec<EditionQuestion>,
    services: Vec<EditionService>,
    cycle: Option<Cycle>,
) -> impl IntoView {
    if questions.is_empty() {
        return view! { <p>{text!(framework.section_empty)}</p> }.into_any();
    }
    let questions = questions.into_iter().map(|question| {
        let anchor = anchor(&question);
        let of_question = services_of(&question, &services);
        view! { <Question which=which anchor=anchor question=question services=of_question cycle=cycle.clone()/> }
    });
    questions.collect_view().into_any()
}

#[component]
fn Question(
    which: Section,
    anchor: String,
    question: EditionQuestion,
    services: Vec<EditionService>,
    cycle: Option<Cycle>,
) -> impl IntoView {
    let (title, lang) = question.title();
    let has_answer = !question.answer.trim().is_empty();
    let is_silent = !has_answer && question.rows.is_empty() && question.drawn.is_none();
    let drawn = match (question.drawn, cycle) {
        (Some(Drawn::Directory), _) => view! { <Services of=anchor.clone() services=services/> }.into_any(),
        (Some(Drawn::Cycle), Some(cycle)) => view! { <CycleWords cycle=cycle/> }.into_any(),
        (Some(Drawn::Cycle), None) => view! { <p>{text!(framework.cycle_later)}</p> }.into_any(),
        (None, _) => ().into_any(),
    };
    let registers = by_register(question.rows).into_iter().map(|(register, rows)| {
        view! { <RegisterRows register=register rows=rows level=4/> }
    });
    let registers = registers.collect_view();
    view! {
        <div class="framework-question" id=anchor data-section=which.slug()>
            <h3 class="h4" lang=lang>{title}</h3>
            {has_answer.then(|| view! { <Markdown text=question.answer level=4/> })}
            {registers}
            {drawn}
            {is_silent.then(|| view! { <p class="small-text">{text!(framework.not_answered)}</p> })}
        </div>
    }
}

/// The rows of a question, register by register, in the order they came.
fn by_register(rows: Vec<EditionRow>) -> Vec<(Register, Vec<Row>)> {
    let mut registers: Vec<(Register, Vec<Row>)> = Vec::new();
    for row in rows {
        match registers.iter_mut().find(|(register, _)| *register == row.register) {
            Some((_, list)) => list.push(row.into()),
            None => registers.push((row.register, vec![row.into()])),
        }
    }
    registers
}

/// The two dates of an edition, in words.
#[component]
fn CycleWords(cycle: Cycle) -> impl IntoView {
    let Cycle { number, approved_on, due_on, updated_by, next_update_by } = cycle;
    let last = text_by(move |locale| {
        let date = day(locale, approved_on);
        match &updated_by {
            Some(name) => {
                td_string!(locale, framework.updated_by, number = number, date = date, name = name.clone())
            }
            None => td_string!(locale, framework.updated, number = number, date = date),
        }
    });
    let next = text_by(move |locale| {
        let words = td_string!(locale, framework.due, date = day(locale, due_on));
        match &next_update_by {
            Some(name) => format!("{words} {}", td_string!(locale, framework.due_by, name = name.clone())),
            None => words,
        }
    });
    view! { <p>{last} <br/> {next}</p> }
}

/// Where a question stands on the page: by the model's name, or by its key where it is the municipality's own.
fn anchor(question: &EditionQuestion) -> String {
    match &question.key {
        Some(key) => key.replace('_', "-"),
        None => format!("eget-{}", question.id.inner().rsplit(':').next().unwrap_or_default()),
    }
}

/// Whether a question says nothing.
pub(super) fn is_empty(question: &EditionQuestion, services: &[EditionService]) -> bool {
    let draws_nothing = match question.drawn {
        None => true,
        Some(Drawn::Directory) => services_of(question, services).is_empty(),
        Some(Drawn::Cycle) => false,
    };
    draws_nothing && question.answer.trim().is_empty() && question.rows.is_empty()
}

/// The services that stand under a question: those of the public under one, all others under the other.
fn services_of(question: &EditionQuestion, services: &[EditionService]) -> Vec<EditionService> {
    if question.drawn != Some(Drawn::Directory) {
        return Vec::new();
    }
    let belongs = |sector: Sector| match question.level {
        Some(Level::Municipal) => is_public(sector),
        Some(Level::Voluntary) => !is_public(sector),
        _ => true,
    };
    services.iter().filter(|service| belongs(service.sector)).cloned().collect()
}

fn is_public(sector: Sector) -> bool {
    matches!(sector, Sector::Municipal | Sector::Regional | Sector::State)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(drawn: Option<Drawn>, level: Option<Level>, answer: &str) -> EditionQuestion {
        EditionQuestion {
            id: cynic::Id::new("framework-question:0190"),
            key: Some("services_voluntary".to_owned()),
            title_da: String::new(),
            title_en: String::new(),
            drawn,
            level,
            answer: answer.to_owned(),
            rows: Vec::new(),
        }
    }

    fn service(sector: Sector) -> EditionService {
        EditionService {
            id: cynic::Id::new("service:0190"),
            name: "Værestedet".to_owned(),
            organisation: String::new(),
            sector,
            path: String::new(),
            description: None,
            eligibility: None,
            access: None,
            addresses: Vec::new(),
            contacts: Vec::new(),
        }
    }

    #[test]
    fn services_stand_with_the_public_or_with_the_others() {
        let all = [Sector::Municipal, Sector::State, Sector::Private, Sector::Voluntary].map(service);
        let sectors = |level| {
            let found = services_of(&question(Some(Drawn::Directory), Some(level), ""), &all);
            found.into_iter().map(|service| service.sector).collect::<Vec<_>>()
        };
        assert_eq!(sectors(Level::Municipal), [Sector::Municipal, Sector::State]);
        assert_eq!(sectors(Level::Voluntary), [Sector::Private, Sector::Voluntary]);
        assert!(services_of(&question(None, None, ""), &all).is_empty());
    }

    #[test]
    fn a_question_without_answer_rows_and_services_is_empty() {
        assert!(is_empty(&question(None, None, " \n"), &[]));
        assert!(!is_empty(&question(None, None, "Ja"), &[]));
        assert!(!is_empty(&question(Some(Drawn::Cycle), None, ""), &[]));
        let directory = question(Some(Drawn::Directory), Some(Level::Voluntary), "");
        assert!(is_empty(&directory, &[service(Sector::Municipal)]));
        assert!(!is_empty(&directory, &[service(Sector::Voluntary)]));
    }

    #[test]
    fn anchors_are_stable() {
        assert_eq!(anchor(&question(None, None, "")), "services-voluntary");
        let own = EditionQuestion { key: None, ..question(None, None, "") };
        assert_eq!(anchor(&own), "eget-0190");
    }
}
