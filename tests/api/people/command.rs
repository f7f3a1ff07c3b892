//! `tovholder user invite` and `tovholder audit verify`, run as a person runs them.

use std::path::PathBuf;

use sea_orm::ConnectionTrait;
use tests::database::{Kind, TestDatabase};
use tokio::process::Command;

async fn run(url: &str, arguments: &[&str]) -> (bool, String, String) {
    let test = std::env::current_exe().expect("a path");
    let beside = test.parent().and_then(|folder| folder.parent()).expect("a folder").join("tovholder");
    let binary = std::env::var_os("TOVHOLDER_BIN").map_or(beside, PathBuf::from);
    let output = Command::new(binary)
        .args(arguments)
        .env_clear()
        .env("DATABASE_URL", url)
        .output()
        .await
        .expect("the binary can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.success(), text(output.stdout), text(output.stderr))
}

const INVITE: [&str; 9] = [
    "user",
    "invite",
    "--email",
    "prove@example.org",
    "--name",
    "Prøve Person",
    "--base-url",
    "https://prove.example/",
    "--role",
];

async fn invites_the_first_people(kind: Kind) {
    let database = TestDatabase::with_samples(kind).await;
    let url = database.url.as_str();
    let invite = async |rest: &[&str]| run(url, &[&INVITE[..], rest].concat()).await;

    let (succeeded, told, error) = invite(&["administrator"]).await;
    assert!(succeeded, "{error}");
    let link = told.lines().last().expect("a link");
    assert!(link.starts_with("https://prove.example/adgang/") && link.len() == 93, "{told}");
    let (succeeded, told, error) = invite(&["project-leader", "--municipality", "esbjerg"]).await;
    assert!(succeeded && told.contains("/adgang/"), "{told} {error}");

    for (rest, words) in [
        (&["project-leader"][..], "--municipality"),
        (&["project-leader", "--municipality", "nowhere"], "no such municipality"),
        (&["partner", "--municipality", "esbjerg"], "--organisation"),
        (&["project-leader", "--municipality", "esbjerg"], "already"),
        (&["king"], "possible values"),
    ] {
        let (succeeded, _, error) = invite(rest).await;
        assert!(!succeeded && error.contains(words), "{rest:?}: {error}");
    }

    let (succeeded, told, error) = run(url, &["audit", "verify"]).await;
    assert!(succeeded && told.contains("whole: 5 entries"), "{told} {error}");
    let connection = database.connect().await;
    let tampering = "UPDATE audit_entry SET actor = 'command:other' WHERE sequence = 3";
    connection.execute_unprepared(tampering).await.expect("a change behind the service's back");
    let (succeeded, _, error) = run(url, &["audit", "verify"]).await;
    assert!(!succeeded && error.contains("broken at entry 3"), "{error}");
}

#[tokio::test]
async fn the_first_people_are_invited_on_sqlite() {
    invites_the_first_people(Kind::Sqlite).await;
}

#[tokio::test]
async fn the_first_people_are_invited_on_postgres() {
    invites_the_first_people(Kind::Postgres).await;
}
