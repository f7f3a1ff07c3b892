//! Reading editions: which there are, what they say, and what is different between two.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use entity::framework::{framework, framework_edition, framework_receipt};
use entity::ids::{FrameworkEditionId, MunicipalityId, OrganisationId, PersonId};
use tokio::sync::OnceCell;

use super::store::{editions as store, people};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::directory::Directory;
use crate::directory::catalogue::Language;
use crate::error::{Error, Result};
use crate::framework::content::{self, Content, Difference};
use crate::framework::draft;

/// Editions that were looked up together; what belongs to them is read together too, when it is asked for, and once.
pub struct Shelf {
    /// The directory of the municipality.
    pub directory: Arc<Directory>,
    /// The framework today: it says who may read, and when the next is due.
    pub framework: framework::Model,
    /// The editions, the newest first.
    pub editions: Vec<framework_edition::Model>,
    newest: Option<i32>,
    contents: OnceCell<HashMap<FrameworkEditionId, Content>>,
    receipts: OnceCell<Receipts>,
    own: OnceCell<HashMap<FrameworkEditionId, Receipt>>,
}

/// Who was told of an edition, and whether they have read it.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// What they are called.
    pub person: String,
    /// The organisation for which they have a role.
    pub organisation: Option<OrganisationId>,
    /// The row.
    pub row: framework_receipt::Model,
}

type Receipts = HashMap<FrameworkEditionId, Vec<Receipt>>;

impl Shelf {
    /// What the edition at this place says. One statement for all of them.
    ///
    /// # Errors
    /// The database's; `Data`.
    pub async fn content(&self, ctx: &Ctx, at: usize) -> Result<&Content> {
        let read = async || store::contents(ctx.app().db(), &self.ids()).await;
        let contents = self.contents.get_or_try_init(read).await?;
        contents.get(&self.editions[at].id).ok_or(Error::NotFound)
    }

    /// Who was told of the edition at this place; none for those who may not see it. Three statements for all of them.
    ///
    /// # Errors
    /// The database's.
    pub async fn receipts(&self, ctx: &Ctx, at: usize) -> Result<Option<&[Receipt]>> {
        if !ctx.may(Action::ReceiptsRead, Subject::Internal(self.directory.municipality.id)) {
            return Ok(None);
        }
        let read = async || {
            let rows = store::receipts(ctx.app().db(), self.ids()).await?;
            self.named(ctx, rows).await
        };
        let receipts = self.receipts.get_or_try_init(read).await?;
        Ok(Some(receipts.get(&self.editions[at].id).map(Vec::as_slice).unwrap_or_default()))
    }

    /// The receipt of whoever asks; none where they were not told.
    ///
    /// # Errors
    /// The database's.
    pub async fn own_receipt(&self, ctx: &Ctx, at: usize) -> Result<Option<&Receipt>> {
        let here = self.directory.municipality.id;
        let Some(person) = ctx.person().filter(|_| ctx.may(Action::ReceiptConfirm, Subject::Internal(here)))
        else {
            return Ok(None);
        };
        let read = async || {
            let rows = store::receipts_of(ctx.app().db(), here, person.id).await?;
            let organisation = person
                .grants()
                .iter()
                .filter(|grant| grant.municipality == Some(here))
                .find_map(|grant| grant.organisation);
            let own = |row: framework_receipt::Model| {
                (row.framework_edition_id, Receipt { person: person.name.clone(), organisation, row })
            };
            Ok::<_, Error>(rows.into_iter().map(own).collect())
        };
        Ok(self.own.get_or_try_init(read).await?.get(&self.editions[at].id))
    }

    /// Whether the edition at this place is the newest there is.
    pub fn is_newest(&self, at: usize) -> bool {
        Some(self.editions[at].number) == self.newest
    }

    /// The day by which the next is due, as the edition said, or for the newest as it has been set since.
    pub fn due_on(&self, at: usize) -> NaiveDate {
        let said = self.editions[at].due_on;
        if self.is_newest(at) { self.framework.due_on.unwrap_or(said) } else { said }
    }

    /// Who is to update it next, as the edition said, or for the newest as it has been set since.
    pub fn next_update_by(&self, at: usize) -> Option<&str> {
        let said = self.editions[at].next_update_by.as_deref();
        if self.is_newest(at) { self.framework.next_update_by.as_deref() } else { said }
    }

    fn ids(&self) -> Vec<FrameworkEditionId> {
        self.editions.iter().map(|edition| edition.id).collect()
    }

    async fn named(&self, ctx: &Ctx, rows: Vec<framework_receipt::Model>) -> Result<Receipts> {
        let db = ctx.app().db();
        let names = people::names(db, rows.iter().map(|row| row.person_id)).await?;
        let grants = people::grants(db, self.directory.municipality.id).await?;
        let organisation_of = |person: PersonId| {
            let own = grants.iter().filter(|grant| grant.person_id == person);
            own.filter_map(|grant| grant.organisation_id).next()
        };
        let mut receipts: Receipts = HashMap::new();
        for row in rows {
            // Who has gone, is told of no more.
            let Some(person) = names.get(&row.person_id).cloned() else { continue };
            let organisation = organisation_of(row.person_id);
            receipts.entry(row.framework_edition_id).or_default().push(Receipt { person, organisation, row });
        }
        for of_edition in receipts.values_mut() {
            of_edition.sort_by_cached_key(|receipt| (receipt.person.to_lowercase(), receipt.row.person_id));
        }
        Ok(receipts)
    }
}

/// The editions, the newest first; none where there are none, or they are not for these eyes. Two statements.
///
/// # Errors
/// The database's.
pub async fn list(ctx: &Ctx, directory: &Arc<Directory>) -> Result<Option<Shelf>> {
    let Some(framework) = readable(ctx, directory.municipality.id).await? else { return Ok(None) };
    let editions = store::list(ctx.app().db(), directory.municipality.id).await?;
    let newest = editions.first().map(|edition| edition.number);
    Ok(Some(shelf(directory, framework, editions, newest)))
}

/// The edition with this number, or the newest; none where there is none, or it is not for these eyes. At most three
/// statements.
///
/// # Errors
/// The database's.
pub async fn find(ctx: &Ctx, directory: &Arc<Directory>, number: Option<i32>) -> Result<Option<Shelf>> {
    let (db, here) = (ctx.app().db(), directory.municipality.id);
    let Some(framework) = readable(ctx, here).await? else { return Ok(None) };
    let Some(newest) = store::newest(db, here).await? else { return Ok(None) };
    let last = newest.number;
    let edition = match number {
        Some(number) if number != last => store::find(db, here, number).await?,
        _ => Some(newest),
    };
    Ok(edition.map(|edition| shelf(directory, framework, vec![edition], Some(last))))
}

fn shelf(
    directory: &Arc<Directory>,
    framework: framework::Model,
    editions: Vec<framework_edition::Model>,
    newest: Option<i32>,
) -> Shelf {
    Shelf {
        directory: directory.clone(),
        framework,
        editions,
        newest,
        contents: OnceCell::new(),
        receipts: OnceCell::new(),
        own: OnceCell::new(),
    }
}

/// The printed page of an edition.
///
/// # Errors
/// `NotFound` where there is none, or it is not for these eyes; the database's.
pub async fn page(ctx: &Ctx, directory: &Arc<Directory>, number: i32, language: Language) -> Result<String> {
    let db = ctx.app().db();
    readable(ctx, directory.municipality.id).await?.ok_or(Error::NotFound)?;
    let edition = store::find(db, directory.municipality.id, number).await?.ok_or(Error::NotFound)?;
    let (danish, english) = store::pages(db, edition.id).await?.ok_or(Error::NotFound)?;
    Ok(if language == Language::English { english } else { danish })
}

/// What an edition says otherwise than a later one, or than what is being written now. At most five statements.
///
/// # Errors
/// `NotFound` where there is no such edition, or it is not for these eyes; what the policy says of the draft; the
/// database's.
pub async fn compare(
    ctx: &Ctx,
    directory: &Arc<Directory>,
    from: i32,
    to: Option<i32>,
) -> Result<Vec<Difference>> {
    let (db, here) = (ctx.app().db(), directory.municipality.id);
    readable(ctx, here).await?.ok_or(Error::NotFound)?;
    if to.is_none() {
        ctx.authorize(Action::FrameworkRead, Subject::Internal(here))?;
    }
    let before = store::find(db, here, from).await?.ok_or(Error::NotFound)?.id;
    let Some(to) = to else {
        let before = store::contents(db, &[before]).await?.remove(&before).ok_or(Error::NotFound)?;
        return Ok(content::compare(&before, &Content::said(db, directory).await?));
    };
    let after = store::find(db, here, to).await?.ok_or(Error::NotFound)?.id;
    let mut contents = store::contents(db, &[before, after]).await?;
    if before == after {
        return Ok(Vec::new());
    }
    let mut take = |id| contents.remove(&id).ok_or(Error::NotFound);
    Ok(content::compare(&take(before)?, &take(after)?))
}

/// The framework, where its editions are for these eyes.
async fn readable(ctx: &Ctx, municipality: MunicipalityId) -> Result<Option<framework::Model>> {
    let found = draft::store::find(ctx.app().db(), municipality).await?;
    Ok(found
        .filter(|framework| ctx.may(Action::EditionRead, Subject::shown(municipality, framework.visibility))))
}
