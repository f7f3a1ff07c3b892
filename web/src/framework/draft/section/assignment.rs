//! Giving the section to somebody with a date, and saying that it is done.

use leptos::prelude::*;

use super::place::{Place, use_place, wrong};
use crate::api::{Api, Failure, UserError, remote, use_api};
use crate::editing::fields::Source;
use crate::editing::queries::choices::{Choices, load};
use crate::format::date::Date;
use crate::framework::draft::queries::questions::{FrameworkSectionUpdateInput, framework_section_update};
use crate::language::{Locale, td_string, text_by, use_language};
use crate::text;
use crate::ui::attempt::{Attempt, AttemptErrors, DoneNotice, SubmitButton};
use crate::ui::field::{Choice, Field, Takes};
use crate::ui::loading::LoadingCards;
use crate::ui::shown::shown;

/// A section as it is to be.
struct Wanted {
    assignee: Option<cynic::Id>,
    due_on: Option<Date>,
    is_done: bool,
}

async fn update(api: Api, place: Place, wanted: Wanted) -> Result<Vec<UserError>, Failure> {
    let known = place
        .written()
        .with_untracked(|one| one.as_ref().map(|one| (one.section.id.clone(), one.section.revision)));
    let Some((id, revision)) = known else { return Ok(Vec::new()) };
    let Wanted { assignee, due_on, is_done } = wanted;
    let input = FrameworkSectionUpdateInput { id, revision, assignee_id: assignee, due_on, is_done };
    Ok(api.send(framework_section_update::ask(input)).await?.framework_section_update.user_errors)
}

/// *Jeg er færdig med afsnittet*, and back.
#[component]
pub(in crate::framework::draft) fn Done() -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let attempt = Attempt::new(wrong);
    let now = place.of(|section| (section.assignee_id.clone(), section.due_on, section.is_done));
    let is_done = Memo::new(move |_| now.get().is_some_and(|(.., is_done)| is_done));
    let press = move |_| {
        let Some((assignee, due_on, is_done)) = now.get_untracked() else { return };
        place.act(attempt, update(api, place, Wanted { assignee, due_on, is_done: !is_done }), || {});
    };
    let language = use_language();
    let words = move || match (is_done.get(), language.get()) {
        (false, locale) => td_string!(locale, draft.done),
        (true, locale) => td_string!(locale, draft.not_done),
    };
    let class = move || if is_done.get() { "button button-secondary" } else { "button button-primary" };
    view! {
        <AttemptErrors attempt=attempt fields=&[]/>
        <p class="form-actions">
            <button type="button" class=class on:click=press>{words}</button>
        </p>
    }
}

/// Giving the section to somebody.
#[component]
pub(in crate::framework::draft) fn Assign() -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let people = remote(api, move || {
        let slug = place.slug();
        (slug.clone(), load(api, slug, &[Source::People]))
    });
    // The first answer fills the form; a later one would take away what is being chosen.
    let first = Memo::new(move |known: Option<&Option<Choices>>| {
        known.cloned().flatten().or_else(|| Some(people.known()?.as_ref().clone()))
    });
    view! {
        <section class="assign" aria-labelledby="assign">
            <h2 class="h4" id="assign">{text!(draft.assign)}</h2>
            <p>{text!(draft.assign_about)}</p>
            {move || match first.get() {
                Some(people) => view! { <AssignForm people=people/> }.into_any(),
                None => shown(people, || view! { <LoadingCards/> }.into_any(), |_| ().into_any()),
            }}
        </section>
    }
}

#[component]
fn AssignForm(people: Choices) -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let attempt = Attempt::new(words);
    let now = place.of(|section| {
        (section.assignee_id.clone(), section.assignee_name.clone(), section.due_on, section.is_done)
    });
    let (id, name, due, _) = now.get_untracked().unwrap_or_default();
    let id = id.map(cynic::Id::into_inner).unwrap_or_default();
    let mut known: Vec<(String, String)> = people.of(Source::People).to_vec();
    if let Some(name) = name.filter(|_| !known.iter().any(|(other, _)| *other == id)) {
        // Whom it is given to is kept, whether or not they have a role here still.
        known.push((id.clone(), name));
    }
    let assignee = RwSignal::new(id);
    let due_on = RwSignal::new(due.map(|due| due.to_string()).unwrap_or_default());
    let language = use_language();
    let options = Signal::derive(move || {
        let nobody = td_string!(language.get(), draft.assign_nobody).to_owned();
        std::iter::once((String::new(), nobody)).chain(known.iter().cloned()).collect::<Vec<_>>()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let is_done = now.get_untracked().is_some_and(|(.., is_done)| is_done);
        let wanted = Wanted {
            assignee: Some(assignee.get_untracked()).filter(|id| !id.is_empty()).map(cynic::Id::new),
            due_on: Date::parse(&due_on.get_untracked()),
            is_done,
        };
        place.act(attempt, update(api, place, wanted), || {});
    };
    view! {
        <form class="own-form" novalidate on:submit=submit>
            <AttemptErrors attempt=attempt fields=&["assigneeId", "dueOn"]/>
            <Choice
                id="assignee"
                label=text!(draft.assign_whom)
                value=assignee
                options=options
                wrong=attempt.wrong_with("assigneeId")
            />
            <Field
                id="assigned-until"
                label=text!(draft.assign_until)
                value=due_on
                takes=Takes::Day
                wrong=attempt.wrong_with("dueOn")
            />
            <p class="form-actions">
                <SubmitButton attempt=attempt label=text!(draft.assign_save)/>
            </p>
            <DoneNotice attempt=attempt label=text_by(|locale| td_string!(locale, draft.assign_saved).to_owned())/>
        </form>
    }
}

fn words(locale: Locale, field: &str, code: crate::api::UserErrorCode) -> Option<&'static str> {
    match field {
        "dueOn" => Some(td_string!(locale, draft.due_wrong)),
        _ => wrong(locale, field, code),
    }
}
