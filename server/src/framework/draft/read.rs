//! The draft as one value: everything that is written, read in four statements whatever its size, and shared by all
//! that is shown of it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use entity::framework::values::{self, Section};
use entity::framework::{framework, framework_question, framework_section, register_row};
use entity::identity::values::Role;
use entity::ids::{FrameworkQuestionId, FrameworkSectionId, MunicipalityId, PersonId, RegisterRowId};
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use tokio::sync::OnceCell;

use super::store;
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::upkeep::rules::today;
use crate::error::{Error, Result};
use crate::framework::cycle::submission::Latest;
use crate::framework::model::{self, ModelQuestion};
use crate::framework::registers::rules as registers;
use crate::framework::rules;
use crate::framework::values::Level;

/// Most names that a section tells of those who have written in it.
const WRITERS: usize = 5;

/// A municipality's framework while it is written.
pub(in crate::framework) struct Draft {
    /// The directory that its rows refer to.
    pub directory: Arc<Directory>,
    /// The day it was read on, in Denmark.
    pub today: NaiveDate,
    /// Its settings and state.
    pub framework: framework::Model,
    /// The six sections, in the model's order.
    pub sections: Vec<framework_section::Model>,
    /// The questions, section by section; hidden ones last, in the order they stand.
    pub questions: Vec<framework_question::Model>,
    /// The rows of the registers, register by register, in the order they stand.
    pub rows: Vec<register_row::Model>,
    /// By place of a question, the places of the rows that stand under it.
    under: Vec<Vec<usize>>,
    /// Everybody with a role here, and everybody who is named in it.
    pub people: People,
    writers: OnceCell<HashMap<Section, Vec<String>>>,
    /// The submission that waits, or the last one.
    pub submission: Latest,
}

impl Draft {
    /// The municipality's draft; none where nothing has been begun. Ask the policy first.
    ///
    /// # Errors
    /// The database's.
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        directory: Arc<Directory>,
    ) -> Result<Option<Arc<Self>>> {
        let here = directory.municipality.id;
        let Some((framework, mut sections)) = store::with_sections(db, here).await? else { return Ok(None) };
        let mut questions = store::questions(db, here).await?;
        let rows = store::rows(db, here).await?;
        let mut named: HashSet<PersonId> = sections.iter().filter_map(|section| section.person_id).collect();
        named.extend(questions.iter().filter_map(|question| question.answered_by));
        let people = store::people(ctx, db, here, named).await?;
        sections.sort_by_key(|section| section.section);
        questions
            .sort_by_key(|question| (question.section, question.is_hidden, question.position, question.id));
        let under = under(&questions, &rows);
        let (today, writers) = (today(ctx.now()), OnceCell::new());
        Ok(Some(Arc::new(Self {
            directory,
            today,
            framework,
            sections,
            questions,
            rows,
            under,
            people,
            writers,
            submission: Latest::default(),
        })))
    }

    /// The municipality.
    pub fn municipality(&self) -> MunicipalityId {
        self.framework.municipality_id
    }

    /// The section.
    ///
    /// # Errors
    /// `NotFound` where its row is missing.
    pub fn section(&self, section: Section) -> Result<&framework_section::Model> {
        self.sections.iter().find(|one| one.section == section).ok_or(Error::NotFound)
    }

    /// The section with this key.
    pub fn section_at(&self, id: FrameworkSectionId) -> Option<usize> {
        self.sections.iter().position(|section| section.id == id)
    }

    /// The place of the question with this key.
    pub fn question_at(&self, id: FrameworkQuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// The place of the row with this key.
    pub fn row_at(&self, id: RegisterRowId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == id)
    }

    /// Places of the questions of a section, in order.
    pub fn questions_of(&self, section: Section) -> Vec<usize> {
        (0..self.questions.len()).filter(|at| self.questions[*at].section == section).collect()
    }

    /// Places of the rows that stand under the question at a place, register by register in the model's order.
    pub fn rows_of(&self, question: usize) -> &[usize] {
        &self.under[question]
    }

    /// Whether the question at a place has something to show.
    pub fn is_answered(&self, at: usize) -> bool {
        let question = &self.questions[at];
        let drawn = model_question(question).and_then(|of| of.drawn);
        rules::is_answered(&question.answer, self.under[at].len(), drawn)
    }

    /// How many of a section's questions are answered, and how many there are; hidden ones count in neither.
    pub fn progress(&self, section: Section) -> (usize, usize) {
        let mut shown = self.questions_of(section);
        shown.retain(|at| !self.questions[*at].is_hidden);
        (shown.iter().filter(|at| self.is_answered(**at)).count(), shown.len())
    }

    /// Names of those who are writing in a question just now, the one who asks left out.
    pub fn writing_in(&self, ctx: &Ctx, question: FrameworkQuestionId) -> Vec<String> {
        let viewer = ctx.person().map(|person| person.id);
        let in_it = self.people.writing.iter().filter(|(one, _)| *one == question);
        let others = in_it.filter(|(_, person)| Some(*person) != viewer);
        others.filter_map(|(_, person)| self.people.name(*person)).map(str::to_owned).collect()
    }

    /// Names of those who have answered or changed rows in a section, the latest first. One statement for all sections.
    ///
    /// # Errors
    /// The database's.
    pub async fn writers(&self, ctx: &Ctx, section: Section) -> Result<&[String]> {
        let read = async || {
            let mut by_section: HashMap<Section, Vec<String>> = HashMap::new();
            for (subject, name) in store::writers(ctx.app().db(), self.municipality()).await? {
                let Some(section) = self.section_of(subject) else { continue };
                let names = by_section.entry(section).or_default();
                if names.len() < WRITERS && !names.contains(&name) {
                    names.push(name);
                }
            }
            Ok::<_, Error>(by_section)
        };
        let by_section = self.writers.get_or_try_init(read).await?;
        Ok(by_section.get(&section).map(Vec::as_slice).unwrap_or_default())
    }

    /// The section in which a question or row stands.
    fn section_of(&self, key: uuid::Uuid) -> Option<Section> {
        if let Some(at) = self.question_at(FrameworkQuestionId(key)) {
            return Some(self.questions[at].section);
        }
        let row = &self.rows[self.row_at(RegisterRowId(key))?];
        registers::section_of(row.register)
    }
}

/// The model's question that a row of the table is; none for one of the municipality's own.
pub(in crate::framework) fn model_question(
    question: &framework_question::Model,
) -> Option<&'static ModelQuestion> {
    model::question(question.key.as_deref()?)
}

/// By place of a question, the places of the rows that stand under it.
fn under(questions: &[framework_question::Model], rows: &[register_row::Model]) -> Vec<Vec<usize>> {
    /// As much of a row as says where it belongs.
    #[derive(Deserialize)]
    struct Levelled {
        level: Option<Level>,
    }
    let level = |row: &register_row::Model| {
        let form = serde_json::from_str::<Levelled>(&row.form).ok()?;
        form.level.map(values::Level::from)
    };
    let levels: Vec<Option<values::Level>> = rows.iter().map(level).collect();
    let of_question = |question: &framework_question::Model| {
        let Some(of) = model_question(question) else { return Vec::new() };
        let holds = |at: &usize| registers::holds(of, rows[*at].register, levels[*at]);
        let mut places: Vec<usize> = (0..rows.len()).filter(holds).collect();
        places.sort_by_key(|at| of.registers.iter().position(|register| *register == rows[*at].register));
        places
    };
    questions.iter().map(of_question).collect()
}

/// People by key, with their roles in the municipality, and where they are writing just now.
#[derive(Default)]
pub(in crate::framework) struct People {
    names: HashMap<PersonId, String>,
    roles: HashSet<(PersonId, Role)>,
    writing: BTreeSet<(FrameworkQuestionId, PersonId)>,
}

impl People {
    /// Notes somebody: what they are called, what they may here, and where they are writing.
    pub fn note(
        &mut self,
        id: PersonId,
        name: String,
        role: Option<Role>,
        writing: Option<FrameworkQuestionId>,
    ) {
        self.names.insert(id, name);
        self.roles.extend(role.map(|role| (id, role)));
        self.writing.extend(writing.map(|question| (question, id)));
    }

    /// What somebody is called.
    pub fn name(&self, id: PersonId) -> Option<&str> {
        self.names.get(&id).map(String::as_str)
    }

    /// Those of the steering group who can approve.
    pub fn steering_members(&self) -> HashSet<PersonId> {
        self.roles.iter().filter(|(_, role)| *role == Role::SteeringMember).map(|(id, _)| *id).collect()
    }
}
