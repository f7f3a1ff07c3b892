//! Reading: every field of every type, by every way that leads to it, as everybody.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tests::database::Kind;
use tests::shape::{Field, Shape};

use super::table::Table;
use super::ways::{self, Way};
use super::world::World;
use super::{Mark, Who, secrets};

/// What became of each field of the things at the end of a way.
type Marks = BTreeMap<String, Option<Mark>>;

#[tokio::test]
async fn who_may_read_what_sqlite() {
    proof(Kind::Sqlite).await;
}

#[tokio::test]
async fn who_may_read_what_postgres() {
    proof(Kind::Postgres).await;
}

async fn proof(kind: Kind) {
    let world = World::copy(kind).await;
    let shape = Shape::of(&world.api).await;
    let mut table = Table::default();
    let mut seen: BTreeSet<(Who, &str)> = BTreeSet::new();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    for way in [Way::root()].into_iter().chain(ways::all(&shape, &world.things)) {
        let mut by_who = Vec::new();
        for who in Who::ALL {
            let (marks, answers) = walk(&world, &shape, &way, who).await;
            // Whoever holds a link from a mail has it from their own mail box.
            let holds_link = way.steps.first().is_some_and(|step| step.starts_with("oneTimeLink"));
            let own = if holds_link { Some(secrets::MEMBER_EMAIL) } else { None };
            let given_away = secrets::given_away(&answers, who).filter(|secret| Some(*secret) != own);
            assert_eq!(given_away, None, "{} told {who:?}: {answers}", way.title);
            seen.extend(secrets::told(&answers).into_iter().map(|secret| (who, secret)));
            if marks.values().any(|mark| *mark == Some(Mark::Yes)) {
                reached.insert(way.to.clone());
            }
            by_who.push(marks);
        }
        let is_own = way.steps.first().is_some_and(|step| step == "viewer");
        for field in shape.get(&way.to).fields() {
            let marks: Vec<Option<Mark>> = by_who.iter().map(|marks| marks[&field.name]).collect();
            table.add(&way.to, &way.title, &field.name, settled(&marks, is_own));
        }
    }
    // Otherwise the proof would be content with showing nobody anything.
    for who in Who::ALL {
        for secret in secrets::readable_by(who) {
            let is_about_it = secret != secrets::FOREIGN;
            assert!(!is_about_it || seen.contains(&(who, secret)), "{who:?} nowhere finds {secret}");
        }
    }
    let objects = shape.types().filter(|of| of.kind == "OBJECT").map(|of| of.name.as_str());
    let answers = |name: &&str| name.ends_with("Payload") || *name == "Mutation";
    let unseen: Vec<&str> = objects.filter(|name| !answers(name) && !reached.contains(*name)).collect();
    // Nobody reads the mails in earnest; `mail/outbox.rs` does in a demo. The accounts of a demo are only there in one.
    // What was wrong with what was typed stands in payloads alone.
    assert_eq!(
        unseen,
        ["DemoAccount", "Mail", "MailConnection", "MailEdge", "UserError"],
        "the proof reaches nothing of these"
    );
    insta::with_settings!({ snapshot_path => ".", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("who_may_read", table.to_string());
    });
}

/// Asks for all fields; those that are refused are noted and the others asked for again.
async fn walk(world: &World, shape: &Shape, way: &Way, who: Who) -> (Marks, String) {
    let fields = shape.get(&way.to).fields();
    let mut marks = Marks::new();
    let mut answers = String::new();
    loop {
        let left: Vec<&Field> = fields.iter().filter(|field| !marks.contains_key(&field.name)).collect();
        if left.is_empty() {
            return (marks, answers);
        }
        let parts: Vec<String> = left.iter().map(|field| part(world, shape, way, field)).collect();
        let query = way.query(&parts.join(" "));
        let answer = world.ask(who, &query, json!({})).await;
        answers += &answer.to_string();
        let Some(errors) = answer.get("errors").and_then(Value::as_array) else {
            let ends = way.ends(&answer["data"]);
            for field in left {
                marks.insert(field.name.clone(), found(&ends, &field.name));
            }
            return (marks, answers);
        };
        for error in errors {
            let mark = match error["extensions"]["code"].as_str() {
                Some("FORBIDDEN") => Mark::No,
                Some("NOT_FOUND") => Mark::Hidden,
                _ => panic!("{query} as {who:?}: {error}"),
            };
            let path = error["path"].as_array().map(Vec::as_slice).unwrap_or_default();
            let names: Vec<&str> = path.iter().filter_map(Value::as_str).collect();
            match names.get(way.steps.len()) {
                Some(field) => marks.extend([((*field).to_owned(), Some(mark))]),
                // Refused on the way already.
                None => marks.extend(left.iter().map(|field| (field.name.clone(), Some(mark)))),
            }
        }
    }
}

fn part(world: &World, shape: &Shape, way: &Way, field: &Field) -> String {
    let arguments = ways::arguments(&world.things, &way.to, field);
    let arguments = arguments.unwrap_or_else(|| panic!("{}.{} needs arguments", way.to, field.name));
    let selection = if shape.get(field.leads_to()).is_leaf() { "" } else { " { __typename }" };
    format!("{}{arguments}{selection}", field.name)
}

/// Whether a field of the things says something; nothing known where it is empty.
fn found(ends: &[&Value], field: &str) -> Option<Mark> {
    if ends.is_empty() {
        return Some(Mark::Hidden);
    }
    let says = |thing: &&Value| match &thing[field] {
        Value::Null => false,
        Value::Array(items) => items.iter().any(|item| !item.is_null()),
        _ => true,
    };
    ends.iter().any(says).then_some(Mark::Yes)
}

/// What is empty for one and not for another was held back, unless it is about whoever asks.
fn settled(marks: &[Option<Mark>], is_own: bool) -> Vec<Mark> {
    let is_there = !is_own && marks.contains(&Some(Mark::Yes));
    let empty = if is_there { Mark::Hidden } else { Mark::Yes };
    marks.iter().map(|mark| mark.unwrap_or(empty)).collect()
}
