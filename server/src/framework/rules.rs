//! When a framework is complete, when it is due again, and who is reminded when. Pure.

use std::collections::HashSet;

use chrono::{Months, NaiveDate};
use entity::ids::PersonId;

use super::model::Drawn;

/// Days before the day it is due on which the project leader is reminded first.
const MONTH: i64 = 30;
/// Days before the day it is due on which the project leader is reminded again.
const WEEK: i64 = 7;

/// A reminder that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// A month before.
    Month,
    /// A week before.
    Week,
    /// On the day, and again after each week that goes by: the number of weeks.
    Late(i64),
}

impl Reminder {
    /// Whether the steering group is told too: a framework that is late is theirs to know of (the model, page 4: the
    /// steering group answers for it).
    pub fn is_for_steering_group(self) -> bool {
        matches!(self, Self::Late(_))
    }
}

impl std::fmt::Display for Reminder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Month => f.write_str("month"),
            Self::Week => f.write_str("week"),
            Self::Late(weeks) => write!(f, "late-{weeks}"),
        }
    }
}

/// The reminder that ought to have gone out last as of `day`. It stays due until the next is: a service that was down on
/// the very day sends it later.
pub fn reminder(day: NaiveDate, due_on: NaiveDate) -> Option<Reminder> {
    match (due_on - day).num_days() {
        late @ ..=0 => Some(Reminder::Late(-late / 7)),
        1..=WEEK => Some(Reminder::Week),
        8..=MONTH => Some(Reminder::Month),
        _ => None,
    }
}

/// Whether the day by which it was to be updated has gone by.
pub fn is_overdue(day: NaiveDate, due_on: Option<NaiveDate>) -> bool {
    due_on.is_some_and(|due_on| due_on < day)
}

/// The day by which a framework that was approved on `day` is to be updated: twice a year where nothing else is set
/// (the model, page 4).
pub fn next_due(day: NaiveDate, interval_months: i32) -> NaiveDate {
    let months = Months::new(u32::try_from(interval_months).unwrap_or_default());
    day.checked_add_months(months).unwrap_or(day)
}

/// Whether a question has something to show: words, rows, or what is drawn from elsewhere.
pub fn is_answered(answer: &str, rows: usize, drawn: Option<Drawn>) -> bool {
    drawn == Some(Drawn::Directory) || rows > 0 || !answer.trim().is_empty()
}

/// Whether what somebody says is an approval that counts: who has left the steering group since, or is blocked, decides
/// nothing any more.
pub fn counts(approves: bool, person: PersonId, members: &HashSet<PersonId>) -> bool {
    approves && members.contains(&person)
}

/// Whether as many approve as must.
pub fn is_approved(approvals: usize, needed: i32) -> bool {
    approvals >= usize::try_from(needed.max(1)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn half_a_year_after_the_first_of_march_is_the_first_of_september() {
        assert_eq!(next_due(day("2014-03-01"), 6), day("2014-09-01"));
        assert_eq!(next_due(day("2026-08-31"), 6), day("2027-02-28"));
    }

    #[test]
    fn reminders_come_a_month_and_a_week_before_and_once_a_week_when_late() {
        let due_on = day("2014-09-01");
        assert_eq!(reminder(day("2014-08-01"), due_on), None);
        assert_eq!(reminder(day("2014-08-02"), due_on), Some(Reminder::Month));
        assert_eq!(reminder(day("2014-08-24"), due_on), Some(Reminder::Month));
        assert_eq!(reminder(day("2014-08-25"), due_on), Some(Reminder::Week));
        assert_eq!(reminder(due_on, due_on), Some(Reminder::Late(0)));
        assert_eq!(reminder(day("2014-09-08"), due_on), Some(Reminder::Late(1)));
        assert!(Reminder::Late(0).is_for_steering_group() && !Reminder::Week.is_for_steering_group());
    }

    #[test]
    fn it_is_overdue_the_day_after() {
        assert!(!is_overdue(day("2014-09-01"), Some(day("2014-09-01"))));
        assert!(is_overdue(day("2014-09-02"), Some(day("2014-09-01"))));
        assert!(!is_overdue(day("2014-09-02"), None));
    }

    #[test]
    fn rows_answer_a_question_as_words_do() {
        assert!(is_answered("", 1, None) && is_answered("Ja.", 0, None));
        assert!(is_answered("", 0, Some(Drawn::Directory)));
        assert!(!is_answered(" \n", 0, None) && !is_answered("", 0, Some(Drawn::Cycle)));
    }

    #[test]
    fn nothing_is_approved_by_nobody() {
        assert!(!is_approved(0, 0) && is_approved(1, 1) && !is_approved(1, 2));
    }
}
