//! The whole app: what every page may rely on (language, connection, municipality, journey), the shell around the
//! pages, and which page answers to which path. What visitors read is here at once; the pages of `editing` and
//! `identity` come in parts of their own, when they are asked for.

use leptos::prelude::*;
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
use crate::editing::pages::EditingPage;
use crate::exchange::pages::ExchangePage;
use crate::framework::draft::pages::DraftPage;
use crate::framework::published::pages::FrameworkPage;
use crate::identity::guard::{allowed, for_administrators, signed_in};
use crate::identity::pages::IdentityPage;
use crate::identity::queries::viewer::Permissions;
use crate::identity::viewer::CurrentViewer;
use crate::language::Language;
use crate::not_found_page::{NotFoundPage, UnknownMunicipality};
use crate::offline;
use crate::plan::pages::PlanPage;
use crate::shell::layout::Layout;
use crate::statement_page::StatementPage;
use crate::ui::scroll::Journey;
use crate::ui::shown::changing;

/// The root of everything.
#[component]
pub(crate) fn App() -> impl IntoView {
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
    offline::parts::begin();
    view! {
        <Layout>
            <FlatRoutes fallback=|| NotFoundPage().into_any()>
                <Route path=path!("/") view=|| ChoosePage().into_any()/>
                <Route path=path!("/tilgaengelighed") view=|| StatementPage().into_any()/>
                <Route path=path!("/log-ind") view=|| IdentityPage::SignIn.show()/>
                <Route path=path!("/glemt-adgangskode") view=|| IdentityPage::Reset.show()/>
                <Route path=path!("/adgang/:token") view=|| IdentityPage::Link.show()/>
                <Route path=path!("/konto") view=|| signed_in(|| IdentityPage::Account.show())/>
                <Route path=path!("/mails") view=|| IdentityPage::Outbox.show()/>
                <Route path=path!("/tjek/:token") view=|| EditingPage::Confirm.show()/>
                <Route
                    path=path!("/kommuner/ny")
                    view=|| for_administrators(|| ExchangePage::NewMunicipality.show())
                />
                <Route path=path!("/:m") view=|| within(|| StartPage().into_any())/>
                <Route path=path!("/:m/tilbud") view=|| within(|| ListPage().into_any())/>
                <Route
                    path=path!("/:m/tilbud/nyt")
                    view=|| within(|| allowed(|may| may.edit_directory, || EditingPage::NewService.show()))
                />
                <Route
                    path=path!("/:m/tilbud/:slug/ret")
                    view=|| within(|| allowed(writes, || EditingPage::Service.show()))
                />
                <Route
                    path=path!("/:m/organisationer/ny")
                    view=|| within(|| allowed(|may| may.edit_directory, || EditingPage::NewOrganisation.show()))
                />
                <Route
                    path=path!("/:m/organisationer/:slug/ret")
                    view=|| within(|| allowed(writes, || EditingPage::Organisation.show()))
                />
                <Route
                    path=path!("/:m/kontakter/ny")
                    view=|| within(|| allowed(|may| may.edit_directory, || EditingPage::NewContact.show()))
                />
                <Route
                    path=path!("/:m/kontakter/:id/ret")
                    view=|| within(|| allowed(writes, || EditingPage::Contact.show()))
                />
                <Route
                    path=path!("/:m/historik")
                    view=|| within(|| allowed(|may| may.see_history, || EditingPage::History.show()))
                />
                <Route
                    path=path!("/:m/forslag")
                    view=|| within(|| allowed(|may| may.propose || may.decide_proposals, || EditingPage::Proposals.show()))
                />
                <Route
                    path=path!("/:m/tjek")
                    view=|| within(|| allowed(|may| may.edit_directory, || EditingPage::Overdue.show()))
                />
                <Route
                    path=path!("/:m/tilbud/:slug/luk")
                    view=|| within(|| allowed(edits, || EditingPage::CloseService.show()))
                />
                <Route
                    path=path!("/:m/organisationer/:slug/saml")
                    view=|| within(|| allowed(edits, || EditingPage::MergeOrganisation.show()))
                />
                <Route
                    path=path!("/:m/organisationer/:slug/slet")
                    view=|| within(|| allowed(edits, || EditingPage::DeleteOrganisation.show()))
                />
                <Route
                    path=path!("/:m/kontakter/:id/saml")
                    view=|| within(|| allowed(edits, || EditingPage::MergeContact.show()))
                />
                <Route
                    path=path!("/:m/kontakter/:id/slet")
                    view=|| within(|| allowed(edits, || EditingPage::DeleteContact.show()))
                />
                <Route
                    path=path!("/:m/temaer")
                    view=|| within(|| allowed(edits, || EditingPage::Themes.show()))
                />
                <Route
                    path=path!("/:m/temaer/nyt")
                    view=|| within(|| allowed(edits, || EditingPage::NewTheme.show()))
                />
                <Route
                    path=path!("/:m/temaer/:id/ret")
                    view=|| within(|| allowed(edits, || EditingPage::Theme.show()))
                />
                <Route
                    path=path!("/:m/maalgrupper")
                    view=|| within(|| allowed(edits, || EditingPage::TargetGroups.show()))
                />
                <Route
                    path=path!("/:m/maalgrupper/ny")
                    view=|| within(|| allowed(edits, || EditingPage::NewTargetGroup.show()))
                />
                <Route
                    path=path!("/:m/maalgrupper/:id/ret")
                    view=|| within(|| allowed(edits, || EditingPage::TargetGroup.show()))
                />
                <Route
                    path=path!("/:m/ordbog")
                    view=|| within(|| allowed(edits, || EditingPage::Thesaurus.show()))
                />
                <Route
                    path=path!("/:m/ordbog/nyt")
                    view=|| within(|| allowed(edits, || EditingPage::NewConcept.show()))
                />
                <Route
                    path=path!("/:m/ordbog/:id/ret")
                    view=|| within(|| allowed(edits, || EditingPage::Concept.show()))
                />
                <Route path=path!("/:m/tilbud/:slug") view=|| within(|| ServicePage().into_any())/>
                <Route path=path!("/:m/organisationer") view=|| within(|| TreePage().into_any())/>
                <Route path=path!("/:m/organisationer/:slug") view=|| within(|| OrganisationPage().into_any())/>
                <Route path=path!("/:m/kontakter") view=|| within(|| LookUpPage().into_any())/>
                <Route
                    path=path!("/:m/personer")
                    view=|| within(|| allowed(|may| may.manage_people, || IdentityPage::People.show()))
                />
                <Route
                    path=path!("/:m/indstillinger")
                    view=|| within(|| allowed(|may| may.change_settings, || IdentityPage::Settings.show()))
                />
                <Route
                    path=path!("/:m/log")
                    view=|| within(|| allowed(|may| may.read_audit, || IdentityPage::Audit.show()))
                />
                <Route
                    path=path!("/:m/ind-og-ud")
                    view=|| within(|| allowed(|may| may.edit_directory, || ExchangePage::InAndOut.show()))
                />
                <Route
                    path=path!("/:m/udgaver")
                    view=|| within(|| allowed(|may| may.see_history, || ExchangePage::Editions.show()))
                />
                <Route path=path!("/:m/ramme") view=|| within(|| FrameworkPage::Published.show())/>
                <Route path=path!("/:m/ramme/udgave/:n") view=|| within(|| FrameworkPage::Published.show())/>
                <Route path=path!("/:m/ramme/udgaver") view=|| within(|| FrameworkPage::Editions.show())/>
                <Route path=path!("/:m/ramme/sammenlign") view=|| within(|| FrameworkPage::Compare.show())/>
                <Route
                    path=path!("/:m/ramme/udkast")
                    view=|| within(|| allowed(belongs, || DraftPage::Overview.show()))
                />
                <Route
                    path=path!("/:m/ramme/udkast/:section")
                    view=|| within(|| allowed(belongs, || DraftPage::Section.show()))
                />
                <Route
                    path=path!("/:m/ramme/udkast/:section/ny/:register")
                    view=|| within(|| allowed(belongs, || DraftPage::NewRow.show()))
                />
                <Route
                    path=path!("/:m/ramme/udkast/:section/ret/:id")
                    view=|| within(|| allowed(belongs, || DraftPage::Row.show()))
                />
                <Route
                    path=path!("/:m/ramme/godkend")
                    view=|| within(|| allowed(belongs, || DraftPage::Decide.show()))
                />
                <Route
                    path=path!("/:m/ramme/historik")
                    view=|| within(|| allowed(belongs, || DraftPage::History.show()))
                />
                <Route
                    path=path!("/:m/ramme/indstillinger")
                    view=|| within(|| allowed(edits, || DraftPage::Settings.show()))
                />
                <Route path=path!("/:m/planer") view=|| within(|| PlanPage::List.show())/>
                <Route
                    path=path!("/:m/planer/ny")
                    view=|| within(|| allowed(edits, || PlanPage::New.show()))
                />
                <Route path=path!("/:m/planer/:id") view=|| within(|| PlanPage::Plan.show())/>
                <Route
                    path=path!("/:m/planer/:id/ret")
                    view=|| within(|| allowed(edits, || PlanPage::Edit.show()))
                />
                <Route
                    path=path!("/:m/planer/:id/historik")
                    view=|| within(|| allowed(belongs, || DraftPage::PlanHistory.show()))
                />
                <Route path=path!("/:m/tilgaengelighed") view=|| within(|| StatementPage().into_any())/>
            </FlatRoutes>
        </Layout>
    }
}

/// Whether somebody may change entries.
fn edits(may: &Permissions) -> bool {
    may.edit_directory
}

/// Whether somebody has a role here.
fn belongs(may: &Permissions) -> bool {
    may.see_history
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
