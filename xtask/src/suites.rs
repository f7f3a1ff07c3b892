//! Which test targets there are and in what order they run. The API suite comes last, because what a person reads
//! last is its closing line.

use std::num::NonZero;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process;
use crate::server::cargo;
use crate::workspace::Workspace;

/// The suite that tells most about the product.
const LAST: &str = "api";

/// One call of `cargo test`.
pub struct Suite {
    /// What it proves, as the progress says it.
    pub title: String,
    /// What chooses its targets.
    pub arguments: Vec<String>,
    /// How many of its tests run at a time, where that is not one for each core.
    pub threads: Option<usize>,
}

/// Every suite of the workspace, in the order to run them.
pub fn all(workspace: &Workspace) -> Result<Vec<Suite>> {
    let mut command: Command = cargo(workspace);
    command.args(["metadata", "--locked", "--no-deps", "--format-version", "1"]);
    let metadata = process::output(&mut command, "cargo metadata")?;
    Ok(in_order(test_targets(&metadata)?))
}

fn in_order(mut targets: Vec<String>) -> Vec<Suite> {
    targets.sort_unstable_by_key(|target| (target == LAST, target.clone()));
    let suite = |title: &str, arguments: &[&str], threads: Option<usize>| Suite {
        title: title.to_owned(),
        arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
        threads,
    };
    let mut suites = vec![
        suite("Examples in the documentation", &["--doc"], None),
        suite("Rules, beside their code", &["--lib", "--bins"], None),
    ];
    // They wait for databases and browsers, so that there is room for another.
    let cores = std::thread::available_parallelism().map_or(2, NonZero::get);
    let from_outside = |target: &String| {
        let threads = if target == LAST { 2 * cores } else { cores + 1 };
        suite(&format!("From outside: {target}"), &["--test", target], Some(threads))
    };
    suites.extend(targets.iter().map(from_outside));
    suites
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

fn test_targets(metadata: &[u8]) -> Result<Vec<String>> {
    let metadata: Metadata = serde_json::from_slice(metadata).context("cargo metadata")?;
    let targets = metadata.packages.into_iter().flat_map(|package| package.targets);
    Ok(targets
        .filter(|target| target.kind.iter().any(|kind| kind == "test"))
        .map(|target| target.name)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_target_is_run_and_the_api_last() {
        let metadata = br#"{"packages": [
            {"targets": [{"name": "api", "kind": ["test"]}, {"name": "load", "kind": ["bench"]}]},
            {"targets": [{"name": "server", "kind": ["lib"]}, {"name": "browser", "kind": ["test"]}]}
        ]}"#;
        let suites = in_order(test_targets(metadata).expect("is metadata"));
        let arguments: Vec<_> = suites.iter().map(|suite| suite.arguments.join(" ")).collect();
        assert_eq!(arguments, ["--doc", "--lib --bins", "--test browser", "--test api"]);
    }
}
