//! The state of the search field on the start page: what is typed, what is offered, and which offer the arrow keys
//! point at (WAI-ARIA combobox with a list). It draws nothing.

use std::time::Duration;

use leptos::prelude::*;

use crate::api::{Api, Remote, remote};
use crate::directory::here::Here;
use crate::directory::queries::hits::{self, SuggestionEdge, SuggestionsConnection};
use crate::directory::search::Search;
use crate::routes;

/// How long after the last letter the server is asked.
const PAUSE: Duration = Duration::from_millis(150);

/// From how many letters on.
const LETTERS: usize = 2;

/// What can be chosen in the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Offer {
    /// A service.
    Service(Box<SuggestionEdge>),
    /// A word near what was typed.
    Word(String),
    /// The whole list, with so many hits.
    All(i32),
}

/// The combobox; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Combobox {
    here: Here,
    /// What is typed.
    pub(crate) typed: RwSignal<String>,
    /// Whether the list may show.
    pub(crate) wants_list: RwSignal<bool>,
    /// Which offer the arrow keys point at.
    pub(crate) active: RwSignal<Option<usize>>,
    answer: Remote<Option<SuggestionsConnection>>,
    asked: RwSignal<String>,
}

impl Combobox {
    /// A new one, with what was typed before.
    pub(crate) fn begin(api: Api, here: Here, typed: String) -> Self {
        let asked = RwSignal::new(String::new());
        let answer = remote(api, move || {
            let (slug, text) = (here.slug(), asked.get());
            let question = format!("{slug} {text}");
            let is_enough = text.chars().count() >= LETTERS;
            let answer = async move {
                if !is_enough {
                    return Ok(None);
                }
                let answer = api.ask(hits::suggestions(slug, text)).await?;
                Ok(answer.municipality.map(|municipality| municipality.services))
            };
            (question, answer)
        });
        Self {
            here,
            typed: RwSignal::new(typed),
            wants_list: RwSignal::new(false),
            active: RwSignal::new(None),
            answer,
            asked,
        }
    }

    /// What to do for each letter typed.
    pub(crate) fn on_typed(self) -> impl FnMut(String) + 'static {
        let mut ask_later = debounce(PAUSE, move |text: String| {
            let _ = self.asked.try_set(text.trim().to_owned());
        });
        move |text| {
            self.typed.set(text.clone());
            self.active.set(None);
            self.wants_list.set(true);
            ask_later(text);
        }
    }

    /// What is offered now.
    pub(crate) fn offers(self) -> Vec<Offer> {
        let Some(answer) = self.answer.known() else { return Vec::new() };
        let Some(answer) = answer.as_ref() else { return Vec::new() };
        let services = answer.edges.iter().map(|edge| Offer::Service(Box::new(edge.clone())));
        let words = answer.suggestions.iter().take(4).cloned().map(Offer::Word);
        let all = (answer.total_count > 0).then_some(Offer::All(answer.total_count));
        services.chain(words).chain(all).collect()
    }

    /// How many hits there are; `None` while nothing is asked.
    pub(crate) fn total(self) -> Option<i32> {
        self.answer.known()?.as_ref().as_ref().map(|answer| answer.total_count)
    }

    /// What was asked last.
    pub(crate) fn asked(self) -> String {
        self.asked.get()
    }

    /// Whether the list shows.
    pub(crate) fn is_open(self) -> bool {
        self.wants_list.get() && self.total().is_some()
    }

    /// Points at the next offer (`1`) or the one before (`-1`), round and round by way of the field.
    pub(crate) fn step(self, by: isize) {
        let count = self.offers().len() as isize;
        self.wants_list.set(true);
        if count > 0 {
            self.active.update(|active| *active = stepped(*active, by, count));
        }
    }

    /// Where an offer leads.
    pub(crate) fn address(self, offer: &Offer) -> String {
        let slug = self.here.slug_untracked();
        match offer {
            Offer::Service(edge) => routes::service(&slug, &edge.node.slug),
            Offer::Word(word) => routes::services(&slug, &Search::of_text(word).query(1)),
            Offer::All(_) => self.list_address(),
        }
    }

    /// The list of all that is typed.
    pub(crate) fn list_address(self) -> String {
        let search = Search::of_text(&self.typed.get_untracked());
        routes::services(&self.here.slug_untracked(), &search.query(1))
    }
}

/// The index one step on; `None` is the field itself.
fn stepped(active: Option<usize>, by: isize, count: isize) -> Option<usize> {
    let place = active.map_or(0, |index| index as isize + 1);
    let next = (place + by).rem_euclid(count + 1);
    (next > 0).then(|| (next - 1) as usize)
}

#[cfg(test)]
mod tests {
    use super::stepped;

    #[test]
    fn steps_go_round_by_way_of_the_field() {
        assert_eq!(stepped(None, 1, 3), Some(0));
        assert_eq!(stepped(Some(2), 1, 3), None);
        assert_eq!(stepped(None, -1, 3), Some(2));
        assert_eq!(stepped(Some(0), -1, 3), None);
    }
}
