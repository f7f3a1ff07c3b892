//! How large a query is with its fragments written out. The library walks a fragment anew wherever it is spread, so a
//! few lines in which each fragment spreads the next twice would keep it busy for hours, before its own limits are
//! looked at. This counts every fragment once. What a query may cost to answer is not judged here.

use std::collections::HashMap;

use async_graphql::Name;
use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};

/// Most selections of a query with its fragments written out. The app's largest query has about a hundred,
/// GraphiQL's introspection less than three hundred.
const MOST: usize = 20_000;

/// Whether the query is too large to be looked at.
pub(crate) fn is_too_large(document: &ExecutableDocument) -> bool {
    let mut counted = Counted { document, fragments: HashMap::new() };
    let mut total = 0_usize;
    for (_, operation) in document.operations.iter() {
        total = total.saturating_add(counted.selections(&operation.node.selection_set.node));
    }
    // A fragment that nobody spreads is walked too.
    for fragment in document.fragments.keys() {
        total = total.saturating_add(counted.fragment(fragment));
    }
    total > MOST
}

struct Counted<'d> {
    document: &'d ExecutableDocument,
    /// The selections in a fragment; none as long as it is being counted, for one that holds itself is not valid
    /// and validation will say so.
    fragments: HashMap<Name, usize>,
}

impl Counted<'_> {
    fn selections(&mut self, set: &SelectionSet) -> usize {
        set.items.iter().fold(0, |sum: usize, item| {
            let within = match &item.node {
                Selection::Field(field) => self.selections(&field.node.selection_set.node),
                Selection::InlineFragment(fragment) => self.selections(&fragment.node.selection_set.node),
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node),
            };
            sum.saturating_add(within).saturating_add(1)
        })
    }

    fn fragment(&mut self, name: &Name) -> usize {
        if let Some(counted) = self.fragments.get(name) {
            return *counted;
        }
        self.fragments.insert(name.clone(), 0);
        let document = self.document;
        let fragment = document.fragments.get(name);
        let count = fragment.map_or(0, |fragment| self.selections(&fragment.node.selection_set.node));
        self.fragments.insert(name.clone(), count);
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn too_large(query: &str) -> bool {
        is_too_large(&async_graphql::parser::parse_query(query).unwrap())
    }

    #[test]
    fn fragments_count_as_often_as_they_are_spread() {
        let doubling = |steps: usize| {
            let mut query = String::from("{ ...F0 } ");
            for step in 0..steps {
                query += &format!("fragment F{step} on Query {{ ...F{0} ...F{0} }} ", step + 1);
            }
            query + &format!("fragment F{steps} on Query {{ __typename }}")
        };
        assert!(!too_large(&doubling(5)));
        assert!(too_large(&doubling(15)) && too_large(&doubling(200)));
    }

    #[test]
    fn a_fragment_that_holds_itself_is_left_for_validation() {
        assert!(!too_large("{ ...A } fragment A on Query { ...B __typename } fragment B on Query { ...A }"));
    }
}
