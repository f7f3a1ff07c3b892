//! The design system's breadcrumb: where in the whole the page lies, each step a link but the last.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::language::Text;
use crate::text;

/// A step above the page.
#[derive(Clone)]
pub(crate) struct Step {
    /// What it is called.
    pub(crate) name: Text,
    /// Where it leads.
    pub(crate) href: String,
    /// Whether the name is a municipality's own, in Danish.
    pub(crate) is_danish: bool,
}

impl Step {
    /// A step whose name is a text of the app.
    pub(crate) fn to(name: Text, href: String) -> Self {
        Self { name, href, is_danish: false }
    }

    /// A step whose name a municipality wrote.
    pub(crate) fn named(name: String, href: String) -> Self {
        Self { name: Signal::stored(name), href, is_danish: true }
    }
}

/// The steps from the start page down to the page itself.
#[component]
pub(crate) fn Breadcrumb(steps: Vec<Step>) -> impl IntoView {
    let danish = crate::language::danish();
    let items = steps.into_iter().enumerate().map(|(index, step)| {
        let lang = move || danish.get().filter(|_| step.is_danish);
        view! {
            <li class="breadcrumbs__list-item">
                {(index > 0).then(|| icon(Icon::ChevronRight))}
                <a class="breadcrumbs__link" href=step.href lang=lang>
                    {step.name}
                </a>
            </li>
        }
    });
    view! {
        <nav class="breadcrumbs" aria-label=text!(shell.breadcrumb)>
            <ol class="breadcrumbs__list">{items.collect_view()}</ol>
        </nav>
    }
}
