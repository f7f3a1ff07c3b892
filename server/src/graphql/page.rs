//! Relay's connections: which part of a list was asked for.

use std::ops::Range;

use async_graphql::connection::PageInfo;

use crate::error::{Error, Result};

/// Most items on a page.
const MOST: usize = 100;

/// How many were asked for.
///
/// # Errors
/// `Invalid` out of the bounds.
pub fn size(first: i32) -> Result<usize> {
    let size = usize::try_from(first).ok().filter(|size| (1..=MOST).contains(size));
    size.ok_or_else(|| Error::invalid("first", format!("Ask for 1 to {MOST} at a time.")))
}

/// A page of a list: the items asked for and what lies beside them.
pub struct Page {
    /// Places of the items in the list.
    pub range: Range<usize>,
    total: usize,
}

impl Page {
    /// The `first` items after the one with cursor `after`. A cursor is the key of the item it stands for,
    /// so it stays right when the list changes around it; `place` finds it in the list.
    ///
    /// # Errors
    /// `Invalid` for a size out of bounds or a cursor that is not in the list.
    pub fn new(
        total: usize,
        first: i32,
        after: Option<&str>,
        place: impl FnOnce(&str) -> Option<usize>,
    ) -> Result<Self> {
        let size = size(first)?;
        let start = match after {
            None => 0,
            Some(cursor) => {
                let gone =
                    || Error::invalid("after", "This cursor is not in the list; start from the beginning.");
                place(cursor).ok_or_else(gone)? + 1
            }
        };
        Ok(Self { range: start..total.min(start + size), total })
    }

    /// What lies before and behind the page.
    pub fn info(&self, cursor: impl Fn(usize) -> String) -> PageInfo {
        let Range { start, end } = self.range;
        PageInfo {
            has_previous_page: start > 0,
            has_next_page: end < self.total,
            start_cursor: (start < end).then(|| cursor(start)),
            end_cursor: (start < end).then(|| cursor(end - 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_behind_its_cursor_and_knows_what_lies_beside_it() {
        let page = Page::new(5, 2, Some("b"), |cursor| "abcde".find(cursor)).unwrap();
        assert_eq!(page.range, 2..4);
        let info = page.info(|at| at.to_string());
        assert!(info.has_previous_page && info.has_next_page);
        assert_eq!(info.end_cursor.as_deref(), Some("3"));
    }

    #[test]
    fn sizes_out_of_bounds_and_unknown_cursors_are_refused() {
        for first in [0, -1, 101] {
            assert!(Page::new(5, first, None, |_| None).is_err(), "{first}");
        }
        assert!(Page::new(5, 2, Some("gone"), |_| None).is_err());
    }
}
