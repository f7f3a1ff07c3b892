//! The forms of the API: an entry as it is edited, whole. They are read with their types, so that the build fails when
//! the API changes, and handed on as JSON, because one renderer serves them all.

use serde::Serialize;
use serde_json::Value;

use crate::api::schema;
use crate::directory::queries::enums::{
    Access, ContactKind, PhoneType, Sector, ServiceStatus, WeekRule, Weekday,
};
use crate::format::date::Date;

/// A phone number.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PhoneForm {
    number: String,
    kind: PhoneType,
    description: Option<String>,
}

/// An e-mail address.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmailForm {
    address: String,
    description: Option<String>,
}

/// A web address.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LinkForm {
    url: String,
    label: Option<String>,
}

/// A place.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LocationForm {
    name: Option<String>,
    address1: String,
    postal_code: Option<String>,
    city: Option<String>,
}

/// Hours that come again each week.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScheduleForm {
    byday: Vec<Weekday>,
    weeks: WeekRule,
    opens_at: Option<String>,
    closes_at: Option<String>,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    description: Option<String>,
}

/// Days that differ.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScheduleExceptionForm {
    valid_from: Date,
    valid_to: Date,
    closed: bool,
    opens_at: Option<String>,
    closes_at: Option<String>,
    description: Option<String>,
}

/// A paragraph of an act.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LegalBasisForm {
    act: String,
    paragraph: String,
}

/// How many it has room for.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CapacityForm {
    unit: String,
    maximum: i32,
    description: Option<String>,
}

/// A price.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CostOptionForm {
    amount: f64,
    description: String,
}

/// A figure with its year.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyFigureForm {
    label: String,
    value: f64,
    value_to: Option<f64>,
    unit: String,
    year: i32,
    description: Option<String>,
    source: String,
}

/// A contact and what it is to the service.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ServiceContactForm {
    contact_id: cynic::Id,
    role: Option<String>,
}

/// A contact.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContactForm {
    organisation_id: cynic::Id,
    kind: ContactKind,
    name: String,
    title: Option<String>,
    department: Option<String>,
    visibility: Visibility,
    phones: Vec<PhoneForm>,
    emails: Vec<EmailForm>,
    schedules: Vec<ScheduleForm>,
    source_note: Option<String>,
}

/// An organisation.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrganisationForm {
    name: String,
    alternate_names: Vec<String>,
    sector: Sector,
    parent_id: Option<cynic::Id>,
    cvr: Option<String>,
    description: Option<String>,
    location: Option<LocationForm>,
    phones: Vec<PhoneForm>,
    emails: Vec<EmailForm>,
    links: Vec<LinkForm>,
    source_note: Option<String>,
}

/// A service.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ServiceForm {
    organisation_id: cynic::Id,
    parent_id: Option<cynic::Id>,
    name: String,
    alternate_names: Vec<String>,
    theme_ids: Vec<cynic::Id>,
    target_group_ids: Vec<cynic::Id>,
    purpose: Option<String>,
    description: String,
    eligibility_description: Option<String>,
    minimum_age: Option<i32>,
    maximum_age: Option<i32>,
    access: Access,
    application_process: Option<String>,
    legal_basis: Vec<LegalBasisForm>,
    languages: Vec<String>,
    interpretation_services: Option<String>,
    capacities: Vec<CapacityForm>,
    cost_options: Vec<CostOptionForm>,
    fees_description: Option<String>,
    key_figures: Vec<KeyFigureForm>,
    schedules: Vec<ScheduleForm>,
    schedule_exceptions: Vec<ScheduleExceptionForm>,
    locations: Vec<LocationForm>,
    phones: Vec<PhoneForm>,
    emails: Vec<EmailForm>,
    links: Vec<LinkForm>,
    contacts: Vec<ServiceContactForm>,
    status: ServiceStatus,
    paused_until: Option<Date>,
    owner_id: Option<cynic::Id>,
    check_interval_days: Option<i32>,
    source_note: Option<String>,
}

/// A theme.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ThemeForm {
    /// Its Danish name.
    pub(crate) name: String,
    name_en: String,
    icon: String,
    description: Option<String>,
}

/// A target group.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetGroupForm {
    /// Its Danish name.
    pub(crate) name: String,
    name_en: String,
}

/// A concept of the municipality's own.
#[derive(cynic::QueryFragment, Serialize, Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConceptForm {
    /// What officials call it.
    pub(crate) label: String,
    /// More official words.
    pub(crate) official: Vec<String>,
    /// What people type.
    pub(crate) lay: Vec<String>,
}

/// Who may see a contact.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visibility {
    /// Everybody.
    Public,
    /// People who have signed in.
    SignedIn,
}

/// A form as JSON.
pub(crate) fn as_json(form: &impl Serialize) -> Value {
    serde_json::to_value(form).unwrap_or_default()
}

/// Declares a form that was filled in, on its way to the API. Its fields are those it was read with.
macro_rules! filled {
    ($name:ident, $input:ident) => {
        /// A form that was filled in.
        #[derive(serde::Serialize, Clone, Debug)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(crate) serde_json::Value);

        impl cynic::InputObject for $name {
            type SchemaType = $crate::api::schema::$input;
        }

        cynic::impl_coercions!($name, $crate::api::schema::$input);
    };
}
pub(crate) use filled;

filled!(FilledContact, ContactFormInput);
filled!(FilledOrganisation, OrganisationFormInput);
filled!(FilledService, ServiceFormInput);
filled!(FilledTheme, ThemeFormInput);
filled!(FilledTargetGroup, TargetGroupFormInput);
filled!(FilledConcept, ConceptFormInput);
