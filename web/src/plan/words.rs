//! What the screen calls the closed words of the plans, and how it tells a period.

use super::queries::reading::{ActivityResult, ActivityStatus, Goal, PlanKind};
use crate::format::date::Date;
use crate::format::words::day;
use crate::language::{Lang, Locale, Text, named, td_string};
use crate::ui::icon::Icon;

/// What kind of plan it is.
pub(super) fn kind(locale: Locale, kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::ActionPlan => td_string!(locale, plan.action_plan),
        PlanKind::Strategy => td_string!(locale, plan.strategy),
        PlanKind::Launch => td_string!(locale, plan.launch),
    }
}

/// Several of the kind.
pub(super) fn kinds(locale: Locale, kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::ActionPlan => td_string!(locale, plan.action_plans),
        PlanKind::Strategy => td_string!(locale, plan.strategies),
        PlanKind::Launch => td_string!(locale, plan.launches),
    }
}

/// What such a plan is for, in a sentence.
pub(super) fn kind_about(locale: Locale, kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::ActionPlan => td_string!(locale, plan.action_plan_about),
        PlanKind::Strategy => td_string!(locale, plan.strategy_about),
        PlanKind::Launch => td_string!(locale, plan.launch_about),
    }
}

/// What a plan of the kind is parted into: *Mål 2*, *Trin 2*.
pub(super) fn part(locale: Locale, kind: PlanKind, number: usize) -> String {
    match kind {
        PlanKind::ActionPlan => td_string!(locale, plan.goal_number, number = number),
        PlanKind::Strategy => td_string!(locale, plan.area_number, number = number),
        PlanKind::Launch => td_string!(locale, plan.step_number, number = number),
    }
}

/// Where an activity stands.
pub(super) fn status(locale: Locale, status: ActivityStatus) -> &'static str {
    match status {
        ActivityStatus::Planned => td_string!(locale, plan.status_planned),
        ActivityStatus::Underway => td_string!(locale, plan.status_underway),
        ActivityStatus::Done => td_string!(locale, plan.status_done),
        ActivityStatus::Dropped => td_string!(locale, plan.status_dropped),
    }
}

/// The sign beside the word.
pub(super) fn status_sign(status: ActivityStatus) -> Icon {
    match status {
        ActivityStatus::Planned => Icon::Clock,
        ActivityStatus::Underway => Icon::ArrowRight,
        ActivityStatus::Done => Icon::Check,
        ActivityStatus::Dropped => Icon::Close,
    }
}

/// What comes of an activity.
pub(super) fn result(locale: Locale, result: ActivityResult) -> &'static str {
    match result {
        ActivityResult::Continues => td_string!(locale, plan.result_continues),
        ActivityResult::Ends => td_string!(locale, plan.result_ends),
        ActivityResult::New => td_string!(locale, plan.result_new),
    }
}

/// `1. marts 2026 – 1. juni 2026`, `fra 1. marts 2026`, `senest 1. juni 2026`; empty where neither day is known.
pub(super) fn period(locale: Locale, from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => day(locale, from),
        (Some(from), Some(to)) => format!("{} – {}", day(locale, from), day(locale, to)),
        (Some(from), None) => td_string!(locale, plan.period_from, date = day(locale, from)),
        (None, Some(to)) => td_string!(locale, plan.period_to, date = day(locale, to)),
        (None, None) => String::new(),
    }
}

/// A goal's title with the `lang` it needs: the model's words are in both languages, a municipality's in its own.
pub(super) fn goal_title(goal: &Goal) -> (Text, Lang) {
    let english = if goal.own_title.is_none() { goal.title_en.clone() } else { String::new() };
    named(goal.title_da.clone(), english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_needs_not_have_both_ends() {
        let (from, to) = (Date::parse("2026-03-01"), Date::parse("2026-06-01"));
        assert_eq!(period(Locale::da, from, to), "1. marts 2026 – 1. juni 2026");
        assert_eq!(period(Locale::da, from, None), "fra 1. marts 2026");
        assert_eq!(period(Locale::da, None, to), "senest 1. juni 2026");
        assert_eq!(period(Locale::en, from, from), "1 March 2026");
        assert_eq!(period(Locale::da, None, None), "");
    }
}
