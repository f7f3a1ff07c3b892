//! The schema itself: everything in it is described, and it keeps to the agreed rules.

use tests::api::Api;
use tests::database::Kind;
use tests::shape::Shape;

const COMMITTED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../server/schema.graphql"));
/// GraphQL's own scalars are described by GraphQL.
const BUILT_IN: [&str; 5] = ["Boolean", "Float", "ID", "Int", "String"];

async fn shape() -> Shape {
    Shape::of(&Api::with_samples(Kind::Sqlite).await).await
}

#[tokio::test]
async fn every_type_field_argument_and_value_is_described() {
    let shape = shape().await;
    let mut silent = Vec::new();
    let mut note = |path: String, description: &Option<String>| {
        if description.as_ref().is_none_or(|text| text.trim().is_empty()) {
            silent.push(path);
        }
    };
    let mut described = 0;
    for of in shape.types().filter(|of| !BUILT_IN.contains(&of.name.as_str())) {
        note(of.name.clone(), &of.description);
        for field in of.fields() {
            note(format!("{}.{}", of.name, field.name), &field.description);
            for arg in &field.args {
                note(format!("{}.{}({})", of.name, field.name, arg.name), &arg.description);
            }
            described += 1;
        }
        of.input_fields()
            .iter()
            .for_each(|field| note(format!("{}.{}", of.name, field.name), &field.description));
        of.values().iter().for_each(|value| note(format!("{}.{}", of.name, value.name), &value.description));
    }
    assert!(described > 100);
    assert_eq!(silent, [""; 0]);
}

/// What is only ever reached through the person or the municipality it belongs to. Its key is for mutations.
const NO_NODES: [&str; 22] = [
    "Activity",
    "AuditEntry",
    "Change",
    "EditionQuestion",
    "EditionRow",
    "EditionService",
    "Framework",
    "FrameworkChange",
    "FrameworkEdition",
    "FrameworkQuestion",
    "FrameworkRemark",
    "FrameworkSection",
    "FrameworkSubmission",
    "Goal",
    "ImportRun",
    "Mail",
    "Person",
    "Plan",
    "Proposal",
    "RegisterRow",
    "RoleGrant",
    "Session",
];

#[tokio::test]
async fn everything_with_a_slug_or_a_key_is_a_node() {
    let shape = shape().await;
    let is_public = |name: &str| !NO_NODES.contains(&name);
    for of in shape.types().filter(|of| of.kind == "OBJECT" && is_public(&of.name)) {
        let fields = shape.fields_of(&of.name);
        if fields.contains("id") {
            assert!(
                shape.selection("Node", 0).contains(&format!("... on {} ", of.name)),
                "{} has an id and is no Node",
                of.name
            );
        }
    }
}

#[tokio::test]
async fn every_connection_is_bounded_and_tells_its_page() {
    let shape = shape().await;
    let mut connections = 0;
    for of in shape.types() {
        for field in of.fields().iter().filter(|field| field.leads_to().ends_with("Connection")) {
            let takes = |name: &str| field.args.iter().any(|arg| arg.name == name);
            assert!(takes("first") && takes("after"), "{}.{}", of.name, field.name);
            let fields = shape.fields_of(field.leads_to());
            for needed in ["edges", "nodes", "pageInfo", "totalCount"] {
                assert!(fields.contains(needed), "{} lacks {needed}", field.leads_to());
            }
            connections += 1;
        }
    }
    assert!(connections >= 3);
}

#[test]
fn the_committed_schema_is_the_one_that_is_served() {
    assert!(server::graphql::sdl() == COMMITTED, "run `cargo xtask schema` and commit server/schema.graphql");
}

#[test]
fn no_word_of_the_database_stands_in_the_schema() {
    for word in ["municipalityId", "passwordHash", "tokenHash", "totpSecret"] {
        assert!(!COMMITTED.contains(word), "{word}");
    }
}
