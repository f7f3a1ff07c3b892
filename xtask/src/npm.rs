//! The npm packages of the browser app: whether they are there as the lock file says, and installing them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;
use crate::progress::say;
use crate::workspace::Workspace;

/// Whether `web/node_modules` holds what `web/package-lock.json` says.
///
/// npm notes what it installed in a lock file inside `node_modules`, and writes it last: a stopped
/// installation has none, and one by hand counts like ours.
pub fn is_installed(workspace: &Workspace) -> bool {
    let wanted = packages(&workspace.web().join("package-lock.json"));
    let installed = packages(&workspace.node_modules().join(".package-lock.json"));
    matches!((wanted, installed), (Some(wanted), Some(installed)) if agree(&wanted, &installed))
}

/// Installs exactly what the lock file says.
pub fn install(workspace: &Workspace) -> Result<()> {
    say("installing with npm ci, in web/");
    let mut command = Command::new("npm");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(workspace.web());
    process::run(&mut command, "npm ci").context("the npm packages could not be installed")
}

fn packages(lock: &Path) -> Option<serde_json::Map<String, Value>> {
    let mut lock: Value = serde_json::from_slice(&std::fs::read(lock).ok()?).ok()?;
    match lock.get_mut("packages")?.take() {
        Value::Object(packages) => Some(packages),
        _ => None,
    }
}

fn agree(wanted: &serde_json::Map<String, Value>, installed: &serde_json::Map<String, Value>) -> bool {
    let is_optional = |package: &Value| package["optional"] == true || package["devOptional"] == true;
    wanted.iter().filter(|(path, _)| !path.is_empty()).all(|(path, package)| match installed.get(path) {
        Some(there) => there["version"] == package["version"] && there["integrity"] == package["integrity"],
        // Binaries for other systems are in the lock file, and rightly not here.
        None => is_optional(package),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace_with(wanted: &str, installed: Option<&str>) -> (tempfile::TempDir, Workspace) {
        let folder = tempfile::tempdir().expect("a folder");
        let workspace = Workspace::at(folder.path());
        std::fs::create_dir_all(workspace.node_modules()).expect("a folder");
        std::fs::write(workspace.web().join("package-lock.json"), wanted).expect("a lock file");
        if let Some(installed) = installed {
            std::fs::write(workspace.node_modules().join(".package-lock.json"), installed)
                .expect("a lock file");
        }
        (folder, workspace)
    }

    const WANTED: &str = r#"{"packages": {
        "": {"name": "web"},
        "node_modules/sass": {"version": "1.2.3", "integrity": "a"},
        "node_modules/watcher-win32": {"version": "1.0.0", "integrity": "b", "optional": true}
    }}"#;

    #[test]
    fn what_the_lock_file_wants_must_be_there() {
        let installed = r#"{"packages": {"node_modules/sass": {"version": "1.2.3", "integrity": "a"}}}"#;
        assert!(is_installed(&workspace_with(WANTED, Some(installed)).1));
    }

    #[test]
    fn a_stopped_an_old_and_an_incomplete_installation_are_not_enough() {
        let older = r#"{"packages": {"node_modules/sass": {"version": "1.2.2", "integrity": "c"}}}"#;
        for installed in [None, Some("{"), Some(older), Some(r#"{"packages": {}}"#)] {
            assert!(!is_installed(&workspace_with(WANTED, installed).1), "{installed:?}");
        }
    }
}
