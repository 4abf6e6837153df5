//! Says what is being done and how long it took. The output of a step's own programs appears between the two lines.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs `work` under the heading `what`.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    timed(what, work).0
}

/// As [`step`], and tells the time as well.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> (Result<T>, Duration) {
    eprintln!("▸ {what} …");
    let start = Instant::now();
    let result = work();
    let took = start.elapsed();
    let mark = if result.is_ok() { '✓' } else { '✗' };
    eprintln!("{mark} {what} … {}", seconds(took));
    (result, took)
}

/// `41.2 s`
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
