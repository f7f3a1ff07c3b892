//! The municipality the reader is in: the first part of the path, and what the shell and the start page need to know
//! about it. One request per municipality, shared by all pages.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::queries::municipality::{self, Municipality};
use crate::api::{Remote, remote, use_api};
use crate::routes;
use crate::ui::scroll::Journey;

/// The municipality of the path; a context, cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Here {
    slug: Memo<Option<String>>,
    municipality: Remote<Option<Municipality>>,
}

impl Here {
    /// Follows the path; call once, inside the router.
    pub(crate) fn begin() {
        let api = use_api();
        let path = use_location().pathname;
        let slug = Memo::new(move |_| routes::municipality_in(&path.get()));
        let municipality = remote(api, move || {
            let slug = slug.get();
            let answer = async move {
                match slug {
                    Some(slug) => api.ask(municipality::one(slug)).await.map(|answer| answer.municipality),
                    None => Ok(None),
                }
            };
            (routes::municipality_in(&path.get_untracked()).unwrap_or_default(), answer)
        });
        let here = Self { slug, municipality };
        provide_context(here);
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

    /// Whether the path has a municipality.
    pub(crate) fn is_somewhere(self) -> bool {
        self.slug.get().is_some()
    }

    /// All about it; the inner `None` is one that doesn't exist.
    pub(crate) fn municipality(self) -> Remote<Option<Municipality>> {
        self.municipality
    }

    /// All about it once it is known and exists.
    pub(crate) fn known(self) -> Option<Municipality> {
        let slug = self.slug.get()?;
        let municipality = self.municipality.known()?;
        municipality.as_ref().clone().filter(|municipality| municipality.slug == slug)
    }

    /// Its name, once known.
    pub(crate) fn name(self) -> Option<String> {
        self.known().map(|municipality| municipality.name)
    }
}

/// The municipality that `App` provides.
pub(crate) fn use_here() -> Here {
    use_context().unwrap_or_else(|| {
        Here::begin();
        expect_context()
    })
}
