//! The editions there have been, and who has confirmed the newest.

use cynic::{Operation, QueryBuilder};

use crate::api::schema;
use crate::directory::queries::municipality::{Slug, SlugFields};
use crate::format::date::Date;
use crate::format::moment::Moment;

/// Asks which editions there are.
pub(crate) fn all(slug: String) -> Operation<Editions, Slug> {
    Editions::build(Slug { slug })
}

/// Asks who has confirmed the newest.
pub(crate) fn receipts(slug: String) -> Operation<Receipts, Slug> {
    Receipts::build(Slug { slug })
}

/// The editions.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Editions {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<EditionsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct EditionsMunicipality {
    /// The editions, the newest first.
    pub(crate) framework_editions: Vec<ListedEdition>,
}

/// An edition in the list.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct ListedEdition {
    /// Counts from 1.
    pub(crate) number: i32,
    /// When it was approved.
    pub(crate) approved_on: Date,
    /// When the next is due.
    pub(crate) due_on: Date,
    /// Whether the next is late.
    pub(crate) is_overdue: bool,
    /// Whether there is none newer.
    pub(crate) is_newest: bool,
    /// Who updated it.
    pub(crate) updated_by: Option<String>,
}

/// Who has confirmed the newest.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "Slug")]
pub(crate) struct Receipts {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<ReceiptsMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality")]
pub(crate) struct ReceiptsMunicipality {
    /// The newest edition.
    pub(crate) framework_edition: Option<ReceiptsEdition>,
}

/// The newest edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct ReceiptsEdition {
    /// Its number.
    pub(crate) number: i32,
    /// Who was told; none for those who may not see it.
    pub(crate) receipts: Option<Vec<Receipt>>,
}

/// Somebody who was told of an edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkReceipt")]
pub(crate) struct Receipt {
    /// Who.
    pub(crate) person: String,
    /// Of which organisation.
    pub(crate) organisation: Option<String>,
    /// When they were told.
    pub(crate) told_at: Moment,
    /// When they confirmed.
    pub(crate) read_at: Option<Moment>,
}
