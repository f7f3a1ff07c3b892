//! Links that do something outside the app: call, write, show the way, open another site. Each is an icon and words,
//! large enough for a thumb.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::language::Text;
use crate::text;

/// How much a link asks for the eye.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// The main action of the page or card.
    Main,
    /// An action beside it.
    Beside,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button button-primary button-action",
            Self::Beside => "button button-secondary button-action",
        }
    }
}

/// A button-like link with an icon. `whom` is read by screen readers only, after the words.
#[component]
pub(crate) fn ActionLink(
    sign: Icon,
    href: String,
    label: Text,
    weight: Weight,
    #[prop(optional, into)] whom: Option<Text>,
) -> impl IntoView {
    let leaves = href.starts_with("http");
    view! {
        <a class=weight.class() href=href rel=leaves.then_some("external noopener")>
            {icon(sign)}
            <span>{label}</span>
            {whom.map(|whom| view! { <span class="sr-only">" " {whom}</span> })}
        </a>
    }
}

/// A link to another site, marked as such.
#[component]
pub(crate) fn OutsideLink(href: String, label: String) -> impl IntoView {
    let lang = crate::language::danish();
    view! {
        <a class="icon-link" href=href rel="external noopener">
            <span lang=lang>{label}</span>
            {icon(Icon::External)}
            <span class="sr-only">" " {text!(shell.outside)}</span>
        </a>
    }
}
