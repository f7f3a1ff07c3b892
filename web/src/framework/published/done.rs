//! What was done since the edition before, goal by goal.

use leptos::prelude::*;

use super::queries::edition::DoneActivity;
use crate::format::words::day;
use crate::language::{danish, td_string, text_by};
use crate::text;

/// The section.
#[component]
pub(crate) fn Done(done: Vec<DoneActivity>) -> impl IntoView {
    let lang = danish();
    let mut goals: Vec<(String, Vec<DoneActivity>)> = Vec::new();
    for one in done {
        match goals.iter_mut().find(|(goal, _)| *goal == one.goal) {
            Some((_, list)) => list.push(one),
            None => goals.push((one.goal.clone(), vec![one])),
        }
    }
    let goals = goals.into_iter().map(|(goal, list)| {
        let items = list.into_iter().map(|one| view! { <One one=one/> }).collect_view();
        view! {
            <h3 class="h4" lang=lang>{goal}</h3>
            <ul>{items}</ul>
        }
    });
    view! {
        <section id="gjort" class="framework-section" aria-labelledby="gjort-titel">
            <h2 id="gjort-titel">{text!(framework.done)}</h2>
            {goals.collect_view()}
        </section>
    }
}

#[component]
fn One(one: DoneActivity) -> impl IntoView {
    let lang = danish();
    let (on, by) = (one.done_on, one.responsible);
    let about = text_by(move |locale| match (on, &by) {
        (Some(on), Some(name)) => {
            let date = day(locale, on);
            td_string!(locale, framework.done_on_by, date = date, name = name.clone())
        }
        (Some(on), None) => td_string!(locale, framework.done_on, date = day(locale, on)),
        (None, Some(name)) => name.clone(),
        (None, None) => String::new(),
    });
    view! {
        <li>
            <span lang=lang>{one.title}</span> " " <span class="small-text">{about}</span>
        </li>
    }
}
