//! The chore `cargo xtask test`: every test there is, on both databases and in a real browser, on a machine that may
//! have nothing but Rust and Node. The last thing it prints is the test runner's own closing line.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use crate::app;
use crate::install;
use crate::machine::Machine;
use crate::needs::Purpose;
use crate::postgres::{Cluster, Durability};
use crate::process;
use crate::progress::Steps;
use crate::server::{Profile, cargo};
use crate::suites;
use crate::workspace::Workspace;

/// Runs every test whose name holds `filter`. A failing suite doesn't keep the others from running.
pub fn test(workspace: &Workspace, filter: Option<&str>) -> Result<ExitCode> {
    let suites = suites::all(workspace)?;
    let mut steps = Steps::of(5 + suites.len());
    steps.step("What this machine needs", || install::prepare(workspace, Purpose::Test))?;
    steps.step("The browser app", || app::build(workspace))?;
    let service = steps.step("The service", || Profile::Dev.build(workspace))?;
    steps.step("The tests", || {
        let mut command = cargo(workspace);
        process::run(command.args(["test", "--locked", "--workspace", "--no-run"]), "building the tests")
    })?;
    let machine = Machine::here();
    let cluster = steps.step("A database server", || Cluster::start(&machine, Durability::None))?;
    let environment = Environment::new(workspace, &machine, service, &cluster);

    let mut failed = Vec::new();
    for suite in &suites {
        steps.announce(&suite.title);
        let mut command = cargo(workspace);
        command.args(["test", "--locked", "--workspace", "--no-fail-fast"]).args(&suite.arguments);
        environment.tell(&mut command);
        if let Some(threads) = suite.threads {
            command.env("RUST_TEST_THREADS", threads.to_string());
        }
        if let Some(filter) = filter {
            command.args(["--", filter]);
        }
        if !process::status(&mut command, &suite.title)?.success() {
            failed.push(suite.title.as_str());
        }
    }
    if !failed.is_empty() {
        bail!("tests failed: {}", failed.join("; "));
    }
    Ok(ExitCode::SUCCESS)
}

/// What tests and measurements are told about where they run.
pub struct Environment(Vec<(&'static str, String)>);

impl Environment {
    /// Everything that was prepared.
    pub fn new(workspace: &Workspace, machine: &Machine, service: PathBuf, cluster: &Cluster) -> Self {
        let path = |path: PathBuf| path.to_string_lossy().into_owned();
        let mut variables = vec![
            ("TOVHOLDER_TEST_POSTGRES", cluster.url()),
            ("TOVHOLDER_TEST_APP", path(workspace.app())),
            ("TOVHOLDER_BIN", path(service)),
        ];
        let programs = [
            ("TOVHOLDER_CHROMIUM", "chromium"),
            ("TOVHOLDER_HEADLESS_SHELL", "chromium-headless-shell"),
            ("TOVHOLDER_CHROMEDRIVER", "chromedriver"),
        ];
        let found = |(name, program)| Some((name, path(machine.program(program)?)));
        variables.extend(programs.into_iter().filter_map(found));
        Self(variables)
    }

    /// Adds it to a command.
    pub fn tell(&self, command: &mut Command) {
        command.envs(self.0.iter().map(|(name, value)| (name, value)));
    }
}
