//! The commands of the binary `tovholder`, run as a person runs them. `cargo xtask test` builds it and says where it is
//! in `TOVHOLDER_BIN`; otherwise the one beside this test is taken.

use std::ffi::OsString;
use std::process::Stdio;

use entity::audit::audit_entry;
use entity::directory::{contact, service};
use sea_orm::{Database, EntityTrait, PaginatorTrait};
use tests::api::Api;
use tests::database::{Kind, TestDatabase};
use tests::on_both;
use tests::process::binary;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::Command;

const COMMITTED: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../server/schema.graphql"));
/// Where Debian keeps the tools of its PostgreSQL.
const POSTGRES: &str = "/usr/lib/postgresql";

/// What a command printed, and whether it was content.
struct Outcome {
    succeeded: bool,
    stdout: String,
    stderr: String,
}

fn command(url: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(binary());
    command
        .args(arguments)
        .env_clear()
        .env("DATABASE_URL", url)
        .env("PATH", search_path())
        .stdin(Stdio::null())
        .kill_on_drop(true);
    command
}

/// Where programs are looked for: the usual places and PostgreSQL's own.
fn search_path() -> OsString {
    let usual = std::env::var_os("PATH").unwrap_or_default();
    let versions =
        std::fs::read_dir(POSTGRES).into_iter().flatten().flatten().map(|version| version.path().join("bin"));
    std::env::join_paths(std::env::split_paths(&usual).chain(versions)).expect("a path")
}

async fn run(url: &str, arguments: &[&str]) -> Outcome {
    let output = command(url, arguments).output().await.expect("the binary can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Outcome { succeeded: output.status.success(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

async fn succeeds(url: &str, arguments: &[&str]) -> String {
    let outcome = run(url, arguments).await;
    assert!(outcome.succeeded, "{arguments:?}: {}", outcome.stderr);
    outcome.stdout
}

/// Asserts that the command refuses, saying these words and no more than a person needs.
async fn refuses(url: &str, arguments: &[&str], words: &[&str]) {
    let outcome = run(url, arguments).await;
    assert!(!outcome.succeeded, "{arguments:?}: {}", outcome.stdout);
    for word in words {
        assert!(outcome.stderr.contains(word), "{word}: {}", outcome.stderr);
    }
    assert!(!outcome.stderr.contains("panicked"), "{}", outcome.stderr);
}

async fn counts(url: &str) -> (u64, u64, u64) {
    let db = Database::connect(url).await.expect("a database");
    let services = service::Entity::find().count(&db).await.expect("a count");
    let contacts = contact::Entity::find().count(&db).await.expect("a count");
    let entries = audit_entry::Entity::find().count(&db).await.expect("a count");
    (services, contacts, entries)
}

#[tokio::test]
async fn help_names_every_command_and_setting() {
    let help = succeeds("sqlite://unused.db", &["--help"]).await;
    for word in ["serve", "migrate", "sample", "schema", "backup", "DATABASE_URL", "TOVHOLDER_LOG_FORMAT"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    let help = succeeds("postgres://somebody:secret@host/name", &["serve", "--help"]).await;
    for word in ["TOVHOLDER_LISTEN", "TOVHOLDER_DEMO", "TOVHOLDER_MIGRATE", "--listen"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    assert!(!help.contains("secret"), "the password is not shown");
    assert!(succeeds("sqlite://unused.db", &["--version"]).await.starts_with("tovholder "));
}

#[tokio::test]
async fn a_command_that_is_none_is_refused() {
    refuses("sqlite://unused.db", &["dance"], &["dance", "--help"]).await;
    refuses("sqlite://unused.db", &[], &["Usage"]).await;
}

#[tokio::test]
async fn the_schema_it_prints_is_the_committed_one() {
    assert!(
        succeeds("sqlite://unused.db", &["schema"]).await == COMMITTED,
        "server/schema.graphql is not fresh, or the binary is old"
    );
}

/// Migrates, loads, loads again, replaces: on one database, in order.
async fn from_nothing_to_samples(kind: Kind) {
    let database = TestDatabase::bare(kind).await;
    let url = database.url.as_str();
    refuses(url, &["serve"], &["tovholder migrate"]).await;
    refuses(url, &["sample"], &["tovholder migrate"]).await;

    let first = succeeds(url, &["migrate"]).await;
    assert!(first.contains("up to date") && !first.contains("(0 changes"), "{first}");
    assert!(succeeds(url, &["migrate"]).await.contains("(0 changes made)"), "a second time changes nothing");

    let loaded = succeeds(url, &["sample"]).await;
    assert!(
        loaded.contains("Esbjerg Kommune: 27 services loaded.")
            && loaded.contains("Aabenraa Kommune: 48 services loaded.")
            && loaded.contains("Randers Kommune: 13 services loaded."),
        "{loaded}"
    );
    let all = counts(url).await;
    assert_eq!(
        (all.0, all.2),
        (88, 5),
        "one entry in the audit log for each municipality and each framework"
    );
    let again = succeeds(url, &["sample"]).await;
    assert!(
        again.contains("Esbjerg Kommune: there already.")
            && again.contains("Aabenraa Kommune: there already."),
        "{again}"
    );
    assert_eq!(counts(url).await, all, "and nothing was written");

    let replaced = succeeds(url, &["sample", "--replace"]).await;
    assert!(replaced.contains("Esbjerg Kommune: 27 services loaded."), "{replaced}");
    let after = counts(url).await;
    assert_eq!((after.0, after.1), (all.0, all.1));
    assert!(after.2 >= 2, "what was done stays in the log");
}

mod a_database_is_migrated_and_filled_and_nothing_is_done_twice {
    use super::*;

    #[tokio::test]
    async fn sqlite() {
        from_nothing_to_samples(Kind::Sqlite).await;
    }

    #[tokio::test]
    async fn postgres() {
        from_nothing_to_samples(Kind::Postgres).await;
    }
}

#[tokio::test]
async fn a_backup_of_sqlite_opens_and_holds_the_same_rows() {
    let database = TestDatabase::with_samples(Kind::Sqlite).await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("copy.db");
    let path = file.to_str().expect("a path");
    assert!(succeeds(&database.url, &["backup", path]).await.contains(path));
    let copy = format!("sqlite://{path}");
    assert_eq!(counts(&copy).await, counts(&database.url).await);
    assert!(
        succeeds(&copy, &["migrate"]).await.contains("(0 changes made)"),
        "it is a database to go on with"
    );

    let before = std::fs::read(&file).expect("the copy");
    refuses(&database.url, &["backup", path], &["is there already"]).await;
    assert!(std::fs::read(&file).expect("the copy") == before, "an existing file is never touched");
    refuses(&database.url, &["backup", "/nowhere/copy.db"], &[]).await;
}

#[tokio::test]
async fn a_backup_of_postgres_is_one_that_its_tools_restore() {
    let database = TestDatabase::with_samples(Kind::Postgres).await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("copy.dump");
    let path = file.to_str().expect("a path");
    succeeds(&database.url, &["backup", path]).await;
    refuses(&database.url, &["backup", path], &["is there already"]).await;

    let restored = TestDatabase::bare(Kind::Postgres).await;
    let output = Command::new("pg_restore")
        .env("PATH", search_path())
        .args(["--no-owner", "--exit-on-error", "--dbname", &restored.url, path])
        .output()
        .await
        .expect("pg_restore can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(counts(&restored.url).await, counts(&database.url).await);
}

#[tokio::test]
async fn a_served_database_answers_until_it_is_told_to_stop() {
    let database = TestDatabase::with_samples(Kind::Sqlite).await;
    let mut service = command(&database.url, &["serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("a service");
    let mut lines = BufReader::new(service.stdout.take().expect("its output")).lines();
    let ready = lines.next_line().await.expect("output").expect("a line");
    let address =
        ready.split("http://").nth(1).map(|rest| rest.trim_end_matches('/')).expect("an address").to_owned();

    let mut stream = TcpStream::connect(&address).await.expect("a connection");
    let request = format!("GET /readyz HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("ok"), "{answer}");

    refuses(&database.url, &["serve", "--listen", &address], &["can't listen", &address]).await;
    let id = service.id().expect("an id").to_string();
    let told = Command::new("kill").args(["-TERM", &id]).status().await.expect("kill");
    assert!(told.success());
    let ended = service.wait().await.expect("an end");
    assert!(ended.success(), "{ended}");
}

#[tokio::test]
async fn a_database_that_cannot_be_reached_is_told_in_a_line() {
    refuses("postgres://nobody@127.0.0.1:1/none", &["migrate"], &["database"]).await;
    refuses("sqlite:///proc/none/data.db", &["migrate"], &["/proc/none"]).await;
    refuses("nonsense://x", &["migrate"], &[]).await;
}

on_both! {
    async fn loading_a_sample_writes_one_entry_in_the_audit_log(api) {
        let entries = audit_entry::Entity::find().all(api.app.db()).await.expect("entries");
        assert_eq!(entries.len(), 3, "one for each municipality");
        for entry in &entries {
            assert_eq!((entry.action.as_str(), entry.actor.as_str()), ("SampleLoad", "command:test"));
            assert!(
                entry.municipality_id.is_some_and(|id| entry.subject == format!("municipality:{}", id.0))
            );
            assert!(entry.detail.as_ref().is_some_and(|detail| detail.contains("services")));
        }
        read_everything(&api).await;
        let after = audit_entry::Entity::find().count(api.app.db()).await.expect("a count");
        assert_eq!(after, 3, "reading what is public writes nothing");
    }
}

async fn read_everything(api: &Api) {
    api.data("{ municipalities { services { nodes { name } } } }", serde_json::json!({})).await;
    api.get("/esbjerg/katalog").await;
}
