//! The whole app: what every page may rely on (language, connection, municipality, journey), the shell around the
//! pages, and which page answers to which path.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::api::{Api, Connection};
use crate::directory::choose_page::ChoosePage;
use crate::directory::contact::look_up_page::LookUpPage;
use crate::directory::here::{Here, use_here};
use crate::directory::list::list_page::ListPage;
use crate::directory::organisation::organisation_page::OrganisationPage;
use crate::directory::organisation::tree_page::TreePage;
use crate::directory::service::service_page::ServicePage;
use crate::directory::start::start_page::StartPage;
use crate::language::Language;
use crate::not_found_page::{NotFoundPage, UnknownMunicipality};
use crate::offline;
use crate::shell::layout::Layout;
use crate::statement_page::StatementPage;
use crate::ui::scroll::Journey;
use crate::ui::shown::changing;

/// The root of everything.
#[component]
pub(crate) fn App() -> impl IntoView {
    provide_meta_context();
    Language::begin();
    let api = Api { connection: Connection::begin() };
    provide_context(api);
    offline::register();
    view! {
        <Router>
            <Pages/>
        </Router>
    }
}

/// The pages in their shell. Apart from [`App`] because it needs the router's context.
#[component]
fn Pages() -> impl IntoView {
    Here::begin();
    Journey::begin();
    offline::warm::begin();
    view! {
        <Layout>
            <FlatRoutes fallback=|| NotFoundPage().into_any()>
                <Route path=path!("/") view=|| ChoosePage().into_any()/>
                <Route path=path!("/tilgaengelighed") view=|| StatementPage().into_any()/>
                <Route path=path!("/:m") view=|| within(|| StartPage().into_any())/>
                <Route path=path!("/:m/tilbud") view=|| within(|| ListPage().into_any())/>
                <Route path=path!("/:m/tilbud/:slug") view=|| within(|| ServicePage().into_any())/>
                <Route path=path!("/:m/organisationer") view=|| within(|| TreePage().into_any())/>
                <Route path=path!("/:m/organisationer/:slug") view=|| within(|| OrganisationPage().into_any())/>
                <Route path=path!("/:m/kontakter") view=|| within(|| LookUpPage().into_any())/>
                <Route path=path!("/:m/tilgaengelighed") view=|| within(|| StatementPage().into_any())/>
            </FlatRoutes>
        </Layout>
    }
}

/// A page of a municipality, unless there is no such municipality.
fn within(page: fn() -> AnyView) -> AnyView {
    let here = use_here();
    changing(Box::new(move || if here.is_unknown() { UnknownMunicipality().into_any() } else { page() }))
}
