//! `tovholder schema`.

use crate::error::Result;

pub(super) fn run() -> Result<()> {
    print!("{}", crate::graphql::sdl());
    Ok(())
}
