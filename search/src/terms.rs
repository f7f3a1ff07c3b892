//! Where the thesaurus's terms of several words stand. “Boform for hjemløse” is one thing where its words stand
//! together, and a weak sign where a text speaks of homes here and of the homeless there.

use std::collections::HashMap;

use crate::postings::{Posting, Texts, posting_in};

/// How much a term of several words counts beside one word.
const TERM: f32 = 1.2;
/// What of it counts where its words stand scattered over the service.
const SCATTERED: f32 = 0.5;
/// So many words apart they still stand together.
const TOGETHER: usize = 4;

/// Where each stem of each service stands, counted through its texts.
pub(super) struct Places<'t>(HashMap<&'t str, Vec<(usize, usize)>>);

impl<'t> Places<'t> {
    /// Notes every word, and the parts of every compound.
    pub(super) fn of(texts: &'t Texts, split: &'t HashMap<String, Vec<String>>) -> Self {
        let mut places: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for service in 0..texts.services() {
            let mut at = 0;
            for (_, words) in texts.of(service) {
                for word in words {
                    at += 1;
                    let parts = split.get(&word.surface).into_iter().flatten();
                    for stem in parts.chain(std::iter::once(&word.stem)) {
                        places.entry(stem).or_default().push((service, at));
                    }
                }
                // What stands in two texts does not stand together.
                at += TOGETHER;
            }
        }
        Self(places)
    }

    fn of_stem(&self, stem: &str) -> &[(usize, usize)] {
        self.0.get(stem).map_or(&[], Vec::as_slice)
    }

    /// Whether all the stems stand together somewhere in the service.
    fn stand_together(&self, stems: &[String], service: usize) -> bool {
        let Some((first, others)) = stems.split_first() else { return false };
        let is_near = |stem: &String, at: usize| {
            let places = self.of_stem(stem);
            let from = places.partition_point(|place| *place < (service, at.saturating_sub(TOGETHER)));
            places.get(from).is_some_and(|place| *place <= (service, at + TOGETHER))
        };
        let places = self.of_stem(first);
        let from = places.partition_point(|(earlier, _)| *earlier < service);
        places[from..]
            .iter()
            .take_while(|(same, _)| *same == service)
            .any(|(_, at)| others.iter().all(|stem| is_near(stem, *at)))
    }
}

/// The services where all stems of a term stand, and how much that says.
pub(super) fn term(
    stems: &[String],
    postings: &HashMap<String, Box<[Posting]>>,
    places: &Places<'_>,
) -> Box<[Posting]> {
    let lists: Option<Vec<&[Posting]>> =
        stems.iter().map(|stem| postings.get(stem).map(|list| &**list)).collect();
    let Some(mut lists) = lists else { return Box::default() };
    lists.sort_by_key(|list| list.len());
    let Some((rarest, others)) = lists.split_first() else { return Box::default() };
    let in_all = rarest.iter().filter_map(|posting| {
        let says = |posting: &Posting| (posting.elsewhere > 0.0).then_some(posting.elsewhere);
        let in_others = others.iter().map(|list| posting_in(list, posting.service).and_then(says));
        let sum = says(posting)? + in_others.sum::<Option<f32>>()?;
        let bond = if places.stand_together(stems, posting.service) { 1.0 } else { SCATTERED };
        // Each word adds what it says; the term as a whole shall count as little more than one word.
        let elsewhere = sum * bond * TERM / stems.len() as f32;
        Some(Posting { service: posting.service, typed: elsewhere, elsewhere })
    });
    in_all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::MatchField;
    use crate::postings::postings;
    use crate::words::words;

    #[test]
    fn words_that_stand_together_say_more_than_scattered_ones() {
        let text = |text: &str| (MatchField::Description, words(text));
        let mut texts = Texts::default();
        texts.add([text("unge hjemløse")]);
        texts.add([text("unge"), text("hjemløse")]);
        texts.add([text("unge mennesker")]);
        let split = HashMap::new();
        let stems: Vec<String> = words("unge hjemløse").into_iter().map(|word| word.stem).collect();
        let found = term(&stems, &postings(&texts, &split), &Places::of(&texts, &split));
        let [together, scattered] = &*found else { panic!("{} services", found.len()) };
        assert_eq!((together.service, scattered.service), (0, 1));
        assert!(together.elsewhere > scattered.elsewhere);
    }
}
