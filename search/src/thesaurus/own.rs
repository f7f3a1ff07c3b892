//! The shipped thesaurus with a municipality's own words beside it. A directory's index is built anew after each change
//! of an entry, while its words seldom change: for the same words the same thesaurus is handed out.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::{OwnConcept, Thesaurus, shipped};
use crate::error::Result;

/// Label, official words, lay words.
type Own = (String, Vec<String>, Vec<String>);

/// What somebody still holds, with the words it was made of.
static HELD: Mutex<Vec<(Vec<Own>, Weak<Thesaurus>)>> = Mutex::new(Vec::new());

/// The thesaurus of a municipality with these words of its own.
///
/// # Errors
/// A shipped file that can't be read.
pub fn with_own(own: &[OwnConcept<'_>]) -> Result<Arc<Thesaurus>> {
    let own_words: Vec<Own> =
        own.iter().map(|one| (one.label.to_owned(), one.official.to_vec(), one.lay.to_vec())).collect();
    if let Some(known) = held(&own_words) {
        return Ok(known);
    }
    let made = Arc::new(shipped()?.with(own));
    let mut all = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    all.retain(|(_, thesaurus)| thesaurus.strong_count() > 0);
    all.push((own_words, Arc::downgrade(&made)));
    Ok(made)
}

fn held(own: &[Own]) -> Option<Arc<Thesaurus>> {
    let all = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    all.iter().filter(|(words, _)| words == own).find_map(|(_, thesaurus)| thesaurus.upgrade())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_share_a_thesaurus_and_others_do_not() {
        let lay = ["plimsolleren".to_owned()];
        let own = |label| OwnConcept { label, official: &[], lay: &lay };
        let first = with_own(&[own("Perronen")]).unwrap();
        assert!(Arc::ptr_eq(&first, &with_own(&[own("Perronen")]).unwrap()));
        let other = with_own(&[own("Sporet")]).unwrap();
        assert!(!Arc::ptr_eq(&first, &other));
        assert_eq!(other.concepts.last().unwrap().label, "Sporet");
    }

    #[test]
    fn what_nobody_holds_is_given_up() {
        let lay = ["remisen".to_owned()];
        let own = [OwnConcept { label: "Remisen", official: &[], lay: &lay }];
        drop(with_own(&own).unwrap());
        assert!(held(&[("Remisen".into(), vec![], lay.to_vec())]).is_none());
    }
}
