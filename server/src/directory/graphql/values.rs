//! The closed lists of the directory as the API shows them.

use async_graphql::Enum;
use entity::directory::values as stored;
use serde::{Deserialize, Serialize};

use crate::graphql::values::enums;

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

    /// Who may see a contact.
    Visibility = stored::Visibility {
        /// Everybody.
        Public,
        /// Those who have signed in and have a role in the municipality.
        SignedIn,
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
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
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

impl From<Weekday> for chrono::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
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
