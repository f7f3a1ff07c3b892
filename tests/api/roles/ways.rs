//! The ways through the schema to each of its types: one for every field that leads there.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;
use tests::shape::{Field, Shape};

use super::world::Things;

/// A way from the schema's root to things of a type.
#[derive(Clone)]
pub struct Way {
    /// Its last field, as `Type.field`.
    pub title: String,
    /// The type that it leads to.
    pub to: String,
    /// The names of the fields on it.
    pub steps: Vec<String>,
    /// The query up to the things' own fields.
    opened: String,
    closed: String,
}

impl Way {
    /// The root itself.
    pub fn root() -> Self {
        let (title, to) = ("the root".to_owned(), "Query".to_owned());
        Self { title, to, steps: Vec::new(), opened: String::new(), closed: String::new() }
    }

    /// Goes on by a field.
    fn by(&self, field: &str, arguments: &str, to: &str) -> Self {
        Self {
            title: format!("{}.{field}", self.to),
            to: to.to_owned(),
            steps: self.steps.iter().cloned().chain([field.to_owned()]).collect(),
            opened: format!("{}{field}{arguments} {{ ", self.opened),
            closed: format!(" }}{}", self.closed),
        }
    }

    /// Goes on by a field that leads to things of several types, to those of one of them.
    fn by_one_of(&self, field: &str, arguments: &str, to: &str) -> Self {
        let way = self.by(field, arguments, to);
        Self { opened: format!("{}... on {to} {{ ", way.opened), closed: format!(" }}{}", way.closed), ..way }
    }

    /// Goes on by a key.
    fn by_key(&self, field: &str, key: &Value, to: &str, title: String) -> Self {
        let list = if field == "nodes" { format!("(ids: [{key}])") } else { format!("(id: {key})") };
        Self {
            title,
            to: to.to_owned(),
            steps: vec![field.to_owned()],
            opened: format!("{field}{list} {{ ... on {to} {{ "),
            closed: " } }".to_owned(),
        }
    }

    /// The query for these fields.
    pub fn query(&self, fields: &str) -> String {
        format!("{{ {}{fields}{} }}", self.opened, self.closed)
    }

    /// The things that an answer holds at its end, none where it does not get that far.
    pub fn ends<'a>(&self, data: &'a Value) -> Vec<&'a Value> {
        fn flat(value: &Value) -> Vec<&Value> {
            match value {
                Value::Array(items) => items.iter().flat_map(flat).collect(),
                Value::Null => Vec::new(),
                other => vec![other],
            }
        }
        let step = |found: Vec<&'a Value>, name: &String| -> Vec<&'a Value> {
            found.into_iter().flat_map(|value| flat(&value[name.as_str()])).collect()
        };
        self.steps.iter().fold(flat(data), step)
    }
}

/// What to ask a field with.
pub fn arguments(things: &Things, of: &str, field: &Field) -> Option<String> {
    let key = |word| things.key(word);
    let given = match (of, field.name.as_str()) {
        ("Query", "node") => format!("(id: {})", key("contact")),
        ("Query", "nodes") => format!("(ids: [{}])", key("contact")),
        ("Query", "municipality") => "(slug: \"esbjerg\")".to_owned(),
        ("Query", "oneTimeLink") => format!("(token: {})", key("token")),
        ("Municipality", "service") => format!("(slug: {})", key("slug")),
        ("Municipality", "services") => "(search: \"Prøve tilbud\", first: 3)".to_owned(),
        ("Municipality", "organisation") => format!("(slug: \"{}\")", super::ORGANISATION),
        ("Municipality", "contacts" | "people" | "changes" | "audit") => "(first: 100)".to_owned(),
        ("Municipality", "import") => format!("(id: {})", key("import")),
        ("Framework", "section") => "(section: PLANS)".to_owned(),
        ("Framework" | "Plan", "changes") => "(first: 100)".to_owned(),
        ("Framework", "meetingDays") => "(from: \"2026-03-03\", perYear: 2)".to_owned(),
        ("FrameworkQuestion", "title" | "guidance") => "(language: DANISH)".to_owned(),
        ("Municipality", "plan") => format!("(id: {})", key("plan")),
        ("EditionQuestion", "title") | ("FrameworkDifference", "questionTitle") => {
            "(language: DANISH)".to_owned()
        }
        ("Municipality", "frameworkComparison") => "(from: 1)".to_owned(),
        ("Goal", "title" | "guidance") => "(language: DANISH)".to_owned(),
        ("Municipality", "catalogueComparison") => "(number: 1)".to_owned(),
        ("Viewer", "mayManage") => "(municipality: \"esbjerg\")".to_owned(),
        _ if field.needs_arguments() => return None,
        _ => String::new(),
    };
    Some(given)
}

/// Every way: to each type by each field that leads there, from the first way to the type that has the field.
pub fn all(shape: &Shape, things: &Things) -> Vec<Way> {
    let mut ways = Vec::new();
    let mut first: BTreeMap<String, Way> = BTreeMap::new();
    let mut queue = VecDeque::from([Way::root()]);
    let words = ["municipality", "theme", "targetGroup", "organisation", "contact", "service", "concept"];
    for name in shape.possible("Node") {
        let word = words.iter().find(|word| word.eq_ignore_ascii_case(name));
        let key = things.key(word.unwrap_or_else(|| panic!("a new kind of node: {name}")));
        for field in ["node", "nodes"] {
            ways.push(Way::root().by_key(field, &key, name, format!("Query.{field}")));
        }
        let way = ways[ways.len() - 2].clone();
        queue.push_back(way.clone());
        first.insert(name.to_owned(), way);
    }
    let hidden = "Query.node, a contact that is not for everybody".to_owned();
    let hidden = Way::root().by_key("node", &things.key("hidden"), "Contact", hidden);
    for field in ["phones", "emails"] {
        let to = shape.get("Contact").fields().iter().find(|one| one.name == field);
        let to = to.unwrap_or_else(|| panic!("a contact's {field}")).leads_to().to_owned();
        let way = hidden.by(field, "", &to);
        ways.push(Way { title: format!("Contact.{field}, of one that is not for everybody"), ..way });
    }
    ways.push(hidden);
    let good = format!("(id: {})", things.key("goodImport"));
    let municipality = Way::root().by("municipality", "(slug: \"esbjerg\")", "Municipality");
    let changes = municipality.by("import", &good, "Import").by("changes", "", "ImportChange");
    ways.push(Way { title: "Import.changes, of one that can be applied".to_owned(), ..changes });
    let closed = "Query.node, a service that has closed".to_owned();
    ways.push(Way::root().by_key("node", &things.key("closed"), "Service", closed));

    while let Some(from) = queue.pop_front() {
        // A desk last: most of the time little lies on it, and what does is reached otherwise too.
        let (desks, others): (Vec<_>, Vec<_>) =
            shape.get(&from.to).fields().iter().partition(|field| field.name == "desk");
        for field in others.into_iter().chain(desks) {
            let to = shape.get(field.leads_to());
            if !matches!(to.kind.as_str(), "OBJECT" | "UNION") {
                continue;
            }
            let arguments = arguments(things, &from.to, field);
            let arguments = arguments.unwrap_or_else(|| panic!("{}.{} needs arguments", from.to, field.name));
            let on = if to.kind == "UNION" {
                let each = shape.possible(&to.name).into_iter();
                each.map(|one| from.by_one_of(&field.name, &arguments, one)).collect()
            } else {
                vec![from.by(&field.name, &arguments, &to.name)]
            };
            for way in on {
                ways.push(way.clone());
                // A list is gone through by each way that leads to it: who may see one may not be who may see another.
                let is_list = way.to.ends_with("Connection");
                if is_list || !first.contains_key(&way.to) {
                    first.insert(way.to.clone(), way.clone());
                    queue.push_back(way);
                }
            }
        }
    }
    ways
}
