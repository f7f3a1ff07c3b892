//! Relay's `Node`: everything that has a key of its own.

use std::sync::Arc;

use async_graphql::{ID, Interface};

use super::municipality::Municipality;
use crate::directory::Directory;
use crate::directory::editing::graphql::Concept;
use crate::directory::graphql::{Contact, Organisation, Service, TargetGroup, Theme};
use crate::ids::NodeId;

/// Something with a key of its own.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "An opaque key, stable for as long as the thing exists."))]
pub enum Node {
    /// A municipality.
    Municipality(Municipality),
    /// A theme.
    Theme(Theme),
    /// A target group.
    TargetGroup(TargetGroup),
    /// An organisation.
    Organisation(Organisation),
    /// A contact.
    Contact(Contact),
    /// A service.
    Service(Service),
    /// A concept of a municipality's own.
    Concept(Concept),
}

impl Node {
    /// The thing of this kind at this place of the directory.
    pub(crate) fn new(id: NodeId, directory: Arc<Directory>, at: usize) -> Self {
        match id {
            NodeId::Municipality(_) => Self::Municipality(Municipality(directory)),
            NodeId::Theme(_) => Self::Theme(Theme::new(directory, at)),
            NodeId::TargetGroup(_) => Self::TargetGroup(TargetGroup::new(directory, at)),
            NodeId::Organisation(_) => Self::Organisation(Organisation::new(directory, at)),
            NodeId::Contact(_) => Self::Contact(Contact::new(directory, at)),
            NodeId::Service(_) => Self::Service(Service::new(directory, at)),
            NodeId::Concept(_) => Self::Concept(Concept::new(directory, at)),
        }
    }
}
