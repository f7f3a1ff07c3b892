//! The closed lists of the directory. Each is stored as its lower-case word.

use sea_orm::prelude::StringLen;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::Deserialize;

macro_rules! stored_words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Deserialize)]
        #[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$variant_doc])* #[sea_orm(string_value = $word)] $variant),+
        }
    };
}

stored_words! {
    /// Who runs an organisation.
    Sector {
        /// A municipality.
        Municipal = "municipal",
        /// A region, for example a hospital.
        Regional = "regional",
        /// The state.
        State = "state",
        /// A private company or institution.
        Private = "private",
        /// A voluntary organisation.
        Voluntary = "voluntary",
    }
}

stored_words! {
    /// What a contact is.
    ContactKind {
        /// A named person.
        Person = "person",
        /// A shared mailbox, a duty phone, a reception.
        Function = "function",
    }
}

stored_words! {
    /// Who may see a contact.
    Visibility {
        /// Everybody.
        Public = "public",
        /// People who have signed in.
        SignedIn = "signed_in",
    }
}

stored_words! {
    /// How a citizen gets into a service.
    Access {
        /// One simply comes.
        Open = "open",
        /// Somebody has to refer.
        Referral = "referral",
        /// One asks for it oneself.
        SelfReferral = "self_referral",
        /// The law gives a right to it.
        LegalDuty = "legal_duty",
    }
}

stored_words! {
    /// Whether a service can be used.
    ServiceStatus {
        /// In use.
        Active = "active",
        /// Closed for a time.
        Paused = "paused",
        /// Closed for good.
        Closed = "closed",
    }
}

stored_words! {
    /// What a phone number is for. HSDS: `phone.type`.
    PhoneType {
        /// Calls.
        Voice = "voice",
        /// Text messages only.
        Sms = "sms",
        /// Fax.
        Fax = "fax",
    }
}

stored_words! {
    /// In which ISO weeks a schedule holds.
    Weeks {
        /// In all.
        Every = "every",
        /// In those with an odd number.
        Odd = "odd",
        /// In those with an even number.
        Even = "even",
    }
}
