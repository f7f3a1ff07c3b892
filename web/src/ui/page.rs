//! What makes a view a page: a title in the window, one `h1`, and the focus moved to it when the reader came from
//! another page of the app (WCAG 2.4.2, 2.4.3). Where the page is scrolled to is [`super::scroll`]'s.

use leptos::html;
use leptos::prelude::*;

use super::scroll::Journey;
use crate::directory::here::use_here;
use crate::language::{Text, danish};

/// The name of the product, at the end of each title.
const PRODUCT: &str = "Tovholder";

/// The page's heading and the window's title.
#[component]
pub(crate) fn PageHeading(
    /// The heading's text.
    title: Text,
    /// Whether a municipality wrote it, in Danish.
    #[prop(optional)]
    is_danish: bool,
    /// What the window's title says, if not the heading.
    #[prop(optional)]
    window_title: Option<Text>,
) -> impl IntoView {
    let here = use_here();
    let lang = danish();
    let heading = NodeRef::<html::H1>::new();
    let journey = Journey::get();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            journey.arrive(&heading);
        }
    });
    // Not `leptos_meta::Title`: rebuilt in its place it stays behind, and reads what is gone when the page is left.
    Effect::new(move |_| {
        let page = window_title.unwrap_or(title).get();
        let mut parts = vec![page];
        if let Some(name) = here.name().filter(|name| *name != parts[0]) {
            parts.push(name);
        }
        parts.push(PRODUCT.to_owned());
        document().set_title(&parts.join(" – "));
    });
    view! {
        <h1 node_ref=heading tabindex="-1" lang=move || lang.get().filter(|_| is_danish)>
            {title}
        </h1>
    }
}
