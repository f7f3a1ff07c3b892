//! How many there are, and how many are expected: a table of groups and years, and the same as bars.

use leptos::prelude::*;

use super::chart::{BarChart, Bars, span_words};
use super::matrix::{Matrix, Span};
use super::rows::Tools;
use crate::format::date::Date;
use crate::format::words::day;
use crate::framework::registers::queries::{RegisterForm, Row};
use crate::language::{Text, danish, text_by};
use crate::text;

/// Figures of the population, by group and day. They are not added up: groups overlap.
#[component]
pub(super) fn Population(rows: Vec<Row>, tools: Option<Tools>) -> impl IntoView {
    let figures = rows.iter().filter_map(|row| match &row.form {
        RegisterForm::PopulationFigure(form) => {
            let span = Span::new(f64::from(form.number), form.number_to.map(f64::from));
            Some((form.group.clone(), form.as_of, span))
        }
        _ => None,
    });
    let matrix = Matrix::new(figures);
    let sources = sources(&rows);
    let heading = |date: Date| text_by(move |locale| day(locale, date));
    view! {
        <Figures
            matrix=matrix
            heading=Callback::new(heading)
            caption=text!(register.population_caption)
            label=text!(register.population_chart)
            adds_up=false
            sources=sources
        />
        <Each rows=rows tools=tools/>
    }
}

/// How many are expected, by group and year, with what the years add up to.
#[component]
pub(super) fn Intake(rows: Vec<Row>, tools: Option<Tools>) -> impl IntoView {
    let figures = rows.iter().filter_map(|row| match &row.form {
        RegisterForm::ExpectedIntake(form) => {
            let span = Span::new(f64::from(form.number), form.number_to.map(f64::from));
            Some((form.group.clone(), form.year, span))
        }
        _ => None,
    });
    let matrix = Matrix::new(figures);
    let sources = sources(&rows);
    let heading = |year: i32| Signal::stored(year.to_string());
    view! {
        <Figures
            matrix=matrix
            heading=Callback::new(heading)
            caption=text!(register.intake_caption)
            label=text!(register.intake_chart)
            adds_up=true
            sources=sources
        />
        <Each rows=rows tools=tools/>
    }
}

#[component]
fn Figures<C>(
    matrix: Matrix<C>,
    heading: Callback<C, Text>,
    caption: Text,
    label: Text,
    adds_up: bool,
    sources: Vec<String>,
) -> impl IntoView
where
    C: Copy + Ord + Send + Sync + 'static,
{
    let lang = danish();
    let most = matrix.most();
    let headings: Vec<Text> = matrix.columns.iter().map(|column| heading.run(*column)).collect();
    let bars = matrix.rows.iter().map(|(group, cells)| {
        let bars = headings.iter().zip(cells);
        let bars = bars.flat_map(|(name, cell)| cell.iter().map(|span| (*name, *span))).collect();
        Bars { group: group.clone(), bars }
    });
    let bars: Vec<Bars> = bars.collect();
    let totals = (adds_up && matrix.rows.len() > 1).then(|| {
        let cells = matrix.totals().into_iter().map(|total| {
            view! { <td class="align-text-right">{text_by(move |locale| span_words(locale, total))}</td> }
        });
        view! {
            <tfoot>
                <tr>
                    <th scope="row">{text!(register.total)}</th>
                    {cells.collect_view()}
                </tr>
            </tfoot>
        }
    });
    let rows = matrix.rows.into_iter().map(|(group, cells)| {
        let cells = cells.into_iter().map(|cell| {
            let words = text_by(move |locale| {
                cell.iter().map(|span| span_words(locale, *span)).collect::<Vec<_>>().join(" / ")
            });
            view! { <td class="align-text-right">{words}</td> }
        });
        view! {
            <tr>
                <th scope="row" lang=lang>{group}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let headings =
        headings.into_iter().map(|words| view! { <th scope="col" class="align-text-right">{words}</th> });
    view! {
        <div class="figures">
            <div class="table--responsive-scroll" tabindex="0" role="region" aria-label=caption>
                <table class="table">
                    <caption>{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{text!(register.group)}</th>
                            {headings.collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    {totals}
                </table>
            </div>
            <BarChart label=label groups=bars most=most/>
        </div>
        <Sources sources=sources/>
    }
}

/// Who says so.
#[component]
pub(super) fn Sources(sources: Vec<String>) -> impl IntoView {
    let lang = danish();
    (!sources.is_empty()).then(|| {
        view! {
            <p class="small-text">{text!(register.source)} ": " <span lang=lang>{sources.join(" · ")}</span></p>
        }
    })
}

/// The sources of rows, each once.
pub(super) fn sources(rows: &[Row]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for row in rows {
        let source = match &row.form {
            RegisterForm::PopulationFigure(form) => form.source.clone(),
            RegisterForm::ExpectedIntake(form) => form.source.clone(),
            RegisterForm::SupportFigure(form) => form.source.clone(),
            _ => None,
        };
        if let Some(source) = source.filter(|source| !all.contains(source)) {
            all.push(source);
        }
    }
    all
}

/// Each figure by itself, where it may be changed: a cell of the table has no room for that.
#[component]
fn Each(rows: Vec<Row>, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    tools.map(|tools| {
        let rows = rows.into_iter().map(|row| {
            let title = row.title.clone();
            view! {
                <li class="listed-row">
                    <span lang=lang>{title}</span>
                    <div class="row-tools">{tools.run(row)}</div>
                </li>
            }
        });
        view! { <ul class="nobullet-list listed-rows">{rows.collect_view()}</ul> }
    })
}
