//! The files that are generated and committed: so far the GraphQL schema. Each is written by the service
//! itself, so that it can't differ from what is served.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::process;
use crate::progress::say;
use crate::server::Profile;
use crate::workspace::Workspace;

/// Writes every generated file, or only tells which are not fresh.
pub fn generated(workspace: &Workspace, check: bool) -> Result<ExitCode> {
    let program = Profile::Dev.build(workspace)?;
    let schema = process::output(Command::new(&program).arg("schema"), "tovholder schema")?;
    let is_fresh = bring_up_to_date(&workspace.schema(), &schema, check)?;
    Ok(if is_fresh { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Returns whether the file holds this content in the end.
fn bring_up_to_date(path: &Path, content: &[u8], check: bool) -> Result<bool> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if std::fs::read(path).is_ok_and(|committed| committed == content) {
        say(&format!("{name} is fresh"));
        return Ok(true);
    }
    if check {
        say(&format!("{name} is not what the code says; `cargo xtask generated` writes it"));
        return Ok(false);
    }
    // Renamed into place, so that a stopped chore leaves no half of a file.
    let partial = path.with_extension("partial");
    std::fs::write(&partial, content).with_context(|| format!("cannot write {}", partial.display()))?;
    std::fs::rename(&partial, path).with_context(|| format!("cannot write {}", path.display()))?;
    say(&format!("{name} is written anew"));
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checking_changes_nothing_and_writing_makes_fresh() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("schema.graphql");
        assert!(!bring_up_to_date(&path, b"type Query", true).expect("checks"));
        assert!(!path.exists());
        assert!(bring_up_to_date(&path, b"type Query", false).expect("writes"));
        assert!(bring_up_to_date(&path, b"type Query", true).expect("checks"));
        assert!(!bring_up_to_date(&path, b"type Mutation", true).expect("checks"));
    }
}
