//! The chore `cargo xtask bench`: measures the budgets on the optimised service, on SQLite and on PostgreSQL. What is
//! measured, and how, is in `tests/benches`; here is only what that wants around it.

use anyhow::{Result, bail};

use crate::app;
use crate::install;
use crate::machine::Machine;
use crate::needs::Purpose;
use crate::postgres::{Cluster, Durability};
use crate::process;
use crate::progress::Steps;
use crate::server::{Profile, cargo};
use crate::test::Environment;
use crate::workspace::Workspace;

const BUDGETS: [&str; 4] = ["directory", "search", "app", "all"];

/// Measures one budget or all of them.
pub fn bench(workspace: &Workspace, budget: &str, arguments: &[String]) -> Result<()> {
    if !BUDGETS.contains(&budget) {
        bail!("there is no budget “{budget}”, only {}", BUDGETS.join(", "));
    }
    let mut steps = Steps::of(5);
    steps.step("What this machine needs", || install::prepare(workspace, Purpose::Bench))?;
    steps.step("The browser app", || app::build(workspace))?;
    let service = steps.step("The service", || Profile::Release.build(workspace))?;
    let machine = Machine::here();
    let cluster = steps.step("A database server", || Cluster::start(&machine, Durability::Full))?;
    steps.step("Measuring", || {
        let mut command = cargo(workspace);
        command.args(["bench", "--locked", "--workspace", "--bench", "load", "--", budget]).args(arguments);
        Environment::new(workspace, &machine, service, &cluster).tell(&mut command);
        process::run(&mut command, "measuring")
    })
}
