//! The audit of GraphQL over HTTP that comes with npm's `graphql-http`: no MUST and no SHOULD may fail.

use std::path::Path;

use serde::Deserialize;
use tests::api::Api;
use tests::database::Kind;
use tokio::process::Command;

const WEB: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../web");
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/api/http/audit.mjs");
/// As many as the version that the audit was written for has.
const AT_LEAST: usize = 60;

/// What one audit found: `ok`, `notice` (a MAY), `warn` (a SHOULD) or `error` (a MUST).
#[derive(Debug, Deserialize)]
struct Audit {
    id: String,
    name: String,
    status: String,
    reason: Option<String>,
}

#[tokio::test]
async fn no_must_and_no_should_of_graphql_over_http_fails() {
    let package = Path::new(WEB).join("node_modules/graphql-http/package.json");
    assert!(
        package.exists(),
        "web/node_modules has no graphql-http: run `cargo xtask test`, or `npm ci` in web/"
    );
    let api = Api::with_samples(Kind::Sqlite).await;
    let address = api.listen().await;

    let output = Command::new("node")
        .arg(SCRIPT)
        .arg(Path::new(WEB).join("package.json"))
        .arg(format!("http://{address}/graphql"))
        .kill_on_drop(true)
        .output()
        .await
        .expect("node can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let audits: Vec<Audit> =
        lines.lines().map(|line| serde_json::from_str(line).expect("an audit")).collect();
    assert!(audits.len() >= AT_LEAST, "only {} audits ran", audits.len());

    let failing = audits.iter().filter(|audit| matches!(audit.status.as_str(), "warn" | "error"));
    let told: Vec<String> = failing
        .map(|Audit { id, name, status, reason }| {
            format!("{status} {id} {name}: {}", reason.as_deref().unwrap_or("no reason"))
        })
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    let known = |audit: &Audit| matches!(audit.status.as_str(), "ok" | "notice");
    assert!(audits.iter().all(known), "an outcome that this proof does not know: {audits:?}");
}
