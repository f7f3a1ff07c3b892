//! The whole app: what every page may rely on (language, connection, municipality, journey), the shell around the
//! pages, and which page answers to which path.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::api::{Api, Connection};
use crate::directory::choose_page::ChoosePage;
use crate::directory::contact::look_up_page::LookUpPage;
use crate::directory::here::Here;
use crate::directory::list::list_page::ListPage;
use crate::directory::organisation::organisation_page::OrganisationPage;
use crate::directory::organisation::tree_page::TreePage;
use crate::directory::service::service_page::ServicePage;
use crate::directory::start::start_page::StartPage;
use crate::language::Language;
use crate::not_found_page::NotFoundPage;
use crate::offline;
use crate::shell::layout::Layout;
use crate::statement_page::StatementPage;
use crate::ui::scroll::Journey;

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
                <Route path=path!("/:m") view=|| StartPage().into_any()/>
                <Route path=path!("/:m/tilbud") view=|| ListPage().into_any()/>
                <Route path=path!("/:m/tilbud/:slug") view=|| ServicePage().into_any()/>
                <Route path=path!("/:m/organisationer") view=|| TreePage().into_any()/>
                <Route path=path!("/:m/organisationer/:slug") view=|| OrganisationPage().into_any()/>
                <Route path=path!("/:m/kontakter") view=|| LookUpPage().into_any()/>
                <Route path=path!("/:m/tilgaengelighed") view=|| StatementPage().into_any()/>
            </FlatRoutes>
        </Layout>
    }
}
