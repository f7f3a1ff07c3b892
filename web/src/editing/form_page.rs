//! What the pages with a form share: the entry is fetched once, with all that it can refer to. It is not fetched anew
//! while somebody writes; what others save meanwhile is told when it is saved.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use super::beyond::Beyond;
use super::editor::{Attempt, Awaited, Editing, Editor, Way};
use super::fields::{Section, Source};
use super::queries::choices::{Choices, load};
use super::queries::entry::Entry;
use super::queries::history::EntryKind;
use super::saving::{Target, save};
use crate::api::{Api, Failure, use_api};
use crate::directory::here::use_here;
use crate::identity::viewer::use_viewer;
use crate::language::Text;
use crate::not_found_page::NothingThere;
use crate::text;
use crate::ui::breadcrumb::{Breadcrumb, Step};
use crate::ui::failure_notice::FailurePage;
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;

/// The entry, on its way; `None` where there is none.
pub(crate) type Found = Pin<Box<dyn Future<Output = Result<Option<Entry>, Failure>>>>;

/// A page with a form.
#[derive(Clone)]
pub(crate) struct FormPage {
    /// What kind of entry.
    pub(crate) kind: EntryKind,
    /// Its fields.
    pub(crate) sections: &'static [Section],
    /// What it refers to.
    pub(crate) sources: &'static [Source],
    /// Fetches the entry; for a new one, what it is a copy of.
    pub(crate) fetch: Callback<(Api, String), Found>,
    /// Whether a new entry is made.
    pub(crate) is_new: bool,
    /// The heading of a new entry's form.
    pub(crate) heading_of_new: Text,
    /// Where the entry is seen.
    pub(crate) address: fn(&str, &Entry) -> String,
    /// The step above in the breadcrumb.
    pub(crate) above: (Text, fn(&str) -> String),
}

/// Awaits the entry and shows the form.
#[component]
pub(crate) fn EntryForm(page: FormPage) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let found = RwSignal::new(None::<Result<(Option<Entry>, Choices), Failure>>);
    let (fetch, sources, place) = (page.fetch, page.sources, slug.clone());
    Effect::new(move |_| {
        api.connection.follow();
        if matches!(found.get_untracked(), Some(Ok(_))) {
            return;
        }
        let place = place.clone();
        leptos::task::spawn_local(async move {
            let answer = async {
                let entry = fetch.run((api, place.clone())).await?;
                Ok((entry, load(api, place, sources).await?))
            };
            let answer = answer.await;
            let _ = found.try_set(Some(answer));
        });
    });
    changing(Box::new(move || match found.get() {
        None => view! { <LoadingPage/> }.into_any(),
        Some(Err(failure)) => view! { <FailurePage failure=failure/> }.into_any(),
        Some(Ok((None, _))) if !page.is_new => view! { <NothingThere/> }.into_any(),
        Some(Ok((entry, choices))) => {
            view! { <Filled page=page.clone() slug=slug.clone() entry=entry choices=choices/> }.into_any()
        }
    }))
}

#[component]
fn Filled(page: FormPage, slug: String, entry: Option<Entry>, choices: Choices) -> impl IntoView {
    let api = use_api();
    let may = untrack(|| use_viewer().may());
    let way = if may.edit_directory { Way::Save } else { Way::Propose };
    let existing = entry.as_ref().filter(|_| !page.is_new);
    let back = existing.map_or_else(|| (page.above.1)(&slug), |entry| (page.address)(&slug, entry));
    let heading: Text = match existing.map(|entry| entry.name.clone()) {
        None => page.heading_of_new,
        Some(name) if way == Way::Propose => text!(editing.propose_title, name = name.clone()),
        Some(name) => text!(editing.edit_title, name = name.clone()),
    };
    let mut steps = vec![Step::to(page.above.0, (page.above.1)(&slug))];
    if let Some(entry) = existing {
        steps.push(Step::named(entry.name.clone(), back.clone()));
    }
    let target = Target {
        municipality: slug.clone(),
        kind: page.kind,
        id: existing.map(|entry| entry.id.clone()),
        way,
    };
    let name =
        existing.map_or_else(|| format!("{slug}.{:?}", page.kind), |entry| entry.id.inner().to_owned());
    let copied = entry.as_ref().filter(|_| page.is_new).map(|entry| entry.form.clone());
    let editing = Editing {
        name,
        sections: page.sections,
        base: existing.map(|entry| entry.form.clone()).unwrap_or_default(),
        start: copied,
        revision: existing.map_or(0, |entry| entry.revision),
        choices,
        way,
        save: Callback::new(move |attempt: Attempt| -> Awaited {
            Box::pin(save(api, target.clone(), attempt))
        }),
        back,
    };
    let beyond = existing.cloned().filter(|_| way == Way::Save).map(|entry| {
        view! { <Beyond kind=page.kind entry=entry/> }
    });
    let lead =
        (way == Way::Propose).then(|| view! { <p class="font-lead">{text!(editing.propose_lead)}</p> });
    view! {
        <Breadcrumb steps=steps/>
        <PageHeading title=heading/>
        {lead}
        <Editor editing=editing/>
        {beyond}
    }
}
