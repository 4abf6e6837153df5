//! Files and folders that are written whole or not at all: beside their place first, and then renamed. What was there
//! before stays until the new one is complete.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use publish::Files;
use tempfile::{Builder, NamedTempFile, TempDir};

use crate::error::Error;
use crate::interrupt::{self, Listed};

/// Files that every site has. A folder with all of them is one.
const MARKERS: [&str; 4] = ["index.html", "briefing.html", "worker.js", "schema/briefing-export.schema.json"];

/// Folders that a site may have at its top.
const FOLDERS: [&str; 8] = ["a", "d", "data", "icons", "p", "s", "schema", "seeds"];

/// Extensions of files that a site may have at its top.
const EXTENSIONS: [&str; 9] = ["br", "css", "gz", "html", "js", "png", "svg", "wasm", "webmanifest"];

/// Other files that a site may have at its top. Other texts there, such as `robots.txt`, are somebody's own.
const FILES: [&str; 2] = ["feed.xml", "llms.txt"];

/// What to do about a folder that the system does not let be moved away.
const IN_USE: &str = "another program uses the folder, or a disk is mounted there: close what shows or serves it, or \
                      name a folder in it";

/// What the names of files and folders begin with while they are written.
const UNFINISHED: &str = ".briefing-unfinished-";

/// A folder that a site may be written into.
#[derive(Debug)]
pub struct SiteFolder {
    /// The folder that is replaced, without symbolic links.
    folder: PathBuf,
    /// The folder as the user calls it.
    shown: PathBuf,
}

impl SiteFolder {
    /// Checks a folder before anything is made: it is absent or empty, or holds a site and nothing else. `corpus` is
    /// the folder that the site is made of.
    ///
    /// # Errors
    /// Why the folder must not be replaced.
    pub fn new(folder: &Path, corpus: &Path) -> Result<SiteFolder, Error> {
        let shown = folder.display();
        let cannot_use = |error: &io::Error| Error::io(format_args!("cannot use {shown}"), error);
        // A link stays, and what it leads to is replaced.
        let resolved = match fs::canonicalize(folder) {
            Ok(resolved) => resolved,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let absolute = std::path::absolute(folder).map_err(|error| cannot_use(&error))?;
                return Ok(SiteFolder { folder: absolute, shown: folder.to_owned() });
            }
            Err(error) => return Err(cannot_use(&error)),
        };
        if !resolved.is_dir() {
            return Err(Error::new(format!("{shown} is a file, and a site is a folder"))
                .advise("name a folder; --single FILE.html writes the page as one file"));
        }
        if fs::canonicalize(corpus).is_ok_and(|corpus| corpus.starts_with(&resolved)) {
            return Err(Error::new(format!("the site would replace the corpus in {}", corpus.display()))
                .advise("name a folder beside the corpus"));
        }
        if std::env::current_dir().and_then(fs::canonicalize).is_ok_and(|here| here.starts_with(&resolved)) {
            return Err(Error::new(format!(
                "{shown} is in use: it is, or holds, the folder that this command runs in"
            ))
            .advise("name a folder in it, or run the command from another folder"));
        }
        if let Some(problem) = foreign(&resolved).map_err(|error| cannot_use(&error))? {
            return Err(holds_something_else(folder, &problem));
        }
        Ok(SiteFolder { folder: resolved, shown: folder.to_owned() })
    }

    /// Replaces the folder by these files. Where that fails, it is as it was.
    ///
    /// # Errors
    /// What the system has refused.
    pub fn replace(&self, files: &Files) -> Result<(), Error> {
        let shown = self.shown.display();
        let cannot_write = |error: &io::Error| Error::io(format_args!("cannot write the site {shown}"), error);
        let parent = self.folder.parent().unwrap_or(&self.folder);
        fs::create_dir_all(parent).map_err(|error| cannot_write(&error))?;
        // On the same disk as the folder, so that renaming does not copy.
        let (beside, _listed) = unfinished_folder(parent).map_err(|error| cannot_write(&error))?;
        let new = beside.path().join("new");
        write_folder(&new, files).map_err(|error| cannot_write(&error))?;
        self.exchange(new, beside)
    }

    /// Puts the new folder into the place of the old one.
    fn exchange(&self, new: PathBuf, beside: TempDir) -> Result<(), Error> {
        let old = beside.path().join("old");
        // No interrupt between the two renamings.
        let mut unfinished = interrupt::hold();
        let had_old = match fs::rename(&self.folder, &old) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(self.cannot_replace(&error)),
        };
        // Somebody may have put something there while the site was made.
        let problem = if had_old { foreign(&old) } else { Ok(None) };
        let exchanged = match problem {
            Ok(None) => fs::rename(new, &self.folder).map_err(|error| self.cannot_replace(&error)),
            Ok(Some(problem)) => Err(holds_something_else(&self.shown, &problem)),
            Err(error) => Err(self.cannot_replace(&error)),
        };
        let Err(error) = exchanged else { return Ok(()) };
        if had_old && fs::rename(&old, &self.folder).is_err() {
            // Nothing is lost: the old folder stays where it is now.
            unfinished.remove(beside.path());
            let kept = beside.keep().join("old");
            return Err(error.continued(&format!("; what was there is now {}", kept.display())));
        }
        Err(error)
    }

    fn cannot_replace(&self, error: &io::Error) -> Error {
        let refused = Error::io(format_args!("cannot replace {}", self.shown.display()), error);
        // Windows says of a folder in use that access to it is denied; elsewhere a disk may be mounted there.
        let is_in_use = match error.kind() {
            io::ErrorKind::ResourceBusy => true,
            io::ErrorKind::PermissionDenied => cfg!(windows),
            _ => false,
        };
        if is_in_use { refused.advise(IN_USE) } else { refused }
    }
}

/// The error of a folder that must not be replaced for what it holds or lacks.
fn holds_something_else(shown: &Path, problem: &str) -> Error {
    Error::new(format!("{} {problem}, and would be replaced whole", shown.display()))
        .advise("name a folder that is absent or empty, or that holds a site and nothing else")
}

/// What a folder holds that no site does, or what it lacks; nothing for an empty folder and for a site.
fn foreign(folder: &Path) -> io::Result<Option<String>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut names: Vec<PathBuf> = entries.iter().map(|entry| PathBuf::from(entry.file_name())).collect();
    names.sort();
    if names.is_empty() {
        return Ok(None);
    }
    if MARKERS.iter().any(|marker| !folder.join(marker).is_file()) {
        return Ok(Some("holds something else than a site".to_owned()));
    }
    let is_of_site = |name: &Path| match name.extension().and_then(OsStr::to_str) {
        _ if name.to_string_lossy().starts_with('.') => false,
        _ if FILES.iter().any(|file| name.as_os_str() == *file) => true,
        Some(extension) => EXTENSIONS.contains(&extension),
        None => name.to_str().is_some_and(|name| FOLDERS.contains(&name)),
    };
    let other = names.iter().find(|name| !is_of_site(name));
    Ok(other.map(|name| format!("holds {}, which is no part of a site", name.display())))
}

/// Creates a folder with files, whole or not at all. It must be absent or empty.
///
/// # Errors
/// What the system has refused.
pub fn create_folder(folder: &Path, files: &Files) -> io::Result<()> {
    let folder = std::path::absolute(folder)?;
    let parent = folder.parent().unwrap_or(&folder);
    fs::create_dir_all(parent)?;
    if fs::exists(&folder)? {
        // The folder may be somebody's present one, so it stays, and gets the files one by one.
        return fill_folder(&folder, files);
    }
    let (beside, _listed) = unfinished_folder(parent)?;
    let new = beside.path().join("new");
    write_folder(&new, files)?;
    fs::rename(new, folder)
}

/// Writes files into an empty folder. Where that fails, it is empty again.
fn fill_folder(folder: &Path, files: &Files) -> io::Result<()> {
    let (beside, _listed) = unfinished_folder(folder)?;
    let new = beside.path().join("new");
    write_folder(&new, files)?;
    let _held = interrupt::hold();
    let tops: BTreeSet<&str> = files.keys().map(|name| name.split('/').next().unwrap_or(name)).collect();
    tops.into_iter().try_for_each(|name| fs::rename(new.join(name), folder.join(name)))
}

/// Writes files into a folder, which must not exist.
///
/// # Errors
/// What the system has refused; then a part of them is written.
pub fn write_folder(folder: &Path, files: &Files) -> io::Result<()> {
    fs::create_dir(folder)?;
    for (name, content) in files {
        let _held = interrupt::hold();
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{name}: {error}"));
        fs::write(&file, content).map_err(named)?;
    }
    Ok(())
}

/// The files in a folder and the folders in it, by their paths relative to it.
///
/// # Errors
/// What the system has refused, or a name that is not Unicode.
pub fn read_folder(folder: &Path) -> Result<Files, Error> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let cannot_read = |error: &io::Error| Error::io(format_args!("cannot read {}", next.display()), error);
        for entry in fs::read_dir(&next).map_err(|error| cannot_read(&error))? {
            let path = entry.map_err(|error| cannot_read(&error))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).ok().and_then(Path::to_str);
            let name = name.ok_or_else(|| Error::new(format!("the name of {} is not Unicode", path.display())))?;
            let content = fs::read(&path);
            let content = content.map_err(|error| Error::io(format_args!("cannot read {}", path.display()), &error))?;
            files.insert(name.replace('\\', "/"), content);
        }
    }
    Ok(files)
}

/// Reads a file, and of one that is longer than `most` bytes, one byte more: a device may have no end.
///
/// # Errors
/// What the system has refused.
pub fn read_at_most(file: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file, whole or not at all. What is no regular file, as `/dev/stdout`, is written to as it is.
///
/// # Errors
/// What the system has refused.
pub fn write_file(file: &Path, content: &[u8]) -> Result<(), Error> {
    let is_folder = file.to_string_lossy().ends_with(std::path::is_separator);
    if is_folder && !file.exists() {
        return Err(
            Error::new(format!("there is no folder {}", file.display())).advise("make it first, or name a file")
        );
    }
    write_or_refuse(file, content).map_err(|error| Error::io(format_args!("cannot write {}", file.display()), &error))
}

fn write_or_refuse(file: &Path, content: &[u8]) -> io::Result<()> {
    let existing = match fs::metadata(file) {
        Ok(found) if !found.is_file() => return File::options().write(true).open(file)?.write_all(content),
        Ok(found) => Some(found.permissions()),
        Err(_) => None,
    };
    // A link stays, and what it leads to is replaced.
    let file = if existing.is_some() { fs::canonicalize(file)? } else { file.to_owned() };
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (mut beside, _listed) = unfinished_file(parent)?;
    beside.write_all(content)?;
    if let Some(permissions) = existing {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.persist(&file).map(drop).map_err(|error| error.error)
}

/// A folder in another one for what is not complete.
fn unfinished_folder(parent: &Path) -> io::Result<(TempDir, Listed)> {
    interrupt::unfinished(|| Builder::new().prefix(UNFINISHED).tempdir_in(parent))
}

/// A file in a folder that becomes another one when it is complete.
fn unfinished_file(folder: &Path) -> io::Result<(NamedTempFile, Listed)> {
    let mut beside = Builder::new();
    // Temporary files can be read by their owner only; this becomes a file like any other.
    #[cfg(unix)]
    beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    interrupt::unfinished(|| beside.prefix(UNFINISHED).tempfile_in(folder))
}

/// Creates files in a folder, all or none. A file of one of the names stays as it is, and is an error.
///
/// # Errors
/// What the system has refused.
pub fn create_files(folder: &Path, files: &Files) -> Result<(), Error> {
    let mut created: Vec<PathBuf> = Vec::new();
    for (name, content) in files {
        let file = folder.join(name);
        if let Err(error) = create_file(&file, content) {
            for file in created {
                // Where it cannot be removed, the compiler reports the other one of the pair as missing.
                let _ = fs::remove_file(file);
            }
            return Err(match error.kind() {
                io::ErrorKind::AlreadyExists => Error::new(format!("{} is there already", file.display()))
                    .advise("no file is ever overwritten: give another name"),
                _ => Error::io(format_args!("cannot write {}", file.display()), &error),
            });
        }
        created.push(file);
    }
    Ok(())
}

fn create_file(file: &Path, content: &[u8]) -> io::Result<()> {
    let (mut beside, _listed) = unfinished_file(file.parent().unwrap_or(Path::new(".")))?;
    beside.write_all(content)?;
    beside.persist_noclobber(file).map(drop).map_err(|error| error.error)
}

/// Writes to the standard output. A reader that closes it, as `head` does, has read enough.
///
/// # Errors
/// What the system has refused.
pub fn print(content: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(content).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::io("cannot write to the standard output", &error))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
