//! A search as the reader made it: what was typed and what was chosen. It lives in the address, so that it can be
//! sent, kept and returned to; [`address`] reads and writes it, [`summary`] says it in words.

pub(crate) mod address;
pub(crate) mod facet;
pub(crate) mod summary;

use super::queries::enums::{Access, AgeGroup, Sector};
use super::queries::hits::ServiceFilter;

/// What was typed and chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Search {
    /// What was typed.
    pub(crate) text: String,
    /// Slugs of themes.
    pub(crate) themes: Vec<String>,
    /// Sectors.
    pub(crate) sectors: Vec<Sector>,
    /// Ways in.
    pub(crate) access: Vec<Access>,
    /// Slugs of target groups.
    pub(crate) target_groups: Vec<String>,
    /// Age groups.
    pub(crate) age_groups: Vec<AgeGroup>,
    /// Slugs of organisations.
    pub(crate) organisations: Vec<String>,
    /// Only what is open now.
    pub(crate) is_open_now: bool,
}

impl Search {
    /// Services one can get into without being referred.
    pub(crate) fn without_referral() -> Self {
        Self { access: vec![Access::Open, Access::SelfReferral], ..Self::default() }
    }

    /// Only what is open now.
    pub(crate) fn open_now() -> Self {
        Self { is_open_now: true, ..Self::default() }
    }

    /// Only what is for a target group.
    pub(crate) fn for_target_group(slug: &str) -> Self {
        Self { target_groups: vec![slug.to_owned()], ..Self::default() }
    }

    /// Only what stands under a theme.
    pub(crate) fn about_theme(slug: &str) -> Self {
        Self { themes: vec![slug.to_owned()], ..Self::default() }
    }

    /// Only what an organisation and those below it run.
    pub(crate) fn of_organisation(slug: &str) -> Self {
        Self { organisations: vec![slug.to_owned()], ..Self::default() }
    }

    /// Only what was typed.
    pub(crate) fn of_text(text: &str) -> Self {
        Self { text: text.trim().to_owned(), ..Self::default() }
    }

    /// Whether anything was chosen, apart from what was typed.
    pub(crate) fn has_filters(&self) -> bool {
        *self != Self::of_text(&self.text)
    }

    /// Whether the ways in are exactly those without referral.
    pub(crate) fn is_without_referral(&self) -> bool {
        self.access.len() == 2
            && self.access.contains(&Access::Open)
            && self.access.contains(&Access::SelfReferral)
    }

    /// The filter the API takes.
    pub(crate) fn filter(&self) -> Option<ServiceFilter> {
        fn some<T: Clone>(chosen: &[T]) -> Option<Vec<T>> {
            (!chosen.is_empty()).then(|| chosen.to_vec())
        }
        self.has_filters().then(|| ServiceFilter {
            themes: some(&self.themes),
            sectors: some(&self.sectors),
            access: some(&self.access),
            target_groups: some(&self.target_groups),
            age_groups: some(&self.age_groups),
            organisations: some(&self.organisations),
            open_now: self.is_open_now.then_some(true),
        })
    }

    /// What the API takes as text.
    pub(crate) fn typed(&self) -> Option<String> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}
