//! Pages of rows that are read from the database by key, where `page` is for lists held in memory.

use async_graphql::connection::PageInfo;

use super::page;
use crate::error::Result;

/// How many were asked for.
///
/// # Errors
/// `Invalid` out of the bounds.
pub fn size(first: i32) -> Result<u64> {
    Ok(page::size(first)? as u64)
}

/// A page of rows.
pub struct Slice<T> {
    /// The rows on it.
    pub rows: Vec<T>,
    has_previous: bool,
    has_next: bool,
}

impl<T> Slice<T> {
    /// The first `size` of what was found by looking for one more. `has_previous`: whether it begins after a cursor.
    pub fn of(mut found: Vec<T>, size: u64, has_previous: bool) -> Self {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let has_next = found.len() > size;
        found.truncate(size);
        Self { rows: found, has_previous, has_next }
    }

    /// What lies before and behind the page.
    pub fn info(&self, cursor: impl Fn(&T) -> String) -> PageInfo {
        PageInfo {
            has_previous_page: self.has_previous,
            has_next_page: self.has_next,
            start_cursor: self.rows.first().map(&cursor),
            end_cursor: self.rows.last().map(&cursor),
        }
    }

    /// The same page of other things.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Slice<U> {
        let Self { rows, has_previous, has_next } = self;
        Slice { rows: rows.into_iter().map(change).collect(), has_previous, has_next }
    }
}

/// Declares a connection over a [`Slice`]. The node type is `Clone` and has `fn cursor(&self) -> String`; the
/// connection gets `async fn count(&self, &Context) -> Result<u64>` beside it, asked only where the number is.
macro_rules! connection {
    ($(#[$doc:meta])* $connection:ident, $(#[$edge_doc:meta])* $edge:ident of $node:ident) => {
        connection! { $(#[$doc])* $connection {}, $(#[$edge_doc])* $edge of $node }
    };
    (
        $(#[$doc:meta])* $connection:ident { $($field:ident: $type:ty),* $(,)? },
        $(#[$edge_doc:meta])* $edge:ident of $node:ident
    ) => {
        $(#[$doc])*
        pub struct $connection {
            page: $crate::graphql::slice::Slice<$node>,
            $($field: $type,)*
        }

        impl $connection {
            pub(crate) fn new(page: $crate::graphql::slice::Slice<$node> $(, $field: $type)*) -> Self {
                Self { page $(, $field)* }
            }
        }

        $(#[$doc])*
        #[async_graphql::Object]
        impl $connection {
            /// The items with their cursors.
            async fn edges(&self, context: &async_graphql::Context<'_>) -> $crate::error::Result<Vec<$edge>> {
                $crate::graphql::request(context).hand_out(self.page.rows.len())?;
                let edge = |node: &$node| $edge { cursor: node.cursor(), node: node.clone() };
                Ok(self.page.rows.iter().map(edge).collect())
            }

            /// The items.
            async fn nodes(&self, context: &async_graphql::Context<'_>) -> $crate::error::Result<Vec<$node>> {
                $crate::graphql::request(context).hand_out(self.page.rows.len())?;
                Ok(self.page.rows.clone())
            }

            /// What lies before and behind the page.
            async fn page_info(&self) -> async_graphql::connection::PageInfo {
                self.page.info($node::cursor)
            }

            /// How many there are on all pages.
            async fn total_count(&self, context: &async_graphql::Context<'_>) -> $crate::error::Result<u64> {
                self.count(context).await
            }
        }

        $(#[$edge_doc])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $edge {
            /// Where the next page begins, if this is the last wanted.
            cursor: String,
            /// The item.
            node: $node,
        }
    };
}
pub(crate) use connection;
