//! Builds the service `tovholder`, and prepares cargo for every other chore.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

/// How the service is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, with its checks: what tests use.
    Dev,
    /// For speed: what people use and what is measured.
    Release,
}

impl Profile {
    /// The path of the service's program in this profile.
    pub fn program(self, workspace: &Workspace) -> PathBuf {
        let folder = match self {
            Self::Dev => "debug",
            Self::Release => "release",
        };
        workspace.target().join(folder).join("tovholder")
    }

    /// Builds the service and returns the path of its program.
    pub fn build(self, workspace: &Workspace) -> Result<PathBuf> {
        let mut command = cargo(workspace);
        // Chosen from the whole workspace, as the tests are: so both use the same features of each dependency, and
        // none is compiled twice.
        command.args(["build", "--locked", "--workspace", "--bin", "tovholder"]);
        if self == Self::Release {
            command.arg("--release");
        }
        process::run(&mut command, "building the service")?;
        Ok(self.program(workspace))
    }
}

/// The cargo that runs us, in the workspace's root.
pub fn cargo(workspace: &Workspace) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    clean_environment(&mut command).current_dir(workspace.root());
    command
}

/// Takes away what `cargo run` told us about ourselves: build scripts that watch these variables would
/// otherwise build their crates anew, once for us and once for the person's own cargo.
pub fn clean_environment(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars_os() {
        let is_about_us = name.to_str().is_some_and(|name| {
            ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
                .iter()
                .any(|start| name.starts_with(start))
        });
        if is_about_us || name == "CARGO" || name == "CARGO_PRIMARY_PACKAGE" {
            command.env_remove(name);
        }
    }
    command
}
