//! What a framework says, as a value: what is laid before the steering group, and what an edition keeps. It refers to
//! nothing that may change later. And what is different between two of them, section by section, question by question,
//! row by row.

use chrono::NaiveDate;
use entity::directory::values::{Access, Sector};
use entity::framework::values::{Level, Register, Section};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::model::{self, Drawn};
use crate::directory::catalogue::Language;

/// A framework as it stood.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Content {
    /// The municipality's name.
    pub municipality: String,
    /// The sections, in order.
    pub sections: Vec<SectionContent>,
    /// The directory as it was: what everybody may see of it.
    pub services: Vec<ServiceContent>,
    /// What has been done and stands in no edition before.
    pub done: Vec<DoneActivity>,
    /// Keys of the activities that this and the editions before have told of: none is told of twice.
    #[serde(default)]
    pub told: Vec<String>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SectionContent {
    /// Which.
    pub section: Section,
    /// Its questions, in order, without those that the municipality hides.
    pub questions: Vec<QuestionContent>,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionContent {
    /// Key of the question, as the API shows it.
    pub id: String,
    /// The model's name for it; none for one of the municipality's own.
    pub key: Option<String>,
    /// The question, where it is one of the municipality's own.
    pub title: Option<String>,
    /// What helps to answer it, where it is one of the municipality's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guidance: Option<String>,
    /// Whence it is answered, where not in words alone.
    pub drawn: Option<Drawn>,
    /// Which level its rows are of.
    pub level: Option<Level>,
    /// The answer, in Markdown.
    pub answer: String,
    /// The rows of its registers, register by register.
    pub rows: Vec<RowContent>,
}

/// A row of a register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RowContent {
    /// Key of the row, as the API shows it.
    pub id: String,
    /// Which register.
    pub register: Register,
    /// What it is called.
    pub title: String,
    /// What it says: the JSON of its form, with the names that organisations had.
    pub form: Value,
}

/// A service as the directory told of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceContent {
    /// Key of the service, as the API shows it.
    pub id: String,
    /// Path of its page; what stands there may have changed.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// Who runs it: the organisation's name.
    pub organisation: String,
    /// Its sector.
    pub sector: Sector,
    /// What it is for and what it offers.
    pub description: Option<String>,
    /// Who it is for.
    pub eligibility: Option<String>,
    /// How one gets in.
    pub access: Option<Access>,
    /// Where it is, a line each.
    pub addresses: Vec<String>,
    /// Whom one reaches, a line each: name, title, numbers, addresses.
    pub contacts: Vec<String>,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DoneActivity {
    /// The goal it served.
    pub goal: String,
    /// What was done.
    pub title: String,
    /// When.
    pub done_on: Option<NaiveDate>,
    /// By whom: an organisation; people are left out.
    pub responsible: Option<String>,
}

/// What a difference is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum DifferenceKind {
    /// Of an answer.
    Answer,
    /// Of a row of a register; of the question itself, where no register is named.
    Row,
    /// Of a service of the directory.
    Service,
}

/// Something that one says and the other doesn't, or says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The section it stands in.
    pub section: Section,
    /// The model's name of the question it stands under.
    pub question: Option<String>,
    /// The question, where it is one of the municipality's own.
    pub question_title: Option<String>,
    /// What it is of.
    pub kind: DifferenceKind,
    /// The register, of a row.
    pub register: Option<Register>,
    /// What the row, question or service is called; empty for an answer.
    pub name: String,
    /// What the one says; none where it says nothing of it.
    pub before: Option<Value>,
    /// What the other says; none where it says nothing of it.
    pub after: Option<Value>,
}

/// What is different, in the order of the sections: what `before` had and `after` hasn't comes after what is new in its
/// place.
pub fn compare(before: &Content, after: &Content) -> Vec<Difference> {
    let mut differences = Vec::new();
    for section in model::SECTIONS {
        let [old, new] = [before, after].map(|content| questions(content, section));
        for question in &new {
            let was = old.iter().find(|other| same(other, question));
            between(section, was.copied(), Some(question), &mut differences);
        }
        for gone in old.iter().filter(|question| !new.iter().any(|other| same(other, question))) {
            between(section, Some(gone), None, &mut differences);
        }
        if section == Section::Directory {
            services(before, after, &mut differences);
        }
    }
    differences
}

fn questions(content: &Content, section: Section) -> Vec<&QuestionContent> {
    content
        .sections
        .iter()
        .filter(|other| other.section == section)
        .flat_map(|other| &other.questions)
        .collect()
}

/// The model's questions are the same by name, a municipality's own by key.
fn same(one: &QuestionContent, other: &QuestionContent) -> bool {
    one.key == other.key && (one.key.is_some() || one.id == other.id)
}

fn between(
    section: Section,
    before: Option<&QuestionContent>,
    after: Option<&QuestionContent>,
    differences: &mut Vec<Difference>,
) {
    let Some(question) = after.or(before) else { return };
    let difference = |kind, register, name: &str, before: Option<Value>, after: Option<Value>| Difference {
        section,
        question: question.key.clone(),
        question_title: question.title.clone(),
        kind,
        register,
        name: name.to_owned(),
        before,
        after,
    };
    let is_silent = |side: &QuestionContent| side.answer.trim().is_empty() && side.rows.is_empty();
    let is_told = match (before, after) {
        (Some(before), Some(after)) => before.title != after.title,
        // What was answered is told of by its answer and rows.
        (one, other) => one.or(other).is_some_and(is_silent),
    };
    if is_told {
        let [old, new] = [before, after].map(|side| side.map(title));
        let say = |title: Option<&str>| title.map(|title| serde_json::json!({ "title": title }));
        differences.push(difference(DifferenceKind::Row, None, title(question), say(old), say(new)));
    }
    let [old, new] = [before, after].map(|side| side.map_or("", |question| question.answer.trim()));
    if old != new {
        let say = |text: &str| (!text.is_empty()).then(|| serde_json::json!({ "answer": text }));
        differences.push(difference(DifferenceKind::Answer, None, "", say(old), say(new)));
    }
    let [old, new] = [before, after].map(|side| side.map_or(&[][..], |question| &question.rows[..]));
    for row in new {
        let was = old.iter().find(|other| other.id == row.id);
        if was.is_none_or(|was| was.form != row.form) {
            let was = was.map(|was| was.form.clone());
            let kind = DifferenceKind::Row;
            differences.push(difference(kind, Some(row.register), &row.title, was, Some(row.form.clone())));
        }
    }
    for gone in old.iter().filter(|row| !new.iter().any(|other| other.id == row.id)) {
        let kind = DifferenceKind::Row;
        differences.push(difference(kind, Some(gone.register), &gone.title, Some(gone.form.clone()), None));
    }
}

/// What a question is called, in Danish where the model's words stand.
fn title(question: &QuestionContent) -> &str {
    let of_model = || question.key.as_deref().and_then(model::question);
    let of_model = || of_model().map(|question| question.words(Language::Danish).title.as_str());
    question.title.as_deref().or_else(of_model).unwrap_or_default()
}

fn services(before: &Content, after: &Content, differences: &mut Vec<Difference>) {
    let json = |service: &ServiceContent| {
        let mut json = serde_json::to_value(service).unwrap_or_default();
        if let Some(fields) = json.as_object_mut() {
            // Where its page is, is no word of the framework.
            fields.remove("path");
            fields.remove("id");
        }
        json
    };
    let mut add = |name: &str, before: Option<Value>, after: Option<Value>| {
        differences.push(Difference {
            section: Section::Directory,
            question: None,
            question_title: None,
            kind: DifferenceKind::Service,
            register: None,
            name: name.to_owned(),
            before,
            after,
        });
    };
    for service in &after.services {
        let was = before.services.iter().find(|other| other.id == service.id).map(json);
        let now = json(service);
        if was.as_ref() != Some(&now) {
            add(&service.name, was, Some(now));
        }
    }
    for gone in &before.services {
        if !after.services.iter().any(|other| other.id == gone.id) {
            add(&gone.name, Some(json(gone)), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn question(key: &str, answer: &str, rows: Vec<RowContent>) -> QuestionContent {
        QuestionContent {
            id: format!("framework-question:{key}"),
            key: Some(key.to_owned()),
            title: None,
            guidance: None,
            drawn: None,
            level: None,
            answer: answer.to_owned(),
            rows,
        }
    }

    fn forum(id: &str, name: &str, rhythm: &str) -> RowContent {
        let form = json!({ "name": name, "rhythm": rhythm, "chair": null });
        RowContent { id: id.to_owned(), register: Register::Forum, title: name.to_owned(), form }
    }

    fn content(questions: Vec<QuestionContent>) -> Content {
        let section = SectionContent { section: Section::Organisation, questions };
        Content { sections: vec![section], ..Content::default() }
    }

    #[test]
    fn what_says_the_same_is_no_difference() {
        let one =
            content(vec![question("outreach", "Vi går ud.", vec![forum("row:1", "Netværk", "8 gange")])]);
        assert_eq!(compare(&one, &one.clone()), []);
    }

    #[test]
    fn answers_and_rows_are_told_apart_each_with_both_sides() {
        let before = content(vec![question(
            "forums_municipal",
            "Før",
            vec![forum("row:1", "Netværk", "8 gange"), forum("row:2", "Team", "")],
        )]);
        let after = content(vec![question(
            "forums_municipal",
            "Efter",
            vec![forum("row:1", "Netværk", "6 gange"), forum("row:3", "Udvalg", "")],
        )]);
        let found = compare(&before, &after);
        let names: Vec<(&str, bool, bool)> =
            found.iter().map(|one| (one.name.as_str(), one.before.is_some(), one.after.is_some())).collect();
        assert_eq!(
            names,
            [("", true, true), ("Netværk", true, true), ("Udvalg", false, true), ("Team", true, false)]
        );
        let rhythm = |side: &Option<Value>| side.as_ref().map(|form| form["rhythm"].clone());
        assert_eq!(rhythm(&found[1].before), Some(json!("8 gange")));
        assert_eq!(rhythm(&found[1].after), Some(json!("6 gange")));
    }

    #[test]
    fn a_question_in_other_words_is_a_difference_and_so_is_one_without_an_answer() {
        let own = |title: &str, answer: &str| QuestionContent {
            key: None,
            title: Some(title.to_owned()),
            ..question("own", answer, vec![])
        };
        let before = content(vec![own("Har I tolke?", "Ja")]);
        let after = content(vec![own("Betaler borgeren selv for tolken?", "Ja")]);
        let told = |before: &Content, after: &Content| {
            let found = compare(before, after);
            let titles = |side: &Option<Value>| side.as_ref().map(|side| side["title"].clone());
            found.iter().map(|one| (titles(&one.before), titles(&one.after))).collect::<Vec<_>>()
        };
        let (old, new) = (json!("Har I tolke?"), json!("Betaler borgeren selv for tolken?"));
        assert_eq!(told(&before, &after), [(Some(old.clone()), Some(new))]);
        assert_eq!(compare(&before, &after)[0].name, "Betaler borgeren selv for tolken?");
        let unanswered = content(vec![own("Har I tolke?", " ")]);
        assert_eq!(told(&content(vec![]), &unanswered), [(None, Some(old.clone()))]);
        assert_eq!(told(&unanswered, &content(vec![])), [(Some(old), None)]);
    }

    #[test]
    fn an_answer_to_a_question_that_is_new_or_gone_has_one_side() {
        let before = content(vec![question("outreach", "Vi går ud.", vec![])]);
        let after = content(vec![question("tovholder", "Alle.", vec![])]);
        let found = compare(&before, &after);
        let sides: Vec<(Option<&str>, bool, bool)> = found
            .iter()
            .map(|one| (one.question.as_deref(), one.before.is_some(), one.after.is_some()))
            .collect();
        assert_eq!(sides, [(Some("tovholder"), false, true), (Some("outreach"), true, false)]);
    }
}
