//! Joins the rows of a municipality into its [`Directory`].

use std::collections::HashMap;
use std::hash::Hash;

use ::search::SearchIndex;
use entity::directory::values::ServiceStatus;
use entity::ids::{ContactId, LocationId, OrganisationId, ServiceId};

use super::open_now::OpenNow;
use super::order::danish_key;
use super::{
    ContactEntry, Directory, Keys, OrganisationEntry, Reach, ServiceEntry, TargetGroupEntry, ThemeEntry,
};
use crate::directory::search;
use crate::directory::store::Rows;
use crate::error::Result;

/// Builds the read model. Takes time in proportion to the rows; run it off the async threads.
///
/// # Errors
/// The search index's.
pub(in crate::directory) fn build(mut rows: Rows) -> Result<Directory> {
    rows.organisations = parents_first(rows.organisations);
    rows.contacts.sort_by_cached_key(|contact| danish_key(&contact.name));
    let keys = keys(&rows);

    let mut organisation_reach = Reaches::default();
    let mut contact_reach = Reaches::default();
    let mut service_reach = Reaches::default();
    share_out(&mut rows, &mut organisation_reach, &mut contact_reach, &mut service_reach);

    let mut organisations: Vec<OrganisationEntry> = rows
        .organisations
        .into_iter()
        .map(|row| OrganisationEntry {
            parent: row.parent_id.and_then(|id| keys.organisations.get(&id).copied()),
            reach: organisation_reach.take(row.id),
            row,
            children: Vec::new(),
            services: Vec::new(),
            service_count: 0,
            contacts: Vec::new(),
        })
        .collect();
    for at in 0..organisations.len() {
        if let Some(parent) = organisations[at].parent {
            organisations[parent].children.push(at);
        }
    }

    let mut contacts: Vec<ContactEntry> = rows
        .contacts
        .into_iter()
        .filter_map(|row| {
            let organisation = *keys.organisations.get(&row.organisation_id)?;
            Some(ContactEntry { organisation, reach: contact_reach.take(row.id), row, services: Vec::new() })
        })
        .collect();
    for (at, contact) in contacts.iter().enumerate() {
        organisations[contact.organisation].contacts.push(at);
    }

    let mut services: Vec<ServiceEntry> = rows
        .services
        .into_iter()
        .filter_map(|row| {
            Some(ServiceEntry {
                organisation: *keys.organisations.get(&row.organisation_id)?,
                parent: row.parent_id.and_then(|id| keys.services.get(&id).copied()),
                reach: service_reach.take(row.id),
                row,
                subservices: Vec::new(),
                themes: Vec::new(),
                target_groups: Vec::new(),
                contacts: Vec::new(),
                legal_bases: Vec::new(),
                capacities: Vec::new(),
                cost_options: Vec::new(),
                key_figures: Vec::new(),
            })
        })
        .collect();

    let place = |id: ServiceId| keys.services.get(&id).copied();
    for row in rows.service_themes {
        if let (Some(service), Some(theme)) = (place(row.service_id), keys.themes.get(&row.theme_id)) {
            services[service].themes.push(*theme);
        }
    }
    for row in rows.service_target_groups {
        if let (Some(service), Some(group)) =
            (place(row.service_id), keys.target_groups.get(&row.target_group_id))
        {
            services[service].target_groups.push(*group);
        }
    }
    for row in rows.service_contacts {
        if let (Some(service), Some(contact)) = (place(row.service_id), keys.contacts.get(&row.contact_id)) {
            services[service].contacts.push((*contact, row.role));
            if services[service].row.status != ServiceStatus::Closed {
                contacts[*contact].services.push(service);
            }
        }
    }
    macro_rules! facts {
        ($($rows:ident),+) => {$(
            for row in rows.$rows {
                if let Some(service) = place(row.service_id) {
                    services[service].$rows.push(row);
                }
            }
        )+};
    }
    facts!(legal_bases, capacities, cost_options, key_figures);

    let mut themes: Vec<ThemeEntry> =
        rows.themes.into_iter().map(|row| ThemeEntry { row, services: Vec::new() }).collect();
    let mut target_groups: Vec<TargetGroupEntry> =
        rows.target_groups.into_iter().map(|row| TargetGroupEntry { row, services: Vec::new() }).collect();
    let mut listed = Vec::with_capacity(services.len());
    for at in 0..services.len() {
        if services[at].row.status == ServiceStatus::Closed {
            continue;
        }
        if let Some(parent) = services[at].parent {
            services[parent].subservices.push(at);
        }
        let service = &services[at];
        listed.push(at);
        organisations[service.organisation].services.push(at);
        service.themes.iter().for_each(|theme| themes[*theme].services.push(at));
        service.target_groups.iter().for_each(|group| target_groups[*group].services.push(at));
    }
    listed.sort_by_cached_key(|at| danish_key(&services[*at].row.name));
    // Children stand after their parents, so counting from the end adds every branch up once.
    for at in (0..organisations.len()).rev() {
        organisations[at].service_count += organisations[at].services.len();
        if let Some(parent) = organisations[at].parent {
            organisations[parent].service_count += organisations[at].service_count;
        }
    }

    let mut directory = Directory {
        municipality: rows.municipality,
        edition: rows.edition,
        themes,
        target_groups,
        organisations,
        contacts,
        services,
        concepts: rows.concepts,
        listed,
        search: SearchIndex::default(),
        open_now: OpenNow::default(),
        by_key: keys,
    };
    directory.search = search::index(&directory)?;
    Ok(directory)
}

/// Orders a tree so that every parent stands before its children; siblings keep their order.
/// What hangs in a circle (which nothing should) is put last, without its parent.
fn parents_first(
    rows: Vec<entity::directory::organisation::Model>,
) -> Vec<entity::directory::organisation::Model> {
    let mut below: HashMap<Option<OrganisationId>, Vec<_>> = HashMap::new();
    for row in rows {
        below.entry(row.parent_id).or_default().push(row);
    }
    let mut ordered = Vec::new();
    let mut open: Vec<_> = below.remove(&None).unwrap_or_default().into_iter().rev().collect();
    while let Some(row) = open.pop() {
        open.extend(below.remove(&Some(row.id)).unwrap_or_default().into_iter().rev());
        ordered.push(row);
    }
    for mut row in below.into_values().flatten() {
        row.parent_id = None;
        ordered.push(row);
    }
    ordered
}

fn keys(rows: &Rows) -> Keys {
    fn places<T, K: Eq + Hash>(rows: &[T], key: impl Fn(&T) -> K) -> HashMap<K, usize> {
        rows.iter().enumerate().map(|(at, row)| (key(row), at)).collect()
    }
    Keys {
        themes: places(&rows.themes, |row| row.id),
        target_groups: places(&rows.target_groups, |row| row.id),
        organisations: places(&rows.organisations, |row| row.id),
        contacts: places(&rows.contacts, |row| row.id),
        services: places(&rows.services, |row| row.id),
        concepts: places(&rows.concepts, |row| row.id),
        organisation_slugs: places(&rows.organisations, |row| row.slug.clone()),
        service_slugs: places(&rows.services, |row| row.slug.clone()),
    }
}

/// How things are reached, by what they belong to.
struct Reaches<K>(HashMap<K, Reach>);

impl<K> Default for Reaches<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Eq + Hash> Reaches<K> {
    fn of(&mut self, key: K) -> &mut Reach {
        self.0.entry(key).or_default()
    }

    fn take(&mut self, key: K) -> Reach {
        self.0.remove(&key).unwrap_or_default()
    }
}

/// Hands every number, address and hour to what it belongs to.
fn share_out(
    rows: &mut Rows,
    organisations: &mut Reaches<OrganisationId>,
    contacts: &mut Reaches<ContactId>,
    services: &mut Reaches<ServiceId>,
) {
    macro_rules! share {
        ($list:ident: $(($id:ident, $owners:ident)),+) => {
            for row in std::mem::take(&mut rows.$list) {
                $(if let Some(id) = row.$id { $owners.of(id).$list.push(row.clone()); })+
            }
        };
    }
    share!(phones: (organisation_id, organisations), (contact_id, contacts), (service_id, services));
    share!(emails: (organisation_id, organisations), (contact_id, contacts), (service_id, services));
    share!(links: (organisation_id, organisations), (service_id, services));
    share!(schedules: (contact_id, contacts), (service_id, services));
    share!(schedule_exceptions: (contact_id, contacts), (service_id, services));

    let mut places: HashMap<LocationId, _> = HashMap::new();
    for row in std::mem::take(&mut rows.locations) {
        if let Some(id) = row.organisation_id {
            organisations.of(id).locations.push(row.clone());
        }
        places.insert(row.id, row);
    }
    for row in std::mem::take(&mut rows.service_locations) {
        if let Some(location) = places.get(&row.location_id) {
            services.of(row.service_id).locations.push(location.clone());
        }
    }
}
