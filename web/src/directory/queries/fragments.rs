//! Pieces that several questions ask for.

use super::enums::{Access, ContactKind, OpenKind, PhoneType, Sector, ServiceStatus, WeekRule, Weekday};
use crate::api::schema;
use crate::format::date::Date;
use crate::format::moment::Moment;

/// A phone number.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Phone {
    /// `+4527245317`.
    pub(crate) number: String,
    /// What it is for.
    #[cynic(rename = "type")]
    pub(crate) kind: PhoneType,
    /// When or for what to use it.
    pub(crate) description: Option<String>,
}

/// An e-mail address.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Email {
    /// The address.
    pub(crate) address: String,
    /// When or for what to use it.
    pub(crate) description: Option<String>,
}

/// A link to another site.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Link {
    /// The address.
    pub(crate) url: String,
    /// What to call it.
    pub(crate) label: Option<String>,
}

/// A place one can go to.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Location {
    /// What the place is called.
    pub(crate) name: Option<String>,
    /// Street and number.
    pub(crate) address1: String,
    /// The postal code.
    pub(crate) postal_code: Option<String>,
    /// The town.
    pub(crate) city: Option<String>,
}

impl Location {
    /// `Skelbækvej 2, 6200 Aabenraa`.
    pub(crate) fn in_full(&self) -> String {
        let town = [self.postal_code.as_deref(), self.city.as_deref()];
        let town: Vec<&str> = town.into_iter().flatten().collect();
        if town.is_empty() { self.address1.clone() } else { format!("{}, {}", self.address1, town.join(" ")) }
    }
}

/// Whether it is open now, and until or from when.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct OpenState {
    /// Open, closed or unknown.
    pub(crate) kind: OpenKind,
    /// When it closes.
    pub(crate) until: Option<Moment>,
    /// When it opens next.
    pub(crate) opens_at: Option<Moment>,
}

/// Hours that come again each week.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Schedule {
    /// The days.
    pub(crate) byday: Vec<Weekday>,
    /// The weeks.
    pub(crate) weeks: WeekRule,
    /// `10:00`.
    pub(crate) opens_at: Option<String>,
    /// `14:00`.
    pub(crate) closes_at: Option<String>,
    /// The first day it holds.
    pub(crate) valid_from: Option<Date>,
    /// The last day it holds.
    pub(crate) valid_to: Option<Date>,
    /// What goes on in these hours.
    pub(crate) description: Option<String>,
}

/// A person or function one can reach.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct Contact {
    /// Which of the two.
    pub(crate) kind: ContactKind,
    /// The name.
    pub(crate) name: String,
    /// The title.
    pub(crate) title: Option<String>,
    /// The department.
    pub(crate) department: Option<String>,
    /// The numbers.
    pub(crate) phones: Vec<Phone>,
    /// The addresses.
    pub(crate) emails: Vec<Email>,
    /// When the contact can be reached.
    pub(crate) schedules: Vec<Schedule>,
}

/// An organisation as a link.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Organisation")]
pub(crate) struct OrganisationLink {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Who runs it.
    pub(crate) sector: Sector,
}

/// A service as a link.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct ServiceLink {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Why it exists.
    pub(crate) purpose: Option<String>,
}

/// A contact of a service, as far as a card needs it.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "ServiceContact")]
pub(crate) struct HitContact {
    /// The contact.
    pub(crate) contact: Reach,
}

/// How to reach a contact.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Contact")]
pub(crate) struct Reach {
    /// The numbers.
    pub(crate) phones: Vec<Phone>,
    /// The addresses.
    pub(crate) emails: Vec<Email>,
}

/// A service as a card in a list.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Service")]
pub(crate) struct ServiceCard {
    /// Its slug.
    pub(crate) slug: String,
    /// Its name.
    pub(crate) name: String,
    /// Why it exists.
    pub(crate) purpose: Option<String>,
    /// What happens there.
    pub(crate) description: String,
    /// How a citizen gets in.
    pub(crate) access: Access,
    /// Whether it runs.
    pub(crate) status: ServiceStatus,
    /// Until when it is paused.
    pub(crate) paused_until: Option<Date>,
    /// Whether it is open now.
    pub(crate) open_state: OpenState,
    /// Where it is.
    pub(crate) locations: Vec<Location>,
    /// Its own numbers.
    pub(crate) phones: Vec<Phone>,
    /// Its own addresses.
    pub(crate) emails: Vec<Email>,
    /// Its contacts.
    pub(crate) contacts: Vec<HitContact>,
    /// Who runs it.
    pub(crate) organisation: OrganisationLink,
}

impl ServiceCard {
    /// The number to call first: the service's own, else a contact's.
    pub(crate) fn first_number(&self) -> Option<&str> {
        let contacts = self.contacts.iter().flat_map(|contact| &contact.contact.phones);
        let voice = |phone: &&Phone| phone.kind == PhoneType::Voice;
        self.phones.iter().chain(contacts).find(voice).map(|phone| phone.number.as_str())
    }

    /// The address to write to first: the service's own, else a contact's.
    pub(crate) fn first_address(&self) -> Option<&str> {
        let contacts = self.contacts.iter().flat_map(|contact| &contact.contact.emails);
        self.emails.iter().chain(contacts).next().map(|email| email.address.as_str())
    }
}
