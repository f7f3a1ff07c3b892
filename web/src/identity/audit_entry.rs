//! An entry of the log: a sentence, and on demand what it was before and after.

use leptos::prelude::*;

use super::audit_differences::{Difference, between};
use super::queries::audit::AuditEntry;
use crate::format::words::moment;
use crate::language::{Locale, td_string, text_by};
use crate::text;

/// The actions that leave a trace, as the policy calls them; the filter offers these.
pub(crate) const ACTIONS: [&str; 14] = [
    "DirectoryWrite",
    "ServiceConfirm",
    "ProposalMake",
    "ProposalDecide",
    "ErrorReport",
    "DirectoryImport",
    "DirectoryExport",
    "CatalogueFix",
    "PeopleManage",
    "AccountManage",
    "SignIn",
    "SettingsChange",
    "MunicipalityCreate",
    "SampleLoad",
];

/// What an action is called; one that this app does not know keeps its own name.
pub(crate) fn action(locale: Locale, action: &str) -> String {
    let words = match action {
        "DirectoryWrite" => td_string!(locale, identity.action_directory_write),
        "ServiceConfirm" => td_string!(locale, identity.action_service_confirm),
        "ProposalMake" => td_string!(locale, identity.action_proposal_make),
        "ProposalDecide" => td_string!(locale, identity.action_proposal_decide),
        "ErrorReport" => td_string!(locale, identity.action_error_report),
        "DirectoryImport" => td_string!(locale, identity.action_directory_import),
        "DirectoryExport" => td_string!(locale, identity.action_directory_export),
        "CatalogueFix" => td_string!(locale, identity.action_catalogue_fix),
        "PeopleManage" => td_string!(locale, identity.action_people_manage),
        "AccountManage" => td_string!(locale, identity.action_account_manage),
        "SignIn" => td_string!(locale, identity.action_sign_in),
        "SettingsChange" => td_string!(locale, identity.action_settings_change),
        "MunicipalityCreate" => td_string!(locale, identity.action_municipality_create),
        "SampleLoad" => td_string!(locale, identity.action_sample_load),
        other => other,
    };
    words.to_owned()
}

/// The entry.
#[component]
pub(crate) fn Entry(entry: AuditEntry) -> impl IntoView {
    let AuditEntry {
        at,
        actor_name,
        action: done,
        subject,
        subject_name,
        detail,
        address,
        before,
        after,
        ..
    } = entry;
    let differences = between(before.as_deref(), after.as_deref());
    let when = text_by(move |locale| moment(locale, at));
    let what = text_by(move |locale| action(locale, &done));
    let subject = subject_name.unwrap_or(subject);
    view! {
        <li class="card own-card">
            <article class="card-content">
                <h3 class="h5 card-heading">
                    {what} " · " <span lang="da">{subject}</span>
                </h3>
                <p>{actor_name} ", " {when}</p>
                {detail.map(|detail| view! { <p>{detail}</p> })}
                {address.map(|address| view! { <p class="small-text">{text!(identity.from_address)} " " {address}</p> })}
                {(!differences.is_empty()).then(|| view! { <Differences differences=differences/> })}
            </article>
        </li>
    }
}

/// What was changed, folded away until somebody wants to know.
#[component]
fn Differences(differences: Vec<Difference>) -> impl IntoView {
    let rows = differences.into_iter().map(|one| {
        view! {
            <tr>
                <th scope="row">{one.field}</th>
                <td>{one.before}</td>
                <td>{one.after}</td>
            </tr>
        }
    });
    view! {
        <details>
            <summary>{text!(identity.audit_changed)}</summary>
            <div class="table--responsive-scroll" tabindex="0" role="region" aria-label=text!(identity.audit_changed)>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{text!(identity.audit_field)}</th>
                            <th scope="col">{text!(identity.audit_before)}</th>
                            <th scope="col">{text!(identity.audit_after)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}
