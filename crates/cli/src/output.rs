//! Files and folders that are written whole or not at all: beside their place first, and then renamed. What was there
//! before stays until the new one is complete.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use publish::Files;
use tempfile::{Builder, NamedTempFile, TempDir};

use crate::error::Error;

/// Files that every site has. A folder with all of them is one.
const MARKERS: [&str; 4] = ["index.html", "briefing.html", "worker.js", "schema/briefing-export.schema.json"];

/// Folders that a site may have at its top.
const FOLDERS: [&str; 8] = ["a", "d", "data", "icons", "p", "s", "schema", "seeds"];

/// Extensions of files that a site may have at its top.
const EXTENSIONS: [&str; 9] = ["br", "css", "gz", "html", "js", "png", "svg", "wasm", "webmanifest"];

/// Other files that a site may have at its top. Other texts there, such as `robots.txt`, are somebody's own.
const FILES: [&str; 2] = ["feed.xml", "llms.txt"];

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
            return Err(Error::new(format!("{shown} {problem}, and would be replaced whole"))
                .advise("name a folder that is absent or empty, or that holds a site and nothing else"));
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
        let beside = Builder::new().prefix(UNFINISHED).tempdir_in(parent).map_err(|error| cannot_write(&error))?;
        let new = beside.path().join("new");
        write_folder(&new, files).map_err(|error| cannot_write(&error))?;
        self.exchange(new, beside).map_err(|error| {
            Error::io(format_args!("cannot replace {shown}"), &error)
                .advise("another program uses the folder: close what shows or serves it, or name another folder")
        })
    }

    /// Puts the new folder into the place of the old one.
    fn exchange(&self, new: PathBuf, beside: TempDir) -> io::Result<()> {
        let old = beside.path().join("old");
        let had_old = match fs::rename(&self.folder, &old) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(error),
        };
        let Err(error) = fs::rename(new, &self.folder) else { return Ok(()) };
        if had_old && fs::rename(&old, &self.folder).is_err() {
            // Nothing is lost: the old folder stays where it is now.
            let kept = beside.keep().join("old");
            return Err(io::Error::new(error.kind(), format!("{error}; what was there is now {}", kept.display())));
        }
        Err(error)
    }
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
    let beside = Builder::new().prefix(UNFINISHED).tempdir_in(parent)?;
    let new = beside.path().join("new");
    write_folder(&new, files)?;
    fs::rename(new, folder)
}

/// Writes files into an empty folder. Where that fails, it is empty again.
fn fill_folder(folder: &Path, files: &Files) -> io::Result<()> {
    let beside = Builder::new().prefix(UNFINISHED).tempdir_in(folder)?;
    let new = beside.path().join("new");
    write_folder(&new, files)?;
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

/// Writes a file, whole or not at all. What is no regular file, as `/dev/stdout`, is written to as it is.
///
/// # Errors
/// What the system has refused.
pub fn write_file(file: &Path, content: &[u8]) -> Result<(), Error> {
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
    let mut beside = unfinished_file(parent)?;
    beside.write_all(content)?;
    if let Some(permissions) = existing {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.persist(&file).map(drop).map_err(|error| error.error)
}

/// A file in a folder that becomes another one when it is complete.
fn unfinished_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut beside = Builder::new();
    // Temporary files can be read by their owner only; this becomes a file like any other.
    #[cfg(unix)]
    beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    beside.prefix(UNFINISHED).tempfile_in(folder)
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
    let mut beside = unfinished_file(file.parent().unwrap_or(Path::new(".")))?;
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
mod tests {
    use super::*;

    fn files(names: &[&str]) -> Files {
        names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn refused(folder: &Path) -> String {
        SiteFolder::new(folder, Path::new("no corpus")).unwrap_err().to_string()
    }

    #[test]
    fn a_site_replaces_a_site_whole() {
        let top = tempfile::tempdir().unwrap();
        let out = top.path().join("deep/out");
        let mut site = files(&MARKERS);
        site.extend(files(&[
            "s/a.html",
            "briefing-0.wasm.br",
            "data/briefing.json",
            "feed.xml",
            "llms.txt",
            "llms.txt.br",
        ]));
        SiteFolder::new(&out, top.path()).unwrap().replace(&site).unwrap();
        assert_eq!(read_folder(&out).unwrap(), site);
        SiteFolder::new(&out, Path::new("no corpus")).unwrap().replace(&files(&MARKERS)).unwrap();
        assert_eq!(read_folder(&out).unwrap(), files(&MARKERS));
        assert_eq!(names(&top.path().join("deep")), ["out"], "nothing is left beside it");
    }

    #[test]
    fn a_site_that_cannot_be_written_leaves_the_old_one() {
        let top = tempfile::tempdir().unwrap();
        let out = top.path().join("out");
        SiteFolder::new(&out, Path::new("no corpus")).unwrap().replace(&files(&MARKERS)).unwrap();
        let long = "x".repeat(300);
        let error = SiteFolder::new(&out, Path::new("no corpus")).unwrap().replace(&files(&["index.html", &long]));
        assert!(error.unwrap_err().to_string().contains("cannot write the site"));
        assert_eq!(read_folder(&out).unwrap(), files(&MARKERS));
        assert_eq!(names(top.path()), ["out"], "nothing is left beside it");
    }

    #[test]
    fn a_folder_with_something_else_is_refused() {
        let top = tempfile::tempdir().unwrap();
        fs::write(top.path().join("thesis.txt"), "").unwrap();
        assert!(refused(top.path()).contains("something else than a site"));
        for name in ["CNAME", ".git", "robots.txt", "sitemap.xml", "notes"] {
            let top = tempfile::tempdir().unwrap();
            let out = top.path().join("out");
            write_folder(&out, &files(&MARKERS)).unwrap();
            fs::write(out.join(name), "").unwrap();
            assert!(refused(&out).contains(&format!("holds {name}, which is no part of a site")), "{}", refused(&out));
        }
        let file = top.path().join("thesis.txt");
        assert!(refused(&file).contains("is a file"));
    }

    #[test]
    fn a_corpus_and_the_present_folder_are_not_replaced() {
        let top = tempfile::tempdir().unwrap();
        let corpus = top.path().join("corpus");
        fs::create_dir(&corpus).unwrap();
        let error = SiteFolder::new(top.path(), &corpus).unwrap_err().to_string();
        assert!(error.contains("would replace the corpus"), "{error}");
        assert!(refused(Path::new(".")).contains("is in use"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_or_a_file_stays() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        use std::fs::Permissions;
        let top = tempfile::tempdir().unwrap();
        fs::create_dir(top.path().join("real")).unwrap();
        symlink("real", top.path().join("out")).unwrap();
        SiteFolder::new(&top.path().join("out"), Path::new("no corpus")).unwrap().replace(&files(&MARKERS)).unwrap();
        assert!(top.path().join("out").is_symlink() && top.path().join("real/index.html").is_file());
        fs::write(top.path().join("file"), "old").unwrap();
        fs::set_permissions(top.path().join("file"), Permissions::from_mode(0o640)).unwrap();
        symlink("file", top.path().join("link")).unwrap();
        write_file(&top.path().join("link"), b"new").unwrap();
        assert!(top.path().join("link").is_symlink());
        assert_eq!(fs::read(top.path().join("file")).unwrap(), b"new");
        assert_eq!(fs::metadata(top.path().join("file")).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_named() {
        let error = write_file(Path::new("/dev/full"), b"x").unwrap_err().to_string();
        assert!(error.contains("the disk is full"), "{error}");
        assert!(Path::new("/dev/full").metadata().is_ok_and(|found| !found.is_file()), "the device is still there");
    }
}
