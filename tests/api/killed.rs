//! The service is killed (SIGKILL) while it writes: what it has acknowledged stays written, nothing is written by half,
//! and the audit log's chain is whole.

use std::time::Duration;

use entity::audit::audit_entry;
use entity::directory::values::ChangeAction;
use entity::directory::{contact, directory_change, phone};
use entity::identity::values::Role;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use server::audit::chain::{self, Verdict};
use tests::api::Api;
use tests::database::{Kind, TestDatabase};
use tests::process::Service;
use tokio::net::TcpStream;
use tokio::sync::mpsc;

/// How often it is killed, where `TOVHOLDER_KILLS` does not say. Each time takes the start of a service, two seconds of
/// a busy machine: a hundred are for a release, these few for every change.
const KILLS: u64 = 8;

const UPDATE: &str = "mutation Update($input: ContactUpdateInput!) { contactUpdate(input: $input) { \
    contact { revision } userErrors { code field message } } }";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_sqlite() {
    proof(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_postgres() {
    proof(Kind::Postgres).await;
}

async fn proof(kind: Kind) {
    let kills = std::env::var("TOVHOLDER_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let database = TestDatabase::with_samples(kind).await;
    let api = Api::on(database.again()).await;
    // Sessions are measured by the machine's clock in the service that is killed.
    api.set_clock(&now());
    let leader = api.somebody(Role::ProjectLeader, "esbjerg").await;
    let mut written = Written::first(&api).await;

    for kill in 0..kills {
        let service = Service::start(&database.url);
        let address = service.address.clone();
        let (id, form, cookie) = (written.id.clone(), written.form.clone(), leader.cookie.clone());
        let revision = written.revision;
        let (acknowledge, mut acknowledged) = mpsc::unbounded_channel();
        let writer =
            tokio::spawn(async move { write_on(&address, &cookie, &id, &form, revision, acknowledge).await });
        acknowledged.recv().await.expect("a first write");
        // Another moment each time, in the middle of one of the next.
        tokio::time::sleep(Duration::from_millis(kill * 53 % 350)).await;
        drop(service);
        let acknowledged = writer.await.expect("a writer that ends");
        written.holds_after(&api, acknowledged).await;
    }
    assert!(written.revision > 1, "not a single write came through");
}

/// A contact that is written over and over.
struct Written {
    row: contact::Model,
    id: String,
    form: Value,
    revision: i32,
}

impl Written {
    async fn first(api: &Api) -> Self {
        let esbjerg = api.municipality_id("esbjerg").await;
        let found = contact::Entity::find().filter(contact::Column::MunicipalityId.eq(esbjerg));
        let row = found.one(api.app.db()).await.expect("an answer").expect("a contact");
        let form = json!({
            "organisationId": format!("organisation:{}", row.organisation_id.0),
            "kind": "FUNCTION", "name": row.name, "visibility": "PUBLIC",
            "phones": [], "emails": [], "schedules": [],
        });
        Self { id: format!("contact:{}", row.id.0), form, revision: row.revision, row }
    }

    /// The contact is as the last acknowledged write left it, or as the one after that, which was under way.
    async fn holds_after(&mut self, api: &Api, acknowledged: i32) {
        let db = api.app.db();
        let row = contact::Entity::find_by_id(self.row.id).one(db).await.expect("an answer").expect("it");
        let found = row.revision;
        assert!(
            found == acknowledged || found == acknowledged + 1,
            "acknowledged {acknowledged}, found {found}"
        );
        if found > 1 {
            assert_eq!(row.name, name(found));
            let numbers = phone::Entity::find().filter(phone::Column::ContactId.eq(self.row.id));
            let numbers = numbers.all(db).await.expect("an answer");
            assert_eq!(numbers.len(), 1, "the contact and its number are written together");
            assert_eq!(numbers[0].number, format!("+45{}", number(found)));
        }
        let changes = directory_change::Entity::find()
            .filter(directory_change::Column::SubjectId.eq(self.row.id.0))
            .filter(directory_change::Column::Action.eq(ChangeAction::Updated))
            .count(db)
            .await;
        assert_eq!(changes.expect("a count"), u64::try_from(found - 1).expect("a number"), "history");
        let told =
            audit_entry::Entity::find().filter(audit_entry::Column::Subject.eq(&self.id)).count(db).await;
        assert_eq!(told.expect("a count"), u64::try_from(found - 1).expect("a number"), "audit log");
        let verdict = chain::verify(db).await.expect("an answer");
        assert!(matches!(verdict, Verdict::Whole { .. }), "{verdict:?}");
        self.revision = found;
    }
}

fn name(revision: i32) -> String {
    format!("Prøvekontakt {revision}")
}

fn number(revision: i32) -> String {
    format!("{}", 76_100_000 + revision)
}

/// Writes until the service is gone; returns the last revision that it acknowledged.
async fn write_on(
    address: &str,
    cookie: &str,
    id: &str,
    form: &Value,
    first: i32,
    acknowledge: mpsc::UnboundedSender<()>,
) -> i32 {
    let mut revision = first;
    let Ok(stream) = TcpStream::connect(address).await else { return revision };
    let Ok((mut sender, connection)) = http1::handshake(TokioIo::new(stream)).await else { return revision };
    let background = tokio::spawn(connection);
    loop {
        let mut form = form.clone();
        form["name"] = name(revision + 1).into();
        form["phones"] = json!([{ "number": number(revision + 1), "kind": "VOICE" }]);
        let input = json!({ "id": id, "revision": revision, "form": form });
        let body = json!({ "query": UPDATE, "variables": { "input": input } }).to_string();
        let request = Request::post("/graphql")
            .header("host", address)
            .header("cookie", cookie)
            .header("content-type", "application/json")
            .body(Full::new(Bytes::from(body)))
            .expect("a request");
        let Ok(response) = sender.send_request(request).await else { break };
        let Ok(body) = response.into_body().collect().await else { break };
        let answer: Value = serde_json::from_slice(&body.to_bytes()).expect("JSON");
        let seen = answer.pointer("/data/contactUpdate/contact/revision").and_then(Value::as_i64);
        revision = i32::try_from(seen.unwrap_or_else(|| panic!("{answer}"))).expect("a revision");
        if acknowledge.send(()).is_err() {
            break;
        }
    }
    background.abort();
    revision
}

#[expect(clippy::disallowed_methods, reason = "the service that is killed goes by the machine's clock")]
fn now() -> String {
    chrono::Utc::now().to_rfc3339()
}
