//! Starts other programs and makes sure that none outlives the chore that started it: not after an
//! error, not after a panic, not after Ctrl-C.
//!
//! Every program runs in a process group of its own, because cargo and the WebDriver start further
//! programs that have to end with them. Only a kill -9 of xtask itself can leave one behind.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};

/// The groups that are running now, for the signal handler to end.
static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());
static IS_STOPPED: AtomicBool = AtomicBool::new(false);

/// How long a program may take to end before it is killed.
const PATIENCE: Duration = Duration::from_secs(5);

/// Makes Ctrl-C, SIGTERM and SIGHUP end the running programs first and then, through their failure, this one.
pub fn stop_on_signals() -> Result<()> {
    ctrlc::set_handler(|| {
        // The first signal asks, a second one insists.
        let signal = if IS_STOPPED.swap(true, Ordering::SeqCst) { Signal::KILL } else { Signal::TERM };
        for group in running().iter() {
            let _ = kill_process_group(*group, signal);
        }
    })
    .context("cannot listen for Ctrl-C")
}

/// Whether somebody asked this chore to stop.
pub fn is_stopped() -> bool {
    IS_STOPPED.load(Ordering::SeqCst)
}

/// A program with everything it started; dropped, it ends.
pub struct Running {
    child: Child,
    group: Pid,
}

impl Running {
    /// Starts a program. `name` is what error messages call it.
    pub fn start(command: &mut Command, name: &str) -> Result<Self> {
        if is_stopped() {
            bail!("interrupted before {name}");
        }
        let child = command.process_group(0).spawn().with_context(|| format!("cannot start {name}"))?;
        let group = Pid::from_child(&child);
        running().push(group);
        Ok(Self { child, group })
    }

    /// The exit status, if it has ended.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// Waits until it ends by itself.
    pub fn wait(mut self) -> Result<ExitStatus> {
        Ok(self.child.wait()?)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The program itself may have ended well and left others of its group behind: those end too.
        let _ = kill_process_group(self.group, Signal::TERM);
        let pause = Duration::from_millis(20);
        let mut waited = Duration::ZERO;
        while matches!(self.child.try_wait(), Ok(None)) && waited < PATIENCE {
            std::thread::sleep(pause);
            waited += pause;
        }
        if waited >= PATIENCE {
            let _ = kill_process_group(self.group, Signal::KILL);
            let _ = self.child.wait();
        }
        running().retain(|group| *group != self.group);
    }
}

/// Runs a program to its end with the terminal as its output; its failure is an error.
pub fn run(command: &mut Command, name: &str) -> Result<()> {
    let status = status(command, name)?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs a program to its end with the terminal as its output.
pub fn status(command: &mut Command, name: &str) -> Result<ExitStatus> {
    let status = Running::start(command.stdin(Stdio::null()), name)?.wait()?;
    if is_stopped() {
        bail!("interrupted during {name}");
    }
    Ok(status)
}

/// Runs a program to its end and returns what it wrote to standard output; its failure is an error
/// that tells what it wrote to standard error.
pub fn output(command: &mut Command, name: &str) -> Result<Vec<u8>> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {name}"))?;
    if !output.status.success() {
        bail!("{name} failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output.stdout)
}

fn running() -> MutexGuard<'static, Vec<Pid>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_program_takes_what_it_started_along() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 60 & sleep 60"]);
        let program = Running::start(&mut command, "sleep").expect("starts");
        let group = program.group;
        drop(program);
        // An empty group can't be signalled; the orphan may need a moment to be reaped.
        let is_gone = (0..1_000).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            rustix::process::test_kill_process_group(group).is_err()
        });
        assert!(is_gone);
    }

    #[test]
    fn failure_is_told_with_the_programs_own_words() {
        let error = output(Command::new("sh").args(["-c", "echo no such thing >&2; exit 3"]), "the search");
        let told = format!("{:#}", error.expect_err("fails"));
        assert!(told.contains("the search failed") && told.contains("no such thing"), "{told}");
    }
}
