//! Provides what [`crate::needs`] found missing: packages of Debian and of npm. Says before what it is about to
//! install and why; where it may not, it says by command what a person has to do.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::machine::{Installer, Machine};
use crate::needs::{Need, Purpose, Remedy, missing};
use crate::npm;
use crate::progress::say;
use crate::wasm_compiler::DEBIAN_PACKAGES;
use crate::workspace::Workspace;

/// Makes the machine ready for the purpose: looks, tells, installs, and looks again.
pub fn prepare(workspace: &Workspace, purpose: Purpose) -> Result<()> {
    let machine = Machine::here();
    let needs = missing(workspace, &machine, purpose);
    if needs.is_empty() {
        say("nothing is missing");
        return Ok(());
    }
    for need in &needs {
        say(&format!("missing: {} ({})", need.what, need.why));
    }
    let packages = packages(&needs);
    if !packages.is_empty() {
        install_packages(&machine, &needs, &packages)?;
    }
    if needs.iter().any(|need| need.remedy == Remedy::Npm) {
        npm::install(workspace)?;
    }
    let left = missing(workspace, &machine, purpose);
    if let Some(need) = left.first() {
        bail!("{} is still missing after installing. By hand:\n{}", need.what, instructions(&machine, &left));
    }
    Ok(())
}

/// What a person has to type to provide these needs.
pub fn instructions(machine: &Machine, needs: &[Need]) -> String {
    let packages = packages(needs);
    let mut lines = Vec::new();
    if !packages.is_empty() {
        let list = packages.join(" ");
        match machine.installer() {
            Installer::Apt => lines.push(format!("apt-get update && apt-get install {list}")),
            Installer::SudoApt => lines.push(format!("sudo apt-get update && sudo apt-get install {list}")),
            Installer::AptByPerson => {
                lines.push(format!(
                    "su -c 'apt-get update && apt-get install {list}'   # needs root's password"
                ));
            }
            Installer::Unknown => lines.extend(elsewhere(&packages)),
        }
        if packages.contains(&DEBIAN_PACKAGES[0]) && machine.installer() != Installer::Unknown {
            lines.push(format!(
                "# or instead of {}, where rustup may download: {ADD_TARGET}",
                DEBIAN_PACKAGES.join(" ")
            ));
        }
    }
    if needs.iter().any(|need| need.remedy == Remedy::Npm) {
        lines.push("npm ci --prefix web".to_owned());
    }
    lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// For a person to decide, never for us: whoever switched off rustup's downloads meant it.
const ADD_TARGET: &str = "rustup target add wasm32-unknown-unknown";

/// The same for systems that are not Debian, whose packages we don't know by name.
fn elsewhere(packages: &[&str]) -> Vec<String> {
    let mut lines = Vec::new();
    if packages.contains(&DEBIAN_PACKAGES[0]) {
        lines.push(ADD_TARGET.to_owned());
    }
    let others: Vec<_> =
        packages.iter().filter(|package| !DEBIAN_PACKAGES.contains(package)).copied().collect();
    if !others.is_empty() {
        lines.push(format!("# with your system's package manager: {}", others.join(", ")));
    }
    lines
}

fn packages(needs: &[Need]) -> Vec<&'static str> {
    let of_one = |need: &Need| match need.remedy {
        Remedy::Packages(packages) => packages,
        Remedy::Npm => &[],
    };
    needs.iter().flat_map(of_one).copied().collect()
}

fn install_packages(machine: &Machine, needs: &[Need], packages: &[&str]) -> Result<()> {
    let with_sudo = match machine.installer() {
        Installer::Apt => false,
        Installer::SudoApt => true,
        Installer::AptByPerson => {
            bail!("this needs root, and there is no sudo. Please run\n{}", instructions(machine, needs))
        }
        Installer::Unknown => {
            bail!("this is not a Debian system. Please run\n{}", instructions(machine, needs))
        }
    };
    say(&format!(
        "installing with apt{}: {}",
        if with_sudo { " (sudo may ask for your password)" } else { "" },
        packages.join(" ")
    ));
    let failed = || format!("installing failed. By hand:\n{}", instructions(machine, needs));
    apt(with_sudo, &["update", "--quiet"]).with_context(failed)?;
    // Nothing of the person's own may be removed to make room for ours.
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends", "--no-remove"];
    install.extend(packages);
    apt(with_sudo, &install).with_context(failed)
}

/// Runs apt-get in the foreground, where sudo can ask for a password.
fn apt(with_sudo: bool, arguments: &[&str]) -> Result<()> {
    let mut command = if with_sudo {
        let mut command = Command::new("sudo");
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    } else {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let status = command.args(arguments).status().context("cannot start apt-get")?;
    if !status.success() {
        bail!("apt-get {} failed ({status})", arguments[0]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::tests::machine;

    const COMPILER: Need = Need { what: "a compiler", why: "", remedy: Remedy::Packages(&DEBIAN_PACKAGES) };
    const BROWSER: Need = Need { what: "a browser", why: "", remedy: Remedy::Packages(&["chromium"]) };
    const NPM: Need = Need { what: "packages", why: "", remedy: Remedy::Npm };

    fn told(is_superuser: bool, files: &[&str], needs: &[Need]) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        instructions(&machine(folder.path(), is_superuser, files), needs)
    }

    #[test]
    fn a_person_is_told_the_very_commands() {
        let debian = ["etc/debian_version", "usr/bin/apt-get"];
        assert_eq!(
            told(true, &debian, &[BROWSER, NPM]),
            "    apt-get update && apt-get install chromium\n    npm ci --prefix web"
        );
        assert!(told(false, &debian, &[BROWSER]).starts_with("    su -c 'apt-get update"));
        let with_sudo = ["etc/debian_version", "usr/bin/apt-get", "usr/bin/sudo"];
        assert!(told(false, &with_sudo, &[BROWSER]).ends_with("sudo apt-get install chromium"));
    }

    #[test]
    fn elsewhere_the_target_is_the_toolchains_own() {
        let told = told(true, &[], &[COMPILER, BROWSER]);
        assert_eq!(
            told,
            "    rustup target add wasm32-unknown-unknown\n    # with your system's package manager: chromium"
        );
    }
}
