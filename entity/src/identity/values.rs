//! The closed lists of people and sign-in. Each is stored as its lower-case word.

use crate::stored::stored_words;

stored_words! {
    /// What somebody is to a municipality or to the installation.
    Role {
        /// Looks after the installation: municipalities, first people. Sees no citizen data.
        Administrator = "administrator",
        /// Owns a municipality's framework, directory and people.
        ProjectLeader = "project_leader",
        /// Approves the framework.
        SteeringMember = "steering_member",
        /// A professional of any organisation, who may be tovholder.
        Professional = "professional",
        /// Somebody at a partner organisation.
        Partner = "partner",
    }
}

stored_words! {
    /// What a one-time link opens.
    LinkPurpose {
        /// Setting a first password.
        Invitation = "invitation",
        /// Setting a new password.
        PasswordReset = "password_reset",
        /// Confirming that a service's entry is right.
        ServiceCheck = "service_check",
    }
}
