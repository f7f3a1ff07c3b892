//! A service as it is edited.

use async_graphql::ID;
use chrono::NaiveDate;
use entity::directory::service;
use entity::directory::values::ServiceStatus as Stored;
use entity::ids::PersonId;
use entity::strings::Strings;
use uuid::Uuid;

use super::{EmailForm, LinkForm, LocationForm, PhoneForm, ScheduleExceptionForm, ScheduleForm, key};
use crate::directory::Directory;
use crate::directory::graphql::{Access, ServiceStatus};
use crate::error::RefusalCode;
use crate::forms::{NAME, Problems, TEXT, forms};
use crate::ids::NodeId;

/// Oldest age that a service can be for, in years.
const OLDEST: i32 = 120;
/// Longest interval between checks, in days.
const LONGEST_INTERVAL: i32 = 3_650;

forms! {
    /// A service as it is edited. Prose is in Danish.
    ServiceForm as "ServiceFormInput" {
        /// The unit where it is anchored.
        organisation_id: ID,
        /// The service it is part of.
        parent_id: Option<ID>,
        /// Official name.
        name: String,
        /// Other official names, spellings and abbreviations.
        alternate_names: Vec<String>,
        /// The themes it stands under, at least one; the first is its chapter.
        theme_ids: Vec<ID>,
        /// The groups it is for.
        target_group_ids: Vec<ID>,
        /// Why it exists.
        purpose: Option<String>,
        /// What happens there; paragraphs parted by blank lines.
        description: String,
        /// Who it is for, in words.
        eligibility_description: Option<String>,
        /// Youngest age in years, inclusive.
        minimum_age: Option<i32>,
        /// Oldest age in years, inclusive.
        maximum_age: Option<i32>,
        /// How a citizen gets in.
        access: Access,
        /// Who refers, or how to apply.
        application_process: Option<String>,
        /// The law it rests on.
        legal_basis: Vec<LegalBasisForm>,
        /// Languages spoken, BCP 47.
        languages: Vec<String>,
        /// Possibilities for interpretation.
        interpretation_services: Option<String>,
        /// How many it has room for.
        capacities: Vec<CapacityForm>,
        /// Prices.
        cost_options: Vec<CostOptionForm>,
        /// What it costs, in words.
        fees_description: Option<String>,
        /// Figures, each with its year and source.
        key_figures: Vec<KeyFigureForm>,
        /// Opening hours.
        schedules: Vec<ScheduleForm>,
        /// Days on which they do not hold.
        schedule_exceptions: Vec<ScheduleExceptionForm>,
        /// Where it is given.
        locations: Vec<LocationForm>,
        /// Its own numbers, beside its contacts'.
        phones: Vec<PhoneForm>,
        /// Its own mail addresses, beside its contacts'.
        emails: Vec<EmailForm>,
        /// Web addresses.
        links: Vec<LinkForm>,
        /// Who to reach.
        contacts: Vec<ServiceContactForm>,
        /// Whether it can be used.
        status: ServiceStatus,
        /// First day it is open again, where it is paused.
        paused_until: Option<NaiveDate>,
        /// The person whose duty it is to keep the entry right.
        owner_id: Option<ID>,
        /// Days after which it is to be checked again; null for what the municipality has set.
        check_interval_days: Option<i32>,
        /// Where the entry is uncertain.
        source_note: Option<String>,
    }

    /// A paragraph of a named act, as it is edited.
    LegalBasisForm as "LegalBasisFormInput" {
        /// Name of the act.
        act: String,
        /// The paragraph as it is cited, for example “§ 80”.
        paragraph: String,
    }

    /// How many a service has room for, as it is edited.
    CapacityForm as "CapacityFormInput" {
        /// What is counted, for example “boliger”.
        unit: String,
        /// How many.
        maximum: i32,
        /// More about them.
        description: Option<String>,
    }

    /// A price in Danish kroner, as it is edited.
    CostOptionForm as "CostOptionFormInput" {
        /// How much.
        amount: f64,
        /// For what.
        description: String,
    }

    /// A figure about a service, as it is edited.
    KeyFigureForm as "KeyFigureFormInput" {
        /// What is measured.
        label: String,
        /// The figure, or the lower end of a range.
        value: f64,
        /// The upper end of a range.
        value_to: Option<f64>,
        /// What is counted.
        unit: String,
        /// The year it holds for.
        year: i32,
        /// For example that it is approximate.
        description: Option<String>,
        /// Where the figure stands.
        source: String,
    }

    /// A contact of a service, as it is edited.
    ServiceContactForm as "ServiceContactFormInput" {
        /// The contact.
        contact_id: ID,
        /// What it is for this service.
        role: Option<String>,
    }
}

impl ServiceForm {
    /// The form of the service at this place, closed or not.
    pub(crate) fn of(directory: &Directory, at: usize) -> Self {
        let entry = &directory.services[at];
        let row = &entry.row;
        let theme = |at: &usize| NodeId::Theme(directory.themes[*at].row.id).to_string().into();
        let group = |at: &usize| NodeId::TargetGroup(directory.target_groups[*at].row.id).to_string().into();
        let contact = |(at, role): &(usize, Option<String>)| ServiceContactForm {
            contact_id: NodeId::Contact(directory.contacts[*at].row.id).to_string().into(),
            role: role.clone(),
        };
        Self {
            organisation_id: NodeId::Organisation(row.organisation_id).to_string().into(),
            parent_id: row.parent_id.map(|id| NodeId::Service(id).to_string().into()),
            name: row.name.clone(),
            alternate_names: row.alternate_names.0.clone(),
            theme_ids: entry.themes.iter().map(theme).collect(),
            target_group_ids: entry.target_groups.iter().map(group).collect(),
            purpose: row.purpose.clone(),
            description: row.description.clone(),
            eligibility_description: row.eligibility_description.clone(),
            minimum_age: row.minimum_age,
            maximum_age: row.maximum_age,
            access: row.access.into(),
            application_process: row.application_process.clone(),
            legal_basis: (entry.legal_bases.iter())
                .map(|row| LegalBasisForm { act: row.act.clone(), paragraph: row.paragraph.clone() })
                .collect(),
            languages: row.languages.0.clone(),
            interpretation_services: row.interpretation_services.clone(),
            capacities: (entry.capacities.iter())
                .map(|row| CapacityForm {
                    unit: row.unit.clone(),
                    maximum: row.maximum,
                    description: row.description.clone(),
                })
                .collect(),
            cost_options: (entry.cost_options.iter())
                .map(|row| CostOptionForm { amount: row.amount, description: row.description.clone() })
                .collect(),
            fees_description: row.fees_description.clone(),
            key_figures: (entry.key_figures.iter())
                .map(|row| KeyFigureForm {
                    label: row.label.clone(),
                    value: row.value,
                    value_to: row.value_to,
                    unit: row.unit.clone(),
                    year: row.year,
                    description: row.description.clone(),
                    source: row.source.clone(),
                })
                .collect(),
            schedules: ScheduleForm::of(&entry.reach.schedules),
            schedule_exceptions: ScheduleExceptionForm::of(&entry.reach.schedule_exceptions),
            locations: entry.reach.locations.iter().map(LocationForm::of).collect(),
            phones: PhoneForm::of(&entry.reach.phones),
            emails: EmailForm::of(&entry.reach.emails),
            links: LinkForm::of(&entry.reach.links),
            contacts: entry.contacts.iter().map(contact).collect(),
            status: row.status.into(),
            paused_until: row.paused_until,
            owner_id: row.owner_id.map(|id| format!("person:{}", id.0).into()),
            check_interval_days: row.check_interval_days,
            source_note: row.source_note.clone(),
        }
    }

    /// The person that `owner_id` names, if it is the key of one.
    pub(crate) fn owner(&self) -> Option<PersonId> {
        let key = self.owner_id.as_deref()?.strip_prefix("person:")?;
        Uuid::try_parse(key).ok().map(PersonId)
    }

    /// Checks all but whether the owner is one of the municipality's people, which the database knows.
    pub(super) fn check(&self, directory: &Directory, own: Option<NodeId>, problems: &mut Problems) {
        self.check_references(directory, own, problems);
        self.check_texts(problems);
        self.check_facts(problems);
        ScheduleForm::check_all(&self.schedules, problems);
        problems.each("scheduleExceptions", &self.schedule_exceptions, ScheduleExceptionForm::check);
        problems.each("locations", &self.locations, LocationForm::check);
        problems.each("phones", &self.phones, PhoneForm::check);
        problems.each("emails", &self.emails, EmailForm::check);
        problems.each("links", &self.links, LinkForm::check);
        let is_paused = self.status == ServiceStatus::Paused;
        let right = is_paused || self.paused_until.is_none();
        problems.holds(right, "pausedUntil", "Only what is paused has a day when it opens again.");
        let days = self.check_interval_days;
        let right = days.is_none_or(|days| (1..=LONGEST_INTERVAL).contains(&days));
        problems.holds(right, "checkIntervalDays", "Between 1 day and 10 years.");
    }

    fn check_references(&self, directory: &Directory, own: Option<NodeId>, problems: &mut Problems) {
        let organisation = key!(&self.organisation_id, Organisation);
        let is_there = organisation.is_some_and(|id| directory.organisation(id).is_some());
        problems.reference("organisationId", is_there);
        if let Some(parent) = &self.parent_id {
            match key!(parent, Service).and_then(|id| directory.service(id)) {
                None => problems.reference("parentId", false),
                Some(at) => {
                    let right = own.is_none_or(|own| !is_within(directory, at, own));
                    problems.holds(right, "parentId", "A service can't be part of itself.");
                }
            }
        }
        if self.theme_ids.is_empty() {
            problems.refuse(RefusalCode::Required, "themeIds", "Choose at least one theme.");
        }
        let is_theme = |id: &ID| key!(id, Theme).is_some_and(|id| directory.theme(id).is_some());
        problems.references("themeIds", &self.theme_ids, is_theme);
        let is_group = |id: &ID| key!(id, TargetGroup).is_some_and(|id| directory.target_group(id).is_some());
        problems.references("targetGroupIds", &self.target_group_ids, is_group);
        let mut seen: Vec<&ID> = Vec::new();
        problems.each("contacts", &self.contacts, |contact, problems| {
            let is_there =
                key!(&contact.contact_id, Contact).is_some_and(|id| directory.contact(id).is_some());
            problems.reference("contactId", is_there);
            problems.words("role", contact.role.as_deref());
        });
        for (at, contact) in self.contacts.iter().enumerate() {
            let field = format!("contacts.{at}.contactId");
            problems.holds(!seen.contains(&&contact.contact_id), &field, "It stands here twice.");
            seen.push(&contact.contact_id);
        }
        if self.owner_id.is_some() {
            problems.reference("ownerId", self.owner().is_some());
        }
    }

    fn check_texts(&self, problems: &mut Problems) {
        problems.name("name", &self.name);
        problems.names("alternateNames", &self.alternate_names);
        problems.text("purpose", self.purpose.as_deref());
        problems.required("description", &self.description, TEXT);
        problems.text("eligibilityDescription", self.eligibility_description.as_deref());
        problems.text("applicationProcess", self.application_process.as_deref());
        problems.text("interpretationServices", self.interpretation_services.as_deref());
        problems.text("feesDescription", self.fees_description.as_deref());
        problems.text("sourceNote", self.source_note.as_deref());
        problems.names("languages", &self.languages);
        for (at, language) in self.languages.iter().enumerate() {
            let field = format!("languages.{at}");
            problems.holds(is_language(language), &field, "Languages are written as `da` or `ar`.");
        }
    }

    fn check_facts(&self, problems: &mut Problems) {
        for (field, age) in [("minimumAge", self.minimum_age), ("maximumAge", self.maximum_age)] {
            let right = age.is_none_or(|age| (0..=OLDEST).contains(&age));
            problems.holds(right, field, "An age is between 0 and 120 years.");
        }
        let right = !matches!((self.minimum_age, self.maximum_age), (Some(min), Some(max)) if max < min);
        problems.holds(right, "maximumAge", "The oldest age can't be below the youngest.");
        problems.each("legalBasis", &self.legal_basis, |basis, problems| {
            problems.name("act", &basis.act);
            problems.name("paragraph", &basis.paragraph);
        });
        problems.each("capacities", &self.capacities, |capacity, problems| {
            problems.name("unit", &capacity.unit);
            problems.holds((0..=1_000_000).contains(&capacity.maximum), "maximum", "From 0 to a million.");
            problems.words("description", capacity.description.as_deref());
        });
        problems.each("costOptions", &self.cost_options, |cost, problems| {
            problems.holds(
                (0.0..=10_000_000.0).contains(&cost.amount),
                "amount",
                "A price can't be below 0.",
            );
            problems.name("description", &cost.description);
        });
        problems.each("keyFigures", &self.key_figures, |figure, problems| {
            problems.name("label", &figure.label);
            problems.name("unit", &figure.unit);
            problems.holds((1900..=2200).contains(&figure.year), "year", "A year has four digits.");
            problems.words("description", figure.description.as_deref());
            problems.required("source", &figure.source, NAME);
            let right = figure.value_to.is_none_or(|to| to >= figure.value);
            problems.holds(right, "valueTo", "The upper end can't be below the lower.");
        });
    }

    /// The row with what the form says.
    pub(crate) fn written_over(&self, row: service::Model) -> service::Model {
        let status: Stored = self.status.into();
        service::Model {
            organisation_id: key!(&self.organisation_id, Organisation).unwrap_or(row.organisation_id),
            parent_id: self.parent_id.as_deref().and_then(|id| key!(id, Service)),
            name: self.name.clone(),
            alternate_names: Strings(self.alternate_names.clone()),
            purpose: self.purpose.clone(),
            description: self.description.clone(),
            eligibility_description: self.eligibility_description.clone(),
            minimum_age: self.minimum_age,
            maximum_age: self.maximum_age,
            access: self.access.into(),
            application_process: self.application_process.clone(),
            interpretation_services: self.interpretation_services.clone(),
            languages: Strings(self.languages.clone()),
            fees_description: self.fees_description.clone(),
            status,
            paused_until: self.paused_until,
            owner_id: self.owner(),
            check_interval_days: self.check_interval_days,
            // What is open again has not been replaced.
            successor_id: row.successor_id.filter(|_| status == Stored::Closed),
            source_note: self.source_note.clone(),
            ..row
        }
    }
}

/// Whether the service at this place is `own` or, by whatever steps, part of it.
fn is_within(directory: &Directory, at: usize, own: NodeId) -> bool {
    let mut seen = Vec::new();
    let mut place = Some(at);
    while let Some(at) = place.filter(|at| !seen.contains(at)) {
        if NodeId::Service(directory.services[at].row.id) == own {
            return true;
        }
        seen.push(at);
        place = directory.services[at].parent;
    }
    false
}

/// Whether the text has the form of a language tag (BCP 47).
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(is_part)
}
