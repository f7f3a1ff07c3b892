//! A municipality in which there is one of everything, and everybody who asks about it. Made once for each kind of
//! database and copied.

use std::collections::BTreeMap;

use entity::directory::values::Visibility;
use entity::directory::{concept, theme};
use entity::framework::framework;
use entity::identity::values::LinkPurpose;
use entity::identity::{role_grant, session};
use entity::ids::{ConceptId, MunicipalityId};
use entity::strings::Strings;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use server::access::Action;
use server::audit::{self, Told};
use server::identity::links;
use server::{db, mail};
use tests::api::Api;
use tests::database::{Kind, TestDatabase};
use tests::people::Somebody;
use tests::rows::{self, Person};
use tokio::sync::OnceCell;

use super::secrets;
use super::{ORGANISATION, Who};

/// What is asked about, and who asks.
pub struct World {
    pub api: Api,
    pub things: Things,
}

/// Keys and slugs of what there is, and cookies of who asks.
#[derive(Clone, Default)]
pub struct Things {
    /// By the word that `given` looks for.
    pub keys: BTreeMap<&'static str, String>,
    people: BTreeMap<Who, Somebody>,
}

impl Things {
    pub fn key(&self, word: &str) -> Value {
        json!(self.keys.get(word).unwrap_or_else(|| panic!("no {word}")))
    }
}

impl World {
    /// A copy of it, in earnest: in a demo everybody reads the mails.
    pub async fn copy(kind: Kind) -> Self {
        static OF_SQLITE: OnceCell<(TestDatabase, Things)> = OnceCell::const_new();
        static OF_POSTGRES: OnceCell<(TestDatabase, Things)> = OnceCell::const_new();
        let cell = match kind {
            Kind::Sqlite => &OF_SQLITE,
            Kind::Postgres => &OF_POSTGRES,
        };
        let (database, things) = cell.get_or_init(|| made(kind)).await;
        let api = Api::serving(database.copy().await, false).await;
        Self { api, things: things.clone() }
    }

    /// Asks as somebody; returns the whole answer.
    pub async fn ask(&self, who: Who, query: &str, variables: Value) -> Value {
        match self.things.people.get(&who) {
            Some(somebody) => self.api.answer_to(somebody, query, variables).await,
            None => self.api.answer(query, variables).await,
        }
    }

    async fn change(&self, who: Who, input: &str, mutation: &str, select: &str, given: Value) -> Value {
        let query = format!(
            "mutation ($input: {input}!) {{ {mutation}(input: $input) {{ {select} userErrors {{ field message }} }} }}"
        );
        let mut answer = self.ask(who, &query, json!({ "input": given })).await;
        assert_eq!(answer.get("errors"), None, "{mutation}: {answer}");
        let payload = answer["data"][mutation].take();
        assert_eq!(payload["userErrors"], json!([]), "{mutation}");
        payload
    }
}

async fn made(kind: Kind) -> (TestDatabase, Things) {
    let database = TestDatabase::with_samples(kind).await;
    let api = Api::serving(database.again(), false).await;
    let mut world = World { api, things: Things::default() };
    let here = world.api.municipality_id("esbjerg").await;
    world.people(here).await;
    world.hidden(here).await;
    world.entries(here).await;
    world.what_was_done(here).await;
    world.framework(here).await;
    world.plans().await;
    world.elsewhere().await;
    // A copy is only made of what nobody is connected to.
    world.api.app.db().clone().close().await.expect("a closed connection");
    (database, world.things)
}

impl World {
    async fn people(&mut self, here: MunicipalityId) {
        for who in Who::ALL {
            let roles = who.roles();
            if roles.is_empty() {
                continue;
            }
            let person = self.api.person(&format!("{who:?}")).await;
            for (role, municipality, organisation) in roles {
                let municipality = match municipality {
                    &"" => None,
                    slug => Some(self.api.municipality_id(slug).await),
                };
                let organisation = match (municipality, organisation) {
                    (Some(of), Some(slug)) => Some(self.api.organisation_id(of, slug).await),
                    _ => None,
                };
                self.api.grant(person.id, *role, municipality, organisation).await;
            }
            let somebody = self.api.sign_in(&person, true).await;
            self.things.people.insert(who, somebody);
        }
        // Somebody else with a role here, whom the others ask about.
        let member = self.api.person(secrets::MEMBER).await;
        self.api.grant(member.id, entity::identity::values::Role::SteeringMember, Some(here), None).await;
        self.api.sign_in(&member, true).await;
        let theirs = session::Entity::find().filter(session::Column::PersonId.eq(member.id));
        let theirs = theirs.one(self.api.app.db()).await.expect("an answer").expect("a session");
        self.things.keys.insert("session", format!("session:{}", theirs.id.0));
        let mut theirs = theirs.into_active_model();
        theirs.user_agent = Set(Some(secrets::BROWSER.to_owned()));
        theirs.update(self.api.app.db()).await.expect("a browser's name");
        let grant = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(member.id));
        let grant = grant.one(self.api.app.db()).await.expect("an answer").expect("a role");
        self.things.keys.insert("role", format!("role:{}", grant.id.0));
        self.things.keys.insert("person", format!("person:{}", member.id.0));
        let ctx = self.api.ctx();
        let link = links::issue(&ctx, self.api.app.db(), member.id, LinkPurpose::Invitation, None);
        let link = link.await.expect("a link").secret().to_owned();
        self.things.keys.insert("token", link);
    }

    /// A contact that is not for everybody, and a concept.
    async fn hidden(&mut self, here: MunicipalityId) {
        let db = self.api.app.db();
        let unit = self.api.organisation_id(here, ORGANISATION).await;
        let person = |name, visibility| Person {
            name,
            title: "Prøvetitel",
            phone: if visibility == Visibility::Public { "+4599887701" } else { secrets::HIDDEN_PHONE },
            email: if visibility == Visibility::Public {
                "aaben@prove.example"
            } else {
                secrets::HIDDEN_EMAIL
            },
            visibility,
        };
        let public = rows::add_contact(db, here, unit, &person("Prøve Åben", Visibility::Public)).await;
        let hidden = rows::add_contact(db, here, unit, &person(secrets::HIDDEN, Visibility::SignedIn)).await;
        let ctx = self.api.ctx();
        let words = concept::Model {
            id: ConceptId(ctx.new_key()),
            municipality_id: here,
            label: secrets::CONCEPT.to_owned(),
            official: Strings(vec![secrets::CONCEPT.to_owned()]),
            lay: Strings(vec![secrets::CONCEPT.to_owned()]),
            revision: 1,
            created_at: ctx.now(),
            updated_at: ctx.now(),
        };
        let id = words.id;
        concept::Entity::insert(words.into_active_model())
            .exec_without_returning(db)
            .await
            .expect("a concept");
        let theme = theme::Entity::find().filter(theme::Column::MunicipalityId.eq(here));
        let theme = theme.one(db).await.expect("an answer").expect("a theme");
        let group = entity::directory::target_group::Entity::find()
            .filter(entity::directory::target_group::Column::MunicipalityId.eq(here));
        let group = group.one(db).await.expect("an answer").expect("a group");
        rows::touch(db, here).await;
        self.api.refresh().await;
        self.things.keys.extend([
            ("municipality", format!("municipality:{}", here.0)),
            ("organisation", format!("organisation:{}", unit.0)),
            ("contact", format!("contact:{}", public.0)),
            ("hidden", format!("contact:{}", hidden.0)),
            ("concept", format!("concept:{}", id.0)),
            ("theme", format!("theme:{}", theme.id.0)),
            ("targetGroup", format!("target-group:{}", group.id.0)),
        ]);
    }

    /// Services with something in every field, in place of one that has closed; an edition of the catalogue.
    async fn entries(&mut self, _here: MunicipalityId) {
        let things = &self.things;
        let form = |name: &str, parent: Value| {
            json!({
                "organisationId": things.key("organisation"), "parentId": parent, "name": name,
                "alternateNames": ["Prøvenavn"], "themeIds": [things.key("theme")],
                "targetGroupIds": [things.key("targetGroup")], "purpose": "Formål", "description": "Beskrivelse",
                "eligibilityDescription": "For nogen", "minimumAge": 18, "maximumAge": 30, "access": "REFERRAL",
                "applicationProcess": "Ring", "legalBasis": [{ "act": "Lov", "paragraph": "§ 1" }],
                "languages": ["da"], "interpretationServices": "Tolk",
                "capacities": [{ "unit": "pladser", "maximum": 2, "description": "om" }],
                "costOptions": [{ "amount": 1.0, "description": "for" }], "feesDescription": "Gratis",
                "keyFigures": [{ "label": "tal", "value": 1.0, "unit": "stk", "year": 2025, "source": "kilde" }],
                "schedules": [{ "byday": ["MONDAY"], "weeks": "EVERY", "opensAt": "09:00", "closesAt": "10:00" }],
                "scheduleExceptions": [{ "validFrom": "2026-03-01", "validTo": "2026-12-31", "closed": true }],
                "locations": [{ "name": "Hus", "address1": "Vej 1", "postalCode": "6700", "city": "Esbjerg" }],
                "phones": [{ "number": "75123456", "kind": "VOICE" }],
                "emails": [{ "address": "x@example.org" }],
                "links": [{ "url": "https://example.org/", "label": "side" }],
                "contacts": [{ "contactId": things.key("contact"), "role": "Vagt" }, { "contactId": things.key("hidden") }],
                "status": "ACTIVE", "ownerId": things.key("person"), "checkIntervalDays": 30, "sourceNote": "Usikkert",
            })
        };
        let create = async |name: &str, parent: Value| {
            let given = json!({ "municipality": "esbjerg", "form": form(name, parent) });
            let made =
                self.change(Who::Leader, "ServiceCreateInput", "serviceCreate", "service { id slug }", given);
            made.await["service"].take()
        };
        let parent = create("Prøve forælder", Value::Null).await;
        let service = create("Prøve tilbud", parent["id"].clone()).await;
        create("Prøve del", service["id"].clone()).await;
        let closed = create("Prøve lukket", parent["id"].clone()).await;
        let given = json!({ "id": closed["id"], "revision": 1, "successorId": service["id"] });
        self.change(Who::Leader, "ServiceCloseInput", "serviceClose", "service { id }", given).await;
        let given = json!({ "municipality": "esbjerg", "edition": "2026" });
        self.change(Who::Leader, "CatalogueFixInput", "catalogueFix", "edition { number }", given).await;
        // Something in which the edition and today differ.
        create("Prøve senere", Value::Null).await;
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        self.things.keys.extend([
            ("service", text(&service["id"])),
            ("slug", text(&service["slug"])),
            ("closed", text(&closed["id"])),
        ]);
    }

    /// Proposals, a report, an import, changes, entries of the log, a mail.
    async fn what_was_done(&mut self, here: MunicipalityId) {
        let contact = self.things.key("contact");
        for (who, message) in
            [(Who::Partner, secrets::BY_PARTNER), (Who::Professional, secrets::BY_PROFESSIONAL)]
        {
            let form = json!({
                "organisationId": self.things.key("organisation"), "kind": "PERSON", "name": "Prøve Åben",
                "title": format!("Foreslået af {who:?}"), "visibility": "PUBLIC", "phones": [], "emails": [],
                "schedules": [],
            });
            let given = json!({ "subject": contact, "revision": 1, "contactForm": form, "message": message });
            let made = self.change(who, "ProposalMakeInput", "proposalMake", "proposal { id }", given).await;
            if who == Who::Partner {
                let id = made["proposal"]["id"].as_str().expect("a key").to_owned();
                self.things.keys.insert("proposal", id);
            }
        }
        let given = json!({ "subject": contact, "message": secrets::REPORT, "email": secrets::REPORTER });
        self.change(Who::Visitor, "ErrorReportInput", "errorReport", "done", given).await;
        // One file that can be taken over, and one that can't.
        let good =
            self.file("nøgle;navn;organisation;temaer;beskrivelse\n;Prøverække;kfum;bolig;Noget\n").await;
        let import = self.file("a;b\n1;2\n").await;
        self.things.keys.extend([("goodImport", good), ("import", import)]);

        let changes = "{ municipality(slug: \"esbjerg\") { changes(first: 1) { nodes { id } } } }";
        let answer = self.ask(Who::Leader, changes, json!({})).await;
        let change = answer.pointer("/data/municipality/changes/nodes/0/id").and_then(Value::as_str);
        let change = change.expect("a change").to_owned();
        self.things.keys.insert("change", change);

        let tx = db::begin(self.api.app.db()).await.expect("a transaction");
        let letter = mail::Mail {
            municipality: Some(here),
            recipient: secrets::RECIPIENT.to_owned(),
            subject: secrets::LETTER.to_owned(),
            body: secrets::LETTER.to_owned(),
            dedupe_key: None,
            due_at: self.api.ctx().now(),
        };
        mail::enqueue(&self.api.ctx(), &tx, letter).await.expect("a mail");
        let told = Told { after: Some(json!({ "a": secrets::LOG })), ..Told::words(secrets::LOG) };
        audit::record(
            &self.api.ctx(),
            &tx,
            Some(here),
            Action::PeopleManage,
            self.things.keys["person"].clone(),
            told,
        )
        .await
        .expect("an entry");
        tx.commit().await.expect("a commit");
    }

    /// Sends a file in; returns the import's key.
    async fn file(&self, content: &str) -> String {
        let given = json!({
            "municipality": "esbjerg", "format": "CSV", "fileName": secrets::FILE, "content": content,
        });
        let made =
            self.change(Who::Leader, "DirectoryImportInput", "directoryImport", "import { id }", given).await;
        made["import"]["id"].as_str().expect("a key").to_owned()
    }

    /// The overall framework, begun where no sample has: an edition for everybody; then a section that is given to
    /// somebody, a question of the municipality's own with its answer, a row; and a submission that was sent back.
    async fn framework(&mut self, here: MunicipalityId) {
        let of = framework::Entity::find().filter(framework::Column::MunicipalityId.eq(here));
        if of.one(self.api.app.db()).await.expect("an answer").is_none() {
            let given = json!({ "municipality": "esbjerg" });
            self.change(Who::Leader, "FrameworkBeginInput", "frameworkBegin", "framework { id }", given)
                .await;
        }
        let asked = "{ municipality(slug: \"esbjerg\") { framework { revision version } } }";
        let framework = async |world: &Self| {
            world.ask(Who::Leader, asked, json!({})).await["data"]["municipality"]["framework"].take()
        };
        let given = json!({
            "municipality": "esbjerg", "revision": framework(self).await["revision"], "approvalsNeeded": 1, "intervalMonths": 6,
            "visibility": "PUBLIC",
        });
        let select = "framework { revision }";
        self.change(Who::Leader, "FrameworkSettingsUpdateInput", "frameworkSettingsUpdate", select, given)
            .await;
        for form in rows_of_every_register(&self.things.key("organisation")) {
            let given = json!({ "municipality": "esbjerg", "form": form });
            self.change(Who::Leader, "RegisterRowCreateInput", "registerRowCreate", "row { id }", given)
                .await;
        }
        // Something for everybody that has been done, of which an edition tells.
        let given = json!({ "municipality": "esbjerg", "kind": "ACTION_PLAN",
            "form": { "title": "Prøveplan", "visibility": "PUBLIC" } });
        let made =
            self.change(Who::Leader, "PlanCreateInput", "planCreate", "plan { goals { id } }", given).await;
        let given = json!({ "goalId": made["plan"]["goals"][0]["id"], "form": {
            "title": "Prøveaktivitet", "responsibleOrganisationId": self.things.key("organisation"),
            "status": "DONE", "doneOn": "2026-02-01" } });
        self.change(Who::Leader, "ActivityCreateInput", "activityCreate", "activity { id }", given).await;
        let select = "submission { id }";
        let given = json!({ "municipality": "esbjerg", "version": framework(self).await["version"] });
        let made = self.change(Who::Leader, "FrameworkSubmitInput", "frameworkSubmit", select, given).await;
        let given = json!({ "id": made["submission"]["id"] });
        self.change(Who::Steering, "FrameworkApproveInput", "frameworkApprove", "edition { number }", given)
            .await;

        let sections =
            "{ municipality(slug: \"esbjerg\") { framework { section(section: PLANS) { id revision } } } }";
        let answer = self.ask(Who::Leader, sections, json!({})).await;
        let section = &answer["data"]["municipality"]["framework"]["section"];
        let given = json!({
            "id": section["id"], "revision": section["revision"], "assigneeId": self.things.key("person"),
            "dueOn": "2026-04-01", "isDone": false,
        });
        let update = self.change(
            Who::Leader,
            "FrameworkSectionUpdateInput",
            "frameworkSectionUpdate",
            "section { id }",
            given,
        );
        update.await;
        let given = json!({
            "municipality": "esbjerg", "section": "PLANS", "title": "Prøvespørgsmål?", "guidance": "Prøve",
        });
        let select = "question { id revision }";
        let asked = self.change(
            Who::Leader,
            "FrameworkQuestionCreateInput",
            "frameworkQuestionCreate",
            select,
            given,
        );
        let question = asked.await["question"].take();
        let given =
            json!({ "id": question["id"], "revision": question["revision"], "answer": secrets::DRAFT });
        self.change(Who::Leader, "FrameworkAnswerUpdateInput", "frameworkAnswerUpdate", select, given).await;
        let given = json!({ "municipality": "esbjerg", "form": { "tool": { "name": "Prøveredskab" } } });
        let made = self
            .change(Who::Leader, "RegisterRowCreateInput", "registerRowCreate", "row { id }", given)
            .await;
        let changes = format!(
            "{{ municipality(slug: \"esbjerg\") {{ framework {{ changes(subject: {}) {{ nodes {{ id }} }} }} }} }}",
            question["id"]
        );
        let answer = self.ask(Who::Leader, &changes, json!({})).await;
        let change = &answer["data"]["municipality"]["framework"]["changes"]["nodes"][0]["id"];
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        self.things.keys.extend([
            ("frameworkSection", text(&section["id"])),
            ("frameworkQuestion", text(&question["id"])),
            ("frameworkChange", text(change)),
            ("registerRow", text(&made["row"]["id"])),
        ]);

        // Keys are in the order of the clock.
        self.api.set_clock("2026-03-03T09:01:00Z");
        let select = "submission { id remarks { id } }";
        let given = json!({ "municipality": "esbjerg", "version": framework(self).await["version"], "note": secrets::DRAFT });
        let made = self.change(Who::Leader, "FrameworkSubmitInput", "frameworkSubmit", select, given).await;
        let submission = text(&made["submission"]["id"]);
        let given = json!({ "id": submission, "section": "PLANS", "text": secrets::DRAFT });
        let made =
            self.change(Who::Steering, "FrameworkRemarkAddInput", "frameworkRemarkAdd", select, given).await;
        let remark = text(&made["submission"]["remarks"][0]["id"]);
        let given = json!({ "id": submission });
        self.change(Who::Steering, "FrameworkReturnInput", "frameworkReturn", "submission { id }", given)
            .await;
        self.api.set_clock(tests::api::NOW);
        self.things.keys.extend([("frameworkSubmission", submission), ("frameworkRemark", remark)]);
    }

    /// A plan for those with a role here, with an activity that the partner is responsible for.
    async fn plans(&mut self) {
        let text = |value: &Value| value.as_str().expect("text").to_owned();
        let given = json!({ "municipality": "esbjerg", "kind": "ACTION_PLAN", "form": {
            "title": secrets::PLAN, "beginsOn": "2026-01-01", "endsOn": "2026-12-31", "mission": "Mission",
            "values": "Værdier", "vision": "Vision", "visibility": "SIGNED_IN" } });
        let select = "plan { id goals { id } }";
        let made = self.change(Who::Leader, "PlanCreateInput", "planCreate", select, given).await;
        let (plan, goal) = (text(&made["plan"]["id"]), text(&made["plan"]["goals"][0]["id"]));
        let given = json!({ "id": goal, "revision": 1, "form": { "title": "Mål", "why": "Derfor", "aim": "Dertil",
            "voices": [{ "who": "Rådet", "words": "Ja" }] } });
        self.change(Who::Leader, "GoalUpdateInput", "goalUpdate", "goal { id }", given).await;
        let partner = format!("person:{}", self.things.people[&Who::Partner].id.0);
        let given = json!({ "goalId": goal, "form": {
            "subGoal": "Delmål", "title": "Aktivitet", "responsible": "Nogen", "responsiblePersonId": partner,
            "responsibleOrganisationId": self.things.key("organisation"), "others": "Andre",
            "startsOn": "2026-01-01", "dueOn": "2026-02-01", "status": "DONE", "doneOn": "2026-02-01",
            "followUpOn": "2026-03-01", "notes": "Noter" } });
        let made =
            self.change(Who::Leader, "ActivityCreateInput", "activityCreate", "activity { id }", given);
        let activity = text(&made.await["activity"]["id"]);
        self.things.keys.extend([("plan", plan), ("goal", goal), ("activity", activity)]);
    }

    /// What belongs to the other municipality.
    async fn elsewhere(&mut self) {
        let db = self.api.app.db();
        let there = self.api.municipality_id("aabenraa").await;
        let person = self.api.person(secrets::FOREIGN).await;
        self.api.grant(person.id, entity::identity::values::Role::SteeringMember, Some(there), None).await;
        let unit = self.api.organisation_id(there, "social").await;
        let hidden = Person {
            name: secrets::FOREIGN,
            title: "Prøvetitel",
            phone: "+4599887703",
            email: "x@fremmed.example",
            visibility: Visibility::SignedIn,
        };
        rows::add_contact(db, there, unit, &hidden).await;
        let tx = db::begin(db).await.expect("a transaction");
        let told = Told::words(secrets::FOREIGN);
        audit::record(&self.api.ctx(), &tx, Some(there), Action::PeopleManage, "x", told)
            .await
            .expect("an entry");
        tx.commit().await.expect("a commit");
        rows::touch(db, there).await;
        self.api.refresh().await;
    }
}

/// A row of each register, with something in every field.
fn rows_of_every_register(organisation: &Value) -> Vec<Value> {
    let party = json!({ "organisationId": organisation, "name": "" });
    vec![
        json!({ "populationFigure": { "group": "Prøve", "number": 1, "numberTo": 2, "asOf": "2026-01-01", "source": "Prøve" } }),
        json!({ "expectedIntake": { "year": 2026, "group": "Prøve", "number": 1, "numberTo": 2, "source": "Prøve" } }),
        json!({ "supportFigure": { "paragraph": "§ 85", "serviceType": "Prøve", "number": 1.5, "numberTo": 2.5,
            "unit": "timer", "period": "om ugen", "source": "Prøve" } }),
        json!({ "partner": { "party": party, "branch": "Prøve", "role": "Prøve" } }),
        json!({ "outreach": { "name": "Prøve", "anchoring": party, "description": "Prøve" } }),
        json!({ "forum": { "name": "Prøve", "level": "MUNICIPAL", "purpose": "Prøve", "members": [party], "chair": "Prøve",
            "rhythm": "Prøve", "meetingsPerYear": 2, "meetings": [{ "date": "2026-05-01", "note": "Prøve" }] } }),
        json!({ "pathway": { "name": "Prøve", "description": "Prøve", "steps": [
            { "key": "a", "text": "Prøve", "actor": party, "channel": "Prøve", "within": "Prøve",
              "next": [{ "condition": "Prøve", "to": "b" }] },
            { "key": "b", "text": "Prøve", "next": [] }] } }),
        json!({ "agreement": { "subject": "Prøve", "level": "MUNICIPAL", "parties": [party], "signedOn": "2025-01-01",
            "evaluateBy": "2026-01-01", "document": "https://prove.example/", "status": "IN_FORCE", "notes": "Prøve" } }),
        json!({ "coordinatingFunction": { "branch": "Prøve", "function": "Prøve", "holder": "Prøve", "description": "Prøve" } }),
        json!({ "channel": { "level": "MUNICIPAL", "kind": "Prøve", "between": [party], "description": "Prøve" } }),
        json!({ "citizenPlan": { "name": "Prøve", "holder": "Prøve", "keptAt": "Prøve", "access": "Prøve",
            "coordinated": "Prøve", "citizenInvolved": "Prøve" } }),
        json!({ "tool": { "name": "Prøve", "description": "Prøve", "link": "https://prove.example/", "users": "Prøve" } }),
        json!({ "dissemination": { "channel": "Prøve", "audience": "Prøve", "description": "Prøve" } }),
    ]
}
