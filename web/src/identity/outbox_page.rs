//! `/mails`: in a demo, the mails that would have been sent, for everybody to read. Elsewhere only for who looks after
//! the installation.

use leptos::prelude::*;

use super::mail_text::{Part, own_path, parts};
use super::queries::outbox::{Mail, MailConnection, page};
use crate::api::{Failure, remote, use_api};
use crate::format::words::moment;
use crate::language::text_by;
use crate::text;
use crate::ui::empty_notice::EmptyNotice;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::loading::LoadingCards;
use crate::ui::page::PageHeading;
use crate::ui::shown::shown;

/// The page.
#[component]
pub(crate) fn OutboxPage() -> impl IntoView {
    let api = use_api();
    let found =
        remote(api, move || (String::from("mails"), async move { Ok(api.send(page(None)).await?.outbox) }));
    view! {
        <PageHeading title=text!(identity.outbox)/>
        <p class="font-lead">{text!(identity.outbox_lead)}</p>
        <p>
            <button type="button" class="button button-secondary" on:click=move |_| api.connection.try_again()>
                {text!(identity.outbox_again)}
            </button>
        </p>
        {shown(
            found,
            || view! { <LoadingCards/> }.into_any(),
            |answer| view! { <Mails connection=answer.as_ref().clone()/> }.into_any(),
        )}
    }
}

#[component]
fn Mails(connection: MailConnection) -> impl IntoView {
    let api = use_api();
    if connection.nodes.is_empty() {
        return view! {
            <EmptyNotice heading=text!(identity.outbox_none)>
                <p>{text!(identity.outbox_none_do)}</p>
            </EmptyNotice>
        }
        .into_any();
    }
    let mails = RwSignal::new(connection.nodes);
    let next = RwSignal::new(connection.page_info.next());
    let failure = RwSignal::new(None::<Failure>);
    let more = move |_| {
        leptos::task::spawn_local(async move {
            match api.send(page(next.get_untracked())).await {
                Ok(answer) => {
                    let _ = failure.try_set(None);
                    let info = answer.outbox.page_info;
                    let _ = mails.try_update(|mails| mails.extend(answer.outbox.nodes));
                    let _ = next.try_set(info.next());
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    view! {
        <ul class="nobullet-list own-cards no-max-width">
            <For
                each=move || mails.get()
                key=|mail: &Mail| mail.id.inner().to_owned()
                children=|mail| view! { <MailCard mail=mail/> }
            />
        </ul>
        {move || failure.get().map(|failure| view! { <FailureNotice failure=failure/> })}
        <Show when=move || next.get().is_some()>
            <button type="button" class="button button-secondary button-more" on:click=more>
                {text!(identity.more)}
            </button>
        </Show>
    }
    .into_any()
}

#[component]
fn MailCard(mail: Mail) -> impl IntoView {
    let origin = window().location().origin().unwrap_or_default();
    let when = text_by(move |locale| moment(locale, mail.created_at));
    let body = parts(&mail.body).into_iter().map(|part| match part {
        Part::Words(words) => words.into_any(),
        Part::Address(address) => {
            let href = own_path(&address, &origin).unwrap_or(&address).to_owned();
            let leaves = href.starts_with("http").then_some("external noopener");
            view! { <a href=href rel=leaves>{address}</a> }.into_any()
        }
    });
    view! {
        <li class="card own-card">
            <article class="card-content">
                <h2 class="h4 card-heading">{mail.subject}</h2>
                <p class="small-text">{text!(identity.mail_to)} " " {mail.recipient} ", " {when}</p>
                <p class="mail-text">{body.collect_view()}</p>
            </article>
        </li>
    }
}
