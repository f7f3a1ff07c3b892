//! The rows of registers on the page: figures as tables, the others each with what there is to tell of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entity::framework::values::{Level, Register};
use maud::{Markup, html};

use crate::directory::catalogue::Language;
use crate::framework::content::RowContent;
use crate::framework::registers::forms::{
    AgreementForm, AgreementStatus, ExpectedIntakeForm, ForumForm, PartnerForm, PartyForm, PathwayForm,
    PathwayStepForm, PopulationFigureForm, RegisterForm, SupportFigureForm,
};
use crate::framework::words;

/// The rows that stand under a question, register by register. A row that an older version wrote and this one can't read
/// is told by its name.
pub(super) fn rows(rows: &[RowContent], language: Language) -> Markup {
    let read = |row: &RowContent| RegisterForm::read(row.register, &row.form).ok();
    html! {
        @for of_register in rows.chunk_by(|one, other| one.register == other.register) {
            h4.register-name { (words::register(of_register[0].register, language)) }
            @let forms: Vec<RegisterForm> = of_register.iter().filter_map(read).collect();
            (register(of_register[0].register, &forms, language))
            @for unread in of_register.iter().filter(|row| read(row).is_none()) {
                p lang="da" { (unread.title) }
            }
        }
    }
}

/// The forms of one kind among these.
macro_rules! of {
    ($kind:ident, $forms:expr) => {
        $forms
            .iter()
            .filter_map(|form| if let RegisterForm::$kind(form) = form { Some(form) } else { None })
            .collect::<Vec<_>>()
    };
}

fn register(register: Register, forms: &[RegisterForm], language: Language) -> Markup {
    match register {
        Register::PopulationFigure => population(&of!(PopulationFigure, forms), language),
        Register::ExpectedIntake => intake(&of!(ExpectedIntake, forms), language),
        Register::SupportFigure => support(&of!(SupportFigure, forms), language),
        Register::Partner => partners(&of!(Partner, forms), language),
        _ => html! {
            @for form in forms {
                article.row {
                    h5 lang="da" { (form.title()) }
                    (told(form, language))
                }
            }
        },
    }
}

fn table(head: &[&str], body: Vec<Vec<String>>) -> Markup {
    html! {
        div.table {
            table {
                thead { tr { @for name in head { th scope="col" { (name) } } } }
                tbody lang="da" { @for row in body { tr { @for cell in row { td { (cell) } } } } }
            }
        }
    }
}

fn span(language: Language, from: f64, to: Option<f64>) -> String {
    let from = language.number(from);
    to.map_or_else(|| from.clone(), |to| format!("{from}–{}", language.number(to)))
}

fn words_or_nothing(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn population(figures: &[&PopulationFigureForm], language: Language) -> Markup {
    let row = |figure: &&PopulationFigureForm| {
        let number = span(language, figure.number.into(), figure.number_to.map(Into::into));
        let source = words_or_nothing(figure.source.as_ref());
        vec![figure.group.clone(), number, language.date(figure.as_of), source]
    };
    let head = [language.group(), language.number_of(), language.as_of(), language.source_of()];
    table(&head, figures.iter().map(row).collect())
}

/// A line for each group, a column for each year.
fn intake(figures: &[&ExpectedIntakeForm], language: Language) -> Markup {
    let years: BTreeSet<i32> = figures.iter().map(|figure| figure.year).collect();
    let mut groups: Vec<&str> = Vec::new();
    for figure in figures {
        if !groups.contains(&figure.group.as_str()) {
            groups.push(&figure.group);
        }
    }
    let sources: BTreeSet<&str> = figures.iter().filter_map(|figure| figure.source.as_deref()).collect();
    let cell = |group: &str, year: i32| {
        let here = figures.iter().filter(|figure| figure.group == group && figure.year == year);
        let said = here.map(|figure| span(language, figure.number.into(), figure.number_to.map(Into::into)));
        said.collect::<Vec<_>>().join(", ")
    };
    html! {
        div.table {
            table {
                thead { tr {
                    th scope="col" { (language.group()) }
                    @for year in &years { th.number scope="col" { (year) } }
                } }
                tbody {
                    @for group in groups {
                        tr {
                            th scope="row" lang="da" { (group) }
                            @for year in &years { td.number { (cell(group, *year)) } }
                        }
                    }
                }
            }
        }
        @if !sources.is_empty() {
            p.note { (language.source_of()) ": " span lang="da" { (sources.into_iter().collect::<Vec<_>>().join(", ")) } }
        }
    }
}

/// Where no line names a paragraph, there is no column for one.
fn support(figures: &[&SupportFigureForm], language: Language) -> Markup {
    let names_paragraphs = figures.iter().any(|figure| figure.paragraph.is_some());
    let row = |figure: &&SupportFigureForm| {
        let number = format!("{} {}", span(language, figure.number, figure.number_to), figure.unit);
        let paragraph = names_paragraphs.then(|| words_or_nothing(figure.paragraph.as_ref()));
        let source = words_or_nothing(figure.source.as_ref());
        let rest = [figure.service_type.clone(), number, figure.period.clone(), source];
        paragraph.into_iter().chain(rest).collect()
    };
    let paragraph = names_paragraphs.then(|| language.paragraph());
    let rest = [language.help(), language.number_of(), language.period(), language.source_of()];
    let head: Vec<&str> = paragraph.into_iter().chain(rest).collect();
    table(&head, figures.iter().map(row).collect())
}

fn partners(partners: &[&PartnerForm], language: Language) -> Markup {
    let row = |partner: &&PartnerForm| {
        let [branch, role] = [&partner.branch, &partner.role].map(|text| words_or_nothing(text.as_ref()));
        vec![partner.party.name.clone(), branch, role]
    };
    let head = [language.partner(), language.branch(), language.role()];
    table(&head, partners.iter().map(row).collect())
}

/// What there is to tell of a row beside its name.
fn told(form: &RegisterForm, language: Language) -> Markup {
    match form {
        RegisterForm::Outreach(form) => html! {
            (text(Some(&form.description)))
            dl { (fact(language.anchoring(), form.anchoring.as_ref().map(|party| &party.name))) }
        },
        RegisterForm::Forum(form) => forum(form, language),
        RegisterForm::Pathway(form) => pathway(form, language),
        RegisterForm::Agreement(form) => agreement(form, language),
        RegisterForm::CoordinatingFunction(form) => html! {
            (text(form.description.as_ref()))
            dl {
                (fact(language.branch(), Some(&form.branch)))
                (fact(language.holder(), form.holder.as_ref()))
            }
        },
        RegisterForm::Channel(form) => html! {
            (text(form.description.as_ref()))
            dl { (fact(language.between(), names(&form.between).as_ref())) }
        },
        RegisterForm::CitizenPlan(form) => html! {
            dl {
                (fact(language.kept_by(), form.holder.as_ref()))
                (fact(language.kept_at(), form.kept_at.as_ref()))
                (fact(language.access_to(), form.access.as_ref()))
                (fact(language.coordinated(), form.coordinated.as_ref()))
                (fact(language.citizen_involved(), form.citizen_involved.as_ref()))
            }
        },
        RegisterForm::Tool(form) => html! {
            (text(form.description.as_ref()))
            dl {
                (fact(language.users(), form.users.as_ref()))
                (address(language.link(), form.link.as_deref()))
            }
        },
        RegisterForm::Dissemination(form) => html! {
            (text(form.description.as_ref()))
            dl { (fact(language.audience(), form.audience.as_ref())) }
        },
        RegisterForm::PopulationFigure(_)
        | RegisterForm::ExpectedIntake(_)
        | RegisterForm::SupportFigure(_)
        | RegisterForm::Partner(_) => html! {},
    }
}

fn forum(form: &ForumForm, language: Language) -> Markup {
    html! {
        dl {
            (level(form.level.into(), language))
            (fact(language.purpose(), Some(&form.purpose)))
            (fact(language.members(), names(&form.members).as_ref()))
            (fact(language.chair(), form.chair.as_ref()))
            (fact(language.rhythm(), form.rhythm.as_ref()))
            @if let Some(count) = form.meetings_per_year {
                dt { (language.meetings_in_a_year()) } dd { (count) }
            }
            @if !form.meetings.is_empty() {
                dt { (language.meetings()) }
                dd { ul {
                    @for meeting in &form.meetings {
                        li { (language.date(meeting.date)) @if let Some(note) = &meeting.note { ": " span lang="da" { (note) } } }
                    }
                } }
            }
        }
    }
}

/// The steps in their order; where one goes on from each is told in words.
fn pathway(form: &PathwayForm, language: Language) -> Markup {
    html! {
        (text(form.description.as_ref()))
        ol.pathway {
            @for (at, step) in form.steps.iter().enumerate() {
                li {
                    span.text lang="da" { (step.text) }
                    ul {
                        (line(language.actor(), step.actor.as_ref().map(|party| &party.name)))
                        (line(language.by_channel(), step.channel.as_ref()))
                        (line(language.within(), step.within.as_ref()))
                        (onwards(form, at, step, language))
                    }
                }
            }
        }
    }
}

fn onwards(form: &PathwayForm, at: usize, step: &PathwayStepForm, language: Language) -> Markup {
    let place = |key: &str| form.steps.iter().position(|step| step.key == key);
    // What simply goes on to the step below needs no word.
    let goes_without_saying = matches!(
        &step.next[..],
        [way] if way.condition.is_none() && place(&way.to) == Some(at + 1)
    );
    html! {
        @if step.next.is_empty() { li { (language.ends()) } }
        @if !goes_without_saying {
            @for way in &step.next {
                li {
                    @match &way.condition {
                        Some(condition) => { (language.if_so()) " " span lang="da" { (condition) } ": " }
                        None => { (language.then()) ": " }
                    }
                    @if let Some(to) = place(&way.to) {
                        (language.step()) " " (to + 1) " (" span lang="da" { (form.steps[to].text) } ")"
                    }
                }
            }
        }
    }
}

fn agreement(form: &AgreementForm, language: Language) -> Markup {
    let status = match form.status {
        AgreementStatus::Planned => language.planned(),
        AgreementStatus::InForce => language.in_force(),
        AgreementStatus::Ended => language.ended(),
    };
    html! {
        dl {
            (level(form.level.into(), language))
            (fact(language.parties(), names(&form.parties).as_ref()))
            dt { (language.status_of()) } dd { (status) }
            (date(language.signed_on(), form.signed_on, language))
            (date(language.evaluate_by(), form.evaluate_by, language))
            (address(language.document(), form.document.as_deref()))
            (fact(language.notes(), form.notes.as_ref()))
        }
    }
}

fn level(level: Level, language: Language) -> Markup {
    html! { dt { (language.level_of()) } dd { (words::level(level, language)) } }
}

fn text(text: Option<&String>) -> Markup {
    html! { @if let Some(text) = text.filter(|text| !text.is_empty()) { p.text lang="da" { (text) } } }
}

fn fact(name: &str, said: Option<&String>) -> Markup {
    html! {
        @if let Some(said) = said.filter(|said| !said.is_empty()) {
            dt { (name) } dd.text lang="da" { (said) }
        }
    }
}

fn line(name: &str, said: Option<&String>) -> Markup {
    html! { @if let Some(said) = said { li { (name) ": " span lang="da" { (said) } } } }
}

fn date(name: &str, day: Option<NaiveDate>, language: Language) -> Markup {
    html! { @if let Some(day) = day { dt { (name) } dd { time datetime=(day) { (language.date(day)) } } } }
}

/// A web address as a link. What is kept was checked when it was typed; what is something else after all stays text.
fn address(name: &str, address: Option<&str>) -> Markup {
    let is_web = |address: &str| address.starts_with("https://") || address.starts_with("http://");
    html! {
        @if let Some(address) = address {
            dt { (name) }
            dd { @if is_web(address) { a href=(address) { (address) } } @else { (address) } }
        }
    }
}

fn names(parties: &[PartyForm]) -> Option<String> {
    let names: Vec<&str> = parties.iter().map(|party| party.name.as_str()).collect();
    Some(names.join(", ")).filter(|names| !names.is_empty())
}
