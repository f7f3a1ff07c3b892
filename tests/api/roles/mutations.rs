//! Writing: every mutation as everybody, about things that are there.

use serde_json::{Map, Value};
use tests::database::Kind;
use tests::shape::{Field, Shape};

use super::table::{headings, row};
use super::world::{Things, World};
use super::{Mark, Who, secrets};

#[tokio::test]
async fn who_may_write_what_sqlite() {
    proof(Kind::Sqlite).await;
}

#[tokio::test]
async fn who_may_write_what_postgres() {
    proof(Kind::Postgres).await;
}

async fn proof(kind: Kind) {
    let mut world = World::copy(kind).await;
    let shape = Shape::of(&world.api).await;
    let mut table = "yes = may   no = is refused   - = is told it is not there\n\n".to_owned();
    table += &format!("{:<30}{}\n\n", "", headings());
    for field in shape.get("Mutation").fields() {
        let mut marks = Vec::new();
        for who in Who::ALL {
            let (mark, answer) = ask(&world, &shape, field, who).await;
            assert_eq!(secrets::given_away(&answer, who), None, "{} told {who:?}: {answer}", field.name);
            marks.push(mark);
            // What was done to one would change what the next is answered.
            if mark == Mark::Yes {
                world = World::copy(kind).await;
            }
        }
        table += format!("{:<30}{}", field.name, row(&marks)).trim_end();
        table.push('\n');
    }
    insta::with_settings!({ snapshot_path => ".", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("who_may_write", table);
    });
}

/// What to put into an input of a mutation.
fn given(things: &Things, field: &str, input: &str, name: &str) -> Option<Value> {
    let key = |word| Some(things.key(word));
    match name {
        "municipality" => Some("esbjerg".into()),
        "slug" if input == "MunicipalityCreateInput" => Some("provekommune".into()),
        "role" => Some("STEERING_MEMBER".into()),
        "organisationId" => key("organisation"),
        "person" => key("person"),
        "subject" => key("contact"),
        "changeId" if field == "frameworkChangeRestore" => key("frameworkChange"),
        "assigneeId" => key("person"),
        "id" if field.starts_with("frameworkSection") => key("frameworkSection"),
        "id" if field.starts_with("frameworkQuestion") => key("frameworkQuestion"),
        "id" if field == "frameworkAnswerUpdate" || field == "frameworkWritingNote" => {
            key("frameworkQuestion")
        }
        "id" if field == "frameworkRemarkSettle" => key("frameworkRemark"),
        "id" if field.starts_with("framework") => key("frameworkSubmission"),
        "id" if field.starts_with("registerRow") => key("registerRow"),
        "changeId" => key("change"),
        "planId" => key("plan"),
        "goalId" => key("goal"),
        "token" => key("token"),
        "id" | "intoId" if input.ends_with("Input") => {
            let words = ["organisation", "contact", "service", "theme", "targetGroup", "concept"];
            let others = ["session", "role", "import", "proposal", "plan", "goal", "activity"];
            let word = words.into_iter().chain(others).find(|word| field.starts_with(word));
            key(word.unwrap_or_else(|| {
                if field == "importApply" { "import" } else { panic!("what has {field}?") }
            }))
        }
        _ => None,
    }
}

/// The mutation with what it answers, so many objects deep.
pub fn operation(shape: &Shape, field: &Field, input: &Value, depth: usize) -> (String, Value) {
    let arguments = match input {
        Value::Object(values) => values.clone(),
        _ => Map::new(),
    };
    let declared: Vec<_> = field.args.iter().map(Shape::declaration).collect();
    let passed: Vec<_> = field.args.iter().map(|arg| format!("{0}: ${0}", arg.name)).collect();
    let brackets = |inside: Vec<String>| {
        if inside.is_empty() { String::new() } else { format!("({})", inside.join(", ")) }
    };
    let selection = shape.selection(field.leads_to(), depth);
    let operation =
        format!("mutation {} {{ {}{} {selection} }}", brackets(declared), field.name, brackets(passed));
    (operation, Value::Object(arguments))
}

async fn ask(world: &World, shape: &Shape, field: &Field, who: Who) -> (Mark, String) {
    let given = |input: &str, name: &str| given(&world.things, &field.name, input, name);
    let (operation, variables) = operation(shape, field, &shape.arguments(field, &given), 0);
    let answer = world.ask(who, &operation, variables).await;
    let mark = match answer.pointer("/errors/0/extensions/code").and_then(Value::as_str) {
        None => Mark::Yes,
        Some("FORBIDDEN") => Mark::No,
        Some("NOT_FOUND") => Mark::Hidden,
        Some(_) => panic!("{operation} as {who:?}: {answer}"),
    };
    (mark, answer.to_string())
}
