//! A service in GraphQL.

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::NaiveDate;

use super::reach::{Email, Link, Location, OpenState, Phone, Schedule, ScheduleException};
use super::values::{Access, ServiceStatus};
use super::{Contact, Organisation, TargetGroup, Theme, entry_type};
use crate::directory::forms::{Form, ServiceForm};
use crate::directory::upkeep::owners::{self, Owners};
use crate::directory::{ServiceEntry, editing, service, upkeep};
use crate::error::{Error, Result};
use crate::graphql::prompt::{Prompt, Prompts};
use crate::graphql::request;
use crate::identity::graphql::Person;
use crate::ids::NodeId;

entry_type! {
    /// Something an organisation offers citizens.
    Service in services: ServiceEntry
}

/// Something an organisation offers citizens. Prose is in Danish.
#[Object]
impl Service {
    /// Opaque key.
    pub(crate) async fn id(&self) -> ID {
        NodeId::Service(self.entry().row.id).show().into()
    }

    /// Unique within the municipality; last part of its path.
    async fn slug(&self) -> &str {
        &self.entry().row.slug
    }

    /// Official name.
    async fn name(&self) -> &str {
        &self.entry().row.name
    }

    /// Other official names, spellings and abbreviations.
    async fn alternate_names(&self) -> &[String] {
        &self.entry().row.alternate_names.0
    }

    /// Why it exists.
    async fn purpose(&self) -> Option<&str> {
        self.entry().row.purpose.as_deref()
    }

    /// What happens there; paragraphs parted by blank lines.
    async fn description(&self) -> &str {
        &self.entry().row.description
    }

    /// Who it is for, in words.
    async fn eligibility_description(&self) -> Option<&str> {
        self.entry().row.eligibility_description.as_deref()
    }

    /// Youngest age in years, inclusive.
    async fn minimum_age(&self) -> Option<i32> {
        self.entry().row.minimum_age
    }

    /// Oldest age in years, inclusive.
    async fn maximum_age(&self) -> Option<i32> {
        self.entry().row.maximum_age
    }

    /// How a citizen gets in.
    async fn access(&self) -> Access {
        self.entry().row.access.into()
    }

    /// Who refers, or how to apply.
    async fn application_process(&self) -> Option<&str> {
        self.entry().row.application_process.as_deref()
    }

    /// The law it rests on.
    async fn legal_basis(&self) -> Vec<LegalBasis> {
        let rows = self.entry().legal_bases.iter();
        rows.map(|row| LegalBasis { act: row.act.clone(), paragraph: row.paragraph.clone() }).collect()
    }

    /// Languages spoken, BCP 47.
    async fn languages(&self) -> &[String] {
        &self.entry().row.languages.0
    }

    /// Possibilities for interpretation.
    async fn interpretation_services(&self) -> Option<&str> {
        self.entry().row.interpretation_services.as_deref()
    }

    /// How many it has room for.
    async fn capacities(&self) -> Vec<Capacity> {
        let capacity = |row: &entity::directory::service_capacity::Model| Capacity {
            unit: row.unit.clone(),
            maximum: row.maximum,
            description: row.description.clone(),
        };
        self.entry().capacities.iter().map(capacity).collect()
    }

    /// Prices.
    async fn cost_options(&self) -> Vec<CostOption> {
        let cost = |row: &entity::directory::cost_option::Model| CostOption {
            amount: row.amount,
            currency: row.currency.clone(),
            description: row.description.clone(),
        };
        self.entry().cost_options.iter().map(cost).collect()
    }

    /// What it costs, in words.
    async fn fees_description(&self) -> Option<&str> {
        self.entry().row.fees_description.as_deref()
    }

    /// Figures, each with its year and source.
    async fn key_figures(&self) -> Vec<KeyFigure> {
        let figure = |row: &entity::directory::key_figure::Model| KeyFigure {
            label: row.label.clone(),
            value: row.value,
            value_to: row.value_to,
            unit: row.unit.clone(),
            year: row.year,
            description: row.description.clone(),
            source: row.source.clone(),
        };
        self.entry().key_figures.iter().map(figure).collect()
    }

    /// Opening hours.
    async fn schedules(&self) -> Prompts<Schedule<'_>> {
        Schedule::list(&self.entry().reach.schedules)
    }

    /// Days on which they do not hold.
    async fn schedule_exceptions(&self) -> Prompts<ScheduleException<'_>> {
        ScheduleException::list(&self.entry().reach.schedule_exceptions)
    }

    /// Whether it is open at the moment.
    async fn open_state(&self, context: &Context<'_>) -> OpenState {
        OpenState::at(&self.entry().reach, request(context).now())
    }

    /// Where it is given.
    async fn locations(&self) -> Prompts<Location<'_>> {
        Location::list(&self.entry().reach.locations)
    }

    /// Its own numbers, beside its contacts'.
    async fn phones(&self) -> Prompts<Phone<'_>> {
        Phone::list(&self.entry().reach.phones)
    }

    /// Its own mail addresses, beside its contacts'.
    async fn emails(&self) -> Prompts<Email<'_>> {
        Email::list(&self.entry().reach.emails)
    }

    /// Web addresses.
    async fn links(&self) -> Prompts<Link<'_>> {
        Link::list(&self.entry().reach.links)
    }

    /// Whether it can be used.
    async fn status(&self) -> ServiceStatus {
        self.entry().row.status.into()
    }

    /// First day it is open again, where it is paused.
    async fn paused_until(&self) -> Option<NaiveDate> {
        self.entry().row.paused_until
    }

    /// When the entry was last checked.
    async fn assured_date(&self) -> Option<NaiveDate> {
        self.entry().row.assured_date
    }

    /// Who checked it.
    async fn assurer(&self) -> Option<&str> {
        self.entry().row.assurer.as_deref()
    }

    /// The day by which the entry is to be checked again; null where the service has closed.
    async fn next_check_on(&self) -> Option<NaiveDate> {
        upkeep::rules::next_check(&self.entry().row, &self.directory.municipality)
    }

    /// Whether that day has come or gone by.
    async fn is_overdue(&self, context: &Context<'_>) -> bool {
        let next = upkeep::rules::next_check(&self.entry().row, &self.directory.municipality);
        next.is_some_and(|day| day <= upkeep::rules::today(request(context).now()))
    }

    /// The document that the entry was taken from.
    async fn source(&self) -> Option<&str> {
        self.entry().row.source.as_deref()
    }

    /// Where that document is uncertain.
    async fn source_note(&self) -> Option<&str> {
        self.entry().row.source_note.as_deref()
    }

    /// The unit where it is anchored.
    async fn organisation(&self) -> Prompt<Organisation> {
        Prompt(Organisation::new(self.directory.clone(), self.entry().organisation))
    }

    /// The service it is part of.
    async fn parent(&self) -> Option<Prompt<Service>> {
        self.entry().parent.map(|at| Prompt(Self::new(self.directory.clone(), at)))
    }

    /// The services it consists of.
    #[graphql(complexity = "2 * child_complexity")]
    async fn subservices(&self, context: &Context<'_>) -> Result<Prompts<Service>> {
        Self::list(context, &self.directory, self.entry().subservices.iter().copied())
    }

    /// The themes it stands under; the first is its chapter.
    #[graphql(complexity = "2 * child_complexity")]
    async fn themes(&self, context: &Context<'_>) -> Result<Prompts<Theme>> {
        Theme::list(context, &self.directory, self.entry().themes.iter().copied())
    }

    /// The groups it is for.
    #[graphql(complexity = "2 * child_complexity")]
    async fn target_groups(&self, context: &Context<'_>) -> Result<Prompts<TargetGroup>> {
        TargetGroup::list(context, &self.directory, self.entry().target_groups.iter().copied())
    }

    /// The entry as it is edited, for those who may change it or propose how.
    async fn form(&self, context: &Context<'_>) -> Result<ServiceForm> {
        let id = NodeId::Service(self.entry().row.id);
        match editing::service::form(request(context), &self.directory, id)? {
            Form::Service(form) => Ok(*form),
            _ => Err(Error::NotFound),
        }
    }

    /// Counts up with every change; to be sent with the next one.
    async fn revision(&self) -> i32 {
        self.entry().row.revision
    }

    /// The service that took its place when it was closed.
    async fn successor(&self) -> Option<Prompt<Service>> {
        let at = self.directory.service(self.entry().row.successor_id?)?;
        Some(Prompt(Self::new(self.directory.clone(), at)))
    }

    /// Days after which the entry is to be checked again; null for what the municipality has set.
    async fn check_interval_days(&self) -> Option<i32> {
        self.entry().row.check_interval_days
    }

    /// Whether the viewer can say that the entry is right.
    #[graphql(cache_control(no_cache))]
    async fn can_confirm(&self, context: &Context<'_>) -> bool {
        upkeep::service::may_confirm(request(context), &self.directory, self.at)
    }

    /// The person whose duty it is to keep the entry right, for those who may change it; null where nobody has it, or
    /// nobody who can sign in.
    #[graphql(cache_control(no_cache))]
    async fn owner(&self, context: &Context<'_>) -> Result<Option<Person>> {
        let owners = context.data_unchecked::<Owners>();
        let owner = self.entry().row.owner_id;
        let found = owners::of_service(request(context), owners, &self.directory, owner).await?;
        Ok(found.map(Person::from))
    }

    /// Who to reach, as far as one may see them.
    #[graphql(complexity = "2 * child_complexity")]
    async fn contacts(&self, context: &Context<'_>) -> Result<Prompts<ServiceContact>> {
        let seen = |contact: &&(usize, Option<String>)| {
            service::may_see(request(context), &self.directory.contacts[contact.0])
        };
        let contact = |(at, role): &(usize, Option<String>)| ServiceContact {
            role: role.clone(),
            contact: Prompt(Contact::new(self.directory.clone(), *at)),
        };
        let contacts: Prompts<_> = self.entry().contacts.iter().filter(seen).map(contact).collect();
        request(context).hand_out(contacts.0.len())?;
        Ok(contacts)
    }
}

/// A contact of a service.
#[derive(SimpleObject)]
pub struct ServiceContact {
    /// What the contact is for this service.
    role: Option<String>,
    /// The contact.
    contact: Prompt<Contact>,
}

/// A paragraph of a named act.
#[derive(SimpleObject)]
pub struct LegalBasis {
    /// Name of the act.
    act: String,
    /// The paragraph as it is cited, for example “§ 80”.
    paragraph: String,
}

/// How many a service has room for.
#[derive(SimpleObject)]
pub struct Capacity {
    /// What is counted, for example “boliger”.
    unit: String,
    /// How many.
    maximum: i32,
    /// More about them.
    description: Option<String>,
}

/// A price.
#[derive(SimpleObject)]
pub struct CostOption {
    /// How much, in `currency`.
    amount: f64,
    /// ISO 4217.
    currency: String,
    /// For what.
    description: String,
}

/// A figure about a service.
#[derive(SimpleObject)]
pub struct KeyFigure {
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
