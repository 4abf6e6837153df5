//! The files of a corpus on disk. This is the only module that reads from disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file_names::kind_and_stem;
use super::problem::{Problem, Report};
use super::seed_file::{SeedFile, composed};
use super::source::SourceFiles;

/// Beginnings of the names of files and folders that are ignored without a message, because they usually accompany a
/// corpus.
const IGNORED_PREFIXES: [&str; 4] = ["readme", "licence", "license", "schema"];

/// The folder of a corpus as it was read.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The path of the folder. A report names its files by their paths, beginning with this.
    pub dir: PathBuf,
    /// The files of the corpus, in the order of their names.
    pub files: Vec<SeedFile>,
    /// Their paths.
    pub paths: Vec<PathBuf>,
    /// Messages about other files and folders: why each is not part of the corpus.
    pub left_out: Vec<String>,
}

impl Folder {
    /// Reads a folder.
    ///
    /// # Errors
    /// A report of every file that cannot be read: to the compiler they would seem to be missing.
    pub fn read(dir: &Path) -> Result<Folder, Report> {
        let mut problems = Vec::new();
        let folder = read_folder(dir, &mut problems);
        if problems.is_empty() {
            return Ok(folder);
        }
        Err(Report::new(problems, &SourceFiles::new("", std::iter::empty())))
    }
}

/// Reads a folder. Every entry is read or listed as left out, except those that usually accompany a corpus, and hidden
/// files of other kinds.
fn read_folder(dir: &Path, problems: &mut Vec<Problem>) -> Folder {
    let mut listing = Folder { dir: dir.to_owned(), ..Folder::default() };
    let mut entries = Vec::new();
    match fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(read) => entries = read,
        Err(error) => problems.push(refused(&dir.display().to_string(), &error)),
    }
    entries.sort_by_cached_key(|entry| composed(&entry.file_name().to_string_lossy()));
    for entry in entries {
        let path = entry.path();
        let displayed = path.display().to_string();
        let Ok(name) = entry.file_name().into_string() else {
            let help = "rename it: letters beyond A to Z in its name are in another encoding than UTF-8";
            problems.push(unreadable(&displayed, "its name is not Unicode").help(help));
            continue;
        };
        match inclusion(&name, &path) {
            Inclusion::Ignored => {}
            Inclusion::LeftOut(reason) => listing.left_out.push(format!("{displayed} is left out: {reason}")),
            // A folder, or a broken symbolic link.
            Inclusion::Corpus if !path.is_file() => {
                let help = "move it away, or give it another name: it is a folder, or a link to nothing";
                problems.push(unreadable(&displayed, "it is not a file").help(help));
            }
            Inclusion::Corpus => match fs::read(&path) {
                Ok(bytes) => {
                    listing.files.push(SeedFile { name, bytes });
                    listing.paths.push(path);
                }
                Err(error) => problems.push(refused(&displayed, &error)),
            },
        }
    }
    listing
}

/// Whether an entry of the folder is part of the corpus.
enum Inclusion {
    Corpus,
    /// Not part of the corpus, for a reason that is reported.
    LeftOut(&'static str),
    /// Not part of the corpus, as is to be expected.
    Ignored,
}

fn inclusion(name: &str, path: &Path) -> Inclusion {
    let lower = name.to_lowercase();
    match kind_and_stem(name) {
        Some(_) if name.starts_with('.') => Inclusion::LeftOut("its name begins with a dot"),
        Some(_) => Inclusion::Corpus,
        None if name.starts_with('.') || IGNORED_PREFIXES.iter().any(|prefix| lower.starts_with(prefix)) => {
            Inclusion::Ignored
        }
        None if path.is_dir() => Inclusion::LeftOut("documents in folders are not read"),
        None => Inclusion::LeftOut("its name does not end in .txt or .toml"),
    }
}

/// The problem of what the system does not let be read.
fn refused(path: &str, error: &io::Error) -> Problem {
    unreadable(path, &error.to_string()).help(match error.kind() {
        io::ErrorKind::PermissionDenied => "ask for the permission to read it, or move it away",
        _ => "see whether other programs can read it; if none can, put a copy in its place, or move it away",
    })
}

fn unreadable(path: &str, reason: &str) -> Problem {
    Problem::new("briefing::file::unreadable", format!("{path} cannot be read: {reason}"))
}
