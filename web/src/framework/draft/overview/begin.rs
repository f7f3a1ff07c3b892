//! Where there is no framework: beginning with the model's questions, or with a copy of another municipality's.

use leptos::prelude::*;

use crate::api::{UserErrorCode, use_api};
use crate::directory::here::use_here;
use crate::directory::queries::municipality::MunicipalityLink;
use crate::framework::draft::queries::cycle::{FrameworkBeginInput, framework_begin};
use crate::identity::viewer::use_viewer;
use crate::language::{Locale, td_string, use_language};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, SubmitButton};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::field::Choice;

/// What to begin with, for who may; the others are told who does.
#[component]
pub(in crate::framework::draft) fn Begin(municipalities: Vec<MunicipalityLink>) -> impl IntoView {
    let may = Memo::new(move |_| use_viewer().may().edit_directory);
    let municipalities = StoredValue::new(municipalities);
    move || {
        if may.get() {
            view! { <BeginForm municipalities=municipalities.get_value()/> }.into_any()
        } else {
            view! {
                <EmptyNotice heading=text!(draft.not_begun)>
                    <p>{text!(draft.not_begun_wait)}</p>
                </EmptyNotice>
            }
            .into_any()
        }
    }
}

#[component]
fn BeginForm(municipalities: Vec<MunicipalityLink>) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let attempt = Attempt::new(words);
    let copy_from = RwSignal::new(String::new());
    let language = use_language();
    let others: Vec<MunicipalityLink> = municipalities.into_iter().filter(|one| one.slug != slug).collect();
    let options = Signal::derive(move || {
        let locale = language.get();
        let empty = (String::new(), td_string!(locale, draft.begin_empty).to_owned());
        let copies = others
            .iter()
            .map(|one| (one.slug.clone(), td_string!(locale, draft.begin_copy, name = one.name.clone())));
        std::iter::once(empty).chain(copies).collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let copy_from = Some(copy_from.get_untracked()).filter(|slug| !slug.is_empty());
        let input = FrameworkBeginInput { municipality: slug.clone(), copy_from };
        let work =
            async move { Ok(((), api.send(framework_begin::ask(input)).await?.framework_begin.user_errors)) };
        attempt.run(work, move |()| api.connection.try_again());
    };
    view! {
        <p class="font-lead">{text!(draft.begin_lead)}</p>
        <form class="own-form" novalidate on:submit=submit>
            <AttemptErrors attempt=attempt fields=&["copyFrom"]/>
            <Choice
                id="copy-from"
                label=text!(draft.begin_with)
                hint=text!(draft.begin_with_hint)
                value=copy_from
                options=options
                wrong=attempt.wrong_with("copyFrom")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(draft.begin)/>
            </p>
        </form>
    }
}

fn words(locale: Locale, field: &str, code: UserErrorCode) -> Option<&'static str> {
    match (field, code) {
        ("copyFrom", _) => Some(td_string!(locale, draft.begin_copy_none)),
        (_, UserErrorCode::Taken | UserErrorCode::InUse) => Some(td_string!(locale, draft.begin_taken)),
        _ => None,
    }
}
