//! One's own name, and the language of screen and mails.

use leptos::prelude::*;

use super::queries::account::{PersonUpdateInput, person_update};
use super::queries::viewer::Person;
use super::viewer::use_viewer;
use crate::api::{UserErrorCode, use_api};
use crate::language::{Locale, use_language};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice, SubmitButton};
use crate::ui::field::{Choice, Field, Takes};

/// The form.
#[component]
pub(crate) fn PersonForm(person: Person) -> impl IntoView {
    let api = use_api();
    let viewer = use_viewer();
    let screen = use_language();
    let attempt = Attempt::new(|_, _, _| None);
    let name = RwSignal::new(person.name);
    let language = RwSignal::new(person.language);
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "name");
        }
        let chosen = language.get_untracked();
        let input = PersonUpdateInput { name: Some(typed), language: Some(chosen.clone()) };
        let work = async move {
            let payload = api.send(person_update::ask(input)).await?.person_update;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, move |()| {
            screen.choose(if chosen == "en" { Locale::en } else { Locale::da });
            viewer.has_changed();
        });
    };
    // Each language named in itself.
    let languages = vec![("da".to_owned(), "Dansk".to_owned()), ("en".to_owned(), "English".to_owned())];
    view! {
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["name", "language"]/>
            <Field
                id="name"
                label=text!(identity.name)
                value=name
                takes=Takes::Line("name")
                wrong=attempt.wrong_with("name")
            />
            <Choice
                id="language"
                label=text!(identity.language)
                hint=text!(identity.language_hint)
                value=language
                options=Signal::stored(languages)
                wrong=attempt.wrong_with("language")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(identity.save)/>
            </p>
            <DoneNotice attempt=attempt label=text!(identity.saved)/>
        </form>
    }
}
