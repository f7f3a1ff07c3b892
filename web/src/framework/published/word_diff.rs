//! Where two texts differ, word by word: the longest common sequence of words, so that what stayed is shown as it is.
//! Pure.

/// The most pairs of words that are held against each other; longer texts are shown as replaced as a whole.
const MOST_PAIRS: usize = 4_000_000;

/// What became of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stands in both.
    Stayed,
    /// It stands in the first alone.
    Removed,
    /// It stands in the second alone.
    Added,
}

/// Words that share a fate, with the white space behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// What became of them.
    pub(crate) fate: Fate,
    /// The words as they stand.
    pub(crate) text: String,
}

/// A word, and what stands between it and the next.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    letters: &'a str,
    gap: &'a str,
}

/// The runs that turn the first text into the second, in reading order; what is gone comes before what came instead.
pub(crate) fn between(before: &str, after: &str) -> Vec<Run> {
    let (old, new) = (words(before), words(after));
    let same = |(one, other): &(&Word<'_>, &Word<'_>)| one.letters == other.letters;
    let start = old.iter().zip(&new).take_while(same).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(same).count();
    let (old_middle, new_middle) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut runs = Vec::new();
    for word in &new[..start] {
        push(&mut runs, Fate::Stayed, word);
    }
    middle(old_middle, new_middle, &mut runs);
    for word in &new[new.len() - end..] {
        push(&mut runs, Fate::Stayed, word);
    }
    runs
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let letters = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(letters);
        let gap = behind.find(|letter: char| !letter.is_whitespace()).unwrap_or(behind.len());
        let (gap, next) = behind.split_at(gap);
        words.push(Word { letters: word, gap });
        rest = next;
    }
    words
}

/// The part between what both begin and end with.
fn middle(old: &[Word<'_>], new: &[Word<'_>], runs: &mut Vec<Run>) {
    let is_too_long = old.len().saturating_mul(new.len()) > MOST_PAIRS;
    let common = if is_too_long { Vec::new() } else { common(old, new) };
    let (mut at_old, mut at_new) = (0, 0);
    for (to_old, to_new) in common.into_iter().chain([(old.len(), new.len())]) {
        for word in &old[at_old..to_old] {
            push(runs, Fate::Removed, word);
        }
        for word in &new[at_new..to_new] {
            push(runs, Fate::Added, word);
        }
        if let Some(word) = new.get(to_new) {
            push(runs, Fate::Stayed, word);
        }
        (at_old, at_new) = (to_old + 1, to_new + 1);
    }
}

/// The longest sequence of words that both have, as pairs of places.
fn common(old: &[Word<'_>], new: &[Word<'_>]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // How long the longest is from each pair of places on.
    let mut longest = vec![0_u32; (old.len() + 1) * width];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            longest[i * width + j] = if one.letters == other.letters {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        if old[i].letters == new[j].letters {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn push(runs: &mut Vec<Run>, fate: Fate, word: &Word<'_>) {
    let text = [word.letters, word.gap].concat();
    match runs.last_mut() {
        Some(run) if run.fate == fate => run.text.push_str(&text),
        _ => runs.push(Run { fate, text }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `=` stayed, `-` removed, `+` added.
    fn told(before: &str, after: &str) -> Vec<String> {
        let told = |run: Run| {
            let sign = match run.fate {
                Fate::Stayed => '=',
                Fate::Removed => '-',
                Fate::Added => '+',
            };
            format!("{sign}{}", run.text.trim())
        };
        between(before, after).into_iter().map(told).collect()
    }

    #[test]
    fn what_stayed_is_shown_as_it_is() {
        assert_eq!(told("Vi mødes i huset", "Vi mødes i huset"), ["=Vi mødes i huset"]);
        assert_eq!(told("", ""), Vec::<String>::new());
    }

    #[test]
    fn a_word_instead_of_another() {
        assert_eq!(
            told("Netværksgruppen mødes 8 gange om året", "Netværksgruppen mødes 10 gange om året"),
            ["=Netværksgruppen mødes", "-8", "+10", "=gange om året"]
        );
    }

    #[test]
    fn words_in_the_middle_and_at_the_ends() {
        assert_eq!(told("a b c d e", "a c x d"), ["=a", "-b", "=c", "+x", "=d", "-e"]);
        assert_eq!(told("", "nyt svar"), ["+nyt svar"]);
        assert_eq!(told("gammelt svar", " "), ["-gammelt svar"]);
    }

    #[test]
    fn a_word_that_comes_twice_is_counted_twice() {
        assert_eq!(told("og og", "og"), ["=og", "-og"]);
        assert_eq!(told("a b a", "a b a b a"), ["=a b a", "+b a"]);
    }

    #[test]
    fn white_space_is_no_word_but_stays() {
        assert_eq!(told("et\nto", "et to"), ["=et to"]);
        let runs = between("et", "et\n\nto");
        assert_eq!(runs.iter().map(|run| run.text.as_str()).collect::<String>(), "et\n\nto");
    }

    #[test]
    fn both_texts_can_be_read_out_of_the_runs() {
        let (before, after) =
            ("De unge får et brev, og så et besøg.", "De unge får besøg, og derefter et brev.");
        let read = |left_out: Fate| {
            let runs = between(before, after).into_iter().filter(|run| run.fate != left_out);
            runs.flat_map(|run| run.text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(read(Fate::Added), before);
        assert_eq!(read(Fate::Removed), after);
    }

    #[test]
    fn what_is_too_long_is_replaced_as_a_whole() {
        let [before, after] = ["a ", "b "].map(|word| word.repeat(3_000));
        let fates: Vec<Fate> = between(&before, &after).into_iter().map(|run| run.fate).collect();
        assert_eq!(fates, [Fate::Removed, Fate::Added]);
    }
}
