//! Where the section stands: who has it and until when, how far it is, and why one can't write in it where one can't.

use leptos::prelude::*;

use super::place::use_place;
use crate::format::date::Date;
use crate::format::words::day;
use crate::framework::draft::progress::Progress;
use crate::framework::draft::queries::overview::FrameworkState;
use crate::language::{Locale, Text, td_string, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::shown::changing;

/// The lines below the heading.
#[component]
pub(in crate::framework::draft) fn SectionStanding() -> impl IntoView {
    let place = use_place();
    let answered = place.of(|section| section.answered);
    let total = place.of(|section| section.total);
    let given = place.of(|section| (section.assignee_name.clone(), section.due_on, section.is_overdue));
    let is_done = place.of(|section| section.is_done);
    let written = place.written();
    let can_write = place.can_write();
    let locked = Memo::new(move |_| {
        written.with(|one| one.as_ref().is_some_and(|one| one.state == FrameworkState::Submitted))
    });
    let why = move || match (locked.get(), can_write.get()) {
        (true, _) => Some(text!(draft.locked)),
        (false, false) => Some(text!(draft.read_only)),
        (false, true) => None,
    };
    view! {
        {move || why().map(|words| view! { <p class="notice-line">{words}</p> })}
        <Progress
            answered=Signal::derive(move || answered.get().unwrap_or_default())
            total=Signal::derive(move || total.get().unwrap_or_default())
            id="how-far".to_owned()
        />
        {changing(Box::new(move || {
            let (name, due, is_overdue) = given.get().unwrap_or_default();
            given_line(name, due, is_overdue).into_any()
        }))}
        {move || {
            (is_done.get() == Some(true))
                .then(|| view! { <p class="is-done">{icon(Icon::Check)} " " {text!(draft.section_done)}</p> })
        }}
    }
}

/// To whom a section is given and until when; nothing where it is given to nobody.
pub(in crate::framework::draft) fn given_line(
    name: Option<String>,
    due: Option<Date>,
    is_overdue: bool,
) -> Option<AnyView> {
    if name.is_none() && due.is_none() {
        return None;
    }
    let words: Text = text_by(move |locale| given_words(locale, name.as_deref(), due));
    let late = is_overdue.then(|| {
        view! { <strong class="is-late">{icon(Icon::Warning)} " " {text!(draft.section_late)}</strong> " " }
    });
    Some(view! { <p class="given">{late} {words}</p> }.into_any())
}

fn given_words(locale: Locale, name: Option<&str>, due: Option<Date>) -> String {
    match (name, due) {
        (Some(name), Some(due)) => {
            td_string!(locale, draft.given_until, name = name, date = day(locale, due))
        }
        (Some(name), None) => td_string!(locale, draft.given, name = name),
        (None, Some(due)) => td_string!(locale, draft.until, date = day(locale, due)),
        (None, None) => String::new(),
    }
}
