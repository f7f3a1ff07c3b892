//! What must hold of the services asked for.

use async_graphql::InputObject;

use super::values::{Access, Sector};
use crate::directory::facets::AgeGroup;
use crate::directory::{Directory, facets};
use crate::error::{Error, Result};

/// Most values within one facet.
const MOST: usize = 100;

/// What must hold of the services. Within one facet any of the values will do; between facets all must hold.
#[derive(Default, InputObject)]
pub struct ServiceFilter {
    /// Slugs of themes.
    themes: Option<Vec<String>>,
    /// Who runs it.
    sectors: Option<Vec<Sector>>,
    /// How one gets in.
    access: Option<Vec<Access>>,
    /// Slugs of target groups.
    target_groups: Option<Vec<String>>,
    /// Ages that it takes.
    age_groups: Option<Vec<AgeGroup>>,
    /// Slugs of organisations, each with all below it.
    organisations: Option<Vec<String>>,
    /// Only what is open at the moment.
    open_now: Option<bool>,
}

impl ServiceFilter {
    /// Reads the filter against a directory.
    pub(crate) fn read(self, directory: &Directory) -> Result<facets::Filter> {
        let theme = |slug: &str| directory.themes.iter().position(|theme| theme.row.slug == slug);
        let group = |slug: &str| directory.target_groups.iter().position(|group| group.row.slug == slug);
        Ok(facets::Filter {
            themes: places("themes", self.themes, theme)?,
            sectors: values(self.sectors),
            access: values(self.access),
            target_groups: places("targetGroups", self.target_groups, group)?,
            age_groups: values(self.age_groups),
            organisations: places("organisations", self.organisations, |slug| {
                directory.organisation_by_slug(slug)
            })?,
            open_now: self.open_now.unwrap_or(false),
        })
    }
}

fn values<T: Into<U>, U>(given: Option<Vec<T>>) -> Vec<U> {
    given.unwrap_or_default().into_iter().take(MOST).map(Into::into).collect()
}

fn places(
    field: &'static str,
    slugs: Option<Vec<String>>,
    place: impl Fn(&str) -> Option<usize>,
) -> Result<Vec<usize>> {
    let slugs = slugs.unwrap_or_default();
    if slugs.len() > MOST {
        return Err(Error::invalid(field, format!("At most {MOST} values.")));
    }
    let unknown = |slug: &str| {
        Error::invalid(field, format!("There is no “{}” here.", slug.chars().take(60).collect::<String>()))
    };
    slugs.iter().map(|slug| place(slug).ok_or_else(|| unknown(slug))).collect()
}
