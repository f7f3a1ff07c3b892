//! What a chore wants of the machine, which of it is missing, and how that can be mended.
//! It only says so; [`crate::install`] does it.

use std::process::ExitCode;

use crate::install::instructions;
use crate::machine::{Installer, Machine};
use crate::npm;
use crate::wasm_compiler::{DEBIAN_PACKAGES, WasmCompiler};
use crate::workspace::Workspace;

/// What the machine is to be ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building the browser app alone.
    App,
    /// Building and serving everything.
    Run,
    /// Everything, and the programs that tests drive.
    Test,
    /// Measuring: the service and a database, no browser.
    Bench,
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What it is, as a person says it.
    pub what: &'static str,
    /// What it is wanted for.
    pub why: &'static str,
    /// How it gets here.
    pub remedy: Remedy,
}

/// How a missing thing gets onto the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// By these packages of Debian.
    Packages(&'static [&'static str]),
    /// By `npm ci` in `web/`.
    Npm,
}

/// What is missing on this machine for the purpose.
pub fn missing(workspace: &Workspace, machine: &Machine, purpose: Purpose) -> Vec<Need> {
    let mut needs = Vec::new();
    let mut want = |is_there: bool, what, why, remedy| {
        if !is_there {
            needs.push(Need { what, why, remedy });
        }
    };
    want(
        WasmCompiler::on(machine).is_some(),
        "A Rust compiler for WebAssembly",
        "this toolchain has no wasm32-unknown-unknown and doesn't fetch it by itself; Debian's compiler builds the browser app instead",
        Remedy::Packages(&DEBIAN_PACKAGES),
    );
    want(
        machine.program("node").is_some() && machine.program("npm").is_some(),
        "Node.js and npm",
        "they install and compile the style sheets of the browser app",
        Remedy::Packages(&["nodejs", "npm"]),
    );
    want(
        npm::is_installed(workspace),
        "The npm packages of web/package-lock.json",
        "the Danish Design System, the style sheet compiler and GraphiQL",
        Remedy::Npm,
    );
    if purpose == Purpose::Test {
        want(
            machine.program("chromium").is_some() && machine.program("chromedriver").is_some(),
            "Chromium and its driver",
            "the browser tests use the app as a person does",
            Remedy::Packages(&["chromium", "chromium-driver"]),
        );
        want(
            machine.installer() == Installer::Unknown || machine.program("chromium-headless-shell").is_some(),
            "Chromium without its windows",
            "most browser tests take little more than half the time in it",
            Remedy::Packages(&["chromium-headless-shell"]),
        );
    }
    if matches!(purpose, Purpose::Test | Purpose::Bench) {
        want(
            machine.postgres_programs().is_some(),
            "PostgreSQL",
            "everything is proven on it and on SQLite; a throw-away server is started and removed each time",
            Remedy::Packages(&["postgresql"]),
        );
    }
    needs
}

/// Tells what is missing and does nothing about it. The exit code says whether something is.
pub fn report(workspace: &Workspace, purpose: Purpose) -> ExitCode {
    let machine = Machine::here();
    let needs = missing(workspace, &machine, purpose);
    if needs.is_empty() {
        println!("Nothing is missing.");
        return ExitCode::SUCCESS;
    }
    for need in &needs {
        println!("Missing: {} ({}).", need.what, need.why);
    }
    println!("\nTo install it by hand:\n{}", instructions(&machine, &needs));
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::tests::machine;

    fn told(files: &[&str], purpose: Purpose) -> Vec<&'static str> {
        let folder = tempfile::tempdir().expect("a folder");
        let machine = machine(folder.path(), true, files);
        let needs = missing(&Workspace::at(folder.path()), &machine, purpose);
        // Whether the toolchain has WebAssembly depends on where this test runs.
        needs.iter().map(|need| need.what).filter(|what| !what.contains("WebAssembly")).collect()
    }

    #[test]
    fn tests_want_more_than_a_run() {
        let npm = "The npm packages of web/package-lock.json";
        assert_eq!(told(&[], Purpose::Run), ["Node.js and npm", npm]);
        assert_eq!(
            told(&[], Purpose::Test),
            ["Node.js and npm", npm, "Chromium and its driver", "PostgreSQL"]
        );
        assert_eq!(told(&[], Purpose::Bench), ["Node.js and npm", npm, "PostgreSQL"]);
    }

    #[test]
    fn what_is_there_is_not_asked_for() {
        let files = [
            "usr/bin/node",
            "usr/bin/npm",
            "usr/bin/chromium",
            "usr/bin/chromedriver",
            "usr/lib/postgresql/15/bin/initdb",
            "usr/lib/postgresql/15/bin/postgres",
        ];
        assert_eq!(told(&files, Purpose::Test), ["The npm packages of web/package-lock.json"]);
        let on_debian =
            files.into_iter().chain(["etc/debian_version", "usr/bin/apt-get"]).collect::<Vec<_>>();
        let shell = "Chromium without its windows";
        assert_eq!(told(&on_debian, Purpose::Test), ["The npm packages of web/package-lock.json", shell]);
    }
}
