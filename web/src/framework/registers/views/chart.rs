//! Bars that lie on their side, drawn by us. The words are HTML, so that they wrap and keep their size on a phone; the bars
//! are SVG. What is uncertain has a broken outline: form, not colour.

use leptos::prelude::*;

use super::matrix::{Span, scale, share};
use crate::format::number;
use crate::language::{Locale, Text, danish, text_by};

/// The bars of a group.
pub(super) struct Bars {
    /// The group.
    pub(super) group: String,
    /// What each bar is of, and how long it is.
    pub(super) bars: Vec<(Text, Span)>,
}

/// `45–50`.
pub(super) fn span_words(locale: Locale, span: Span) -> String {
    let from = number::shown(locale, span.from);
    match span.to {
        Some(to) => format!("{from}–{}", number::shown(locale, to)),
        None => from,
    }
}

/// The chart. It is a picture to those who don't see it: the table beside it has the same figures.
#[component]
pub(super) fn BarChart(
    /// What the picture shows.
    label: Text,
    groups: Vec<Bars>,
    /// The largest figure.
    most: f64,
) -> impl IntoView {
    let lang = danish();
    let (end, step) = scale(most);
    let marks: Vec<f64> = (1..).map(|at| f64::from(at) * step).take_while(|mark| *mark < end).collect();
    let marks = StoredValue::new(marks);
    let groups = groups.into_iter().map(|Bars { group, bars }| {
        let bars = bars.into_iter().map(|(name, span)| {
            let words = text_by(move |locale| span_words(locale, span));
            let grid = marks.get_value().into_iter().map(|mark| {
                let x = percent(share(mark, end));
                view! { <line class="chart-mark" x1=x.clone() x2=x y1="0" y2="16"></line> }
            });
            let grid = grid.collect_view();
            let uncertain = span.to.map(|to| {
                let (x, most) = (share(span.from, end), share(to, end));
                view! {
                    <rect class="chart-uncertain" x=percent(x) y="2" width=percent(most - x) height="12"></rect>
                }
            });
            view! {
                <div class="chart-bar">
                    <span class="chart-name">{name}</span>
                    <svg width="100%" height="16" aria-hidden="true" focusable="false">
                        {grid}
                        <rect class="chart-sure" x="0" y="2" width=percent(share(span.from, end)) height="12"></rect>
                        {uncertain}
                    </svg>
                    <span class="chart-number">{words}</span>
                </div>
            }
        });
        view! {
            <div class="chart-group">
                <p class="chart-label" lang=lang>{group}</p>
                {bars.collect_view()}
            </div>
        }
    });
    view! {
        <div class="chart" role="img" aria-label=label>
            {groups.collect_view()}
        </div>
    }
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_in_words() {
        assert_eq!(span_words(Locale::da, Span::new(1_200.0, Some(1_250.0))), "1.200–1.250");
        assert_eq!(span_words(Locale::en, Span::new(45.0, None)), "45");
    }
}
