//! Hours of a day as they are written: `09:30`, local to Denmark.

use std::ops::Range;

use chrono::{NaiveTime, Timelike};

/// Until when an hour that stands before the opening may be one of the next day.
const PAST_MIDNIGHT: u32 = 8 * 60;
/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// Reads `09:30`.
pub fn read(written: &str) -> Option<NaiveTime> {
    let has_form = written.len() == 5 && written.as_bytes()[2] == b':';
    has_form.then(|| NaiveTime::parse_from_str(written, "%H:%M").ok()).flatten()
}

/// Writes `09:30`.
pub fn written(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// From opening to closing in minutes after midnight; past midnight it goes on counting. `None` where something
/// would close before it opens.
pub fn span(opens: &str, closes: &str) -> Option<Range<u32>> {
    let minutes = |time: NaiveTime| time.hour() * 60 + time.minute();
    let (opens, closes) = (minutes(read(opens)?), minutes(read(closes)?));
    match closes {
        closes if closes > opens => Some(opens..closes),
        closes if closes < opens && closes <= PAST_MIDNIGHT => Some(opens..closes + DAY),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_closes_after_it_opens_if_need_be_at_night() {
        assert_eq!(span("09:00", "15:30"), Some(540..930));
        assert_eq!(span("20:00", "02:00"), Some(1200..1560));
        for (opens, closes) in [("15:00", "09:00"), ("09:00", "09:00"), ("9:00", "10:00"), ("09:00", "25:00")]
        {
            assert_eq!(span(opens, closes), None, "{opens}–{closes}");
        }
    }
}
