//! The activities over time: a drawing, by goal, with today marked. The tables above it say the same, so that nobody
//! needs the drawing to know.

use leptos::prelude::*;

use super::board::Board;
use super::filter::Filter;
use super::queries::reading::{Activity, ActivityStatus, Goal};
use super::scale::{Label, Scale, Today, Unit, label_of};
use super::words::part;
use crate::clock::today;
use crate::format::date::Date;
use crate::format::words::short_month;
use crate::language::{Locale, danish, td_string, text_by};
use crate::text;
use crate::ui::shown::changing;

/// The size of the drawing and of what stands on it.
const WIDTH: f64 = 960.0;
const HEAD: f64 = 44.0;
const GOAL: f64 = 34.0;
const ROW: f64 = 38.0;
const BAR: f64 = 10.0;
/// About how wide a letter is.
const LETTER: f64 = 7.2;
/// The longest label, in letters.
const LONGEST: usize = 96;

/// The heading and the drawing; nothing where no activity has a day.
#[component]
pub(super) fn Timeline(board: Board, filter: Memo<Filter>) -> impl IntoView {
    changing(Box::new(move || {
        let (plan, filter, now) = (board.plan.get(), filter.get(), today());
        let dated = |one: &&Activity| filter.lets_through(one) && days(one).next().is_some();
        let goals: Vec<(usize, &Goal, Vec<&Activity>)> = plan
            .goals
            .iter()
            .enumerate()
            .map(|(at, goal)| (at, goal, goal.activities.iter().filter(dated).collect::<Vec<_>>()))
            .filter(|(_, _, all)| !all.is_empty())
            .collect();
        let ends = plan.begins_on.into_iter().chain(plan.ends_on);
        let all = goals.iter().flat_map(|(_, _, all)| all.iter().flat_map(|one| days(one)));
        let (Some(scale), false) = (Scale::over(all.chain(ends), now), goals.is_empty()) else {
            return ().into_any();
        };
        let shown = |one: &&Activity| filter.lets_through(one);
        let undated = plan.goals.iter().flat_map(|goal| &goal.activities).filter(shown).count()
            - goals.iter().map(|(_, _, all)| all.len()).sum::<usize>();
        let outside = match scale.today(now) {
            Today::Before => Some(text!(plan.today_before)),
            Today::After => Some(text!(plan.today_after)),
            Today::At(_) => None,
        };
        let undated = (undated > 0).then(|| {
            text_by(move |locale| crate::counted!(locale, undated, plan.undated_one, plan.undated_many))
        });
        let kind = plan.kind;
        let heights = goals.iter().map(|(_, _, all)| GOAL + ROW * all.len() as f64);
        let height = HEAD + heights.sum::<f64>() + 8.0;
        let mut top = HEAD;
        let rows = goals.into_iter().map(|(at, goal, all)| {
            let begins = top;
            top += GOAL + ROW * all.len() as f64;
            let (title, _) = super::words::goal_title(goal);
            let heading =
                text_by(move |locale| shortened(&format!("{}: {}", part(locale, kind, at + 1), title.get())));
            let bars =
                all.into_iter().enumerate().map(|(at, one)| bar(scale, one, begins + GOAL + ROW * at as f64));
            view! {
                <line class="line-goal" x1="0" x2=WIDTH y1=begins y2=begins></line>
                <text class="line-heading" x="0" y=begins + 23.0>{heading}</text>
                {bars.collect_view()}
            }
        });
        let rows = rows.collect_view();
        let marks = scale.marks().into_iter().enumerate().map(|(at, mark)| {
            let x = mark.at * WIDTH;
            let words = text_by(move |locale| mark_words(locale, scale.unit(), mark.date));
            let year = (at == 0 || mark.date.month == 1) && scale.unit() != Unit::Year;
            view! {
                <line class="line-mark" x1=x x2=x y1="24" y2=height></line>
                {year.then(|| view! { <text class="line-year" x=x + 3.0 y="16">{mark.date.year}</text> })}
                <text x=x + 3.0 y="36">{words}</text>
            }
        });
        let now = match scale.today(now) {
            Today::At(at) => Some(at * WIDTH),
            _ => None,
        };
        let now = now.map(|x| {
            let (anchor, beside) = if x > WIDTH - 60.0 { ("end", -4.0) } else { ("start", 4.0) };
            view! {
                <line class="line-today" x1=x x2=x y1="4" y2=height></line>
                <text class="line-today-word" x=x + beside y="14" text-anchor=anchor>{text!(plan.today)}</text>
            }
        });
        let lang = danish();
        view! {
            <section class="plan-timeline">
                <h2 class="h3" id="timeline" tabindex="-1">{text!(plan.timeline)}</h2>
                <p class="small-text">{text!(plan.timeline_signs)}</p>
                <div class="timeline-box" role="region" tabindex="0" aria-labelledby="timeline">
                    <svg
                        class="timeline"
                        role="img"
                        aria-label=text!(plan.timeline_same)
                        viewBox=format!("0 0 {WIDTH} {height}")
                        lang=lang
                    >
                        {marks.collect_view()}
                        {rows}
                        {now}
                    </svg>
                </div>
                {outside.map(|words| view! { <p class="small-text">{words}</p> })}
                {undated.map(|words| view! { <p class="small-text">{words}</p> })}
            </section>
        }
        .into_any()
    }))
}

/// The days that an activity lies on the time line with.
pub(super) fn days(activity: &Activity) -> impl Iterator<Item = Date> + use<> {
    activity.starts_on.into_iter().chain(activity.due_on.or(activity.done_on))
}

/// An activity: its label, and below it a bar from its first day to its last, or a point where only one is known.
fn bar(scale: Scale, activity: &Activity, top: f64) -> AnyView {
    let last = activity.due_on.or(activity.done_on);
    let from = activity.starts_on.or(last).map_or(0.0, |date| scale.at(date) * WIDTH);
    let to = last.map_or(WIDTH, |date| scale.end_of(date) * WIDTH);
    let is_open = last.is_none();
    let is_point = activity.starts_on.is_none();
    let label = shortened(&format!("{} {}", sign(activity), activity.title));
    let length = label.chars().count() as f64 * LETTER;
    let (x, anchor) = match label_of(from, to, length, WIDTH) {
        Label::From(x) => (x, "start"),
        Label::To(x) => (x, "end"),
    };
    let class = match activity.status {
        _ if activity.is_overdue => "bar bar-late",
        ActivityStatus::Planned => "bar bar-planned",
        ActivityStatus::Underway => "bar bar-underway",
        ActivityStatus::Done => "bar bar-done",
        ActivityStatus::Dropped => "bar bar-dropped",
    };
    let y = top + 18.0;
    let drawn = if is_point {
        let half = BAR / 2.0;
        let x = to.clamp(half, WIDTH - half);
        let points =
            format!("{},{} {},{} {},{} {},{}", x - half, y + half, x, y, x + half, y + half, x, y + BAR);
        view! { <polygon class=class points=points></polygon> }.into_any()
    } else {
        let width = (to - from).max(4.0);
        view! {
            <rect class=class class:bar-open=is_open x=from y=y width=width height=BAR rx="3"></rect>
        }
        .into_any()
    };
    view! {
        <text x=x y=top + 12.0 text-anchor=anchor>{label}</text>
        {drawn}
    }
    .into_any()
}

/// The sign before a label: colour alone says nothing.
fn sign(activity: &Activity) -> char {
    match activity.status {
        _ if activity.is_overdue => '!',
        ActivityStatus::Planned => '○',
        ActivityStatus::Underway => '→',
        ActivityStatus::Done => '✓',
        ActivityStatus::Dropped => '×',
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

fn mark_words(locale: Locale, unit: Unit, date: Date) -> String {
    match unit {
        Unit::Month => short_month(locale, date),
        Unit::Quarter => td_string!(locale, plan.quarter, number = (date.month - 1) / 3 + 1),
        Unit::Year => date.year.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::queries::reading::tests::activity;

    #[test]
    fn what_is_late_has_a_sign_of_its_own() {
        let mut one = activity(ActivityStatus::Underway);
        assert_eq!(sign(&one), '→');
        one.is_overdue = true;
        assert_eq!(sign(&one), '!');
    }

    #[test]
    fn marks_and_labels_in_words() {
        let date = Date { year: 2026, month: 10, day: 1 };
        assert_eq!(mark_words(Locale::da, Unit::Month, date), "okt");
        assert_eq!(mark_words(Locale::da, Unit::Quarter, date), "4. kvt.");
        assert_eq!(mark_words(Locale::en, Unit::Quarter, date), "Q4");
        assert_eq!(mark_words(Locale::en, Unit::Year, date), "2026");
        assert_eq!(shortened("kort"), "kort");
        assert_eq!(shortened(&"å".repeat(120)).chars().count(), LONGEST);
    }

    #[test]
    fn only_what_has_a_day_is_drawn() {
        let mut one = activity(ActivityStatus::Done);
        assert_eq!(days(&one).count(), 0);
        one.done_on = Date::parse("2026-03-01");
        assert_eq!(days(&one).count(), 1);
    }
}
