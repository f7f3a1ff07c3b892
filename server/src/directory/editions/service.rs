//! What a person can do with editions: fix one, look them up, read one, hold one against today.

use std::collections::{HashMap, HashSet};

use entity::directory::catalogue_edition;
use entity::directory::values::{EntryKind, Visibility};
use entity::ids::{CatalogueEditionId, PersonId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::store;
use crate::access::{Action, Subject};
use crate::audit::{self, Told};
use crate::ctx::{Actor, Ctx};
use crate::directory::catalogue::{self, Language};
use crate::directory::editing::writing::Writing;
use crate::directory::forms::Form;
use crate::directory::upkeep::rules::today;
use crate::directory::{Directory, service as directory_service};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::{NodeId, Opaque};

/// Longest title or name of an edition, in characters.
const LONGEST: usize = 100;

/// What an edition says.
#[derive(Serialize, Deserialize)]
struct Content {
    /// The page in Danish.
    danish: String,
    /// The page with English headings.
    english: String,
    /// The entries on it.
    entries: Vec<Kept>,
}

/// An entry as an edition keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: String,
    kind: EntryKind,
    name: String,
    form: Value,
}

/// Fixes the catalogue as it is now under the next number.
///
/// # Errors
/// What the policy says; a refusal where the name or title can't be used; the database's.
pub async fn fix(
    ctx: &Ctx,
    municipality: &str,
    edition: &str,
    title: Option<&str>,
) -> Result<catalogue_edition::Model> {
    let directory = directory_service::open(ctx, municipality)?.ok_or(Error::NotFound)?;
    ctx.authorize(Action::CatalogueFix, Subject::Municipality(directory.municipality.id))?;
    let edition = line("edition", edition)?;
    if edition.is_empty() {
        return Err(Refusal::new(RefusalCode::Required, "edition", "Say what to call the edition.").into());
    }
    let title = line("title", title.unwrap_or_default())?;

    let writing = Writing::begin(ctx, directory.municipality.id).await?;
    let directory = writing.directory().clone();
    let last = store::list(writing.tx(), directory.municipality.id).await?.first().and_then(|one| one.number);
    let before = directory.edition.as_ref();
    let title = if title.is_empty() { before.map(|one| one.title.clone()) } else { Some(title) };
    let row = catalogue_edition::Model {
        id: CatalogueEditionId(ctx.new_key()),
        municipality_id: directory.municipality.id,
        number: Some(last.unwrap_or(0) + 1),
        fixed_by: ctx.person().map(|person| person.id),
        title: title.unwrap_or_else(|| "Tilbudskatalog".to_owned()),
        edition,
        published_on: today(ctx.now()),
        editor_id: before.and_then(|one| one.editor_id),
        source: format!("Tovholder, {}", directory.municipality.name),
        source_note: None,
    };
    // What a visitor sees is what is kept; who reads an edition later is not asked who they are.
    let visitor = ctx.clone().acting_as(Actor::Anonymous);
    let page = |language| catalogue::edition_page(&visitor, &directory, Some(&row), language).into_string();
    let content = Content {
        danish: page(Language::Danish),
        english: page(Language::English),
        entries: entries(&directory),
    };
    let content = serde_json::to_string(&content)
        .map_err(|error| Error::Data { file: "catalogue_content".into(), message: error.to_string() })?;
    store::insert(writing.tx(), row.clone(), content).await?;
    let told = Told::words(format!("Edition {}: {}", row.number.unwrap_or_default(), row.edition));
    let of = Some(row.municipality_id);
    audit::record(ctx, writing.tx(), of, Action::CatalogueFix, row.id.show(), told).await?;
    writing.finish(ctx).await?;
    Ok(row)
}

/// The editions that have been fixed, the newest first; at most 100.
///
/// # Errors
/// What the policy says; the database's.
pub async fn list(ctx: &Ctx, directory: &Directory) -> Result<Vec<catalogue_edition::Model>> {
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    store::list(ctx.app().db(), directory.municipality.id).await
}

/// The names of those who fixed editions; of nobody for those without a role in the municipality.
///
/// # Errors
/// The database's.
pub async fn fixed_by(
    ctx: &Ctx,
    directory: &Directory,
    editions: &[catalogue_edition::Model],
) -> Result<HashMap<PersonId, String>> {
    let may_know = ctx.authorize(Action::HistoryRead, Subject::Internal(directory.municipality.id)).is_ok();
    let people: HashSet<PersonId> = editions.iter().filter_map(|edition| edition.fixed_by).collect();
    if !may_know || people.is_empty() {
        return Ok(HashMap::new());
    }
    store::names(ctx.app().db(), people.into_iter().collect()).await
}

/// The page of an edition, as it was written.
///
/// # Errors
/// What the policy says; `NotFound`; the database's.
pub async fn page(ctx: &Ctx, directory: &Directory, number: i32, language: Language) -> Result<String> {
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    let (_, content) = read(ctx, directory, number).await?;
    Ok(if language == Language::English { content.english } else { content.danish })
}

/// How an entry of an edition differs from today's.
pub struct Difference {
    /// What kind of entry.
    pub kind: EntryKind,
    /// What it is called, today where it is there.
    pub name: String,
    /// What the edition says; none where the entry is newer.
    pub then: Option<Value>,
    /// What the directory says today; none where the entry is gone.
    pub now: Option<Value>,
}

/// Where an edition and today's public directory differ: what has gone or changed, then what is new.
///
/// # Errors
/// What the policy says; `NotFound`; the database's.
pub async fn compare(ctx: &Ctx, directory: &Directory, number: i32) -> Result<Vec<Difference>> {
    ctx.authorize(Action::HistoryRead, Subject::Internal(directory.municipality.id))?;
    let (_, content) = read(ctx, directory, number).await?;
    let mut today: HashMap<String, Kept> =
        entries(directory).into_iter().map(|kept| (kept.id.clone(), kept)).collect();
    let mut differences = Vec::new();
    for then in content.entries {
        match today.remove(&then.id) {
            Some(now) if now.form == then.form => {}
            now => differences.push(Difference {
                kind: then.kind,
                name: now.as_ref().map_or(then.name, |now| now.name.clone()),
                then: Some(then.form),
                now: now.map(|now| now.form),
            }),
        }
    }
    let mut newer: Vec<Kept> = today.into_values().collect();
    newer.sort_by(|a, b| a.id.cmp(&b.id));
    differences.extend(newer.into_iter().map(|now| Difference {
        kind: now.kind,
        name: now.name,
        then: None,
        now: Some(now.form),
    }));
    Ok(differences)
}

async fn read(ctx: &Ctx, directory: &Directory, number: i32) -> Result<(catalogue_edition::Model, Content)> {
    let found = store::find(ctx.app().db(), directory.municipality.id, number).await?;
    let (edition, content) = found.ok_or(Error::NotFound)?;
    let content = serde_json::from_str(&content)
        .map_err(|error| Error::Data { file: "catalogue_content".into(), message: error.to_string() })?;
    Ok((edition, content))
}

/// The public entries of the directory: no contacts that are not, and not who looks after what.
fn entries(directory: &Directory) -> Vec<Kept> {
    let is_public = |id: NodeId| match id {
        NodeId::Contact(id) => directory
            .contact(id)
            .is_some_and(|at| directory.contacts[at].row.visibility == Visibility::Public),
        _ => true,
    };
    let organisations = directory.organisations.iter().map(|entry| NodeId::Organisation(entry.row.id));
    let contacts = directory.contacts.iter().map(|entry| NodeId::Contact(entry.row.id));
    let services = directory.services.iter().map(|entry| NodeId::Service(entry.row.id));
    let kept = |id: NodeId| {
        let (mut form, _) = Form::of(directory, id)?;
        if let Form::Service(service) = &mut form {
            service.owner_id = None;
            service.check_interval_days = None;
            service.contacts.retain(|contact| NodeId::parse(&contact.contact_id).is_some_and(is_public));
        }
        let name = form.name().to_owned();
        Some(Kept { id: id.to_string(), kind: form.kind(), name, form: form.to_json() })
    };
    organisations.chain(contacts).chain(services).filter(|id| is_public(*id)).filter_map(kept).collect()
}

fn line(field: &'static str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        let message = format!("At most {LONGEST} characters.");
        return Err(Refusal::new(RefusalCode::TooLong, field, message).into());
    }
    if text.chars().any(char::is_control) {
        return Err(Refusal::new(RefusalCode::Invalid, field, "Write it in one line.").into());
    }
    Ok(text.to_owned())
}
