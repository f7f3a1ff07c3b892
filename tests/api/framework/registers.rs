//! `registerRowCreate`, `registerRowUpdate`, `registerRowMove`, `registerRowDelete`, and the rows under their questions.

use entity::directory::values::Visibility;
use entity::framework::values::{FrameworkState, Section};
use entity::framework::{framework, framework_section, register_row};
use entity::identity::values::Role;
use entity::ids::{FrameworkId, FrameworkSectionId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use server::framework::model;
use tests::api::{Api, column};
use tests::on_both;
use tests::people::Somebody;

use crate::directory::editing::refusals;

const PARTY: &str = "organisationId name";
const CREATE: &str = "registerRowCreate";
const UPDATE: &str = "registerRowUpdate";
const MOVE: &str = "registerRowMove";

/// Everything that a row of any register says. What may be empty has a name of its own where another register's may not.
fn fields() -> String {
    format!(
        "__typename
        ... on PopulationFigureForm {{ group number numberTo asOf source }}
        ... on ExpectedIntakeForm {{ year group number numberTo source }}
        ... on SupportFigureForm {{ paragraph serviceType number numberTo unit period source }}
        ... on PartnerForm {{ party {{ {PARTY} }} branch role }}
        ... on OutreachForm {{ name anchoring {{ {PARTY} }} description }}
        ... on ForumForm {{ name level purpose members {{ {PARTY} }} chair rhythm meetingsPerYear meetings {{ date note }} }}
        ... on PathwayForm {{ name description steps {{ key text actor {{ {PARTY} }} channel within next {{ condition to }} }} }}
        ... on AgreementForm {{ subject level parties {{ {PARTY} }} signedOn evaluateBy document status notes }}
        ... on CoordinatingFunctionForm {{ branch function holder description }}
        ... on ChannelForm {{ level kind between {{ {PARTY} }} description }}
        ... on CitizenPlanForm {{ name holder keptAt access coordinated citizenInvolved }}
        ... on ToolForm {{ name description link users }}
        ... on DisseminationForm {{ channel audience description }}"
    )
}

/// Begins Aabenraa's framework, as it stands before anybody has written in it; its people section is given to `assignee`.
async fn begun(api: &Api, assignee: Option<PersonId>) -> FrameworkId {
    let (db, ctx) = (api.app.db(), api.ctx());
    let municipality_id = api.municipality_id("aabenraa").await;
    let id = FrameworkId(ctx.new_key());
    let row = framework::Model {
        id,
        municipality_id,
        state: FrameworkState::Draft,
        due_on: None,
        approvals_needed: 1,
        interval_months: 6,
        visibility: Visibility::Public,
        revision: 1,
        created_at: ctx.now(),
        updated_at: ctx.now(),
    };
    framework::Entity::insert(row.into_active_model()).exec_without_returning(db).await.expect("a framework");
    for section in model::SECTIONS {
        let row = framework_section::Model {
            id: FrameworkSectionId(ctx.new_key()),
            municipality_id,
            framework_id: id,
            section,
            person_id: assignee.filter(|_| section == Section::Organisation),
            due_on: None,
            is_done: false,
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let inserted = framework_section::Entity::insert(row.into_active_model());
        inserted.exec_without_returning(db).await.expect("a section");
    }
    id
}

async fn leader(api: &Api) -> Somebody {
    api.somebody(Role::ProjectLeader, "aabenraa").await
}

/// A mutation of rows with all it answers.
fn mutation(name: &str) -> String {
    let input = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
    let row = format!(
        "{{ id register revision position title updatedAt form {{ {} }} organisations {{ organisationId name path }} }}",
        fields()
    );
    format!(
        "mutation ($input: {input}!) {{ {name}(input: $input) {{
            row {row} latest {row} userErrors {{ code field message }} }} }}"
    )
}

const DELETE: &str = "mutation ($input: RegisterRowDeleteInput!) { registerRowDelete(input: $input) {
    deletedId userErrors { code field } } }";

const RESTORE: &str =
    "mutation ($input: FrameworkChangeRestoreInput!) { frameworkChangeRestore(input: $input) {
    row { id title revision } userErrors { code field } } }";

async fn restore(api: &Api, somebody: &Somebody, change: &Value, revision: i64) -> Value {
    let input = json!({ "input": { "changeId": change["id"], "revision": revision } });
    api.data_for(somebody, RESTORE, input).await["frameworkChangeRestore"].take()
}

/// The changes of a row, the newest first.
async fn changes(api: &Api, somebody: &Somebody, id: &Value) -> Value {
    let query = r#"query ($id: ID!) { municipality(slug: "aabenraa") { framework { changes(subject: $id) { nodes {
        id action subjectName canRestore fields { field before after } } } } } }"#;
    let mut data = api.data_for(somebody, query, json!({ "id": id })).await;
    data["municipality"]["framework"]["changes"]["nodes"].take()
}

/// Sends a mutation of rows; returns the payload.
async fn send(api: &Api, somebody: &Somebody, name: &str, input: Value) -> Value {
    let mut data = api.data_for(somebody, &mutation(name), json!({ "input": input })).await;
    data[name].take()
}

async fn create(api: &Api, somebody: &Somebody, form: Value) -> Value {
    send(api, somebody, CREATE, json!({ "municipality": "aabenraa", "form": form })).await
}

async fn update(api: &Api, somebody: &Somebody, row: &Value, form: Value) -> Value {
    send(api, somebody, UPDATE, json!({ "id": row["id"], "revision": row["revision"], "form": form })).await
}

/// Makes a row, which must succeed; returns it.
async fn made(api: &Api, somebody: &Somebody, form: Value) -> Value {
    let mut payload = create(api, somebody, form).await;
    assert_eq!(refusals(&payload), [""; 0]);
    payload["row"].take()
}

fn tool(name: &str) -> Value {
    json!({ "tool": { "name": name } })
}

fn forum(name: &str, purpose: &str) -> Value {
    json!({ "forum": { "name": name, "level": "MIXED", "purpose": purpose, "members": [], "meetings": [] } })
}

/// The titles of the tools, in the order they stand.
async fn tools(api: &Api) -> Vec<(i32, String)> {
    let rows = register_row::Entity::find()
        .filter(register_row::Column::Register.eq(entity::framework::values::Register::Tool))
        .filter(register_row::Column::MunicipalityId.eq(api.municipality_id("aabenraa").await))
        .order_by_asc(register_row::Column::Position);
    let rows = rows.all(api.app.db()).await.expect("rows");
    let name = |row: &register_row::Model| {
        let form: Value = serde_json::from_str(&row.form).expect("JSON");
        (row.position, form["name"].as_str().unwrap_or_default().to_owned())
    };
    rows.iter().map(name).collect()
}

fn placed(names: &[&str]) -> Vec<(i32, String)> {
    (0..).zip(names.iter().map(|name| (*name).to_owned())).collect()
}

/// A form of each register with everything filled in, and what the row is called. `unit`: an organisation of the directory.
fn one_of_each(unit: &Value) -> Vec<(&'static str, &'static str, Value)> {
    let (inside, outside) = (
        json!({ "organisationId": unit["id"], "name": unit["name"] }),
        json!({ "organisationId": null, "name": "En forening" }),
    );
    vec![
        (
            "populationFigure",
            "Kvinder 2026",
            json!({ "group": "Kvinder", "number": 255, "numberTo": 260,
            "asOf": "2026-01-01", "source": "En prøve" }),
        ),
        (
            "expectedIntake",
            "Mænd 2027",
            json!({ "year": 2027, "group": "Mænd", "number": 20, "numberTo": 25, "source": "En prøve" }),
        ),
        (
            "supportFigure",
            "Støtte",
            json!({ "paragraph": "Serviceloven § 85", "serviceType": "Støtte", "number": 2.5,
            "numberTo": 3.0, "unit": "timer", "period": "om ugen", "source": "En prøve" }),
        ),
        ("partner", "", json!({ "party": inside, "branch": "Social", "role": "Giver råd" })),
        (
            "outreach",
            "Gadeteam",
            json!({ "name": "Gadeteam", "anchoring": inside, "description": "Går ud." }),
        ),
        (
            "forum",
            "Netværksgruppe",
            json!({ "name": "Netværksgruppe", "level": "MUNICIPAL", "purpose": "At mødes",
            "members": [inside, outside], "chair": "Lederen", "rhythm": "Hver måned", "meetingsPerYear": 12,
            "meetings": [{ "date": "2026-04-07", "note": "På rådhuset" }, { "date": "2026-05-05", "note": null }] }),
        ),
        (
            "pathway",
            "Ny i byen",
            json!({ "name": "Ny i byen", "description": "For dem, der flytter hertil", "steps": [
            { "key": "moved", "text": "Flytter", "actor": outside, "channel": "Mail", "within": "7 dage",
                "next": [{ "condition": "Brug for hjælp", "to": "visit" }, { "condition": null, "to": "moved" }] },
            { "key": "visit", "text": "Får besøg", "actor": null, "channel": null, "within": null, "next": [] } ] }),
        ),
        (
            "agreement",
            "Om børn",
            json!({ "subject": "Om børn", "level": "VOLUNTARY", "parties": [inside, outside], "signedOn": "2026-01-01",
            "evaluateBy": "2027-01-01", "document": "https://example.org/aftale.pdf", "status": "IN_FORCE", "notes": "Fornyes" }),
        ),
        (
            "coordinatingFunction",
            "Samler trådene",
            json!({ "branch": "Social", "function": "Samler trådene",
            "holder": "En koordinator", "description": "For voksne" }),
        ),
        (
            "channel",
            "Telefon",
            json!({ "level": "CITIZEN", "kind": "Telefon", "between": [inside], "description": "Om formiddagen" }),
        ),
        (
            "citizenPlan",
            "Handleplan",
            json!({ "name": "Handleplan", "holder": "Tovholderen", "keptAt": "Journalen",
            "access": "Rådgiveren", "coordinated": "Hver måned", "citizenInvolved": "Skriver med" }),
        ),
        (
            "tool",
            "Netværkskort",
            json!({ "name": "Netværkskort", "description": "Tegnes sammen",
            "link": "https://example.org/kort", "users": "Alle" }),
        ),
        (
            "dissemination",
            "Nyhedsbrev",
            json!({ "channel": "Nyhedsbrev", "audience": "Partnere", "description": "Hvert kvartal" }),
        ),
    ]
}

/// An organisation of Aabenraa.
async fn unit(api: &Api) -> Value {
    let query =
        r#"{ municipality(slug: "aabenraa") { organisations(first: 1) { nodes { id name slug } } } }"#;
    api.data(query, json!({})).await["municipality"]["organisations"]["nodes"][0].take()
}

on_both! {
    async fn a_row_of_each_register_is_made_changed_and_taken_out(api) {
        begun(&api, None).await;
        let (leader, unit) = (leader(&api).await, unit(&api).await);
        for (register, title, form) in one_of_each(&unit) {
            let made = made(&api, &leader, json!({ register: form })).await;
            let mut says = made["form"].clone();
            let kind = says.as_object_mut().and_then(|says| says.remove("__typename"));
            assert_eq!(says, form, "{register}");
            let kind = kind.as_ref().and_then(Value::as_str).unwrap_or_default().to_lowercase();
            assert_eq!(kind, format!("{register}Form").to_lowercase());
            assert_eq!(made["register"].as_str().map(|word| word.replace('_', "").to_lowercase()), Some(register.to_lowercase()));
            let title = if register == "partner" { unit["name"].as_str().unwrap_or_default() } else { title };
            assert_eq!((&made["title"], &made["revision"], &made["position"]), (&json!(title), &json!(1), &json!(0)));
            let names_unit = form.to_string().contains(unit["id"].as_str().expect("a key"));
            let path = format!("/aabenraa/organisationer/{}", unit["slug"].as_str().expect("a slug"));
            let link = json!({ "organisationId": unit["id"], "name": unit["name"], "path": path });
            assert_eq!(made["organisations"], if names_unit { json!([link]) } else { json!([]) }, "{register}");

            let mut other = form.clone();
            let text = other.as_object_mut().into_iter().flatten().find(|(_, said)| said.as_str() == Some(title));
            if let Some((_, said)) = text {
                *said = json!("  Noget andet ");
            } else if register == "partner" {
                other["role"] = json!("Noget andet");
            } else {
                other["group"] = json!("Noget andet");
            }
            let payload = update(&api, &leader, &made, json!({ register: other })).await;
            assert_eq!(refusals(&payload), [""; 0], "{register}");
            assert_eq!(payload["row"]["revision"], 2);
            assert!(payload["row"]["form"].to_string().contains("\"Noget andet\""), "tidied: {payload}");
            let again = update(&api, &leader, &payload["row"], json!({ register: other })).await;
            assert_eq!(again["row"]["revision"], 2, "what says the same is no change");

            let input = json!({ "input": { "id": made["id"], "revision": 2 } });
            let data = api.data_for(&leader, DELETE, input.clone()).await;
            assert_eq!(data["registerRowDelete"], json!({ "deletedId": made["id"], "userErrors": [] }));
            assert_eq!(api.refused_to(&leader, DELETE, input).await, "NOT_FOUND");
        }
    }

    async fn what_is_wrong_is_told_beside_its_field(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let foreign = {
            let query = r#"{ municipality(slug: "esbjerg") { organisations(first: 1) { nodes { id } } } }"#;
            api.data(query, json!({})).await["municipality"]["organisations"]["nodes"][0]["id"].take()
        };
        let stranger = json!({ "organisationId": foreign, "name": "Esbjerg" });
        let long = "x".repeat(201);
        let wrong = [
            (json!({ "populationFigure": { "group": " ", "number": -1, "numberTo": -2, "asOf": "1066-10-14" } }),
                vec!["asOf INVALID", "group REQUIRED", "number INVALID", "numberTo INVALID"]),
            (json!({ "expectedIntake": { "year": 26, "group": long, "number": 3, "numberTo": 2 } }),
                vec!["group TOO_LONG", "numberTo INVALID", "year INVALID"]),
            (json!({ "supportFigure": { "serviceType": "", "number": -0.5, "unit": "", "period": "" } }),
                vec!["number INVALID", "period REQUIRED", "serviceType REQUIRED", "unit REQUIRED"]),
            (json!({ "partner": { "party": { "name": "" } } }), vec!["party.name REQUIRED"]),
            (json!({ "partner": { "party": stranger } }), vec!["party.organisationId NOT_FOUND"]),
            (json!({ "outreach": { "name": "Ude", "anchoring": stranger, "description": "" } }),
                vec!["anchoring.organisationId NOT_FOUND", "description REQUIRED"]),
            (json!({ "forum": { "name": "", "level": "CITIZEN", "purpose": "", "members": [{ "name": "En" }, { "name": "" }, stranger],
                "meetingsPerYear": 367, "meetings": [{ "date": "2026-04-07" }, { "date": "2026-04-07" }, { "date": "9999-01-01" }] } }),
                vec!["level INVALID", "meetings.1.date INVALID", "meetings.2.date INVALID", "meetingsPerYear INVALID",
                    "members.1.name REQUIRED", "members.2.organisationId NOT_FOUND", "name REQUIRED", "purpose REQUIRED"]),
            (json!({ "pathway": { "name": "Vej", "steps": [] } }), vec!["steps REQUIRED"]),
            (json!({ "pathway": { "name": "Vej", "steps": [
                { "key": "a", "text": "", "next": [{ "to": "c" }, { "to": "" }] }, { "key": "a", "text": "B", "next": [] } ] } }),
                vec!["steps.0.next.0.to NOT_FOUND", "steps.0.next.1.to REQUIRED", "steps.0.text REQUIRED", "steps.1.key INVALID"]),
            (json!({ "pathway": { "name": "Vej", "steps": [
                { "key": "a", "text": "A", "next": [] }, { "key": "b", "text": "B", "next": [{ "to": "a" }] } ] } }),
                vec!["steps.1 INVALID"]),
            (json!({ "agreement": { "subject": "", "level": "CITIZEN", "parties": [], "signedOn": "2026-02-01",
                "evaluateBy": "2026-01-01", "document": "javascript:alert(1)", "status": "ENDED" } }),
                vec!["document INVALID", "evaluateBy INVALID", "level INVALID", "subject REQUIRED"]),
            (json!({ "coordinatingFunction": { "branch": "", "function": "" } }), vec!["branch REQUIRED", "function REQUIRED"]),
            (json!({ "channel": { "level": "MIXED", "kind": "", "between": [{ "name": "" }] } }),
                vec!["between.0.name REQUIRED", "kind REQUIRED"]),
            (json!({ "citizenPlan": { "name": "" } }), vec!["name REQUIRED"]),
            (json!({ "tool": { "name": "", "link": "example.org" } }), vec!["link INVALID", "name REQUIRED"]),
            (json!({ "dissemination": { "channel": "a\u{0}b" } }), vec!["channel INVALID"]),
        ];
        for (form, expected) in wrong {
            let payload = create(&api, &leader, form.clone()).await;
            assert_eq!(refusals(&payload), expected, "{form}");
            assert_eq!(payload["row"], json!(null));
        }
        let row = made(&api, &leader, tool("Kort")).await;
        let payload = update(&api, &leader, &row, forum("Kort", "At mødes")).await;
        assert_eq!(refusals(&payload), ["form INVALID"], "a row stays in its register");
    }

    async fn the_later_of_two_is_offered_what_the_earlier_wrote(api) {
        begun(&api, None).await;
        let (one, other) = (leader(&api).await, leader(&api).await);
        let row = made(&api, &one, forum("Netværk", "At mødes")).await;
        let mine = update(&api, &one, &row, forum("Netværk", "At mødes tit")).await;
        assert_eq!(refusals(&mine), [""; 0]);
        let theirs = update(&api, &other, &row, forum("Netværket", "At mødes")).await;
        assert_eq!(refusals(&theirs), ["revision STALE"]);
        assert_eq!(theirs["row"], json!(null));
        assert_eq!(theirs["latest"], mine["row"], "what stands there now");
        let both = update(&api, &other, &theirs["latest"], forum("Netværket", "At mødes tit")).await;
        assert_eq!((&both["row"]["title"], &both["row"]["revision"]), (&json!("Netværket"), &json!(3)));
        let input = json!({ "input": { "id": row["id"], "revision": 1 } });
        assert_eq!(refusals(&api.data_for(&one, DELETE, input).await["registerRowDelete"]), ["revision STALE"]);
    }

    async fn rows_are_moved_among_those_of_their_register(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let mut rows = Vec::new();
        for name in ["A", "B", "C", "D"] {
            rows.push(made(&api, &leader, tool(name)).await);
        }
        let to = |row: &Value, revision: i32, position: i32| json!({ "id": row["id"], "revision": revision, "position": position });
        let payload = send(&api, &leader, MOVE, to(&rows[3], 1, 1)).await;
        assert_eq!((&payload["row"]["position"], &payload["row"]["revision"]), (&json!(1), &json!(2)));
        assert_eq!(tools(&api).await, placed(&["A", "D", "B", "C"]));
        send(&api, &leader, MOVE, to(&rows[0], 1, 2)).await;
        assert_eq!(tools(&api).await, placed(&["D", "B", "A", "C"]));
        send(&api, &leader, MOVE, to(&rows[3], 2, 99)).await;
        assert_eq!(tools(&api).await, placed(&["B", "A", "C", "D"]), "beyond the end is the end");
        assert_eq!(refusals(&send(&api, &leader, MOVE, to(&rows[1], 1, -1)).await), ["position INVALID"]);
        assert_eq!(refusals(&send(&api, &leader, MOVE, to(&rows[3], 1, 0)).await), ["revision STALE"]);
        let input = json!({ "input": { "id": rows[0]["id"], "revision": 2 } });
        api.data_for(&leader, DELETE, input).await;
        assert_eq!(tools(&api).await, placed(&["B", "C", "D"]), "no gap is left");
    }

    async fn who_a_section_is_given_to_writes_in_it_and_nowhere_else(api) {
        let partner = api.somebody_of(Role::Partner, "aabenraa", Some("social")).await;
        let member = api.somebody(Role::SteeringMember, "aabenraa").await;
        let strangers = [api.somebody(Role::ProjectLeader, "esbjerg").await, api.somebody(Role::Administrator, "").await];
        begun(&api, Some(partner.id)).await;
        let row = made(&api, &partner, forum("Netværk", "At mødes")).await;
        let payload = update(&api, &partner, &row, forum("Netværk", "At mødes tit")).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let leader = leader(&api).await;
        let tools = made(&api, &leader, tool("Kort")).await;

        let input = |id: &Value, form: Value| json!({ "input": { "id": id, "revision": 1, "form": form } });
        let to = |id: &Value| json!({ "input": { "id": id, "revision": 1, "position": 0 } });
        let gone = |id: &Value| json!({ "input": { "id": id, "revision": 1 } });
        let new = |form: Value| json!({ "input": { "municipality": "aabenraa", "form": form } });
        let (create, change, place) = (mutation(CREATE), mutation(UPDATE), mutation(MOVE));
        // The partner has one section; the member of the steering group none.
        for (somebody, id, form) in [(&partner, &tools["id"], tool("Kort 2")), (&member, &row["id"], forum("N", "At mødes"))] {
            assert_eq!(api.refused_to(somebody, &create, new(form.clone())).await, "FORBIDDEN");
            assert_eq!(api.refused_to(somebody, &change, input(id, form)).await, "FORBIDDEN");
            assert_eq!(api.refused_to(somebody, &place, to(id)).await, "FORBIDDEN");
            assert_eq!(api.refused_to(somebody, DELETE, gone(id)).await, "FORBIDDEN");
        }
        // To others it is not there.
        for somebody in &strangers {
            assert_eq!(api.refused_to(somebody, &create, new(tool("Kort 2"))).await, "NOT_FOUND");
            assert_eq!(api.refused_to(somebody, &change, input(&row["id"], forum("N", "At mødes"))).await, "NOT_FOUND");
            assert_eq!(api.refused_to(somebody, &place, to(&row["id"])).await, "NOT_FOUND");
            assert_eq!(api.refused_to(somebody, DELETE, gone(&row["id"])).await, "NOT_FOUND");
        }
        assert_eq!(api.error(&create, new(tool("Kort 2"))).await.0, "NOT_FOUND");
        assert_eq!(api.error(DELETE, gone(&row["id"])).await.0, "NOT_FOUND");
        let unknown = json!("register-row:01900000-0000-7000-8000-000000000000");
        for id in [&unknown, &json!("tool")] {
            assert_eq!(api.refused_to(&leader, DELETE, gone(id)).await, "NOT_FOUND");
        }
    }

    async fn nothing_is_written_before_it_is_begun_or_while_it_is_submitted(api) {
        let leader = leader(&api).await;
        let new = json!({ "input": { "municipality": "aabenraa", "form": tool("Kort") } });
        assert_eq!(api.refused_to(&leader, &mutation(CREATE), new).await, "NOT_FOUND", "nothing has been begun");
        let framework = begun(&api, None).await;
        let row = made(&api, &leader, tool("Kort")).await;
        framework::Entity::update_many()
            .col_expr(framework::Column::State, Expr::value("submitted"))
            .filter(framework::Column::Id.eq(framework))
            .exec(api.app.db())
            .await
            .expect("submitted");
        assert_eq!(refusals(&create(&api, &leader, tool("Kort 2")).await), ["- IN_USE"]);
        assert_eq!(refusals(&update(&api, &leader, &row, tool("Kort 2")).await), ["- IN_USE"]);
        let place = json!({ "id": row["id"], "revision": 1, "position": 0 });
        assert_eq!(refusals(&send(&api, &leader, MOVE, place).await), ["- IN_USE"]);
        let input = json!({ "input": { "id": row["id"], "revision": 1 } });
        assert_eq!(refusals(&api.data_for(&leader, DELETE, input).await["registerRowDelete"]), ["- IN_USE"]);
        assert_eq!(tools(&api).await, placed(&["Kort"]));
    }

    async fn a_register_has_at_most_three_hundred_rows(api) {
        let framework_id = begun(&api, None).await;
        let leader = leader(&api).await;
        let ctx = api.ctx();
        let municipality_id = api.municipality_id("aabenraa").await;
        let row = |position: i32| register_row::Model {
            id: entity::ids::RegisterRowId(ctx.new_key()),
            municipality_id,
            framework_id,
            register: entity::framework::values::Register::Tool,
            position,
            form: tool("Kort")["tool"].to_string(),
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let rows = (0..299).map(|position| row(position).into_active_model());
        register_row::Entity::insert_many(rows).exec_without_returning(api.app.db()).await.expect("rows");
        made(&api, &leader, tool("Nummer 300")).await;
        assert_eq!(refusals(&create(&api, &leader, tool("Nummer 301")).await), ["- TOO_LONG"]);
        made(&api, &leader, forum("Netværk", "At mødes")).await;
    }

    async fn organisations_are_called_what_they_are_called_today_and_stay_by_name_when_gone(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let form = json!({ "name": "Prøveforening", "alternateNames": [], "sector": "VOLUNTARY", "phones": [], "emails": [], "links": [] });
        let make = "mutation ($input: OrganisationCreateInput!) { organisationCreate(input: $input) { organisation { id revision } } }";
        let data = api.data_for(&leader, make, json!({ "input": { "municipality": "aabenraa", "form": form } })).await;
        let id = data["organisationCreate"]["organisation"]["id"].clone();
        let named = |name: &str, role: &str| json!({ "partner": { "party": { "organisationId": id, "name": name }, "role": role } });
        let row = made(&api, &leader, named("", "Hjælper")).await;
        assert_eq!(row["title"], "Prøveforening", "the name is filled in");

        let mut renamed = form.clone();
        renamed["name"] = json!("Prøveforeningen af 2026");
        let change = "mutation ($input: OrganisationUpdateInput!) { organisationUpdate(input: $input) { organisation { id } } }";
        api.data_for(&leader, change, json!({ "input": { "id": id, "revision": 1, "form": renamed } })).await;
        let payload = update(&api, &leader, &row, named("Prøveforening", "Hjælper til")).await;
        assert_eq!(payload["row"]["title"], "Prøveforeningen af 2026");

        let delete = "mutation ($input: EntryDeleteInput!) { organisationDelete(input: $input) { deletedId } }";
        let data = api.data_for(&leader, delete, json!({ "input": { "id": id, "revision": 2 } })).await;
        assert_eq!(data["organisationDelete"]["deletedId"], id);
        let payload = update(&api, &leader, &payload["row"], named("Prøveforeningen af 2026", "Hjalp til")).await;
        assert_eq!(refusals(&payload), [""; 0]);
        let party = json!({ "organisationId": null, "name": "Prøveforeningen af 2026" });
        assert_eq!(payload["row"]["form"]["party"], party);
        assert_eq!(payload["row"]["organisations"], json!([]));
        let payload = create(&api, &leader, named("Prøveforeningen", "Ny")).await;
        assert_eq!(refusals(&payload), ["party.organisationId NOT_FOUND"], "nobody new can name it");
    }

    async fn rows_are_told_in_the_audit_log(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let row = made(&api, &leader, tool("Kort")).await;
        update(&api, &leader, &row, tool("Netværkskort")).await;
        let query = r#"{ municipality(slug: "aabenraa") { audit(first: 3) { nodes { action subject detail } } } }"#;
        let data = api.data_for(&leader, query, json!({})).await;
        let entries = &data["municipality"]["audit"]["nodes"];
        assert_eq!(column(entries, "/detail")[..2], ["Updated: Netværkskort", "Created: Kort"]);
        assert_eq!(entries[0]["action"], "SectionWrite");
        assert_eq!(entries[0]["subject"], row["id"]);
    }

    async fn a_row_that_was_taken_out_comes_back_under_its_old_key(api) {
        begun(&api, None).await;
        let leader = leader(&api).await;
        let row = made(&api, &leader, forum("Netværk", "At mødes")).await;
        api.set_clock("2026-03-03T09:01:00Z");
        update(&api, &leader, &row, forum("Netværket", "At mødes")).await;
        api.set_clock("2026-03-03T09:02:00Z");
        let input = json!({ "input": { "id": row["id"], "revision": 2 } });
        assert_eq!(refusals(&api.data_for(&leader, DELETE, input).await["registerRowDelete"]), [""; 0]);

        let told = changes(&api, &leader, &row["id"]).await;
        let actions = column(&told, "/action");
        assert_eq!(actions, ["DELETED", "UPDATED", "CREATED"]);
        assert_eq!(column(&told, "/subjectName"), ["Netværket", "Netværket", "Netværk"]);
        assert_eq!(told[1]["fields"], json!([{ "field": "name", "before": "Netværk", "after": "Netværket" }]));
        assert!(told.as_array().is_some_and(|told| told.iter().all(|change| change["canRestore"] == json!(true))));
        let stale = restore(&api, &leader, &told[0], 2).await;
        assert_eq!(refusals(&stale), ["revision STALE"], "it is gone: its revision is 0");
        api.set_clock("2026-03-03T09:03:00Z");
        let back = restore(&api, &leader, &told[0], 0).await;
        assert_eq!(refusals(&back), [""; 0]);
        assert_eq!((&back["row"]["id"], &back["row"]["title"]), (&row["id"], &json!("Netværket")));
        assert_eq!(back["row"]["revision"], 4, "whoever holds the old one is too late");

        api.set_clock("2026-03-03T09:04:00Z");
        let first = restore(&api, &leader, &told[2], 4).await;
        assert_eq!((&first["row"]["title"], &first["row"]["revision"]), (&json!("Netværk"), &json!(5)));
        let same = restore(&api, &leader, &told[2], 5).await;
        assert_eq!(same["row"]["revision"], 5, "it is that state already");
        let told = changes(&api, &leader, &row["id"]).await;
        assert_eq!(column(&told, "/action"), ["RESTORED", "RESTORED", "DELETED", "UPDATED", "CREATED"]);
        let member = api.somebody(Role::SteeringMember, "aabenraa").await;
        let input = json!({ "input": { "changeId": told[2]["id"], "revision": 5 } });
        assert_eq!(api.refused_to(&member, RESTORE, input).await, "FORBIDDEN");
    }

    async fn rows_stand_under_the_question_of_their_level(api) {
        let leader = leader(&api).await;
        let begin = r#"mutation { frameworkBegin(input: { municipality: "aabenraa" }) { userErrors { code } } }"#;
        assert_eq!(api.data_for(&leader, begin, json!({})).await["frameworkBegin"]["userErrors"], json!([]));
        made(&api, &leader, forum("Blandet", "At mødes")).await;
        let steps = json!([{ "key": "a", "text": "A", "next": [] }]);
        made(&api, &leader, json!({ "pathway": { "name": "Vej", "steps": steps } })).await;
        made(&api, &leader, tool("Kort")).await;
        let query = r#"{ municipality(slug: "aabenraa") { framework { sections { questions { key isAnswered rows { title register } } } } } }"#;
        let data = api.data_for(&leader, query, json!({})).await;
        let mut found = Vec::new();
        for section in data["municipality"]["framework"]["sections"].as_array().expect("sections") {
            for question in section["questions"].as_array().expect("questions") {
                for row in question["rows"].as_array().expect("rows") {
                    assert_eq!(question["isAnswered"], true);
                    found.push(format!("{} {}", question["key"], row["title"]).replace('"', ""));
                }
            }
        }
        assert_eq!(found, ["forums_municipal Vej", "forums_mixed Blandet", "tools Kort"]);
    }
}
