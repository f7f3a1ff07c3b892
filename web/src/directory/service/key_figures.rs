//! Figures with their year and source, as a table. Charts over time come with the statistics, not here.

use leptos::prelude::*;

use crate::directory::queries::service::KeyFigure;
use crate::format::number;
use crate::language::{Locale, danish, text_by};
use crate::text;

/// The figures; nothing if there are none.
#[component]
pub(crate) fn KeyFigures(figures: Vec<KeyFigure>) -> impl IntoView {
    let lang = danish();
    (!figures.is_empty()).then(|| {
        let rows = figures.into_iter().map(|figure| {
            let source = figure.source.clone().unwrap_or_default();
            let label = figure.label.clone();
            let year = figure.year;
            view! {
                <tr>
                    <th scope="row" lang=lang>{label}</th>
                    <td lang=lang>{text_by(move |locale| shown(locale, &figure))}</td>
                    <td>{year}</td>
                    <td lang=lang>{source}</td>
                </tr>
            }
        });
        view! {
            <div class="table--responsive-scroll" tabindex="0" role="region" aria-labelledby="figures">
                <table class="table key-figures">
                    <caption id="figures">{text!(service.figures)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{text!(service.figure_what)}</th>
                            <th scope="col">{text!(service.figure_number)}</th>
                            <th scope="col">{text!(service.figure_year)}</th>
                            <th scope="col">{text!(service.figure_source)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
    })
}

/// `cirka 200–250 borgere`.
fn shown(locale: Locale, figure: &KeyFigure) -> String {
    let mut out = number::shown(locale, figure.value);
    if let Some(to) = figure.value_to {
        out = format!("{out}–{}", number::shown(locale, to));
    }
    if let Some(unit) = &figure.unit {
        out = if unit == "%" { format!("{out} %") } else { format!("{out} {unit}") };
    }
    match &figure.description {
        Some(words) if words.chars().count() <= 12 => format!("{words} {out}"),
        Some(words) => format!("{out} ({words})"),
        None => out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_in_words() {
        let figure = KeyFigure {
            label: "Borgere i kontakt".into(),
            value: 1_200.0,
            value_to: Some(1_250.0),
            unit: Some("borgere".into()),
            year: 2024,
            description: Some("cirka".into()),
            source: None,
        };
        assert_eq!(shown(Locale::da, &figure), "cirka 1.200–1.250 borgere");
    }
}
