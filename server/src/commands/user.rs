//! `tovholder user invite`.

use crate::app::{App, Settings};
use crate::config::{DatabaseConfig, InviteConfig};
use crate::ctx::{Actor, Ctx};
use crate::db;
use crate::error::{Error, Result};
use crate::identity::people::service::{self, Invitation};

pub(super) async fn invite(database: DatabaseConfig, config: InviteConfig) -> Result<()> {
    let connection = db::connect(&database).await?;
    db::require_migrated(&connection).await?;
    let base_url = config.base_url.trim_end_matches('/').to_owned();
    let app = App::new(connection).with_settings(Settings { base_url, ..Settings::default() });
    app.directories().refresh(app.db()).await?;
    let invitation = Invitation {
        municipality: config.municipality,
        email: config.email.clone(),
        name: config.name,
        role: config.role.into(),
        organisation: config.organisation,
    };
    let invited = service::invite(&Ctx::new(app, Actor::Command("user")), invitation).await;
    match invited.map_err(in_words)?.link {
        Some(link) => {
            println!("{} has been invited. The link works once, for 14 days:\n{link}", config.email);
        }
        None => println!("{} has the role now, and signs in with the password they have.", config.email),
    }
    Ok(())
}

/// What is wrong, named by the flag it was given with.
fn in_words(error: Error) -> Error {
    let Error::Refused(refusals) = error else { return error };
    let lines: Vec<_> =
        refusals.iter().map(|refusal| format!("--{}: {}", refusal.field, refusal.message)).collect();
    Error::Command(lines.join("\n"))
}
