//! Which files of a folder are the corpus, and what each of them is.
//!
//! Reading from disk is only here; the rest of the compiler is given names and bytes.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::SeedFile;
use super::alike::{Folded, Lookalikes};
use super::characters::{described, is_shown_as_code};
use super::differences::differences;
use super::problem::{FileId, Problem};
use super::source::Sources;

/// The names that are registries, and never annotations.
const REGISTRIES: [&str; 3] = ["briefing", "actors", "topics"];

/// What stands beside a corpus without a word being said of it, by the beginning of its name.
const COMPANIONS: [&str; 4] = ["readme", "licence", "license", "schema"];

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The files that a corpus is made of, in the order of their names.
    pub files: Vec<SeedFile>,
    /// Where they are.
    pub paths: Vec<PathBuf>,
    /// What else is there, each with the reason why it is no part of the corpus.
    pub left_out: Vec<String>,
}

/// Reads a folder. Nothing in it is passed over in silence but files and folders that are known to stand beside a corpus,
/// and hidden files that are no texts.
pub(super) fn read(dir: &Path, problems: &mut Vec<Problem>) -> Listing {
    let mut listing = Listing::default();
    let mut found = Vec::new();
    match fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => found = entries,
        Err(error) => problems.push(unreadable(&dir.display().to_string(), &error.to_string())),
    }
    found.sort_by_cached_key(|entry| in_order(&entry.file_name().to_string_lossy()));
    for entry in found {
        let path = entry.path();
        let shown = path.display().to_string();
        let Ok(name) = entry.file_name().into_string() else {
            problems.push(unreadable(&shown, "its name is not Unicode"));
            continue;
        };
        match left_out(&name, &path) {
            Some("") => {}
            Some(reason) => listing.left_out.push(format!("{shown} is left out: {reason}")),
            // A link that leads nowhere is no file either.
            None if !path.is_file() => problems.push(unreadable(&shown, "it is not a file")),
            None => match fs::read(&path) {
                Ok(bytes) => {
                    listing.files.push(SeedFile { name, bytes });
                    listing.paths.push(path);
                }
                Err(error) => problems.push(unreadable(&shown, &error.to_string())),
            },
        }
    }
    listing
}

/// Why something in the folder is no part of the corpus; nothing where that needs no words.
fn left_out(name: &str, path: &Path) -> Option<&'static str> {
    let lower = name.to_lowercase();
    match kind(name) {
        Some(_) if name.starts_with('.') => Some("its name begins with a dot"),
        Some(_) => None,
        None if name.starts_with('.') || COMPANIONS.iter().any(|known| lower.starts_with(known)) => Some(""),
        None if path.is_dir() => Some("documents in folders are not read"),
        None => Some("its name does not end in .txt or .toml"),
    }
}

fn unreadable(path: &str, reason: &str) -> Problem {
    Problem::new("briefing::file::unreadable", format!("{path} cannot be read: {reason}"))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Text,
    Toml,
}

/// What a file is by its name, and the name without its ending. Endings may be in capitals, as old systems write them.
fn kind(name: &str) -> Option<(Kind, &str)> {
    let (stem, ending) = name.rsplit_once('.')?;
    match &*ending.to_ascii_lowercase() {
        "txt" => Some((Kind::Text, stem)),
        "toml" => Some((Kind::Toml, stem)),
        _ => None,
    }
}

/// A file's name without its ending, composed.
pub(super) fn stem(name: &str) -> String {
    kind(name).map_or(name, |(_, stem)| stem).nfc().collect()
}

/// What names are ordered by: the same on disks that compose letters and on those that decompose them.
pub(super) fn in_order(name: &str) -> String {
    name.nfc().collect()
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
    // By kind and composed stem: a text and an annotation whose names differ only in composition are a pair.
    let mut stems: HashMap<(Kind, String), FileId> = HashMap::new();
    let all = files.iter().enumerate();
    let all = all.filter_map(|(at, file)| kind(&file.name).map(|(kind, _)| (FileId(at), kind, stem(&file.name))));
    let all: Vec<(FileId, Kind, String)> = all.collect();
    stems.extend(all.iter().map(|(id, kind, stem)| ((*kind, stem.clone()), *id)));
    let mut without_annotation = Vec::new();
    let mut without_text = Vec::new();
    for (id, kind, stem) in &all {
        let registry = REGISTRIES.iter().position(|name| stem.eq_ignore_ascii_case(name));
        match (kind, registry) {
            (Kind::Toml, Some(0)) => sorted.briefing = Some(*id),
            (Kind::Toml, Some(1)) => sorted.actors = Some(*id),
            (Kind::Toml, Some(_)) => sorted.topics = Some(*id),
            (Kind::Text, Some(_)) => problems.push(
                Problem::new(
                    "briefing::document::no-annotation",
                    format!("{} cannot be a document", sources.name(*id)),
                )
                .of(*id)
                .help(format!("{stem}.toml is the name of a registry: give the text another name")),
            ),
            (Kind::Toml, None) if !stems.contains_key(&(Kind::Text, stem.clone())) => without_text.push((*id, stem)),
            (Kind::Toml, None) => {}
            (Kind::Text, None) => {
                if let Some(problem) = published_name(&files[id.0].name) {
                    problems.push(problem.of(*id));
                }
                match stems.get(&(Kind::Toml, stem.clone())) {
                    Some(annotation) => sorted.documents.push((*id, *annotation)),
                    None => without_annotation.push((*id, stem)),
                }
            }
        }
    }
    alone(without_annotation, without_text, sources, problems);
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
    if !all.iter().any(|(_, kind, _)| *kind == Kind::Text) {
        problems.push(
            Problem::new("briefing::document::none", "the corpus has no document")
                .help("put a document into the folder as NAME.txt, and its annotation as NAME.toml"),
        );
    }
    sorted
}

/// Files whose names are the same on a disk that does not tell capitals or compositions apart.
pub(super) fn same_names(files: &[SeedFile], sources: &Sources) -> Vec<Problem> {
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut problems = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let blind: String = file.name.nfc().flat_map(char::to_lowercase).nfc().collect();
        let first = *names.entry(blind).or_insert(at);
        if first != at {
            let difference = differences(&files[first].name, &file.name, Lookalikes::Apart);
            let both = format!("{} and {} have the same name", sources.name(FileId(first)), sources.name(FileId(at)));
            problems.push(
                Problem::new("briefing::file::same-name", both)
                    .of(FileId(at))
                    .help(format!("{difference}; on many disks they would be one file: rename one of them")),
            );
        }
    }
    problems
}

/// Reports texts without annotation and annotations without text; once where the names of two differ in something that
/// cannot be meant.
fn alone(
    texts: Vec<(FileId, &String)>,
    mut annotations: Vec<(FileId, &String)>,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) {
    for (id, stem) in texts {
        let problem =
            Problem::new("briefing::document::no-annotation", format!("{} has no annotation", sources.name(id))).of(id);
        let like = annotations.iter().position(|(_, other)| {
            Lookalikes::ALL
                .iter()
                .any(|&looks| Folded::new(stem, None, looks).find(other, looks) == Some(0..stem.len()))
        });
        problems.push(match like.map(|at| annotations.remove(at)) {
            Some((annotation, other)) => {
                let looks = Lookalikes::ALL.into_iter();
                let looks = looks.filter(|&looks| Folded::new(stem, None, looks).find(other, looks).is_some());
                let difference = looks.map(|looks| differences(stem, other, looks)).next().unwrap_or_default();
                problem
                    .help(format!("{} has nearly its name: {difference}", sources.name(annotation)))
                    .help("give both the same name")
            }
            None => problem.help(format!("write {stem}.toml beside it, with at least a title and a language")),
        });
    }
    for (id, stem) in annotations {
        problems.push(
            Problem::new(
                "briefing::document::no-text",
                format!("{} annotates a text that is not there", sources.name(id)),
            )
            .of(id)
            .help(format!("put the document beside it as {stem}.txt, or remove the annotation")),
        );
    }
}

/// What is wrong with the name of a text, which is published under it: it has to exist on every system.
fn published_name(name: &str) -> Option<Problem> {
    let problem = |what: String, help: &str| {
        Some(Problem::new("briefing::file::name", what).help(format!("{help}: give text and annotation another name")))
    };
    // Windows takes what stands before the first dot for the name of a device.
    let base = name.split('.').next().unwrap_or_default().trim_end();
    if is_device(base) {
        return problem(
            format!("{name} cannot exist on Windows, where \"{base}\" is a device"),
            "the text is published under its name",
        );
    }
    let wrong = name.chars().find(|&c| matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') || c.is_control());
    if let Some(c) = wrong {
        return problem(
            format!("{name} cannot exist on Windows, where no name holds {}", described(c)),
            "the text is published under its name",
        );
    }
    name.chars()
        .find(|&c| is_shown_as_code(c))
        .and_then(|c| problem(format!("the name of {name} holds {}", described(c)), "nobody would see that"))
}

/// Whether Windows knows a device of this name, in capitals or not.
fn is_device(name: &str) -> bool {
    let name = name.to_uppercase();
    let numbered = name.strip_prefix("COM").or(name.strip_prefix("LPT"));
    let numbered = numbered.is_some_and(|number| {
        number.chars().count() == 1 && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
    });
    numbered || matches!(&*name, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_known_in_every_spelling() {
        for name in ["con", "Prn", "AUX", "nul", "com1", "COM0", "lpt9", "Lpt¹", "com³", "conin$"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["cons", "com", "com10", "lptx", "a", "index", "communal"] {
            assert!(!is_device(name), "{name}");
        }
    }

    #[test]
    fn a_published_name_exists_on_every_system() {
        for name in ["con.txt", "Aux.v2.txt", "nul .txt", "a?.txt", "a:b.txt", "a\u{202e}b.txt", "a\tb.txt"] {
            assert!(published_name(name).is_some(), "{name:?}");
        }
        for name in ["odd ü#%.txt", "icon.txt", "a..txt", "статья.TXT", "می\u{200c}.txt"] {
            assert!(published_name(name).is_none(), "{name:?}");
        }
    }
}
