//! Weekdays and opening hours in words: *mandag–fredag 10.00–14.00*. Whether it is open now is the server's answer.

use super::words;
use crate::language::{Locale, td_string};

/// The days of a schedule; three or more in a row become a range: `mandag–torsdag og lørdag`.
pub(crate) fn days(locale: Locale, indices: &[usize]) -> String {
    let mut sorted = indices.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    if sorted.len() == 7 {
        return td_string!(locale, calendar.every_day).to_owned();
    }
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in sorted {
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == day => *end = day,
            _ => runs.push((day, day)),
        }
    }
    let mut parts = Vec::new();
    for (start, end) in runs {
        if end - start >= 2 {
            parts.push(format!("{}–{}", words::weekday(locale, start), words::weekday(locale, end)));
        } else {
            parts.extend((start..=end).map(|day| words::weekday(locale, day)));
        }
    }
    words::and_list(locale, &parts)
}

/// `10.00–14.00`, `fra 10.00`, `til 14.00`, or that the times are not known.
pub(crate) fn span(locale: Locale, opens: Option<&str>, closes: Option<&str>) -> String {
    let clock = |time: &str| words::clock_text(locale, time);
    match (opens, closes) {
        (Some(opens), Some(closes)) => format!("{}–{}", clock(opens), clock(closes)),
        (Some(opens), None) => td_string!(locale, calendar.from_time, time = clock(opens)),
        (None, Some(closes)) => td_string!(locale, calendar.until_time, time = clock(closes)),
        (None, None) => td_string!(locale, calendar.times_unknown).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_a_row_become_a_range() {
        assert_eq!(days(Locale::da, &[0, 1, 2, 3, 5]), "mandag–torsdag og lørdag");
        assert_eq!(days(Locale::da, &[1, 3]), "tirsdag og torsdag");
        assert_eq!(days(Locale::en, &[0, 1, 2, 3, 4, 5, 6]), "every day");
    }

    #[test]
    fn spans_with_a_missing_end() {
        assert_eq!(span(Locale::da, Some("10:00"), Some("14:30")), "10.00–14.30");
        assert_eq!(span(Locale::en, Some("10:00"), None), "from 10:00");
    }
}
