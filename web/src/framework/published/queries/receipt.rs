//! Whether the reader was asked to confirm an edition, and confirming it.

use cynic::{Operation, QueryBuilder};

use super::edition::{EditionVariables, EditionVariablesFields};
use crate::api::{UserError, schema};
use crate::format::moment::Moment;
use crate::mutation;

/// Asks for the reader's own receipt.
pub(crate) fn own(slug: String, number: i32) -> Operation<OwnReceipt, EditionVariables> {
    OwnReceipt::build(EditionVariables { slug, number: Some(number) })
}

/// The receipt.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Query", variables = "EditionVariables")]
pub(crate) struct OwnReceipt {
    /// The municipality asked in.
    #[arguments(slug: $slug)]
    pub(crate) municipality: Option<OwnReceiptMunicipality>,
}

/// The municipality asked in.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "Municipality", variables = "EditionVariables")]
pub(crate) struct OwnReceiptMunicipality {
    /// The edition.
    #[arguments(number: $number)]
    pub(crate) framework_edition: Option<OwnReceiptEdition>,
}

/// The edition.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkEdition")]
pub(crate) struct OwnReceiptEdition {
    /// None where the reader was not asked.
    pub(crate) receipt: Option<ReadAt>,
}

/// When it was confirmed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "FrameworkReceipt")]
pub(crate) struct ReadAt {
    /// None until then.
    pub(crate) read_at: Option<Moment>,
}

/// What is confirmed.
#[derive(cynic::InputObject, Clone, Debug)]
pub(crate) struct FrameworkReceiptConfirmInput {
    /// The municipality's slug.
    pub(crate) municipality: String,
    /// The edition's number.
    pub(crate) number: i32,
}

/// The edition, or what was wrong.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub(crate) struct FrameworkReceiptConfirmPayload {
    /// The edition.
    pub(crate) edition: Option<OwnReceiptEdition>,
    /// What was wrong.
    pub(crate) user_errors: Vec<UserError>,
}

mutation! {
    /// Confirms that the reader has read an edition.
    framework_receipt_confirm(FrameworkReceiptConfirmInput) -> FrameworkReceiptConfirmPayload
}
