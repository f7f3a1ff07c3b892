//! How long something has waited, in the words one would use: days, then weeks, months, years.

use crate::format::date::Date;
use crate::language::{Locale, td_string};

/// A length of time, as coarse as it is long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Days(i64),
    Weeks(i64),
    Months(i64),
    Years(i64),
}

/// From when on weeks, months and years are told of; each so late that there are at least two.
fn length(days: i64) -> Length {
    match days {
        ..14 => Length::Days(days),
        14..62 => Length::Weeks(days / 7),
        62..731 => Length::Months(days * 100 / 3_044),
        _ => Length::Years(days * 100 / 36_525),
    }
}

/// `3 dage`, `2 uger`, `5 måneder`, `12 år`.
pub(super) fn in_words(locale: Locale, days: i64) -> String {
    match length(days) {
        Length::Days(1) => td_string!(locale, desk.day_one).to_owned(),
        Length::Days(count) => td_string!(locale, desk.day_many, count = count),
        Length::Weeks(count) => td_string!(locale, desk.week_many, count = count),
        Length::Months(count) => td_string!(locale, desk.month_many, count = count),
        Length::Years(count) => td_string!(locale, desk.year_many, count = count),
    }
}

/// `Har ventet 3 dage`, or that it came today.
pub(super) fn waited(locale: Locale, since: Date, today: Date) -> String {
    match today.days() - since.days() {
        ..1 => td_string!(locale, desk.since_today).to_owned(),
        days => td_string!(locale, desk.waited, time = in_words(locale, days)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_the_coarser_and_never_one_of_a_kind() {
        assert_eq!([0, 1, 13].map(length), [Length::Days(0), Length::Days(1), Length::Days(13)]);
        assert_eq!([14, 61].map(length), [Length::Weeks(2), Length::Weeks(8)]);
        assert_eq!([62, 730].map(length), [Length::Months(2), Length::Months(23)]);
        assert_eq!([731, 4_469].map(length), [Length::Years(2), Length::Years(12)]);
    }

    #[test]
    fn in_both_languages() {
        let (then, today) = (Date { year: 2026, month: 3, day: 2 }, Date { year: 2026, month: 3, day: 5 });
        assert_eq!(waited(Locale::da, then, today), "Har ventet 3 dage");
        assert_eq!(waited(Locale::en, today, today), "Came today");
        assert_eq!(in_words(Locale::da, 1), "1 dag");
    }
}
