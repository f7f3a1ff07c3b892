//! A question of the draft with its answer.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use entity::framework::framework_question;

use crate::error::Result;
use crate::framework::draft::read::{Draft, model_question};
use crate::framework::draft::service::Asked;
use crate::framework::model::{Drawn, Words};
use crate::framework::registers::Row;
use crate::framework::registers::graphql::RegisterRow;
use crate::framework::values::{Level, Register, Section};
use crate::graphql::request;
use crate::graphql::values::Language;
use crate::ids::Opaque;

/// A question of a framework with its answer.
pub struct FrameworkQuestion {
    draft: Arc<Draft>,
    at: usize,
}

impl FrameworkQuestion {
    /// The question at this place of the draft.
    pub(in crate::framework) fn new(draft: Arc<Draft>, at: usize) -> Self {
        Self { draft, at }
    }

    /// The question that a service function answers with.
    pub(super) fn of(asked: Asked) -> Self {
        Self::new(asked.draft, asked.at)
    }

    fn row(&self) -> &framework_question::Model {
        &self.draft.questions[self.at]
    }

    /// The model's words for it; none where it is one of the municipality's own.
    fn words(&self, language: Language) -> Option<&'static Words> {
        model_question(self.row()).map(|question| question.words(language.into()))
    }
}

/// A question of a framework while it is written, with its answer and what is shown under it.
#[Object]
impl FrameworkQuestion {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.row().id.show().into()
    }

    /// The model's name for it; null for one of the municipality's own.
    async fn key(&self) -> Option<&str> {
        self.row().key.as_deref()
    }

    /// The section it stands in.
    async fn section(&self) -> Section {
        self.row().section.into()
    }

    /// Counts up with every change of the question or its answer.
    async fn revision(&self) -> i32 {
        self.row().revision
    }

    /// Its place in the section, from 0.
    async fn position(&self) -> usize {
        let of = self.row().section;
        self.draft.questions[..self.at].iter().filter(|other| other.section == of).count()
    }

    /// Whether the municipality does without it.
    async fn is_hidden(&self) -> bool {
        self.row().is_hidden
    }

    /// Whether it is the municipality's own and not the model's.
    async fn is_own(&self) -> bool {
        self.row().key.is_none()
    }

    /// Whence it is answered, where not in words alone.
    async fn drawn(&self) -> Option<Drawn> {
        model_question(self.row())?.drawn
    }

    /// Of which level the rows under it are; null where that makes no difference.
    async fn level(&self) -> Option<Level> {
        Some(model_question(self.row())?.level?.into())
    }

    /// The question: in this language where it is the model's, else as the municipality wrote it.
    async fn title(&self, #[graphql(desc = "Which language.")] language: Language) -> &str {
        let row = self.row();
        let own = || row.title.as_deref().or(row.key.as_deref()).unwrap_or_default();
        self.words(language).map_or_else(own, |words| &words.title)
    }

    /// What to think of when answering.
    async fn guidance(&self, #[graphql(desc = "Which language.")] language: Language) -> Option<&str> {
        self.words(language).map(|words| words.guidance.as_str()).or(self.row().guidance.as_deref())
    }

    /// The answer in Markdown; empty where there is none.
    async fn answer(&self) -> &str {
        &self.row().answer
    }

    /// Who answered last; null where nobody has, or nobody knows any more.
    async fn answered_by(&self) -> Option<&str> {
        self.draft.people.name(self.row().answered_by?)
    }

    /// When it was last answered.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.row().answered_at
    }

    /// Whether there is something to show: words, rows, or what is drawn from elsewhere.
    async fn is_answered(&self) -> bool {
        self.draft.is_answered(self.at)
    }

    /// The registers whose rows are shown under it.
    async fn registers(&self) -> Vec<Register> {
        let of = model_question(self.row()).map(|question| question.registers.as_slice()).unwrap_or_default();
        of.iter().copied().map(Register::from).collect()
    }

    /// The rows that stand under it, register by register, in the order they stand.
    #[graphql(complexity = "5 * child_complexity")]
    async fn rows(&self, context: &Context<'_>) -> Result<Vec<RegisterRow>> {
        let places = self.draft.rows_of(self.at);
        request(context).hand_out(places.len())?;
        let read = |at: usize| Row::read(self.draft.directory.clone(), self.draft.rows[at].clone());
        places.iter().map(|at| read(*at).map(RegisterRow::new)).collect()
    }

    /// Names of others who are writing in it just now.
    async fn writing(&self, context: &Context<'_>) -> Result<Vec<String>> {
        let names = self.draft.writing_in(request(context), self.row().id);
        request(context).hand_out(names.len())?;
        Ok(names)
    }
}
