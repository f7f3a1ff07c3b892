//! The rows that hang on an entry, made from what its form says. Lists keep their order as positions.

use chrono::NaiveTime;
use entity::directory::{
    cost_option, email, key_figure, legal_basis, link, location, phone, schedule, schedule_exception,
    service_capacity, service_contact, service_target_group, service_theme,
};
use entity::ids::{
    ContactId, CostOptionId, EmailId, KeyFigureId, LegalBasisId, LinkId, LocationId, MunicipalityId,
    OrganisationId, PhoneId, ScheduleExceptionId, ScheduleId, ServiceCapacityId, ServiceId,
};
use entity::strings::Strings;

use crate::ctx::Ctx;
use crate::directory::forms::{
    EmailForm, LinkForm, LocationForm, PhoneForm, ScheduleExceptionForm, ScheduleForm, ServiceForm, key,
};
use crate::directory::rules::{hours, opening, reach};

/// What a number, address or hour belongs to.
#[derive(Clone, Copy, Default)]
pub(super) struct Owner {
    pub organisation: Option<OrganisationId>,
    pub contact: Option<ContactId>,
    pub service: Option<ServiceId>,
}

/// Makes rows for one municipality.
pub(super) struct Maker<'c> {
    pub ctx: &'c Ctx,
    pub municipality: MunicipalityId,
    pub owner: Owner,
}

impl Maker<'_> {
    pub fn phones(&self, forms: &[PhoneForm]) -> Vec<phone::Model> {
        let row = |(at, form): (usize, &PhoneForm)| phone::Model {
            id: PhoneId(self.ctx.new_key()),
            municipality_id: self.municipality,
            organisation_id: self.owner.organisation,
            contact_id: self.owner.contact,
            service_id: self.owner.service,
            number: reach::phone(&form.number).unwrap_or_else(|| form.number.clone()),
            kind: form.kind.into(),
            description: form.description.clone(),
            position: position(at),
        };
        forms.iter().enumerate().map(row).collect()
    }

    pub fn emails(&self, forms: &[EmailForm]) -> Vec<email::Model> {
        let row = |(at, form): (usize, &EmailForm)| email::Model {
            id: EmailId(self.ctx.new_key()),
            municipality_id: self.municipality,
            organisation_id: self.owner.organisation,
            contact_id: self.owner.contact,
            service_id: self.owner.service,
            address: form.address.clone(),
            description: form.description.clone(),
            position: position(at),
        };
        forms.iter().enumerate().map(row).collect()
    }

    pub fn links(&self, forms: &[LinkForm]) -> Vec<link::Model> {
        let row = |(at, form): (usize, &LinkForm)| link::Model {
            id: LinkId(self.ctx.new_key()),
            municipality_id: self.municipality,
            organisation_id: self.owner.organisation,
            service_id: self.owner.service,
            url: form.url.clone(),
            label: form.label.clone(),
            position: position(at),
        };
        forms.iter().enumerate().map(row).collect()
    }

    pub fn location(&self, at: usize, form: &LocationForm) -> location::Model {
        location::Model {
            id: LocationId(self.ctx.new_key()),
            municipality_id: self.municipality,
            organisation_id: self.owner.organisation,
            name: form.name.clone(),
            address_1: form.address1.clone(),
            postal_code: form.postal_code.clone(),
            city: form.city.clone(),
            latitude: None,
            longitude: None,
            position: position(at),
        }
    }

    pub fn schedules(&self, forms: &[ScheduleForm]) -> Vec<schedule::Model> {
        let row = |(at, form): (usize, &ScheduleForm)| schedule::Model {
            id: ScheduleId(self.ctx.new_key()),
            municipality_id: self.municipality,
            contact_id: self.owner.contact,
            service_id: self.owner.service,
            byday: Strings(form.byday.iter().map(|day| opening::code((*day).into()).to_owned()).collect()),
            weeks: form.weeks.into(),
            opens_at: time(form.opens_at.as_deref()),
            closes_at: time(form.closes_at.as_deref()),
            valid_from: form.valid_from,
            valid_to: form.valid_to,
            description: form.description.clone(),
            position: position(at),
        };
        forms.iter().enumerate().map(row).collect()
    }

    pub fn schedule_exceptions(&self, forms: &[ScheduleExceptionForm]) -> Vec<schedule_exception::Model> {
        let row = |(at, form): (usize, &ScheduleExceptionForm)| schedule_exception::Model {
            id: ScheduleExceptionId(self.ctx.new_key()),
            municipality_id: self.municipality,
            contact_id: self.owner.contact,
            service_id: self.owner.service,
            valid_from: form.valid_from,
            valid_to: form.valid_to,
            closed: form.closed,
            opens_at: time(form.opens_at.as_deref()),
            closes_at: time(form.closes_at.as_deref()),
            description: form.description.clone(),
            position: position(at),
        };
        forms.iter().enumerate().map(row).collect()
    }

    pub fn themes(&self, service_id: ServiceId, form: &ServiceForm) -> Vec<service_theme::Model> {
        let keys = form.theme_ids.iter().filter_map(|id| key!(id, Theme)).enumerate();
        let row = |(at, theme_id)| service_theme::Model {
            service_id,
            theme_id,
            municipality_id: self.municipality,
            position: position(at),
        };
        keys.map(row).collect()
    }

    pub fn target_groups(
        &self,
        service_id: ServiceId,
        form: &ServiceForm,
    ) -> Vec<service_target_group::Model> {
        let keys = form.target_group_ids.iter().filter_map(|id| key!(id, TargetGroup)).enumerate();
        let row = |(at, target_group_id)| service_target_group::Model {
            service_id,
            target_group_id,
            municipality_id: self.municipality,
            position: position(at),
        };
        keys.map(row).collect()
    }

    pub fn contacts(&self, service_id: ServiceId, form: &ServiceForm) -> Vec<service_contact::Model> {
        let keys = form.contacts.iter().filter_map(|one| Some((key!(&one.contact_id, Contact)?, &one.role)));
        let row = |(at, (contact_id, role)): (usize, (ContactId, &Option<String>))| service_contact::Model {
            service_id,
            contact_id,
            municipality_id: self.municipality,
            position: position(at),
            role: role.clone(),
        };
        keys.enumerate().map(row).collect()
    }

    pub fn legal_bases(&self, service_id: ServiceId, form: &ServiceForm) -> Vec<legal_basis::Model> {
        let rows = form.legal_basis.iter().enumerate().map(|(at, basis)| legal_basis::Model {
            id: LegalBasisId(self.ctx.new_key()),
            municipality_id: self.municipality,
            service_id,
            act: basis.act.clone(),
            paragraph: basis.paragraph.clone(),
            position: position(at),
        });
        rows.collect()
    }

    pub fn capacities(&self, service_id: ServiceId, form: &ServiceForm) -> Vec<service_capacity::Model> {
        let rows = form.capacities.iter().enumerate().map(|(at, capacity)| service_capacity::Model {
            id: ServiceCapacityId(self.ctx.new_key()),
            municipality_id: self.municipality,
            service_id,
            unit: capacity.unit.clone(),
            maximum: capacity.maximum,
            description: capacity.description.clone(),
            position: position(at),
        });
        rows.collect()
    }

    pub fn cost_options(&self, service_id: ServiceId, form: &ServiceForm) -> Vec<cost_option::Model> {
        let rows = form.cost_options.iter().enumerate().map(|(at, cost)| cost_option::Model {
            id: CostOptionId(self.ctx.new_key()),
            municipality_id: self.municipality,
            service_id,
            amount: cost.amount,
            currency: "DKK".into(),
            description: cost.description.clone(),
            position: position(at),
        });
        rows.collect()
    }

    pub fn key_figures(&self, service_id: ServiceId, form: &ServiceForm) -> Vec<key_figure::Model> {
        let rows = form.key_figures.iter().enumerate().map(|(at, figure)| key_figure::Model {
            id: KeyFigureId(self.ctx.new_key()),
            municipality_id: self.municipality,
            service_id,
            label: figure.label.clone(),
            value: figure.value,
            value_to: figure.value_to,
            unit: figure.unit.clone(),
            year: figure.year,
            description: figure.description.clone(),
            source: figure.source.clone(),
            position: position(at),
        });
        rows.collect()
    }
}

fn time(written: Option<&str>) -> Option<NaiveTime> {
    written.and_then(hours::read)
}

fn position(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}
