//! From text to words: one spelling of letters, Danish stems, words that carry no meaning left out.

use std::collections::HashSet;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands, in lower case and one spelling ([`fold`]).
    pub surface: String,
    /// What is left without its inflection (the Danish Snowball stemmer).
    pub stem: String,
}

/// Words that help a sentence but say nothing of what is sought.
const STOP_WORDS: &str = "\
    ad af aldrig alle alt altid anden andet andre at bare blev blive bliver blevet både da dag de deg dem den denne der \
    deres det dette dig din dine dit dog du efter eller en end endnu er et ene eneste ens få får fået fik for fordi \
    forbi fra fremad gang gerne gid giv giver gå gør gøre ha ham han hans har hav havde have hej hen hende hendes her \
    hjælp hos hun hvad hvem hver hvilken hvis hvor hvordan hvorfor hvornår i igen ikke imod ind ingen ingenting intet \
    ja jeg jer jeres jo kan kom komme kommer kun kunne lige lidt lille mange med meget mellem men mener mer mere mest \
    mig min mindre mine mit mod må måske ned nede nej nemt nogen noget nogle nok nu når nær næsten gælder gælde gældende og også om op os \
    over på samme se selv selvom sig siden sin sine sit skal skulle snart som så sådan tag tage til tit under ud uden \
    undskyld var ved vi vil ville være været vores vær sammen søger søge leder finde find brug bruge behov \
    stå står ligger lave laver synes ved ret rigtig rigtigt faktisk virkelig snakke tale \
    man begyndt begynder endelig helt ofte mens burde hinanden nogensinde allerede efterhånden heller tror håber \
    ønsker borger borgeren borgere \
    a about am an and any are as at be because been but by can could did do does for from get go got had has have he \
    help her him his how i if in is it its me my need no not of on or our out she should so some that the their them \
    then there they this to up us was we were what when where who why will with would you your im ive";

/// Words that turn a phrase round: they say nothing alone, but “can't sleep” is not “sleep”.
const NEGATIONS: [&str; 6] = ["ikke", "ingen", "aldrig", "uden", "no", "not"];

/// One spelling of letters: composed, lower case, `aa`/`ae`/`oe` as å/æ/ø, foreign accents gone, “§ 80” as one word.
pub fn fold(text: &str) -> String {
    let lower: String = text.nfc().collect::<String>().to_lowercase();
    let mut folded = String::with_capacity(lower.len());
    let mut letters = lower.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek().copied()) {
            // “AA” alone is Alcoholics Anonymous, not an old å.
            ('a', Some('a')) if is_alone(&folded, letters.clone().nth(1)) => folded.push('a'),
            ('a', Some('a')) => replace_pair(&mut folded, &mut letters, 'å'),
            ('a', Some('e')) => replace_pair(&mut folded, &mut letters, 'æ'),
            ('o', Some('e')) => replace_pair(&mut folded, &mut letters, 'ø'),
            ('§', _) => {
                folded.push_str(" paragraf");
                while letters.peek().is_some_and(|c| c.is_whitespace() || *c == '§') {
                    letters.next();
                }
            }
            ('é' | 'è' | 'ê' | 'ë', _) => folded.push('e'),
            ('á' | 'à' | 'â', _) => folded.push('a'),
            ('ó' | 'ò' | 'ô', _) => folded.push('o'),
            ('ú' | 'ù', _) => folded.push('u'),
            ('ü', _) => folded.push('y'),
            ('ä', _) => folded.push('æ'),
            ('ö', _) => folded.push('ø'),
            ('\'' | '’' | '´', _) => {}
            (other, _) => folded.push(other),
        }
    }
    folded
}

fn is_alone(before: &str, after: Option<char>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    !is_letter(before.chars().next_back()) && !is_letter(after)
}

fn replace_pair(folded: &mut String, letters: &mut impl Iterator<Item = char>, with: char) {
    letters.next();
    folded.push(with);
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let stemmer = Stemmer::new(Algorithm::Danish);
    let word = |surface: &str| {
        // Short words and abbreviations have no inflection worth taking off.
        let length = surface.chars().count();
        // “Kors” is no genitive of “kor”.
        let is_short = length <= 3 || (length == 4 && surface.ends_with('s'));
        let stem = if is_short { surface.to_owned() } else { stemmer.stem(surface).into_owned() };
        Word { surface: surface.to_owned(), stem }
    };
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).map(word).collect()
}

/// Whether the word says nothing of what is sought.
pub fn is_stop_word(surface: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| STOP_WORDS.split_ascii_whitespace().collect());
    WORDS.contains(surface)
}

/// Whether the word says nothing alone but turns a phrase round.
pub fn is_negation(surface: &str) -> bool {
    NEGATIONS.contains(&surface)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.stem).collect()
    }

    fn stem(word: &str) -> String {
        stems(word).remove(0)
    }

    #[test]
    fn inflections_share_a_stem() {
        assert_eq!(
            stems("lejlighed lejligheden lejligheder"),
            ["lej", "lej", "lej"].map(|_| stem("lejlighed"))
        );
        assert_eq!(stem("hjemløse"), stem("hjemløs"));
    }

    #[test]
    fn one_spelling_of_the_danish_letters() {
        assert_eq!(fold("Aabenraa"), "åbenrå");
        assert_eq!(fold("GÆLD gaeld"), "gæld gæld");
        assert_eq!(fold("vaerested Café"), "værested cafe");
        assert_eq!(words("serviceloven § 80")[1].surface, "paragraf80");
    }
}
