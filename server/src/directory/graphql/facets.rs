//! Counts by facet.

use async_graphql::SimpleObject;
use async_graphql::resolver_utils::{EnumItem, EnumType};

use super::values::{Access, Sector};
use crate::directory::Directory;
use crate::directory::facets::{AgeGroup, Counts, Filter, Tally};

/// How many services there would be with a value chosen beside what the other facets ask.
#[derive(SimpleObject)]
pub struct ServiceFacets {
    /// By theme, in the catalogue's order.
    themes: Vec<FacetCount>,
    /// By who runs it.
    sectors: Vec<FacetCount>,
    /// By how one gets in.
    access: Vec<FacetCount>,
    /// By target group.
    target_groups: Vec<FacetCount>,
    /// By age.
    age_groups: Vec<FacetCount>,
    /// By organisation, what lies below included.
    organisations: Vec<FacetCount>,
    /// Open at the moment.
    open_now: usize,
}

/// One value of a facet.
#[derive(SimpleObject)]
pub struct FacetCount {
    /// What the filter takes: a slug, or the name of an enum value.
    value: String,
    /// Danish name; for enum values the same as `value`.
    label: String,
    /// English name, or the Danish one where there is none.
    label_en: String,
    /// How many services.
    count: usize,
    /// Whether the filter asks for it.
    selected: bool,
}

impl ServiceFacets {
    pub(crate) fn new(directory: &Directory, filter: &Filter, counts: &Counts) -> Self {
        let themes = directory.themes.iter().enumerate().map(|(at, theme)| FacetCount {
            value: theme.row.slug.clone(),
            label: theme.row.name.clone(),
            label_en: theme.row.name_en.clone(),
            count: counts.themes[at],
            selected: filter.themes.contains(&at),
        });
        let target_groups = directory.target_groups.iter().enumerate().map(|(at, group)| FacetCount {
            value: group.row.slug.clone(),
            label: group.row.name.clone(),
            label_en: group.row.name_en.clone(),
            count: counts.target_groups[at],
            selected: filter.target_groups.contains(&at),
        });
        let organisations = directory.organisations.iter().enumerate().map(|(at, organisation)| FacetCount {
            value: organisation.row.slug.clone(),
            label: organisation.row.name.clone(),
            label_en: organisation.row.name.clone(),
            count: counts.organisations[at],
            selected: filter.organisations.contains(&at),
        });
        Self {
            themes: shown(themes),
            sectors: enum_counts::<Sector, _>(&counts.sectors, &filter.sectors),
            access: enum_counts::<Access, _>(&counts.access, &filter.access),
            target_groups: shown(target_groups),
            age_groups: enum_counts::<AgeGroup, AgeGroup>(&counts.age_groups, &filter.age_groups),
            organisations: shown(organisations),
            open_now: counts.open_now,
        }
    }
}

/// Values that would find nothing are left out, unless they are asked for.
fn shown(counts: impl Iterator<Item = FacetCount>) -> Vec<FacetCount> {
    counts.filter(|facet| facet.count > 0 || facet.selected).collect()
}

fn enum_counts<E, D>(counts: &Tally<D>, selected: &[D]) -> Vec<FacetCount>
where
    E: EnumType + Copy + Into<D>,
    D: Eq + Copy,
{
    let facet = |item: &EnumItem<E>| {
        let value: D = item.value.into();
        FacetCount {
            value: item.name.to_owned(),
            label: item.name.to_owned(),
            label_en: item.name.to_owned(),
            count: counts.of(&value),
            selected: selected.contains(&value),
        }
    };
    shown(E::items().iter().map(facet))
}
