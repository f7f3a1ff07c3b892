//! Closed lists as the API shows them: each stored word has its twin, so that entities know nothing of GraphQL.

/// Declares enums of the API with their way from and to the stored ones.
macro_rules! enums {
    ($($(#[$doc:meta])* $name:ident = $from:path { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, async_graphql::Enum, serde::Serialize, serde::Deserialize,
        )]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
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
pub(crate) use enums;

/// A language that is answered in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
#[graphql(remote = "crate::directory::catalogue::Language")]
pub enum Language {
    /// Danish.
    Danish,
    /// English.
    English,
}
