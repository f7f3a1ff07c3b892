//! Turns a sample into rows. References by slug become keys; lists keep their order as positions.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use entity::directory::{
    catalogue_edition, contact, cost_option, email, key_figure, legal_basis, link, location, organisation, phone,
    schedule, schedule_exception, service, service_at_location, service_capacity, service_contact,
    service_target_group, service_theme, target_group, theme,
};
use entity::identity::municipality;
use entity::ids::{
    CatalogueEditionId, ContactId, CostOptionId, EmailId, KeyFigureId, LegalBasisId, LinkId, LocationId,
    MunicipalityId, OrganisationId, PhoneId, ScheduleExceptionId, ScheduleId, ServiceCapacityId, ServiceId,
    TargetGroupId, ThemeId,
};
use entity::strings::Strings;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, ModelTrait, QueryFilter, ColumnTrait};
use toml::value::Datetime;

use super::Sample;
use super::format as written;
use crate::ctx::Ctx;
use crate::directory::rules::reach;
use crate::error::{Error, Result};

/// Rows per INSERT: SQLite takes at most 32,766 values, the widest table has 25 columns.
const BATCH: usize = 500;

/// Removes a municipality with everything that belongs to it.
pub(super) async fn delete(db: &impl ConnectionTrait, id: MunicipalityId) -> Result<()> {
    // The tree refers to itself; its references must go before its rows may.
    clear_parents(db, id).await?;
    municipality::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

async fn clear_parents(db: &impl ConnectionTrait, id: MunicipalityId) -> Result<()> {
    use sea_orm::sea_query::Expr;
    let nothing = || Expr::value(Option::<uuid::Uuid>::None);
    organisation::Entity::update_many()
        .col_expr(organisation::Column::ParentId, nothing())
        .filter(organisation::Column::MunicipalityId.eq(id))
        .exec(db)
        .await?;
    service::Entity::update_many()
        .col_expr(service::Column::ParentId, nothing())
        .filter(service::Column::MunicipalityId.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Inserts a sample; returns the key of its municipality.
pub(super) async fn insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    sample: &Sample,
    revision: i64,
) -> Result<MunicipalityId> {
    let rows = Rows::of(ctx, sample, revision)?;
    let id = rows.municipality.id;
    municipality::Entity::insert(rows.municipality.into_active_model()).exec_without_returning(db).await?;
    macro_rules! insert_all {
        ($($list:ident),+ $(,)?) => {$( insert_rows(db, rows.$list).await?; )+};
    }
    // Parents before what refers to them.
    insert_all!(
        themes, target_groups, organisations, contacts, editions, services, service_themes, service_target_groups,
        service_contacts, locations, service_locations, phones, emails, links, schedules, schedule_exceptions,
        legal_bases, capacities, cost_options, key_figures,
    );
    Ok(id)
}

async fn insert_rows<M>(db: &impl ConnectionTrait, rows: Vec<M>) -> Result<()>
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    <M::Entity as EntityTrait>::ActiveModel: sea_orm::ActiveModelTrait<Entity = M::Entity>,
{
    let mut rows = rows.into_iter();
    loop {
        let batch: Vec<_> = rows.by_ref().take(BATCH).map(IntoActiveModel::into_active_model).collect();
        if batch.is_empty() {
            return Ok(());
        }
        M::Entity::insert_many(batch).exec_without_returning(db).await?;
    }
}

/// The rows of a sample, table by table.
struct Rows<'c> {
    ctx: &'c Ctx,
    municipality: municipality::Model,
    editions: Vec<catalogue_edition::Model>,
    themes: Vec<theme::Model>,
    target_groups: Vec<target_group::Model>,
    organisations: Vec<organisation::Model>,
    contacts: Vec<contact::Model>,
    services: Vec<service::Model>,
    service_themes: Vec<service_theme::Model>,
    service_target_groups: Vec<service_target_group::Model>,
    service_contacts: Vec<service_contact::Model>,
    service_locations: Vec<service_at_location::Model>,
    locations: Vec<location::Model>,
    phones: Vec<phone::Model>,
    emails: Vec<email::Model>,
    links: Vec<link::Model>,
    schedules: Vec<schedule::Model>,
    schedule_exceptions: Vec<schedule_exception::Model>,
    legal_bases: Vec<legal_basis::Model>,
    capacities: Vec<service_capacity::Model>,
    cost_options: Vec<cost_option::Model>,
    key_figures: Vec<key_figure::Model>,
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
    themes: HashMap<&'s str, ThemeId>,
    target_groups: HashMap<&'s str, TargetGroupId>,
    organisations: HashMap<&'s str, OrganisationId>,
    contacts: HashMap<&'s str, ContactId>,
    services: HashMap<&'s str, ServiceId>,
}

impl<'s> Keys<'s> {
    fn new(ctx: &Ctx, sample: &'s Sample) -> Self {
        fn of<'s, K>(slugs: impl Iterator<Item = &'s String>, key: impl Fn() -> K) -> HashMap<&'s str, K> {
            slugs.map(|slug| (slug.as_str(), key())).collect()
        }
        Self {
            themes: of(sample.municipality.theme.iter().map(|t| &t.slug), || ThemeId(ctx.new_key())),
            target_groups: of(sample.municipality.target_group.iter().map(|g| &g.slug), || TargetGroupId(ctx.new_key())),
            organisations: of(sample.organisations.iter().map(|o| &o.slug), || OrganisationId(ctx.new_key())),
            contacts: of(sample.contacts.iter().map(|c| &c.key), || ContactId(ctx.new_key())),
            services: of(sample.services.iter().map(|s| &s.slug), || ServiceId(ctx.new_key())),
        }
    }
}

impl<'c> Rows<'c> {
    fn of(ctx: &'c Ctx, sample: &Sample, revision: i64) -> Result<Self> {
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
        };
        let keys = Keys::new(ctx, sample);
        rows.taxonomies(about, &keys);
        sample.organisations.iter().enumerate().for_each(|(at, org)| rows.organisation(at, org, &keys));
        sample.contacts.iter().try_for_each(|contact| rows.contact(contact, &keys))?;
        rows.edition(about, &keys)?;
        sample.services.iter().enumerate().try_for_each(|(at, service)| rows.service(at, service, about, &keys))?;
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
        }));
        self.target_groups.extend(about.target_group.iter().enumerate().map(|(at, group)| target_group::Model {
            id: keys.target_groups[group.slug.as_str()],
            municipality_id,
            slug: group.slug.clone(),
            name: group.name.clone(),
            name_en: group.name_en.clone(),
            position: position(at),
        }));
    }

    fn edition(&mut self, about: &written::MunicipalityFile, keys: &Keys) -> Result<()> {
        self.editions.push(catalogue_edition::Model {
            id: CatalogueEditionId(self.ctx.new_key()),
            municipality_id: self.municipality.id,
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

    fn service(
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
        self.service_themes.extend(written.themes.iter().enumerate().map(|(at, slug)| service_theme::Model {
            service_id,
            theme_id: keys.themes[slug.as_str()],
            municipality_id,
            position: position(at),
        }));
        let groups = written.target_groups.iter().enumerate();
        self.service_target_groups.extend(groups.map(|(at, slug)| service_target_group::Model {
            service_id,
            target_group_id: keys.target_groups[slug.as_str()],
            municipality_id,
            position: position(at),
        }));
        self.service_contacts.extend(written.contacts.iter().enumerate().map(|(at, contact)| service_contact::Model {
            service_id,
            contact_id: keys.contacts[contact.key.as_str()],
            municipality_id,
            role: contact.role.clone(),
            position: position(at),
        }));
        for (at, place) in written.locations.iter().enumerate() {
            let location_id = self.location(at, place, None);
            let position = position(at);
            self.service_locations.push(service_at_location::Model { service_id, location_id, municipality_id, position });
        }
    }

    fn facts(&mut self, service_id: ServiceId, written: &written::Service) {
        let municipality_id = self.municipality.id;
        let key = || self.ctx.new_key();
        self.legal_bases.extend(written.legal_basis.iter().enumerate().map(|(at, basis)| legal_basis::Model {
            id: LegalBasisId(key()),
            municipality_id,
            service_id,
            act: basis.act.clone(),
            paragraph: basis.paragraph.clone(),
            position: position(at),
        }));
        self.capacities.extend(written.capacities.iter().enumerate().map(|(at, capacity)| service_capacity::Model {
            id: ServiceCapacityId(key()),
            municipality_id,
            service_id,
            unit: capacity.unit.clone(),
            maximum: capacity.maximum,
            description: capacity.description.clone(),
            position: position(at),
        }));
        self.cost_options.extend(written.cost_options.iter().enumerate().map(|(at, cost)| cost_option::Model {
            id: CostOptionId(key()),
            municipality_id,
            service_id,
            amount: cost.amount,
            currency: "DKK".into(),
            description: cost.description.clone(),
            position: position(at),
        }));
        self.key_figures.extend(written.key_figures.iter().enumerate().map(|(at, figure)| key_figure::Model {
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
        }));
    }

    fn location(&mut self, at: usize, place: &written::Location, organisation_id: Option<OrganisationId>) -> LocationId {
        let id = LocationId(self.ctx.new_key());
        self.locations.push(location::Model {
            id,
            municipality_id: self.municipality.id,
            organisation_id,
            name: place.name.clone(),
            address_1: place.address_1.clone(),
            postal_code: place.postal_code.clone(),
            city: place.city.clone(),
            latitude: None,
            longitude: None,
            position: position(at),
        });
        id
    }

    fn reach(&mut self, owner: Owner, phones: &[written::Phone], emails: &[written::Email], links: &[written::Link]) {
        let municipality_id = self.municipality.id;
        let key = || self.ctx.new_key();
        self.phones.extend(phones.iter().enumerate().map(|(at, phone)| phone::Model {
            id: PhoneId(key()),
            municipality_id,
            organisation_id: owner.organisation,
            contact_id: owner.contact,
            service_id: owner.service,
            number: reach::phone(&phone.number).unwrap_or_else(|| phone.number.clone()),
            kind: phone.kind,
            description: phone.description.clone(),
            position: position(at),
        }));
        self.emails.extend(emails.iter().enumerate().map(|(at, email)| email::Model {
            id: EmailId(key()),
            municipality_id,
            organisation_id: owner.organisation,
            contact_id: owner.contact,
            service_id: owner.service,
            address: email.address.clone(),
            description: email.description.clone(),
            position: position(at),
        }));
        self.links.extend(links.iter().enumerate().map(|(at, link)| link::Model {
            id: LinkId(key()),
            municipality_id,
            organisation_id: owner.organisation,
            service_id: owner.service,
            url: link.url.clone(),
            label: link.label.clone(),
            position: position(at),
        }));
    }

    fn hours(
        &mut self,
        owner: Owner,
        schedules: &[written::Schedule],
        exceptions: &[written::ScheduleException],
    ) -> Result<()> {
        let municipality_id = self.municipality.id;
        for (at, written) in schedules.iter().enumerate() {
            self.schedules.push(schedule::Model {
                id: ScheduleId(self.ctx.new_key()),
                municipality_id,
                contact_id: owner.contact,
                service_id: owner.service,
                byday: Strings(written.byday.clone()),
                weeks: written.weeks,
                opens_at: time(written.opens_at.as_deref())?,
                closes_at: time(written.closes_at.as_deref())?,
                valid_from: written.valid_from.map(date).transpose()?,
                valid_to: written.valid_to.map(date).transpose()?,
                description: written.description.clone(),
                position: position(at),
            });
        }
        for (at, written) in exceptions.iter().enumerate() {
            self.schedule_exceptions.push(schedule_exception::Model {
                id: ScheduleExceptionId(self.ctx.new_key()),
                municipality_id,
                contact_id: owner.contact,
                service_id: owner.service,
                valid_from: date(written.valid_from)?,
                valid_to: date(written.valid_to)?,
                closed: written.closed,
                opens_at: time(written.opens_at.as_deref())?,
                closes_at: time(written.closes_at.as_deref())?,
                description: written.description.clone(),
                position: position(at),
            });
        }
        Ok(())
    }
}

fn position(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}

fn date(written: Datetime) -> Result<NaiveDate> {
    let wrong = || Error::Data { file: "samples".into(), message: format!("{written} is no date") };
    let date = written.date.ok_or_else(wrong)?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()).ok_or_else(wrong)
}

fn time(written: Option<&str>) -> Result<Option<NaiveTime>> {
    let wrong = |text: &str| Error::Data { file: "samples".into(), message: format!("{text} is no time of day") };
    written.map(|text| NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| wrong(text))).transpose()
}
