//! Two people edited one entry: what each changed, field by field. Pure. Nothing is decided here that a person ought to
//! decide: where both changed the same field to something else, it is left open.

use serde_json::Value;

/// Whose version of a field is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// What I wrote.
    Mine,
    /// What the other saved meanwhile.
    Theirs,
}

/// A field that differs between what I wrote and what the other saved.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Difference {
    /// The field.
    pub(crate) field: String,
    /// What I wrote.
    pub(crate) mine: Value,
    /// What the other saved.
    pub(crate) theirs: Value,
    /// Whose it is to be, where only one of us touched it.
    pub(crate) side: Option<Side>,
}

/// The fields that differ, in the order of the form.
pub(crate) fn differences(order: &[&str], base: &Value, mine: &Value, theirs: &Value) -> Vec<Difference> {
    let differing = order.iter().filter(|field| mine[**field] != theirs[**field]);
    differing
        .map(|field| {
            let (before, mine, theirs) = (&base[*field], &mine[*field], &theirs[*field]);
            let side = match (mine == before, theirs == before) {
                (true, _) => Some(Side::Theirs),
                (_, true) => Some(Side::Mine),
                _ => None,
            };
            Difference { field: (*field).to_owned(), mine: mine.clone(), theirs: theirs.clone(), side }
        })
        .collect()
}

/// Their version with my fields where mine were chosen; `None` while a choice is missing.
pub(crate) fn merged(theirs: &Value, differences: &[Difference]) -> Option<Value> {
    let mut merged = theirs.clone();
    for one in differences {
        if one.side? == Side::Mine {
            merged[one.field.as_str()] = one.mine.clone();
        }
    }
    Some(merged)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ORDER: [&str; 3] = ["name", "title", "phones"];

    #[test]
    fn what_only_one_touched_needs_no_choice() {
        let base = json!({ "name": "A", "title": "B", "phones": ["1"] });
        let mine = json!({ "name": "A", "title": "mine", "phones": ["1"] });
        let theirs = json!({ "name": "A", "title": "B", "phones": ["1", "2"] });
        let found = differences(&ORDER, &base, &mine, &theirs);
        let sides: Vec<_> = found.iter().map(|one| (one.field.as_str(), one.side)).collect();
        assert_eq!(sides, [("title", Some(Side::Mine)), ("phones", Some(Side::Theirs))]);
        let merged = merged(&theirs, &found).unwrap();
        assert_eq!(merged, json!({ "name": "A", "title": "mine", "phones": ["1", "2"] }));
    }

    #[test]
    fn what_both_touched_is_left_open() {
        let base = json!({ "name": "A", "title": "B", "phones": [] });
        let mine = json!({ "name": "mine", "title": "B", "phones": [] });
        let theirs = json!({ "name": "theirs", "title": "B", "phones": [] });
        let mut found = differences(&ORDER, &base, &mine, &theirs);
        assert_eq!((found.len(), found[0].side), (1, None));
        assert_eq!(merged(&theirs, &found), None);
        found[0].side = Some(Side::Mine);
        assert_eq!(merged(&theirs, &found).unwrap()["name"], json!("mine"));
        found[0].side = Some(Side::Theirs);
        assert_eq!(merged(&theirs, &found).unwrap()["name"], json!("theirs"));
    }

    #[test]
    fn the_same_change_by_both_is_no_difference() {
        let base = json!({ "name": "A", "title": "B", "phones": [] });
        let both = json!({ "name": "C", "title": "B", "phones": [] });
        assert!(differences(&ORDER, &base, &both, &both).is_empty());
    }
}
