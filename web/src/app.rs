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
use crate::editing::confirm_page::ConfirmPage;
use crate::editing::contact_form_page::{ContactFormPage, NewContactPage};
use crate::editing::history_page::HistoryPage;
use crate::editing::organisation_form_page::{NewOrganisationPage, OrganisationFormPage};
use crate::editing::overdue_page::OverduePage;
use crate::editing::proposals_page::ProposalsPage;
use crate::editing::service_form_page::{NewServicePage, ServiceFormPage};
use crate::identity::account_page::AccountPage;
use crate::identity::audit_page::AuditPage;
use crate::identity::guard::{allowed, signed_in};
use crate::identity::link_page::LinkPage;
use crate::identity::outbox_page::OutboxPage;
use crate::identity::people_page::PeoplePage;
use crate::identity::queries::viewer::Permissions;
use crate::identity::reset_page::ResetPage;
use crate::identity::settings_page::SettingsPage;
use crate::identity::sign_in_page::SignInPage;
use crate::identity::viewer::CurrentViewer;
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
    CurrentViewer::begin();
    Journey::begin();
    offline::warm::begin();
    view! {
        <Layout>
            <FlatRoutes fallback=|| NotFoundPage().into_any()>
                <Route path=path!("/") view=|| ChoosePage().into_any()/>
                <Route path=path!("/tilgaengelighed") view=|| StatementPage().into_any()/>
                <Route path=path!("/log-ind") view=|| SignInPage().into_any()/>
                <Route path=path!("/glemt-adgangskode") view=|| ResetPage().into_any()/>
                <Route path=path!("/adgang/:token") view=|| LinkPage().into_any()/>
                <Route path=path!("/konto") view=|| signed_in(|| AccountPage().into_any())/>
                <Route path=path!("/mails") view=|| OutboxPage().into_any()/>
                <Route path=path!("/tjek/:token") view=|| ConfirmPage().into_any()/>
                <Route path=path!("/:m") view=|| within(|| StartPage().into_any())/>
                <Route path=path!("/:m/tilbud") view=|| within(|| ListPage().into_any())/>
                <Route
                    path=path!("/:m/tilbud/nyt")
                    view=|| within(|| allowed(|may| may.edit_directory, || NewServicePage().into_any()))
                />
                <Route
                    path=path!("/:m/tilbud/:slug/ret")
                    view=|| within(|| allowed(writes, || ServiceFormPage().into_any()))
                />
                <Route
                    path=path!("/:m/organisationer/ny")
                    view=|| within(|| allowed(|may| may.edit_directory, || NewOrganisationPage().into_any()))
                />
                <Route
                    path=path!("/:m/organisationer/:slug/ret")
                    view=|| within(|| allowed(writes, || OrganisationFormPage().into_any()))
                />
                <Route
                    path=path!("/:m/kontakter/ny")
                    view=|| within(|| allowed(|may| may.edit_directory, || NewContactPage().into_any()))
                />
                <Route
                    path=path!("/:m/kontakter/:id/ret")
                    view=|| within(|| allowed(writes, || ContactFormPage().into_any()))
                />
                <Route
                    path=path!("/:m/historik")
                    view=|| within(|| allowed(|may| may.see_history, || HistoryPage().into_any()))
                />
                <Route
                    path=path!("/:m/forslag")
                    view=|| within(|| allowed(|may| may.propose || may.decide_proposals, || ProposalsPage().into_any()))
                />
                <Route
                    path=path!("/:m/tjek")
                    view=|| within(|| allowed(|may| may.edit_directory, || OverduePage().into_any()))
                />
                <Route path=path!("/:m/tilbud/:slug") view=|| within(|| ServicePage().into_any())/>
                <Route path=path!("/:m/organisationer") view=|| within(|| TreePage().into_any())/>
                <Route path=path!("/:m/organisationer/:slug") view=|| within(|| OrganisationPage().into_any())/>
                <Route path=path!("/:m/kontakter") view=|| within(|| LookUpPage().into_any())/>
                <Route
                    path=path!("/:m/personer")
                    view=|| within(|| allowed(|may| may.manage_people, || PeoplePage().into_any()))
                />
                <Route
                    path=path!("/:m/indstillinger")
                    view=|| within(|| allowed(|may| may.change_settings, || SettingsPage().into_any()))
                />
                <Route
                    path=path!("/:m/log")
                    view=|| within(|| allowed(|may| may.read_audit, || AuditPage().into_any()))
                />
                <Route path=path!("/:m/tilgaengelighed") view=|| within(|| StatementPage().into_any())/>
            </FlatRoutes>
        </Layout>
    }
}

/// Whether somebody may change entries or propose changes.
fn writes(may: &Permissions) -> bool {
    may.edit_directory || may.propose
}

/// A page of a municipality, unless there is no such municipality.
fn within(page: fn() -> AnyView) -> AnyView {
    let here = use_here();
    changing(Box::new(move || if here.is_unknown() { UnknownMunicipality().into_any() } else { page() }))
}
