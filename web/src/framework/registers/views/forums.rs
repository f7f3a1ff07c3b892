//! Standing forums: a card for each, with what it is for, who is in it and when it meets.

use leptos::prelude::*;

use super::party::{level_words, parties};
use super::rows::{Tools, beside, heading};
use crate::clock;
use crate::counted;
use crate::format::date::Date;
use crate::format::words::weekday_and_day;
use crate::framework::registers::queries::{ForumForm, PlannedMeetingForm, RegisterForm, Row};
use crate::language::{Locale, danish, text_by};
use crate::text;
use crate::ui::icon::{Icon, icon};
use crate::ui::paragraphs::Paragraphs;

/// How many meetings are told of.
const MEETINGS: usize = 4;

/// The forums.
#[component]
pub(super) fn Forums(rows: Vec<Row>, level: u8, tools: Option<Tools>) -> impl IntoView {
    let cards = rows.into_iter().filter_map(|row| {
        let RegisterForm::Forum(form) = &row.form else { return None };
        let form = (**form).clone();
        Some(view! { <Forum row=row form=form level=level tools=tools/> })
    });
    view! { <div class="register-cards">{cards.collect_view()}</div> }
}

#[component]
fn Forum(row: Row, form: ForumForm, level: u8, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    let ForumForm { name, level: between, purpose, members, chair, rhythm, meetings_per_year, meetings } =
        form;
    let name = view! { <span lang=lang>{name}</span> }.into_any();
    let members = (!members.is_empty()).then(|| {
        view! {
            <dt>{text!(register.members)}</dt>
            <dd>{parties(&row, &members)}</dd>
        }
    });
    let chair = chair.map(|chair| {
        view! {
            <dt>{text!(register.chair)}</dt>
            <dd lang=lang>{chair}</dd>
        }
    });
    let is_told = rhythm.is_some() || meetings_per_year.is_some();
    let rhythm = is_told.then(|| {
        let times = meetings_per_year.map(|count| text_by(move |locale| a_year(locale, count)));
        let both = (rhythm.is_some() && times.is_some()).then_some(" · ");
        view! {
            <dt>{text!(register.rhythm)}</dt>
            <dd><span lang=lang>{rhythm}</span> {both} {times}</dd>
        }
    });
    let next = coming(meetings, clock::today());
    let next = (!next.is_empty()).then(|| {
        let meetings = next.into_iter().map(|meeting| {
            let date = meeting.date;
            let note = meeting.note.map(|note| view! { ": " <span lang=lang>{note}</span> });
            view! { <li>{text_by(move |locale| weekday_and_day(locale, date))} {note}</li> }
        });
        view! {
            <dt>{text!(register.next_meetings)}</dt>
            <dd><ul class="nobullet-list">{meetings.collect_view()}</ul></dd>
        }
    });
    view! {
        <article class="register-card">
            {heading(level, "h5", name)}
            <p class="sign">{icon(Icon::Building)} <span>{text_by(move |locale| level_words(locale, between).to_owned())}</span></p>
            <Paragraphs text=purpose/>
            <dl class="register-facts">{members} {chair} {rhythm} {next}</dl>
            {beside(tools, &row)}
        </article>
    }
}

/// `8 møder om året`.
fn a_year(locale: Locale, count: i32) -> String {
    counted!(locale, count, register.meeting_a_year, register.meetings_a_year)
}

/// The meetings that are still to come, the next first.
fn coming(mut meetings: Vec<PlannedMeetingForm>, today: Date) -> Vec<PlannedMeetingForm> {
    meetings.retain(|meeting| meeting.date >= today);
    meetings.sort_by_key(|meeting| meeting.date);
    meetings.truncate(MEETINGS);
    meetings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_meetings_to_come_are_told_of() {
        let on = |day| PlannedMeetingForm { date: Date { year: 2026, month: 3, day }, note: None };
        let coming = coming(vec![on(9), on(1), on(3), on(2)], Date { year: 2026, month: 3, day: 2 });
        assert_eq!(coming.iter().map(|one| one.date.day).collect::<Vec<_>>(), [2, 3, 9]);
    }

    #[test]
    fn meetings_are_counted() {
        assert_eq!(a_year(Locale::da, 8), "8 møder om året");
        assert_eq!(a_year(Locale::da, 1), "1 møde om året");
    }
}
