//! What to offer where nothing is found: words like those typed, and the services whose names come nearest.

use std::collections::HashSet;

use crate::vocabulary::Vocabulary;
use crate::words::{fold, is_stop_word, words};

/// Most words offered.
const WORDS: usize = 4;
/// Most services offered.
const SERVICES: usize = 3;

/// Known words like those typed.
pub fn suggestions(vocabulary: &Vocabulary, query: &str) -> Vec<String> {
    let mut offered = Vec::new();
    for word in words(query).into_iter().filter(|word| !is_stop_word(&word.surface)) {
        offered.extend(vocabulary.most_like(&word.surface, WORDS).into_iter().map(str::to_owned));
    }
    offered.dedup();
    offered.truncate(WORDS);
    offered
}

/// The services whose names share most letter triples with the query. Each is given as its place and its names.
pub fn nearest<'n, N>(services: impl IntoIterator<Item = (usize, N)>, query: &str) -> Vec<usize>
where
    N: IntoIterator<Item = &'n str>,
{
    let typed = triples(query);
    let shared = |name: &str| triples(name).intersection(&typed).count();
    let mut scored: Vec<(usize, usize)> = services
        .into_iter()
        .map(|(at, names)| (names.into_iter().map(shared).max().unwrap_or(0), at))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    scored.sort_by_key(|(shared, at)| (std::cmp::Reverse(*shared), *at));
    scored.into_iter().take(SERVICES).map(|(_, at)| at).collect()
}

fn triples(text: &str) -> HashSet<[char; 3]> {
    let letters: Vec<char> = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    letters.windows(3).map(|w| [w[0], w[1], w[2]]).collect()
}
