//! Another municipality's keys: put into every input of every mutation that takes one, by somebody who may write here,
//! they lead nowhere, and nothing of the other's changes.

use std::collections::BTreeSet;

use entity::audit::audit_entry;
use entity::directory::{contact, directory_change, import_run, proposal, service, target_group, theme};
use entity::framework::{
    framework_change, framework_edition, framework_question, framework_remark, framework_section,
    framework_submission, framework_verdict, register_row,
};
use entity::identity::values::Role;
use entity::identity::{role_grant, session};
use entity::plan::{activity, goal, plan};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use tests::api::Api;
use tests::database::Kind;
use tests::people::Somebody;
use tests::rows;
use tests::shape::{Field, Shape};

use super::mutations::operation;

/// A municipality with somebody who may write in it, and a key of each kind.
struct Place {
    leader: Somebody,
    keys: Vec<(&'static str, String)>,
}

impl Place {
    async fn of(api: &Api, slug: &str) -> Self {
        let db = api.app.db();
        let of = rows::municipality(db, slug).await.id;
        let leader = api.somebody(Role::ProjectLeader, slug).await;
        let member = api.somebody(Role::SteeringMember, slug).await;
        macro_rules! first {
            ($table:ident) => {{
                let found = $table::Entity::find().filter($table::Column::MunicipalityId.eq(of));
                let found = found.order_by_asc($table::Column::Id).one(db).await.expect("an answer");
                found.expect("a row")
            }};
        }
        let contact = first!(contact);
        let grant = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(member.id));
        let grant = grant.one(db).await.expect("an answer").expect("a role");
        let mut keys = vec![
            ("organisation", format!("organisation:{}", contact.organisation_id.0)),
            ("contact", format!("contact:{}", contact.id.0)),
            ("service", format!("service:{}", first!(service).id.0)),
            ("theme", format!("theme:{}", first!(theme).id.0)),
            ("target-group", format!("target-group:{}", first!(target_group).id.0)),
            ("person", format!("person:{}", member.id.0)),
            ("role", format!("role:{}", grant.id.0)),
        ];
        let place = Self { leader, keys: Vec::new() };
        keys.extend(place.made(api, slug, &contact).await);
        keys.extend(place.framework(api, slug).await);
        Self { keys, ..place }
    }

    /// What is there only once somebody has done something.
    async fn made(&self, api: &Api, slug: &str, about: &contact::Model) -> Vec<(&'static str, String)> {
        let run = async |query: &str, input: Value, at: &str| {
            let data = api.data_for(&self.leader, query, json!({ "input": input })).await;
            data.pointer(at).and_then(Value::as_str).unwrap_or_else(|| panic!("{data}")).to_owned()
        };
        let concept = run(
            "mutation ($input: ConceptCreateInput!) { conceptCreate(input: $input) { concept { id } } }",
            json!({ "municipality": slug, "form": { "label": "Prøveord", "official": ["prøveord"], "lay": ["prøveord"] } }),
            "/conceptCreate/concept/id",
        );
        let concept = concept.await;
        let import = run(
            "mutation ($input: DirectoryImportInput!) { directoryImport(input: $input) { import { id } } }",
            json!({ "municipality": slug, "format": "CSV", "fileName": "x", "content": "a;b\n" }),
            "/directoryImport/import/id",
        );
        let import = import.await;
        let partner = {
            let unit = entity::directory::organisation::Entity::find_by_id(about.organisation_id);
            let unit = unit.one(api.app.db()).await.expect("an answer").expect("an organisation");
            api.somebody_of(Role::Partner, slug, Some(&unit.slug)).await
        };
        let form = json!({ "organisationId": format!("organisation:{}", about.organisation_id.0), "kind": "FUNCTION",
            "name": "Prøve", "visibility": "PUBLIC", "phones": [], "emails": [], "schedules": [] });
        let input = json!({ "subject": format!("contact:{}", about.id.0), "revision": about.revision, "contactForm": form });
        let query = "mutation ($input: ProposalMakeInput!) { proposalMake(input: $input) { proposal { id } userErrors { field message } } }";
        let made = api.data_for(&partner, query, json!({ "input": input })).await;
        let proposal = made.pointer("/proposalMake/proposal/id").and_then(Value::as_str);
        let proposal = proposal.unwrap_or_else(|| panic!("{made}")).to_owned();
        let query = format!(
            "{{ municipality(slug: \"{slug}\") {{ changes(first: 1) {{ nodes {{ id }} }} }} viewer {{ session {{ id }} }} }}"
        );
        let data = api.data_for(&self.leader, &query, json!({})).await;
        let text = |at: &str| data.pointer(at).and_then(Value::as_str).expect("a key").to_owned();
        let (change, session) = (text("/municipality/changes/nodes/0/id"), text("/viewer/session/id"));
        let input = json!({ "municipality": slug, "kind": "ACTION_PLAN", "form": { "title": "Prøve", "visibility": "PUBLIC" } });
        let query =
            "mutation ($input: PlanCreateInput!) { planCreate(input: $input) { plan { id goals { id } } } }";
        let made = api.data_for(&self.leader, query, json!({ "input": input })).await;
        let text = |at: &str| made.pointer(at).and_then(Value::as_str).expect("a key").to_owned();
        let (plan, goal) = (text("/planCreate/plan/id"), text("/planCreate/plan/goals/0/id"));
        let activity = run(
            "mutation ($input: ActivityCreateInput!) { activityCreate(input: $input) { activity { id } } }",
            json!({ "goalId": goal, "form": { "title": "Prøve", "status": "PLANNED" } }),
            "/activityCreate/activity/id",
        );
        let activity = activity.await;
        vec![
            ("plan", plan),
            ("goal", goal),
            ("activity", activity),
            ("concept", concept),
            ("import", import),
            ("proposal", proposal),
            ("change", change),
            ("session", session),
        ]
    }

    /// A framework, begun where no sample has, with something of each kind.
    async fn framework(&self, api: &Api, slug: &str) -> Vec<(&'static str, String)> {
        let run = async |input: &str, name: &str, select: &str, given: Value| {
            let query = format!("mutation ($input: {input}!) {{ {name}(input: $input) {{ {select} }} }}");
            api.data_for(&self.leader, &query, json!({ "input": given })).await
        };
        let given = json!({ "municipality": slug });
        run("FrameworkBeginInput", "frameworkBegin", "framework { id }", given).await;
        let given = json!({ "municipality": slug, "section": "PLANS", "title": "Prøve?" });
        let select = "question { id }";
        run("FrameworkQuestionCreateInput", "frameworkQuestionCreate", select, given).await;
        let given = json!({ "municipality": slug, "form": { "tool": { "name": "Prøve" } } });
        let row = run("RegisterRowCreateInput", "registerRowCreate", "row { id }", given).await;
        let asked = format!("{{ municipality(slug: \"{slug}\") {{ framework {{ version }} }} }}");
        let data = api.data_for(&self.leader, &asked, json!({})).await;
        let given = json!({ "municipality": slug, "version": data["municipality"]["framework"]["version"] });
        let made = run("FrameworkSubmitInput", "frameworkSubmit", "submission { id }", given).await;
        let submission = made["frameworkSubmit"]["submission"]["id"].clone();
        let given = json!({ "id": submission, "section": "PLANS", "text": "Prøve" });
        let select = "submission { remarks { id } }";
        let made = run("FrameworkRemarkAddInput", "frameworkRemarkAdd", select, given).await;
        let remark = made["frameworkRemarkAdd"]["submission"]["remarks"][0]["id"].clone();
        let given = json!({ "id": submission });
        run("FrameworkWithdrawInput", "frameworkWithdraw", "submission { id }", given).await;
        let query = format!(
            "{{ municipality(slug: \"{slug}\") {{ framework {{
                section(section: PLANS) {{ id questions {{ id }} }} changes(first: 1) {{ nodes {{ id }} }} }} }} }}"
        );
        let data = api.data_for(&self.leader, &query, json!({})).await;
        let of = &data["municipality"]["framework"];
        let text = |value: &Value| value.as_str().expect("a key").to_owned();
        vec![
            ("framework-section", text(&of["section"]["id"])),
            ("framework-question", text(&of["section"]["questions"][0]["id"])),
            ("framework-change", text(&of["changes"]["nodes"][0]["id"])),
            ("framework-submission", text(&submission)),
            ("framework-remark", text(&remark)),
            ("register-row", text(&row["registerRowCreate"]["row"]["id"])),
        ]
    }

    fn key(&self, kind: &str) -> &str {
        let found = self.keys.iter().find(|(name, _)| *name == kind);
        &found.unwrap_or_else(|| panic!("no {kind}")).1
    }
}

/// Kinds of things that mutations are named after.
const OWNERS: [&str; 10] = [
    "organisation",
    "contact",
    "service",
    "theme",
    "concept",
    "session",
    "proposal",
    "plan",
    "goal",
    "activity",
];

/// The kind of key that an input takes.
fn kind(field: &str, path: &str) -> &'static str {
    let name = path.rsplit('.').find(|part| part.parse::<usize>().is_err()).unwrap_or(path);
    match name {
        "organisationId" => "organisation",
        "contactId" => "contact",
        "themeIds" => "theme",
        "targetGroupIds" => "target-group",
        "successorId" => "service",
        "ownerId" | "person" => "person",
        "subject" => "contact",
        "changeId" if field == "frameworkChangeRestore" => "framework-change",
        "assigneeId" => "person",
        "id" if field.starts_with("frameworkSection") => "framework-section",
        "id" if field.starts_with("frameworkQuestion") => "framework-question",
        "id" if field == "frameworkAnswerUpdate" || field == "frameworkWritingNote" => "framework-question",
        "id" if field == "frameworkRemarkSettle" => "framework-remark",
        "id" if field.starts_with("framework") => "framework-submission",
        "id" if field.starts_with("registerRow") => "register-row",
        "changeId" => "change",
        "planId" => "plan",
        "goalId" => "goal",
        "responsiblePersonId" => "person",
        "responsibleOrganisationId" => "organisation",
        "parentId" if path.contains("organisationForm") || field.starts_with("organisation") => {
            "organisation"
        }
        "parentId" => "service",
        "id" | "intoId" => match field {
            "importApply" => "import",
            "roleRevoke" => "role",
            _ if field.starts_with("targetGroup") => "target-group",
            _ => OWNERS
                .into_iter()
                .find(|kind| field.starts_with(kind))
                .unwrap_or_else(|| panic!("what has {field}?")),
        },
        other => panic!("{field}: what kind of key is {other}?"),
    }
}

/// The paths of the inputs that take keys.
fn keys_in(shape: &Shape, name: &str, path: &str, found: &mut BTreeSet<String>) {
    for input in shape.get(name).input_fields() {
        let path = if path.is_empty() { input.name.clone() } else { format!("{path}.{}", input.name) };
        match input.leads_to() {
            "ID" => drop(found.insert(path)),
            other if shape.get(other).kind == "INPUT_OBJECT" => keys_in(shape, other, &path, found),
            _ => {}
        }
    }
}

/// What of a municipality's must not change.
async fn state(api: &Api, slug: &str) -> Vec<String> {
    let db = api.app.db();
    let of = rows::municipality(db, slug).await;
    let mut state = vec![of.directory_revision.to_string(), of.revision.to_string()];
    macro_rules! count {
        ($($table:ident),+) => {$(
            let found = $table::Entity::find().filter($table::Column::MunicipalityId.eq(of.id));
            state.push(format!("{}: {}", stringify!($table), found.count(db).await.expect("a number")));
        )+};
    }
    count!(proposal, import_run, role_grant, directory_change, audit_entry);
    count!(plan, goal, activity, framework_change);
    count!(framework_submission, framework_verdict, framework_remark, framework_edition, register_row);
    let proposals = proposal::Entity::find().filter(proposal::Column::MunicipalityId.eq(of.id));
    let proposals = proposals.all(db).await.expect("proposals");
    state.extend(proposals.iter().map(|row| format!("{:?} {}", row.status, row.revision)));
    let imports = import_run::Entity::find().filter(import_run::Column::MunicipalityId.eq(of.id));
    state.extend(imports.all(db).await.expect("imports").iter().map(|row| format!("{:?}", row.status)));
    let written =
        framework_question::Entity::find().filter(framework_question::Column::MunicipalityId.eq(of.id));
    let written = written.order_by_asc(framework_question::Column::Id).all(db).await.expect("questions");
    state.extend(written.iter().map(|row| format!("{} {} {}", row.revision, row.position, row.answer)));
    let given = framework_section::Entity::find().filter(framework_section::Column::MunicipalityId.eq(of.id));
    let given = given.order_by_asc(framework_section::Column::Id).all(db).await.expect("sections");
    state.extend(given.iter().map(|row| format!("{} {:?}", row.revision, row.person_id)));
    state.push(format!("{} sessions", session::Entity::find().count(db).await.expect("a number")));
    state
}

/// A value at a path of an input; lists get one item.
fn put(input: &mut Value, path: &str, key: &str, shape: &Shape, of: &str) {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let field = shape.get(of).input_fields().iter().find(|field| field.name == first).expect("an input");
    let inner = field.leads_to().to_owned();
    // Of one-of inputs only the one that the path leads through.
    if shape.is_one_of(of)
        && let Some(given) = input.as_object_mut()
    {
        given.retain(|name, _| name == first);
    }
    let slot = &mut input[first];
    match rest {
        None if field.is_list() => *slot = json!([key]),
        None => *slot = json!(key),
        Some(rest) => {
            if field.is_list() {
                *slot = json!([shape.example_of(&inner)]);
                put(&mut slot[0], rest, key, shape, &inner);
            } else {
                if slot.is_null() {
                    *slot = shape.example_of(&inner);
                }
                put(slot, rest, key, shape, &inner);
            }
        }
    }
}

/// Fills in keys from here wherever one has to stand.
fn fill(input: &mut Value, of: &str, shape: &Shape, field: &Field, here: &Place, path: &str) {
    for one in shape.get(of).input_fields() {
        let path = if path.is_empty() { one.name.clone() } else { format!("{path}.{}", one.name) };
        let Some(slot) = input.get_mut(&one.name) else { continue };
        match (one.leads_to(), &mut *slot) {
            ("ID", Value::String(text)) if text == "prove" => {
                *slot = json!(here.key(kind(&field.name, &path)))
            }
            ("ID", _) => {}
            (inner, Value::Object(_)) => fill(slot, inner, shape, field, here, &path),
            _ if one.name == "municipality" => *slot = json!("esbjerg"),
            _ => {}
        }
    }
}

async fn proof(kind_of_database: Kind) {
    let api = Api::with_samples(kind_of_database).await;
    let shape = Shape::of(&api).await;
    let (here, there) = (Place::of(&api, "esbjerg").await, Place::of(&api, "aabenraa").await);
    let mut before = state(&api, "aabenraa").await;
    let mut before_next = before.clone();
    let mut asked = 0;
    for field in shape.get("Mutation").fields() {
        // Anybody may report an error anywhere.
        let Some(input) = field.args.first().filter(|_| field.name != "errorReport") else { continue };
        let mut paths = BTreeSet::new();
        keys_in(&shape, input.leads_to(), "", &mut paths);
        for path in paths {
            let foreign = there.key(kind(&field.name, &path));
            let mut given = shape.example_of(input.leads_to());
            put(&mut given, &path, foreign, &shape, input.leads_to());
            fill(&mut given, input.leads_to(), &shape, field, &here, "");
            let (query, variables) = operation(&shape, field, &json!({ "input": given }), 1);
            let answer = api.answer_to(&here.leader, &query, variables.clone()).await;
            asked += 1;

            let about = format!("{} with another's {path}: {answer}\n{variables}", field.name);
            let code = answer.pointer("/errors/0/extensions/code").and_then(Value::as_str);
            match code {
                Some("NOT_FOUND" | "FORBIDDEN") => {}
                Some(_) => panic!("{about}"),
                None => {
                    let payload = &answer["data"][field.name.as_str()];
                    let errors = payload["userErrors"].as_array().expect("a list");
                    assert!(!errors.is_empty(), "it was taken: {about}");
                }
            }
            assert!(!answer.to_string().contains("Aabenraa"), "{about}");
            let mut after = state(&api, "aabenraa").await;
            if ["frameworkApprove", "frameworkReturn"].contains(&field.name.as_str()) {
                // That somebody tried to decide without the right is noted where it belongs; nothing else happens.
                let entries = after.iter().position(|line| line.starts_with("audit_entry")).expect("a count");
                assert_ne!(after[entries], before[entries], "{about}");
                after[entries].clone_from(&before[entries]);
                before_next = state(&api, "aabenraa").await;
            }
            assert_eq!(after, before, "{about}");
            before.clone_from(&before_next);
        }
    }
    assert!(asked > 60, "{asked}");
}

#[tokio::test]
async fn anothers_keys_lead_nowhere_sqlite() {
    proof(Kind::Sqlite).await;
}

#[tokio::test]
async fn anothers_keys_lead_nowhere_postgres() {
    proof(Kind::Postgres).await;
}
