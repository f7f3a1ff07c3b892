//! Proposals: what somebody who may not change an entry says about it.
//!
//! People of an organisation propose its entries as they should be, whole, as [forms](super::forms). Anybody can report
//! an error in words. The project leader sees field by field what would change, and accepts, adjusts or declines with
//! a word why; whoever proposed it is told by mail. A proposal that was written on an entry which has changed since is
//! **outdated**: taken over as it is, it would undo what others have done, so it can only be adjusted.
//!
//! Deliberately not here: changing entries (`editing`), which a decision goes through like every other change.

mod letters;
mod store;

pub mod service;

pub mod graphql;

use entity::directory::values::EntryKind;
use entity::ids::{ContactId, OrganisationId, ServiceId};
use uuid::Uuid;

use crate::ids::NodeId;

/// Kind and bare key of an entry that one can make proposals about; none for any other thing.
fn parts(id: NodeId) -> Option<(EntryKind, Uuid)> {
    match id {
        NodeId::Organisation(id) => Some((EntryKind::Organisation, id.0)),
        NodeId::Contact(id) => Some((EntryKind::Contact, id.0)),
        NodeId::Service(id) => Some((EntryKind::Service, id.0)),
        _ => None,
    }
}

/// The entry with this kind and key.
fn entry(kind: EntryKind, key: Uuid) -> Option<NodeId> {
    match kind {
        EntryKind::Organisation => Some(NodeId::Organisation(OrganisationId(key))),
        EntryKind::Contact => Some(NodeId::Contact(ContactId(key))),
        EntryKind::Service => Some(NodeId::Service(ServiceId(key))),
        _ => None,
    }
}
