//! The municipality the reader is in: the first part of the path, and what the shell and the start page need to know
//! about it. One request per municipality, shared by all pages.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::queries::municipality::{self, Municipality};
use crate::api::{Api, Failure, Remote, remote, use_api};
use crate::routes;
use crate::ui::scroll::Journey;

/// What was asked for, and whether it exists.
type Answer = (String, Option<Municipality>);

/// The municipality of the path; a context, cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Here {
    slug: Memo<Option<String>>,
    municipality: Remote<Answer>,
    is_unknown: Memo<bool>,
}

impl Here {
    /// Follows the path; call once, inside the router.
    pub(crate) fn begin() {
        let api = use_api();
        let path = use_location().pathname;
        let slug = Memo::new(move |_| routes::municipality_in(&path.get()));
        let municipality: Remote<Answer> = remote(api, move || {
            let slug = slug.get().unwrap_or_default();
            (slug.clone(), ask(api, slug))
        });
        let is_unknown = Memo::new(move |_| {
            let asked = slug.get();
            municipality.known().is_some_and(|found| found.1.is_none() && asked.as_ref() == Some(&found.0))
        });
        provide_context(Self { slug, municipality, is_unknown });
        Effect::new(move |_| {
            path.track();
            if let Some(journey) = use_context::<Journey>() {
                journey.depart();
            }
        });
    }

    /// The slug in the path; empty where there is no municipality.
    pub(crate) fn slug(self) -> String {
        self.slug.get().unwrap_or_default()
    }

    /// The slug in the path, not followed.
    pub(crate) fn slug_untracked(self) -> String {
        self.slug.get_untracked().unwrap_or_default()
    }

    /// Whether the path has a municipality, as far as is known.
    pub(crate) fn is_somewhere(self) -> bool {
        self.slug.get().is_some() && !self.is_unknown.get()
    }

    /// Whether there is no such municipality.
    pub(crate) fn is_unknown(self) -> bool {
        self.is_unknown.get()
    }

    /// What was asked for, and all about it if it exists.
    pub(crate) fn municipality(self) -> Remote<Answer> {
        self.municipality
    }

    /// All about it once it is known and exists.
    pub(crate) fn known(self) -> Option<Municipality> {
        let asked = self.slug.get()?;
        let found = self.municipality.known()?;
        found.1.clone().filter(|municipality| municipality.slug == asked)
    }

    /// Its name, once known.
    pub(crate) fn name(self) -> Option<String> {
        self.known().map(|municipality| municipality.name)
    }
}

async fn ask(api: Api, slug: String) -> Result<Answer, Failure> {
    if slug.is_empty() {
        return Ok((slug, None));
    }
    let answer = api.ask(municipality::one(slug.clone())).await?;
    Ok((slug, answer.municipality))
}

/// The municipality that `App` provides.
pub(crate) fn use_here() -> Here {
    use_context().unwrap_or_else(|| {
        Here::begin();
        expect_context()
    })
}
