//! What an edition or a submission says.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};

use crate::directory::Directory;
use crate::directory::graphql::{Access, Sector};
use crate::error::Result;
use crate::framework::content::{Content, QuestionContent, RowContent, SectionContent, ServiceContent};
use crate::framework::model::{self, Drawn};
use crate::framework::registers::forms::RegisterForm;
use crate::framework::registers::graphql::{OrganisationLink, ServiceLink};
use crate::framework::registers::{row_links, service_links};
use crate::framework::values::{Level, Register, Section};
use crate::graphql::request;
use crate::graphql::values::Language;

/// A section as it was approved or laid before the steering group.
#[derive(SimpleObject)]
pub struct EditionSection {
    /// Which.
    section: Section,
    /// Its questions, in order, without those that the municipality hides.
    #[graphql(complexity = "10 * child_complexity")]
    questions: Vec<EditionQuestion>,
}

impl EditionSection {
    pub(super) fn list(
        context: &Context<'_>,
        directory: &Arc<Directory>,
        content: &Content,
    ) -> Result<Vec<Self>> {
        let questions: usize = content.sections.iter().map(|section| section.questions.len()).sum();
        request(context).hand_out(content.sections.len() + questions)?;
        let question = |content: &QuestionContent| EditionQuestion {
            directory: directory.clone(),
            content: content.clone(),
        };
        let section = |content: &SectionContent| Self {
            section: content.section.into(),
            questions: content.questions.iter().map(question).collect(),
        };
        Ok(content.sections.iter().map(section).collect())
    }
}

/// A question with its answer as it was.
pub struct EditionQuestion {
    directory: Arc<Directory>,
    content: QuestionContent,
}

/// A question with its answer as it was.
#[Object]
impl EditionQuestion {
    /// Opaque key.
    async fn id(&self) -> ID {
        self.content.id.clone().into()
    }

    /// The model's name for it; null for one of the municipality's own.
    async fn key(&self) -> Option<&str> {
        self.content.key.as_deref()
    }

    /// The question: in this language where it is the model's, else as the municipality wrote it.
    async fn title(&self, #[graphql(desc = "Which language.")] language: Language) -> &str {
        let of_model = self.content.key.as_deref().and_then(model::question);
        let own = self.content.title.as_deref();
        own.or_else(|| of_model.map(|question| question.words(language.into()).title.as_str()))
            .unwrap_or_default()
    }

    /// Whence it is answered, where not in words alone.
    async fn drawn(&self) -> Option<Drawn> {
        self.content.drawn
    }

    /// Of which level the rows under it are; null where that makes no difference.
    async fn level(&self) -> Option<Level> {
        self.content.level.map(Into::into)
    }

    /// The answer in Markdown; empty where there is none.
    async fn answer(&self) -> &str {
        &self.content.answer
    }

    /// The rows of its registers, register by register.
    #[graphql(complexity = "5 * child_complexity")]
    async fn rows(&self, context: &Context<'_>) -> Result<Vec<EditionRow>> {
        request(context).hand_out(self.content.rows.len())?;
        let row = |content: &RowContent| EditionRow::read(&self.directory, content);
        self.content.rows.iter().map(row).collect()
    }
}

/// A row of a register as it was.
#[derive(SimpleObject)]
pub struct EditionRow {
    /// Opaque key.
    id: ID,
    /// Which register.
    register: Register,
    /// What it is called.
    title: String,
    /// What it says, with the names that organisations had.
    form: RegisterForm,
    /// Where the organisations that it names stand in the directory today.
    organisations: Vec<OrganisationLink>,
    /// Where the services that it names stand in the directory today.
    services: Vec<ServiceLink>,
}

impl EditionRow {
    fn read(directory: &Directory, content: &RowContent) -> Result<Self> {
        let form = RegisterForm::read(content.register, &content.form)?;
        let (organisations, services) = (row_links(directory, &form), service_links(directory, &form));
        Ok(Self {
            id: content.id.clone().into(),
            register: content.register.into(),
            title: content.title.clone(),
            form,
            organisations,
            services,
        })
    }
}

/// A service as the directory told of it.
#[derive(SimpleObject)]
pub struct EditionService {
    /// Opaque key of the service; it may be gone.
    id: ID,
    /// What it was called.
    name: String,
    /// Who ran it.
    organisation: String,
    /// Its sector.
    sector: Sector,
    /// Path of its page; what stands there may have changed.
    path: String,
    /// What it was for and what it offered.
    description: Option<String>,
    /// Who it was for.
    eligibility: Option<String>,
    /// How one got in.
    access: Option<Access>,
    /// Where it was, a line each.
    addresses: Vec<String>,
    /// Whom one reached, a line each.
    contacts: Vec<String>,
}

impl From<&ServiceContent> for EditionService {
    fn from(content: &ServiceContent) -> Self {
        Self {
            id: content.id.clone().into(),
            name: content.name.clone(),
            organisation: content.organisation.clone(),
            sector: content.sector.into(),
            path: content.path.clone(),
            description: content.description.clone(),
            eligibility: content.eligibility.clone(),
            access: content.access.map(Into::into),
            addresses: content.addresses.clone(),
            contacts: content.contacts.clone(),
        }
    }
}
