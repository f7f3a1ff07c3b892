//! The page of a row's form: the section is fetched once, with the organisations that can be named. It is not fetched anew
//! while somebody writes; what others save meanwhile is told when it is saved.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::delete::Delete;
use super::saving::{Target, save};
use super::specs;
use crate::api::{Failure, use_api};
use crate::directory::here::use_here;
use crate::editing::editor::{Attempt, Awaited, Editing, Editor, Way};
use crate::editing::queries::choices::{Choices, load};
use crate::editing::queries::forms::as_json;
use crate::framework::registers::queries::{Level, Register, RegisterRow, WrittenSection, section_rows};
use crate::framework::sections::Section;
use crate::language::{Text, text_by};
use crate::not_found_page::NothingThere;
use crate::ui::alert::{Alert, Gravity};
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::failure_notice::FailurePage;
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::{routes, text};

/// Which row is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Wanted {
    /// A new one, perhaps for a level.
    New(Register, Option<Level>),
    /// One that is there, by its id.
    There(String),
}

/// The form of a row in a section.
#[component]
pub(crate) fn RowForm(section: Section, wanted: Wanted) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let found = RwSignal::new(None::<Result<Option<Opened>, Failure>>);
    let place = slug.clone();
    Effect::new(move |_| {
        api.connection.follow();
        if matches!(found.get_untracked(), Some(Ok(_))) {
            return;
        }
        let (place, wanted) = (place.clone(), wanted.clone());
        leptos::task::spawn_local(async move {
            let answer = async {
                let answer = api.send(section_rows(place.clone(), section)).await?.section();
                let Some(mut opened) = answer.and_then(|written| open(&written, &wanted)) else {
                    return Ok(None);
                };
                opened.choices = load(api, place, specs::sources(opened.register)).await?;
                Ok(Some(opened))
            };
            let answer = answer.await;
            let _ = found.try_set(Some(answer));
        });
    });
    changing(Box::new(move || match found.get() {
        None => view! { <LoadingPage/> }.into_any(),
        Some(Err(failure)) => view! { <FailurePage failure=failure/> }.into_any(),
        Some(Ok(None)) => view! { <NothingThere/> }.into_any(),
        Some(Ok(Some(opened))) => {
            view! { <Filled slug=slug.clone() section=section opened=opened/> }.into_any()
        }
    }))
}

/// What is there to be written in.
#[derive(Clone, Debug)]
struct Opened {
    register: Register,
    level: Option<Level>,
    row: Option<RegisterRow>,
    can_write: bool,
    choices: Choices,
}

/// The row of a section; `None` where it is not there.
fn open(written: &WrittenSection, wanted: &Wanted) -> Option<Opened> {
    let can_write = written.can_write;
    let choices = Choices::default();
    Some(match wanted {
        Wanted::New(register, level) => {
            Opened { register: *register, level: *level, row: None, can_write, choices }
        }
        Wanted::There(id) => {
            let row = written.row(id)?.clone();
            Opened { register: row.register, level: None, row: Some(row), can_write, choices }
        }
    })
}

#[component]
fn Filled(slug: String, section: Section, opened: Opened) -> impl IntoView {
    let Opened { register, level, row, can_write, choices } = opened;
    let back = routes::framework_section(&slug, section.slug());
    let heading: Text = match row.as_ref().map(|row| row.title.clone()) {
        Some(name) => text!(register.edit, name = name.clone()),
        None => text_by(move |locale| specs::heading_of_new(locale, register).to_owned()),
    };
    let steps = vec![
        Step::to(text!(register.draft), routes::framework_draft(&slug)),
        Step::to(section.title(), back.clone()),
    ];
    let body = if can_write {
        let delete = row.clone().map(|row| {
            view! { <Delete id=row.id revision=row.revision name=row.title then=back.clone()/> }
        });
        let editing = editing(slug, register, level, row, choices, back);
        view! {
            <Editor editing=editing/>
            {delete}
        }
        .into_any()
    } else {
        view! {
            <Alert gravity=Gravity::Warning heading=text!(register.cannot_write)>
                <p class="alert-text">{text!(register.cannot_write_do)}</p>
                <p><a href=back>{text!(register.back)}</a></p>
            </Alert>
        }
        .into_any()
    };
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=heading/>
        {body}
    }
}

fn editing(
    slug: String,
    register: Register,
    level: Option<Level>,
    row: Option<RegisterRow>,
    choices: Choices,
    back: String,
) -> Editing {
    let api = use_api();
    let name = match (&row, level) {
        (Some(row), _) => row.id.inner().to_owned(),
        (None, Some(level)) => format!("{slug}.{}.{}", register.slug(), level.slug()),
        (None, None) => format!("{slug}.{}", register.slug()),
    };
    let revision = row.as_ref().map_or(0, |row| row.revision);
    let base = match (&row, level) {
        (Some(row), _) => as_json(&row.form),
        (None, Some(level)) => json!({ "level": level }),
        (None, None) => Value::default(),
    };
    let id = row.map(|row| row.id);
    let target = Target { municipality: slug, register, id, then: back.clone() };
    Editing {
        name,
        sections: specs::sections(register),
        base,
        start: None,
        revision,
        choices,
        way: Way::Write,
        save: Callback::new(move |attempt: Attempt| -> Awaited {
            Box::pin(save(api, target.clone(), attempt))
        }),
        back,
    }
}
