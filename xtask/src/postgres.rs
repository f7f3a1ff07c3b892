//! A throw-away PostgreSQL server for tests and measurements: its own data folder, a socket in it, no network, gone
//! afterwards. The machine's own servers are never touched.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::machine::Machine;
use crate::process::{self, Running};
use crate::progress::say;

/// What a server promises about a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// As in production: what is measured.
    Full,
    /// Nothing: quick tests.
    None,
}

/// A running server. Dropped, it ends and its data with it.
pub struct Cluster {
    // In this order: the server ends before its folder goes.
    _server: Running,
    folder: TempDir,
}

/// Whom the server runs as: PostgreSQL refuses to be root.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Account {
    uid: u32,
    gid: u32,
}

impl Cluster {
    /// Creates a server and waits until it answers.
    pub fn start(machine: &Machine, durability: Durability) -> Result<Self> {
        let programs = machine.postgres_programs().context("PostgreSQL is not installed")?;
        let account = if machine.is_superuser() { Some(unprivileged(machine)?) } else { None };
        let folder = tempfile::Builder::new().prefix("tovholder-pg-").tempdir()?;
        if let Some(account) = &account {
            std::os::unix::fs::chown(folder.path(), Some(account.uid), Some(account.gid))?;
        }
        let data = folder.path().join("data");
        let mut initdb = as_account(machine, &programs.join("initdb"), account.as_ref());
        // Trust is enough: the folder of the socket is the account's alone.
        initdb.args([
            "--auth=trust",
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--pgdata",
        ]);
        process::output(initdb.arg(&data).current_dir(folder.path()), "initdb")?;

        let log = folder.path().join("log");
        let mut postgres = as_account(machine, &programs.join("postgres"), account.as_ref());
        postgres.arg("-D").arg(&data).args(settings(folder.path(), durability)).current_dir(folder.path());
        let output = std::fs::File::create(&log)?;
        postgres.stdin(std::process::Stdio::null()).stdout(output.try_clone()?).stderr(output);
        let mut server = Running::start(&mut postgres, "postgres")?;
        wait_until_ready(&mut server, &data, &log)?;
        say("a throw-away PostgreSQL is running");
        Ok(Self { _server: server, folder })
    }

    /// The connection URL of its database `postgres`, whose user may create further ones.
    pub fn url(&self) -> String {
        // The host of a URL can't hold slashes; every PostgreSQL client takes the folder of the socket in this form.
        format!("postgres://postgres@{}/postgres", self.folder.path().to_string_lossy().replace('/', "%2F"))
    }
}

fn settings(folder: &Path, durability: Durability) -> Vec<String> {
    let mut settings = vec![
        "listen_addresses=".to_owned(),
        format!("unix_socket_directories={}", folder.display()),
        "unix_socket_permissions=0700".to_owned(),
        "max_connections=300".to_owned(),
        "timezone=UTC".to_owned(),
    ];
    if durability == Durability::None {
        settings.extend(["fsync=off", "synchronous_commit=off", "full_page_writes=off"].map(str::to_owned));
    }
    settings.into_iter().flat_map(|setting| ["-c".to_owned(), setting]).collect()
}

/// A command that runs as the account and ends when we end, even when we are killed.
fn as_account(machine: &Machine, program: &Path, account: Option<&Account>) -> Command {
    if let Some(setpriv) = machine.program("setpriv") {
        let mut command = Command::new(setpriv);
        if let Some(Account { uid, gid }) = account {
            command.args([format!("--reuid={uid}"), format!("--regid={gid}"), "--clear-groups".to_owned()]);
        }
        command.args(["--pdeathsig", "INT", "--"]).arg(program);
        return command;
    }
    let mut command = Command::new(program);
    if let Some(Account { uid, gid }) = account {
        command.uid(*uid).gid(*gid);
    }
    command
}

/// An account that is there on every system: PostgreSQL's own, or the one for nobody in particular.
fn unprivileged(machine: &Machine) -> Result<Account> {
    let accounts =
        std::fs::read_to_string(machine.system("etc/passwd")).context("cannot read the accounts")?;
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| account(&accounts, name))
        .context("no account to run PostgreSQL as")
}

fn account(accounts: &str, name: &str) -> Option<Account> {
    let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut numbers = line.split(':').skip(2).map(str::parse);
    Some(Account { uid: numbers.next()?.ok()?, gid: numbers.next()?.ok()? })
}

fn wait_until_ready(server: &mut Running, data: &Path, log: &PathBuf) -> Result<()> {
    let pause = Duration::from_millis(25);
    let patience = Duration::from_secs(60);
    let told = || std::fs::read_to_string(log).unwrap_or_default();
    for _ in 0..patience.as_millis() / pause.as_millis() {
        if let Some(status) = server.ended()? {
            bail!("PostgreSQL did not start ({status}): {}", told());
        }
        if std::fs::read_to_string(data.join("postmaster.pid")).is_ok_and(|status| says_ready(&status)) {
            return Ok(());
        }
        std::thread::sleep(pause);
    }
    bail!("PostgreSQL was not ready after a minute: {}", told())
}

/// PostgreSQL keeps its state in the last line of its pid file.
fn says_ready(status: &str) -> bool {
    status.lines().last().is_some_and(|line| line.trim() == "ready")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_is_read_from_the_systems_list() {
        let accounts = "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65533:nobody:/:/sbin/nologin\n";
        assert_eq!(account(accounts, "nobody"), Some(Account { uid: 65534, gid: 65533 }));
        assert_eq!(account(accounts, "postgres"), None);
        assert_eq!(account("postgres:x", "postgres"), None);
    }

    #[test]
    fn a_starting_server_is_not_ready() {
        assert!(says_ready("7\n/data\n0\n5432\n/socket\n\n 1 2\nready   \n"));
        assert!(!says_ready("7\n/data\n0\n5432\n/socket\n\n 1 2\nstarting\n"));
        assert!(!says_ready(""));
    }

    #[test]
    fn a_server_answers_and_leaves_nothing_behind() {
        let machine = Machine::here();
        // On a machine without PostgreSQL there is nothing to prove; `cargo xtask test` installs it first.
        let Some(programs) = machine.postgres_programs() else { return };
        let cluster = Cluster::start(&machine, Durability::None).expect("starts");
        let folder = cluster.folder.path().to_owned();
        let mut psql = Command::new(programs.join("psql"));
        psql.args(["--no-psqlrc", "--tuples-only", "--no-align", "--command", "select 40 + 2"])
            .arg(cluster.url());
        let answer = process::output(&mut psql, "psql").expect("answers");
        assert_eq!(String::from_utf8_lossy(&answer).trim(), "42");
        drop(cluster);
        assert!(!folder.exists());
        assert!(process::output(&mut psql, "psql").is_err());
    }
}
