//! Which activities of a plan are shown: `?status=i-gang&ansvarlig=Ungeenheden&over-tid=ja`. It lives in the address, so
//! that it can be sent and returned to, and it is said in words above the list.

use super::queries::reading::{Activity, ActivityStatus};
use crate::counted;
use crate::directory::search::address::encoded;
use crate::language::{Locale, td_string};

/// The names of the parts.
mod names {
    pub(super) const STATUS: &str = "status";
    pub(super) const OVERDUE: &str = "over-tid";
    pub(super) const RESPONSIBLE: &str = "ansvarlig";
}

/// The word for *yes* in the address.
const YES: &str = "ja";

/// The statuses in the order of the work, with their words in the address.
pub(super) const STATUSES: [(ActivityStatus, &str); 4] = [
    (ActivityStatus::Planned, "ikke-begyndt"),
    (ActivityStatus::Underway, "i-gang"),
    (ActivityStatus::Done, "gjort"),
    (ActivityStatus::Dropped, "opgivet"),
];

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    /// Only those that stand there.
    pub(super) status: Option<ActivityStatus>,
    /// Only those that are late.
    pub(super) is_overdue: bool,
    /// Only those of this name.
    pub(super) responsible: String,
}

impl Filter {
    /// Reads it from the parts of an address; what can't be read is left out.
    pub(super) fn from_parts(part: impl Fn(&str) -> Option<String>) -> Self {
        let status = part(names::STATUS).unwrap_or_default();
        Self {
            status: Self::status_of(&status),
            is_overdue: part(names::OVERDUE).is_some_and(|word| word == YES),
            responsible: part(names::RESPONSIBLE).unwrap_or_default().trim().to_owned(),
        }
    }

    /// The status that a word of the address means.
    pub(super) fn status_of(word: &str) -> Option<ActivityStatus> {
        STATUSES.iter().find(|(_, known)| *known == word).map(|(status, _)| *status)
    }

    /// The word of the address for the status that was chosen.
    pub(super) fn status_word(&self) -> &'static str {
        STATUSES.iter().find(|(status, _)| Some(*status) == self.status).map_or("", |(_, word)| word)
    }

    /// It as `?…`, or `""`.
    pub(super) fn query(&self) -> String {
        let parts = [
            (names::STATUS, self.status_word()),
            (names::OVERDUE, if self.is_overdue { YES } else { "" }),
            (names::RESPONSIBLE, self.responsible.as_str()),
        ];
        let parts = parts.iter().filter(|(_, value)| !value.is_empty());
        let texts: Vec<String> = parts.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if texts.is_empty() { String::new() } else { format!("?{}", texts.join("&")) }
    }

    /// Whether nothing was chosen.
    pub(super) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an activity is shown.
    pub(super) fn lets_through(&self, activity: &Activity) -> bool {
        let name = activity.responsible_name.as_deref().unwrap_or_default();
        self.status.is_none_or(|status| status == activity.status)
            && (!self.is_overdue || activity.is_overdue)
            && (self.responsible.is_empty() || self.responsible == name)
    }

    /// How many are shown, and which: *3 aktiviteter, i gang, over tid, med Ungeenheden som ansvarlig*.
    pub(super) fn in_words(&self, locale: Locale, count: usize) -> String {
        let mut parts = vec![counted!(locale, count, plan.activity_one, plan.activity_many)];
        if let Some(status) = self.status {
            parts.push(super::words::status(locale, status).to_lowercase());
        }
        if self.is_overdue {
            parts.push(td_string!(locale, plan.overdue).to_lowercase());
        }
        if !self.responsible.is_empty() {
            parts.push(td_string!(locale, plan.words_responsible, name = self.responsible.clone()));
        }
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::queries::reading::tests::activity;

    fn chosen() -> Filter {
        Filter {
            status: Some(ActivityStatus::Underway),
            is_overdue: true,
            responsible: "Det Frivillige Hus".into(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(chosen().query(), "?status=i-gang&over-tid=ja&ansvarlig=Det+Frivillige+Hus");
        let read = Filter::from_parts(|name| match name {
            "status" => Some("i-gang".into()),
            "over-tid" => Some("ja".into()),
            "ansvarlig" => Some("Det Frivillige Hus".into()),
            _ => None,
        });
        assert_eq!(read, chosen());
        assert_eq!(Filter::default().query(), "");
        assert!(Filter::from_parts(|_| Some("ukendt".into())).status.is_none());
    }

    #[test]
    fn what_is_chosen_is_said_in_words() {
        assert_eq!(
            chosen().in_words(Locale::da, 3),
            "3 aktiviteter, i gang, over tid, med Det Frivillige Hus som ansvarlig"
        );
        assert_eq!(Filter::default().in_words(Locale::da, 1), "1 aktivitet");
        assert_eq!(
            chosen().in_words(Locale::en, 1),
            "1 activity, underway, overdue, led by Det Frivillige Hus"
        );
    }

    #[test]
    fn only_what_was_chosen_is_shown() {
        let mut one = activity(ActivityStatus::Underway);
        assert!(Filter::default().lets_through(&one));
        assert!(!chosen().lets_through(&one));
        one.is_overdue = true;
        one.responsible_name = Some("Det Frivillige Hus".into());
        assert!(chosen().lets_through(&one));
        one.status = ActivityStatus::Done;
        assert!(!chosen().lets_through(&one));
    }
}
