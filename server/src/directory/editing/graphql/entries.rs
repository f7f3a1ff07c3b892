//! Mutations of organisations, contacts and services.

use async_graphql::{Context, Object};

use super::payloads::{self, *};
use crate::directory::editing::merge::Merging;
use crate::directory::editing::service;
use crate::directory::forms::Form;
use crate::error::Result;
use crate::graphql::payload::answered;
use crate::graphql::request;

/// Changes organisations, contacts and services.
#[derive(Default)]
pub struct EntryMutation;

#[Object]
impl EntryMutation {
    /// Makes an organisation, as the last in its list.
    async fn organisation_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: OrganisationCreateInput,
    ) -> Result<OrganisationCreatePayload> {
        let form = Form::Organisation(input.form);
        let made = service::create(request(context), &input.municipality, form, input.note.as_deref()).await;
        OrganisationCreatePayload::of(made)
    }

    /// Changes an organisation, unless somebody else has meanwhile.
    async fn organisation_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: OrganisationUpdateInput,
    ) -> Result<OrganisationUpdatePayload> {
        let (ctx, id) = (request(context), node_id(&input.id)?);
        let form = Form::Organisation(input.form);
        let changed = service::update(ctx, id, input.revision, form, input.note.as_deref()).await;
        OrganisationUpdatePayload::of(ctx, id, changed).await
    }

    /// Makes one organisation part of another: services, contacts, units, roles and numbers move over.
    async fn organisation_merge(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one into which.")] input: EntryMergeInput,
    ) -> Result<OrganisationMergePayload> {
        let (edited, user_errors) = answered(merge(context, &input).await)?;
        Ok(OrganisationMergePayload { organisation: edited.and_then(payloads::organisation), user_errors })
    }

    /// Takes an organisation out to which nothing belongs any more.
    async fn organisation_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: EntryDeleteInput,
    ) -> Result<EntryDeletePayload> {
        delete(context, input).await
    }

    /// Makes a contact.
    async fn contact_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: ContactCreateInput,
    ) -> Result<ContactCreatePayload> {
        let form = Form::Contact(input.form);
        let made = service::create(request(context), &input.municipality, form, input.note.as_deref()).await;
        ContactCreatePayload::of(made)
    }

    /// Changes a contact, unless somebody else has meanwhile.
    async fn contact_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: ContactUpdateInput,
    ) -> Result<ContactUpdatePayload> {
        let (ctx, id) = (request(context), node_id(&input.id)?);
        let form = Form::Contact(input.form);
        let changed = service::update(ctx, id, input.revision, form, input.note.as_deref()).await;
        ContactUpdatePayload::of(ctx, id, changed).await
    }

    /// Makes one contact part of another, which takes its place at services. Is one of them not public, neither is
    /// what comes out.
    async fn contact_merge(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one into which.")] input: EntryMergeInput,
    ) -> Result<ContactMergePayload> {
        let (edited, user_errors) = answered(merge(context, &input).await)?;
        Ok(ContactMergePayload { contact: edited.and_then(payloads::contact), user_errors })
    }

    /// Takes a contact out, of its services too.
    async fn contact_delete(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one.")] input: EntryDeleteInput,
    ) -> Result<EntryDeletePayload> {
        delete(context, input).await
    }

    /// Makes a service, as the last in the catalogue's order.
    async fn service_create(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "What and where.")] input: ServiceCreateInput,
    ) -> Result<ServiceCreatePayload> {
        let form = Form::Service(input.form.into());
        let made = service::create(request(context), &input.municipality, form, input.note.as_deref()).await;
        ServiceCreatePayload::of(made)
    }

    /// Changes a service, unless somebody else has meanwhile.
    async fn service_update(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to say.")] input: ServiceUpdateInput,
    ) -> Result<ServiceUpdatePayload> {
        let (ctx, id) = (request(context), node_id(&input.id)?);
        let form = Form::Service(input.form.into());
        let changed = service::update(ctx, id, input.revision, form, input.note.as_deref()).await;
        ServiceUpdatePayload::of(ctx, id, changed).await
    }

    /// Closes a service for good. It leaves lists, search and catalogue; its page names the one in its place.
    async fn service_close(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which one, and what takes its place.")] input: ServiceCloseInput,
    ) -> Result<ServiceClosePayload> {
        let id = service::service_id(&input.id)?;
        let successor = input.successor_id.as_deref().map(|id| node_id(id)).transpose()?;
        let closed =
            service::close(request(context), id, input.revision, successor, input.note.as_deref()).await;
        let (edited, user_errors) = answered(closed)?;
        Ok(ServiceClosePayload { service: edited.and_then(payloads::of_service), user_errors })
    }
}

pub(super) async fn delete(context: &Context<'_>, input: EntryDeleteInput) -> Result<EntryDeletePayload> {
    let id = node_id(&input.id)?;
    let done = service::delete(request(context), id, input.revision, input.note.as_deref()).await;
    EntryDeletePayload::of(id, done)
}

async fn merge(context: &Context<'_>, input: &EntryMergeInput) -> Result<service::Edited> {
    let merging = Merging {
        id: node_id(&input.id)?,
        into: node_id(&input.into_id)?,
        revision: input.revision,
        into_revision: input.into_revision,
        note: input.note.as_deref(),
    };
    service::merge(request(context), merging).await
}
