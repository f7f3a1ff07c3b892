//! Takes Danish compounds apart: “misbrugsbehandling” is “misbrug” and “behandling”, joined by an s.

/// Shortest part, in letters.
const SHORTEST: usize = 3;
/// Most parts of one word.
const MOST: usize = 4;

/// Finds the parts of `word`, each of which `is_part`, joined directly or by s or e. The fewest parts win;
/// among those, the split whose shortest part is longest. Empty where it is no compound of known words.
pub fn parts<'w>(word: &'w str, is_part: &impl Fn(&str) -> bool) -> Vec<&'w str> {
    if word.chars().count() < 2 * SHORTEST {
        return Vec::new();
    }
    (2..=MOST).map(|count| split(word, count, is_part)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// Known words that `word` begins or ends with, where it can't be taken apart whole: the longest of each.
pub fn ends<'w>(word: &'w str, is_part: &impl Fn(&str) -> bool) -> Vec<&'w str> {
    const SHORTEST_END: usize = 4;
    let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(2).collect();
    let long = |part: &&str| part.chars().count() >= SHORTEST_END && is_part(part);
    let tail = cuts.iter().map(|at| &word[*at..]).find(long);
    let head = cuts.iter().rev().map(|at| &word[..*at]).find(long);
    head.into_iter().chain(tail).collect()
}

fn split<'w>(word: &'w str, count: usize, is_part: &impl Fn(&str) -> bool) -> Vec<&'w str> {
    if count == 1 {
        return if is_part(word) { vec![word] } else { Vec::new() };
    }
    let mut best: Vec<&str> = Vec::new();
    for (at, _) in word.char_indices().skip(SHORTEST) {
        let (head, tail) = word.split_at(at);
        if tail.chars().count() < SHORTEST {
            break;
        }
        if !is_part(head) {
            continue;
        }
        let joints = [Some(tail), tail.strip_prefix('s'), tail.strip_prefix('e')];
        for rest in joints.into_iter().flatten() {
            let rest = split(rest, count - 1, is_part);
            if rest.is_empty() {
                continue;
            }
            let mut found = vec![head];
            found.extend(rest);
            if shortest(&found) > shortest(&best) {
                best = found;
            }
        }
    }
    best
}

fn shortest(parts: &[&str]) -> usize {
    parts.iter().map(|part| part.chars().count()).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(words: &str) -> impl Fn(&str) -> bool {
        move |part| words.split(' ').any(|word| word == part)
    }

    #[test]
    fn known_parts_are_found_through_the_joint() {
        let lexicon = lexicon("misbrug behandling tand læge social pleje hjem forsorg for sorg");
        assert_eq!(parts("misbrugsbehandling", &lexicon), ["misbrug", "behandling"]);
        assert_eq!(parts("tandlæge", &lexicon), ["tand", "læge"]);
        assert_eq!(parts("socialtandpleje", &lexicon), ["social", "tand", "pleje"]);
        assert_eq!(parts("forsorgshjem", &lexicon), ["forsorg", "hjem"], "the fewest parts win");
    }

    #[test]
    fn a_word_of_unknown_parts_stays_whole() {
        assert!(parts("veterankoordinator", &lexicon("veteran")).is_empty());
        assert!(parts("hjem", &lexicon("hjem")).is_empty());
    }
}
