//! What can be done about an entry, at its end: change it or propose a change, tell that it is still right, see its
//! history, report an error. What is offered follows what the reader may do; what is allowed is the server's decision.

use leptos::prelude::*;

use super::report_error::ReportError;
use crate::directory::here::use_here;
use crate::identity::viewer::use_viewer;
use crate::language::Text;
use crate::ui::icon::{Icon, icon};
use crate::ui::whom::whom;
use crate::{routes, text};

/// The links of an entry.
#[component]
pub(crate) fn EntryLinks(
    /// Its id.
    id: cynic::Id,
    /// Where it is edited.
    edit: String,
    /// Its name, for those who hear the links without their surroundings.
    name: String,
    /// Where a copy of it begins.
    #[prop(optional, into)]
    copy: Option<String>,
) -> impl IntoView {
    let viewer = use_viewer();
    let slug = use_here().slug_untracked();
    let history = routes::history_of(&slug, id.inner());
    let is_reporting = RwSignal::new(false);
    let of_edit = name.clone();
    let change = move || {
        let may = viewer.may();
        let words = if may.edit_directory {
            text!(editing.edit)
        } else if may.propose {
            text!(editing.propose_change)
        } else {
            return None;
        };
        let whom = whom(&of_edit);
        Some(view! {
            <a class="function-link" href=edit.clone()>{icon(Icon::Paper)} <span>{words}{whom}</span></a>
        })
    };
    let copied = move || {
        let href = copy.clone().filter(|_| viewer.may().edit_directory)?;
        Some(view! {
            <a class="function-link" href=href>{icon(Icon::Plus)} <span>{text!(editing.copy)}</span></a>
        })
    };
    let of_history = name.clone();
    let past = move || {
        let whom = whom(&of_history);
        viewer.may().see_history.then(|| {
            view! {
                <a class="function-link" href=history.clone()>
                    {icon(Icon::Clock)}
                    <span>{text!(editing.history)}{whom}</span>
                </a>
            }
        })
    };
    let report = move |_| is_reporting.update(|open| *open = !*open);
    view! {
        <p class="function-links entry-links">
            {change} {copied} {past}
            <button
                type="button"
                class="function-link"
                aria-expanded=move || if is_reporting.get() { "true" } else { "false" }
                on:click=report
            >
                {icon(Icon::Message)}
                <span>{text!(editing.report)}{whom(&name)}</span>
            </button>
        </p>
        <ReportError subject=id is_open=is_reporting/>
    }
}

/// Where a new entry begins, for who may make one.
#[component]
pub(crate) fn NewEntry(label: Text, href: String) -> impl IntoView {
    let viewer = use_viewer();
    move || {
        viewer.may().edit_directory.then(|| {
            view! {
                <p>
                    <a class="function-link" href=href.clone()>{icon(Icon::Plus)} <span>{label}</span></a>
                </p>
            }
        })
    }
}
