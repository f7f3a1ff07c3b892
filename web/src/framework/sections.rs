//! The six sections of the framework: their order, what they are called, and how they stand in addresses.

use crate::api::schema;
use crate::language::{Locale, Text, td_string, text_by};

/// A section of the framework.
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Section {
    /// Whom it is for, and with whom.
    TargetGroup,
    /// Who meets where, and what is agreed.
    Organisation,
    /// How one tells whom what.
    Communication,
    /// Which plans a citizen has, and who can see them.
    Plans,
    /// What there is for the citizen.
    Directory,
    /// How it is made known, and kept fresh.
    Dissemination,
}

impl Section {
    /// All of them, in their order.
    pub(crate) const ALL: [Self; 6] = [
        Self::TargetGroup,
        Self::Organisation,
        Self::Communication,
        Self::Plans,
        Self::Directory,
        Self::Dissemination,
    ];

    /// How it stands in addresses.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::TargetGroup => "maalgruppe",
            Self::Organisation => "organisering",
            Self::Communication => "kommunikation",
            Self::Plans => "planer",
            Self::Directory => "tilbud",
            Self::Dissemination => "formidling",
        }
    }

    /// The section that stands so in an address.
    pub(crate) fn of_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// Its number, from 1.
    pub(crate) fn number(self) -> usize {
        Self::ALL.iter().position(|section| *section == self).unwrap_or_default() + 1
    }

    /// What it is called.
    pub(crate) fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::TargetGroup => td_string!(locale, draft.section_target_group),
            Self::Organisation => td_string!(locale, draft.section_organisation),
            Self::Communication => td_string!(locale, draft.section_communication),
            Self::Plans => td_string!(locale, draft.section_plans),
            Self::Directory => td_string!(locale, draft.section_directory),
            Self::Dissemination => td_string!(locale, draft.section_dissemination),
        }
    }

    /// What it is called, in the reader's language.
    pub(crate) fn title(self) -> Text {
        text_by(move |locale| self.name(locale).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Section;

    #[test]
    fn each_section_has_an_address_of_its_own() {
        for (at, section) in Section::ALL.into_iter().enumerate() {
            assert_eq!(Section::of_slug(section.slug()), Some(section));
            assert_eq!(section.number(), at + 1);
        }
        assert_eq!(Section::of_slug("andet"), None);
    }
}
