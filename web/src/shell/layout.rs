//! The order of things on every page.

use leptos::html;
use leptos::prelude::*;

use super::connection_banner::ConnectionBanner;
use super::footer::Footer;
use super::header::Header;
use crate::text;

/// Skip link, header, connection, the page itself, footer.
#[component]
pub(crate) fn Layout(children: Children) -> impl IntoView {
    let main = NodeRef::<html::Main>::new();
    let skip = move |event: leptos::ev::MouseEvent| {
        // The router would take the link for a navigation.
        event.prevent_default();
        if let Some(main) = main.get() {
            let _ = main.focus();
            main.scroll_into_view();
        }
    };
    view! {
        <a class="skipnav" href="#main-content" on:click=skip>{text!(shell.skip)}</a>
        <Header/>
        <ConnectionBanner/>
        <div class="page-container container">
            <main id="main-content" tabindex="-1" node_ref=main>{children()}</main>
        </div>
        <Footer/>
    }
}
