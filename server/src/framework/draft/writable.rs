//! The framework for somebody who is about to change it.

use entity::framework::framework;
use entity::framework::values::FrameworkState;
use entity::ids::MunicipalityId;
use sea_orm::DatabaseTransaction;

use super::store;
use crate::error::{Error, Refusal, RefusalCode, Result};

/// The municipality's framework, held until the transaction is over, so that nobody submits it meanwhile. Authorise first.
///
/// # Errors
/// `NotFound` where there is none; a refusal `IN_USE` while it lies before the steering group; the database's.
pub(in crate::framework) async fn writable(
    tx: &DatabaseTransaction,
    municipality: MunicipalityId,
) -> Result<framework::Model> {
    let framework = store::hold(tx, municipality).await?.ok_or(Error::NotFound)?;
    if framework.state == FrameworkState::Submitted {
        let message = "The framework lies before the steering group. Take it back to change it.";
        return Err(Refusal::new(RefusalCode::InUse, "", message).into());
    }
    Ok(framework)
}
