//! The contents of an edition: beside the text and always in sight on wide screens, folded above it on narrow ones.
//! Once they stand, the place that the address names is found, which was not there when the page was opened.

use leptos::prelude::*;

use crate::framework::sections::Section;
use crate::language::Text;
use crate::text;

/// From which width in CSS pixels they stand beside the text.
const WIDE: f64 = 992.0;

/// The contents.
#[component]
pub(super) fn Contents(sections: Vec<Section>, has_done: bool) -> impl IntoView {
    let is_wide =
        window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width >= WIDE);
    let link = |anchor: &'static str, name: Text| {
        view! { <li><a href=format!("#{anchor}")>{name}</a></li> }
    };
    let sections = sections.into_iter().map(|section| link(section.slug(), section.title()));
    Effect::new(move |_| request_animation_frame(go_to_named_place));
    view! {
        <nav class="framework-contents" aria-labelledby="indhold">
            <details open=is_wide>
                <summary id="indhold">{text!(framework.contents)}</summary>
                <ol>
                    {sections.collect_view()}
                    {has_done.then(|| link("gjort", text!(framework.done)))}
                    {link("udgaver", text!(framework.editions))}
                </ol>
            </details>
        </nav>
    }
}

/// Scrolls to what the address names, if it names something on the page.
fn go_to_named_place() {
    let Ok(hash) = window().location().hash() else { return };
    let named = hash.strip_prefix('#').filter(|id| !id.is_empty());
    if let Some(place) = named.and_then(|id| document().get_element_by_id(id)) {
        place.scroll_into_view();
    }
}
