//! Who is signed in, and what they may do in the municipality of the path. Asked once after the start, beside the page
//! and not before it, and again whenever everything is asked anew: after signing in or out, or a lost connection.
//! It only decides what is offered; what is allowed is the server's decision each time.

use leptos::prelude::*;

use super::queries::enums::{Role, SecondFactorState};
use super::queries::sign_in::sign_out;
use super::queries::viewer::{Me, Permissions, may, who};
use crate::api::{Api, Failure, Remote, remote, use_api};
use crate::directory::here::{Here, use_here};
use crate::{desk, offline, routes};

/// The person in front of the screen; a context, cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct CurrentViewer {
    api: Api,
    here: Here,
    me: Remote<Option<Me>>,
    may: Remote<(String, Permissions)>,
}

/// What is known of who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Standing {
    /// Nothing yet.
    Awaited,
    /// Nothing, because the answer did not come.
    Failed(Failure),
    /// Nobody is.
    Visitor,
    /// Somebody is; their key.
    SignedIn(String),
}

impl CurrentViewer {
    /// Asks who is signed in; call once, inside the router and after `Here::begin`.
    pub(crate) fn begin() {
        let api = use_api();
        let here = use_here();
        let me =
            remote(api, move || (String::from("viewer"), async move { Ok(api.send(who()).await?.viewer) }));
        let key = Memo::new(move |_| key_of(me));
        let place = Memo::new(move |_| Some(here.slug()).filter(|_| here.is_somewhere()).unwrap_or_default());
        let may = remote(api, move || {
            let (person, place) = (key.get(), place.get());
            let question = format!("{} {place}", person.clone().unwrap_or_default());
            let answer = async move {
                if person.is_none() || place.is_empty() {
                    return Ok((place, Permissions::default()));
                }
                let answer = api.send(may(place.clone())).await?;
                Ok((place, answer.viewer.map(|viewer| viewer.may_manage).unwrap_or_default()))
            };
            (question, answer)
        });
        provide_context(Self { api, here, me, may });
        leave_nothing_behind();
    }

    /// What is known of who is signed in, followed.
    pub(crate) fn standing(self) -> Standing {
        match self.me.get() {
            None => Standing::Awaited,
            Some(Err(failure)) => Standing::Failed(failure),
            Some(Ok(me)) => match me.as_ref() {
                None => Standing::Visitor,
                Some(me) => Standing::SignedIn(me.person.id.inner().to_owned()),
            },
        }
    }

    /// The person, if somebody is signed in; followed.
    pub(crate) fn me(self) -> Option<Me> {
        self.me.known().and_then(|me| me.as_ref().clone())
    }

    /// The key of the person, if somebody is signed in; followed.
    pub(crate) fn key(self) -> Option<String> {
        key_of(self.me)
    }

    /// Whether they look after the installation, followed; not until they have shown the second factor.
    pub(crate) fn is_administrator(self) -> bool {
        self.me().is_some_and(|me| {
            me.second_factor != SecondFactorState::Required
                && me.roles.iter().any(|grant| grant.role == Role::Administrator)
        })
    }

    /// What they may do in the municipality of the path, followed; nothing for a visitor, and until it is known.
    pub(crate) fn may(self) -> Permissions {
        self.known_may().unwrap_or_default()
    }

    /// The same, once it is known.
    pub(crate) fn known_may(self) -> Option<Permissions> {
        let known = self.may.known()?;
        (known.0 == self.here.slug()).then_some(known.1)
    }

    /// Somebody has signed in, or is now something else: what was kept is for somebody else, and all is asked anew.
    pub(crate) fn has_changed(self) {
        offline::forget_answers();
        self.api.connection.try_again();
    }

    /// Signs out of this browser, and begins anew so that nothing of the person is left in the page.
    pub(crate) async fn sign_out(self) -> Result<(), Failure> {
        self.api.send(sign_out()).await?;
        Self::begin_anew();
        Ok(())
    }

    /// Leaves for the start page with everything fetched afresh.
    pub(crate) fn begin_anew() {
        offline::forget_answers();
        desk::place::forget();
        let municipality = routes::municipality_in(&window().location().pathname().unwrap_or_default());
        let start = municipality.map_or_else(|| routes::CHOOSE.to_owned(), |slug| routes::start(&slug));
        let _ = window().location().assign(&start);
    }
}

/// The person in front of the screen, as `App` provides.
pub(crate) fn use_viewer() -> CurrentViewer {
    use_context().unwrap_or_else(|| {
        CurrentViewer::begin();
        expect_context()
    })
}

fn key_of(me: Remote<Option<Me>>) -> Option<String> {
    me.known().and_then(|me| Some(me.as_ref().as_ref()?.person.id.inner().to_owned()))
}

/// A page that the browser kept whole for its back button may show somebody who has signed out since.
fn leave_nothing_behind() {
    let pageshow = leptos::ev::Custom::<web_sys::Event>::new("pageshow");
    window_event_listener(pageshow, |event| {
        let was_kept = js_sys::Reflect::get(&event, &"persisted".into()).is_ok_and(|kept| kept.is_truthy());
        if was_kept {
            let _ = window().location().reload();
        }
    });
}
