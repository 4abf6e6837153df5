//! The compiler: a folder of annotated documents to compiled bytes, or a report of every error in it.
//!
//! The stages, in order: `folder` reads the files, `files` classifies them by name, `annotations` reads their TOML into
//! the types of `raw`, `assemble` verifies what these mean together and builds the model (with `registry`, `document`
//! and `relations`), `indexing` builds the index, [`crate::write`] encodes the result. A stage reports problems to
//! `diagnostics` and goes on, so that one run finds all of them; if there is any, the result is the report.
//!
//! Only [`Folder::read`] reads from disk. Nothing reads the environment or prints.
//!
//! # Example
//!
//! ```
//! use corpus::compile::{SeedFile, compile};
//!
//! let file = |name: &str, text: &str| SeedFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
//! let briefing = "
//!     title = 'Talks'
//!     standfirst = 'Who said what about the talks.'
//!     language = 'en'
//!     editor = 'A. Editor'
//!     licence = 'CC0'
//!     method = 'Every statement was coded.'
//! ";
//! let actors = "
//!     [[actor]]
//!     id = 'mayor'
//!     name = 'The mayor'
//!     kind = 'person'
//!     role = 'Mayor of the town'
//! ";
//! let annotation = "
//!     title = 'The talks'
//!     language = 'en'
//!
//!     [[statement]]
//!     id = 'talks-resume'
//!     form = 'indirect'
//!     speaker = 'mayor'
//!     cue = 'The mayor said that'
//!     content = 'the talks resume'
//! ";
//! let mut files = vec![
//!     file("briefing.toml", briefing),
//!     file("actors.toml", actors),
//!     file("topics.toml", ""),
//!     file("talks.txt", "The talks\n\nThe mayor said that the talks resume.\n"),
//!     file("talks.toml", annotation),
//! ];
//! let compiled = compile(&files).expect("a corpus without errors");
//! let briefing = corpus::load(&compiled.bytes).expect("compiled bytes");
//! assert_eq!(briefing.content(corpus::StatementId(0)), "the talks resume");
//!
//! // A quote must be verbatim.
//! files[3] = file("talks.txt", "The talks\n\nThe mayor said that the talks resumed.\n\nThe talks ended.\n");
//! files[4] = file("talks.toml", &annotation.replace("talks resume'", "talks continue'"));
//! let report = compile(&files).expect_err("a quote that is not in the text");
//! assert_eq!(report.codes().collect::<Vec<_>>(), ["briefing::quote::missing"]);
//! println!("{}", report.render(false, 100));
//! ```

mod advice;
mod aliases;
mod annotations;
mod assemble;
mod blocks;
mod characters;
mod cycles;
mod diagnostics;
mod differences;
mod digest;
mod document;
mod document_text;
mod equivalence;
mod field;
mod file_names;
mod files;
mod finding;
mod folder;
mod forms;
mod graphemes;
mod hidden;
mod id_table;
mod indexing;
mod nearest;
mod passages;
mod problem;
mod quote;
mod quote_kind;
mod quotes;
mod raw;
mod read;
mod registry;
mod relations;
mod schema;
mod seed_file;
mod source;
mod source_span;
mod stems;
mod strings;
mod syntax;
mod table;
mod values;

use std::fmt;
use std::path::{Path, PathBuf};

pub use finding::{Finding, Fix, Location};
pub use folder::Folder;
pub use indexing::Vocabulary;
pub use problem::Report;
pub use schema::schemas;
pub use seed_file::SeedFile;

use crate::model::{Briefing, Digest};
use diagnostics::Diagnostics;
use problem::Problem;
use source::SourceFiles;

/// A compiled corpus.
#[derive(Debug)]
pub struct Compiled {
    /// The compiled form; [`crate::load()`] reads it.
    pub bytes: Vec<u8>,
    /// The paths of the files of the corpus, in the order of their names; empty for a corpus in memory.
    pub files: Vec<PathBuf>,
    /// Messages about files and folders that are not part of the corpus, with the reason; none is ignored in silence.
    pub left_out: Vec<String>,
    /// The size of the corpus.
    pub summary: Summary,
}

/// The size of a corpus, and its edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Summary {
    pub documents: usize,
    pub actors: usize,
    pub topics: usize,
    pub statements: usize,
    pub relations: usize,
    /// Different search terms.
    pub terms: usize,
    pub digest: Digest,
}

impl Summary {
    /// The size of a briefing that was loaded.
    pub fn new(briefing: &Briefing<'_>) -> Self {
        Summary {
            documents: briefing.documents.len(),
            actors: briefing.actors.len(),
            topics: briefing.topics.len(),
            statements: briefing.statements.len(),
            relations: briefing.relations.len(),
            terms: briefing.index.terms.len(),
            digest: briefing.digest,
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { documents, actors, topics, statements, relations, .. } = self;
        for (count, noun) in [
            (documents, "document"),
            (statements, "statement"),
            (actors, "actor"),
            (topics, "topic"),
            (relations, "relation"),
        ] {
            write!(f, "{count} {noun}{}, ", if *count == 1 { "" } else { "s" })?;
        }
        write!(f, "edition {}", self.digest)
    }
}

/// Compiles a folder. A report names its files by their paths, beginning with `dir` as it is given.
///
/// # Errors
/// A report of every problem of the corpus, and of files that cannot be read.
pub fn compile_dir(dir: &Path) -> Result<Compiled, Report> {
    compile_folder(&Folder::read(dir)?)
}

/// Compiles a folder that was read.
///
/// # Errors
/// A report of every problem of the corpus.
pub fn compile_folder(folder: &Folder) -> Result<Compiled, Report> {
    let (bytes, summary) = compile_sorted(&format!("{}/", folder.dir.display()), &folder.files)?;
    Ok(Compiled { bytes, files: folder.paths.clone(), left_out: folder.left_out.clone(), summary })
}

/// Compiles files in memory, in any order.
///
/// # Errors
/// A report of every problem of the corpus.
pub fn compile(files: &[SeedFile]) -> Result<Compiled, Report> {
    let mut files = files.to_vec();
    files.sort_by_cached_key(SeedFile::sort_key);
    let (bytes, summary) = compile_sorted("", &files)?;
    Ok(Compiled { bytes, files: Vec::new(), left_out: Vec::new(), summary })
}

/// Compiles files in the order of their names. `prefix` is written before the names in the report.
fn compile_sorted(prefix: &str, files: &[SeedFile]) -> Result<(Vec<u8>, Summary), Report> {
    let sources = SourceFiles::new(prefix, files.iter().map(|file| (file.name.as_str(), &*file.bytes)));
    let collisions = files::find_name_collisions(files, &sources);
    if !collisions.is_empty() {
        // It is unknown which of the files is meant, so their content is not checked.
        return Err(Report::new(collisions, &sources));
    }
    let mut diagnostics = Diagnostics::new(&sources);
    let annotations = annotations::read_annotations(files, &mut diagnostics);
    let mut briefing = assemble::assemble(files, &annotations, &mut diagnostics);
    if !diagnostics.problems.is_empty() {
        return Err(Report::new(diagnostics.problems, &sources));
    }
    let vocabulary = Vocabulary::new(&briefing);
    vocabulary.fill_index(&mut briefing.index);
    let Some(bytes) = crate::write::whole(&briefing) else {
        let problem = Problem::new("briefing::corpus::too-large", "the corpus does not fit into four gigabytes");
        return Err(Report::new(vec![problem], &sources));
    };
    Ok((bytes, Summary::new(&briefing)))
}
