//! What is said on the terminal: messages and errors, the progress of what takes long, and colour where it is wanted.
//!
//! Messages go to the standard error, so that the standard output holds nothing but what was asked for. Colour is used
//! on terminals, unless `NO_COLOR` is set (<https://no-color.org>).

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use publish::Progress;

use crate::error::Error;

/// How long something takes before its progress is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// Columns of a report that goes elsewhere than to a terminal.
const WIDTH: usize = 100;

/// How much is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Nothing but errors.
    Quiet,
    /// What was done.
    #[default]
    Normal,
    /// What is read and written, and how long it takes.
    Verbose,
}

/// The terminal.
#[derive(Clone, Debug, Default)]
pub struct Console {
    verbosity: Verbosity,
}

impl Console {
    /// A terminal on which so much is said.
    pub fn new(verbosity: Verbosity) -> Console {
        Console { verbosity }
    }

    /// Says a line, unless nothing but errors is wanted.
    pub fn say(&self, line: impl std::fmt::Display) {
        if self.verbosity > Verbosity::Quiet {
            write_error_line(&line);
        }
    }

    /// Says a line where much is wanted.
    pub fn detail(&self, line: impl std::fmt::Display) {
        if self.verbosity == Verbosity::Verbose {
            write_error_line(&line);
        }
    }

    /// Shows an error: the report of a corpus, or a sentence with what to do.
    pub fn show_error(&self, error: &Error) {
        match error {
            Error::Reported => {}
            Error::Corpus(report) => write_error_line(&report.render(is_coloured(&io::stderr()), width()).trim_end()),
            Error::Failed(failure) => {
                let (bold, plain) = if is_coloured(&io::stderr()) { ("\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "") };
                write_error_line(&format!("{bold}error{plain}: {}", failure.problem));
                if let Some(advice) = &failure.advice {
                    write_error_line(&format!("  {}", advice.replace('\n', "\n  ")));
                }
            }
        }
    }

    /// Begins something that may take long. Its progress is shown on a terminal after a second, until the value is
    /// dropped; `what` is said of it until it reports.
    pub fn progress(&self, what: &'static str) -> ProgressLine {
        ProgressLine::new(what, self.verbosity > Verbosity::Quiet)
    }

    /// Runs something and says how long it took, where much is wanted.
    pub fn timed<T>(&self, what: &str, work: impl FnOnce() -> T) -> T {
        let began = Instant::now();
        let result = work();
        self.detail(format_args!("{what}: {:.0?}", began.elapsed()));
        result
    }
}

/// Whether a stream is written to in colour.
pub fn is_coloured<S: anstream::stream::RawStream>(stream: &S) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// The columns of a report.
pub fn width() -> usize {
    terminal_size::terminal_size_of(io::stderr()).map_or(WIDTH, |(width, _)| usize::from(width.0).clamp(40, 120))
}

/// A path as an argument to copy into a shell.
pub fn argument(path: &Path) -> String {
    let shown = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '.' | '_' | '-' | ':');
    if !shown.is_empty() && shown.chars().all(is_plain) { shown } else { format!("'{}'", shown.replace('\'', r"'\''")) }
}

fn write_error_line(line: &dyn std::fmt::Display) {
    // Where the terminal takes nothing more, there is nobody to tell.
    let _ = writeln!(io::stderr(), "{line}");
}

/// The progress of something, on a line of its own.
pub struct ProgressLine {
    bar: ProgressBar,
    /// Dropped at the end, by which the thread that waits learns of it.
    running: Option<mpsc::Sender<()>>,
    waiting: Option<JoinHandle<()>>,
}

impl ProgressLine {
    fn new(what: &'static str, is_wanted: bool) -> ProgressLine {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_message(what);
        if !is_wanted || !io::stderr().is_terminal() {
            return ProgressLine { bar, running: None, waiting: None };
        }
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} … {elapsed}") {
            bar.set_style(style);
        }
        let (running, ended) = mpsc::channel::<()>();
        let shown = bar.clone();
        let waiting = thread::spawn(move || {
            if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
            }
        });
        ProgressLine { bar, running: Some(running), waiting: Some(waiting) }
    }

    /// Shows how far a step has come.
    pub fn report(&self, Progress { step, done, of }: Progress) {
        if self.running.is_none() {
            return;
        }
        if self.bar.length() != Some(of as u64) {
            self.bar.set_length(of as u64);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {bar:24} {pos}/{len}") {
                self.bar.set_style(style);
            }
        }
        self.bar.set_message(step);
        self.bar.set_position(done as u64);
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        drop(self.running.take());
        // The bar must not be shown after it is cleared.
        if let Some(waiting) = self.waiting.take() {
            let _ = waiting.join();
        }
        self.bar.finish_and_clear();
    }
}
