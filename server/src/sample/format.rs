//! What the files of a sample municipality may hold. Unknown keys are refused, so that a slip is seen.

use entity::directory::values::{Access, ContactKind, PhoneType, Sector, ServiceStatus, Visibility, Weeks};
use serde::Deserialize;
use toml::value::Datetime;

macro_rules! written {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }
    )+};
}

written! {
    /// `municipality.toml`.
    MunicipalityFile {
        /// First part of its paths.
        slug: String,
        /// Three-digit municipality code.
        code: String,
        /// Full name.
        name: String,
        /// Its own web site.
        website: Option<String>,
        /// Where the content comes from.
        source: Source,
        /// The current edition of the catalogue.
        catalogue: Catalogue,
        /// Chapters, in order.
        #[serde(default)] theme: Vec<Theme>,
        /// Groups that services are for, in order.
        #[serde(default)] target_group: Vec<TargetGroup>,
    }
    /// A source document.
    Source {
        /// Its title.
        document: String,
        /// Its date.
        date: Datetime,
        /// What is uncertain in it.
        note: Option<String>,
    }
    /// An edition of the catalogue.
    Catalogue {
        /// What it is called.
        title: String,
        /// The edition in words.
        edition: String,
        /// Its date.
        published_on: Datetime,
        /// Key of the contact who answers for it.
        editor: Option<String>,
    }
    /// A theme.
    Theme {
        /// Last part of its path.
        slug: String,
        /// Danish name.
        name: String,
        /// English name.
        name_en: String,
        /// Key of its pictogram.
        icon: String,
        /// One sentence.
        description: Option<String>,
    }
    /// A target group.
    TargetGroup {
        /// Last part of its path.
        slug: String,
        /// Danish name.
        name: String,
        /// English name.
        name_en: String,
    }
    /// `organisations.toml`.
    OrganisationsFile {
        /// Parents before children.
        #[serde(default)] organisation: Vec<Organisation>,
    }
    /// An organisation.
    Organisation {
        /// Last part of its path.
        slug: String,
        /// Official name.
        name: String,
        /// Other names.
        #[serde(default)] alternate_names: Vec<String>,
        /// Who runs it.
        sector: Sector,
        /// Slug of the unit it is part of.
        parent: Option<String>,
        /// CVR number.
        cvr: Option<String>,
        /// What it is.
        description: Option<String>,
        /// Where it is.
        address: Option<Location>,
        /// Its numbers.
        #[serde(default)] phones: Vec<Phone>,
        /// Its mail addresses.
        #[serde(default)] emails: Vec<Email>,
        /// Its web addresses.
        #[serde(default)] links: Vec<Link>,
        /// Where the source is uncertain.
        source_note: Option<String>,
    }
    /// `contacts.toml`.
    ContactsFile {
        /// The contacts.
        #[serde(default)] contact: Vec<Contact>,
    }
    /// A contact.
    Contact {
        /// What services refer to it by.
        key: String,
        /// Person or function.
        kind: ContactKind,
        /// Its name.
        name: String,
        /// Job title.
        title: Option<String>,
        /// Part of the organisation, in words.
        department: Option<String>,
        /// Slug of its organisation.
        organisation: String,
        /// Who may see it.
        #[serde(default = "public")] visibility: Visibility,
        /// Its numbers.
        #[serde(default)] phones: Vec<Phone>,
        /// Its mail addresses.
        #[serde(default)] emails: Vec<Email>,
        /// When it can be reached.
        #[serde(default)] schedules: Vec<Schedule>,
        /// Where the source is uncertain.
        source_note: Option<String>,
    }
    /// A file in `services/`.
    ServicesFile {
        /// The services, in the catalogue's order.
        #[serde(default)] service: Vec<Service>,
    }
    /// A service.
    Service {
        /// Last part of its path.
        slug: String,
        /// Official name.
        name: String,
        /// Other official names and abbreviations.
        #[serde(default)] alternate_names: Vec<String>,
        /// Slug of the unit where it is anchored.
        organisation: String,
        /// Slug of the service it is part of.
        parent: Option<String>,
        /// Slugs of its themes, its chapter first.
        themes: Vec<String>,
        /// Slugs of the groups it is for.
        #[serde(default)] target_groups: Vec<String>,
        /// Why it exists.
        purpose: Option<String>,
        /// What happens there.
        description: String,
        /// Who it is for.
        eligibility_description: Option<String>,
        /// Youngest age in years.
        minimum_age: Option<i32>,
        /// Oldest age in years.
        maximum_age: Option<i32>,
        /// How one gets in.
        access: Access,
        /// Who refers, or how to apply.
        application_process: Option<String>,
        /// The law it rests on.
        #[serde(default)] legal_basis: Vec<LegalBasis>,
        /// Languages spoken, BCP 47.
        #[serde(default)] languages: Vec<String>,
        /// Possibilities for interpretation.
        interpretation_services: Option<String>,
        /// Room.
        #[serde(default)] capacities: Vec<Capacity>,
        /// Prices.
        #[serde(default)] cost_options: Vec<CostOption>,
        /// Price in words.
        fees_description: Option<String>,
        /// Figures.
        #[serde(default)] key_figures: Vec<KeyFigure>,
        /// Opening hours.
        #[serde(default)] schedules: Vec<Schedule>,
        /// Days on which they do not hold.
        #[serde(default)] schedule_exceptions: Vec<ScheduleException>,
        /// Where it is.
        #[serde(default)] locations: Vec<Location>,
        /// Its own numbers.
        #[serde(default)] phones: Vec<Phone>,
        /// Its own mail addresses.
        #[serde(default)] emails: Vec<Email>,
        /// Web addresses.
        #[serde(default)] links: Vec<Link>,
        /// Who to reach.
        #[serde(default)] contacts: Vec<ContactRole>,
        /// Whether it can be used.
        #[serde(default = "active")] status: ServiceStatus,
        /// First day it is open again.
        paused_until: Option<Datetime>,
        /// When last checked.
        assured_date: Option<Datetime>,
        /// Who checked.
        assurer: Option<String>,
        /// Where the source is uncertain.
        source_note: Option<String>,
    }
    /// A contact of a service.
    ContactRole {
        /// Key of the contact.
        key: String,
        /// What it is for the service.
        role: Option<String>,
    }
    /// A paragraph of an act.
    LegalBasis {
        /// The act.
        act: String,
        /// The paragraph.
        paragraph: String,
    }
    /// Room for so many.
    Capacity {
        /// What is counted.
        unit: String,
        /// How many.
        maximum: i32,
        /// More about them.
        description: Option<String>,
    }
    /// A price in Danish kroner.
    CostOption {
        /// How much.
        amount: f64,
        /// For what.
        description: String,
    }
    /// A figure.
    KeyFigure {
        /// What is measured.
        label: String,
        /// The figure, or the lower end of a range.
        value: f64,
        /// The upper end.
        value_to: Option<f64>,
        /// What is counted.
        unit: String,
        /// For which year.
        year: i32,
        /// For example that it is approximate.
        description: Option<String>,
        /// Where it stands.
        source: String,
    }
    /// Weekly hours.
    Schedule {
        /// MO TU WE TH FR SA SU.
        byday: Vec<String>,
        /// In which weeks.
        #[serde(default = "every")] weeks: Weeks,
        /// `10:00`.
        opens_at: Option<String>,
        /// `12:00`.
        closes_at: Option<String>,
        /// First day.
        valid_from: Option<Datetime>,
        /// Last day.
        valid_to: Option<Datetime>,
        /// In words.
        description: Option<String>,
    }
    /// Days on which the usual hours do not hold.
    ScheduleException {
        /// First day.
        valid_from: Datetime,
        /// Last day.
        valid_to: Datetime,
        /// Closed all day.
        closed: bool,
        /// `10:00`.
        opens_at: Option<String>,
        /// `12:00`.
        closes_at: Option<String>,
        /// Why.
        description: Option<String>,
    }
    /// A place.
    Location {
        /// Its name.
        name: Option<String>,
        /// Street and number.
        address_1: String,
        /// Four digits.
        postal_code: Option<String>,
        /// Town.
        city: Option<String>,
    }
    /// A number.
    Phone {
        /// As Danes write it.
        number: String,
        /// What it is for.
        #[serde(default = "voice", rename = "type")] kind: PhoneType,
        /// When to use it.
        description: Option<String>,
    }
    /// A mail address.
    Email {
        /// The address.
        address: String,
        /// For what.
        description: Option<String>,
    }
    /// A web address.
    Link {
        /// Absolute.
        url: String,
        /// What is there.
        label: Option<String>,
    }
}

fn public() -> Visibility {
    Visibility::Public
}

fn active() -> ServiceStatus {
    ServiceStatus::Active
}

fn every() -> Weeks {
    Weeks::Every
}

fn voice() -> PhoneType {
    PhoneType::Voice
}
