//! Days and times in words: *tirsdag 3. marts 2026 kl. 10.00*, and *i morgen* when it is near.

use super::date::Date;
use super::moment::{LocalTime, Moment};
use crate::language::{Locale, td_string};

/// The nth of the words that a text holds, parted by `|`.
fn nth(words: &str, index: usize) -> &str {
    words.split('|').nth(index).unwrap_or_default()
}

/// The weekday's name; 0 is Monday.
pub(crate) fn weekday(locale: Locale, index: usize) -> String {
    nth(td_string!(locale, calendar.weekdays), index).to_owned()
}

/// `1. august 2024`.
pub(crate) fn day(locale: Locale, date: Date) -> String {
    let month = nth(td_string!(locale, calendar.months), usize::from(date.month) - 1);
    td_string!(locale, calendar.day, day = date.day, month = month, year = date.year)
}

/// `aug`: the month, as short as there is room for.
pub(crate) fn short_month(locale: Locale, date: Date) -> String {
    nth(td_string!(locale, calendar.months), usize::from(date.month) - 1).chars().take(3).collect()
}

/// `tirsdag 3. marts 2026`.
pub(crate) fn weekday_and_day(locale: Locale, date: Date) -> String {
    format!("{} {}", weekday(locale, date.weekday()), day(locale, date))
}

/// `10.00`.
pub(crate) fn clock(locale: Locale, hour: u8, minute: u8) -> String {
    match locale {
        Locale::da => format!("{hour:02}.{minute:02}"),
        Locale::en => format!("{hour:02}:{minute:02}"),
    }
}

/// `10.00` from the API's `10:00`.
pub(crate) fn clock_text(locale: Locale, time: &str) -> String {
    let mut parts = time.split(':').map(str::parse);
    match (parts.next(), parts.next()) {
        (Some(Ok(hour)), Some(Ok(minute))) => clock(locale, hour, minute),
        _ => time.to_owned(),
    }
}

/// `tirsdag 3. marts 2026 kl. 10.00`.
pub(crate) fn moment(locale: Locale, at: Moment) -> String {
    let LocalTime { date, hour, minute } = at.in_copenhagen();
    let (day, time) = (weekday_and_day(locale, date), clock(locale, hour, minute));
    td_string!(locale, calendar.day_at, day = day, time = time)
}

/// The same when it is near: `i dag kl. 10.00`, `i morgen kl. 10.00`, `tirsdag kl. 10.00`.
pub(crate) fn near_moment(locale: Locale, at: Moment, today: Date) -> String {
    let LocalTime { date, hour, minute } = at.in_copenhagen();
    let day = match date.days() - today.days() {
        0 => td_string!(locale, calendar.today).to_owned(),
        1 => td_string!(locale, calendar.tomorrow).to_owned(),
        2..=6 => weekday(locale, date.weekday()),
        _ => weekday_and_day(locale, date),
    };
    let time = clock(locale, hour, minute);
    td_string!(locale, calendar.day_at, day = day, time = time)
}

/// The same for what has been: `i dag kl. 10.00`, `i går kl. 10.00`, `tirsdag 3. marts 2026 kl. 10.00`.
pub(crate) fn near_past(locale: Locale, at: Moment, today: Date) -> String {
    let LocalTime { date, hour, minute } = at.in_copenhagen();
    let day = match today.days() - date.days() {
        0 => td_string!(locale, calendar.today).to_owned(),
        1 => td_string!(locale, calendar.yesterday).to_owned(),
        _ => weekday_and_day(locale, date),
    };
    let time = clock(locale, hour, minute);
    td_string!(locale, calendar.day_at, day = day, time = time)
}

/// When it closes: only the time when that is today, `midnat` at its end.
pub(crate) fn until(locale: Locale, at: Moment, today: Date) -> String {
    let LocalTime { date, hour, minute } = at.in_copenhagen();
    if (hour, minute) == (0, 0) && date.days() == today.days() + 1 {
        td_string!(locale, calendar.midnight).to_owned()
    } else if date == today {
        clock(locale, hour, minute)
    } else {
        near_moment(locale, at, today)
    }
}

/// `a, b og c`.
pub(crate) fn and_list(locale: Locale, items: &[String]) -> String {
    joined(items, td_string!(locale, calendar.and))
}

/// `a, b eller c`.
pub(crate) fn or_list(locale: Locale, items: &[String]) -> String {
    joined(items, td_string!(locale, calendar.or))
}

fn joined(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., end] => format!("{} {last} {end}", start.join(", ")),
    }
}

/// The first letter made small, for a name in the middle of a sentence; abbreviations stay as they are.
pub(crate) fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap_or(Moment(0))
    }

    #[test]
    fn days_and_times_in_both_languages() {
        let moment_of_meeting = at("2026-03-03T09:00:00Z");
        assert_eq!(moment(Locale::da, moment_of_meeting), "tirsdag 3. marts 2026 kl. 10.00");
        assert_eq!(moment(Locale::en, moment_of_meeting), "Tuesday 3 March 2026 at 10:00");
        assert_eq!(day(Locale::da, Date { year: 2024, month: 8, day: 1 }), "1. august 2024");
    }

    #[test]
    fn near_days_have_names() {
        let today = Date { year: 2026, month: 3, day: 2 };
        assert_eq!(near_moment(Locale::da, at("2026-03-02T09:00:00Z"), today), "i dag kl. 10.00");
        assert_eq!(near_moment(Locale::da, at("2026-03-03T09:00:00Z"), today), "i morgen kl. 10.00");
        assert_eq!(near_moment(Locale::da, at("2026-03-05T09:00:00Z"), today), "torsdag kl. 10.00");
        assert_eq!(near_moment(Locale::en, at("2026-03-03T09:00:00Z"), today), "tomorrow at 10:00");
        assert_eq!(until(Locale::da, at("2026-03-02T14:00:00Z"), today), "15.00");
        assert_eq!(until(Locale::da, at("2026-03-02T23:00:00Z"), today), "midnat");
    }

    #[test]
    fn lists_and_letters() {
        let items = ["bolig".to_owned(), "job".to_owned(), "sundhed".to_owned()];
        assert_eq!(or_list(Locale::da, &items), "bolig, job eller sundhed");
        assert_eq!(and_list(Locale::en, &items[..2]), "bolig and job");
        assert_eq!(uncapitalised("Unge under 30"), "unge under 30");
        assert_eq!(uncapitalised("SSP"), "SSP");
        assert_eq!(uncapitalised("Ældre"), "ældre");
    }
}
