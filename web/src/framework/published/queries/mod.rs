//! What is asked of the API about the published framework. Editions go by GET, as the directory does, so that they can
//! be read without a network; receipts, comparisons and decisions are for one person's eyes and go by POST.

pub(crate) mod comparison;
pub(crate) mod edition;
pub(crate) mod editions;
pub(crate) mod receipt;
pub(crate) mod submission;
pub(crate) mod values;
