//! Pages that are not for everybody. A visitor is asked to sign in and then comes back; somebody without the right is
//! told so in plain words. The server asks again for everything the page shows.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::queries::enums::SecondFactorState;
use super::queries::viewer::Permissions;
use super::viewer::{Standing, use_viewer};
use crate::ui::failure_notice::FailurePage;
use crate::ui::loading::LoadingPage;
use crate::ui::page::PageHeading;
use crate::ui::shown::changing;
use crate::{routes, text};

/// A page for who is signed in, whoever it is.
pub(crate) fn signed_in(page: fn() -> AnyView) -> AnyView {
    once_signed_in(Box::new(page))
}

/// A page for who may do something in the municipality.
pub(crate) fn allowed(may: fn(&Permissions) -> bool, page: fn() -> AnyView) -> AnyView {
    once_signed_in(Box::new(move || view! { <Allowed may=may page=page/> }.into_any()))
}

/// A page for who looks after the installation.
pub(crate) fn for_administrators(page: fn() -> AnyView) -> AnyView {
    let viewer = use_viewer();
    let is_allowed = Memo::new(move |_| viewer.is_administrator());
    once_signed_in(Box::new(move || {
        changing(Box::new(move || if is_allowed.get() { page() } else { view! { <NotAllowed/> }.into_any() }))
    }))
}

fn once_signed_in(page: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let viewer = use_viewer();
    let standing = Memo::new(move |_| viewer.standing());
    changing(Box::new(move || match standing.get() {
        Standing::Awaited => view! { <LoadingPage/> }.into_any(),
        Standing::Failed(failure) => view! { <FailurePage failure=failure/> }.into_any(),
        Standing::Visitor => view! { <ToSignIn/> }.into_any(),
        Standing::SignedIn(_) => page(),
    }))
}

#[component]
fn Allowed(may: fn(&Permissions) -> bool, page: fn() -> AnyView) -> impl IntoView {
    let viewer = use_viewer();
    let is_allowed = Memo::new(move |_| viewer.known_may().map(|permissions| may(&permissions)));
    changing(Box::new(move || match is_allowed.get() {
        None => view! { <LoadingPage/> }.into_any(),
        Some(true) => page(),
        Some(false) => view! { <NotAllowed/> }.into_any(),
    }))
}

/// Leads to the sign-in page, and from there back.
#[component]
fn ToSignIn() -> impl IntoView {
    let location = use_location();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let here = format!(
            "{}{}",
            location.pathname.get_untracked(),
            location.query.get_untracked().to_query_string()
        );
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate(&routes::sign_in_then(&here), options);
    });
    view! { <LoadingPage/> }
}

/// Says that the page is for others, and what to do.
#[component]
pub(crate) fn NotAllowed() -> impl IntoView {
    let viewer = use_viewer();
    let lacks_second_factor =
        move || viewer.me().is_some_and(|me| me.second_factor == SecondFactorState::Required);
    view! {
        <PageHeading title=text!(identity.not_allowed)/>
        {move || {
            if lacks_second_factor() {
                view! {
                    <p class="font-lead">{text!(identity.second_factor_first)}</p>
                    <p><a class="button button-primary" href=routes::ACCOUNT>{text!(identity.second_factor_set_up)}</a></p>
                }
                    .into_any()
            } else {
                view! { <p class="font-lead">{text!(identity.not_allowed_do)}</p> }.into_any()
            }
        }}
    }
}
