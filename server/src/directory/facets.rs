//! Filters and their counts. Within one facet any of the values chosen will do; between facets all must hold.
//! A value's count says how many services there would be with it chosen beside what the *other* facets ask.

use std::collections::HashMap;

use async_graphql::Enum;
use chrono::{DateTime, Utc};
use entity::directory::values::{Access, Sector};

use super::rules::opening::{OpenState, open_state};
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
    now: DateTime<Utc>,
}

impl<'d> Judge<'d> {
    pub fn new(directory: &'d Directory, filter: &'d Filter, now: DateTime<Utc>) -> Self {
        Self { directory, filter, now }
    }

    /// Whether the service is what the filter asks for.
    pub fn passes(&self, service: usize) -> bool {
        self.filter.is_empty() || self.facets_passed(&self.directory.services[service]) == ALL
    }

    /// Counts each facet's values over these services.
    pub fn count(&self, services: impl IntoIterator<Item = usize>) -> Counts {
        let mut counts = Counts::default();
        for at in services {
            let service = &self.directory.services[at];
            let passed = self.facets_passed(service);
            let all_but = |facet: u8| passed | facet == ALL;
            if all_but(THEMES) {
                service.themes.iter().for_each(|theme| add(&mut counts.themes, *theme));
            }
            if all_but(SECTORS) {
                add(&mut counts.sectors, self.sector(service));
            }
            if all_but(ACCESS) {
                add(&mut counts.access, service.row.access);
            }
            if all_but(TARGET_GROUPS) {
                service.target_groups.iter().for_each(|group| add(&mut counts.target_groups, *group));
            }
            if all_but(AGES) {
                let (minimum, maximum) = (service.row.minimum_age, service.row.maximum_age);
                let fitting = AgeGroup::ALL.into_iter().filter(|group| group.fits(minimum, maximum));
                fitting.for_each(|group| add(&mut counts.age_groups, group));
            }
            if all_but(ORGANISATIONS) {
                let above = self.directory.ancestors(service.organisation);
                above
                    .into_iter()
                    .chain([service.organisation])
                    .for_each(|org| add(&mut counts.organisations, org));
            }
            if all_but(OPEN) && self.is_open(service) {
                counts.open_now += 1;
            }
        }
        counts
    }

    /// The facets that the service passes, as bits; a facet of which nothing is asked is passed.
    fn facets_passed(&self, service: &ServiceEntry) -> u8 {
        let filter = self.filter;
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
            | passes(OPEN, filter.open_now, &|| self.is_open(service))
    }

    fn sector(&self, service: &ServiceEntry) -> Sector {
        self.directory.organisations[service.organisation].row.sector
    }

    fn is_open(&self, service: &ServiceEntry) -> bool {
        let reach = &service.reach;
        let state = open_state(&reach.schedules, &reach.schedule_exceptions, self.now);
        matches!(state, OpenState::Open { .. })
    }
}

/// How many services there are for each value; places refer to the directory.
#[derive(Debug, Default)]
pub struct Counts {
    /// By theme.
    pub themes: HashMap<usize, usize>,
    /// By sector.
    pub sectors: HashMap<Sector, usize>,
    /// By access.
    pub access: HashMap<Access, usize>,
    /// By target group.
    pub target_groups: HashMap<usize, usize>,
    /// By age.
    pub age_groups: HashMap<AgeGroup, usize>,
    /// By organisation, what lies below included.
    pub organisations: HashMap<usize, usize>,
    /// Open at the moment.
    pub open_now: usize,
}

fn add<K: std::hash::Hash + Eq>(counts: &mut HashMap<K, usize>, key: K) {
    *counts.entry(key).or_default() += 1;
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
