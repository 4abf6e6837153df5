//! The folder, watched.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::Error;

/// How long nothing happens before a save is complete: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(15);

/// How long a save may go on, as when many files are copied.
const LONGEST_SAVE: Duration = Duration::from_millis(500);

/// How often a folder is looked for that was removed.
const AWAIT: Duration = Duration::from_millis(200);

/// The saves in a folder, for as long as the value lives.
pub struct Saves {
    changes: Receiver<()>,
    watcher: RecommendedWatcher,
    dir: PathBuf,
    /// Whether the folder is there, and watched.
    is_watched: bool,
}

/// Watches a folder, or the folder of a file: a file that is replaced is another one to the system. Folders in it are
/// not watched: documents in them are not read.
///
/// # Errors
/// Where the system watches no more folders.
pub fn watch(dir: &Path) -> Result<Saves, Error> {
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let dir = if dir.is_file() { parent } else { dir };
    let cannot_watch = |error: &notify::Error| {
        Error::new(format!("cannot watch {}: {error}", dir.display()))
            .advise("see that the folder is there; the system may have a limit for watched folders")
    };
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // After an error it is unknown what has changed.
        if event.map_or(true, |event| is_change(event.kind)) {
            let _ = sender.send(());
        }
    })
    .map_err(|error| cannot_watch(&error))?;
    watcher.watch(dir, RecursiveMode::NonRecursive).map_err(|error| cannot_watch(&error))?;
    Ok(Saves { changes, watcher, dir: dir.to_owned(), is_watched: true })
}

/// Whether something was written: reading a corpus is an event, too.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

impl Saves {
    /// Waits for the next save, and for its end; `None` where nothing more will come. That the folder is removed is one
    /// save, and that it is there again another.
    pub fn next(&mut self) -> Option<()> {
        if !self.is_watched {
            while self.watcher.watch(&self.dir, RecursiveMode::NonRecursive).is_err() {
                thread::sleep(AWAIT);
            }
            self.is_watched = true;
            return Some(());
        }
        self.changes.recv().ok()?;
        let began = Instant::now();
        while began.elapsed() < LONGEST_SAVE && self.changes.recv_timeout(QUIET).is_ok() {}
        // What is watched may not be in its place any more: another branch was checked out, or the folder made anew.
        let _ = self.watcher.unwatch(&self.dir);
        self.is_watched = self.watcher.watch(&self.dir, RecursiveMode::NonRecursive).is_ok();
        Some(())
    }
}
