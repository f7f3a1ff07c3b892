//! When it is open, week by week, and the days that differ.

use leptos::prelude::*;

use crate::clock;
use crate::directory::queries::enums::{WeekRule, Weekday};
use crate::directory::queries::fragments::Schedule;
use crate::directory::queries::service::ScheduleException;
use crate::format::{hours, words};
use crate::language::{Locale, danish, td_string, text_by};
use crate::text;

/// The hours, and the days ahead that differ.
#[component]
pub(crate) fn Hours(
    schedules: Vec<Schedule>,
    #[prop(optional)] exceptions: Vec<ScheduleException>,
) -> impl IntoView {
    let lang = danish();
    let lines = schedules.into_iter().map(|schedule| {
        let description = schedule.description.clone();
        view! {
            <li>
                {text_by(move |locale| line(locale, &schedule))}
                {description.map(|words| view! { <span class="hours-note" lang=lang>" – " {words}</span> })}
            </li>
        }
    });
    let today = clock::today();
    let ahead: Vec<_> = exceptions.into_iter().filter(|exception| exception.valid_to >= today).collect();
    let differs = (!ahead.is_empty()).then(|| {
        let days = ahead.into_iter().map(|exception| {
            let description = exception.description.clone();
            view! {
                <li>
                    {text_by(move |locale| exception_line(locale, &exception))}
                    {description.map(|words| view! { <span class="hours-note" lang=lang>" – " {words}</span> })}
                </li>
            }
        });
        view! {
            <p class="hours-differ">{text!(service.days_that_differ)}</p>
            <ul class="nobullet-list hours">{days.collect_view()}</ul>
        }
    });
    view! {
        <ul class="nobullet-list hours">{lines.collect_view()}</ul>
        {differs}
    }
}

/// `torsdag 10.00–12.00 (ulige uger)`.
fn line(locale: Locale, schedule: &Schedule) -> String {
    let days: Vec<usize> = schedule.byday.iter().map(|day| index(*day)).collect();
    let span = hours::span(locale, schedule.opens_at.as_deref(), schedule.closes_at.as_deref());
    let mut conditions = Vec::new();
    match schedule.weeks {
        WeekRule::Every => {}
        WeekRule::Odd => conditions.push(td_string!(locale, calendar.odd_weeks).to_owned()),
        WeekRule::Even => conditions.push(td_string!(locale, calendar.even_weeks).to_owned()),
    }
    if let Some(from) = schedule.valid_from {
        conditions.push(td_string!(locale, calendar.valid_from, date = words::day(locale, from)));
    }
    if let Some(to) = schedule.valid_to {
        conditions.push(td_string!(locale, calendar.valid_to, date = words::day(locale, to)));
    }
    let days = hours::days(locale, &days);
    let known = if schedule.opens_at.is_none() && schedule.closes_at.is_none() {
        if days.is_empty() { span } else { format!("{days} ({span})") }
    } else {
        format!("{days} {span}").trim().to_owned()
    };
    if conditions.is_empty() { known } else { format!("{known} ({})", conditions.join(", ")) }
}

/// `24. december 2026 til 26. december 2026: lukket`.
fn exception_line(locale: Locale, exception: &ScheduleException) -> String {
    let from = words::day(locale, exception.valid_from);
    let to = words::day(locale, exception.valid_to);
    let days = if exception.valid_from == exception.valid_to { from } else { format!("{from} – {to}") };
    let what = if exception.closed {
        td_string!(locale, service.closed_that_day).to_owned()
    } else {
        hours::span(locale, exception.opens_at.as_deref(), exception.closes_at.as_deref())
    };
    format!("{days}: {what}")
}

fn index(day: Weekday) -> usize {
    match day {
        Weekday::Monday => 0,
        Weekday::Tuesday => 1,
        Weekday::Wednesday => 2,
        Weekday::Thursday => 3,
        Weekday::Friday => 4,
        Weekday::Saturday => 5,
        Weekday::Sunday => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::date::Date;

    fn thursdays(opens_at: Option<&str>) -> Schedule {
        Schedule {
            byday: vec![Weekday::Thursday],
            weeks: WeekRule::Odd,
            opens_at: opens_at.map(str::to_owned),
            closes_at: opens_at.map(|_| "12:00".to_owned()),
            valid_from: None,
            valid_to: None,
            description: None,
        }
    }

    #[test]
    fn hours_in_words() {
        assert_eq!(line(Locale::da, &thursdays(Some("10:00"))), "torsdag 10.00–12.00 (ulige uger)");
        assert_eq!(line(Locale::da, &thursdays(None)), "torsdag (tidspunktet er ikke oplyst) (ulige uger)");
    }

    #[test]
    fn days_that_differ_in_words() {
        let christmas = ScheduleException {
            valid_from: Date { year: 2026, month: 12, day: 24 },
            valid_to: Date { year: 2026, month: 12, day: 26 },
            closed: true,
            opens_at: None,
            closes_at: None,
            description: None,
        };
        assert_eq!(exception_line(Locale::en, &christmas), "24 December 2026 – 26 December 2026: closed");
    }
}
