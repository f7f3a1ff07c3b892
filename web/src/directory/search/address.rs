//! A search in the address: `?q=hash&tema=sundhed,bolig&adgang=aaben&aaben=ja`. The words are Danish and stable;
//! what can't be read is left out.

use super::Search;
use crate::directory::queries::enums::{Access, AgeGroup, Sector};

/// The names of the parts. `side` is how many pages are shown, which is not part of the search itself.
pub(crate) mod names {
    pub(crate) const TEXT: &str = "q";
    pub(crate) const THEME: &str = "tema";
    pub(crate) const SECTOR: &str = "sektor";
    pub(crate) const ACCESS: &str = "adgang";
    pub(crate) const TARGET_GROUP: &str = "maalgruppe";
    pub(crate) const AGE: &str = "alder";
    pub(crate) const ORGANISATION: &str = "organisation";
    pub(crate) const OPEN: &str = "aaben";
    pub(crate) const PAGES: &str = "side";
}

/// The word for *yes* in the address.
const YES: &str = "ja";

const SECTORS: [(Sector, &str); 5] = [
    (Sector::Municipal, "kommunal"),
    (Sector::Regional, "regional"),
    (Sector::State, "statslig"),
    (Sector::Private, "privat"),
    (Sector::Voluntary, "frivillig"),
];

const ACCESSES: [(Access, &str); 4] = [
    (Access::Open, "aaben"),
    (Access::Referral, "henvisning"),
    (Access::SelfReferral, "selv"),
    (Access::LegalDuty, "ret"),
];

const AGES: [(AgeGroup, &str); 4] = [
    (AgeGroup::Under18, "under-18"),
    (AgeGroup::From18To30, "18-30"),
    (AgeGroup::From31To64, "31-64"),
    (AgeGroup::From65, "65"),
];

impl Search {
    /// Reads the search from the parts of an address.
    pub(crate) fn from_parts(part: impl Fn(&str) -> Option<String>) -> Self {
        let words = |name: &str| -> Vec<String> {
            let text = part(name).unwrap_or_default();
            text.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        Self {
            text: part(names::TEXT).unwrap_or_default().trim().to_owned(),
            themes: words(names::THEME),
            sectors: values(&words(names::SECTOR), &SECTORS),
            access: values(&words(names::ACCESS), &ACCESSES),
            target_groups: words(names::TARGET_GROUP),
            age_groups: values(&words(names::AGE), &AGES),
            organisations: words(names::ORGANISATION),
            is_open_now: part(names::OPEN).is_some_and(|word| word == YES),
        }
    }

    /// The parts of the address, those that say nothing left out.
    pub(crate) fn parts(&self) -> Vec<(&'static str, String)> {
        let all = [
            (names::TEXT, self.text.trim().to_owned()),
            (names::THEME, self.themes.join(",")),
            (names::SECTOR, words(&self.sectors, &SECTORS)),
            (names::ACCESS, words(&self.access, &ACCESSES)),
            (names::TARGET_GROUP, self.target_groups.join(",")),
            (names::AGE, words(&self.age_groups, &AGES)),
            (names::ORGANISATION, self.organisations.join(",")),
            (names::OPEN, if self.is_open_now { YES.to_owned() } else { String::new() }),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The search as `?…`, or `""`. `pages` is how many pages of hits are shown.
    pub(crate) fn query(&self, pages: u32) -> String {
        let mut parts = self.parts();
        if pages > 1 {
            parts.push((names::PAGES, pages.to_string()));
        }
        let texts: Vec<String> =
            parts.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if texts.is_empty() { String::new() } else { format!("?{}", texts.join("&")) }
    }
}

/// Percent-encoded for a query; commas stay readable.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' => {
                out.push(char::from(byte))
            }
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn values<T: Copy>(words: &[String], table: &[(T, &str)]) -> Vec<T> {
    table.iter().filter(|(_, name)| words.iter().any(|word| word == name)).map(|(value, _)| *value).collect()
}

fn words<T: PartialEq>(values: &[T], table: &[(T, &str)]) -> String {
    let names: Vec<&str> =
        table.iter().filter(|(value, _)| values.contains(value)).map(|(_, name)| *name).collect();
    names.join(",")
}

#[cfg(test)]
mod tests {
    use super::super::Search;
    use crate::directory::queries::enums::{Access, AgeGroup};

    fn read(parts: &[(&'static str, String)]) -> Search {
        Search::from_parts(|name| {
            parts.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
        })
    }

    #[test]
    fn what_is_written_is_read_again() {
        let search = Search {
            text: "et sted at sove".into(),
            themes: vec!["bolig".into(), "sundhed".into()],
            access: vec![Access::Open, Access::SelfReferral],
            age_groups: vec![AgeGroup::From18To30],
            is_open_now: true,
            ..Search::default()
        };
        assert_eq!(read(&search.parts()), search);
        assert_eq!(
            search.query(2),
            "?q=et+sted+at+sove&tema=bolig,sundhed&adgang=aaben,selv&alder=18-30&aaben=ja&side=2"
        );
    }

    #[test]
    fn nothing_chosen_is_nothing_written() {
        assert_eq!(Search::default().query(1), "");
        assert_eq!(Search::of_text("tandlæge").query(1), "?q=tandl%C3%A6ge");
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert_eq!(read(&[("sektor", "ukendt".into()), ("aaben", "måske".into())]), Search::default());
    }
}
