//! `/<m>/log`: who did what to what. The filter is in the address, so that a reader can come back to it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;

use super::audit_entry::{ACTIONS, Entry, action};
use super::queries::audit::{AuditConnection, AuditEntry, AuditFilter, AuditVariables, page};
use crate::api::{Failure, Remote, remote, use_api};
use crate::directory::here::use_here;
use crate::format::date::Date;
use crate::language::{td_string, use_language};
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::field::{Choice, Field, Takes};
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;
use crate::{routes, text};

/// The names of the filter's values in the address.
const ACTION: &str = "handling";
const FROM: &str = "fra";
const TO: &str = "til";

/// The page.
#[component]
pub(crate) fn AuditPage() -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(filter_of));
    let found: Remote<(AuditFilter, Option<AuditConnection>)> = remote(api, move || {
        let (slug, filter) = (here.slug(), filter.get());
        let key = format!("{slug} {filter:?}");
        let question = page(AuditVariables { slug, filter: Some(filter.clone()), after: None });
        (key, async move { Ok((filter, api.send(question).await?.municipality.map(|one| one.audit))) })
    });
    view! {
        <PageHeading title=text!(identity.audit)/>
        <p class="font-lead">{text!(identity.audit_lead)}</p>
        <FilterForm filter=filter/>
        <p>
            <a href=move || routes::audit_file(&here.slug()) rel="external" download="">{text!(identity.audit_file)}</a>
        </p>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| match answer.as_ref() {
                (filter, Some(connection)) => {
                    view! { <Entries filter=filter.clone() connection=connection.clone()/> }.into_any()
                }
                (_, None) => ().into_any(),
            },
        )}
    }
}

/// What the address asks for; what it says wrong is left out.
fn filter_of(query: &ParamsMap) -> AuditFilter {
    let day = |name: &str| query.get(name).as_deref().and_then(Date::parse);
    let actions = query.get(ACTION).filter(|one| ACTIONS.contains(&one.as_str())).map(|one| vec![one]);
    AuditFilter { actions, from: day(FROM), to: day(TO), ..AuditFilter::default() }
}

#[component]
fn FilterForm(filter: Memo<AuditFilter>) -> impl IntoView {
    let here = use_here();
    let language = use_language();
    let navigate = use_navigate();
    let (chosen, from, to) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    // The way back changes the address without a press on the button.
    Effect::new(move |_| {
        let asked = filter.get();
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        chosen.set(asked.actions.and_then(|actions| actions.into_iter().next()).unwrap_or_default());
        from.set(day(asked.from));
        to.set(day(asked.to));
    });
    let options = Signal::derive(move || {
        let locale = language.get();
        let all = (String::new(), td_string!(locale, identity.audit_all).to_owned());
        let actions = ACTIONS.into_iter().map(|name| (name.to_owned(), action(locale, name)));
        std::iter::once(all).chain(actions).collect::<Vec<_>>()
    });
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut query = ParamsMap::new();
        for (name, value) in [(ACTION, chosen), (FROM, from), (TO, to)] {
            let value = value.get_untracked();
            if !value.is_empty() {
                query.insert(name, value);
            }
        }
        let address = format!("{}{}", routes::audit(&here.slug_untracked()), query.to_query_string());
        navigate(&address, NavigateOptions { scroll: false, ..NavigateOptions::default() });
    };
    view! {
        <form on:submit=on_submit class="own-form filter-form" role="search">
            <Choice id="audit-action" label=text!(identity.audit_action) value=chosen options=options/>
            <Field id="audit-from" label=text!(identity.audit_from) value=from takes=Takes::Day/>
            <Field id="audit-to" label=text!(identity.audit_to) value=to takes=Takes::Day/>
            <p class="form-actions">
                <button type="submit" class="button button-secondary">{text!(identity.audit_show)}</button>
            </p>
        </form>
    }
}

/// The entries found, and more of them.
#[component]
fn Entries(filter: AuditFilter, connection: AuditConnection) -> impl IntoView {
    let api = use_api();
    let slug = use_here().slug_untracked();
    if connection.nodes.is_empty() {
        return view! {
            <EmptyNotice heading=text!(identity.audit_none)>
                <p>{text!(identity.audit_none_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let entries = RwSignal::new(connection.nodes);
    let next = RwSignal::new(connection.page_info.next());
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        let after = next.get_untracked();
        let question = page(AuditVariables { slug: slug.clone(), filter: Some(filter.clone()), after });
        leptos::task::spawn_local(async move {
            match api.send(question).await {
                Ok(answer) => {
                    let _ = failure.try_set(None);
                    let Some(more) = answer.municipality.map(|one| one.audit) else { return };
                    let _ = entries.try_update(|entries| entries.extend(more.nodes));
                    let _ = next.try_set(more.page_info.next());
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    view! {
        <table class="table table-md-responsive-headers audit-log">
            <caption class="sr-only">{text!(identity.audit)}</caption>
            <thead>
                <tr>
                    <th scope="col" class="audit-when">{text!(identity.audit_when)}</th>
                    <th scope="col" class="audit-who">{text!(identity.audit_who)}</th>
                    <th scope="col">{text!(identity.audit_what)}</th>
                    <th scope="col">{text!(identity.audit_whom)}</th>
                </tr>
            </thead>
            <tbody>
                <For
                    each=move || entries.get()
                    key=|entry: &AuditEntry| entry.id.inner().to_owned()
                    children=|entry| view! { <Entry entry=entry/> }
                />
            </tbody>
        </table>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more.clone()>
                {text!(identity.more)}
            </button>
        </Show>
    }
    .into_any()
}
