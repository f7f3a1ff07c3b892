//! The model's questions: the schema that the cities agreed on, as data. A municipality hides those it does without and
//! adds its own; the words of the model's stay here, so that they read in the reader's language.

use std::sync::LazyLock;

use entity::framework::values::{Level, Register, Section};
use serde::{Deserialize, Serialize};

use crate::directory::catalogue::Language;

/// Whence a question is answered that is not answered in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, async_graphql::Enum)]
#[serde(rename_all = "snake_case")]
pub enum Drawn {
    /// From the service directory.
    Directory,
    /// From the cycle: when the framework was and is to be updated.
    Cycle,
}

/// A question of the model.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelQuestion {
    /// Its name for ever.
    pub key: String,
    /// The section it stands in.
    pub section: Section,
    /// Which rows of its registers belong to it; none for all of them.
    pub level: Option<Level>,
    /// The registers shown under it.
    pub registers: Vec<Register>,
    /// Whence it is answered, where not in words alone.
    pub drawn: Option<Drawn>,
    da: Words,
    en: Words,
}

/// A question in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The question.
    pub title: String,
    /// What to think of when answering.
    pub guidance: String,
}

impl ModelQuestion {
    /// The question in a language.
    pub fn words(&self, language: Language) -> &Words {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    question: Vec<ModelQuestion>,
}

static QUESTIONS: LazyLock<Vec<ModelQuestion>> = LazyLock::new(|| {
    // A test reads the file, so that what is shipped can be read.
    toml::from_str::<File>(include_str!("../../framework/questions.toml"))
        .map_or_else(|_| Vec::new(), |file| file.question)
});

/// The model's questions, in its order.
pub fn questions() -> &'static [ModelQuestion] {
    &QUESTIONS
}

/// The model's question of this name.
pub fn question(key: &str) -> Option<&'static ModelQuestion> {
    QUESTIONS.iter().find(|question| question.key == key)
}

/// The sections, in the model's order.
pub const SECTIONS: [Section; 6] = [
    Section::TargetGroup,
    Section::Organisation,
    Section::Communication,
    Section::Plans,
    Section::Directory,
    Section::Dissemination,
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_section_has_its_questions_in_the_models_order() {
        assert_eq!(questions().len(), 27);
        let order: Vec<Section> = questions().iter().map(|question| question.section).collect();
        assert!(order.is_sorted_by_key(|section| SECTIONS.iter().position(|other| other == section)));
        assert!(SECTIONS.iter().all(|section| order.contains(section)));
    }

    #[test]
    fn no_name_comes_twice_and_every_question_speaks_both_languages() {
        let keys: HashSet<&str> = questions().iter().map(|question| question.key.as_str()).collect();
        assert_eq!(keys.len(), questions().len());
        for question in questions() {
            for language in [Language::Danish, Language::English] {
                let words = question.words(language);
                assert!(!words.title.is_empty() && !words.guidance.is_empty(), "{}", question.key);
            }
        }
    }

    #[test]
    fn a_row_of_any_register_has_one_question_to_stand_under() {
        let mut places = HashSet::new();
        for question in questions() {
            for register in &question.registers {
                assert!(places.insert((*register, question.level)), "{}", question.key);
            }
        }
    }
}
