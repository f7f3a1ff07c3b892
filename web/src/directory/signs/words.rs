//! The words of the signs.

use crate::directory::queries::enums::{Access, AgeGroup, OpenKind, Sector};
use crate::directory::queries::fragments::OpenState;
use crate::format::date::Date;
use crate::format::words;
use crate::language::{Locale, td_string};

/// `Kommunal`.
pub(crate) fn sector(locale: Locale, sector: Sector) -> String {
    match sector {
        Sector::Municipal => td_string!(locale, directory.sector_municipal),
        Sector::Regional => td_string!(locale, directory.sector_regional),
        Sector::State => td_string!(locale, directory.sector_state),
        Sector::Private => td_string!(locale, directory.sector_private),
        Sector::Voluntary => td_string!(locale, directory.sector_voluntary),
    }
    .to_owned()
}

/// `Kommunale`, as it is said of several.
pub(crate) fn sector_plural(locale: Locale, sector: Sector) -> String {
    match sector {
        Sector::Municipal => td_string!(locale, directory.sectors_municipal),
        Sector::Regional => td_string!(locale, directory.sectors_regional),
        Sector::State => td_string!(locale, directory.sectors_state),
        Sector::Private => td_string!(locale, directory.sectors_private),
        Sector::Voluntary => td_string!(locale, directory.sectors_voluntary),
    }
    .to_owned()
}

/// `Åben for alle`.
pub(crate) fn access(locale: Locale, access: Access) -> String {
    match access {
        Access::Open => td_string!(locale, directory.access_open),
        Access::Referral => td_string!(locale, directory.access_referral),
        Access::SelfReferral => td_string!(locale, directory.access_self_referral),
        Access::LegalDuty => td_string!(locale, directory.access_legal_duty),
    }
    .to_owned()
}

/// `18–30 år`.
pub(crate) fn age(locale: Locale, age: AgeGroup) -> String {
    match age {
        AgeGroup::Under18 => td_string!(locale, directory.age_under_18),
        AgeGroup::From18To30 => td_string!(locale, directory.age_18_to_30),
        AgeGroup::From31To64 => td_string!(locale, directory.age_31_to_64),
        AgeGroup::From65 => td_string!(locale, directory.age_65),
    }
    .to_owned()
}

/// `Åbent nu til 15.00`, `Lukket nu. Åbner i morgen kl. 10.00`; nothing when the hours are not known.
pub(crate) fn open_state(locale: Locale, state: &OpenState, today: Date) -> Option<String> {
    Some(match (state.kind, state.until, state.opens_at) {
        (OpenKind::Open, Some(until), _) => {
            td_string!(locale, directory.open_until, time = words::until(locale, until, today))
        }
        (OpenKind::Open, None, _) => td_string!(locale, directory.open_now).to_owned(),
        (OpenKind::Closed, _, Some(at)) => {
            td_string!(locale, directory.closed_until, time = words::near_moment(locale, at, today))
        }
        (OpenKind::Closed, _, None) => td_string!(locale, directory.closed_now).to_owned(),
        (OpenKind::Unknown, _, _) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::moment::Moment;

    #[test]
    fn open_and_closed_in_words() {
        let today = Date { year: 2026, month: 3, day: 2 };
        let open =
            OpenState { kind: OpenKind::Open, until: Moment::parse("2026-03-02T14:00:00Z"), opens_at: None };
        assert_eq!(open_state(Locale::da, &open, today).as_deref(), Some("Åbent nu til 15.00"));
        let closed = OpenState {
            kind: OpenKind::Closed,
            until: None,
            opens_at: Moment::parse("2026-03-03T09:00:00Z"),
        };
        assert_eq!(
            open_state(Locale::da, &closed, today).as_deref(),
            Some("Lukket nu. Åbner i morgen kl. 10.00")
        );
        let unknown = OpenState { kind: OpenKind::Unknown, until: None, opens_at: None };
        assert_eq!(open_state(Locale::da, &unknown, today), None);
    }
}
