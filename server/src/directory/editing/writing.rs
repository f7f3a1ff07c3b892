//! A transaction that changes entries of one directory.
//!
//! It begins by raising the directory's revision, which makes the writers of one municipality stand in line, on both
//! databases. Whoever is next makes sure that the read model is of the revision before theirs: then it is the state
//! that they change, and stays so until they are done.

use std::sync::Arc;

use entity::directory::directory_change;
use entity::directory::values::ChangeAction;
use entity::identity::{municipality, role_grant};
use entity::ids::{
    ConceptId, ContactId, DirectoryChangeId, MunicipalityId, OrganisationId, ServiceId, TargetGroupId,
    ThemeId,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use serde_json::Value;

use super::{history, store};
use crate::access::Action;
use crate::audit::{self, Told};
use crate::ctx::Ctx;
use crate::db;
use crate::directory::forms::Form;
use crate::directory::{Directory, freshness};
use crate::error::{Error, Refusal, RefusalCode, Result};
use crate::ids::{self, NodeId};

/// How often it is tried to catch up with other writers.
const TRIES: usize = 5;

/// A transaction that changes entries.
pub(crate) struct Writing {
    tx: DatabaseTransaction,
    directory: Arc<Directory>,
    // Written together at the end: a file changes thousands of entries.
    history: Vec<directory_change::Model>,
    done: Vec<Done>,
}

/// A change that has been made, to be told to the audit log at the end.
struct Done {
    id: NodeId,
    told: Told,
}

/// What is done, and why.
#[derive(Clone, Debug)]
pub(crate) struct Doing {
    /// What.
    pub action: ChangeAction,
    /// Why, in a word.
    pub note: Option<String>,
    /// What the history keeps beside the form, by the name of a field.
    pub beside: Option<(&'static str, Value)>,
}

impl Doing {
    /// An action with the word why.
    pub(crate) fn new(action: ChangeAction, note: Option<&str>) -> Self {
        Self { action, note: note.map(str::to_owned), beside: None }
    }
}

impl Writing {
    /// Begins. Authorise first.
    ///
    /// # Errors
    /// `NotFound` without such a municipality; `Stale` where others change it all the time; the database's.
    pub(crate) async fn begin(ctx: &Ctx, municipality: MunicipalityId) -> Result<Self> {
        let db = ctx.app().db();
        for _ in 0..TRIES {
            let directory = ctx.app().directories().by_id(municipality).ok_or(Error::NotFound)?;
            let tx = db::begin(db).await?;
            freshness::raise(ctx, &tx, municipality).await?;
            let revision: Option<i64> = municipality::Entity::find_by_id(municipality)
                .select_only()
                .column(municipality::Column::DirectoryRevision)
                .into_tuple()
                .one(&tx)
                .await?;
            if revision == Some(directory.municipality.directory_revision + 1) {
                return Ok(Self { tx, directory, history: Vec::new(), done: Vec::new() });
            }
            tx.rollback().await?;
            ctx.app().directories().refresh(db).await?;
        }
        Err(Error::Stale)
    }

    /// The transaction, for what else belongs to the change.
    pub(crate) fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// The directory as it was when the transaction began.
    pub(crate) fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// The entry's form now, where it has this revision.
    ///
    /// # Errors
    /// `NotFound`, or `Stale`.
    pub(crate) fn held(&self, id: NodeId, revision: i32) -> Result<Form> {
        let (form, held) = Form::of(&self.directory, id).ok_or(Error::NotFound)?;
        if held == revision { Ok(form) } else { Err(Error::Stale) }
    }

    /// Refuses a form that has something wrong in it.
    ///
    /// # Errors
    /// `Refused`, with all that is wrong.
    pub(crate) async fn check(&self, form: &Form, own: Option<NodeId>) -> Result<()> {
        let mut refusals = form.check(&self.directory, own);
        if let Form::Service(service) = form
            && let Some(owner) = service.owner()
        {
            let roles = role_grant::Entity::find()
                .filter(role_grant::Column::PersonId.eq(owner))
                .filter(role_grant::Column::MunicipalityId.eq(self.directory.municipality.id));
            if roles.count(&self.tx).await? == 0 {
                let message = "The owner has to be one of the municipality's people.";
                refusals.push(Refusal::new(RefusalCode::NotFound, "ownerId", message));
            }
        }
        if refusals.is_empty() { Ok(()) } else { Err(Error::Refused(refusals)) }
    }

    /// Sets an entry to what the form says. Each entry once per transaction.
    ///
    /// # Errors
    /// `NotFound`; `Stale` where it was changed behind the read model's back; the database's.
    pub(crate) async fn put(&mut self, ctx: &Ctx, id: NodeId, form: &Form, doing: Doing) -> Result<()> {
        let (before, revision) = Form::of(&self.directory, id).ok_or(Error::NotFound)?;
        store::update(ctx, &self.tx, &self.directory, id, &before, form).await?;
        self.note(ctx, id, revision, Some(&before), Some(form), doing).await
    }

    /// Puts in a new entry, under this key or a new one.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn insert(
        &mut self,
        ctx: &Ctx,
        id: Option<NodeId>,
        form: &Form,
        doing: Doing,
    ) -> Result<NodeId> {
        let (id, last) = match id {
            // An entry that was there before goes on counting where it stopped.
            Some(id) => (id, history::last_revision(&self.tx, self.directory.municipality.id, id).await?),
            None => (new_id(ctx, form), None),
        };
        let revision = last.unwrap_or(0);
        store::insert(ctx, &self.tx, &self.directory, id, form, revision + 1).await?;
        self.note(ctx, id, revision, None, Some(form), doing).await?;
        Ok(id)
    }

    /// Takes an entry out. What it would leave without a hold must have been moved before.
    ///
    /// # Errors
    /// `NotFound`; `Stale`; the database's.
    pub(crate) async fn delete(&mut self, ctx: &Ctx, id: NodeId, doing: Doing) -> Result<()> {
        let (before, revision) = Form::of(&self.directory, id).ok_or(Error::NotFound)?;
        store::delete(&self.tx, id, revision).await?;
        self.note(ctx, id, revision, Some(&before), None, doing).await
    }

    /// Writes the change into the entry's history, and keeps it for the audit log.
    async fn note(
        &mut self,
        ctx: &Ctx,
        id: NodeId,
        held: i32,
        before: Option<&Form>,
        after: Option<&Form>,
        doing: Doing,
    ) -> Result<()> {
        let Some(form) = after.or(before) else { return Ok(()) };
        if let Some(before) = before {
            history::begin(ctx, &self.tx, &self.directory, id, held, before).await?;
        }
        let before = before.map(Form::to_json);
        let mut after = after.map(Form::to_json);
        if let (Some((field, value)), Some(Value::Object(after))) = (doing.beside, &mut after) {
            after.insert(field.to_owned(), value);
        }
        let row = directory_change::Model {
            id: DirectoryChangeId(ctx.new_key()),
            municipality_id: self.directory.municipality.id,
            kind: form.kind(),
            subject_id: history::key(id),
            subject_name: form.name().to_owned(),
            action: doing.action,
            revision: held + 1,
            at: ctx.now(),
            actor: ctx.actor().to_string(),
            person_id: ctx.person().map(|person| person.id),
            note: doing.note.clone(),
            before: before.as_ref().map(Value::to_string),
            after: after.as_ref().map(Value::to_string),
        };
        self.history.push(row);
        let mut detail = format!("{:?}: {}", doing.action, form.name());
        if let Some(note) = doing.note {
            detail = format!("{detail} ({note})");
        }
        self.done.push(Done { id, told: Told { detail: Some(detail), before, after } });
        Ok(())
    }

    /// Tells the audit log, commits, and makes the change visible to the next reader.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn finish(self, ctx: &Ctx) -> Result<Arc<Directory>> {
        let municipality = self.directory.municipality.id;
        db::insert_all(&self.tx, self.history).await?;
        let told = self.done.into_iter().map(|Done { id, told }| (id.to_string(), told)).collect();
        audit::record_all(ctx, &self.tx, Some(municipality), Action::DirectoryWrite, told).await?;
        self.tx.commit().await?;
        ctx.app().directories().refresh(ctx.app().db()).await?;
        ctx.app().directories().by_id(municipality).ok_or(Error::NotFound)
    }
}

fn new_id(ctx: &Ctx, form: &Form) -> NodeId {
    let key = ctx.new_key();
    match form {
        Form::Organisation(_) => NodeId::Organisation(OrganisationId(key)),
        Form::Contact(_) => NodeId::Contact(ContactId(key)),
        Form::Service(_) => NodeId::Service(ServiceId(key)),
        Form::Theme(_) => NodeId::Theme(ThemeId(key)),
        Form::TargetGroup(_) => NodeId::TargetGroup(TargetGroupId(key)),
        Form::Concept(_) => NodeId::Concept(ConceptId(key)),
    }
}

/// The key of a change that came before any that is kept: the state an entry was found in.
pub(super) fn first_key(ctx: &Ctx, at: chrono::DateTime<chrono::Utc>) -> DirectoryChangeId {
    DirectoryChangeId(ids::new_key(at.min(ctx.now() - chrono::TimeDelta::milliseconds(1))))
}
