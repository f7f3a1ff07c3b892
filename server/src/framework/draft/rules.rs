//! What must hold of what is written in a draft, and when whoever has a section is reminded of it. Pure.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use entity::framework::framework_question;
use entity::framework::values::Register;
use entity::ids::FrameworkQuestionId;
use serde_json::Value;

use crate::error::{Refusal, RefusalCode};
use crate::forms::{Problems, Tidy};
use crate::framework::content::{Content, QuestionContent};
use crate::framework::model::{self, SECTIONS};

/// Longest answer, in characters.
const ANSWER: usize = 20_000;
/// Longest guidance to a question of the municipality's own, in characters.
const GUIDANCE: usize = 2_000;
/// Most questions of its own that a municipality can ask in a section.
pub(super) const OWN: usize = 30;
/// Most members of a steering group who can be asked for.
const APPROVALS: i32 = 20;
/// Most months from an approval to the next update.
const MONTHS: i32 = 24;
/// Years that a day can be planned in: others are slips.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// A framework's settings as they are to be.
#[derive(Clone, Debug)]
pub(in crate::framework) struct Settings {
    /// How many of the steering group must approve.
    pub approvals_needed: i32,
    /// Months from an approval to the next update.
    pub interval_months: i32,
    /// The day by which it is to be updated.
    pub due_on: Option<NaiveDate>,
    /// Who is to update it by then, by name.
    pub next_update_by: Option<String>,
}

/// What is wrong with settings, in a municipality with so many in its steering group and so many editions.
pub(super) fn settings(settings: &Settings, steering_members: usize, editions: u64) -> Vec<Refusal> {
    let mut problems = Problems::default();
    let needed = settings.approvals_needed;
    let message = format!("From 1 to {APPROVALS}.");
    problems.holds((1..=APPROVALS).contains(&needed), "approvalsNeeded", &message);
    // Where nobody is there yet, it is set for those to come.
    let is_enough =
        steering_members == 0 || usize::try_from(needed).is_ok_and(|needed| needed <= steering_members);
    let message = format!("There are {steering_members} in the steering group.");
    problems.holds(is_enough || needed < 1, "approvalsNeeded", &message);
    let message = format!("From 1 to {MONTHS} months.");
    problems.holds((1..=MONTHS).contains(&settings.interval_months), "intervalMonths", &message);
    match settings.due_on {
        None if editions > 0 => {
            problems.refuse(RefusalCode::Required, "dueOn", "Say by when it is to be updated.");
        }
        due_on => day(&mut problems, due_on),
    }
    problems.words("nextUpdateBy", settings.next_update_by.as_deref());
    problems.found()
}

/// What is wrong with the day by which a section is to be done.
pub(super) fn section(due_on: Option<NaiveDate>) -> Vec<Refusal> {
    let mut problems = Problems::default();
    day(&mut problems, due_on);
    problems.found()
}

fn day(problems: &mut Problems, due_on: Option<NaiveDate>) {
    let is_near = due_on.is_none_or(|day| YEARS.contains(&day.year()));
    problems.holds(is_near, "dueOn", "This year is too far away.");
}

/// A question of a municipality's own, put in order.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn own_question(
    title: Option<String>,
    guidance: Option<String>,
) -> Result<(String, Option<String>), Vec<Refusal>> {
    let (mut title, mut guidance) = (title.unwrap_or_default(), guidance);
    title.tidy();
    guidance.tidy();
    let mut problems = Problems::default();
    problems.name("title", &title);
    problems.holds(!title.contains('\n'), "title", "Write it in one line.");
    if let Some(guidance) = &guidance {
        problems.required("guidance", guidance, GUIDANCE);
    }
    let found = problems.found();
    if found.is_empty() { Ok((title, guidance)) } else { Err(found) }
}

/// An answer, put in order: lines end in one way, and nothing empty stands behind the last.
///
/// # Errors
/// What is wrong with it.
pub(super) fn answer(answer: &str) -> Result<String, Vec<Refusal>> {
    let answer = answer.replace("\r\n", "\n").trim_end().to_owned();
    let mut problems = Problems::default();
    if !answer.is_empty() {
        problems.required("answer", &answer, ANSWER);
    }
    let found = problems.found();
    if found.is_empty() { Ok(answer) } else { Err(found) }
}

/// The new places of a section's questions, which stand in the order they are shown, when one of them goes to another;
/// beyond the end is the end. Shown ones stay before hidden ones.
pub(super) fn moved(
    shown: &[framework_question::Model],
    id: FrameworkQuestionId,
    to: usize,
) -> Vec<FrameworkQuestionId> {
    let mut order: Vec<FrameworkQuestionId> = shown.iter().map(|question| question.id).collect();
    let Some(from) = order.iter().position(|other| *other == id) else { return order };
    let visible = shown.iter().filter(|question| !question.is_hidden).count();
    let id = order.remove(from);
    let (first, last) =
        if shown[from].is_hidden { (visible, order.len()) } else { (0, visible.saturating_sub(1)) };
    order.insert(to.clamp(first, last), id);
    order
}

/// A question to begin with.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Beginning {
    /// Its section.
    pub section: entity::framework::values::Section,
    /// The model's name for it.
    pub key: Option<String>,
    /// The question, where it is the municipality's own.
    pub title: Option<String>,
    /// What helps to answer it, where it is the municipality's own.
    pub guidance: Option<String>,
    /// The answer.
    pub answer: String,
}

/// The questions that a framework begins with: the model's, or those of an edition in its order, with its answers. A
/// question of the model that the edition does without comes last in its section, for whoever begins to decide on.
pub(super) fn questions(copied: Option<&Content>) -> Vec<Beginning> {
    let mut questions = Vec::new();
    for section in SECTIONS {
        let sections = copied.iter().flat_map(|content| &content.sections);
        let kept: Vec<&QuestionContent> =
            sections.filter(|one| one.section == section).flat_map(|one| &one.questions).collect();
        let is_kept = |key: &str| kept.iter().any(|question| question.key.as_deref() == Some(key));
        let left = model::questions().iter().filter(|one| one.section == section && !is_kept(&one.key));
        // What the model no longer asks is a question of one's own from now on, under the name it had.
        let is_known =
            |key: &Option<String>| key.as_deref().is_some_and(|key| model::question(key).is_some());
        questions.extend(kept.iter().map(|question| Beginning {
            section,
            key: question.key.clone().filter(|_| is_known(&question.key)),
            title:
                question.title.clone().or_else(|| question.key.clone().filter(|_| !is_known(&question.key))),
            guidance: question.guidance.clone(),
            answer: question.answer.clone(),
        }));
        questions.extend(left.map(|question| Beginning {
            section,
            key: Some(question.key.clone()),
            title: None,
            guidance: None,
            answer: String::new(),
        }));
    }
    questions
}

/// The rows that a framework begins with: those of an edition, with their places in their registers. Organisations of
/// another municipality's directory stay by name alone.
pub(super) fn rows(copied: &Content) -> Vec<(Register, i32, Value)> {
    let mut places: BTreeMap<Register, i32> = BTreeMap::new();
    let questions = copied.sections.iter().flat_map(|section| &section.questions);
    let rows = questions.flat_map(|question| &question.rows).map(|row| {
        let place = places.entry(row.register).or_default();
        let mut form = row.form.clone();
        forget_organisations(&mut form);
        *place += 1;
        (row.register, *place - 1, form)
    });
    rows.collect()
}

fn forget_organisations(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if name == "organisationId" {
                    *field = Value::Null;
                } else {
                    forget_organisations(field);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(forget_organisations),
        _ => {}
    }
}

/// A reminder of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reminder {
    /// A week before.
    Week,
    /// On the day itself.
    Day,
}

/// Days before the day a section is to be done on which whoever has it is reminded first.
const WEEK: i64 = 7;
/// The reminder of a section that ought to have gone out last as of `day`. It stays due until the next is, or until the
/// section is done: who could not be reminded on the very day is reminded later.
pub(super) fn reminder(day: NaiveDate, due_on: NaiveDate) -> Option<Reminder> {
    match (due_on - day).num_days() {
        ..=0 => Some(Reminder::Day),
        1..=WEEK => Some(Reminder::Week),
        _ => None,
    }
}

impl Reminder {
    /// Whether it tells anything new to whoever was given the section, or another day, on `given_on`: after the
    /// reminder's own day they have just been told.
    pub(super) fn is_news(self, due_on: NaiveDate, given_on: NaiveDate) -> bool {
        let since = (due_on - given_on).num_days();
        match self {
            Self::Week => since > WEEK,
            Self::Day => since > 0,
        }
    }
}

impl std::fmt::Display for Reminder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Week => "week",
            Self::Day => "day",
        })
    }
}

#[cfg(test)]
mod tests;
