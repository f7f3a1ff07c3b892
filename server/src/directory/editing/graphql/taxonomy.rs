//! Mutations of themes, target groups and the municipality's own words.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};

use super::entries::delete;
use super::payloads::*;
use crate::directory::Directory;
use crate::directory::editing::service;
use crate::directory::forms::{ConceptForm, Form};
use crate::error::Result;
use crate::graphql::request;
use crate::ids::NodeId;

/// A concept of a municipality's own: what people call something, and what it is called officially.
#[derive(Clone)]
pub struct Concept {
    directory: Arc<Directory>,
    at: usize,
}

impl Concept {
    pub(crate) fn new(directory: Arc<Directory>, at: usize) -> Self {
        Self { directory, at }
    }

    /// All of a municipality's, by label.
    pub(crate) fn list(context: &Context<'_>, directory: &Arc<Directory>) -> Result<Vec<Self>> {
        let count = service::concepts(request(context), directory)?;
        request(context).hand_out(count)?;
        Ok((0..count).map(|at| Self::new(directory.clone(), at)).collect())
    }
}

/// A concept of a municipality's own: what people call something, and what it is called officially. The search knows it
/// beside the thesaurus that comes with the service.
#[Object]
impl Concept {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        NodeId::Concept(self.directory.concepts[self.at].id).to_string().into()
    }

    /// The concept as it is edited.
    async fn form(&self) -> ConceptForm {
        ConceptForm::of(&self.directory.concepts[self.at])
    }

    /// Counts up with every change; to be sent with the next one.
    async fn revision(&self) -> i32 {
        self.directory.concepts[self.at].revision
    }
}

/// Changes themes, target groups and the municipality's own words.
#[derive(Default)]
pub struct TaxonomyMutation;

#[Object]
impl TaxonomyMutation {
    /// Makes a theme, as the last chapter.
    async fn theme_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: ThemeCreateInput,
    ) -> Result<ThemeCreatePayload> {
        let form = Form::Theme(input.form);
        let made = service::create(request(context), &input.municipality, form, input.note.as_deref()).await;
        ThemeCreatePayload::of(made)
    }

    /// Changes a theme, unless somebody else has meanwhile.
    async fn theme_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: ThemeUpdateInput,
    ) -> Result<ThemeUpdatePayload> {
        let (ctx, id) = (request(context), node_id(&input.id)?);
        let form = Form::Theme(input.form);
        let changed = service::update(ctx, id, input.revision, form, input.note.as_deref()).await;
        ThemeUpdatePayload::of(ctx, id, changed).await
    }

    /// Takes a theme out that no service stands under.
    async fn theme_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: EntryDeleteInput,
    ) -> Result<EntryDeletePayload> {
        delete(context, input).await
    }

    /// Makes a target group, as the last in its list.
    async fn target_group_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: TargetGroupCreateInput,
    ) -> Result<TargetGroupCreatePayload> {
        let form = Form::TargetGroup(input.form);
        let made = service::create(request(context), &input.municipality, form, input.note.as_deref()).await;
        TargetGroupCreatePayload::of(made)
    }

    /// Changes a target group, unless somebody else has meanwhile.
    async fn target_group_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: TargetGroupUpdateInput,
    ) -> Result<TargetGroupUpdatePayload> {
        let (ctx, id) = (request(context), node_id(&input.id)?);
        let form = Form::TargetGroup(input.form);
        let changed = service::update(ctx, id, input.revision, form, input.note.as_deref()).await;
        TargetGroupUpdatePayload::of(ctx, id, changed).await
    }

    /// Takes a target group out that no service is for.
    async fn target_group_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: EntryDeleteInput,
    ) -> Result<EntryDeletePayload> {
        delete(context, input).await
    }

    /// Teaches the search words of the municipality's own.
    async fn concept_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: ConceptCreateInput,
    ) -> Result<ConceptCreatePayload> {
        let form = Form::Concept(input.form);
        let made = service::create(request(context), &input.municipality, form, input.note.as_deref()).await;
        ConceptCreatePayload::of(made)
    }

    /// Changes words of the municipality's own, unless somebody else has meanwhile.
    async fn concept_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: ConceptUpdateInput,
    ) -> Result<ConceptUpdatePayload> {
        let (ctx, id) = (request(context), node_id(&input.id)?);
        let form = Form::Concept(input.form);
        let changed = service::update(ctx, id, input.revision, form, input.note.as_deref()).await;
        ConceptUpdatePayload::of(ctx, id, changed).await
    }

    /// Takes words of the municipality's own out again.
    async fn concept_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: EntryDeleteInput,
    ) -> Result<EntryDeletePayload> {
        delete(context, input).await
    }
}
