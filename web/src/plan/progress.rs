//! How far a plan or a goal is: in words, and as a bar beside them.

use leptos::prelude::*;

use super::queries::reading::{ActivityStatus, Goal};
use crate::language::{Locale, td_string, text_by};
use crate::ui::icon::{Icon, icon};

/// How many activities are done, of how many, and how many are late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// Done.
    pub(super) done: i32,
    /// All that count.
    pub(super) total: i32,
    /// Late.
    pub(super) overdue: i32,
}

impl Count {
    /// Of a goal.
    pub(super) fn of(goal: &Goal) -> Self {
        Self { done: goal.done, total: goal.total, overdue: goal.overdue }
    }

    /// How much is done, in whole per cent; nothing of nothing is none.
    pub(super) fn per_cent(self) -> i32 {
        if self.total > 0 { (self.done * 100 / self.total).clamp(0, 100) } else { 0 }
    }

    /// `3 af 12 gjort`.
    pub(super) fn in_words(self, locale: Locale) -> String {
        if self.total > 0 {
            td_string!(locale, plan.done_of, done = self.done, total = self.total)
        } else {
            td_string!(locale, plan.no_activities).to_owned()
        }
    }

    /// `2 over tid`; empty where none is.
    pub(super) fn late_in_words(self, locale: Locale) -> String {
        if self.overdue > 0 {
            td_string!(locale, plan.overdue_count, count = self.overdue)
        } else {
            String::new()
        }
    }
}

/// Where a goal as a whole stands, told from its activities: what nobody needs to do any more counts as over with.
pub(super) fn standing(goal: &Goal) -> ActivityStatus {
    let all = |wanted: &[ActivityStatus]| goal.activities.iter().all(|one| wanted.contains(&one.status));
    if goal.activities.is_empty() || all(&[ActivityStatus::Planned]) {
        ActivityStatus::Planned
    } else if all(&[ActivityStatus::Dropped]) {
        ActivityStatus::Dropped
    } else if all(&[ActivityStatus::Done, ActivityStatus::Dropped]) {
        ActivityStatus::Done
    } else {
        ActivityStatus::Underway
    }
}

/// The words and the bar.
#[component]
pub(super) fn Progress(count: Count) -> impl IntoView {
    let late = (count.overdue > 0).then(|| {
        view! {
            <span class="sign sign-stale">
                {icon(Icon::Warning)} <span>{text_by(move |locale| count.late_in_words(locale))}</span>
            </span>
        }
    });
    let bar = (count.total > 0).then(|| {
        view! {
            <div class="plan-bar" aria-hidden="true">
                <div class="plan-bar-done" style:width=format!("{}%", count.per_cent())></div>
            </div>
        }
    });
    view! {
        <div class="plan-progress">
            <p class="signs">
                <span>{text_by(move |locale| count.in_words(locale))}</span>
                {late}
            </p>
            {bar}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::queries::reading::tests::{activity, goal};

    #[test]
    fn progress_in_words() {
        let count = Count { done: 3, total: 12, overdue: 2 };
        assert_eq!(count.in_words(Locale::da), "3 af 12 gjort");
        assert_eq!(count.late_in_words(Locale::da), "2 over tid");
        assert_eq!(count.per_cent(), 25);
        let nothing = Count { done: 0, total: 0, overdue: 0 };
        assert_eq!((nothing.per_cent(), nothing.late_in_words(Locale::en)), (0, String::new()));
    }

    #[test]
    fn a_step_stands_where_its_activities_stand() {
        use ActivityStatus::{Done, Dropped, Planned, Underway};
        let of = |all: &[ActivityStatus]| standing(&goal(all.iter().map(|one| activity(*one)).collect()));
        assert_eq!(of(&[]), Planned);
        assert_eq!(of(&[Planned, Planned]), Planned);
        assert_eq!(of(&[Planned, Done]), Underway);
        assert_eq!(of(&[Underway]), Underway);
        assert_eq!(of(&[Done, Dropped]), Done);
        assert_eq!(of(&[Dropped]), Dropped);
    }
}
