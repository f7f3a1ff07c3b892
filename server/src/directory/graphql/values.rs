//! The closed lists of the directory as the API shows them.

use async_graphql::Enum;
use entity::directory::values as stored;

macro_rules! enums {
    ($($(#[$doc:meta])* $name:ident = $from:path { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl From<$from> for $name {
            fn from(value: $from) -> Self {
                match value { $(<$from>::$variant => Self::$variant),+ }
            }
        }

        impl From<$name> for $from {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant),+ }
            }
        }
    )+};
}

enums! {
    /// Who runs an organisation.
    Sector = stored::Sector {
        /// A municipality.
        Municipal,
        /// A region, for example a hospital.
        Regional,
        /// The state.
        State,
        /// A private company or institution.
        Private,
        /// A voluntary organisation.
        Voluntary,
    }

    /// How a citizen gets into a service.
    Access = stored::Access {
        /// One simply comes.
        Open,
        /// Somebody has to refer; `applicationProcess` says who.
        Referral,
        /// One asks for it oneself.
        SelfReferral,
        /// The law gives a right to it; see `legalBasis`.
        LegalDuty,
    }

    /// Whether a service can be used.
    ServiceStatus = stored::ServiceStatus {
        /// In use.
        Active,
        /// Closed for a time; see `pausedUntil`.
        Paused,
        /// Closed for good.
        Closed,
    }

    /// What a contact is.
    ContactKind = stored::ContactKind {
        /// A named person.
        Person,
        /// A shared mailbox, a duty phone, a reception.
        Function,
    }

    /// What a phone number is for.
    PhoneType = stored::PhoneType {
        /// Calls.
        Voice,
        /// Text messages only.
        Sms,
        /// Fax.
        Fax,
    }

    /// In which ISO weeks a schedule holds.
    WeekRule = stored::Weeks {
        /// In all.
        Every,
        /// In those with an odd number.
        Odd,
        /// In those with an even number.
        Even,
    }

    /// How what was found came from what was typed.
    MatchVia = crate::directory::search::MatchVia {
        /// The very word.
        Exact,
        /// A word that begins so.
        Start,
        /// The word in another form.
        Inflection,
        /// Part of a compound.
        Compound,
        /// Another word for the same.
        Synonym,
        /// A word spelt nearly so.
        Spelling,
        /// Digits of a number.
        Number,
    }

    /// The part of a service that a word was found in.
    MatchField = crate::directory::search::MatchField {
        /// Its name.
        Name,
        /// Another of its names.
        AlternateName,
        /// A theme it stands under.
        Theme,
        /// A group it is for.
        TargetGroup,
        /// What is written about it.
        Description,
        /// The organisation it is anchored in, or one above.
        Organisation,
        /// A contact's name, title or mail.
        Contact,
        /// A phone number.
        Phone,
        /// Its address.
        Address,
        /// The act or paragraph it rests on.
        LegalBasis,
        /// The name of a part of it.
        Subservice,
    }
}

/// Age groups that people look by. A service that names no ages is for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum AgeGroup {
    /// 0 to 17 years.
    #[graphql(name = "UNDER_18")]
    Under18,
    /// 18 to 30 years.
    #[graphql(name = "AGE_18_TO_30")]
    From18To30,
    /// 31 to 64 years.
    #[graphql(name = "AGE_31_TO_64")]
    From31To64,
    /// 65 years and more.
    #[graphql(name = "AGE_65_PLUS")]
    From65,
}

impl From<AgeGroup> for crate::directory::facets::AgeGroup {
    fn from(group: AgeGroup) -> Self {
        match group {
            AgeGroup::Under18 => Self::Under18,
            AgeGroup::From18To30 => Self::From18To30,
            AgeGroup::From31To64 => Self::From31To64,
            AgeGroup::From65 => Self::From65,
        }
    }
}

impl From<crate::directory::facets::AgeGroup> for AgeGroup {
    fn from(group: crate::directory::facets::AgeGroup) -> Self {
        use crate::directory::facets::AgeGroup as G;
        match group {
            G::Under18 => Self::Under18,
            G::From18To30 => Self::From18To30,
            G::From31To64 => Self::From31To64,
            G::From65 => Self::From65,
        }
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Weekday {
    /// Mandag.
    Monday,
    /// Tirsdag.
    Tuesday,
    /// Onsdag.
    Wednesday,
    /// Torsdag.
    Thursday,
    /// Fredag.
    Friday,
    /// Lørdag.
    Saturday,
    /// Søndag.
    Sunday,
}

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

/// What can be said of a place's hours at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OpenKind {
    /// Open.
    Open,
    /// Closed.
    Closed,
    /// Nobody has written the hours down.
    Unknown,
}
