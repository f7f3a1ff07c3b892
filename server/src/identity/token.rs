//! Random tokens for cookies and links. The person holds the token, the database a hash of it: who reads the database
//! can't sign in with what they find.

use sha2::{Digest, Sha256};

use crate::audit::chain::hex;
use crate::ctx::Ctx;
use crate::error::Result;

/// A token of 32 random bytes, in hexadecimal.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// `Command` where the machine has no chance to give.
    pub fn new(ctx: &Ctx) -> Result<Self> {
        Ok(Self(hex(&ctx.chance::<32>()?)))
    }

    /// One that somebody has shown. Whether it opens anything is for the database to say.
    pub fn shown(text: &str) -> Option<Self> {
        let is_token = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_token.then(|| Self(text.to_ascii_lowercase()))
    }

    /// What to hand to the person.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What to store: SHA-256 in hexadecimal. A token has no less chance in it than the hash, so it needs no salt.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(&self.0))
    }
}
