//! The second factor: codes of an authenticator app (RFC 6238), six digits that change every half minute. A code of
//! the step before or after is taken too, for clocks differ; none is taken twice.

use chrono::{DateTime, Utc};
use entity::identity::person;
use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Secret, Totp};

use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// What an authenticator app shows beside the code.
const ISSUER: &str = "Tovholder";

/// What somebody needs to set up their app.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The shared secret in base 32, to be typed where nothing can be scanned.
    pub secret: String,
    /// The same as an `otpauth:` address.
    pub uri: String,
    /// The same as a picture (SVG) to be scanned.
    pub qr_svg: String,
}

/// A new secret of 160 bits (RFC 4226, section 4), in base 32.
///
/// # Errors
/// `Command` where the machine has no chance to give.
pub fn new_secret(ctx: &Ctx) -> Result<String> {
    Ok(Secret::new_stack(ctx.chance::<20>()?).to_base32())
}

/// What somebody with this mail address needs to set up their app with this secret.
///
/// # Errors
/// `Command` where the secret can't be read or drawn.
pub fn setup(secret: String, email: &str) -> Result<Setup> {
    let uri = totp(&secret, email)?.to_url().map_err(broken)?;
    let drawn = QrCode::new(&uri).map_err(broken)?;
    let qr_svg = drawn.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
    Ok(Setup { secret, uri, qr_svg })
}

/// Whether a first code has proved that the person's app knows the secret.
pub fn is_set_up(person: &person::Model) -> bool {
    person.totp_confirmed_at.is_some() && person.totp_secret.is_some()
}

/// The time step that the code belongs to; `None` where it is wrong, or belongs to a step that has been used.
///
/// # Errors
/// `Command` where the stored secret can't be read.
pub fn step_of(person: &person::Model, code: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let Some(secret) = &person.totp_secret else { return Ok(None) };
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let now = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = totp(secret, &person.email)?.check(&code, now).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| person.totp_last_step.is_none_or(|last| last < *step)))
}

fn totp(secret: &str, email: &str) -> Result<Totp> {
    let secret = Secret::try_from_base32(secret).map_err(broken)?;
    Builder::new()
        .with_secret(secret)
        .with_account_name(email.replace(':', "."))
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(broken)
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Command(format!("the second factor can't be worked out: {error}"))
}
