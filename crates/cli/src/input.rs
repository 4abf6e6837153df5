//! What a briefing is made of, checked before it is read: the folder of a corpus, or a briefing file. That something is
//! neither is said in one sentence, where the compiler would miss each of its files.

use std::fs;
use std::path::{Path, PathBuf};

use corpus::compile::{Compiled, Folder, Summary, compile_folder};
use corpus::file::{self, EXTENSION, FileError};

use crate::console::{Console, argument};
use crate::error::Error;
use crate::output;

/// What a briefing is made of.
#[derive(Debug)]
pub enum Input {
    /// The files of a corpus.
    Folder(Folder),
    /// A briefing file, see [`corpus::file`].
    File {
        /// Its path.
        path: PathBuf,
        /// Its bytes, as they are on the disk.
        bytes: Vec<u8>,
    },
}

/// Reads the files of a corpus, or a briefing file.
///
/// # Errors
/// Where there is neither at the path, or the folder is empty or has texts alone; a report of files that cannot be
/// read.
pub fn read(path: &Path) -> Result<Input, Error> {
    let shown = path.display();
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if has_extension(path, EXTENSION) {
                return Err(Error::new(format!("there is no file {shown}")).advise("see that its name is right"));
            }
            return Err(Error::new(format!("there is no folder {shown}"))
                .advise(format!("`briefing new {}` makes one with a small corpus to begin with", argument(path))));
        }
        Err(error) => return Err(Error::io(format_args!("cannot read {shown}"), &error)),
        Ok(found) if !found.is_dir() => return read_file(path, found.len()),
        Ok(_) => {}
    }
    let mut entries = fs::read_dir(path).map_err(|error| Error::io(format_args!("cannot read {shown}"), &error))?;
    if entries.next().is_none() {
        return Err(Error::new(format!("the folder {shown} is empty"))
            .advise(format!("`briefing new {}` puts a small corpus into it to begin with", argument(path))));
    }
    let folder = Folder::read(path).map_err(Error::Corpus)?;
    if !folder.files.iter().any(|file| has_extension(Path::new(&file.name), "toml")) {
        return Err(Error::new(format!("{shown} is no corpus yet: it has no briefing.toml and no other table"))
            .advise(format!("`briefing new corpus --from {}/*` makes one of the files in it", argument(path))));
    }
    Ok(Input::Folder(folder))
}

/// Reads the files of a corpus that is to be changed.
///
/// # Errors
/// Like [`read`], and where there is a briefing file.
pub fn read_folder(path: &Path) -> Result<Folder, Error> {
    match read(path)? {
        Input::Folder(folder) => Ok(folder),
        Input::File { path, .. } => {
            Err(Error::new(format!("{} is a briefing file, and is not changed", path.display()))
                .advise("change the folder that it was made of, and make it anew"))
        }
    }
}

fn read_file(path: &Path, length: u64) -> Result<Input, Error> {
    let shown = path.display();
    if length > file::MOST_BYTES as u64 {
        return Err(unreadable(path, &FileError::TooLarge));
    }
    let bytes = output::read_at_most(path, file::MOST_BYTES);
    let bytes = bytes.map_err(|error| Error::io(format_args!("cannot read {shown}"), &error))?;
    if has_extension(path, EXTENSION) || bytes.starts_with(&file::MAGIC) {
        return Ok(Input::File { path: path.to_owned(), bytes });
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Err(Error::new(format!("{shown} is a file, and a corpus is a folder or a briefing file (NAME.{EXTENSION})"))
        .advise(format!("name the folder that the file is in: {}", parent.display())))
}

/// Refuses an output that would take the place of what is read: a text or a table in the folder of the corpus, or the
/// briefing file. A corpus has no other copy of what people have written.
///
/// # Errors
/// Where the output is one of them.
pub fn check_output(output: &Path, source: &Path) -> Result<(), Error> {
    let shown = output.display();
    let Ok(source) = fs::canonicalize(source) else { return Ok(()) };
    let Some(output) = resolved(output) else { return Ok(()) };
    if output == source && source.is_file() {
        return Err(Error::new(format!("{shown} is the briefing file that is read, and would be replaced"))
            .advise("name another file"));
    }
    let is_read = output
        .extension()
        .is_some_and(|extension| ["txt", "toml"].iter().any(|read| extension.eq_ignore_ascii_case(read)));
    if is_read && output.parent() == Some(&source) {
        return Err(Error::new(format!("{shown} would be a file of the corpus, or replace one"))
            .advise("name a file in another folder, or one that does not end in .txt or .toml"));
    }
    Ok(())
}

/// The path of a file without symbolic links, whether or not there is a file.
fn resolved(file: &Path) -> Option<PathBuf> {
    fs::canonicalize(file).ok().or_else(|| {
        let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(fs::canonicalize(parent).ok()?.join(file.file_name()?))
    })
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted))
}

impl Input {
    /// The paths of its files.
    pub fn paths(&self) -> &[PathBuf] {
        match self {
            Input::Folder(folder) => &folder.paths,
            Input::File { path, .. } => std::slice::from_ref(path),
        }
    }

    /// Whether what is compiled is the same in both.
    pub fn has_same_content(&self, other: &Input) -> bool {
        match (self, other) {
            (Input::Folder(one), Input::Folder(two)) => one.files == two.files,
            (Input::File { bytes: one, .. }, Input::File { bytes: two, .. }) => one == two,
            _ => false,
        }
    }

    /// Compiles the corpus, or takes the compiled form out of the file, all of it verified.
    ///
    /// # Errors
    /// A report of every error in the corpus, or what is wrong with the file.
    pub fn compile(&self) -> Result<Compiled, Error> {
        match self {
            Input::Folder(folder) => compile_folder(folder).map_err(Error::Corpus),
            Input::File { path, bytes } => {
                let bytes = file::read(bytes).map_err(|error| unreadable(path, &error))?;
                let loaded = corpus::load(&bytes).map_err(|error| unreadable(path, &error.into()))?;
                let summary = Summary::new(&loaded);
                Ok(Compiled { bytes, files: vec![path.clone()], left_out: Vec::new(), summary })
            }
        }
    }
}

/// A briefing file that cannot be read, and what to do.
fn unreadable(path: &Path, error: &FileError) -> Error {
    let failed = Error::new(format!("cannot read {}: {error}", path.display()));
    match error {
        FileError::NotABriefing => {
            failed.advise("name a file that `briefing export --format briefing` or a briefing's page has made")
        }
        FileError::Newer(_) => failed.advise("or ask whoever made it for the folder of the corpus"),
        FileError::CutOff { .. } | FileError::Damaged(_) | FileError::Invalid(_) | FileError::InParts => {
            failed.advise("ask whoever made it for another copy, or make it anew from the folder of the corpus")
        }
        FileError::TooLarge => failed.advise("part the corpus into several briefings"),
    }
}

/// Reads and compiles a corpus, or reads a briefing file. Files that are left out are named, with the reason.
///
/// # Errors
/// Like [`read`] and [`Input::compile`].
pub fn compile(path: &Path, console: &Console) -> Result<Compiled, Error> {
    let progress = console.progress("check the corpus");
    let input = read(path)?;
    input.paths().iter().for_each(|path| console.detail(format_args!("{}", path.display())));
    let compiled = console.timed("checked", || input.compile())?;
    drop(progress);
    compiled.left_out.iter().for_each(|message| console.say(message));
    Ok(compiled)
}
