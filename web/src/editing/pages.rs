//! The pages of this area: a part of the app of its own, loaded when the first of them is asked for. A visitor never
//! is in need of it. Nothing outside names a page itself, or it would be loaded with the rest.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::close_page::ClosePage;
use super::confirm_page::ConfirmPage;
use super::contact_form_page::{ContactFormPage, NewContactPage};
use super::delete_page::DeletePage;
use super::history_page::HistoryPage;
use super::merge_page::MergePage;
use super::organisation_form_page::{NewOrganisationPage, OrganisationFormPage};
use super::overdue_page::OverduePage;
use super::proposals_page::ProposalsPage;
use super::queries::history::EntryKind;
use super::service_form_page::{NewServicePage, ServiceFormPage};
use super::taxonomy_form_page::{NewTaxonomyPage, TaxonomyFormPage};
use super::taxonomy_page::TaxonomyPage;
use crate::ui::part::page_of;

/// A page of this area.
#[derive(Clone, Copy)]
pub(crate) enum EditingPage {
    CloseService,
    Concept,
    Confirm,
    Contact,
    DeleteContact,
    DeleteOrganisation,
    History,
    MergeContact,
    MergeOrganisation,
    NewConcept,
    NewContact,
    NewOrganisation,
    NewService,
    NewTargetGroup,
    NewTheme,
    Organisation,
    Overdue,
    Proposals,
    Service,
    TargetGroup,
    TargetGroups,
    Theme,
    Themes,
    Thesaurus,
}

impl EditingPage {
    /// Shows the page, once its part of the app is there.
    pub(crate) fn show(self) -> AnyView {
        page_of("editing", || Box::pin(load()), move || Box::pin(build(self)))
    }
}

#[wasm_split(editing, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
pub(crate) fn build(page: EditingPage) -> Result<AnyView, SplitLoaderError> {
    let merge = |kind| view! { <MergePage kind=kind/> }.into_any();
    let delete = |kind| view! { <DeletePage kind=kind/> }.into_any();
    let list = |kind| view! { <TaxonomyPage kind=kind/> }.into_any();
    let change = |kind| view! { <TaxonomyFormPage kind=kind/> }.into_any();
    let make = |kind| view! { <NewTaxonomyPage kind=kind/> }.into_any();
    Ok(match page {
        EditingPage::CloseService => ClosePage().into_any(),
        EditingPage::Concept => change(EntryKind::Concept),
        EditingPage::Confirm => ConfirmPage().into_any(),
        EditingPage::Contact => ContactFormPage().into_any(),
        EditingPage::DeleteContact => delete(EntryKind::Contact),
        EditingPage::DeleteOrganisation => delete(EntryKind::Organisation),
        EditingPage::History => HistoryPage().into_any(),
        EditingPage::MergeContact => merge(EntryKind::Contact),
        EditingPage::MergeOrganisation => merge(EntryKind::Organisation),
        EditingPage::NewConcept => make(EntryKind::Concept),
        EditingPage::NewContact => NewContactPage().into_any(),
        EditingPage::NewOrganisation => NewOrganisationPage().into_any(),
        EditingPage::NewService => NewServicePage().into_any(),
        EditingPage::NewTargetGroup => make(EntryKind::TargetGroup),
        EditingPage::NewTheme => make(EntryKind::Theme),
        EditingPage::Organisation => OrganisationFormPage().into_any(),
        EditingPage::Overdue => OverduePage().into_any(),
        EditingPage::Proposals => ProposalsPage().into_any(),
        EditingPage::Service => ServiceFormPage().into_any(),
        EditingPage::TargetGroup => change(EntryKind::TargetGroup),
        EditingPage::TargetGroups => list(EntryKind::TargetGroup),
        EditingPage::Theme => change(EntryKind::Theme),
        EditingPage::Themes => list(EntryKind::Theme),
        EditingPage::Thesaurus => list(EntryKind::Concept),
    })
}
