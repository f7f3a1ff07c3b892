//! What a person sees while a chore works: numbered steps, each with what it took.
//! Everything goes to standard error, so that standard output stays free for results.
#![expect(
    clippy::disallowed_methods,
    reason = "tells people how long a step took; no product code depends on it"
)]

use std::time::{Duration, Instant};

/// The numbered steps of one chore.
pub struct Steps {
    total: usize,
    begun: usize,
}

impl Steps {
    /// A chore of `total` steps.
    pub fn of(total: usize) -> Self {
        Self { total, begun: 0 }
    }

    /// Announces the next step, does it, and says what it took when that was long enough to notice.
    pub fn step<T>(&mut self, title: &str, work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
        self.announce(title);
        let start = Instant::now();
        let outcome = work()?;
        let elapsed = start.elapsed();
        if elapsed >= Duration::from_secs(2) {
            say(&format!("done in {}", spoken(elapsed)));
        }
        Ok(outcome)
    }

    /// Announces the next step, for one that doesn't return.
    pub fn announce(&mut self, title: &str) {
        self.begun += 1;
        eprintln!("\n[{}/{}] {title}", self.begun, self.total);
    }
}

/// One line below the current step.
pub fn say(line: &str) {
    eprintln!("      {line}");
}

/// A duration as a person says it, in whole seconds.
fn spoken(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 0..=99 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_told_in_seconds_until_they_are_long() {
        assert_eq!(spoken(Duration::from_millis(2_400)), "2 s");
        assert_eq!(spoken(Duration::from_secs(99)), "99 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 5 s");
    }
}
