//! Progress: what is being done, for how long already, and how long it took.
//!
//! A step prints a line when it begins and one when it ends; the output of its programs appears between them. Steps of
//! jobs that run side by side ([`beside`]) write that output to `target/logs/` instead, and it is shown if they fail.

mod board;

use std::{
    cell::{Cell, RefCell},
    fs::{self, File},
    path::{Path, PathBuf},
    thread::{Scope, ScopedJoinHandle},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use crate::paths;
pub use board::seconds;

/// Lines of a failed program's output that are shown.
const SHOWN_LINES: usize = 30;

thread_local! {
    /// Whether this thread's steps run beside those of other threads.
    static IS_BESIDE: Cell<bool> = const { Cell::new(false) };
    /// Where this thread's programs write, if not to the terminal.
    static LOG: RefCell<Option<File>> = const { RefCell::new(None) };
}

/// Runs `work` as a step named `what`.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    timed(what, work).0
}

/// Like [`step`], and returns the time as well.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> (Result<T>, Duration) {
    board::say(&format!("▸ {what} …"));
    let start = Instant::now();
    let result = if IS_BESIDE.get() { logged(what, work) } else { board::streaming(work) };
    let took = start.elapsed();
    let mark = if result.is_ok() { '✓' } else { '✗' };
    board::say(&format!("{mark} {what} … {}", seconds(took)));
    (result, took)
}

/// Runs `work` as one of several jobs at a time: its programs write to logs, and have no standard input.
pub fn beside<T>(work: impl FnOnce() -> T) -> T {
    let was = IS_BESIDE.replace(true);
    let result = work();
    IS_BESIDE.set(was);
    result
}

/// Starts `work` in a thread of its own, [`beside`] the others of the scope. [`join`] waits for it.
pub fn spawn<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> ScopedJoinHandle<'scope, T> {
    scope.spawn(|| beside(work))
}

/// Waits for a thread and passes its panic on.
pub fn join<T>(thread: ScopedJoinHandle<T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Where a program that is started now writes; nothing for the terminal.
pub fn log() -> Option<File> {
    LOG.with_borrow(|log| log.as_ref().and_then(|file| file.try_clone().ok()))
}

fn logged<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let path = log_path(what);
    let folder = path.parent().unwrap_or(&path);
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let file = File::create(&path).with_context(|| format!("cannot create {}", path.display()))?;
    let outer = LOG.replace(Some(file));
    let result = board::listed(what, work);
    LOG.set(outer);
    if result.is_err() {
        board::say(&last_lines(&path));
    }
    result
}

// `install trunk 0.21.14` is logged in `install-trunk-0.21.14.log`.
fn log_path(what: &str) -> PathBuf {
    let name = what.split(" (").next().unwrap_or(what).replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
    paths::scratch().join("logs").join(format!("{name}.log"))
}

fn last_lines(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let shown = &lines[lines.len().saturating_sub(SHOWN_LINES)..];
    format!("{}\n  (all of this output: {})", shown.join("\n"), log.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_named_after_its_step() {
        let path = log_path("install trunk 0.21.14 (once)");
        assert!(path.ends_with("target/logs/install-trunk-0.21.14.log"), "{}", path.display());
    }

    #[test]
    fn only_steps_beside_others_write_to_a_log() {
        assert!(step("stream", || Ok(log())).unwrap().is_none());
        let inside = beside(|| step("log of a test", || Ok(log()))).unwrap();
        assert!(inside.is_some() && log().is_none());
        fs::remove_file(log_path("log of a test")).unwrap();
    }

    #[test]
    fn the_end_of_a_long_output_is_shown() {
        let log = std::env::temp_dir().join(format!("briefing-xtask-log-{}", std::process::id()));
        fs::write(&log, (1..=100).map(|line| format!("line {line}")).collect::<Vec<_>>().join("\n")).unwrap();
        let shown = last_lines(&log);
        assert!(shown.starts_with("line 71\n") && shown.contains("\nline 100\n"), "{shown}");
        fs::remove_file(log).unwrap();
    }
}
