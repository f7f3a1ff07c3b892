//! The design system's alert: something the reader must know before going on. Not for errors of fetching
//! (`failure_notice`) nor for empty lists (`empty_notice`).

use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::language::Text;

/// How grave it is. The class gives the colour, the icon and the words the meaning.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gravity {
    /// Changes what one does.
    Warning,
    /// Something went wrong.
    Error,
}

/// An alert with a heading and a body.
#[component]
pub(crate) fn Alert(
    gravity: Gravity,
    /// What it is about, in few words.
    heading: Text,
    /// Whether it came while the reader was here, and so must be read aloud.
    #[prop(optional)]
    is_news: bool,
    children: Children,
) -> impl IntoView {
    let (class, sign) = match gravity {
        Gravity::Warning => ("alert alert-warning", Icon::Warning),
        Gravity::Error => ("alert alert-error", Icon::Warning),
    };
    view! {
        <div class=class role=is_news.then_some("alert")>
            <span class="alert-icon">{icon(sign)}</span>
            <div class="alert-body">
                <p class="alert-heading">{heading}</p>
                {children()}
            </div>
        </div>
    }
}
