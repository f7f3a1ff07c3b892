//! Whether a place is open now, from weekly schedules and their exceptions.
//! Weekdays are those of RFC 5545 (`BYDAY`), weeks are ISO weeks, hours are local to Denmark.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeZone, Utc, Weekday};
use entity::directory::values::Weeks;
use entity::directory::{schedule, schedule_exception};

use crate::clock::DENMARK;

/// How far ahead the next opening is looked for, in days: two weeks see every odd and even week once.
const HORIZON: u64 = 15;

/// What can be said about a place right now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenState {
    /// Open, and until when.
    Open {
        /// When it closes.
        until: DateTime<Utc>,
    },
    /// Closed, and when it opens next, where that is within two weeks.
    Closed {
        /// When it opens.
        opens_at: Option<DateTime<Utc>>,
    },
    /// The hours are not known (for all we know it may be open).
    Unknown,
}

/// Reads a weekday as RFC 5545 writes it.
pub fn weekday(code: &str) -> Option<Weekday> {
    Some(match code {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

/// Writes a weekday as RFC 5545 does.
pub fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// Decides whether a place with these hours is open at `now`.
pub fn open_state(
    schedules: &[schedule::Model],
    exceptions: &[schedule_exception::Model],
    now: DateTime<Utc>,
) -> OpenState {
    if schedules.is_empty() && exceptions.is_empty() {
        return OpenState::Unknown;
    }
    let hours = Hours { schedules, exceptions };
    let local = now.with_timezone(&DENMARK).naive_local();
    let today = local.date();

    let yesterday = today.pred_opt().unwrap_or(today);
    let recent = hours.on(yesterday).spans.into_iter().chain(hours.on(today).spans);
    if let Some(until) = recent.filter(|span| span.0 <= local && local < span.1).map(|span| span.1).max() {
        return OpenState::Open { until: to_utc(until) };
    }
    if hours.on(today).without_times {
        return OpenState::Unknown;
    }

    let mut seen_any = false;
    for day in (0..HORIZON).filter_map(|n| today.checked_add_days(Days::new(n))) {
        let hours = hours.on(day);
        if let Some(next) = hours.spans.iter().map(|span| span.0).filter(|start| *start > local).min() {
            return OpenState::Closed { opens_at: Some(to_utc(next)) };
        }
        if hours.without_times {
            // It opens that day at an hour nobody wrote down.
            return OpenState::Closed { opens_at: None };
        }
        seen_any |= !hours.spans.is_empty();
    }
    if seen_any || !exceptions.is_empty() { OpenState::Closed { opens_at: None } } else { OpenState::Unknown }
}

/// The hours of one day.
#[derive(Default)]
struct Day {
    spans: Vec<(NaiveDateTime, NaiveDateTime)>,
    without_times: bool,
}

struct Hours<'a> {
    schedules: &'a [schedule::Model],
    exceptions: &'a [schedule_exception::Model],
}

impl Hours<'_> {
    fn on(&self, date: NaiveDate) -> Day {
        let mut day = Day::default();
        let mut exceptions =
            self.exceptions.iter().filter(|e| e.valid_from <= date && date <= e.valid_to).peekable();
        if exceptions.peek().is_some() {
            for exception in exceptions.filter(|e| !e.closed) {
                day.add(date, exception.opens_at, exception.closes_at);
            }
            return day;
        }
        for schedule in self.schedules.iter().filter(|s| holds_on(s, date)) {
            day.add(date, schedule.opens_at, schedule.closes_at);
        }
        day
    }
}

impl Day {
    fn add(&mut self, date: NaiveDate, opens: Option<chrono::NaiveTime>, closes: Option<chrono::NaiveTime>) {
        let (Some(opens), Some(closes)) = (opens, closes) else {
            self.without_times = true;
            return;
        };
        let last = if closes > opens { date } else { date.succ_opt().unwrap_or(date) };
        self.spans.push((date.and_time(opens), last.and_time(closes)));
    }
}

fn holds_on(schedule: &schedule::Model, date: NaiveDate) -> bool {
    let week = date.iso_week().week();
    let in_week = match schedule.weeks {
        Weeks::Every => true,
        Weeks::Odd => !week.is_multiple_of(2),
        Weeks::Even => week.is_multiple_of(2),
    };
    in_week
        && schedule.byday.0.iter().filter_map(|code| weekday(code)).any(|day| day == date.weekday())
        && schedule.valid_from.is_none_or(|from| from <= date)
        && schedule.valid_to.is_none_or(|to| date <= to)
}

/// Local time to UTC; an hour that the clock skips in spring counts as the hour after it.
fn to_utc(local: NaiveDateTime) -> DateTime<Utc> {
    let later = || DENMARK.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest();
    DENMARK
        .from_local_datetime(&local)
        .earliest()
        .or_else(later)
        .map_or_else(|| local.and_utc(), |time| time.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveTime;
    use entity::ids::{MunicipalityId, ScheduleExceptionId, ScheduleId};
    use entity::strings::Strings;
    use uuid::Uuid;

    fn schedule(byday: &[&str], weeks: Weeks, hours: Option<(&str, &str)>) -> schedule::Model {
        let time = |text: &str| text.parse::<NaiveTime>().unwrap();
        schedule::Model {
            id: ScheduleId(Uuid::nil()),
            municipality_id: MunicipalityId(Uuid::nil()),
            contact_id: None,
            service_id: None,
            byday: Strings(byday.iter().map(|day| (*day).to_owned()).collect()),
            weeks,
            opens_at: hours.map(|h| time(h.0)),
            closes_at: hours.map(|h| time(h.1)),
            valid_from: None,
            valid_to: None,
            description: None,
            position: 0,
        }
    }

    fn closed_on(date: &str) -> schedule_exception::Model {
        schedule_exception::Model {
            id: ScheduleExceptionId(Uuid::nil()),
            municipality_id: MunicipalityId(Uuid::nil()),
            contact_id: None,
            service_id: None,
            valid_from: date.parse().unwrap(),
            valid_to: date.parse().unwrap(),
            closed: true,
            opens_at: None,
            closes_at: None,
            description: None,
            position: 0,
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        DENMARK.from_local_datetime(&text.parse().unwrap()).unwrap().with_timezone(&Utc)
    }

    const WEEKDAYS: [&str; 5] = ["MO", "TU", "WE", "TH", "FR"];

    #[test]
    fn open_within_the_hours_and_closed_outside_them() {
        let week = [schedule(&WEEKDAYS, Weeks::Every, Some(("09:00:00", "15:00:00")))];
        assert_eq!(
            open_state(&week, &[], at("2026-03-03T10:00:00")),
            OpenState::Open { until: at("2026-03-03T15:00:00") }
        );
        assert_eq!(
            open_state(&week, &[], at("2026-03-03T15:00:00")),
            OpenState::Closed { opens_at: Some(at("2026-03-04T09:00:00")) }
        );
        assert_eq!(
            open_state(&week, &[], at("2026-03-06T16:00:00")),
            OpenState::Closed { opens_at: Some(at("2026-03-09T09:00:00")) },
            "Friday evening points at Monday"
        );
    }

    #[test]
    fn a_night_shelter_is_open_past_midnight() {
        let nights = [schedule(&["SA"], Weeks::Every, Some(("21:00:00", "08:00:00")))];
        assert_eq!(
            open_state(&nights, &[], at("2026-03-08T02:00:00")),
            OpenState::Open { until: at("2026-03-08T08:00:00") }
        );
    }

    #[test]
    fn odd_weeks_follow_the_iso_calendar_across_a_year_of_53_weeks() {
        let clinic = [schedule(&["TH"], Weeks::Odd, Some(("10:00:00", "12:00:00")))];
        assert!(
            matches!(open_state(&clinic, &[], at("2026-12-31T11:00:00")), OpenState::Open { .. }),
            "week 53"
        );
        assert!(
            matches!(open_state(&clinic, &[], at("2027-01-07T11:00:00")), OpenState::Open { .. }),
            "week 1"
        );
        assert!(
            matches!(open_state(&clinic, &[], at("2027-01-14T11:00:00")), OpenState::Closed { .. }),
            "week 2"
        );
    }

    #[test]
    fn an_exception_takes_the_place_of_the_usual_hours() {
        let week = [schedule(&WEEKDAYS, Weeks::Every, Some(("09:00:00", "15:00:00")))];
        let state = open_state(&week, &[closed_on("2026-12-24")], at("2026-12-24T10:00:00"));
        assert_eq!(state, OpenState::Closed { opens_at: Some(at("2026-12-25T09:00:00")) });
    }

    #[test]
    fn hours_that_nobody_wrote_down_are_unknown_and_never_guessed() {
        assert_eq!(open_state(&[], &[], at("2026-03-03T10:00:00")), OpenState::Unknown);
        let clinic = [schedule(&["TH"], Weeks::Odd, None)];
        assert_eq!(open_state(&clinic, &[], at("2026-12-31T11:00:00")), OpenState::Unknown);
        assert_eq!(open_state(&clinic, &[], at("2026-12-30T11:00:00")), OpenState::Closed { opens_at: None });
    }

    #[test]
    fn summer_time_moves_the_hour_in_utc_but_not_on_the_door() {
        let sunday = [schedule(&["SU"], Weeks::Every, Some(("02:30:00", "10:00:00")))];
        assert_eq!(
            open_state(&sunday, &[], at("2026-03-28T12:00:00")),
            OpenState::Closed { opens_at: Some("2026-03-29T01:30:00Z".parse().unwrap()) },
            "02.30 does not exist on that night and counts as 03.30"
        );
    }
}
