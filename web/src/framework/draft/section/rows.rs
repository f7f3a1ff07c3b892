//! The registers under a question: their rows, what can be done with each, and a way to a new one. What was deleted can
//! be had back.

use leptos::prelude::*;

use super::place::{Place, use_place, wrong};
use crate::api::use_api;
use crate::framework::draft::queries::questions::{RegisterRowMoveInput, register_row_move};
use crate::framework::draft::queries::section::Question;
use crate::framework::draft::restoring::undo;
use crate::framework::registers::queries::{
    Level, Register, RegisterRow, RegisterRowDeleteInput, Row, register_row_delete,
};
use crate::framework::registers::slug::LEVEL;
use crate::framework::registers::views::{RegisterRows, Tools, register_name};
use crate::language::{Locale, Text, td_string, text_by};
use crate::ui::alert::{Alert, Gravity};
use crate::ui::attempt::{Attempt, AttemptErrors};
use crate::ui::shown::changing;
use crate::{routes, text};

/// What there is to show: the registers, their rows, and the level of a new one.
#[derive(Clone, Debug, PartialEq)]
struct Listed {
    registers: Vec<Register>,
    rows: Vec<RegisterRow>,
    level: Option<Level>,
}

/// What was deleted here last.
#[derive(Clone, Debug, PartialEq)]
struct Gone {
    id: cynic::Id,
    title: String,
}

/// The registers of a question.
#[component]
pub(super) fn Registers(question: Memo<Option<Question>>) -> impl IntoView {
    let place = use_place();
    let can_write = place.can_write();
    let attempt = Attempt::new(wrong);
    let gone = RwSignal::new(None::<Gone>);
    let listed = Memo::new(move |_| {
        question.with(|one| {
            one.as_ref().map(|one| Listed {
                registers: one.registers.clone(),
                rows: one.rows.clone(),
                level: one.level,
            })
        })
    });
    view! {
        {move || gone.get().map(|gone_row| view! { <Undo row=gone_row attempt=attempt gone=gone/> })}
        <AttemptErrors attempt=attempt fields=&[]/>
        {changing(Box::new(move || {
            let Some(Listed { registers, rows, level }) = listed.get() else { return ().into_any() };
            let lists = registers
                .into_iter()
                .map(|register| {
                    let mut rows: Vec<RegisterRow> =
                        rows.iter().filter(|row| row.register == register).cloned().collect();
                    rows.sort_by_key(|row| row.position);
                    let tools = can_write.get().then(|| tools(place, attempt, gone, rows.clone()));
                    view! { <One register=register rows=rows level=level tools=tools/> }
                });
            lists.collect_view().into_any()
        }))}
    }
}

/// One register: its rows, or that there are none, and the way to a new one.
#[component]
fn One(
    register: Register,
    rows: Vec<RegisterRow>,
    level: Option<Level>,
    #[prop(optional_no_strip)] tools: Option<Tools>,
) -> impl IntoView {
    let place = use_place();
    let mut address = routes::new_register_row(&place.slug(), place.section.slug(), register.slug());
    if let Some(level) = level {
        address.push_str(&format!("?{LEVEL}={}", level.slug()));
    }
    let add = tools.is_some().then(|| {
        view! {
            <p>
                <a class="button button-secondary" href=address>{text_by(move |locale| add_words(locale, register).to_owned())}</a>
            </p>
        }
    });
    let none = rows.is_empty().then(|| {
        view! {
            <h3 class="h4">{text_by(move |locale| register_name(locale, register).to_owned())}</h3>
            <p class="is-empty">{text!(draft.rows_none)}</p>
        }
    });
    let rows: Vec<Row> = rows.into_iter().map(Row::from).collect();
    view! {
        <div class="question-register">
            {none}
            <RegisterRows register=register rows=rows level=3 tools=tools/>
            {add}
        </div>
    }
}

/// What can be done with each row.
fn tools(place: Place, attempt: Attempt, gone: RwSignal<Option<Gone>>, rows: Vec<RegisterRow>) -> Tools {
    let rows = StoredValue::new(rows);
    Callback::new(move |shown: Row| {
        rows.with_value(|rows| {
            let Some(at) = rows.iter().position(|row| row.id == shown.id) else { return ().into_any() };
            let row = rows[at].clone();
            let before = at.checked_sub(1).and_then(|at| rows.get(at)).map(|row| row.position);
            let after = rows.get(at + 1).map(|row| row.position);
            view! { <RowTools row=row before=before after=after place=place attempt=attempt gone=gone/> }
                .into_any()
        })
    })
}

#[component]
fn RowTools(
    row: RegisterRow,
    /// The place of the row above.
    before: Option<i32>,
    /// The place of the row below.
    after: Option<i32>,
    place: Place,
    attempt: Attempt,
    gone: RwSignal<Option<Gone>>,
) -> impl IntoView {
    let api = use_api();
    let edit = routes::edit_register_row(&place.slug(), place.section.slug(), row.id.inner());
    let title = StoredValue::new(row.title.clone());
    let about = move || view! { <span class="sr-only">": " {title.get_value()}</span> };
    let (id, revision) = (row.id.clone(), row.revision);
    let move_to = move |position: i32| {
        let input = RegisterRowMoveInput { id: id.clone(), revision, position };
        let work =
            async move { Ok(api.send(register_row_move::ask(input)).await?.register_row_move.user_errors) };
        place.act(attempt, work, || {});
    };
    let step = |to: Option<i32>, label: Text| {
        let move_to = move_to.clone();
        to.map(|to| {
            view! {
                <button type="button" class="function-link" on:click=move |_| move_to(to)>
                    {label}
                    {about()}
                </button>
            }
        })
    };
    let id = row.id.clone();
    let delete = move |_| {
        let input = RegisterRowDeleteInput { id: id.clone(), revision };
        let work = async move {
            Ok(api.send(register_row_delete::ask(input)).await?.register_row_delete.user_errors)
        };
        let deleted = Gone { id: id.clone(), title: title.get_value() };
        place.act(attempt, work, move || drop(gone.try_set(Some(deleted))));
    };
    view! {
        <a class="function-link" href=edit>{text!(draft.row_edit)} {about()}</a>
        {step(before, text!(draft.move_up))}
        {step(after, text!(draft.move_down))}
        <button type="button" class="function-link" on:click=delete>{text!(draft.delete)} {about()}</button>
    }
}

/// Says that a row was deleted, and takes it back with one press.
#[component]
fn Undo(row: Gone, attempt: Attempt, gone: RwSignal<Option<Gone>>) -> impl IntoView {
    let api = use_api();
    let place = use_place();
    let Gone { id, title } = row;
    let press = move |_| {
        place.act(attempt, undo(api, place.slug(), id.clone()), move || drop(gone.try_set(None)));
    };
    view! {
        <Alert gravity=Gravity::Warning heading=text!(draft.row_deleted, title = title.clone()) is_news=true>
            <p class="form-actions">
                <button type="button" class="button button-secondary" on:click=press>
                    {text!(draft.undo)}
                </button>
                <button type="button" class="button button-tertiary" on:click=move |_| gone.set(None)>
                    {text!(draft.close_notice)}
                </button>
            </p>
        </Alert>
    }
}

/// What the link to a new row says.
fn add_words(locale: Locale, register: Register) -> &'static str {
    match register {
        Register::PopulationFigure => td_string!(locale, draft.add_population),
        Register::ExpectedIntake => td_string!(locale, draft.add_intake),
        Register::SupportFigure => td_string!(locale, draft.add_support),
        Register::Partner => td_string!(locale, draft.add_partner),
        Register::Outreach => td_string!(locale, draft.add_outreach),
        Register::Forum => td_string!(locale, draft.add_forum),
        Register::Pathway => td_string!(locale, draft.add_pathway),
        Register::Agreement => td_string!(locale, draft.add_agreement),
        Register::CoordinatingFunction => td_string!(locale, draft.add_coordinating),
        Register::Channel => td_string!(locale, draft.add_channel),
        Register::CitizenPlan => td_string!(locale, draft.add_citizen_plan),
        Register::Tool => td_string!(locale, draft.add_tool),
        Register::Dissemination => td_string!(locale, draft.add_dissemination),
    }
}
