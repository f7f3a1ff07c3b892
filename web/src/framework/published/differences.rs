//! Differences between two versions of the framework, as one reads them: answers side by side with what went and what
//! came marked, rows and services field by field. Used for comparing editions and for deciding.

use leptos::prelude::*;

use super::field_words::{label, value};
use super::grouping::{Group, SectionDifferences, by_section};
use super::queries::comparison::FrameworkDifference;
use super::queries::values::DifferenceKind;
use super::word_diff::{Fate, Run, between};
use crate::editing::queries::history::ChangedField;
use crate::language::{danish, text_by};
use crate::text;

/// All differences under a heading for each section, with a word on how they are marked.
#[component]
pub(crate) fn AllDifferences(differences: Vec<FrameworkDifference>) -> impl IntoView {
    let sections = by_section(&differences).into_iter().map(|section| {
        let (id, title) = (format!("forskel-{}", section.section.slug()), section.section.title());
        view! {
            <section aria-labelledby=id.clone() class="framework-section">
                <h2 id=id.clone()>{title}</h2>
                <DifferencesOf section=section/>
            </section>
        }
    });
    view! {
        <Legend/>
        {sections.collect_view()}
    }
}

/// How what went and what came is marked.
#[component]
pub(crate) fn Legend() -> impl IntoView {
    view! {
        <p class="small-text diff-legend">
            <del>{icon_less()} {text!(framework.legend_removed)}</del>
            <ins>{icon_more()} {text!(framework.legend_added)}</ins>
        </p>
    }
}

/// What differs in a section, by question. Headings begin at `h3`.
#[component]
pub(crate) fn DifferencesOf(section: SectionDifferences) -> impl IntoView {
    section.groups.into_iter().map(|group| view! { <Under group=group/> }).collect_view()
}

#[component]
fn Under(group: Group) -> impl IntoView {
    let question = group.differences.first().and_then(FrameworkDifference::question);
    let heading = match question {
        Some((title, lang)) => view! { <h3 class="h4" lang=lang>{title}</h3> }.into_any(),
        None => view! { <h3 class="h4">{text!(framework.services)}</h3> }.into_any(),
    };
    let differences = group.differences.into_iter().map(|one| match one.kind {
        DifferenceKind::Answer => view! { <Answer one=one/> }.into_any(),
        DifferenceKind::Row | DifferenceKind::Service => view! { <Row one=one/> }.into_any(),
    });
    view! {
        <div class="difference-group">
            {heading}
            {differences.collect_view()}
        </div>
    }
}

/// An answer, before and after.
#[component]
fn Answer(one: FrameworkDifference) -> impl IntoView {
    let lang = danish();
    let answer = one.fields.into_iter().find(|field| field.field == "answer");
    let (before, after) = answer.map_or((None, None), |field| (field.before, field.after));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    if before.trim().is_empty() || after.trim().is_empty() {
        let (is_new, words) = if before.trim().is_empty() { (true, after) } else { (false, before) };
        return view! {
            <p class="difference-kind">
                {if is_new { text!(framework.answer_new) } else { text!(framework.answer_gone) }}
            </p>
            <div class="version" lang=lang>
                {if is_new {
                    view! { <ins>{words}</ins> }.into_any()
                } else {
                    view! { <del>{words}</del> }.into_any()
                }}
            </div>
        }
        .into_any();
    }
    let runs = between(&before, &after);
    let side = |left_out: Fate| {
        let runs = runs.iter().filter(|run| run.fate != left_out).cloned().map(marked);
        runs.collect_view()
    };
    view! {
        <p class="difference-kind">{text!(framework.answer_changed)}</p>
        <div class="two-texts">
            <div>
                <h4 class="h6">{text!(framework.before)}</h4>
                <div class="version" lang=lang>{side(Fate::Added)}</div>
            </div>
            <div>
                <h4 class="h6">{text!(framework.after)}</h4>
                <div class="version" lang=lang>{side(Fate::Removed)}</div>
            </div>
        </div>
    }
    .into_any()
}

/// Words with a sign before them and a word for those who don't see it.
fn marked(run: Run) -> AnyView {
    match run.fate {
        Fate::Stayed => run.text.into_any(),
        Fate::Removed => {
            let (words, gap) = apart(&run.text);
            view! {
                <del>{icon_less()} <span class="sr-only">{text!(framework.removed)} " "</span> {words}</del>
                {gap}
            }
            .into_any()
        }
        Fate::Added => {
            let (words, gap) = apart(&run.text);
            view! {
                <ins>{icon_more()} <span class="sr-only">{text!(framework.added)} " "</span> {words}</ins>
                {gap}
            }
            .into_any()
        }
    }
}

/// The words, and the white space behind them, which is neither struck out nor underlined.
fn apart(text: &str) -> (String, String) {
    let words = text.trim_end();
    (words.to_owned(), text[words.len()..].to_owned())
}

fn icon_less() -> impl IntoView {
    view! { <span class="diff-sign" aria-hidden="true">"−"</span> }
}

fn icon_more() -> impl IntoView {
    view! { <span class="diff-sign" aria-hidden="true">"+"</span> }
}

/// A row of a register or a service, field by field.
#[component]
fn Row(one: FrameworkDifference) -> impl IntoView {
    let lang = danish();
    let what = match (one.was_there, one.is_there) {
        (true, true) => text!(framework.row_changed),
        (false, _) => text!(framework.row_new),
        (true, false) => text!(framework.row_gone),
    };
    // Keys of organisations say nothing to a reader; their names stand beside them.
    let fields = one.fields.into_iter().filter(|field| !field.field.ends_with("organisationId"));
    let rows = fields.map(|field| view! { <FieldRow field=field/> }).collect_view();
    view! {
        <div class="difference">
            <h4 class="h5"><span lang=lang>{one.name}</span> " " <span class="difference-kind">{what}</span></h4>
            <table class="table table--responsive-headers differences">
                <thead>
                    <tr>
                        <th scope="col">{text!(framework.field)}</th>
                        <th scope="col">{text!(framework.before)}</th>
                        <th scope="col">{text!(framework.after)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn FieldRow(field: ChangedField) -> impl IntoView {
    let lang = danish();
    let name = field.field.clone();
    let told = |text: Option<String>| {
        let name = field.field.clone();
        text_by(move |locale| match &text {
            Some(text) => value(locale, &name, text),
            None => String::from("–"),
        })
    };
    let (before, after) = (told(field.before), told(field.after));
    view! {
        <tr>
            <th scope="row" data-title=text!(framework.field)>
                {text_by(move |locale| label(locale, &name))}
            </th>
            <td class="version" data-title=text!(framework.before) lang=lang>{before}</td>
            <td class="version" data-title=text!(framework.after) lang=lang>{after}</td>
        </tr>
    }
}
