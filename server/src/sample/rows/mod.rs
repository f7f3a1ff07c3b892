//! Turns a sample into rows. References by slug become keys; lists keep their order as positions.

mod of_service;
mod reach;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use entity::directory::{
    catalogue_edition, contact, cost_option, email, key_figure, legal_basis, link, location, organisation,
    phone, schedule, schedule_exception, service, service_at_location, service_capacity, service_contact,
    service_target_group, service_theme, target_group, theme,
};
use entity::identity::municipality;
use entity::ids::{
    CatalogueEditionId, ContactId, MunicipalityId, OrganisationId, ServiceId, TargetGroupId, ThemeId,
};
use entity::strings::Strings;
use toml::value::Datetime;

use super::Sample;
use super::format as written;
use super::plan::PlanRows;
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// The rows of a sample, table by table.
pub(super) struct Rows<'c> {
    pub(super) ctx: &'c Ctx,
    pub(super) municipality: municipality::Model,
    pub(super) editions: Vec<catalogue_edition::Model>,
    pub(super) themes: Vec<theme::Model>,
    pub(super) target_groups: Vec<target_group::Model>,
    pub(super) organisations: Vec<organisation::Model>,
    pub(super) contacts: Vec<contact::Model>,
    pub(super) services: Vec<service::Model>,
    pub(super) service_themes: Vec<service_theme::Model>,
    pub(super) service_target_groups: Vec<service_target_group::Model>,
    pub(super) service_contacts: Vec<service_contact::Model>,
    pub(super) service_locations: Vec<service_at_location::Model>,
    pub(super) locations: Vec<location::Model>,
    pub(super) phones: Vec<phone::Model>,
    pub(super) emails: Vec<email::Model>,
    pub(super) links: Vec<link::Model>,
    pub(super) schedules: Vec<schedule::Model>,
    pub(super) schedule_exceptions: Vec<schedule_exception::Model>,
    pub(super) legal_bases: Vec<legal_basis::Model>,
    pub(super) capacities: Vec<service_capacity::Model>,
    pub(super) cost_options: Vec<cost_option::Model>,
    pub(super) key_figures: Vec<key_figure::Model>,
    pub(super) plans: PlanRows,
}

/// What a number, address or hour belongs to.
#[derive(Clone, Copy, Default)]
struct Owner {
    organisation: Option<OrganisationId>,
    contact: Option<ContactId>,
    service: Option<ServiceId>,
}

/// Keys by slug.
struct Keys<'s> {
    pub(super) themes: HashMap<&'s str, ThemeId>,
    pub(super) target_groups: HashMap<&'s str, TargetGroupId>,
    pub(super) organisations: HashMap<&'s str, OrganisationId>,
    pub(super) contacts: HashMap<&'s str, ContactId>,
    pub(super) services: HashMap<&'s str, ServiceId>,
}

impl<'s> Keys<'s> {
    fn new(ctx: &Ctx, sample: &'s Sample) -> Self {
        fn of<'s, K>(slugs: impl Iterator<Item = &'s String>, key: impl Fn() -> K) -> HashMap<&'s str, K> {
            slugs.map(|slug| (slug.as_str(), key())).collect()
        }
        Self {
            themes: of(sample.municipality.theme.iter().map(|t| &t.slug), || ThemeId(ctx.new_key())),
            target_groups: of(sample.municipality.target_group.iter().map(|g| &g.slug), || {
                TargetGroupId(ctx.new_key())
            }),
            organisations: of(sample.organisations.iter().map(|o| &o.slug), || OrganisationId(ctx.new_key())),
            contacts: of(sample.contacts.iter().map(|c| &c.key), || ContactId(ctx.new_key())),
            services: of(sample.services.iter().map(|s| &s.slug), || ServiceId(ctx.new_key())),
        }
    }
}

impl<'c> Rows<'c> {
    pub(super) fn of(ctx: &'c Ctx, sample: &Sample, revision: i64) -> Result<Self> {
        let about = &sample.municipality;
        let mut rows = Self {
            ctx,
            municipality: municipality::Model {
                id: MunicipalityId(ctx.new_key()),
                slug: about.slug.clone(),
                code: about.code.clone(),
                name: about.name.clone(),
                website: about.website.clone(),
                directory_revision: revision,
                second_factor_required: false,
                check_interval_days: 180,
                revision: 1,
                created_at: ctx.now(),
                updated_at: ctx.now(),
            },
            editions: Vec::new(),
            themes: Vec::new(),
            target_groups: Vec::new(),
            organisations: Vec::new(),
            contacts: Vec::new(),
            services: Vec::new(),
            service_themes: Vec::new(),
            service_target_groups: Vec::new(),
            service_contacts: Vec::new(),
            service_locations: Vec::new(),
            locations: Vec::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            links: Vec::new(),
            schedules: Vec::new(),
            schedule_exceptions: Vec::new(),
            legal_bases: Vec::new(),
            capacities: Vec::new(),
            cost_options: Vec::new(),
            key_figures: Vec::new(),
            plans: PlanRows::default(),
        };
        let keys = Keys::new(ctx, sample);
        rows.taxonomies(about, &keys);
        sample.organisations.iter().enumerate().for_each(|(at, org)| rows.organisation(at, org, &keys));
        sample.contacts.iter().try_for_each(|contact| rows.contact(contact, &keys))?;
        rows.edition(about, &keys)?;
        sample
            .services
            .iter()
            .enumerate()
            .try_for_each(|(at, service)| rows.service(at, service, about, &keys))?;
        rows.plans = PlanRows::of(ctx, rows.municipality.id, &sample.plans, &keys.organisations)?;
        Ok(rows)
    }

    fn taxonomies(&mut self, about: &written::MunicipalityFile, keys: &Keys) {
        let municipality_id = self.municipality.id;
        self.themes.extend(about.theme.iter().enumerate().map(|(at, theme)| theme::Model {
            id: keys.themes[theme.slug.as_str()],
            municipality_id,
            slug: theme.slug.clone(),
            name: theme.name.clone(),
            name_en: theme.name_en.clone(),
            description: theme.description.clone(),
            icon: theme.icon.clone(),
            position: position(at),
            revision: 1,
        }));
        self.target_groups.extend(about.target_group.iter().enumerate().map(|(at, group)| {
            target_group::Model {
                id: keys.target_groups[group.slug.as_str()],
                municipality_id,
                slug: group.slug.clone(),
                name: group.name.clone(),
                name_en: group.name_en.clone(),
                position: position(at),
                revision: 1,
            }
        }));
    }

    fn edition(&mut self, about: &written::MunicipalityFile, keys: &Keys) -> Result<()> {
        self.editions.push(catalogue_edition::Model {
            id: CatalogueEditionId(self.ctx.new_key()),
            municipality_id: self.municipality.id,
            number: None,
            fixed_by: None,
            title: about.catalogue.title.clone(),
            edition: about.catalogue.edition.clone(),
            published_on: date(about.catalogue.published_on)?,
            editor_id: about.catalogue.editor.as_deref().map(|key| keys.contacts[key]),
            source: about.source.document.clone(),
            source_note: about.source.note.clone(),
        });
        Ok(())
    }

    fn organisation(&mut self, at: usize, org: &written::Organisation, keys: &Keys) {
        let id = keys.organisations[org.slug.as_str()];
        let owner = Owner { organisation: Some(id), ..Owner::default() };
        self.organisations.push(organisation::Model {
            id,
            municipality_id: self.municipality.id,
            parent_id: org.parent.as_deref().map(|slug| keys.organisations[slug]),
            slug: org.slug.clone(),
            name: org.name.clone(),
            alternate_names: Strings(org.alternate_names.clone()),
            sector: org.sector,
            description: org.description.clone(),
            tax_id: org.cvr.clone(),
            source_note: org.source_note.clone(),
            position: position(at),
            revision: 1,
            created_at: self.ctx.now(),
            updated_at: self.ctx.now(),
        });
        for (at, address) in org.address.iter().enumerate() {
            self.location(at, address, Some(id));
        }
        self.reach(owner, &org.phones, &org.emails, &org.links);
    }

    fn contact(&mut self, contact: &written::Contact, keys: &Keys) -> Result<()> {
        let id = keys.contacts[contact.key.as_str()];
        let owner = Owner { contact: Some(id), ..Owner::default() };
        self.contacts.push(contact::Model {
            id,
            municipality_id: self.municipality.id,
            organisation_id: keys.organisations[contact.organisation.as_str()],
            kind: contact.kind,
            name: contact.name.clone(),
            title: contact.title.clone(),
            department: contact.department.clone(),
            visibility: contact.visibility,
            source_note: contact.source_note.clone(),
            revision: 1,
            created_at: self.ctx.now(),
            updated_at: self.ctx.now(),
        });
        self.reach(owner, &contact.phones, &contact.emails, &[]);
        self.hours(owner, &contact.schedules, &[])
    }
}

pub(super) fn position(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

pub(super) fn date(written: Datetime) -> Result<NaiveDate> {
    let wrong = || Error::Data { file: "samples".into(), message: format!("{written} is no date") };
    let date = written.date.ok_or_else(wrong)?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()).ok_or_else(wrong)
}

fn time(written: Option<&str>) -> Result<Option<NaiveTime>> {
    let wrong =
        |text: &str| Error::Data { file: "samples".into(), message: format!("{text} is no time of day") };
    written.map(|text| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| wrong(text))).transpose()
}
