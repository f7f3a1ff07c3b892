//! One question: what is asked, its answer, its registers, and what the one who leads can do with it.

use leptos::prelude::*;

use super::change_question::ChangeQuestion;
use super::drawn::DrawnPart;
use super::editor::AnswerPart;
use super::place::{element, use_place};
use super::rows::Registers;
use crate::framework::draft::queries::section::Question;
use crate::language::{Lang, Locale, Text, danish, text_by, use_language};

/// The question with this id.
#[component]
pub(in crate::framework::draft) fn QuestionPart(id: String) -> impl IntoView {
    let place = use_place();
    let heading = element("spoergsmaal", &id);
    let question = place.question(id);
    let leads = place.leads();
    let (title, lang) = asked(question);
    let guidance = guidance(question);
    let drawn = question.with_untracked(|one| one.as_ref().and_then(|one| one.drawn));
    view! {
        <section class="question" aria-labelledby=heading.clone()>
            <h2 class="h3" id=heading.clone() tabindex="-1" lang=lang>{title}</h2>
            <p class="guidance" lang=lang hidden=move || guidance.get().is_empty()>{guidance}</p>
            {drawn.map(|drawn| view! { <DrawnPart drawn=drawn/> })}
            <Registers question=question/>
            <AnswerPart question=question/>
            {move || leads.get().then(|| view! { <ChangeQuestion question=question/> })}
        </section>
    }
}

/// What is asked; the municipality's own words are Danish.
pub(super) fn asked(question: Memo<Option<Question>>) -> (Text, Lang) {
    let title = text_by(move |locale| {
        question.with(|one| one.as_ref().map(|one| title(locale, one).to_owned()).unwrap_or_default())
    });
    let danish = danish();
    let language = use_language();
    let lang = Signal::derive(move || {
        let _ = language.get();
        question.with(|one| one.as_ref().is_some_and(|one| one.is_own)).then(|| danish.get()).flatten()
    });
    (title, lang)
}

/// What is asked, in a language.
pub(super) fn title(locale: Locale, question: &Question) -> &str {
    match locale {
        Locale::da => &question.title_da,
        Locale::en => &question.title_en,
    }
}

fn guidance(question: Memo<Option<Question>>) -> Text {
    text_by(move |locale| {
        question
            .with(|one| {
                let one = one.as_ref()?;
                match locale {
                    Locale::da => one.guidance_da.clone(),
                    Locale::en => one.guidance_en.clone(),
                }
            })
            .unwrap_or_default()
    })
}
