//! How many get what help, and by which paragraph where that is told: a table.

use leptos::prelude::*;

use super::chart::span_words;
use super::figures::{Sources, sources};
use super::matrix::Span;
use super::rows::{Tools, beside};
use crate::framework::registers::queries::{RegisterForm, Row, SupportFigureForm};
use crate::language::{danish, text_by};
use crate::text;

/// The table; on narrow screens a card for each line.
#[component]
pub(super) fn Support(rows: Vec<Row>, tools: Option<Tools>) -> impl IntoView {
    let lang = danish();
    let sources = sources(&rows);
    // Where no line names a paragraph, there is no column for one.
    let names_paragraphs = rows.iter().any(|row| match &row.form {
        RegisterForm::SupportFigure(form) => form.paragraph.is_some(),
        _ => false,
    });
    let rows = rows.into_iter().filter_map(|row| {
        let RegisterForm::SupportFigure(form) = &row.form else { return None };
        let SupportFigureForm { paragraph, service_type, amount, amount_to, unit, period, .. } =
            (**form).clone();
        let number = text_by(move |locale| {
            let number = span_words(locale, Span::new(amount, amount_to));
            if unit == "%" { format!("{number} %") } else { format!("{number} {unit}") }
        });
        Some(view! {
            <tr>
                <th scope="row" data-title=text!(register.support_what) lang=lang>{service_type}</th>
                {names_paragraphs.then(|| {
                    let paragraph = paragraph.unwrap_or_else(|| "–".to_owned());
                    view! { <td data-title=text!(register.paragraph) lang=lang>{paragraph}</td> }
                })}
                <td data-title=text!(register.number) lang=lang>{number}</td>
                <td data-title=text!(register.period) lang=lang>{period}</td>
                {tools.map(|_| view! { <td>{beside(tools, &row)}</td> })}
            </tr>
        })
    });
    let rows = rows.collect_view();
    view! {
        <table class="table table-md-responsive-headers">
            <caption>{text!(register.support_caption)}</caption>
            <thead>
                <tr>
                    <th scope="col">{text!(register.support_what)}</th>
                    {names_paragraphs.then(|| view! { <th scope="col">{text!(register.paragraph)}</th> })}
                    <th scope="col">{text!(register.number)}</th>
                    <th scope="col">{text!(register.period)}</th>
                    {tools.map(|_| view! { <th scope="col"><span class="sr-only">{text!(register.change)}</span></th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <Sources sources=sources/>
    }
}
