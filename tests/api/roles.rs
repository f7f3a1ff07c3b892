//! Access by role: every field of `Query`, `Mutation` and `Municipality` is asked by a visitor, by each role, and by
//! the project leader of another municipality. Who may is said below; a field that is added later has no case here
//! and fails the proof.
//!
//! Whether somebody may is the policy's, the same on every database, so this walk is on SQLite alone: each question
//! is asked on a database of its own, for an answer changes what the next would be.

use std::collections::{BTreeMap, BTreeSet};

use entity::directory::{concept, contact, organisation, service, target_group, theme};
use entity::identity::values::Role;
use entity::ids::MunicipalityId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Map, Value, json};
use tests::api::Api;
use tests::database::Kind;
use tests::people::Somebody;
use tests::rows;
use tests::shape::{Field, Shape};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Visitor,
    Partner,
    Professional,
    Steering,
    Leader,
    Administrator,
    /// The project leader of another municipality.
    Stranger,
}
use Who::{Administrator, Leader, Partner, Professional, Steering, Stranger, Visitor};

const ALL: &[Who] = &[Visitor, Partner, Professional, Steering, Leader, Administrator, Stranger];
const SIGNED_IN: &[Who] = &[Partner, Professional, Steering, Leader, Administrator, Stranger];
const ROLES_HERE: &[Who] = &[Partner, Professional, Steering, Leader];
const LEADERS: &[Who] = &[Leader];
const LOOKING_AFTER: &[Who] = &[Leader, Administrator];
const OF_THE_ORGANISATION: &[Who] = &[Partner, Professional];
const CHECKING: &[Who] = &[Partner, Professional, Leader];
/// Nobody, because what is asked for is not there: those who may are shown in the area's own proofs.
const NOBODY: &[Who] = &[];

/// The organisation that the partner and the professional belong to, and a service of it.
const ORGANISATION: &str = "jobcenter-esbjerg";

fn query(field: &str) -> Option<&'static [Who]> {
    Some(match field {
        "node" | "nodes" | "municipalities" | "municipality" => ALL,
        "viewer" | "demoAccounts" | "oneTimeLink" => ALL,
        // A demo's; in earnest see `mail/outbox.rs`.
        "outbox" => ALL,
        _ => return None,
    })
}

fn municipality(field: &str) -> Option<&'static [Who]> {
    Some(match field {
        "id" | "slug" | "code" | "name" | "website" | "isDemo" | "catalogue" | "catalogueEditions" => ALL,
        "catalogueComparison" => NOBODY,
        // Nothing for whoever may not know of it, as where there is none.
        "import" => ALL,
        "directoryUpdatedAt" | "themes" | "targetGroups" | "services" | "service" => ALL,
        "organisations" | "organisation" | "contacts" => ALL,
        "changes" | "changesSinceLastLook" | "lastLookAt" => ROLES_HERE,
        "proposals" => ROLES_HERE,
        "concepts" | "overdue" => LEADERS,
        "people" | "settings" | "audit" => LOOKING_AFTER,
        _ => return None,
    })
}

fn mutation(field: &str) -> Option<&'static [Who]> {
    Some(match field {
        "sessionBegin" | "sessionEnd" | "passwordResetRequest" | "passwordSet" => ALL,
        "serviceConfirmByLink" | "errorReport" => ALL,
        "sessionRevokeAll" | "passwordChange" | "personUpdate" => SIGNED_IN,
        "secondFactorBegin" | "secondFactorConfirm" | "secondFactorRemove" => SIGNED_IN,
        "personInvite" | "personSessionsRevoke" | "personSecondFactorReset" | "personBlock" => LOOKING_AFTER,
        "municipalityUpdate" => LOOKING_AFTER,
        "municipalityCreate" => &[Administrator],
        "serviceConfirm" => CHECKING,
        "lastLookNote" => ROLES_HERE,
        "proposalMake" => OF_THE_ORGANISATION,
        "catalogueFix" | "directoryImport" => LEADERS,
        "organisationCreate" | "organisationUpdate" | "organisationMerge" | "organisationDelete" => LEADERS,
        "contactCreate" | "contactUpdate" | "contactMerge" | "contactDelete" => LEADERS,
        "serviceCreate" | "serviceUpdate" | "serviceClose" => LEADERS,
        "themeCreate" | "themeUpdate" | "themeDelete" => LEADERS,
        "targetGroupCreate" | "targetGroupUpdate" | "targetGroupDelete" => LEADERS,
        "conceptCreate" => LEADERS,
        // What they are about is not there, so nobody gets further than that.
        "sessionRevoke" | "roleRevoke" | "entryRestore" | "conceptUpdate" | "conceptDelete" => NOBODY,
        "importApply" | "proposalAccept" | "proposalDecline" | "proposalWithdraw" => NOBODY,
        _ => return None,
    })
}

/// Things to ask about, all of one organisation.
struct Things(BTreeMap<&'static str, String>);

impl Things {
    async fn of(api: &Api, here: MunicipalityId) -> Self {
        let db = api.app.db();
        let unit = api.organisation_id(here, ORGANISATION).await;
        macro_rules! first {
            ($table:ident, $column:ident = $value:expr) => {
                $table::Entity::find()
                    .filter($table::Column::$column.eq($value))
                    .one(db)
                    .await
                    .expect("an answer")
            };
        }
        let other = api.somebody(Role::SteeringMember, "esbjerg").await;
        let contact = first!(contact, OrganisationId = unit).expect("a contact");
        let service = first!(service, OrganisationId = unit).expect("a service");
        let theme = first!(theme, MunicipalityId = here).expect("a theme");
        let group = first!(target_group, MunicipalityId = here).expect("a group");
        assert!(first!(concept, MunicipalityId = here).is_none(), "then they can be asked about");
        let organisation = first!(organisation, Id = unit).expect("an organisation");
        Self(BTreeMap::from([
            ("organisation", format!("organisation:{}", organisation.id.0)),
            ("contact", format!("contact:{}", contact.id.0)),
            ("service", format!("service:{}", service.id.0)),
            ("theme", format!("theme:{}", theme.id.0)),
            ("targetGroup", format!("target-group:{}", group.id.0)),
            ("person", format!("person:{}", other.id.0)),
        ]))
    }

    /// What to put into an input of `field`.
    fn given(&self, field: &str, input: &str, name: &str) -> Option<Value> {
        let of = |kind: &str| self.0.get(kind).map(|id| json!(id));
        match name {
            "municipality" => Some(json!("esbjerg")),
            "slug" if input == "municipality" => Some(json!("esbjerg")),
            "slug" if input == "MunicipalityCreateInput" => Some(json!("provekommune")),
            "role" => Some(json!("STEERING_MEMBER")),
            "organisationId" => of("organisation"),
            "person" => of("person"),
            "subject" => of("service"),
            "id" | "intoId" if input.ends_with("Input") => {
                let kinds = ["organisation", "contact", "service", "theme", "targetGroup"];
                let kind = kinds.into_iter().find(|kind| field.starts_with(kind));
                of(kind?)
            }
            _ => None,
        }
    }
}

async fn somebody(api: &Api, who: Who) -> Option<Somebody> {
    let (role, place, unit) = match who {
        Visitor => return None,
        Partner => (Role::Partner, "esbjerg", Some(ORGANISATION)),
        Professional => (Role::Professional, "esbjerg", Some(ORGANISATION)),
        Steering => (Role::SteeringMember, "esbjerg", None),
        Leader => (Role::ProjectLeader, "esbjerg", None),
        Administrator => (Role::Administrator, "", None),
        Stranger => (Role::ProjectLeader, "aabenraa", None),
    };
    Some(api.somebody_of(role, place, unit).await)
}

/// Asks for a field; returns whether the actor got past the policy.
async fn passes(api: &Api, shape: &Shape, root: &str, field: &Field, who: Who) -> (bool, Value) {
    let here = rows::municipality(api.app.db(), "esbjerg").await.id;
    let things = Things::of(api, here).await;
    let given = |input: &str, name: &str| things.given(&field.name, input, name);
    let mut variables: Map<String, Value> = match shape.arguments(field, &given) {
        Value::Object(values) => values,
        _ => Map::new(),
    };
    let asked: Vec<_> = field.args.iter().filter(|arg| variables.contains_key(&arg.name)).collect();
    let declared: Vec<_> = asked.iter().map(|arg| Shape::declaration(arg)).collect();
    let passed: Vec<_> = asked.iter().map(|arg| format!("{0}: ${0}", arg.name)).collect();
    let brackets = |inside: Vec<String>| {
        if inside.is_empty() { String::new() } else { format!("({})", inside.join(", ")) }
    };
    let leaf = matches!(shape.get(field.leads_to()).kind.as_str(), "SCALAR" | "ENUM");
    let selection = if leaf { "" } else { "{ __typename }" };
    let part = format!("{}{} {selection}", field.name, brackets(passed));
    let operation = match root {
        "Mutation" => format!("mutation {} {{ {part} }}", brackets(declared)),
        "Municipality" => {
            let part = format!("municipality(slug: \"esbjerg\") {{ {part} }}");
            format!("query {} {{ {part} }}", brackets(declared))
        }
        _ => format!("query {} {{ {part} }}", brackets(declared)),
    };
    variables.retain(|name, _| asked.iter().any(|arg| arg.name == *name));
    let answer = match somebody(api, who).await {
        Some(somebody) => api.answer_to(&somebody, &operation, Value::Object(variables)).await,
        None => api.answer(&operation, Value::Object(variables)).await,
    };
    let code = answer.pointer("/errors/0/extensions/code").and_then(Value::as_str).unwrap_or_default();
    assert!(code != "BAD_QUERY" && code != "INTERNAL", "{operation}: {answer}");
    (!matches!(code, "FORBIDDEN" | "NOT_FOUND"), answer)
}

type Cases = fn(&str) -> Option<&'static [Who]>;

async fn walk(root: &'static str, cases: Cases) {
    let first = Api::with_samples(Kind::Sqlite).await;
    let shape = Shape::of(&first).await;
    let missing: BTreeSet<&str> = shape
        .get(root)
        .fields()
        .iter()
        .map(|field| field.name.as_str())
        .filter(|name| cases(name).is_none())
        .collect();
    assert_eq!(missing, BTreeSet::new(), "a new field needs a case in this file");

    let mut wrong = Vec::new();
    for field in shape.get(root).fields() {
        let may = cases(&field.name).unwrap_or(NOBODY);
        for who in ALL {
            let api = Api::with_samples(Kind::Sqlite).await;
            let (passed, answer) = passes(&api, &shape, root, field, *who).await;
            if passed != may.contains(who) {
                wrong.push(format!("{root}.{} as {who:?}: {answer}", field.name));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[tokio::test]
async fn each_query_answers_those_it_is_for() {
    walk("Query", query).await;
}

#[tokio::test]
async fn each_field_of_a_municipality_answers_those_it_is_for() {
    walk("Municipality", municipality).await;
}

#[tokio::test]
async fn each_mutation_is_for_those_it_is_for() {
    walk("Mutation", mutation).await;
}
