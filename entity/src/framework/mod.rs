//! The tables of the overall framework, from the municipality's draft to the editions that never change.

#[expect(clippy::module_inception, reason = "the table is called like its area")]
pub mod framework;
pub mod framework_change;
pub mod framework_edition;
pub mod framework_edition_content;
pub mod framework_question;
pub mod framework_receipt;
pub mod framework_remark;
pub mod framework_section;
pub mod framework_submission;
pub mod framework_verdict;
pub mod framework_writing;
pub mod register_row;

pub mod values;
