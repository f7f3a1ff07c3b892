//! The planned meetings of a forum while they are written: a year of them can be laid at once, and each moved, added or
//! taken away.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::specs::day;
use crate::api::{Failure, use_api};
use crate::directory::here::use_here;
use crate::editing::fields::form::{Form, focus, id_of};
use crate::editing::fields::rows::Rows;
use crate::editing::fields::{Field, Own, RowWords, words};
use crate::format::date::Date;
use crate::format::words::day as day_words;
use crate::framework::registers::queries::meeting_days;
use crate::language::{Locale, td_string, text_by};
use crate::text;
use crate::ui::failure_notice::FailureNotice;
use crate::ui::icon::{Icon, icon};
use crate::ui::live_region::LiveRegion;
use crate::ui::shown::changing;

/// The planned meetings of a forum.
pub(super) static MEETINGS: Own = Own { fields: MEETING, view: meetings, mend: as_it_is, told };

const WORDS: RowWords = RowWords { add: words!(register.f_meeting_add), one: words!(register.f_meeting_one) };

const MEETING: &[Field] =
    &[day("date", words!(register.f_date)).required(), Field::line("note", words!(register.f_note))];

/// Where the form has how often one meets in a year.
const PER_YEAR: &str = "meetingsPerYear";
/// Most meetings that are laid at once: one a week.
const MOST: i32 = 52;

/// What was laid, or why it was not.
#[derive(Clone, Debug, PartialEq)]
enum Laid {
    Added(usize),
    NoDay,
    NoNumber,
    Failed(Failure),
}

fn meetings(form: Form, field: &'static Field, path: String) -> AnyView {
    view! { <Meetings form=form field=field path=path/> }.into_any()
}

#[component]
fn Meetings(form: Form, field: &'static Field, path: String) -> impl IntoView {
    // Counts up when a year has been laid: then the rows are drawn anew.
    let shape = RwSignal::new(0_u32);
    let at = path.clone();
    let rows = changing(Box::new(move || {
        shape.track();
        view! { <Rows form=form field=field path=at.clone() fields=MEETING words=WORDS/> }.into_any()
    }));
    view! {
        <Year form=form path=path shape=shape/>
        {rows}
    }
}

/// Laying a year of meetings, from the first of them.
#[component]
fn Year(form: Form, path: String, shape: RwSignal<u32>) -> impl IntoView {
    let api = use_api();
    let here = use_here();
    let first = RwSignal::new(String::new());
    let laid = RwSignal::new(None::<Laid>);
    let is_laying = RwSignal::new(false);
    let lay = move |_| {
        let per_year = number(&form.now(PER_YEAR));
        let (Some(from), Some(per_year)) = (Date::parse(&first.get_untracked()), per_year) else {
            laid.set(Some(if per_year.is_none() { Laid::NoNumber } else { Laid::NoDay }));
            if per_year.is_none() {
                focus(PER_YEAR);
            }
            return;
        };
        if is_laying.get_untracked() {
            return;
        }
        is_laying.set(true);
        laid.set(None);
        let (slug, path) = (here.slug_untracked(), path.clone());
        leptos::task::spawn_local(async move {
            let answer = api.send(meeting_days(slug, from, per_year)).await;
            // The page may be gone.
            if is_laying.try_set(false).is_some() {
                return;
            }
            match answer.map(|answer| answer.days()) {
                Ok(days) => {
                    let (all, added) = with(form.now(&path), &days);
                    form.put(&path, all);
                    let inside = format!("{path}.");
                    form.flaws.update(|flaws| {
                        flaws.retain(|flaw| flaw.path != path && !flaw.path.starts_with(&inside));
                    });
                    shape.update(|shape| *shape += 1);
                    laid.set(Some(Laid::Added(added)));
                    focus(&path);
                }
                Err(why) => laid.set(Some(Laid::Failed(why))),
            }
        });
    };
    let said = text_by(move |locale| {
        laid.with(|laid| laid.as_ref().map(|laid| in_words(locale, laid)).unwrap_or_default())
    });
    let is_wrong = Memo::new(move |_| laid.with(|laid| matches!(laid, Some(Laid::NoDay))));
    let field = id_of("meetings-from");
    let (hint, wrong) = (format!("{field}-hint"), format!("{field}-error"));
    let described = {
        let (hint, wrong) = (hint.clone(), wrong.clone());
        move || if is_wrong.get() { format!("{hint} {wrong}") } else { hint.clone() }
    };
    view! {
        <fieldset class="form-rows" id=id_of("meetings-year")>
            <legend class="form-label">{text!(register.series)}</legend>
            <div class="form-group" class:form-error=move || is_wrong.get()>
                <label class="form-label" for=field.clone()>{text!(register.series_from)}</label>
                <span class="form-hint" id=hint>{text!(register.series_hint)}</span>
                <span class="form-error-message" id=wrong hidden=move || !is_wrong.get()>{said}</span>
                <input
                    class="form-input input-width-s"
                    type="date"
                    id=field
                    aria-describedby=described
                    aria-invalid=move || is_wrong.get().then_some("true")
                    prop:value=first
                    on:input=move |event| first.set(event_target_value(&event))
                />
            </div>
            <p class="form-actions">
                <button type="button" class="button button-secondary" on:click=lay>
                    {icon(Icon::Clock)} <span>{text!(register.series_lay)}</span>
                </button>
            </p>
            <p class="small-text" hidden=move || is_wrong.get() || said.get().is_empty()>{said}</p>
            <LiveRegion text=said/>
            {move || match laid.get() {
                Some(Laid::Failed(failure)) => view! { <FailureNotice failure=failure/> }.into_any(),
                _ => ().into_any(),
            }}
        </fieldset>
    }
}

fn in_words(locale: Locale, laid: &Laid) -> String {
    match laid {
        Laid::Added(0) => td_string!(locale, register.series_none).to_owned(),
        Laid::Added(1) => td_string!(locale, register.series_one).to_owned(),
        Laid::Added(count) => td_string!(locale, register.series_many, count = count),
        Laid::NoDay => td_string!(locale, register.series_no_day).to_owned(),
        Laid::NoNumber => td_string!(locale, register.series_no_number).to_owned(),
        Laid::Failed(_) => String::new(),
    }
}

/// How often one meets in a year, as it is typed; none where that is no number that can be laid.
fn number(typed: &Value) -> Option<i32> {
    let number = match typed {
        Value::Number(number) => number.as_i64().and_then(|number| i32::try_from(number).ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| (1..=MOST).contains(number))
}

/// The meetings with those days that have none yet, by day; and how many came. Rows that nobody has filled in go.
fn with(now: Value, days: &[Date]) -> (Value, usize) {
    let Value::Array(mut rows) = now else { return with(Value::Array(Vec::new()), days) };
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    rows.retain(|row| !text(row, "date").is_empty() || !text(row, "note").is_empty());
    let new: Vec<String> = days.iter().map(Date::to_string).collect();
    let new: Vec<String> =
        new.into_iter().filter(|day| !rows.iter().any(|row| text(row, "date") == *day)).collect();
    let count = new.len();
    rows.extend(new.into_iter().map(|day| json!({ "date": day, "note": "" })));
    rows.sort_by_key(|row| text(row, "date"));
    (Value::Array(rows), count)
}

fn as_it_is(_rows: &mut Vec<Value>) {}

fn told(locale: Locale, value: &Value) -> Vec<String> {
    let row = |row: &Value| {
        let date = row["date"].as_str().unwrap_or_default();
        let date = Date::parse(date).map_or_else(|| date.to_owned(), |date| day_words(locale, date));
        let note = row["note"].as_str().unwrap_or_default();
        if note.is_empty() { date } else { format!("{date} · {note}") }
    };
    value.as_array().into_iter().flatten().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_laid_around_what_was_planned_already() {
        let days: Vec<Date> =
            ["2026-03-03", "2026-09-01"].iter().filter_map(|day| Date::parse(day)).collect();
        let now = json!([{ "date": "2026-09-01", "note": "På rådhuset" }, { "date": "", "note": "" }, { "date": "2026-05-05" }]);
        let (all, added) = with(now, &days);
        assert_eq!(added, 1);
        assert_eq!(
            all,
            json!([{ "date": "2026-03-03", "note": "" }, { "date": "2026-05-05" }, { "date": "2026-09-01", "note": "På rådhuset" }])
        );
        assert_eq!(with(Value::Null, &days).1, 2);
    }

    #[test]
    fn how_often_is_a_number_from_once_a_year_to_once_a_week() {
        assert_eq!(
            (number(&json!(8)), number(&json!(" 2 ")), number(&json!("53"))),
            (Some(8), Some(2), None)
        );
        assert_eq!((number(&json!("")), number(&Value::Null)), (None, None));
    }

    #[test]
    fn meetings_are_told_by_day() {
        let value =
            json!([{ "date": "2026-03-03", "note": "På rådhuset" }, { "date": "2026-09-01", "note": null }]);
        assert_eq!(told(Locale::da, &value), ["3. marts 2026 · På rådhuset", "1. september 2026"]);
    }
}
