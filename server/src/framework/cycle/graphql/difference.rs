//! What is different between two frameworks.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};

use crate::directory::Directory;
use crate::directory::forms::difference::{self, ChangedField};
use crate::error::Result;
use crate::framework::content::{Difference, DifferenceKind};
use crate::framework::cycle::{editions, news};
use crate::framework::registers::reading::as_read;
use crate::framework::values::{Register, Section};
use crate::graphql::request;
use crate::graphql::values::Language;

/// Something that one says and the other doesn't, or says otherwise.
pub struct FrameworkDifference {
    directory: Arc<Directory>,
    difference: Difference,
}

impl FrameworkDifference {
    pub(super) fn list(
        context: &Context<'_>,
        directory: &Arc<Directory>,
        differences: Vec<Difference>,
    ) -> Result<Vec<Self>> {
        request(context).hand_out(differences.len())?;
        let shown = |difference| Self { directory: directory.clone(), difference };
        Ok(differences.into_iter().map(shown).collect())
    }
}

/// Something that one framework says and the other doesn't, or says otherwise: an answer, a row of a register, a service.
#[Object]
impl FrameworkDifference {
    /// The section it stands in.
    async fn section(&self) -> Section {
        self.difference.section.into()
    }

    /// The question it stands under; null for the directory's services.
    async fn question_title(&self, #[graphql(desc = "Which language.")] language: Language) -> Option<&str> {
        news::question(&self.difference, language.into())
    }

    /// What it is of.
    async fn kind(&self) -> DifferenceKind {
        self.difference.kind
    }

    /// The register, of a row.
    async fn register(&self) -> Option<Register> {
        self.difference.register.map(Into::into)
    }

    /// What the row or service is called; empty for an answer.
    async fn name(&self) -> &str {
        &self.difference.name
    }

    /// Whether the first says anything of it.
    async fn was_there(&self) -> bool {
        self.difference.before.is_some()
    }

    /// Whether the second says anything of it.
    async fn is_there(&self) -> bool {
        self.difference.after.is_some()
    }

    /// The fields that say something else; of an answer the one field `answer`.
    #[graphql(complexity = "5 * child_complexity")]
    async fn fields(&self, context: &Context<'_>) -> Result<Vec<ChangedField>> {
        let [before, after] =
            [&self.difference.before, &self.difference.after].map(|side| side.as_ref().map(as_read));
        let fields = difference::between(&self.directory, before.as_ref(), after.as_ref());
        request(context).hand_out(fields.len())?;
        Ok(fields)
    }
}

/// What is different between two editions, or between an edition and what is being written.
#[derive(SimpleObject)]
pub struct FrameworkComparison {
    /// The number of the first.
    from: i32,
    /// The number of the second; null for what is being written.
    to: Option<i32>,
    /// What is different, in the order of the sections.
    #[graphql(complexity = "20 * child_complexity")]
    differences: Vec<FrameworkDifference>,
}

impl FrameworkComparison {
    pub(crate) async fn read(
        context: &Context<'_>,
        directory: &Arc<Directory>,
        from: i32,
        to: Option<i32>,
    ) -> Result<Self> {
        let differences = editions::compare(request(context), directory, from, to).await?;
        Ok(Self { from, to, differences: FrameworkDifference::list(context, directory, differences)? })
    }
}
