//! Days on which nobody in Denmark is asked to meet: the public holidays (lov om Folkekirkens helligdage; store bededag
//! until 2023), and Constitution Day, Christmas Eve and New Year's Eve, on which town halls are closed.

use chrono::{Datelike, Days, NaiveDate};

/// Days from Easter Sunday: Maundy Thursday, Good Friday, Easter itself and its Monday, Ascension, Whitsun and its Monday.
const BY_EASTER: [i64; 7] = [-3, -2, 0, 1, 39, 49, 50];
/// Great Prayer Day, from Easter Sunday; abolished by lov nr. 214 of 2023.
const GREAT_PRAYER_DAY: (i64, i32) = (26, 2023);
/// Month and day: New Year's Day, Constitution Day, Christmas Eve, both days of Christmas, New Year's Eve.
const FIXED: [(u32, u32); 6] = [(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)];

/// Whether nobody is at work on this day because of a holiday.
pub fn is_holiday(day: NaiveDate) -> bool {
    if FIXED.contains(&(day.month(), day.day())) {
        return true;
    }
    let Some(easter) = easter(day.year()) else { return false };
    let from_easter = (day - easter).num_days();
    let (prayer, last) = GREAT_PRAYER_DAY;
    BY_EASTER.contains(&from_easter) || (from_easter == prayer && day.year() <= last)
}

/// Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let leap = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + leap + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let after = u64::try_from(epact + weekday - 7 * late).ok()?;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_almanacs_have_it() {
        for text in ["2008-03-23", "2014-04-20", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25"] {
            assert_eq!(easter(day(text).year()), Some(day(text)));
        }
    }

    #[test]
    fn holidays_of_2026_are_known() {
        let holidays = [
            "2026-01-01",
            "2026-04-02",
            "2026-04-03",
            "2026-04-05",
            "2026-04-06",
            "2026-05-14",
            "2026-05-24",
            "2026-05-25",
            "2026-06-05",
            "2026-12-24",
            "2026-12-25",
            "2026-12-26",
            "2026-12-31",
        ];
        let days = (0..365).filter_map(|after| day("2026-01-01").checked_add_days(Days::new(after)));
        let found: Vec<String> = days.filter(|day| is_holiday(*day)).map(|day| day.to_string()).collect();
        assert_eq!(found, holidays);
    }

    #[test]
    fn great_prayer_day_was_a_holiday_until_2023() {
        assert!(is_holiday(day("2023-05-05")));
        assert!(!is_holiday(day("2024-04-26")));
    }
}
