//! Closed lists that are stored as words: one macro, so that all look alike.

/// Declares an enum whose variants are stored, and read from files, as their lower-case words.
macro_rules! stored_words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone,
            Copy,
            Debug,
            PartialEq,
            Eq,
            Hash,
            PartialOrd,
            Ord,
            sea_orm::EnumIter,
            sea_orm::DeriveActiveEnum,
            serde::Deserialize,
            serde::Serialize,
        )]
        #[sea_orm(rs_type = "String", db_type = "String(sea_orm::prelude::StringLen::N(24))")]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$variant_doc])* #[sea_orm(string_value = $word)] $variant),+
        }
    };
}
pub(crate) use stored_words;
