//! What a page shows when there is nothing to show: it says so, and gives a way on.

use leptos::prelude::*;

use crate::language::Text;

/// Says that there is nothing; the children are the way on.
#[component]
pub(crate) fn EmptyNotice(heading: Text, children: Children) -> impl IntoView {
    view! {
        <div class="empty-notice">
            <p class="h4">{heading}</p>
            {children()}
        </div>
    }
}
