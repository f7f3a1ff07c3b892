//! The browser app of Tovholder: pages over the GraphQL API and nothing else. What it may show is the server's
//! decision; what it looks like is the Danish Design System's. The map of the code is `ARCHITECTURE.md`.

mod api;
mod app;
mod clock;
mod desk;
mod directory;
mod editing;
mod exchange;
mod format;
mod framework;
mod identity;
mod language;
mod not_found_page;
mod offline;
mod plan;
mod routes;
mod shell;
mod statement_page;
mod ui;

fn main() {
    console_error_panic_hook::set_once();
    if let Some(waiting) = leptos::prelude::document().get_element_by_id("waiting") {
        waiting.remove();
    }
    leptos::mount::mount_to_body(app::App);
}
