//! A day of the calendar, without a time or a zone. What it looks like in words is in [`super::words`].

use serde::{Deserialize, Serialize};

/// A day in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub(crate) struct Date {
    /// The year, such as 2026.
    pub(crate) year: i32,
    /// The month, 1 to 12.
    pub(crate) month: u8,
    /// The day of the month, 1 to 31.
    pub(crate) day: u8,
}

impl Date {
    /// Reads `2024-08-31`. Anything else is `None`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        let date = Self { year, month, day };
        (Self::from_days(date.days()) == date).then_some(date)
    }

    /// Days since 1 January 1970 (Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*).
    pub(crate) fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The inverse of [`Date::days`].
    pub(crate) fn from_days(days: i64) -> Self {
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_index = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_index + 2) / 5 + 1;
        let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year: year as i32, month: month as u8, day: day as u8 }
    }

    /// The day of the week: 0 is Monday, 6 is Sunday.
    pub(crate) fn weekday(self) -> usize {
        (self.days() + 3).rem_euclid(7) as usize
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let text = String::deserialize(source)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a date"))
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_and_back() {
        assert_eq!(Date { year: 1970, month: 1, day: 1 }.days(), 0);
        for days in [-1, 0, 59, 60, 365, 11_016, 19_936, 20_514, 24_855] {
            assert_eq!(Date::from_days(days).days(), days);
        }
    }

    #[test]
    fn weekdays() {
        assert_eq!(Date { year: 2026, month: 3, day: 3 }.weekday(), 1, "a Tuesday");
        assert_eq!(Date { year: 2026, month: 11, day: 22 }.weekday(), 6, "a Sunday");
    }

    #[test]
    fn only_real_days_are_read() {
        assert_eq!(Date::parse("2024-02-29").map(|date| date.day), Some(29));
        assert_eq!(Date::parse("2025-02-29"), None);
        assert_eq!(Date::parse("2025"), None);
    }
}
