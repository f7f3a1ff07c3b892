//! The API's enums, as the app knows them.

use crate::api::schema;

/// Who runs it.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sector {
    /// The municipality.
    Municipal,
    /// The region.
    Regional,
    /// The state.
    State,
    /// A private provider.
    Private,
    /// An association, charity or self-governing institution.
    Voluntary,
}

/// How a citizen gets in.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// Anyone may come.
    Open,
    /// Somebody must refer.
    Referral,
    /// The citizen asks for it.
    SelfReferral,
    /// The municipality must give it to those whom the act covers.
    LegalDuty,
}

/// Whether the service runs.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ServiceStatus {
    /// It runs.
    Active,
    /// It is paused.
    Paused,
    /// It has ended.
    Closed,
}

/// A person or a function.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContactKind {
    /// A named person.
    Person,
    /// A shared mailbox, a duty phone.
    Function,
}

/// An age group of the facet.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AgeGroup {
    /// Under 18.
    #[cynic(rename = "UNDER_18")]
    Under18,
    /// 18 to 30.
    #[cynic(rename = "AGE_18_TO_30")]
    From18To30,
    /// 31 to 64.
    #[cynic(rename = "AGE_31_TO_64")]
    From31To64,
    /// 65 and over.
    #[cynic(rename = "AGE_65_PLUS")]
    From65,
}

/// A day of the week.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// In which weeks a schedule holds.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WeekRule {
    /// Every week.
    Every,
    /// Weeks with an odd number.
    Odd,
    /// Weeks with an even number.
    Even,
}

/// Whether it is open now.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OpenKind {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// The hours are not known.
    Unknown,
}

/// What a number is for.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhoneType {
    /// Calls.
    Voice,
    /// Text messages.
    Sms,
    /// Fax.
    Fax,
}

/// How a word was matched.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MatchVia {
    /// The word itself.
    Exact,
    /// Its beginning.
    Start,
    /// Another form of it.
    Inflection,
    /// A part of a compound.
    Compound,
    /// A word that means the same.
    Synonym,
    /// A word that is spelt nearly so.
    Spelling,
    /// A number.
    Number,
}

/// Where a word was found.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MatchField {
    /// The name.
    Name,
    /// Another name.
    AlternateName,
    /// A theme.
    Theme,
    /// A target group.
    TargetGroup,
    /// The description.
    Description,
    /// The organisation.
    Organisation,
    /// A contact.
    Contact,
    /// A phone number.
    Phone,
    /// An address.
    Address,
    /// A paragraph.
    LegalBasis,
    /// A sub-service.
    Subservice,
}
