//! The pages of this area: a part of the app of its own, loaded when the first of them is asked for. Nothing outside
//! names a page itself, or it would be loaded with the rest.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::account_page::AccountPage;
use super::audit_page::AuditPage;
use super::link_page::LinkPage;
use super::outbox_page::OutboxPage;
use super::people_page::PeoplePage;
use super::reset_page::ResetPage;
use super::settings_page::SettingsPage;
use super::sign_in_page::SignInPage;
use crate::ui::part::page_of;

/// A page of this area.
#[derive(Clone, Copy)]
pub(crate) enum IdentityPage {
    Account,
    Audit,
    Link,
    Outbox,
    People,
    Reset,
    Settings,
    SignIn,
}

impl IdentityPage {
    /// Shows the page, once its part of the app is there.
    pub(crate) fn show(self) -> AnyView {
        page_of("identity", || Box::pin(load()), move || Box::pin(build(self)))
    }
}

#[wasm_split(identity, wasm_split_path = ::leptos::wasm_split, preload(load), fallible)]
pub(crate) fn build(page: IdentityPage) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        IdentityPage::Account => AccountPage().into_any(),
        IdentityPage::Audit => AuditPage().into_any(),
        IdentityPage::Link => LinkPage().into_any(),
        IdentityPage::Outbox => OutboxPage().into_any(),
        IdentityPage::People => PeoplePage().into_any(),
        IdentityPage::Reset => ResetPage().into_any(),
        IdentityPage::Settings => SettingsPage().into_any(),
        IdentityPage::SignIn => SignInPage().into_any(),
    })
}
