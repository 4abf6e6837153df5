//! The TOML files of a corpus, read. The model borrows its strings from them.

use super::diagnostics::Diagnostics;
use super::file_names::stem;
use super::files::{classify, utf8_text};
use super::raw;
use super::seed_file::SeedFile;
use super::source_span::FileId;
use super::strings::slugify;
use super::table::{Table, read_file};

/// The registries and annotations; those that could not be read are missing.
pub(super) struct Annotations {
    pub briefing: Option<raw::Briefing>,
    pub actors: Option<raw::Actors>,
    pub topics: Option<raw::Topics>,
    pub documents: Vec<AnnotatedText>,
    /// Whether every annotation of a document could be read.
    pub are_complete: bool,
}

/// A document: its text file, and its annotation.
pub(super) struct AnnotatedText {
    pub text: FileId,
    /// The id that is made of the file's name, for an annotation that gives none.
    pub default_slug: String,
    pub annotation: raw::Document,
}

/// Reads every registry and annotation.
pub(super) fn read_annotations(files: &[SeedFile], diagnostics: &mut Diagnostics<'_>) -> Annotations {
    let classified = classify(files, diagnostics.sources, &mut diagnostics.problems);
    let mut documents = Vec::new();
    let mut are_complete = true;
    for &(text, annotation) in &classified.documents {
        match read(files, Some(annotation), diagnostics) {
            Some(annotation) => {
                let default_slug = slugify(&stem(&files[text.0].name));
                documents.push(AnnotatedText { text, default_slug, annotation });
            }
            None => are_complete = false,
        }
    }
    Annotations {
        briefing: read(files, classified.briefing, diagnostics),
        actors: read(files, classified.actors, diagnostics),
        topics: read(files, classified.topics, diagnostics),
        documents,
        are_complete,
    }
}

fn read<T: Table>(files: &[SeedFile], id: Option<FileId>, diagnostics: &mut Diagnostics<'_>) -> Option<T> {
    let id = id?;
    let text = utf8_text(&files[id.0], id, &mut diagnostics.problems)?;
    read_file(text, id, &mut diagnostics.problems)
}
