//! Facts: how many it holds, what it costs, which paragraphs it rests on, which languages are spoken, the figures.

use leptos::prelude::*;

use super::key_figures::KeyFigures;
use crate::directory::queries::service::{Capacity, CostOption, LegalBasis, Service};
use crate::format::{number, words};
use crate::language::{Locale, Text, danish, td_string, text_by};
use crate::text;
use crate::ui::paragraphs::Paragraphs;

/// The facts there are; nothing if there are none.
#[component]
pub(crate) fn Facts(service: Service) -> impl IntoView {
    let facts = [
        price_fact(service.cost_options, service.fees_description),
        capacity_fact(service.capacities),
        language_fact(service.languages),
        service
            .interpretation_services
            .map(|words| fact(text!(service.interpreter), view! { <Paragraphs text=words/> }.into_any())),
        legal_fact(service.legal_basis),
    ];
    let facts: Vec<AnyView> = facts.into_iter().flatten().collect();
    let has_facts = !facts.is_empty();
    (has_facts || !service.key_figures.is_empty()).then(|| {
        view! {
            <section aria-labelledby="facts">
                <h2 id="facts">{text!(service.facts)}</h2>
                {has_facts.then(|| view! { <dl class="answers">{facts}</dl> })}
                <KeyFigures figures=service.key_figures/>
            </section>
        }
    })
}

/// A fact: its name and what it is.
fn fact(name: Text, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

fn price_fact(costs: Vec<CostOption>, fees: Option<String>) -> Option<AnyView> {
    let lang = danish();
    if costs.is_empty() && fees.is_none() {
        return None;
    }
    let lines = costs.into_iter().map(|cost| {
        let (amount, currency) = (cost.amount, cost.currency);
        view! {
            <p>
                {text_by(move |locale| price(locale, amount, &currency))}
                {cost.description.map(|words| view! { <span lang=lang>" – " {words}</span> })}
            </p>
        }
    });
    let value = view! {
        {lines.collect_view()}
        {fees.map(|fees| view! { <Paragraphs text=fees/> })}
    };
    Some(fact(text!(service.price), value.into_any()))
}

fn capacity_fact(capacities: Vec<Capacity>) -> Option<AnyView> {
    let lang = danish();
    if capacities.is_empty() {
        return None;
    }
    let lines = capacities.into_iter().map(|capacity| {
        let maximum = f64::from(capacity.maximum);
        let more = capacity.description.map(|words| format!(" – {words}")).unwrap_or_default();
        view! {
            <p>
                {text_by(move |locale| number::shown(locale, maximum))} " "
                <span lang=lang>{format!("{}{more}", capacity.unit)}</span>
            </p>
        }
    });
    Some(fact(text!(service.capacity), lines.collect_view().into_any()))
}

fn language_fact(codes: Vec<String>) -> Option<AnyView> {
    if codes.is_empty() {
        return None;
    }
    let spoken = text_by(move |locale| language_names(locale, &codes));
    Some(fact(text!(service.languages), view! { <p>{spoken}</p> }.into_any()))
}

fn legal_fact(basis: Vec<LegalBasis>) -> Option<AnyView> {
    let lang = danish();
    if basis.is_empty() {
        return None;
    }
    let lines = basis.into_iter().map(|basis| {
        view! { <p lang=lang>{format!("{} {}", basis.act, basis.paragraph)}</p> }
    });
    Some(fact(text!(service.legal_basis), lines.collect_view().into_any()))
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
