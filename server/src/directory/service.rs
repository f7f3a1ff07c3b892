//! What a person can do with a directory: open it, look things up in it. One function each:
//! authorise, then answer from the read model.

use std::sync::Arc;

use ::search::{Hit, Match, Plan, national_digits, nearest, words};

use super::facets::{Counts, Filter, Judge};
use super::{ContactEntry, Directory, search};
use crate::access::{Action, Subject};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::ids::NodeId;

/// Opens every municipality's directory.
///
/// # Errors
/// What the policy says.
pub fn open_all(ctx: &Ctx) -> Result<Vec<Arc<Directory>>> {
    ctx.authorize(Action::MunicipalityRead, Subject::Installation)?;
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    Ok(ctx.app().directories().all())
}

/// Opens the directory of the municipality with this slug; `None` where there is none.
///
/// # Errors
/// What the policy says.
pub fn open(ctx: &Ctx, slug: &str) -> Result<Option<Arc<Directory>>> {
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    Ok(ctx.app().directories().by_slug(slug))
}

/// Finds the directory that holds the thing with this key, and the thing's place in it.
///
/// # Errors
/// What the policy says.
pub fn find_node(ctx: &Ctx, id: NodeId) -> Result<Option<(Arc<Directory>, usize)>> {
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    let place_in = |directory: &Directory| match id {
        NodeId::Municipality(id) => (directory.municipality.id == id).then_some(0),
        NodeId::Theme(id) => directory.theme(id),
        NodeId::TargetGroup(id) => directory.target_group(id),
        NodeId::Organisation(id) => directory.organisation(id),
        NodeId::Contact(id) => directory.contact(id).filter(|at| may_see(ctx, &directory.contacts[*at])),
        NodeId::Service(id) => directory.service(id),
        NodeId::Concept(id) => directory
            .concept(id)
            .filter(|_| ctx.may(Action::DirectoryWrite, Subject::Municipality(directory.municipality.id))),
    };
    if let NodeId::Municipality(id) = id {
        return Ok(ctx.app().directories().by_id(id).map(|directory| (directory, 0)));
    }
    let found = ctx.app().directories().all().into_iter().find_map(|directory| {
        let at = place_in(&directory)?;
        Some((directory, at))
    });
    Ok(found)
}

/// Services that answer a search and a filter.
pub struct FoundServices {
    directory: Arc<Directory>,
    plan: Option<Plan>,
    query: String,
    filter: Filter,
    /// What the search alone found, in order.
    searched: Vec<usize>,
    /// What the filter left of it, in order.
    pub found: Vec<usize>,
}

/// Looks services up by words and filter: by rank where words are given, else by the alphabet.
/// Closed services are left out.
///
/// # Errors
/// What the policy says; the index's.
pub fn find_services(
    ctx: &Ctx,
    directory: &Arc<Directory>,
    query: Option<&str>,
    filter: Filter,
) -> Result<FoundServices> {
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    let query = query.map(str::trim).filter(|query| !query.is_empty()).unwrap_or_default();
    let plan = if query.is_empty() { None } else { Some(directory.search.plan(query)?) };
    let searched: Vec<usize> = match &plan {
        None => directory.listed.clone(),
        Some(plan) => in_order(directory, weigh_ages(directory, directory.search.hits(plan), plan.age)),
    };
    let found = if filter.is_empty() {
        searched.clone()
    } else {
        let judge = Judge::new(directory, &filter, ctx.now());
        searched.iter().copied().filter(|at| judge.passes(*at)).collect()
    };
    Ok(FoundServices { directory: directory.clone(), plan, query: query.to_owned(), filter, searched, found })
}

/// Where an age was told, what is meant for it comes forward and what does not take it falls back.
fn weigh_ages(directory: &Directory, mut hits: Vec<Hit>, age: Option<i32>) -> Vec<Hit> {
    let Some(age) = age else { return hits };
    for hit in &mut hits {
        let row = &directory.services[hit.service].row;
        let fits =
            row.minimum_age.is_none_or(|min| min <= age) && row.maximum_age.is_none_or(|max| age <= max);
        let names_ages = row.minimum_age.is_some() || row.maximum_age.is_some();
        hit.score *= if !fits {
            0.4
        } else if names_ages {
            1.5
        } else {
            1.0
        };
    }
    hits
}

/// The hits that are not closed, by score; equal ones with the whole before its parts.
fn in_order(directory: &Directory, mut hits: Vec<Hit>) -> Vec<usize> {
    let is_open =
        |at: usize| directory.services[at].row.status != entity::directory::values::ServiceStatus::Closed;
    hits.retain(|hit| is_open(hit.service));
    hits.sort_by(|a, b| {
        let is_part = |hit: &Hit| directory.services[hit.service].parent.is_some();
        b.score.total_cmp(&a.score).then(is_part(a).cmp(&is_part(b))).then(a.service.cmp(&b.service))
    });
    hits.into_iter().map(|hit| hit.service).collect()
}

impl FoundServices {
    /// The directory they stand in.
    pub fn directory(&self) -> &Arc<Directory> {
        &self.directory
    }

    /// The filter they passed.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The slugs of the services found, in order.
    pub fn slugs(&self) -> impl Iterator<Item = &str> {
        self.found.iter().map(|at| self.directory.services[*at].row.slug.as_str())
    }

    /// How many there would be by each value of each facet.
    pub fn counts(&self, ctx: &Ctx) -> Counts {
        Judge::new(&self.directory, &self.filter, ctx.now()).count(self.searched.iter().copied())
    }

    /// Why this service matched the words.
    pub fn explain(&self, service: usize) -> Vec<Match> {
        let Some(plan) = &self.plan else { return Vec::new() };
        let document = search::document(&self.directory, &self.directory.services[service]);
        self.directory.search.explain(service, &document, plan)
    }

    /// Words to try, where the search found nothing.
    pub fn suggestions(&self) -> Vec<String> {
        if self.nothing_found() { self.directory.search.suggestions(&self.query) } else { Vec::new() }
    }

    /// Services whose names come near, where the search found nothing.
    pub fn nearest(&self) -> Vec<usize> {
        if !self.nothing_found() {
            return Vec::new();
        }
        let names = |at: &usize| {
            let row = &self.directory.services[*at].row;
            (*at, std::iter::once(&row.name).chain(&row.alternate_names.0).map(String::as_str))
        };
        nearest(self.directory.listed.iter().map(names), &self.query)
    }

    fn nothing_found(&self) -> bool {
        self.plan.is_some() && self.searched.is_empty()
    }
}

/// Whether the actor may see the contact.
pub(crate) fn may_see(ctx: &Ctx, contact: &ContactEntry) -> bool {
    ctx.may(Action::ContactRead, Subject::contact(contact.row.municipality_id, contact.row.visibility))
}

/// Looks organisations up by the beginnings of the words of their names; all of them without words.
///
/// # Errors
/// What the policy says.
pub fn find_organisations(ctx: &Ctx, directory: &Directory, query: Option<&str>) -> Result<Vec<usize>> {
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    let asked = Asked::new(query);
    let matches = |at: &usize| {
        let row = &directory.organisations[*at].row;
        asked.is_answered_by(std::iter::once(&row.name).chain(&row.alternate_names.0).map(String::as_str))
    };
    Ok((0..directory.organisations.len()).filter(matches).collect())
}

/// Looks contacts up: those whose name, title, unit or number is asked for; where there are none, those of the
/// services that the words find. All of them, by name, without words.
///
/// # Errors
/// What the policy says; the index's.
pub fn find_contacts(ctx: &Ctx, directory: &Arc<Directory>, query: Option<&str>) -> Result<Vec<usize>> {
    ctx.authorize(Action::DirectoryRead, Subject::Published)?;
    let asked = Asked::new(query);
    let seen = |at: &usize| may_see(ctx, &directory.contacts[*at]);
    let mut found: Vec<usize> = (0..directory.contacts.len())
        .filter(|at| {
            let contact = &directory.contacts[*at];
            let row = &contact.row;
            let texts = [Some(&row.name), row.title.as_ref(), row.department.as_ref()].into_iter().flatten();
            let unit = &directory.organisations[contact.organisation].row.name;
            let numbers = contact.reach.phones.iter().map(|phone| phone.number.as_str());
            asked.is_answered_by(texts.chain([unit]).map(String::as_str)) || asked.is_number_of(numbers)
        })
        .filter(seen)
        .collect();
    if found.is_empty() && !asked.words.is_empty() {
        let services = find_services(ctx, directory, query, Filter::default())?.found;
        for service in services.into_iter().take(10) {
            for (contact, _) in &directory.services[service].contacts {
                if !found.contains(contact) && seen(contact) {
                    found.push(*contact);
                }
            }
        }
    }
    Ok(found)
}

/// Words asked for, to be held against short texts such as names.
struct Asked {
    words: Vec<String>,
    digits: String,
}

impl Asked {
    fn new(query: Option<&str>) -> Self {
        let query = query.unwrap_or_default();
        let digits = national_digits(query);
        Self { words: words(query).into_iter().map(|word| word.surface).collect(), digits }
    }

    /// Whether every word asked for begins some word of the texts.
    fn is_answered_by<'t>(&self, texts: impl Iterator<Item = &'t str>) -> bool {
        let said: Vec<String> = texts.flat_map(words).map(|word| word.surface).collect();
        self.words.iter().all(|asked| said.iter().any(|word| word.starts_with(asked)))
    }

    fn is_number_of<'n>(&self, mut numbers: impl Iterator<Item = &'n str>) -> bool {
        self.digits.len() >= 4 && numbers.any(|number| number.contains(&self.digits))
    }
}
