//! What is different, in words that a mail can tell: section by section, by name, and not more than one reads.

use entity::framework::values::Section;

use crate::directory::catalogue::Language;
use crate::framework::content::{Difference, DifferenceKind};
use crate::framework::{model, words};

/// Most differences that are told of by name.
const MOST: usize = 20;

/// What is different, a line each under its section; empty where nothing is.
pub(super) fn told(differences: &[Difference], language: Language) -> String {
    let mut text = String::new();
    let mut section: Option<Section> = None;
    for difference in differences.iter().take(MOST) {
        if section.replace(difference.section) != Some(difference.section) {
            text += &format!("\n{}\n", words::section(difference.section, language).to_uppercase());
        }
        text += &format!("* {}\n", line(difference, language));
    }
    let more = differences.len().saturating_sub(MOST);
    match (language, more) {
        (_, 0) => {}
        (Language::Danish, 1) => text += "\n… og 1 anden ændring\n",
        (Language::Danish, more) => text += &format!("\n… og {more} andre ændringer\n"),
        (Language::English, 1) => text += "\n… and 1 other change\n",
        (Language::English, more) => text += &format!("\n… and {more} other changes\n"),
    }
    text
}

fn line(difference: &Difference, language: Language) -> String {
    let what = match (&difference.before, &difference.after, language) {
        (None, _, Language::Danish) => "Nyt",
        (_, None, Language::Danish) => "Udgået",
        (_, _, Language::Danish) => "Ændret",
        (None, _, Language::English) => "New",
        (_, None, Language::English) => "Gone",
        (_, _, Language::English) => "Changed",
    };
    let name = match difference.kind {
        DifferenceKind::Answer => question(difference, language).unwrap_or_default().to_owned(),
        DifferenceKind::Row => match difference.register {
            Some(register) => format!("{} ({})", difference.name, words::register(register, language)),
            None => difference.name.clone(),
        },
        DifferenceKind::Service => difference.name.clone(),
    };
    format!("{what}: {name}")
}

/// The question that a difference stands under, in a language; none for the services of the directory.
pub(super) fn question(difference: &Difference, language: Language) -> Option<&str> {
    let of_model = difference.question.as_deref().and_then(model::question);
    let own = difference.question_title.as_deref();
    own.or_else(|| of_model.map(|question| question.words(language).title.as_str()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answer(before: Option<&str>, after: Option<&str>) -> Difference {
        let say = |text: Option<&str>| text.map(|text| json!({ "answer": text }));
        Difference {
            section: Section::TargetGroup,
            question: Some("partners".to_owned()),
            question_title: None,
            kind: DifferenceKind::Answer,
            register: None,
            name: String::new(),
            before: say(before),
            after: say(after),
        }
    }

    #[test]
    fn differences_are_told_by_name_under_their_section() {
        let told = told(&[answer(None, Some("KFUM")), answer(Some("KFUM"), None)], Language::Danish);
        let expected = "\nMÅLGRUPPE OG SAMARBEJDSPARTNERE\n* Nyt: Hvem samarbejder I med?\n\
                        * Udgået: Hvem samarbejder I med?\n";
        assert_eq!(told, expected);
    }

    #[test]
    fn those_beyond_twenty_are_counted() {
        let many = vec![answer(Some("a"), Some("b")); 32];
        let danish = told(&many, Language::Danish);
        assert_eq!(danish.matches("* Ændret").count(), 20);
        assert!(danish.ends_with("… og 12 andre ændringer\n"));
        assert!(told(&many[..21], Language::English).ends_with("… and 1 other change\n"));
        assert_eq!(told(&[], Language::Danish), "");
    }
}
