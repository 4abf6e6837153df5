//! Interruption by the user or the system: what is unfinished then is removed before the process ends.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The exit code of a process that an interrupt has ended, by the convention of shells: 128 and the signal's number.
const INTERRUPTED: i32 = 130;

/// The unfinished files and folders of this process. While the lock is held, no interrupt ends the process.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes what is unfinished when the process is interrupted, asked to end, or loses its terminal.
///
/// # Errors
/// Why the system does not tell of interrupts.
pub fn clean_up_when_interrupted() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| {
        // Held until the process has ended: no further file is written.
        let unfinished = hold();
        unfinished.iter().for_each(|path| remove(path));
        process::exit(INTERRUPTED);
    })
}

/// Keeps the process from being ended by an interrupt until the guard is dropped: for what must not stay half done.
pub fn hold() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn remove(path: &Path) {
    // What cannot be removed stays: nobody is left who could be told.
    let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

/// The place of a file or folder in the list of what is unfinished, which it leaves when this is dropped.
#[derive(Debug)]
pub struct Listed(PathBuf);

/// Creates a file or folder that is unfinished.
///
/// # Errors
/// Those of `create`.
pub fn unfinished<T: AsRef<Path>>(create: impl FnOnce() -> io::Result<T>) -> io::Result<(T, Listed)> {
    let mut list = hold();
    let created = create()?;
    let path = created.as_ref().to_owned();
    list.insert(path.clone());
    Ok((created, Listed(path)))
}

impl Drop for Listed {
    fn drop(&mut self) {
        hold().remove(&self.0);
    }
}
