//! What a file would change, held against the directory: pure, so that it can be worked out as often as is wanted.

use std::collections::{HashMap, HashSet};

use entity::directory::values::EntryKind;
use entity::ids::PersonId;

use super::report::{Flaw, Report};
use super::work::Progress;
use crate::directory::Directory;
use crate::directory::forms::Form;
use crate::directory::rules::slug;
use crate::error::{Refusal, RefusalCode};
use crate::ids::NodeId;

/// An entry of a file.
pub(super) struct Line {
    /// The line of the spreadsheet, or the number of the entry.
    pub number: usize,
    /// The entry's key; none for a new one that has not got any.
    pub id: Option<NodeId>,
    /// What kind of entry it is of.
    pub kind: EntryKind,
    /// What it is called; empty where that can't be read.
    pub name: String,
    /// What it says, or what is wrong with it.
    pub form: Result<Form, Vec<Flaw>>,
}

/// What is to be written: the entries with something new to say.
#[derive(Default)]
pub(super) struct Plan {
    /// Entries that are there.
    pub updates: Vec<(NodeId, Form)>,
    /// New ones, each after what it refers to.
    pub inserts: Vec<(Option<NodeId>, Form)>,
}

/// Works out what the lines would change. `people` are those who may look after an entry.
pub(super) fn plan(
    directory: &Directory,
    lines: Vec<Line>,
    people: &HashSet<PersonId>,
    progress: &Progress,
) -> (Plan, Report) {
    let (mut plan, mut report) = (Plan::default(), Report::default());
    // Entries may refer to others that come with the same file.
    let coming: HashMap<String, EntryKind> = lines
        .iter()
        .filter_map(|line| Some((line.id?.to_string(), line.form.as_ref().ok()?.kind())))
        .collect();
    let (mut seen, mut slugs) = (HashSet::new(), HashSet::new());
    for Line { number, id, kind, name, form } in lines {
        progress.step();
        let mut refuse = |flaws: Vec<Flaw>| report.refuse(number, kind, &name, flaws);
        let form = match form {
            Ok(form) => form,
            Err(flaws) => {
                refuse(flaws);
                continue;
            }
        };
        if let Some(id) = id
            && !seen.insert(id)
        {
            refuse(vec![Refusal::new(RefusalCode::Taken, "", "This entry stands in the file twice.").into()]);
            continue;
        }
        // White space that stands there from before is no change.
        let held = id.and_then(|id| Form::of(directory, id)).map(|(form, _)| form.tidied());
        if held.as_ref() == Some(&form) {
            report.unchanged += 1;
            continue;
        }
        let own = id.filter(|_| held.is_some());
        let mut refusals = form.check(directory, own);
        refusals.retain(|refusal| !is_coming(refusal, &form, &coming));
        if let Form::Service(service) = &form
            && service.owner().is_some_and(|owner| !people.contains(&owner))
        {
            let message = "The owner has to be one of the municipality's people.";
            refusals.push(Refusal::new(RefusalCode::NotFound, "ownerId", message));
        }
        // Contacts have no address of their own, and many are called the same.
        let is_named_apart = kind != EntryKind::Contact;
        if held.is_none() && is_named_apart && !slugs.insert((kind, slug::of(form.name(), "", |_| false))) {
            let message = "Another new entry of the file has the same name.";
            refusals.push(Refusal::new(RefusalCode::Taken, "name", message));
        }
        if !refusals.is_empty() {
            let json = form.to_json();
            refuse(refusals.into_iter().map(|refusal| Flaw::of_form(refusal, &json)).collect());
            continue;
        }
        report.change(directory, number, &form, held.as_ref());
        match (id, held) {
            (Some(id), Some(_)) => {
                report.updated += 1;
                plan.updates.push((id, form));
            }
            (id, _) => {
                report.created += 1;
                plan.inserts.push((id, form));
            }
        }
    }
    plan.inserts = in_order(plan.inserts);
    (plan, report)
}

/// Whether what is missing comes with the same file.
fn is_coming(refusal: &Refusal, form: &Form, coming: &HashMap<String, EntryKind>) -> bool {
    if refusal.code != RefusalCode::NotFound {
        return false;
    }
    let json = form.to_json();
    let pointer = format!("/{}", refusal.field.replace('.', "/"));
    let referred = json.pointer(&pointer).and_then(|value| value.as_str());
    let is_of_kind = |kind: &EntryKind| match refusal.field.split('.').next() {
        Some("organisationId") => *kind == EntryKind::Organisation,
        Some("themeIds") => *kind == EntryKind::Theme,
        Some("targetGroupIds") => *kind == EntryKind::TargetGroup,
        Some("contacts") => *kind == EntryKind::Contact,
        Some("parentId") => *kind == form.kind(),
        _ => false,
    };
    referred.and_then(|id| coming.get(id)).is_some_and(is_of_kind)
}

/// New entries, each after those it refers to: kinds in their order, wholes before their parts.
fn in_order(inserts: Vec<(Option<NodeId>, Form)>) -> Vec<(Option<NodeId>, Form)> {
    let rank = |form: &Form| match form.kind() {
        EntryKind::Theme => 0,
        EntryKind::TargetGroup => 1,
        EntryKind::Organisation => 2,
        EntryKind::Contact => 3,
        EntryKind::Service => 4,
        EntryKind::Concept => 5,
    };
    let parent = |form: &Form| match form {
        Form::Organisation(form) => form.parent_id.as_ref().map(|id| id.to_string()),
        Form::Service(form) => form.parent_id.as_ref().map(|id| id.to_string()),
        _ => None,
    };
    let parents: HashMap<String, Option<String>> =
        inserts.iter().filter_map(|(id, form)| Some(((*id)?.to_string(), parent(form)))).collect();
    let depth = |form: &Form| {
        let (mut depth, mut above) = (0, parent(form));
        // More levels than entries would be a circle.
        while let Some(next) = above.take().filter(|_| depth <= parents.len()) {
            above = parents.get(&next).cloned().flatten();
            depth += 1;
        }
        depth
    };
    let mut ranked: Vec<_> = inserts.into_iter().map(|one| ((rank(&one.1), depth(&one.1)), one)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, one)| one).collect()
}
