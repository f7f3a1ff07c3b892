//! Fixing an edition: the catalogue as it is today, under a number and a word of what it is.

use leptos::prelude::*;

use super::queries::editions::{CatalogueFixInput, catalogue_fix};
use crate::api::{UserErrorCode, use_api};
use crate::directory::here::use_here;
use crate::language::{Locale, td_string};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice, SubmitButton};
use crate::ui::field::{Field, Takes};

/// The form.
#[component]
pub(super) fn FixForm() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let attempt = Attempt::new(words);
    let (edition, title) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = edition.get_untracked().trim().to_owned();
        if name.is_empty() {
            return attempt.refuse(UserErrorCode::Required, "edition");
        }
        let input = CatalogueFixInput {
            municipality: here.slug_untracked(),
            edition: name,
            title: Some(title.get_untracked().trim().to_owned()).filter(|title| !title.is_empty()),
        };
        let work = async move {
            let payload = api.send(catalogue_fix::ask(input)).await?.catalogue_fix;
            Ok(((), payload.user_errors))
        };
        attempt.run(work, move |()| {
            let _ = edition.try_set(String::new());
            let _ = title.try_set(String::new());
            api.connection.try_again();
        });
    };
    view! {
        <p>{text!(exchange.fix_about)}</p>
        <form on:submit=on_submit novalidate class="own-form">
            <AttemptErrors attempt=attempt fields=&["edition", "title"]/>
            <Field
                id="edition"
                label=text!(exchange.fix_name)
                hint=text!(exchange.fix_name_hint)
                value=edition
                takes=Takes::Line("off")
                wrong=attempt.wrong_with("edition")
            />
            <Field
                id="edition-title"
                label=text!(exchange.fix_title)
                hint=text!(exchange.fix_title_hint)
                value=title
                takes=Takes::Line("off")
                wrong=attempt.wrong_with("title")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(exchange.fix_do)/>
            </p>
            <DoneNotice attempt=attempt label=text!(exchange.fix_done)/>
        </form>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("edition", UserErrorCode::Required) => Some(td_string!(locale, exchange.fix_name_required)),
        _ => None,
    }
}
