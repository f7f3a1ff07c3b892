//! The signs of the directory: who runs it, how one gets in, whether it is open, how fresh it is. Each is a form and
//! a word, never a colour alone.

pub(crate) mod access_sign;
pub(crate) mod open_sign;
pub(crate) mod sector_sign;
pub(crate) mod words;
