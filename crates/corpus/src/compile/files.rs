//! Classification of the files of a corpus: the registries, and the pairs of text and annotation.

use std::collections::HashMap;

use super::differences::describe_differences;
use super::equivalence::{Confusables, FoldedText};
use super::file_names::{FileKind, check_published_name, kind_and_stem, stem};
use super::problem::Problem;
use super::seed_file::{SeedFile, composed};
use super::source::SourceFiles;
use super::source_span::{FileId, SourceSpan};

/// The registries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Registry {
    Briefing,
    Actors,
    Topics,
}

impl Registry {
    /// The registry that a file is by its name without extension.
    fn from_stem(stem: &str) -> Option<Registry> {
        [("briefing", Registry::Briefing), ("actors", Registry::Actors), ("topics", Registry::Topics)]
            .into_iter()
            .find_map(|(name, registry)| stem.eq_ignore_ascii_case(name).then_some(registry))
    }
}

/// The files of a corpus by what they are.
#[derive(Debug, Default)]
pub(super) struct ClassifiedFiles {
    pub briefing: Option<FileId>,
    pub actors: Option<FileId>,
    pub topics: Option<FileId>,
    /// Text and annotation of each document, in the order of the names.
    pub documents: Vec<(FileId, FileId)>,
}

/// Classifies files, which must be in the order of their names and of `sources`. Reports missing registries, texts and
/// annotations without counterpart, and names that cannot be published.
pub(super) fn classify(files: &[SeedFile], sources: &SourceFiles, problems: &mut Vec<Problem>) -> ClassifiedFiles {
    let mut classified = ClassifiedFiles::default();
    let all: Vec<(FileId, FileKind, String)> = files
        .iter()
        .enumerate()
        .filter_map(|(index, file)| kind_and_stem(&file.name).map(|(kind, _)| (FileId(index), kind, stem(&file.name))))
        .collect();
    // The keys are composed: a text and an annotation whose names differ only in composition are a pair.
    let by_name: HashMap<(FileKind, &str), FileId> =
        all.iter().map(|(id, kind, stem)| ((*kind, stem.as_str()), *id)).collect();
    let mut without_annotation = Vec::new();
    let mut without_text = Vec::new();
    for (id, kind, stem) in &all {
        match (kind, Registry::from_stem(stem)) {
            (FileKind::Toml, Some(Registry::Briefing)) => classified.briefing = Some(*id),
            (FileKind::Toml, Some(Registry::Actors)) => classified.actors = Some(*id),
            (FileKind::Toml, Some(Registry::Topics)) => classified.topics = Some(*id),
            (FileKind::Text, Some(_)) => {
                let message = format!("{} cannot be a document", sources.name(*id));
                problems.push(
                    Problem::new("briefing::document::no-annotation", message)
                        .in_file(*id)
                        .help(format!("{stem}.toml is the name of a registry: give the text another name")),
                );
            }
            (FileKind::Toml, None) if !by_name.contains_key(&(FileKind::Text, stem.as_str())) => {
                without_text.push((*id, stem));
            }
            (FileKind::Toml, None) => {}
            (FileKind::Text, None) => {
                if let Some(problem) = check_published_name(&files[id.0].name) {
                    problems.push(problem.in_file(*id));
                }
                match by_name.get(&(FileKind::Toml, stem.as_str())) {
                    Some(annotation) => classified.documents.push((*id, *annotation)),
                    None => without_annotation.push((*id, stem)),
                }
            }
        }
    }
    report_unpaired(without_annotation, without_text, sources, problems);
    report_missing_registries(&classified, sources, problems);
    if !all.iter().any(|(_, kind, _)| *kind == FileKind::Text) {
        problems.push(
            Problem::new("briefing::document::none", "the corpus has no document")
                .help("put a document into the folder as NAME.txt, and its annotation as NAME.toml"),
        );
    }
    classified
}

fn report_missing_registries(files: &ClassifiedFiles, sources: &SourceFiles, problems: &mut Vec<Problem>) {
    for (file, name, content) in [
        (files.briefing, "briefing.toml", "what the briefing is"),
        (files.actors, "actors.toml", "every actor, once, for all documents"),
        (files.topics, "topics.toml", "every topic, once, for all documents"),
    ] {
        if file.is_none() {
            problems.push(
                Problem::new("briefing::file::missing", format!("{} is missing", sources.prefixed(name)))
                    .help(format!("write {name}: it holds {content}")),
            );
        }
    }
}

/// The problems of files whose names are the same on a file system that ignores case or composition.
pub(super) fn find_name_collisions(files: &[SeedFile], sources: &SourceFiles) -> Vec<Problem> {
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut problems = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let lower: String = composed(&file.name).chars().flat_map(char::to_lowercase).collect();
        let folded = composed(&lower);
        let first = *names.entry(folded).or_insert(index);
        if first != index {
            let difference = describe_differences(&files[first].name, &file.name, Confusables::Distinct);
            let (first, second) = (sources.name(FileId(first)), sources.name(FileId(index)));
            problems.push(
                Problem::new("briefing::file::same-name", format!("{first} and {second} have the same name"))
                    .in_file(FileId(index))
                    .help(format!("{difference}; on many disks they would be one file: rename one of them")),
            );
        }
    }
    problems
}

/// Reports texts without annotation and annotations without text. Two with equivalent names are reported as one
/// problem.
fn report_unpaired(
    texts: Vec<(FileId, &String)>,
    mut annotations: Vec<(FileId, &String)>,
    sources: &SourceFiles,
    problems: &mut Vec<Problem>,
) {
    for (id, stem) in texts {
        let message = format!("{} has no annotation", sources.name(id));
        let problem = Problem::new("briefing::document::no-annotation", message).in_file(id);
        let equivalent = annotations.iter().enumerate().find_map(|(index, (_, other))| {
            let is_equivalent = |&confusables: &Confusables| {
                FoldedText::new(stem, None, confusables).find(other, confusables) == Some(0..stem.len())
            };
            Confusables::ALL.into_iter().find(is_equivalent).map(|confusables| (index, confusables))
        });
        problems.push(match equivalent {
            Some((index, confusables)) => {
                let (annotation, other) = annotations.remove(index);
                let difference = describe_differences(stem, other, confusables);
                problem
                    .help(format!("{} has nearly its name: {difference}", sources.name(annotation)))
                    .help("give both the same name")
            }
            None => problem.help(format!("write {stem}.toml beside it, with at least a title and a language")),
        });
    }
    for (id, stem) in annotations {
        let message = format!("{} annotates a text that is not there", sources.name(id));
        problems.push(
            Problem::new("briefing::document::no-text", message)
                .in_file(id)
                .help(format!("put the document beside it as {stem}.txt, or remove the annotation")),
        );
    }
}

/// The text of a file; reports one that is too large, or is not text in UTF-8.
pub(super) fn utf8_text<'f>(file: &'f SeedFile, id: FileId, problems: &mut Vec<Problem>) -> Option<&'f str> {
    if file.bytes.len() > MAX_FILE_LEN {
        let (size, most) = (file.bytes.len() / MEGABYTE, MAX_FILE_LEN / MEGABYTE);
        let message = format!("this file has {size} MB, and one has at most {most}: readers would load it as a whole");
        let problem = Problem::new("briefing::corpus::too-large", message).in_file(id);
        problems.push(problem.help("part it into several documents"));
        return None;
    }
    match std::str::from_utf8(&file.bytes) {
        Ok(text) => {
            // No text has it, and HTML cannot.
            let offset = text.find('\0');
            if let Some(offset) = offset {
                let problem = Problem::new("briefing::file::binary", format!("this is no text: byte {offset} is zero"));
                let span = SourceSpan::new(id, offset..offset + 1);
                problems.push(problem.label(span, "here").help(advice_on_encoding(&file.bytes)));
            }
            offset.is_none().then_some(text)
        }
        Err(error) => {
            let offset = error.valid_up_to();
            let byte = file.bytes.get(offset).copied().unwrap_or_default();
            // A report displays a replacement character instead.
            let span = SourceSpan::new(id, offset..offset + '\u{FFFD}'.len_utf8());
            problems.push(
                Problem::new("briefing::file::not-utf8", format!("this is not UTF-8: byte {offset} is 0x{byte:02X}"))
                    .label(span, "here")
                    .help(advice_on_encoding(&file.bytes)),
            );
            None
        }
    }
}

/// The most bytes of a file. The complete works of Shakespeare have half as many.
const MAX_FILE_LEN: usize = 10 * MEGABYTE;

const MEGABYTE: usize = 1_000_000;

/// What to do with a file that is not text in UTF-8, by what it looks like.
fn advice_on_encoding(bytes: &[u8]) -> String {
    let kind = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("UTF-16"),
        // Every other byte of Latin letters in UTF-16 is zero.
        [a, 0, b, 0, ..] | [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some("UTF-16"),
        _ => None,
    };
    let format = [(&b"%PDF"[..], "a PDF"), (b"PK\x03\x04", "an office document or archive"), (b"{\\rtf", "RTF")]
        .into_iter()
        .find_map(|(magic, format)| bytes.starts_with(magic).then_some(format));
    match (kind, format) {
        (_, Some(format)) => format!("this is {format}: save its text as a file of its own, in UTF-8"),
        (Some(kind), None) => format!("this is {kind}: save the file as UTF-8"),
        (None, None) => "save the file as UTF-8; the byte is counted from zero".to_owned(),
    }
}
