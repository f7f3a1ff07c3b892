//! When a service is to be checked again, and who is reminded of it when. Pure.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::directory::service;
use entity::directory::values::ServiceStatus;
use entity::identity::municipality;

use crate::clock::DENMARK;

/// Days before the check on which its owner is reminded first.
const MONTH: i64 = 30;
/// Days before the check on which its owner is reminded again.
const WEEK: i64 = 7;
/// Days after which the project leaders are told.
const LEADERS: i64 = 14;

/// The day it is in Denmark.
pub fn today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&DENMARK).date_naive()
}

/// The day on which the service is to be checked again; none for one that has closed. An entry that nobody has
/// checked yet counts as right on the day it was made.
pub fn next_check(service: &service::Model, municipality: &municipality::Model) -> Option<NaiveDate> {
    if service.status == ServiceStatus::Closed {
        return None;
    }
    let right_on = service.assured_date.unwrap_or_else(|| today(service.created_at));
    let days = service.check_interval_days.unwrap_or(municipality.check_interval_days);
    right_on.checked_add_days(Days::new(u64::try_from(days).unwrap_or_default()))
}

/// Whether a service whose day of checking was or is `due_on` falls to the project leaders: nobody else can be asked, or
/// whoever can has let it lie.
pub fn falls_to_leaders(today: NaiveDate, due_on: NaiveDate, has_owner: bool) -> bool {
    !has_owner || (today - due_on).num_days() >= LEADERS
}

/// Whether it is so late that it comes before everything else.
pub fn is_urgent(today: NaiveDate, due_on: NaiveDate) -> bool {
    (today - due_on).num_days() > LEADERS
}

/// How near a check is, in the words of a mail: what stands there together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// The day has come or gone by.
    Late,
    /// Within a week.
    Week,
    /// Within a month.
    Month,
}

/// Who is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// Whoever looks after the service.
    Owner,
    /// The project leaders.
    Leaders,
}

/// A reminder that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// A month before.
    Month,
    /// A week before.
    Week,
    /// On the day, and again after each week that goes by: the number of weeks.
    Late(i64),
    /// So late that the project leaders are told.
    Leaders,
}

impl Reminder {
    /// Who gets it; nobody where another reminder says the same. Without owner the leaders get what the owner would, but
    /// not every week: they are told once it is very late.
    pub fn recipient(self, has_owner: bool) -> Option<Recipient> {
        match (self, has_owner) {
            (Self::Late(1..), false) => None,
            (Self::Leaders, _) | (_, false) => Some(Recipient::Leaders),
            (_, true) => Some(Recipient::Owner),
        }
    }

    /// Where it stands in the mail.
    pub fn nearness(self) -> Nearness {
        match self {
            Self::Month => Nearness::Month,
            Self::Week => Nearness::Week,
            Self::Late(_) | Self::Leaders => Nearness::Late,
        }
    }
}

impl fmt::Display for Reminder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month => f.write_str("month"),
            Self::Week => f.write_str("week"),
            Self::Late(weeks) => write!(f, "late-{weeks}"),
            Self::Leaders => f.write_str("leaders"),
        }
    }
}

/// The reminders that ought to have gone out last as of `day`, for a check that was due `interval` days after the one
/// before. They stay due until the next is: a service that was down on the very day sends them later, and each is
/// sent once. One that would follow right upon a check is left out.
pub fn due(day: NaiveDate, check_on: NaiveDate, interval: i64) -> Vec<Reminder> {
    let left = (check_on - day).num_days();
    match left {
        1..=WEEK if interval > WEEK => vec![Reminder::Week],
        8..=MONTH if interval > MONTH => vec![Reminder::Month],
        1.. => Vec::new(),
        late => {
            let late = -late;
            let mut reminders = vec![Reminder::Late(late / 7)];
            if late >= LEADERS {
                reminders.push(Reminder::Leaders);
            }
            reminders
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is due so many days before (or, below zero, after) the check.
    fn before(days: i64) -> Vec<Reminder> {
        let check_on = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        due(check_on - chrono::TimeDelta::days(days), check_on, 180)
    }

    #[test]
    fn the_owner_is_reminded_a_month_and_a_week_before() {
        assert_eq!(before(31), []);
        assert_eq!(before(30), [Reminder::Month]);
        assert_eq!(before(8), [Reminder::Month]);
        assert_eq!(before(7), [Reminder::Week]);
        assert_eq!(before(1), [Reminder::Week]);
    }

    #[test]
    fn from_the_day_on_once_a_week_and_after_two_weeks_the_project_leaders_are_told() {
        assert_eq!(before(0), [Reminder::Late(0)]);
        assert_eq!(before(-6), [Reminder::Late(0)]);
        assert_eq!(before(-7), [Reminder::Late(1)]);
        assert_eq!(before(-13), [Reminder::Late(1)]);
        assert_eq!(before(-14), [Reminder::Late(2), Reminder::Leaders]);
        assert_eq!(before(-21), [Reminder::Late(3), Reminder::Leaders]);
    }

    #[test]
    fn who_checks_every_week_is_not_reminded_right_after_a_check() {
        let check_on = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
        let checked = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        assert_eq!(due(checked, check_on, 7), []);
        assert_eq!(due(check_on, check_on, 7), [Reminder::Late(0)]);
    }

    #[test]
    fn each_reminder_goes_to_the_owner_or_else_to_the_leaders_but_not_weekly() {
        let to = |reminder: Reminder| [reminder.recipient(true), reminder.recipient(false)];
        for early in [Reminder::Month, Reminder::Week, Reminder::Late(0)] {
            assert_eq!(to(early), [Some(Recipient::Owner), Some(Recipient::Leaders)]);
        }
        assert_eq!(to(Reminder::Late(1)), [Some(Recipient::Owner), None]);
        assert_eq!(to(Reminder::Leaders), [Some(Recipient::Leaders); 2]);
    }

    #[test]
    fn a_service_falls_to_the_leaders_without_an_owner_or_after_two_weeks() {
        let due_on = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        let after = |days| due_on + chrono::TimeDelta::days(days);
        assert!(falls_to_leaders(due_on, due_on, false));
        assert!(!falls_to_leaders(after(13), due_on, true));
        assert!(falls_to_leaders(after(14), due_on, true));
        assert!(!is_urgent(after(14), due_on) && is_urgent(after(15), due_on));
    }

    #[test]
    fn midnight_is_denmarks() {
        let late_evening = "2026-06-01T22:30:00Z".parse().unwrap();
        assert_eq!(today(late_evening), NaiveDate::from_ymd_opt(2026, 6, 2).unwrap());
    }
}
