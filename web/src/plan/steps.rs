//! The steps of a launch in order, each with where it stands and a way to it: the design system's step guide.

use leptos::prelude::*;

use super::board::place_of;
use super::progress::{Count, standing};
use super::queries::reading::{ActivityStatus, Goal, Plan};
use super::words::{goal_title, status};
use crate::language::{Locale, td_string, text_by};
use crate::text;
use crate::ui::attempt::focus_on;
use crate::ui::icon::{Icon, icon};

/// The guide.
#[component]
pub(super) fn Steps(plan: Plan) -> impl IntoView {
    let current = current(&plan.goals);
    let items = plan.goals.into_iter().enumerate().map(|(at, goal)| {
        let is_current = Some(at) == current;
        let is_late = goal.overdue > 0;
        let is_done = standing(&goal) == ActivityStatus::Done;
        let (title, lang) = goal_title(&goal);
        let place = place_of(goal.id.inner());
        let href = format!("#{place}");
        let go = move |event: leptos::ev::MouseEvent| {
            // The router would take the link for a navigation.
            event.prevent_default();
            focus_on(&format!("#{place}"));
        };
        let number = if is_done {
            view! { <span class="step-icon">{icon(Icon::Check)}</span> }.into_any()
        } else if is_late {
            view! { <span class="step-icon">{icon(Icon::Warning)}</span> }.into_any()
        } else {
            view! { <span class="step-number"><span>{at + 1}</span></span> }.into_any()
        };
        let count = Count::of(&goal);
        let information = text_by(move |locale| information(locale, standing(&goal), count));
        view! {
            <li class:current=is_current class:error=is_late>
                <a class="step" href=href aria-current=is_current.then_some("step") on:click=go>
                    {number}
                    <div>
                        <span class="step-title" lang=lang>{title}</span>
                        <span class="step-information">{information}</span>
                    </div>
                </a>
            </li>
        }
    });
    view! {
        <nav class="plan-steps" aria-label=text!(plan.steps)>
            <ol class="step-indicator">{items.collect_view()}</ol>
        </nav>
    }
}

/// The first step that is not over with.
fn current(goals: &[Goal]) -> Option<usize> {
    goals.iter().position(|goal| !matches!(standing(goal), ActivityStatus::Done | ActivityStatus::Dropped))
}

/// *I gang · 1 af 3 gjort · 1 over tid*.
fn information(locale: Locale, standing: ActivityStatus, count: Count) -> String {
    let mut parts = vec![status(locale, standing).to_owned()];
    if count.total > 0 {
        parts.push(td_string!(locale, plan.done_of, done = count.done, total = count.total));
    }
    parts.push(count.late_in_words(locale));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::queries::reading::tests::{activity, goal};

    #[test]
    fn one_is_at_the_first_step_that_is_not_over_with() {
        let done = goal(vec![activity(ActivityStatus::Done)]);
        let begun = goal(vec![activity(ActivityStatus::Underway)]);
        assert_eq!(current(&[done.clone(), begun.clone(), goal(Vec::new())]), Some(1));
        assert_eq!(current(&[done]), None);
    }

    #[test]
    fn a_step_tells_how_far_it_is() {
        let count = Count { done: 1, total: 3, overdue: 1 };
        assert_eq!(
            information(Locale::da, ActivityStatus::Underway, count),
            "I gang · 1 af 3 gjort · 1 over tid"
        );
        let nothing = Count { done: 0, total: 0, overdue: 0 };
        assert_eq!(information(Locale::da, ActivityStatus::Planned, nothing), "Ikke begyndt");
    }
}
