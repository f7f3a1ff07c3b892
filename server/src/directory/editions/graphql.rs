//! Editions of the catalogue in GraphQL.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::NaiveDate;
use entity::directory::catalogue_edition;

use super::service::{self, Difference};
use crate::directory::editing::graphql::EntryKind;
use crate::directory::forms::difference::{self, ChangedField};
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Result};
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;

/// An edition of the catalogue that is kept as it was.
#[derive(SimpleObject)]
pub struct FixedEdition {
    /// Counts the editions of the municipality, from 1.
    number: i32,
    /// What the municipality calls its catalogue.
    title: String,
    /// The edition in words, for example “2026–2027”.
    edition: String,
    /// The day on which it was fixed.
    published_on: NaiveDate,
    /// Who fixed it; null for those without a role in the municipality, and where nobody knows any more.
    fixed_by: Option<String>,
    /// Path of the page, which stays as it was.
    url: String,
}

impl FixedEdition {
    fn new(directory: &Directory, row: catalogue_edition::Model, fixed_by: Option<String>) -> Self {
        let number = row.number.unwrap_or_default();
        let url = format!("/{}/katalog/{number}", directory.municipality.slug);
        Self { number, title: row.title, edition: row.edition, published_on: row.published_on, fixed_by, url }
    }

    /// The editions of a directory, the newest first.
    pub(crate) async fn list(context: &Context<'_>, directory: &Directory) -> Result<Vec<Self>> {
        let ctx = request(context);
        let rows = service::list(ctx, directory).await?;
        ctx.hand_out(rows.len())?;
        let names = service::fixed_by(ctx, directory, &rows).await?;
        let name = |row: &catalogue_edition::Model| names.get(&row.fixed_by?).cloned();
        Ok(rows.into_iter().map(|row| Self::new(directory, row.clone(), name(&row))).collect())
    }
}

/// An entry that an edition and today's directory say something else of.
#[derive(SimpleObject)]
pub struct EditionDifference {
    /// Kind of entry.
    kind: EntryKind,
    /// What it is called.
    name: String,
    /// Whether it stands in the edition.
    was_there: bool,
    /// Whether it stands in today's directory.
    is_there: bool,
    /// Where it stands in both: the fields that differ, before as in the edition, after as today.
    fields: Vec<ChangedField>,
}

impl EditionDifference {
    /// Where the edition and today's directory differ.
    pub(crate) async fn list(context: &Context<'_>, directory: &Directory, number: i32) -> Result<Vec<Self>> {
        let ctx = request(context);
        let differences = service::compare(ctx, directory, number).await?;
        ctx.hand_out(differences.len())?;
        let told = |one: Difference| {
            let (was_there, is_there) = (one.then.is_some(), one.now.is_some());
            let both = was_there && is_there;
            let between = || difference::between(directory, one.then.as_ref(), one.now.as_ref());
            let fields = if both { between() } else { Vec::new() };
            Self { kind: one.kind.into(), name: one.name, was_there, is_there, fields }
        };
        Ok(differences.into_iter().map(told).collect())
    }
}

/// Fixing editions.
#[derive(Default)]
pub struct EditionMutation;

#[Object]
impl EditionMutation {
    /// Fixes the catalogue as it is today under the next number. It stays readable as it is.
    async fn catalogue_fix(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Whose, and what to call it.")] input: CatalogueFixInput,
    ) -> Result<CatalogueFixPayload> {
        let ctx = request(context);
        let directory = directory_service::open(ctx, &input.municipality)?.ok_or(Error::NotFound)?;
        let fixed = service::fix(ctx, &input.municipality, &input.edition, input.title.as_deref()).await;
        let (row, user_errors) = answered(fixed)?;
        let name = ctx.person().map(|person| person.name.clone());
        let edition = row.map(|row| FixedEdition::new(&directory, row, name));
        Ok(CatalogueFixPayload { edition, user_errors })
    }
}

/// Whose catalogue, and what to call the edition.
#[derive(InputObject)]
pub struct CatalogueFixInput {
    /// The municipality's slug.
    municipality: String,
    /// The edition in words, for example “2026–2027”; at most 100 characters.
    edition: String,
    /// What the municipality calls its catalogue; as before where none is given.
    title: Option<String>,
}

/// The edition that has been fixed.
#[derive(SimpleObject)]
pub struct CatalogueFixPayload {
    /// The edition; null where none was fixed.
    edition: Option<FixedEdition>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}
