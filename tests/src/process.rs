//! The service as a process of its own: started, asked how it does, killed.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running service.
pub struct Service {
    child: Child,
    /// `127.0.0.1:port`.
    pub address: String,
    /// From start to ready.
    pub started_in: Duration,
}

impl Service {
    /// Starts the service on a database, on a free port.
    pub fn start(database_url: &str) -> Self {
        let begun = started();
        let mut child = Command::new(binary())
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("DATABASE_URL", database_url)
            .env("RUST_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the service starts");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let started_in = begun.elapsed();
        let address = line.trim().trim_end_matches('/').rsplit('/').next().expect("an address").to_owned();
        Self { child, address, started_in }
    }

    /// Processor time used so far, of the whole process, in seconds.
    pub fn processor_seconds(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("its figures");
        let fields: Vec<&str> = stat.rsplit(')').next().expect("fields").split_whitespace().collect();
        let ticks: u64 = [11, 12].iter().map(|at| fields[*at].parse::<u64>().expect("ticks")).sum();
        ticks as f64 / 100.0
    }

    /// Memory held in RAM, in MB (10⁶ bytes), and the most it ever was.
    pub fn memory_mb(&self) -> (f64, f64) {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its figures");
        let of = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name)).expect("a figure");
            line.split_whitespace().nth(1).expect("kB").parse::<f64>().expect("kB") * 1024.0 / 1e6
        };
        (of("VmRSS:"), of("VmHWM:"))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[expect(clippy::disallowed_methods, reason = "measures how long the start takes")]
fn started() -> Instant {
    Instant::now()
}

/// The binary `tovholder`: the one that `TOVHOLDER_BIN` names (the chores set it), or the one beside this program.
pub fn binary() -> PathBuf {
    let beside = || {
        let program = std::env::current_exe().expect("a path");
        program.parent().and_then(Path::parent).expect("a folder").join("tovholder")
    };
    let path = std::env::var_os("TOVHOLDER_BIN").map_or_else(beside, PathBuf::from);
    let name = path.display();
    assert!(
        path.exists(),
        "{name} is missing: run `cargo xtask test`, or `cargo build --workspace --bin tovholder`"
    );
    path
}
