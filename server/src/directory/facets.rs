//! Filters and their counts. Within one facet any of the values chosen will do; between facets all must hold.
//! A value's count says how many services there would be with it chosen beside what the *other* facets ask.

use std::sync::Arc;

use async_graphql::Enum;
use chrono::{DateTime, Utc};
use entity::directory::values::{Access, Sector};

use super::read_model::open_now::Minute;
use super::{Directory, ServiceEntry};

/// Age groups that people look by. A service that names no ages is for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Enum)]
pub enum AgeGroup {
    /// 0 to 17 years.
    #[graphql(name = "UNDER_18")]
    Under18,
    /// 18 to 30 years.
    #[graphql(name = "AGE_18_TO_30")]
    From18To30,
    /// 31 to 64 years.
    #[graphql(name = "AGE_31_TO_64")]
    From31To64,
    /// 65 years and more.
    #[graphql(name = "AGE_65_PLUS")]
    From65,
}

impl AgeGroup {
    /// Every group, the youngest first.
    pub const ALL: [Self; 4] = [Self::Under18, Self::From18To30, Self::From31To64, Self::From65];

    /// Its first and last age in years.
    pub fn years(self) -> (i32, i32) {
        match self {
            Self::Under18 => (0, 17),
            Self::From18To30 => (18, 30),
            Self::From31To64 => (31, 64),
            Self::From65 => (65, i32::MAX),
        }
    }

    /// Whether a service for these ages takes anybody of the group; no age set means all ages.
    pub fn fits(self, minimum: Option<i32>, maximum: Option<i32>) -> bool {
        let (first, last) = self.years();
        minimum.is_none_or(|age| age <= last) && maximum.is_none_or(|age| age >= first)
    }
}

/// What is asked for; places refer to the directory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Themes.
    pub themes: Vec<usize>,
    /// Who runs it.
    pub sectors: Vec<Sector>,
    /// How one gets in.
    pub access: Vec<Access>,
    /// Target groups.
    pub target_groups: Vec<usize>,
    /// Ages.
    pub age_groups: Vec<AgeGroup>,
    /// Organisations, each with all below it.
    pub organisations: Vec<usize>,
    /// Only what is open at the moment.
    pub open_now: bool,
}

impl Filter {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

const FACETS: usize = 7;
const THEMES: u8 = 1;
const SECTORS: u8 = 1 << 1;
const ACCESS: u8 = 1 << 2;
const TARGET_GROUPS: u8 = 1 << 3;
const AGES: u8 = 1 << 4;
const ORGANISATIONS: u8 = 1 << 5;
const OPEN: u8 = 1 << 6;
const ALL: u8 = (1 << FACETS) - 1;

/// Judges services by a filter at one moment.
pub(crate) struct Judge<'d> {
    directory: &'d Directory,
    filter: &'d Filter,
    open: Arc<Minute>,
}

impl<'d> Judge<'d> {
    pub fn new(directory: &'d Directory, filter: &'d Filter, now: DateTime<Utc>) -> Self {
        Self { directory, filter, open: directory.open_now.at(&directory.services, now) }
    }

    /// Whether the service is what the filter asks for.
    pub fn passes(&self, service: usize) -> bool {
        self.filter.is_empty() || self.facets_passed(service) == ALL
    }

    /// Counts each facet's values over these services.
    pub fn count(&self, services: impl IntoIterator<Item = usize>) -> Counts {
        let directory = self.directory;
        let mut counts = Counts {
            themes: vec![0; directory.themes.len()],
            target_groups: vec![0; directory.target_groups.len()],
            organisations: vec![0; directory.organisations.len()],
            ..Counts::default()
        };
        for at in services {
            let service = &directory.services[at];
            let passed = self.facets_passed(at);
            let all_but = |facet: u8| passed | facet == ALL;
            if all_but(THEMES) {
                service.themes.iter().for_each(|theme| counts.themes[*theme] += 1);
            }
            if all_but(SECTORS) {
                counts.sectors.add(self.sector(service));
            }
            if all_but(ACCESS) {
                counts.access.add(service.row.access);
            }
            if all_but(TARGET_GROUPS) {
                service.target_groups.iter().for_each(|group| counts.target_groups[*group] += 1);
            }
            if all_but(AGES) {
                let (minimum, maximum) = (service.row.minimum_age, service.row.maximum_age);
                let fitting = AgeGroup::ALL.into_iter().filter(|group| group.fits(minimum, maximum));
                fitting.for_each(|group| counts.age_groups.add(group));
            }
            if all_but(ORGANISATIONS) {
                counts.organisations[service.organisation] += 1;
            }
            if all_but(OPEN) && self.open.is_open(at) {
                counts.open_now += 1;
            }
        }
        // Parents stand before their children: from the end, each hands on what it has to the one above.
        for at in (0..directory.organisations.len()).rev() {
            if let Some(parent) = directory.organisations[at].parent {
                counts.organisations[parent] += counts.organisations[at];
            }
        }
        counts
    }

    /// The facets that the service passes, as bits; a facet of which nothing is asked is passed.
    fn facets_passed(&self, at: usize) -> u8 {
        let (filter, service) = (self.filter, &self.directory.services[at]);
        let passes = |bit: u8, asked: bool, holds: &dyn Fn() -> bool| if !asked || holds() { bit } else { 0 };
        passes(THEMES, !filter.themes.is_empty(), &|| {
            service.themes.iter().any(|t| filter.themes.contains(t))
        }) | passes(SECTORS, !filter.sectors.is_empty(), &|| filter.sectors.contains(&self.sector(service)))
            | passes(ACCESS, !filter.access.is_empty(), &|| filter.access.contains(&service.row.access))
            | passes(TARGET_GROUPS, !filter.target_groups.is_empty(), &|| {
                service.target_groups.iter().any(|group| filter.target_groups.contains(group))
            })
            | passes(AGES, !filter.age_groups.is_empty(), &|| {
                let (minimum, maximum) = (service.row.minimum_age, service.row.maximum_age);
                filter.age_groups.iter().any(|group| group.fits(minimum, maximum))
            })
            | passes(ORGANISATIONS, !filter.organisations.is_empty(), &|| {
                let above = self.directory.ancestors(service.organisation);
                filter.organisations.iter().any(|org| *org == service.organisation || above.contains(org))
            })
            | passes(OPEN, filter.open_now, &|| self.open.is_open(at))
    }

    fn sector(&self, service: &ServiceEntry) -> Sector {
        self.directory.organisations[service.organisation].row.sector
    }
}

/// How many services there are for each value.
#[derive(Debug, Default)]
pub struct Counts {
    /// By place of the theme in the directory.
    pub themes: Vec<usize>,
    /// By sector.
    pub sectors: Tally<Sector>,
    /// By access.
    pub access: Tally<Access>,
    /// By place of the target group.
    pub target_groups: Vec<usize>,
    /// By age.
    pub age_groups: Tally<AgeGroup>,
    /// By place of the organisation, what lies below included.
    pub organisations: Vec<usize>,
    /// Open at the moment.
    pub open_now: usize,
}

/// Counts of a handful of values.
#[derive(Debug)]
pub struct Tally<V>(Vec<(V, usize)>);

impl<V> Default for Tally<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: PartialEq> Tally<V> {
    fn add(&mut self, value: V) {
        match self.0.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => self.0.push((value, 1)),
        }
    }

    /// How many there are of the value.
    pub fn of(&self, value: &V) -> usize {
        self.0.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
    }
}

#[cfg(test)]
mod tests {
    use super::AgeGroup;

    #[test]
    fn a_service_without_ages_is_for_all_ages() {
        assert!(AgeGroup::ALL.iter().all(|group| group.fits(None, None)));
    }

    #[test]
    fn the_ends_of_a_range_count_as_within() {
        assert!(AgeGroup::From18To30.fits(Some(30), None));
        assert!(!AgeGroup::From18To30.fits(Some(31), None));
        assert!(AgeGroup::Under18.fits(None, Some(17)) && AgeGroup::Under18.fits(Some(17), Some(17)));
        assert!(!AgeGroup::Under18.fits(Some(18), Some(24)));
    }
}
