//! What to offer where nothing is found: words like those typed, and the services whose names come nearest.

use std::collections::HashSet;

use super::words::{fold, is_stop_word, words};
use crate::directory::Directory;

/// Most words offered.
const WORDS: usize = 4;
/// Most services offered.
const SERVICES: usize = 3;

/// Known words like those typed.
pub(crate) fn suggestions(directory: &Directory, query: &str) -> Vec<String> {
    let vocabulary = directory.search.vocabulary();
    let mut offered = Vec::new();
    for word in words(query).into_iter().filter(|word| !is_stop_word(&word.surface)) {
        offered.extend(vocabulary.most_like(&word.surface, WORDS).into_iter().map(str::to_owned));
    }
    offered.dedup();
    offered.truncate(WORDS);
    offered
}

/// The services whose names share most letter triples with the query.
pub(crate) fn nearest(directory: &Directory, query: &str) -> Vec<usize> {
    let typed = triples(query);
    let mut scored: Vec<(usize, usize)> = directory
        .listed
        .iter()
        .map(|at| {
            let row = &directory.services[*at].row;
            let names = std::iter::once(&row.name).chain(&row.alternate_names.0);
            let shared = names.map(|name| triples(name).intersection(&typed).count()).max().unwrap_or(0);
            (shared, *at)
        })
        .filter(|(shared, _)| *shared > 0)
        .collect();
    scored.sort_by_key(|(shared, at)| (std::cmp::Reverse(*shared), *at));
    scored.into_iter().take(SERVICES).map(|(_, at)| at).collect()
}

fn triples(text: &str) -> HashSet<[char; 3]> {
    let letters: Vec<char> = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(3).map(|w| [w[0], w[1], w[2]]).collect()
}
