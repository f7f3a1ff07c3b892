//! The chore `cargo xtask run`: from whatever the machine has to the sample municipalities on the screen. Every step
//! can be repeated, so a stopped run goes on where it was and a second one takes seconds.

use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};

use crate::app;
use crate::install;
use crate::needs::Purpose;
use crate::process;
use crate::progress::{Steps, say};
use crate::server::Profile;
use crate::workspace::Workspace;

/// Builds, fills the database and serves. Returns only if that fails.
pub fn run(workspace: &Workspace, serve: &[String]) -> Result<()> {
    let mut steps = Steps::of(5);
    steps.step("What this machine needs", || install::prepare(workspace, Purpose::Run))?;
    steps.step("The browser app", || app::build(workspace))?;
    let program =
        steps.step("The service (some minutes the first time)", || Profile::Release.build(workspace))?;
    let service = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir(workspace.root());
        if std::env::var_os(DATABASE_URL).is_none() {
            command.env(DATABASE_URL, database_url(workspace));
        }
        command
    };
    steps.step("The database with the sample municipalities", || {
        std::fs::create_dir_all(workspace.data()).context("cannot create the folder data/")?;
        process::run(&mut service(&["migrate"]), "tovholder migrate")?;
        process::run(&mut service(&["sample", "--demo-accounts"]), "tovholder sample")
    })?;
    steps.announce("Serving; Ctrl-C ends it");
    if !serve.iter().any(|flag| flag.starts_with("--listen")) {
        say(&format!("open http://{}", std::env::var("TOVHOLDER_LISTEN").unwrap_or(LISTEN.to_owned())));
    }
    // The service takes our place, so that it and nothing else ends with Ctrl-C.
    let mut command = service(&["serve", "--demo"]);
    Err(command.args(serve).exec()).context("cannot start the service")
}

const DATABASE_URL: &str = "DATABASE_URL";

/// Where the service listens unless it is told otherwise.
const LISTEN: &str = "127.0.0.1:8787";

fn database_url(workspace: &Workspace) -> String {
    format!("sqlite://{}", workspace.data().join("tovholder.db").display())
}
