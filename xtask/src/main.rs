//! Set-up and chores of Tovholder behind `cargo xtask …`: from an empty machine to the running
//! service, to its tests, and to its figures.
//!
//! This file is the command line alone. Reading order: [`needs`] says what a chore wants of the
//! machine and [`install`] provides it; [`app`] bundles the browser app and [`server`] builds the
//! service; [`run`], [`test`], [`bench`] and [`generated`] are the chores themselves.
//! It deliberately never calls `rustup`: whoever set up the toolchain decides about it.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod app;
mod bench;
mod generated;
mod install;
mod machine;
mod needs;
mod npm;
mod postgres;
mod process;
mod progress;
mod run;
mod server;
mod suites;
mod test;
mod wasm_compiler;
mod workspace;

use workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Set-up and chores of Tovholder", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Installs what is missing, builds everything, loads the sample municipalities and serves them
    Run {
        /// Only report what is missing on this machine (exit code 1 if something is)
        #[arg(long)]
        check: bool,
        /// Flags for `tovholder serve`, after `--`
        #[arg(last = true)]
        serve: Vec<String>,
    },
    /// Bundles the browser app into target/app
    App,
    /// Runs every test: rules, API on SQLite and on PostgreSQL, and the browser
    Test {
        /// Only report what is missing on this machine (exit code 1 if something is)
        #[arg(long)]
        check: bool,
        /// Only run tests whose name holds this
        filter: Option<String>,
    },
    /// Measures the budgets on SQLite and PostgreSQL
    Bench {
        /// Which budget: directory, search, app or all
        #[arg(default_value = "all")]
        budget: String,
        /// Further arguments for the bench, after `--`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Writes server/schema.graphql from the service's code
    Schema {
        /// Only say whether the committed file is fresh (exit code 1 if it is not)
        #[arg(long)]
        check: bool,
    },
    /// Writes every generated file that is committed
    Generated {
        /// Only say whether the committed files are fresh (exit code 1 if one is not)
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match perform(Cli::parse().chore) {
        // The usual exit code of a program that Ctrl-C ended.
        _ if process::is_stopped() => {
            eprintln!("\nInterrupted. The next start goes on where this one was.");
            ExitCode::from(130)
        }
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(chore: Chore) -> anyhow::Result<ExitCode> {
    process::stop_on_signals()?;
    let workspace = Workspace::here();
    match chore {
        Chore::Run { check: true, .. } => Ok(needs::report(&workspace, needs::Purpose::Run)),
        Chore::Run { serve, .. } => run::run(&workspace, &serve).map(|()| ExitCode::SUCCESS),
        Chore::App => app::chore(&workspace).map(|()| ExitCode::SUCCESS),
        Chore::Test { check: true, .. } => Ok(needs::report(&workspace, needs::Purpose::Test)),
        Chore::Test { filter, .. } => test::test(&workspace, filter.as_deref()),
        Chore::Bench { budget, arguments } => {
            bench::bench(&workspace, &budget, &arguments).map(|()| ExitCode::SUCCESS)
        }
        Chore::Schema { check } | Chore::Generated { check } => generated::generated(&workspace, check),
    }
}
