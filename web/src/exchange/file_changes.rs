//! What a file would change, entry by entry and field by field.

use leptos::prelude::*;

use super::queries::imports::{ImportChange, ImportRun, report};
use crate::api::{Failure, use_api};
use crate::directory::here::use_here;
use crate::editing::differences::Differences;
use crate::editing::queries::history::EntryKind;
use crate::language::{Text, danish};
use crate::text;
use crate::ui::failure_notice::FailureNotice;

/// The changes, a page at a time; nothing where there are none.
#[component]
pub(super) fn FileChanges(run: ImportRun) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    let (id, count) = (run.id, run.created + run.updated);
    if count == 0 {
        return ().into_any();
    }
    let changes = RwSignal::new(run.changes);
    let is_over = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let skip = i32::try_from(changes.with_untracked(Vec::len)).unwrap_or(i32::MAX);
        let asked = report(slug.clone(), id.clone(), 0, skip);
        leptos::task::spawn_local(async move {
            match api.send(asked).await.map(|answer| answer.municipality.and_then(|found| found.import)) {
                Ok(Some(found)) => {
                    let _ = is_over.try_set(found.changes.is_empty());
                    let _ = changes.try_update(|changes| changes.extend(found.changes));
                }
                Ok(None) => {}
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let has_more =
        move || !is_over.get() && i32::try_from(changes.with(Vec::len)).is_ok_and(|shown| shown < count);
    view! {
        <h4 class="h5" id="changes">{text!(exchange.changes)}</h4>
        <ul class="nobullet-list changes no-max-width" aria-labelledby="changes">
            <For
                each=move || changes.get().into_iter().enumerate()
                key=|(at, _)| *at
                children=|(_, change)| view! { <One change=change/> }
            />
        </ul>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=has_more>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {text!(exchange.more_changes)}
            </button>
        </Show>
    }
    .into_any()
}

#[component]
fn One(change: ImportChange) -> impl IntoView {
    let lang = danish();
    let what = if change.is_new { text!(exchange.is_new) } else { text!(exchange.is_changed) };
    let line = change.line;
    view! {
        <li class="change">
            <h5 class="h5"><span lang=lang>{change.name}</span> " – " {what}</h5>
            <p class="small-text">
                {kind_name(change.kind)} " · " {text!(exchange.in_line, line = line)}
            </p>
            <Differences kind=change.kind fields=change.fields/>
        </li>
    }
}

/// What a kind of entry is called.
pub(super) fn kind_name(kind: EntryKind) -> Text {
    match kind {
        EntryKind::Organisation => text!(exchange.kind_organisation),
        EntryKind::Contact => text!(exchange.kind_contact),
        EntryKind::Service => text!(exchange.kind_service),
        EntryKind::Theme => text!(exchange.kind_theme),
        EntryKind::TargetGroup => text!(exchange.kind_target_group),
        EntryKind::Concept => text!(exchange.kind_concept),
    }
}
