//! The cycle in GraphQL: what waits for the steering group and what becomes of it, editions, and what is different.

mod content;
mod difference;
mod edition;
mod inputs;
mod payloads;
mod submission;

use async_graphql::{Context, Object};
use entity::ids::{FrameworkRemarkId, FrameworkSubmissionId};

pub use self::content::{EditionQuestion, EditionRow, EditionSection, EditionService};
pub use self::difference::{FrameworkComparison, FrameworkDifference};
pub use self::edition::{FrameworkEdition, FrameworkReceipt};
use self::inputs::{
    FrameworkApproveInput, FrameworkReceiptConfirmInput, FrameworkRemarkAddInput, FrameworkRemarkSettleInput,
    FrameworkReturnInput, FrameworkSubmitInput, FrameworkWithdrawInput,
};
use self::payloads::{FrameworkApprovePayload, FrameworkReceiptConfirmPayload, FrameworkSubmissionPayload};
pub use self::submission::{FrameworkRemark, FrameworkSubmission, FrameworkVerdict};
use super::{deciding, receipts, remarks, submitting};
use crate::error::{Error, Result};
use crate::graphql::request;
use crate::ids::Opaque;

/// Laying the framework before the steering group, their verdicts and remarks, and confirming that one has read.
#[derive(Default)]
pub struct CycleMutation;

#[Object]
impl CycleMutation {
    /// Lays the framework before the steering group as it was read. For project leaders.
    async fn framework_submit(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Whose, as it was read.")] input: FrameworkSubmitInput,
    ) -> Result<FrameworkSubmissionPayload> {
        let FrameworkSubmitInput { municipality, version, note } = input;
        let submitted = submitting::submit(request(context), &municipality, &version, note).await;
        FrameworkSubmissionPayload::new(context, submitted)
    }

    /// Takes a submission back while it waits. For project leaders.
    async fn framework_withdraw(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which.")] input: FrameworkWithdrawInput,
    ) -> Result<FrameworkSubmissionPayload> {
        let withdrawn = submitting::withdraw(request(context), submission(&input.id)?).await;
        FrameworkSubmissionPayload::new(context, withdrawn)
    }

    /// Approves a submission; the last approval needed makes an edition of it. For the steering group, once each.
    async fn framework_approve(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which, with a word.")] input: FrameworkApproveInput,
    ) -> Result<FrameworkApprovePayload> {
        let approved = deciding::approve(request(context), submission(&input.id)?, input.note).await;
        FrameworkApprovePayload::new(context, approved).await
    }

    /// Sends a submission back to the project leaders; a note or a remark says why. For the steering group.
    async fn framework_return(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: FrameworkReturnInput,
    ) -> Result<FrameworkSubmissionPayload> {
        let returned = deciding::send_back(request(context), submission(&input.id)?, input.note).await;
        FrameworkSubmissionPayload::new(context, returned)
    }

    /// Adds a remark on a section, while the submission waits or when it was sent back.
    async fn framework_remark_add(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "On what, and what.")] input: FrameworkRemarkAddInput,
    ) -> Result<FrameworkSubmissionPayload> {
        let (id, section) = (submission(&input.id)?, input.section.into());
        FrameworkSubmissionPayload::new(
            context,
            remarks::add(request(context), id, section, &input.text).await,
        )
    }

    /// Notes that a remark has been seen to, or that it has not after all. For project leaders.
    async fn framework_remark_settle(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which.")] input: FrameworkRemarkSettleInput,
    ) -> Result<FrameworkSubmissionPayload> {
        let id = FrameworkRemarkId::read(&input.id).ok_or(Error::NotFound)?;
        FrameworkSubmissionPayload::new(
            context,
            remarks::settle(request(context), id, input.is_settled).await,
        )
    }

    /// Notes that the viewer has read an edition that they were told of. Twice is once.
    async fn framework_receipt_confirm(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which edition.")] input: FrameworkReceiptConfirmInput,
    ) -> Result<FrameworkReceiptConfirmPayload> {
        let confirmed = receipts::confirm(request(context), &input.municipality, input.number).await;
        FrameworkReceiptConfirmPayload::new(context, confirmed, input.number).await
    }
}

fn submission(id: &str) -> Result<FrameworkSubmissionId> {
    FrameworkSubmissionId::read(id).ok_or(Error::NotFound)
}
