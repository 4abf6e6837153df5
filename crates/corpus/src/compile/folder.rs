//! Which files of a folder are the corpus, and what each of them is.
//!
//! Reading from disk is only here; the rest of the compiler is given names and bytes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::SeedFile;
use super::problem::{FileId, Problem};
use super::source::Sources;

/// The names that are registries, and never annotations.
const REGISTRIES: [&str; 3] = ["briefing", "actors", "topics"];

/// The files of a folder that a corpus is made of, in the order of their names, and their paths. Other files, folders
/// and hidden files are left alone.
pub(super) fn read(dir: &Path, problems: &mut Vec<Problem>) -> (Vec<SeedFile>, Vec<PathBuf>) {
    let mut found = Vec::new();
    match names(dir) {
        Ok(names) => found = names,
        Err(error) => problems.push(unreadable(&dir.display().to_string(), &error)),
    }
    found.sort();
    let mut files = Vec::new();
    let mut paths = Vec::new();
    for name in found {
        let path = dir.join(&name);
        match fs::read(&path) {
            Ok(bytes) => {
                files.push(SeedFile { name, bytes });
                paths.push(path);
            }
            Err(error) => problems.push(unreadable(&path.display().to_string(), &error)),
        }
    }
    (files, paths)
}

fn names(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        // A name that is not Unicode could not be written into an annotation either.
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if kind(&name).is_some() && !name.starts_with('.') && path.is_file() {
            names.push(name);
        }
    }
    Ok(names)
}

fn unreadable(path: &str, error: &io::Error) -> Problem {
    Problem::new("briefing::file::unreadable", format!("{path} cannot be read: {error}"))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Toml,
}

/// What a file is by its name, and the name without its ending.
fn kind(name: &str) -> Option<(Kind, &str)> {
    match name.rsplit_once('.')? {
        (stem, "txt") => Some((Kind::Text, stem)),
        (stem, "toml") => Some((Kind::Toml, stem)),
        _ => None,
    }
}

/// The files of a corpus by what they are.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub briefing: Option<FileId>,
    pub actors: Option<FileId>,
    pub topics: Option<FileId>,
    /// Text and annotation of each document, in the order of the names.
    pub documents: Vec<(FileId, FileId)>,
}

/// Tells the files apart; `files` are in the order of their names, and known to `sources` in that order.
pub(super) fn sort(files: &[SeedFile], sources: &Sources, problems: &mut Vec<Problem>) -> Sorted {
    let mut sorted = Sorted::default();
    let find = |name: &str| files.binary_search_by(|file| file.name.as_str().cmp(name)).ok().map(FileId);
    for (at, file) in files.iter().enumerate() {
        let id = FileId(at);
        match kind(&file.name) {
            Some((Kind::Toml, "briefing")) => sorted.briefing = Some(id),
            Some((Kind::Toml, "actors")) => sorted.actors = Some(id),
            Some((Kind::Toml, "topics")) => sorted.topics = Some(id),
            Some((Kind::Toml, stem)) if find(&format!("{stem}.txt")).is_none() => problems.push(
                Problem::new(
                    "briefing::document::no-text",
                    format!("{} annotates a text that is not there", sources.name(id)),
                )
                .of(id)
                .help(format!("put the document beside it as {stem}.txt, or remove the annotation")),
            ),
            Some((Kind::Text, stem)) if REGISTRIES.contains(&stem) => problems.push(
                Problem::new("briefing::document::no-annotation", format!("{} cannot be a document", sources.name(id)))
                    .of(id)
                    .help(format!("{stem}.toml is the name of a registry: give the text another name")),
            ),
            Some((Kind::Text, stem)) => match find(&format!("{stem}.toml")) {
                Some(annotation) => sorted.documents.push((id, annotation)),
                None => problems.push(
                    Problem::new(
                        "briefing::document::no-annotation",
                        format!("{} has no annotation", sources.name(id)),
                    )
                    .of(id)
                    .help(format!("write {stem}.toml beside it, with at least a title and a language")),
                ),
            },
            _ => {}
        }
    }
    for (found, name, holds) in [
        (sorted.briefing, "briefing.toml", "what the briefing is"),
        (sorted.actors, "actors.toml", "every actor, once, for all documents"),
        (sorted.topics, "topics.toml", "every topic, once, for all documents"),
    ] {
        if found.is_none() {
            problems.push(
                Problem::new("briefing::file::missing", format!("{} is missing", sources.named(name)))
                    .help(format!("write {name}: it holds {holds}")),
            );
        }
    }
    if !files.iter().any(|file| matches!(kind(&file.name), Some((Kind::Text, _)))) {
        problems.push(
            Problem::new("briefing::document::none", "the corpus has no document")
                .help("put a document into the folder as NAME.txt, and its annotation as NAME.toml"),
        );
    }
    sorted
}

/// A file's text, where it is UTF-8.
pub(super) fn text<'f>(file: &'f SeedFile, id: FileId, problems: &mut Vec<Problem>) -> Option<&'f str> {
    match std::str::from_utf8(&file.bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = file.bytes.get(at).copied().unwrap_or_default();
            problems.push(
                Problem::new("briefing::file::not-utf8", format!("this is not UTF-8: byte {at} is 0x{byte:02X}"))
                    .label(super::problem::Place::new(id, at..at + '\u{FFFD}'.len_utf8()), "here")
                    .help("save the file as UTF-8; the byte is counted from zero"),
            );
            None
        }
    }
}
