//! A throw-away PostgreSQL server for tests and measurements: its own data folder, a socket in it, no network, gone
//! afterwards. The machine's own servers are never touched.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

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

/// What the name of its folder begins with.
const PREFIX: &str = "tovholder-pg-";

/// Free memory, in bytes, from which on the databases of the tests may lie in it: twice what they come to.
const PLENTY: u64 = 16 << 30;

/// How long after its last change a folder without a server is taken for one that a killed run has left behind.
const ABANDONED: Duration = Duration::from_hours(1);

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
        let place = match durability {
            Durability::Full => std::env::temp_dir(),
            Durability::None => memory(machine).unwrap_or_else(std::env::temp_dir),
        };
        remove_abandoned(&place);
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(place)?;
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

/// The folder that lies in memory, on a machine with plenty of it. The hundreds of databases of a test run are hundreds
/// of thousands of files: removing them from a disk takes half a minute.
fn memory(machine: &Machine) -> Option<PathBuf> {
    let folder = machine.system("dev/shm");
    let space = rustix::fs::statvfs(&folder).ok()?;
    let told = std::fs::read_to_string(machine.system("proc/meminfo")).ok()?;
    is_plenty(space.f_bavail * space.f_frsize, &told).then_some(folder)
}

/// Whether so many free bytes of a folder in memory may be used, by what the kernel tells of the memory.
fn is_plenty(free: u64, told: &str) -> bool {
    free >= PLENTY && available_memory(told).is_some_and(|available| available >= PLENTY)
}

/// The memory that programs can have without others being swapped out, in bytes, as the kernel tells it.
fn available_memory(told: &str) -> Option<u64> {
    let line = told.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes << 10)
}

/// Removes what runs that were killed have left in a folder; what can't be removed is somebody else's.
#[expect(clippy::disallowed_methods, reason = "how old a folder is goes by the machine's clock")]
fn remove_abandoned(place: &Path) {
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX));
    for folder in ours.map(|entry| entry.path()).filter(|folder| is_abandoned(folder, SystemTime::now())) {
        drop(std::fs::remove_dir_all(folder));
    }
}

/// Whether a cluster's folder has neither a server nor anybody who is about to start one.
fn is_abandoned(folder: &Path, now: SystemTime) -> bool {
    let changed = std::fs::metadata(folder).and_then(|metadata| metadata.modified());
    let is_old = changed.is_ok_and(|changed| now.duration_since(changed).is_ok_and(|age| age >= ABANDONED));
    is_old && !folder.join("data/postmaster.pid").exists()
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
    fn databases_lie_in_memory_only_where_there_is_plenty() {
        let told = |kibibytes: u64| format!("MemTotal:       33554432 kB\nMemAvailable:   {kibibytes} kB\n");
        let (enough, little) = (told(PLENTY >> 10), told((PLENTY >> 10) - 1));
        assert!(is_plenty(PLENTY, &enough));
        assert!(!is_plenty(PLENTY, &little), "programs need it");
        assert!(!is_plenty(PLENTY - 1, &enough), "the folder is small");
        assert!(!is_plenty(PLENTY, "MemTotal:       33554432 kB\n"), "nobody says");
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the folder was made by the machine's clock")]
    fn only_what_a_killed_run_left_is_removed() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join(format!("{PREFIX}left"));
        std::fs::create_dir_all(folder.join("data")).expect("a folder");
        let now = SystemTime::now();
        assert!(!is_abandoned(&folder, now), "somebody may be about to start a server");
        let later = now + ABANDONED + Duration::from_secs(1);
        assert!(is_abandoned(&folder, later));
        std::fs::write(folder.join("data/postmaster.pid"), "7").expect("a file");
        assert!(!is_abandoned(&folder, later), "its server runs");
        remove_abandoned(place.path());
        assert!(folder.exists());
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
