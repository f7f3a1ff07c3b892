//! When an activity is late or to be followed up, what counts as progress, and on which day something was done. Pure.

use chrono::{Datelike, NaiveDate};
use entity::plan::activity;
use entity::plan::values::ActivityStatus;

/// Most plans of a municipality.
pub const PLANS: usize = 50;
/// Most goals of a plan.
pub const GOALS: usize = 60;
/// Most activities of a goal.
pub const ACTIVITIES: usize = 200;

/// Whether the day by which it was to be done has gone by and it is neither done nor given up.
pub fn is_overdue(today: NaiveDate, activity: &activity::Model) -> bool {
    let is_open = matches!(activity.status, ActivityStatus::Planned | ActivityStatus::Underway);
    is_open && activity.due_on.is_some_and(|due_on| due_on < today)
}

/// Whether the day has come on which it is to be followed up, and nobody has said yet what comes of it.
pub fn needs_follow_up(today: NaiveDate, activity: &activity::Model) -> bool {
    let is_given_up = activity.status == ActivityStatus::Dropped;
    let has_come = activity.follow_up_on.is_some_and(|day| day <= today);
    has_come && !is_given_up && activity.result.is_none()
}

/// The day since which somebody has to say where it stands; none where nobody has to.
pub fn waits_since(today: NaiveDate, activity: &activity::Model) -> Option<NaiveDate> {
    let overdue = activity.due_on.filter(|_| is_overdue(today, activity));
    let follow_up = activity.follow_up_on.filter(|_| needs_follow_up(today, activity));
    overdue.into_iter().chain(follow_up).min()
}

/// The day on which it was done, as it is to be written: none for what is not done; the day that was given; the day
/// that stood there already; or today.
pub fn done_on(
    status: ActivityStatus,
    given: Option<NaiveDate>,
    before: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    (status == ActivityStatus::Done).then(|| given.or(before).unwrap_or(today))
}

/// Whether a time begins before it ends; one day is a time, and what has no end or no beginning is one.
pub fn is_in_order(from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    from.zip(to).is_none_or(|(from, to)| from <= to)
}

/// How far a goal or plan has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Activities that are done.
    pub done: usize,
    /// Activities, without those that were given up.
    pub total: usize,
    /// Activities that are late.
    pub overdue: usize,
}

/// How far these have come.
pub fn progress<'a>(today: NaiveDate, activities: impl IntoIterator<Item = &'a activity::Model>) -> Progress {
    let mut progress = Progress::default();
    for activity in activities {
        progress.done += usize::from(activity.status == ActivityStatus::Done);
        progress.total += usize::from(activity.status != ActivityStatus::Dropped);
        progress.overdue += usize::from(is_overdue(today, activity));
    }
    progress
}

/// The week of a day, as the leaders' weekly mail is counted: year and number after ISO 8601.
pub fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{}-{:02}", week.year(), week.week())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use entity::ids::{ActivityId, GoalId, MunicipalityId};
    use entity::plan::values::ActivityResult;
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn activity(status: ActivityStatus, due_on: Option<&str>, follow_up_on: Option<&str>) -> activity::Model {
        activity::Model {
            id: ActivityId(Uuid::nil()),
            municipality_id: MunicipalityId(Uuid::nil()),
            goal_id: GoalId(Uuid::nil()),
            position: 0,
            sub_goal: None,
            title: "Prøve".to_owned(),
            responsible: None,
            responsible_person_id: None,
            responsible_organisation_id: None,
            others: None,
            starts_on: None,
            due_on: due_on.map(day),
            status,
            done_on: None,
            follow_up_on: follow_up_on.map(day),
            result: None,
            notes: None,
            revision: 1,
            created_at: DateTime::default(),
            updated_at: DateTime::default(),
        }
    }

    #[test]
    fn it_is_late_the_day_after_unless_it_is_done_or_given_up() {
        let today = day("2015-12-31");
        let late = |status, due_on| is_overdue(today, &activity(status, Some(due_on), None));
        assert!(!late(ActivityStatus::Planned, "2015-12-31"));
        assert!(late(ActivityStatus::Planned, "2015-12-30") && late(ActivityStatus::Underway, "2015-12-30"));
        assert!(!late(ActivityStatus::Done, "2015-12-30") && !late(ActivityStatus::Dropped, "2015-12-30"));
        assert!(!is_overdue(today, &activity(ActivityStatus::Planned, None, None)));
    }

    #[test]
    fn it_is_followed_up_on_the_day_until_somebody_says_what_comes_of_it() {
        let today = day("2018-08-01");
        let mut done = activity(ActivityStatus::Done, None, Some("2018-08-01"));
        assert!(needs_follow_up(today, &done) && !needs_follow_up(day("2018-07-31"), &done));
        done.result = Some(ActivityResult::Continues);
        assert!(!needs_follow_up(today, &done));
        assert!(!needs_follow_up(today, &activity(ActivityStatus::Dropped, None, Some("2018-08-01"))));
        let both = activity(ActivityStatus::Underway, Some("2018-06-30"), Some("2018-08-01"));
        assert_eq!(waits_since(today, &both), Some(day("2018-06-30")));
        assert_eq!(waits_since(day("2018-06-30"), &both), None);
    }

    #[test]
    fn only_what_is_done_has_a_day_on_which_it_was() {
        let (today, other, third) = (day("2026-03-03"), Some(day("2026-03-01")), Some(day("2026-02-01")));
        assert_eq!(done_on(ActivityStatus::Done, None, None, today), Some(today));
        assert_eq!(done_on(ActivityStatus::Done, None, other, today), other);
        assert_eq!(done_on(ActivityStatus::Done, third, other, today), third);
        assert_eq!(done_on(ActivityStatus::Underway, third, other, today), None);
    }

    #[test]
    fn what_was_given_up_does_not_count() {
        let all = [
            activity(ActivityStatus::Done, None, None),
            activity(ActivityStatus::Planned, Some("2026-01-01"), None),
            activity(ActivityStatus::Dropped, Some("2026-01-01"), None),
        ];
        let progress = progress(day("2026-03-03"), &all);
        assert_eq!(progress, Progress { done: 1, total: 2, overdue: 1 });
    }

    #[test]
    fn a_time_ends_after_it_begins() {
        let (early, late) = (Some(day("2018-01-01")), Some(day("2021-12-31")));
        assert!(is_in_order(early, late) && is_in_order(early, early) && is_in_order(None, late));
        assert!(!is_in_order(late, early));
    }

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        assert_eq!(week(day("2026-01-01")), "2026-01");
        assert_eq!(week(day("2027-01-01")), "2026-53");
    }
}
