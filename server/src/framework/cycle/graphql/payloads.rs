//! What the cycle's mutations answer.

use std::sync::Arc;

use async_graphql::{Context, SimpleObject};
use entity::framework::{framework_edition, framework_submission};

use super::edition::FrameworkEdition;
use super::submission::FrameworkSubmission;
use crate::directory::Directory;
use crate::error::Result;
use crate::framework::cycle::submission::Submission;
use crate::graphql::payload::{UserError, answered};
use crate::graphql::request;

/// A submission as it stands after the change.
#[derive(SimpleObject)]
pub struct FrameworkSubmissionPayload {
    /// The submission; null where nothing was changed.
    submission: Option<FrameworkSubmission>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl FrameworkSubmissionPayload {
    pub(super) fn new(context: &Context<'_>, result: Result<framework_submission::Model>) -> Result<Self> {
        let (row, user_errors) = answered(result)?;
        Ok(Self { submission: row.map(|row| shown(context, row)).transpose()?, user_errors })
    }
}

/// A submission after an approval.
#[derive(SimpleObject)]
pub struct FrameworkApprovePayload {
    /// The submission; null where nothing was changed.
    submission: Option<FrameworkSubmission>,
    /// The edition, where this was the last approval needed.
    edition: Option<FrameworkEdition>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl FrameworkApprovePayload {
    pub(super) async fn new(
        context: &Context<'_>,
        result: Result<(framework_submission::Model, Option<framework_edition::Model>)>,
    ) -> Result<Self> {
        let (done, user_errors) = answered(result)?;
        let Some((row, edition)) = done else {
            return Ok(Self { submission: None, edition: None, user_errors });
        };
        let submission = Submission::new(request(context), row)?;
        let edition = match edition {
            Some(edition) => {
                FrameworkEdition::find(context, &submission.directory, Some(edition.number)).await?
            }
            None => None,
        };
        Ok(Self { submission: Some(FrameworkSubmission::new(Arc::new(submission))), edition, user_errors })
    }
}

/// An edition that has been read.
#[derive(SimpleObject)]
pub struct FrameworkReceiptConfirmPayload {
    /// The edition with the receipt; null where nothing was noted.
    edition: Option<FrameworkEdition>,
    /// What was wrong with what was typed.
    user_errors: Vec<UserError>,
}

impl FrameworkReceiptConfirmPayload {
    pub(super) async fn new(
        context: &Context<'_>,
        result: Result<Arc<Directory>>,
        number: i32,
    ) -> Result<Self> {
        let (directory, user_errors) = answered(result)?;
        let edition = match directory {
            Some(directory) => FrameworkEdition::find(context, &directory, Some(number)).await?,
            None => None,
        };
        Ok(Self { edition, user_errors })
    }
}

fn shown(context: &Context<'_>, row: framework_submission::Model) -> Result<FrameworkSubmission> {
    Ok(FrameworkSubmission::new(Arc::new(Submission::new(request(context), row)?)))
}
