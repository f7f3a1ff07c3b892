//! Proposals: those that a project leader decides, and one's own that wait.

use super::pile::{Pile, Section, Thing, way_to_all};
use super::queries::{DeskProposals, Proposal};
use super::waiting::waited;
use crate::clock;
use crate::counted;
use crate::language::{Text, text_by};
use crate::{routes, text};

/// Those to decide.
pub(super) fn to_decide(slug: &str, found: DeskProposals) -> Pile {
    let count = found.total_count;
    let heading = text_by(move |locale| counted!(locale, count, desk.decide_one, desk.decide_many));
    let doing = |one: &Proposal| if one.is_report() { text!(desk.decide_report) } else { text!(desk.decide) };
    pile(slug, found, heading, doing, text!(desk.decide_all))
}

/// One's own that wait.
pub(super) fn own(slug: &str, found: DeskProposals) -> Pile {
    let count = found.total_count;
    let heading = text_by(move |locale| counted!(locale, count, desk.own_one, desk.own_many));
    let doing = |one: &Proposal| if one.is_report() { text!(desk.own_report) } else { text!(desk.own) };
    pile(slug, found, heading, doing, text!(desk.own_all))
}

fn pile(slug: &str, found: DeskProposals, heading: Text, doing: fn(&Proposal) -> Text, all: Text) -> Pile {
    let href = routes::proposals(slug);
    let (count, shown) = (found.total_count, found.nodes.len());
    let things = found.nodes.into_iter().map(|one| {
        let (since, today) = (one.created_at.in_copenhagen().date, clock::today());
        let by = one.proposer_name.clone();
        let about = text_by(move |locale| match &by {
            Some(by) => format!("{by} · {}", waited(locale, since, today)),
            None => waited(locale, since, today),
        });
        Thing { doing: doing(&one), name: Some(one.subject_name), href: href.clone(), about, below: None }
    });
    let things = things.collect();
    let has_more = usize::try_from(count).is_ok_and(|count| count > shown);
    let below = has_more.then(|| way_to_all(all, href));
    Pile { section: Section::Waits, heading: Some(heading), things, below }
}
