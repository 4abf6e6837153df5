//! What is printed while steps run: lines, and for jobs that run side by side what is running and for how long. On a
//! terminal that is a last line that is redrawn each second, elsewhere a plain line for each job once a minute.

use std::{
    io::{self, IsTerminal, Write},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// How often the line on a terminal is redrawn.
const REDRAW: Duration = Duration::from_secs(1);

/// How often a job that goes on is mentioned elsewhere.
const MENTION: Duration = Duration::from_mins(1);

/// Columns that a status line takes at most, so that it is one line on any terminal.
const COLUMNS: usize = 79;

static BOARD: Mutex<Board> = Mutex::new(Board { jobs: Vec::new(), streaming: 0, is_ticking: false, is_drawn: false });

struct Board {
    jobs: Vec<Job>,
    /// Steps whose programs write to the terminal themselves; a status line would be drawn into their output.
    streaming: usize,
    is_ticking: bool,
    is_drawn: bool,
}

struct Job {
    what: String,
    since: Instant,
    mentioned: Instant,
}

/// Prints a line.
pub fn say(line: &str) {
    let mut board = board();
    board.erase();
    eprintln!("{line}");
}

/// Runs `work`, whose programs write to the terminal.
pub fn streaming<T>(work: impl FnOnce() -> T) -> T {
    let mut before = board();
    before.erase();
    before.streaming += 1;
    drop(before);
    let result = work();
    board().streaming -= 1;
    result
}

/// Runs `work` as a job named `what`, which is mentioned for as long as it runs.
pub fn listed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let since = Instant::now();
    let mut before = board();
    before.jobs.push(Job { what: what.to_owned(), since, mentioned: since });
    if !before.is_ticking {
        before.is_ticking = true;
        thread::spawn(tick);
    }
    drop(before);
    let result = work();
    board().jobs.retain(|job| job.since != since || job.what != what);
    result
}

/// `41.2 s`
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn board() -> MutexGuard<'static, Board> {
    BOARD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shows the jobs until there is none.
fn tick() {
    loop {
        thread::sleep(REDRAW);
        let mut board = board();
        board.erase();
        if board.jobs.is_empty() {
            board.is_ticking = false;
            return;
        }
        if board.streaming == 0 && io::stderr().is_terminal() {
            board.draw();
        } else {
            board.mention();
        }
    }
}

impl Board {
    fn erase(&mut self) {
        if self.is_drawn {
            eprint!("\r\x1b[K");
            self.is_drawn = false;
        }
    }

    fn draw(&mut self) {
        eprint!("{}", status(self.jobs.iter().map(|job| (job.what.as_str(), job.since.elapsed()))));
        // What cannot be drawn is not missed.
        let _ = io::stderr().flush();
        self.is_drawn = true;
    }

    fn mention(&mut self) {
        for job in self.jobs.iter_mut().filter(|job| job.mentioned.elapsed() >= MENTION) {
            job.mentioned = Instant::now();
            eprintln!("⋯ {} … {} so far", job.what, minutes(job.since.elapsed()));
        }
    }
}

fn status<'a>(jobs: impl Iterator<Item = (&'a str, Duration)>) -> String {
    // What stands in brackets is said once.
    let jobs = jobs.map(|(what, time)| format!("{} {}", what.split(" (").next().unwrap_or(what), minutes(time)));
    let line = format!("⋯ {}", jobs.collect::<Vec<_>>().join(" · "));
    if line.chars().count() <= COLUMNS { line } else { line.chars().take(COLUMNS - 1).chain(['…']).collect() }
}

/// `1:32`
fn minutes(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_one_line() {
        let time = Duration::from_secs(92);
        assert_eq!(status([("install trunk (once)", time)].into_iter()), "⋯ install trunk 1:32");
        let long =
            status([("install trunk", time), ("install the packages of tests/browser", time)].repeat(3).into_iter());
        assert!(long.chars().count() == COLUMNS && long.ends_with('…'), "{long}");
    }
}
