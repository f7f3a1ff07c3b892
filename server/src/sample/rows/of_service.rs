//! The rows of a service: itself, what it is linked to, and facts about it.

use entity::directory::{
    cost_option, key_figure, legal_basis, service, service_at_location, service_capacity, service_contact,
    service_target_group, service_theme,
};
use entity::ids::{CostOptionId, KeyFigureId, LegalBasisId, ServiceCapacityId, ServiceId};
use entity::strings::Strings;

use super::{Keys, Owner, Rows, date, position, written};
use crate::error::Result;

impl Rows<'_> {
    pub(super) fn service(
        &mut self,
        at: usize,
        written: &written::Service,
        about: &written::MunicipalityFile,
        keys: &Keys,
    ) -> Result<()> {
        let (id, municipality_id) = (keys.services[written.slug.as_str()], self.municipality.id);
        let owner = Owner { service: Some(id), ..Owner::default() };
        self.services.push(service::Model {
            id,
            municipality_id,
            organisation_id: keys.organisations[written.organisation.as_str()],
            parent_id: written.parent.as_deref().map(|slug| keys.services[slug]),
            slug: written.slug.clone(),
            name: written.name.clone(),
            alternate_names: Strings(written.alternate_names.clone()),
            purpose: written.purpose.clone(),
            description: written.description.clone(),
            eligibility_description: written.eligibility_description.clone(),
            minimum_age: written.minimum_age,
            maximum_age: written.maximum_age,
            access: written.access,
            application_process: written.application_process.clone(),
            interpretation_services: written.interpretation_services.clone(),
            languages: Strings(written.languages.clone()),
            fees_description: written.fees_description.clone(),
            status: written.status,
            paused_until: written.paused_until.map(date).transpose()?,
            assured_date: written.assured_date.map(date).transpose()?,
            assurer: written.assurer.clone(),
            owner_id: None,
            check_interval_days: None,
            successor_id: None,
            source: Some(about.source.document.clone()),
            source_note: written.source_note.clone(),
            position: position(at),
            revision: 1,
            created_at: self.ctx.now(),
            updated_at: self.ctx.now(),
        });
        self.links_of_service(id, written, keys);
        self.facts(id, written);
        self.reach(owner, &written.phones, &written.emails, &written.links);
        self.hours(owner, &written.schedules, &written.schedule_exceptions)
    }

    fn links_of_service(&mut self, service_id: ServiceId, written: &written::Service, keys: &Keys) {
        let municipality_id = self.municipality.id;
        self.service_themes.extend(written.themes.iter().enumerate().map(|(at, slug)| {
            service_theme::Model {
                service_id,
                theme_id: keys.themes[slug.as_str()],
                municipality_id,
                position: position(at),
            }
        }));
        let groups = written.target_groups.iter().enumerate();
        self.service_target_groups.extend(groups.map(|(at, slug)| service_target_group::Model {
            service_id,
            target_group_id: keys.target_groups[slug.as_str()],
            municipality_id,
            position: position(at),
        }));
        self.service_contacts.extend(written.contacts.iter().enumerate().map(|(at, contact)| {
            service_contact::Model {
                service_id,
                contact_id: keys.contacts[contact.key.as_str()],
                municipality_id,
                role: contact.role.clone(),
                position: position(at),
            }
        }));
        for (at, place) in written.locations.iter().enumerate() {
            let location_id = self.location(at, place, None);
            let position = position(at);
            self.service_locations.push(service_at_location::Model {
                service_id,
                location_id,
                municipality_id,
                position,
            });
        }
    }

    fn facts(&mut self, service_id: ServiceId, written: &written::Service) {
        let municipality_id = self.municipality.id;
        let key = || self.ctx.new_key();
        self.legal_bases.extend(written.legal_basis.iter().enumerate().map(|(at, basis)| {
            legal_basis::Model {
                id: LegalBasisId(key()),
                municipality_id,
                service_id,
                act: basis.act.clone(),
                paragraph: basis.paragraph.clone(),
                position: position(at),
            }
        }));
        self.capacities.extend(written.capacities.iter().enumerate().map(|(at, capacity)| {
            service_capacity::Model {
                id: ServiceCapacityId(key()),
                municipality_id,
                service_id,
                unit: capacity.unit.clone(),
                maximum: capacity.maximum,
                description: capacity.description.clone(),
                position: position(at),
            }
        }));
        self.cost_options.extend(written.cost_options.iter().enumerate().map(|(at, cost)| {
            cost_option::Model {
                id: CostOptionId(key()),
                municipality_id,
                service_id,
                amount: cost.amount,
                currency: "DKK".into(),
                description: cost.description.clone(),
                position: position(at),
            }
        }));
        self.key_figures.extend(written.key_figures.iter().enumerate().map(|(at, figure)| {
            key_figure::Model {
                id: KeyFigureId(key()),
                municipality_id,
                service_id,
                label: figure.label.clone(),
                value: figure.value,
                value_to: figure.value_to,
                unit: figure.unit.clone(),
                year: figure.year,
                description: figure.description.clone(),
                source: figure.source.clone(),
                position: position(at),
            }
        }));
    }
}
