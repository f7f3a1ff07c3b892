//! The read model: a municipality's whole directory as an immutable value, its rows joined and counted.
//! Entries refer to each other by their place in the directory's lists.

mod build;
mod directories;
pub(crate) mod open_now;
mod order;

use std::collections::HashMap;

use ::search::SearchIndex;
use entity::directory::{
    catalogue_edition, concept, contact, cost_option, email, key_figure, legal_basis, link, location,
    organisation, phone, schedule, schedule_exception, service, service_capacity, target_group, theme,
};
use entity::identity::municipality;
use entity::ids::{ConceptId, ContactId, OrganisationId, ServiceId, TargetGroupId, ThemeId};

pub use directories::Directories;

use crate::ids::NodeId;

/// One municipality's directory as of one revision.
pub struct Directory {
    pub(crate) municipality: municipality::Model,
    pub(crate) edition: Option<catalogue_edition::Model>,
    pub(crate) themes: Vec<ThemeEntry>,
    pub(crate) target_groups: Vec<TargetGroupEntry>,
    /// Parents before children, siblings in their set order.
    pub(crate) organisations: Vec<OrganisationEntry>,
    /// By name.
    pub(crate) contacts: Vec<ContactEntry>,
    /// In the catalogue's order.
    pub(crate) services: Vec<ServiceEntry>,
    /// The municipality's own words, by label.
    pub(crate) concepts: Vec<concept::Model>,
    /// Places in `services` of all that are not closed, by Danish alphabet: the plain list.
    pub(crate) listed: Vec<usize>,
    pub(crate) search: SearchIndex,
    pub(crate) open_now: open_now::OpenNow,
    by_key: Keys,
}

#[derive(Default)]
struct Keys {
    themes: HashMap<ThemeId, usize>,
    target_groups: HashMap<TargetGroupId, usize>,
    organisations: HashMap<OrganisationId, usize>,
    contacts: HashMap<ContactId, usize>,
    services: HashMap<ServiceId, usize>,
    concepts: HashMap<ConceptId, usize>,
    organisation_slugs: HashMap<String, usize>,
    service_slugs: HashMap<String, usize>,
}

/// A theme with the services under it.
pub(crate) struct ThemeEntry {
    pub row: theme::Model,
    pub services: Vec<usize>,
}

/// A target group with the services for it.
pub(crate) struct TargetGroupEntry {
    pub row: target_group::Model,
    pub services: Vec<usize>,
}

/// How something is reached.
#[derive(Default)]
pub(crate) struct Reach {
    pub phones: Vec<phone::Model>,
    pub emails: Vec<email::Model>,
    pub links: Vec<link::Model>,
    pub locations: Vec<location::Model>,
    pub schedules: Vec<schedule::Model>,
    pub schedule_exceptions: Vec<schedule_exception::Model>,
}

/// An organisation in its tree.
pub(crate) struct OrganisationEntry {
    pub row: organisation::Model,
    pub parent: Option<usize>,
    pub children: Vec<usize>,
    /// Anchored right here.
    pub services: Vec<usize>,
    /// Here and below, closed ones left out.
    pub service_count: usize,
    pub contacts: Vec<usize>,
    pub reach: Reach,
}

/// A contact with what it is a contact for.
pub(crate) struct ContactEntry {
    pub row: contact::Model,
    pub organisation: usize,
    pub services: Vec<usize>,
    pub reach: Reach,
}

/// A service with all that belongs to it.
pub(crate) struct ServiceEntry {
    pub row: service::Model,
    pub organisation: usize,
    pub parent: Option<usize>,
    pub subservices: Vec<usize>,
    pub themes: Vec<usize>,
    pub target_groups: Vec<usize>,
    pub contacts: Vec<(usize, Option<String>)>,
    pub reach: Reach,
    pub legal_bases: Vec<legal_basis::Model>,
    pub capacities: Vec<service_capacity::Model>,
    pub cost_options: Vec<cost_option::Model>,
    pub key_figures: Vec<key_figure::Model>,
}

impl Directory {
    /// The theme's place.
    pub(crate) fn theme(&self, id: ThemeId) -> Option<usize> {
        self.by_key.themes.get(&id).copied()
    }

    /// The target group's place.
    pub(crate) fn target_group(&self, id: TargetGroupId) -> Option<usize> {
        self.by_key.target_groups.get(&id).copied()
    }

    /// The organisation's place.
    pub(crate) fn organisation(&self, id: OrganisationId) -> Option<usize> {
        self.by_key.organisations.get(&id).copied()
    }

    /// The contact's place.
    pub(crate) fn contact(&self, id: ContactId) -> Option<usize> {
        self.by_key.contacts.get(&id).copied()
    }

    /// The service's place.
    pub(crate) fn service(&self, id: ServiceId) -> Option<usize> {
        self.by_key.services.get(&id).copied()
    }

    /// The concept's place.
    pub(crate) fn concept(&self, id: ConceptId) -> Option<usize> {
        self.by_key.concepts.get(&id).copied()
    }

    /// The place of an entry of any kind.
    pub(crate) fn place(&self, id: NodeId) -> Option<usize> {
        match id {
            NodeId::Municipality(id) => (self.municipality.id == id).then_some(0),
            NodeId::Theme(id) => self.theme(id),
            NodeId::TargetGroup(id) => self.target_group(id),
            NodeId::Organisation(id) => self.organisation(id),
            NodeId::Contact(id) => self.contact(id),
            NodeId::Service(id) => self.service(id),
            NodeId::Concept(id) => self.concept(id),
        }
    }

    /// The organisation's place, by the last part of its path.
    pub(crate) fn organisation_by_slug(&self, slug: &str) -> Option<usize> {
        self.by_key.organisation_slugs.get(slug).copied()
    }

    /// The service's place, by the last part of its path.
    pub(crate) fn service_by_slug(&self, slug: &str) -> Option<usize> {
        self.by_key.service_slugs.get(slug).copied()
    }

    /// The keys of this organisation and those above it, as the policy asks for them.
    pub(crate) fn within(&self, organisation: usize) -> Vec<OrganisationId> {
        let above = self.ancestors(organisation);
        above.into_iter().chain([organisation]).map(|at| self.organisations[at].row.id).collect()
    }

    /// The organisations above this one, outermost first.
    pub(crate) fn ancestors(&self, organisation: usize) -> Vec<usize> {
        let mut above = Vec::new();
        let mut at = self.organisations[organisation].parent;
        while let Some(parent) = at.filter(|parent| !above.contains(parent)) {
            above.push(parent);
            at = self.organisations[parent].parent;
        }
        above.reverse();
        above
    }
}
