//! What is told in numbers: a phone number, somebody's age.

use crate::words::Word;

/// Fewest digits that are taken for a phone number.
const SHORTEST_NUMBER: usize = 4;

/// The digits of a text without Denmark's country code.
pub fn national_digits(text: &str) -> String {
    /// Digits of a Danish number.
    const WHOLE: usize = 8;
    let digits: String = text.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    let abroad = digits.strip_prefix("+45").or_else(|| digits.strip_prefix("0045"));
    // Some leave out the plus.
    let whole = || digits.strip_prefix("45").filter(|rest| rest.len() == WHOLE);
    abroad.or_else(whole).unwrap_or(&digits).replace('+', "")
}

/// The digits of a phone number in the query, written with or without spaces and country code.
pub(super) fn phone_digits(query: &str) -> Option<String> {
    let digits = national_digits(query);
    let has_letters = query.chars().any(char::is_alphabetic);
    // Beside words only a whole number is one; a few digits are a house or a paragraph.
    let enough = if has_letters { 8 } else { SHORTEST_NUMBER };
    (digits.len() >= enough && !query.contains('§')).then_some(digits)
}

/// An age told in passing: “jeg er 19”, “min søn på 14”, “17-årig”, “45 years old”.
pub(super) fn told_age(typed: &[Word]) -> Option<i32> {
    const BEFORE: [&str; 22] = [
        "er", "på", "fylder", "fyldt", "blevet", "bliver", "kun", "mand", "kvinde", "dreng", "pige", "søn",
        "datter", "knægt", "barn", "mor", "far", "am", "is", "aged", "only", "alder",
    ];
    const AFTER: [&str; 6] = ["år", "års", "årig", "årige", "years", "year"];
    let said =
        |at: Option<&Word>, words: &[&str]| at.is_some_and(|word| words.contains(&word.surface.as_str()));
    typed.iter().enumerate().find_map(|(at, word)| {
        let age: i32 = word.surface.parse().ok().filter(|age| (3..=110).contains(age))?;
        let before = at.checked_sub(1).and_then(|before| typed.get(before));
        (said(before, &BEFORE) || said(typed.get(at + 1), &AFTER)).then_some(age)
    })
}

pub(super) fn is_number(word: &Word) -> bool {
    word.surface.chars().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn an_age_told_in_passing_is_heard_and_a_house_number_is_not() {
        let age = |query: &str| told_age(&words(query));
        assert_eq!(age("jeg er 19 og bor hos mine forældre"), Some(19));
        assert_eq!(age("min søn på 14"), Some(14));
        assert_eq!(age("17-årig pige"), Some(17));
        assert_eq!(age("på gaden og kun 19"), Some(19));
        assert_eq!(age("mand 52"), Some(52));
        assert_eq!(age("Bakkevej 6"), None);
    }

    #[test]
    fn a_phone_number_is_known_however_it_is_written() {
        for typed in [
            "76 16 64 00",
            "76166400",
            "+45 76 16 64 00",
            "(+45) 76166400",
            "0045 76166400",
            "4576166400",
            "ring 76166400",
        ] {
            assert_eq!(phone_digits(typed).as_deref(), Some("76166400"), "{typed}");
        }
        assert_eq!(phone_digits("7616").as_deref(), Some("7616"));
        for other in ["Bakkevej 6", "6700 Esbjerg", "§ 110", "110", "18-24"] {
            assert_eq!(phone_digits(other).filter(|digits| digits.len() > 4), None, "{other}");
        }
    }
}
