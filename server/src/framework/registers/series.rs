//! A year's meetings of a standing forum, planned from its rhythm: the network group that meets eight times a year, the
//! half-yearly meetings. Pure.

use chrono::{Days, NaiveDate, TimeDelta};

use crate::error::{Error, Result};
use crate::holidays::is_holiday;

/// Most meetings of a series in a year: one a week.
const MOST: i32 = 52;
/// Weeks that a year is parted into.
const WEEKS: i64 = 52;

/// The days of a year's meetings, `per_year` of them, beginning with `first`: the same day of the week, as evenly through
/// the year as whole weeks allow. Where that is a holiday it is the week after, or else the week before; where one meets
/// then anyway, it is left out. The first day stays what it is.
///
/// # Errors
/// `Invalid` out of 1 to 52, or where the calendar ends.
pub fn days(first: NaiveDate, per_year: i32) -> Result<Vec<NaiveDate>> {
    if !(1..=MOST).contains(&per_year) {
        return Err(Error::invalid("perYear", "A series has 1 to 52 meetings in a year."));
    }
    if first.checked_add_days(Days::new(366)).is_none() {
        return Err(Error::invalid("from", "This day is too far away."));
    }
    let count = i64::from(per_year);
    // Half up, so that six meetings are eight or nine weeks apart and not eight each and the last twelve.
    let regular = |at: i64| first + TimeDelta::weeks((2 * WEEKS * at + count) / (2 * count));
    let mut days: Vec<NaiveDate> = vec![first];
    for at in 1..count {
        let (day, next, week) = (regular(at), regular(at + 1), TimeDelta::weeks(1));
        let fits = |day: &NaiveDate| *day < next && !is_holiday(*day) && !days.contains(day);
        let found = [day, day + week, day - week].into_iter().find(fits);
        days.extend(found);
    }
    Ok(days)
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    fn series(first: &str, per_year: i32) -> Vec<String> {
        days(first.parse().unwrap(), per_year).unwrap().into_iter().map(|day| day.to_string()).collect()
    }

    #[test]
    fn eight_meetings_are_spread_over_the_year_on_one_day_of_the_week() {
        let days = days("2026-01-08".parse().unwrap(), 8).unwrap();
        assert_eq!(days.len(), 8);
        assert!(days.iter().all(|day| day.weekday() == days[0].weekday() && !is_holiday(*day)));
        let apart: Vec<i64> = days.windows(2).map(|two| (two[1] - two[0]).num_weeks()).collect();
        assert!(apart.iter().all(|weeks| (6..=8).contains(weeks)), "{apart:?}");
        assert!(days[7] < "2027-01-08".parse().unwrap());
    }

    #[test]
    fn twice_a_year_is_half_a_year_apart() {
        assert_eq!(series("2026-03-03", 2), ["2026-03-03", "2026-09-01"]);
        assert_eq!(series("2026-03-03", 1), ["2026-03-03"]);
    }

    #[test]
    fn a_holiday_moves_a_meeting_by_a_week() {
        // Thirteen weeks after 1 January 2026 is Maundy Thursday.
        assert_eq!(series("2026-01-01", 4), ["2026-01-01", "2026-04-09", "2026-07-02", "2026-10-01"]);
    }

    #[test]
    fn once_a_week_leaves_holidays_out() {
        let days = days("2026-01-08".parse().unwrap(), 52).unwrap();
        assert!(
            days.windows(2).all(|two| two[0] < two[1]) && !days.iter().any(|day| is_holiday(*day)),
            "{days:?}"
        );
        // Maundy Thursday, Ascension, Christmas Eve and New Year's Eve are Thursdays.
        assert_eq!(days.len(), 48);
    }

    #[test]
    fn a_series_has_its_bounds() {
        for wrong in [0, -1, 53] {
            assert!(days("2026-01-01".parse().unwrap(), wrong).is_err());
        }
        assert!(days(NaiveDate::MAX, 2).is_err());
    }
}
