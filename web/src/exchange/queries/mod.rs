//! What is asked of the API about files, editions and new municipalities. All of it goes by POST (`Api::send`): it is
//! for one person's eyes.

pub(crate) mod editions;
pub(crate) mod imports;
pub(crate) mod municipality;
