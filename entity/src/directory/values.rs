//! The closed lists of the directory. Each is stored as its lower-case word.

use crate::stored::stored_words;

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

stored_words! {
    /// Kinds of entries that people edit.
    EntryKind {
        /// An organisation.
        Organisation = "organisation",
        /// A contact.
        Contact = "contact",
        /// A service.
        Service = "service",
        /// A theme.
        Theme = "theme",
        /// A target group.
        TargetGroup = "target_group",
        /// A concept of the municipality's thesaurus.
        Concept = "concept",
    }
}

stored_words! {
    /// What was done to an entry.
    ChangeAction {
        /// Made.
        Created = "created",
        /// Changed.
        Updated = "updated",
        /// Set back to an earlier state.
        Restored = "restored",
        /// Another entry became part of it.
        Merged = "merged",
        /// Closed for good.
        Closed = "closed",
        /// Taken out.
        Deleted = "deleted",
        /// Checked and found right.
        Checked = "checked",
    }
}

stored_words! {
    /// Where a proposal stands.
    ProposalStatus {
        /// Waits for the project leader.
        Pending = "pending",
        /// Taken over as it was.
        Accepted = "accepted",
        /// Taken over with changes.
        Adjusted = "adjusted",
        /// Not taken over.
        Declined = "declined",
        /// Taken back by whoever proposed it.
        Withdrawn = "withdrawn",
    }
}

stored_words! {
    /// What an imported file is.
    ImportFormat {
        /// Services as comma-separated values: UTF-8, semicolons.
        Csv = "csv",
        /// The whole directory as JSON.
        Json = "json",
    }
}

stored_words! {
    /// Where an import stands.
    ImportStatus {
        /// Being read and checked.
        Checking = "checking",
        /// Checked: its report can be read, and it can be applied if it has no errors.
        Checked = "checked",
        /// Being written.
        Applying = "applying",
        /// Taken over whole.
        Applied = "applied",
        /// Not taken over; nothing was changed.
        Failed = "failed",
    }
}

stored_words! {
    /// Why an import was not taken over.
    ImportFailure {
        /// The service was stopped while it was at it.
        Interrupted = "interrupted",
        /// Something went wrong in the service.
        Broken = "broken",
    }
}
