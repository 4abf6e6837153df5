//! How far publishing has come, for whoever waits for it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is done in the step: "write pages".
    pub step: &'static str,
    /// How many files are done.
    pub done: usize,
    /// How many there are.
    pub of: usize,
}

/// Is told the progress, a file at a time, by several threads at once.
pub type Report<'r> = &'r (dyn Fn(Progress) + Sync);

/// Counts what is done in a step.
pub(crate) struct Counter<'r> {
    report: Report<'r>,
    step: &'static str,
    done: AtomicUsize,
    of: usize,
}

impl<'r> Counter<'r> {
    /// A step that begins.
    pub fn new(report: Report<'r>, step: &'static str, of: usize) -> Counter<'r> {
        report(Progress { step, done: 0, of });
        Counter { report, step, done: AtomicUsize::new(0), of }
    }

    /// One more file is done.
    pub fn count(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        (self.report)(Progress { step: self.step, done, of: self.of });
    }
}
