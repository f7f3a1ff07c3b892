//! Facts: how many it holds, what it costs, which paragraphs it rests on, which languages are spoken, the figures.

use leptos::prelude::*;

use super::key_figures::KeyFigures;
use crate::directory::queries::service::{Capacity, CostOption, LegalBasis, Service};
use crate::format::{number, words};
use crate::language::{Locale, danish, td_string, text_by};
use crate::text;
use crate::ui::paragraphs::Paragraphs;

/// The facts there are; nothing if there are none.
#[component]
pub(crate) fn Facts(service: Service) -> impl IntoView {
    let has_price = !service.cost_options.is_empty() || service.fees_description.is_some();
    let has_languages = !service.languages.is_empty();
    let has_facts = has_price
        || has_languages
        || !service.capacities.is_empty()
        || !service.legal_basis.is_empty()
        || service.interpretation_services.is_some();
    (has_facts || !service.key_figures.is_empty()).then(|| {
        let languages = service.languages;
        let spoken = text_by(move |locale| language_names(locale, &languages));
        view! {
            <section aria-labelledby="facts">
                <h2 id="facts">{text!(service.facts)}</h2>
                {has_facts
                    .then(|| {
                        view! {
                            <dl class="answers">
                                {has_price
                                    .then(|| {
                                        view! {
                                            <div>
                                                <dt>{text!(service.price)}</dt>
                                                <dd>
                                                    <Costs costs=service.cost_options/>
                                                    {service.fees_description.map(|fees| view! { <Paragraphs text=fees/> })}
                                                </dd>
                                            </div>
                                        }
                                    })}
                                <Capacities capacities=service.capacities/>
                                {has_languages
                                    .then(|| {
                                        view! {
                                            <div>
                                                <dt>{text!(service.languages)}</dt>
                                                <dd><p>{spoken}</p></dd>
                                            </div>
                                        }
                                    })}
                                {service
                                    .interpretation_services
                                    .map(|interpreter| {
                                        view! {
                                            <div>
                                                <dt>{text!(service.interpreter)}</dt>
                                                <dd><Paragraphs text=interpreter/></dd>
                                            </div>
                                        }
                                    })}
                                <LegalBases basis=service.legal_basis/>
                            </dl>
                        }
                    })}
                <KeyFigures figures=service.key_figures/>
            </section>
        }
    })
}

#[component]
fn Costs(costs: Vec<CostOption>) -> impl IntoView {
    let lang = danish();
    let lines = costs.into_iter().map(|cost| {
        let (amount, currency) = (cost.amount, cost.currency);
        view! {
            <p>
                {text_by(move |locale| price(locale, amount, &currency))}
                {cost.description.map(|words| view! { <span lang=lang>" – " {words}</span> })}
            </p>
        }
    });
    lines.collect_view()
}

#[component]
fn Capacities(capacities: Vec<Capacity>) -> impl IntoView {
    let lang = danish();
    (!capacities.is_empty()).then(|| {
        let lines = capacities.into_iter().map(|capacity| {
            let maximum = f64::from(capacity.maximum);
            view! {
                <p>
                    {text_by(move |locale| number::shown(locale, maximum))} " "
                    <span lang=lang>{capacity.unit} {capacity.description.map(|words| format!(" – {words}"))}</span>
                </p>
            }
        });
        view! {
            <div>
                <dt>{text!(service.capacity)}</dt>
                <dd>{lines.collect_view()}</dd>
            </div>
        }
    })
}

#[component]
fn LegalBases(basis: Vec<LegalBasis>) -> impl IntoView {
    let lang = danish();
    (!basis.is_empty()).then(|| {
        let lines = basis.into_iter().map(|basis| {
            view! { <p lang=lang>{format!("{} {}", basis.act, basis.paragraph)}</p> }
        });
        view! {
            <div>
                <dt>{text!(service.legal_basis)}</dt>
                <dd>{lines.collect_view()}</dd>
            </div>
        }
    })
}

/// `20 kr.`
fn price(locale: Locale, amount: f64, currency: &str) -> String {
    if amount == 0.0 {
        return td_string!(locale, service.free).to_owned();
    }
    let amount = number::shown(locale, amount);
    match currency {
        "DKK" => td_string!(locale, service.kroner, amount = amount),
        _ => format!("{amount} {currency}"),
    }
}

/// The languages' names; a code without one stands as it is.
fn language_names(locale: Locale, codes: &[String]) -> String {
    let known = td_string!(locale, service.language_names);
    let name = |code: &String| {
        let names = known.split('|').filter_map(|pair| pair.split_once('='));
        names
            .into_iter()
            .find(|(key, _)| key == code)
            .map_or_else(|| code.clone(), |(_, name)| name.to_owned())
    };
    words::and_list(locale, &codes.iter().map(name).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_and_languages() {
        assert_eq!(price(Locale::da, 20.0, "DKK"), "20 kr.");
        assert_eq!(price(Locale::en, 1_200.5, "DKK"), "DKK 1,200.5");
        assert_eq!(price(Locale::da, 0.0, "DKK"), "Gratis");
        let codes = ["da".to_owned(), "kl".to_owned(), "xx".to_owned()];
        assert_eq!(language_names(Locale::da, &codes), "dansk, grønlandsk og xx");
    }
}
