//! A point in time, and what the clock shows in Copenhagen then. The zone's rule is the one all of the European
//! Union follows (directive 2000/84/EC), so no time zone data is carried. Reading the clock is in `crate::clock`.

use serde::{Deserialize, Serialize};

use super::date::Date;

/// Seconds since 1 January 1970, 00.00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub(crate) struct Moment(pub(crate) i64);

/// What calendar and clock show in Copenhagen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LocalTime {
    /// The day.
    pub(crate) date: Date,
    /// 0 to 23.
    pub(crate) hour: u8,
    /// 0 to 59.
    pub(crate) minute: u8,
}

impl Moment {
    /// Reads RFC 3339, with `Z` or an offset; fractions of a second are dropped.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let date = Date::parse(text.get(..10)?)?;
        let field = |from: usize| text.get(from..from + 2)?.parse::<i64>().ok();
        let seconds = field(11)? * 3_600 + field(14)? * 60 + field(17)?;
        let rest = text.get(19..)?.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
        let offset = match rest.get(..1)? {
            "Z" | "z" => 0,
            sign @ ("+" | "-") => {
                let hours: i64 = rest.get(1..3)?.parse().ok()?;
                let minutes: i64 = rest.get(4..6)?.parse().ok()?;
                (hours * 3_600 + minutes * 60) * if sign == "-" { -1 } else { 1 }
            }
            _ => return None,
        };
        Some(Self(date.days() * 86_400 + seconds - offset))
    }

    /// What the clock shows in Copenhagen.
    pub(crate) fn in_copenhagen(self) -> LocalTime {
        let local = self.0 + if self.falls_in_summer_time() { 7_200 } else { 3_600 };
        let of_day = local.rem_euclid(86_400);
        LocalTime {
            date: Date::from_days(local.div_euclid(86_400)),
            hour: (of_day / 3_600) as u8,
            minute: (of_day % 3_600 / 60) as u8,
        }
    }

    /// From 01.00 UTC on the last Sunday of March until 01.00 UTC on the last Sunday of October.
    fn falls_in_summer_time(self) -> bool {
        let year = Date::from_days(self.0.div_euclid(86_400)).year;
        let changes = |month: u8| {
            let last = Date { year, month, day: 31 };
            let sunday = last.days() - (last.weekday() as i64 + 1) % 7;
            sunday * 86_400 + 3_600
        };
        (changes(3)..changes(10)).contains(&self.0)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of_day = self.0.rem_euclid(86_400);
        let (hour, minute, second) = (of_day / 3_600, of_day % 3_600 / 60, of_day % 60);
        write!(out, "{}T{hour:02}:{minute:02}:{second:02}Z", Date::from_days(self.0.div_euclid(86_400)))
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        let text = String::deserialize(source)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a point in time"))
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    fn shown(text: &str) -> String {
        let local = Moment::parse(text).map(Moment::in_copenhagen);
        local.map(|at| format!("{} {:02}.{:02}", at.date, at.hour, at.minute)).unwrap_or_default()
    }

    #[test]
    fn winter_and_summer() {
        assert_eq!(shown("2026-03-03T09:00:00Z"), "2026-03-03 10.00");
        assert_eq!(shown("2026-07-01T22:30:00Z"), "2026-07-02 00.30");
    }

    #[test]
    fn the_clock_changes_on_the_last_sunday() {
        assert_eq!(shown("2026-03-29T00:59:59Z"), "2026-03-29 01.59");
        assert_eq!(shown("2026-03-29T01:00:00Z"), "2026-03-29 03.00");
        assert_eq!(shown("2026-10-25T00:59:59Z"), "2026-10-25 02.59");
        assert_eq!(shown("2026-10-25T01:00:00Z"), "2026-10-25 02.00");
    }

    #[test]
    fn offsets_and_fractions_are_read() {
        let utc = Moment::parse("2026-03-03T09:00:00Z");
        assert_eq!(Moment::parse("2026-03-03T10:00:00.123456+01:00"), utc);
        assert_eq!(Moment::parse("2026-03-03 09:00:00+00:00"), utc);
        assert_eq!(Moment::parse("2026-03-03"), None);
        assert_eq!(utc.map(|moment| moment.to_string()).as_deref(), Some("2026-03-03T09:00:00Z"));
    }
}
