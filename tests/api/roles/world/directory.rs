//! The directory, with something in every field, and what was done with it: proposals, a report, imports, an edition of
//! the catalogue.

use entity::directory::values::Visibility;
use entity::directory::{concept, theme};
use entity::ids::{ConceptId, MunicipalityId};
use entity::strings::Strings;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use server::access::Action;
use server::audit::{self, Told};
use server::{db, mail};
use tests::rows::{self, Person};

use super::World;
use crate::roles::{ORGANISATION, Who, secrets};

impl World {
    /// A contact that is not for everybody, and a concept.
    pub(super) async fn hidden(&mut self, here: MunicipalityId) {
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
    pub(super) async fn entries(&mut self, _here: MunicipalityId) {
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
    pub(super) async fn what_was_done(&mut self, here: MunicipalityId) {
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
}
