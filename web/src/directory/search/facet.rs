//! The facets one filters by: what they are called, what they hold, and choosing within them.

use super::Search;
use crate::directory::queries::enums::{Access, AgeGroup, Sector};
use crate::directory::queries::hits::{FacetCount, ServiceFacets};
use crate::language::{Locale, td_string};

/// A facet with several values. *Open now* is a switch of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Facet {
    /// What it is about.
    Theme,
    /// How one gets in.
    Access,
    /// Whom it is for.
    TargetGroup,
    /// How old one is.
    Age,
    /// Who runs it, by kind.
    Sector,
    /// Who runs it, by name.
    Organisation,
}

impl Facet {
    /// All, in the order they are shown.
    pub(crate) const ALL: [Self; 6] =
        [Self::Theme, Self::Access, Self::TargetGroup, Self::Age, Self::Sector, Self::Organisation];

    /// The id of what it opens.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Theme => "facet-theme",
            Self::Access => "facet-access",
            Self::TargetGroup => "facet-target-group",
            Self::Age => "facet-age",
            Self::Sector => "facet-sector",
            Self::Organisation => "facet-organisation",
        }
    }

    /// What it is called.
    pub(crate) fn title(self, locale: Locale) -> String {
        match self {
            Self::Theme => td_string!(locale, list.facet_theme),
            Self::Access => td_string!(locale, list.facet_access),
            Self::TargetGroup => td_string!(locale, list.facet_target_group),
            Self::Age => td_string!(locale, list.facet_age),
            Self::Sector => td_string!(locale, list.facet_sector),
            Self::Organisation => td_string!(locale, list.facet_organisation),
        }
        .to_owned()
    }

    /// Its values and counts in an answer.
    pub(crate) fn counts(self, facets: &ServiceFacets) -> &[FacetCount] {
        match self {
            Self::Theme => &facets.themes,
            Self::Access => &facets.access,
            Self::TargetGroup => &facets.target_groups,
            Self::Age => &facets.age_groups,
            Self::Sector => &facets.sectors,
            Self::Organisation => &facets.organisations,
        }
    }

    /// The chosen values, as the API names them.
    pub(crate) fn chosen(self, search: &Search) -> Vec<String> {
        fn names<T: Copy>(values: &[T], name: fn(T) -> &'static str) -> Vec<String> {
            values.iter().map(|value| name(*value).to_owned()).collect()
        }
        match self {
            Self::Theme => search.themes.clone(),
            Self::Access => names(&search.access, access_name),
            Self::TargetGroup => search.target_groups.clone(),
            Self::Age => names(&search.age_groups, age_name),
            Self::Sector => names(&search.sectors, sector_name),
            Self::Organisation => search.organisations.clone(),
        }
    }

    /// Chooses a value, or lets go of it.
    pub(crate) fn toggle(self, search: &mut Search, value: &str) {
        match self {
            Self::Theme => flip(&mut search.themes, Some(value.to_owned())),
            Self::Access => flip(&mut search.access, access_of(value)),
            Self::TargetGroup => flip(&mut search.target_groups, Some(value.to_owned())),
            Self::Age => flip(&mut search.age_groups, age_of(value)),
            Self::Sector => flip(&mut search.sectors, sector_of(value)),
            Self::Organisation => flip(&mut search.organisations, Some(value.to_owned())),
        }
    }

    /// What a value is called: the app's word for an enum's, the municipality's for a slug's.
    pub(crate) fn label(self, locale: Locale, value: &str, counts: &[FacetCount]) -> String {
        use crate::directory::signs::words;
        let word = match self {
            Self::Access => access_of(value).map(|access| words::access(locale, access)),
            Self::Age => age_of(value).map(|age| words::age(locale, age)),
            Self::Sector => sector_of(value).map(|sector| words::sector(locale, sector)),
            Self::Theme | Self::TargetGroup | Self::Organisation => None,
        };
        let given = || {
            let count = counts.iter().find(|count| count.value == value)?;
            let name = if locale == Locale::en { &count.label_en } else { &count.label };
            (!name.is_empty()).then(|| name.clone())
        };
        word.or_else(given).unwrap_or_else(|| value.replace('-', " "))
    }
}

fn flip<T: PartialEq>(chosen: &mut Vec<T>, value: Option<T>) {
    let Some(value) = value else { return };
    match chosen.iter().position(|known| *known == value) {
        Some(index) => drop(chosen.remove(index)),
        None => chosen.push(value),
    }
}

fn access_name(access: Access) -> &'static str {
    match access {
        Access::Open => "OPEN",
        Access::Referral => "REFERRAL",
        Access::SelfReferral => "SELF_REFERRAL",
        Access::LegalDuty => "LEGAL_DUTY",
    }
}

fn access_of(name: &str) -> Option<Access> {
    let all = [Access::Open, Access::Referral, Access::SelfReferral, Access::LegalDuty];
    all.into_iter().find(|access| access_name(*access) == name)
}

fn age_name(age: AgeGroup) -> &'static str {
    match age {
        AgeGroup::Under18 => "UNDER_18",
        AgeGroup::From18To30 => "AGE_18_TO_30",
        AgeGroup::From31To64 => "AGE_31_TO_64",
        AgeGroup::From65 => "AGE_65_PLUS",
    }
}

fn age_of(name: &str) -> Option<AgeGroup> {
    let all = [AgeGroup::Under18, AgeGroup::From18To30, AgeGroup::From31To64, AgeGroup::From65];
    all.into_iter().find(|age| age_name(*age) == name)
}

fn sector_name(sector: Sector) -> &'static str {
    match sector {
        Sector::Municipal => "MUNICIPAL",
        Sector::Regional => "REGIONAL",
        Sector::State => "STATE",
        Sector::Private => "PRIVATE",
        Sector::Voluntary => "VOLUNTARY",
    }
}

fn sector_of(name: &str) -> Option<Sector> {
    let all = [Sector::Municipal, Sector::Regional, Sector::State, Sector::Private, Sector::Voluntary];
    all.into_iter().find(|sector| sector_name(*sector) == name)
}

#[cfg(test)]
mod tests {
    use super::{Facet, Search};

    #[test]
    fn choosing_twice_lets_go() {
        let mut search = Search::default();
        Facet::Sector.toggle(&mut search, "VOLUNTARY");
        assert_eq!(Facet::Sector.chosen(&search), ["VOLUNTARY"]);
        Facet::Sector.toggle(&mut search, "VOLUNTARY");
        Facet::Sector.toggle(&mut search, "NO_SUCH");
        assert_eq!(search, Search::default());
    }
}
