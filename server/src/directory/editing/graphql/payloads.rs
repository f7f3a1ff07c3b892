//! What the mutations of each kind take and answer. Every kind has the same, so they are declared once.

use async_graphql::{ID, InputObject, SimpleObject};

use crate::ctx::Ctx;
use crate::directory::editing::service::{self, Edited, Latest};
use crate::directory::forms::{
    ConceptForm, ContactForm, Form, OrganisationForm, ServiceForm, TargetGroupForm, ThemeForm,
};
use crate::directory::graphql::{Contact, Organisation, Service, TargetGroup, Theme};
use crate::error::{Error, Result};
use crate::graphql::payload::{UserError, answered};
use crate::ids::NodeId;

use super::Concept;

/// The entry that an id of the API names.
pub(super) fn node_id(id: &str) -> Result<NodeId> {
    NodeId::parse(id).ok_or(Error::NotFound)
}

/// The newest state, where a change was refused because of it.
async fn latest<T>(ctx: &Ctx, id: NodeId, result: &Result<T>) -> Result<Option<Latest>> {
    if matches!(result, Err(Error::Stale)) { service::latest(ctx, id).await.map(Some) } else { Ok(None) }
}

/// Declares input and payload of making, changing and taking out one kind of entry.
macro_rules! kind {
    (
        $kind:ident, $form:ident, $thing:ident;
        $create:ident, $create_payload:ident, $update:ident, $update_payload:ident,
        $find:ident, $read:expr
    ) => {
        /// An entry to be made.
        #[derive(InputObject)]
        pub struct $create {
            /// The municipality's slug.
            pub municipality: String,
            /// What it says.
            pub form: $form,
            /// Why, in a word.
            pub note: Option<String>,
        }

        /// The entry that was made.
        #[derive(SimpleObject)]
        pub struct $create_payload {
            /// The entry; null where it was not made.
            $thing: Option<$kind>,
            /// What was wrong with what was typed.
            user_errors: Vec<UserError>,
        }

        impl $create_payload {
            pub(super) fn of(result: Result<Edited>) -> Result<Self> {
                let (edited, user_errors) = answered(result)?;
                Ok(Self { $thing: edited.and_then($find), user_errors })
            }
        }

        /// An entry to be changed.
        #[derive(InputObject)]
        pub struct $update {
            /// Which one.
            pub id: ID,
            /// The revision that was read.
            pub revision: i32,
            /// What it is to say, whole.
            pub form: $form,
            /// Why, in a word.
            pub note: Option<String>,
        }

        /// The entry that was changed; where somebody else has changed it meanwhile (`STALE`), what it says now.
        #[derive(SimpleObject)]
        pub struct $update_payload {
            /// The entry as it is now; null where it was not changed.
            $thing: Option<$kind>,
            /// What the entry says now; only where the change came too late.
            current: Option<$form>,
            /// Its revision; only where the change came too late.
            current_revision: Option<i32>,
            /// Who has changed it; only where the change came too late.
            changed_by: Option<String>,
            /// What was wrong with what was typed.
            user_errors: Vec<UserError>,
        }

        impl $update_payload {
            pub(super) async fn of(ctx: &Ctx, id: NodeId, result: Result<Edited>) -> Result<Self> {
                let latest = latest(ctx, id, &result).await?;
                let (edited, user_errors) = answered(result)?;
                let $thing = edited.and_then($find);
                let Some(Latest { form, revision, changed_by }) = latest else {
                    return Ok(Self {
                        $thing,
                        current: None,
                        current_revision: None,
                        changed_by: None,
                        user_errors,
                    });
                };
                let read: fn(Form) -> Option<$form> = $read;
                Ok(Self {
                    $thing,
                    current: read(form),
                    current_revision: Some(revision),
                    changed_by,
                    user_errors,
                })
            }
        }
    };
}

kind! {
    Organisation, OrganisationForm, organisation;
    OrganisationCreateInput, OrganisationCreatePayload, OrganisationUpdateInput, OrganisationUpdatePayload,
    organisation, |form| if let Form::Organisation(form) = form { Some(form) } else { None }
}

kind! {
    Contact, ContactForm, contact;
    ContactCreateInput, ContactCreatePayload, ContactUpdateInput, ContactUpdatePayload,
    contact, |form| if let Form::Contact(form) = form { Some(form) } else { None }
}

kind! {
    Service, ServiceForm, service;
    ServiceCreateInput, ServiceCreatePayload, ServiceUpdateInput, ServiceUpdatePayload,
    of_service, |form| if let Form::Service(form) = form { Some(*form) } else { None }
}

kind! {
    Theme, ThemeForm, theme;
    ThemeCreateInput, ThemeCreatePayload, ThemeUpdateInput, ThemeUpdatePayload,
    theme, |form| if let Form::Theme(form) = form { Some(form) } else { None }
}

kind! {
    TargetGroup, TargetGroupForm, target_group;
    TargetGroupCreateInput, TargetGroupCreatePayload, TargetGroupUpdateInput, TargetGroupUpdatePayload,
    target_group, |form| if let Form::TargetGroup(form) = form { Some(form) } else { None }
}

kind! {
    Concept, ConceptForm, concept;
    ConceptCreateInput, ConceptCreatePayload, ConceptUpdateInput, ConceptUpdatePayload,
    concept, |form| if let Form::Concept(form) = form { Some(form) } else { None }
}

/// Declares how an edited entry is found as its type of the API.
macro_rules! find {
    ($($name:ident: $type:ident as $variant:ident by $place:ident),+ $(,)?) => {$(
        pub(super) fn $name(Edited { directory, id }: Edited) -> Option<$type> {
            let NodeId::$variant(id) = id else { return None };
            let at = directory.$place(id)?;
            Some($type::new(directory, at))
        }
    )+};
}

find! {
    organisation: Organisation as Organisation by organisation,
    contact: Contact as Contact by contact,
    of_service: Service as Service by service,
    theme: Theme as Theme by theme,
    target_group: TargetGroup as TargetGroup by target_group,
    concept: Concept as Concept by concept,
}

/// An entry to be taken out.
#[derive(InputObject)]
pub struct EntryDeleteInput {
    /// Which one.
    pub id: ID,
    /// The revision that was read.
    pub revision: i32,
    /// Why, in a word.
    pub note: Option<String>,
}

/// The entry that was taken out.
#[derive(SimpleObject)]
pub struct EntryDeletePayload {
    /// Its key, which now leads nowhere; null where it was not taken out.
    deleted_id: Option<ID>,
    /// What stood in the way: `IN_USE` while something still belongs to it.
    user_errors: Vec<UserError>,
}

impl EntryDeletePayload {
    pub(super) fn of(id: NodeId, result: Result<()>) -> Result<Self> {
        let (done, user_errors) = answered(result)?;
        Ok(Self { deleted_id: done.map(|()| id.to_string().into()), user_errors })
    }
}

/// An entry that is to become part of another.
#[derive(InputObject)]
pub struct EntryMergeInput {
    /// The one that goes.
    pub id: ID,
    /// The one that it becomes part of.
    pub into_id: ID,
    /// The revision that was read of the one that goes.
    pub revision: i32,
    /// The revision that was read of the other.
    pub into_revision: i32,
    /// Why, in a word.
    pub note: Option<String>,
}

/// The organisation that another has become part of.
#[derive(SimpleObject)]
pub struct OrganisationMergePayload {
    /// The one that stays; null where they were not merged.
    pub organisation: Option<Organisation>,
    /// What stood in the way.
    pub user_errors: Vec<UserError>,
}

/// The contact that another has become part of.
#[derive(SimpleObject)]
pub struct ContactMergePayload {
    /// The one that stays; null where they were not merged.
    pub contact: Option<Contact>,
    /// What stood in the way.
    pub user_errors: Vec<UserError>,
}

/// A service to be closed for good.
#[derive(InputObject)]
pub struct ServiceCloseInput {
    /// Which one.
    pub id: ID,
    /// The revision that was read.
    pub revision: i32,
    /// The service that takes its place.
    pub successor_id: Option<ID>,
    /// Why, in a word.
    pub note: Option<String>,
}

/// The service that was closed.
#[derive(SimpleObject)]
pub struct ServiceClosePayload {
    /// The service; null where it was not closed.
    pub service: Option<Service>,
    /// What stood in the way.
    pub user_errors: Vec<UserError>,
}
