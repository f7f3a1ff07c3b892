//! Hashes of passwords: Argon2id with what OWASP asks for. Hashing costs 19 MB and some hundredths of a second on
//! purpose, so it is done on other threads and for few at once.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use super::rules::{LONGEST, password_as_kept};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// Memory in KiB, passes and lanes: OWASP's Password Storage Cheat Sheet, 2024.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);
/// How many are hashed at once; others wait. Who sends thousands gets no more than this of the machine.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// The hash of a new password, in PHC form.
///
/// # Errors
/// `Command` where the machine has no chance or memory to give.
pub async fn hash(ctx: &Ctx, password: &str) -> Result<String> {
    let salt = ctx.chance::<16>()?;
    let password = password_as_kept(password);
    aside(move || {
        let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(failed)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether the password is the one that was hashed. Where there is no hash the answer is no, after the same work: how
/// long it takes tells nobody whether there is such an account.
///
/// # Errors
/// `Command` where the machine has no memory to give.
pub async fn fits(password: &str, hash: Option<String>) -> Result<bool> {
    if password.len() > LONGEST * 8 {
        return Ok(false);
    }
    let password = password_as_kept(password);
    aside(move || {
        let Some(hash) = hash else {
            argon2()?.hash_password_with_salt(password.as_bytes(), &[0; 16]).map_err(failed)?;
            return Ok(false);
        };
        let hash = PasswordHash::new(&hash).map_err(|error| Error::Command(error.to_string()))?;
        Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
}

/// Does it on a thread where it keeps nobody waiting.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _turn = AT_ONCE.acquire().await.map_err(|error| Error::Command(error.to_string()))?;
    tokio::task::spawn_blocking(work).await?
}

fn argon2() -> Result<Argon2<'static>> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None);
    let params = params.map_err(|error| Error::Command(format!("a password can't be hashed: {error}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn failed(error: argon2::password_hash::Error) -> Error {
    Error::Command(format!("a password can't be hashed: {error}"))
}
