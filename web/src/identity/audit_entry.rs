//! An entry of the log: a sentence, and on demand what it was before and after.

use leptos::prelude::*;

use super::audit_differences::{Difference, between};
use super::queries::audit::AuditEntry;
use crate::format::moment::LocalTime;
use crate::format::words::{clock, day};
use crate::language::{Locale, Text, td_string, text_by};
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

/// The entry: a line of the table, a card on a narrow screen.
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
    let when = text_by(move |locale| {
        let LocalTime { date, hour, minute } = at.in_copenhagen();
        td_string!(locale, calendar.day_at, day = day(locale, date), time = clock(locale, hour, minute))
    });
    let what = text_by(move |locale| action(locale, &done));
    let subject = subject_name.unwrap_or(subject);
    view! {
        <tr>
            <td data-title=text!(identity.audit_when)>{when}</td>
            <td data-title=text!(identity.audit_who)>
                <p>{actor_name}</p>
                {address.map(|address| view! { <p class="small-text">{text!(identity.from_address)} " " {address}</p> })}
            </td>
            <td data-title=text!(identity.audit_what)>{what}</td>
            <td data-title=text!(identity.audit_whom)>
                <p lang="da">{subject}</p>
                {detail.map(|detail| view! { <p class="small-text">{detail}</p> })}
                {(!differences.is_empty()).then(|| view! { <Differences differences=differences/> })}
            </td>
        </tr>
    }
}

/// What was changed, folded away until somebody wants to know.
#[component]
fn Differences(differences: Vec<Difference>) -> impl IntoView {
    let told =
        |name: Text, value: String| (!value.is_empty()).then(|| view! { <dd>{name} ": " {value}</dd> });
    let fields = differences.into_iter().map(|one| {
        view! {
            <div>
                <dt>{one.field}</dt>
                {told(text!(identity.audit_before), one.before)}
                {told(text!(identity.audit_after), one.after)}
            </div>
        }
    });
    view! {
        <details>
            <summary>{text!(identity.audit_changed)}</summary>
            <dl class="audit-differences">{fields.collect_view()}</dl>
        </details>
    }
}
