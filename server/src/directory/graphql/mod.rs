//! The directory in GraphQL: thin types over the read model. A type holds the directory and a place in it. Everything is
//! in memory, so that most are handed out as [`Prompt`](crate::graphql::prompt::Prompt).

mod connections;
mod contact;
mod facets;
mod filter;
mod matches;
mod organisation;
mod reach;
mod service;
mod taxonomy;
mod values;

pub use connections::{ContactConnection, OrganisationConnection, ServiceConnection};
pub use contact::Contact;
pub use filter::ServiceFilter;
pub use organisation::Organisation;
pub use service::Service;
pub use taxonomy::{CatalogueEdition, TargetGroup, Theme};
pub use values::{Access, ContactKind, PhoneType, Sector, ServiceStatus, Visibility, WeekRule, Weekday};

/// Declares a GraphQL type over an entry of the read model.
macro_rules! entry_type {
    ($(#[$doc:meta])* $name:ident in $list:ident: $entry:ty) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name {
            directory: std::sync::Arc<crate::directory::Directory>,
            at: usize,
        }

        impl $name {
            pub(crate) fn new(directory: std::sync::Arc<crate::directory::Directory>, at: usize) -> Self {
                Self { directory, at }
            }

            fn entry(&self) -> &$entry {
                &self.directory.$list[self.at]
            }

            /// The entries at these places, counted against what one request may be handed.
            pub(crate) fn list(
                context: &async_graphql::Context<'_>,
                directory: &std::sync::Arc<crate::directory::Directory>,
                places: impl ExactSizeIterator<Item = usize>,
            ) -> crate::error::Result<crate::graphql::prompt::Prompts<Self>> {
                crate::graphql::request(context).hand_out(places.len())?;
                Ok(places.map(|at| Self::new(directory.clone(), at)).collect())
            }
        }
    };
}
use entry_type;
