//! Several tries one after the other, of which one's failure keeps no other back.

use crate::error::{Error, Result};

/// What has become of the tries so far.
#[derive(Default)]
pub struct Tries {
    first: Option<Error>,
}

impl Tries {
    /// Takes what came of one; a failure is told in the log. `what`: what was tried, and for whom.
    pub fn note<T: Default>(&mut self, what: &str, result: Result<T>) -> T {
        result.unwrap_or_else(|error| {
            tracing::warn!(error = %error.chain(), "mails could not be written: {what}");
            self.first.get_or_insert(error);
            T::default()
        })
    }

    /// The first failure, after all.
    ///
    /// # Errors
    /// That.
    pub fn end(self) -> Result<()> {
        self.first.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ones_failure_keeps_no_other_back_and_is_told_after_all() {
        let mut tries = Tries::default();
        assert_eq!(tries.note("one", Ok(1)), 1);
        assert_eq!(tries.note("two", Err::<usize, _>(Error::NotFound)), 0);
        assert_eq!(tries.note("three", Err::<usize, _>(Error::Stale)), 0);
        assert_eq!(tries.note("four", Ok(4)), 4);
        assert!(matches!(tries.end(), Err(Error::NotFound)));
        assert!(Tries::default().end().is_ok());
    }
}
