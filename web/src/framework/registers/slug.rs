//! How registers and levels stand in addresses, and in which section a register is.

use super::forms::{Level, Register};

impl Register {
    /// All of them, in the order of the framework.
    pub(crate) const ALL: [Self; 13] = [
        Self::PopulationFigure,
        Self::ExpectedIntake,
        Self::SupportFigure,
        Self::Partner,
        Self::Outreach,
        Self::Forum,
        Self::Pathway,
        Self::Agreement,
        Self::CoordinatingFunction,
        Self::Channel,
        Self::CitizenPlan,
        Self::Tool,
        Self::Dissemination,
    ];

    /// How it stands in addresses.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::PopulationFigure => "befolkningstal",
            Self::ExpectedIntake => "forventet-tilgang",
            Self::SupportFigure => "stoettetal",
            Self::Partner => "samarbejdspartnere",
            Self::Outreach => "opsoegende",
            Self::Forum => "fora",
            Self::Pathway => "veje",
            Self::Agreement => "aftaler",
            Self::CoordinatingFunction => "koordinatorer",
            Self::Channel => "kanaler",
            Self::CitizenPlan => "borgerplaner",
            Self::Tool => "redskaber",
            Self::Dissemination => "formidling",
        }
    }

    /// The register that stands so in an address.
    pub(crate) fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|register| register.slug() == slug)
    }
}

/// The value of an address that says for which level a new row is.
pub(crate) const LEVEL: &str = "niveau";

impl Level {
    /// All of them, in the order of the framework.
    pub(crate) const ALL: [Self; 4] = [Self::Municipal, Self::Mixed, Self::Voluntary, Self::Citizen];

    /// How it stands in addresses.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::Municipal => "kommunen",
            Self::Mixed => "paa-tvaers",
            Self::Voluntary => "frivillige",
            Self::Citizen => "borgeren",
        }
    }

    /// The level that stands so in an address.
    pub(crate) fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_register_and_level_is_found_by_its_address() {
        for register in Register::ALL {
            assert_eq!(Register::of_slug(register.slug()), Some(register));
        }
        for level in Level::ALL {
            assert_eq!(Level::of_slug(level.slug()), Some(level));
        }
        assert_eq!(Register::of_slug("andet"), None);
        assert_eq!(Level::of_slug(""), None);
    }

    #[test]
    fn addresses_are_plain() {
        let all = Register::ALL.map(Register::slug).into_iter().chain(Level::ALL.map(Level::slug));
        for slug in all {
            assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{slug}");
        }
    }
}
