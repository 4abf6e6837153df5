//! A folder of seeds to compiled bytes, or every error in it at once.
//!
//! Data flows down this list: `folder` tells the files apart, `read` turns TOML into the `raw` types value by
//! value, `registry`, `document` and `relations` check what these mean together and build the model on the way,
//! `indexing` lists statements by facet and word, `write` puts it all into bytes. Whatever is wrong on the way is
//! written down as a `problem` and the next check goes on; only at the end is it decided whether there is a briefing.
//!
//! Only [`compile_dir`] touches the disk, and nothing here prints.

mod advice;
mod aliases;
mod alike;
mod blocks;
mod characters;
mod check;
mod clusters;
mod differences;
mod document;
mod folder;
mod grammar;
mod indexing;
mod names;
mod nearest;
mod passages;
mod problem;
mod quotes;
mod raw;
mod read;
mod registry;
mod relations;
mod schema;
mod source;
mod stems;
mod syntax;
mod values;
mod words;
mod write;

use std::fmt;
use std::path::{Path, PathBuf};

pub use indexing::Vocabulary;
pub use problem::Report;
pub use schema::schemas;

use crate::index::Index;
use crate::model::{Briefing, Digest, DocumentId};
use check::Check;
use document::Seed;
use names::{Given, Names};
use problem::{FileId, Problem};
use quotes::Body;
use read::{At, read_file};
use registry::Registries;
use source::Sources;

/// A file of the corpus: its name in the folder, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedFile {
    /// With its ending, without the folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A corpus without an error.
#[derive(Debug)]
pub struct Compiled {
    /// What [`crate::load`] reads.
    pub bytes: Vec<u8>,
    /// The files it was made of, in the order of their names; empty for a corpus that was not read from a folder.
    pub files: Vec<PathBuf>,
    /// What else is in the folder, a sentence each with the reason: nothing is passed over in silence.
    pub left_out: Vec<String>,
    /// What is in it.
    pub summary: Summary,
}

/// How much is in a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Summary {
    pub documents: usize,
    pub actors: usize,
    pub topics: usize,
    pub statements: usize,
    pub relations: usize,
    /// Different words that can be searched for.
    pub terms: usize,
    pub digest: Digest,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { documents, actors, topics, statements, relations, .. } = self;
        for (count, what) in [
            (documents, "document"),
            (statements, "statement"),
            (actors, "actor"),
            (topics, "topic"),
            (relations, "relation"),
        ] {
            write!(f, "{count} {what}{}, ", if *count == 1 { "" } else { "s" })?;
        }
        write!(f, "edition {}", self.digest)
    }
}

/// Compiles a folder. Its files appear in a report with the folder's path as it is given here.
///
/// # Errors
/// Everything that is wrong with the corpus.
pub fn compile_dir(dir: &Path) -> Result<Compiled, Report> {
    let mut problems = Vec::new();
    let folder::Listing { files, paths, left_out } = folder::read(dir, &mut problems);
    if !problems.is_empty() {
        // What could not be read would seem to be missing.
        return Err(Report::new(problems, &Sources::new("", std::iter::empty())));
    }
    let mut compiled = run(&format!("{}/", dir.display()), &files)?;
    compiled.files = paths;
    compiled.left_out = left_out;
    Ok(compiled)
}

/// Compiles files that are in memory already.
///
/// # Errors
/// Everything that is wrong with the corpus.
pub fn compile(files: &[SeedFile]) -> Result<Compiled, Report> {
    let mut files = files.to_vec();
    files.sort_by_cached_key(|file| folder::in_order(&file.name));
    run("", &files)
}

/// The annotations as read; what the model borrows from.
struct Annotations {
    briefing: Option<raw::Briefing>,
    actors: Option<raw::Actors>,
    topics: Option<raw::Topics>,
    /// Text file, name in links where the annotation gives none, and the annotation.
    documents: Vec<(FileId, String, raw::Document)>,
    /// Whether every annotation could be read.
    whole: bool,
}

fn run(prefix: &str, files: &[SeedFile]) -> Result<Compiled, Report> {
    let sources = Sources::new(prefix, files.iter().map(|file| (file.name.as_str(), &*file.bytes)));
    let same = folder::same_names(files, &sources);
    if !same.is_empty() {
        // Which of them is meant is not known, so nothing can be said of what is in them.
        return Err(Report::new(same, &sources));
    }
    let mut check = Check::new(&sources);
    let annotations = annotations(files, &mut check);
    let mut briefing = assemble(files, &annotations, &mut check);
    if !check.problems.is_empty() {
        return Err(Report::new(check.problems, &sources));
    }
    let lists = indexing::Lists::new(&briefing);
    briefing.index = lists.index();
    let summary = Summary {
        documents: briefing.documents.len(),
        actors: briefing.actors.len(),
        topics: briefing.topics.len(),
        statements: briefing.statements.len(),
        relations: briefing.relations.len(),
        terms: briefing.index.terms.len(),
        digest: briefing.digest,
    };
    let Some(bytes) = write::write(&briefing) else {
        let problem = Problem::new("briefing::corpus::too-large", "the corpus does not fit into four gigabytes");
        return Err(Report::new(vec![problem], &sources));
    };
    Ok(Compiled { bytes, files: Vec::new(), left_out: Vec::new(), summary })
}

/// Reads every annotation and registry.
fn annotations(files: &[SeedFile], check: &mut Check<'_>) -> Annotations {
    fn load<T: read::Table>(files: &[SeedFile], id: Option<FileId>, check: &mut Check<'_>) -> Option<T> {
        let id = id?;
        let text = folder::text(&files[id.0], id, &mut check.problems)?;
        read_file(text, id, &mut check.problems)
    }
    let sorted = folder::sort(files, check.sources, &mut check.problems);
    let mut whole = true;
    let mut documents = Vec::new();
    for &(text, annotation) in &sorted.documents {
        match load(files, Some(annotation), check) {
            Some(read) => {
                let slug = grammar::slug(&folder::stem(&files[text.0].name));
                documents.push((text, slug, read));
            }
            None => whole = false,
        }
    }
    Annotations {
        briefing: load(files, sorted.briefing, check),
        actors: load(files, sorted.actors, check),
        topics: load(files, sorted.topics, check),
        documents,
        whole,
    }
}

/// Checks everything and builds the model, which is only good where no problem was found.
fn assemble<'a>(files: &'a [SeedFile], annotations: &'a Annotations, check: &mut Check<'_>) -> Briefing<'a> {
    let Annotations { briefing, actors, topics, documents, whole } = annotations;
    let names = Registries::new(briefing.as_ref(), actors.as_ref(), topics.as_ref(), check);
    let seeds = seeds(files, documents, check);
    let mut assembled = Briefing {
        title: briefing.as_ref().map_or("", |file| file.title.text()),
        standfirst: briefing.as_ref().map_or("", |file| file.standfirst.text()),
        language: briefing.as_ref().map_or("", |file| file.language.text()),
        editor: briefing.as_ref().map_or("", |file| file.editor.text()),
        licence: briefing.as_ref().map_or("", |file| file.licence.text()),
        method: briefing.iter().flat_map(|file| &file.method.0).map(|text| &*text.value.0).collect(),
        digest: write::digest(files),
        documents: Vec::with_capacity(seeds.len()),
        camps: briefing.as_ref().map(|file| registry::camps(&file.camp)).unwrap_or_default(),
        actors: actors.as_ref().map(|file| registry::actors(&file.actor, &names, check)).unwrap_or_default(),
        topics: topics.as_ref().map(|file| registry::topics(&file.topic)).unwrap_or_default(),
        statements: Vec::new(),
        relations: Vec::new(),
        index: Index::empty(),
    };
    if let Some(actors) = actors {
        aliases::check(&actors.actor, &seeds, *whole, check);
    }
    let mut statement_names = Names::new("statement", "");
    if !whole {
        statement_names.incomplete();
    }
    for (at, seed) in seeds.iter().enumerate() {
        let document = document::document(seed, &names, check);
        for (raw, statement) in document::statements(DocumentId(at as u32), seed, &document, &names, check) {
            match &raw.id.0 {
                Some(id) => {
                    let at = assembled.statements.len() as u32;
                    statement_names.add(&id.value.0, id.place, Given::InWords, at, check);
                }
                None => statement_names.incomplete(),
            }
            assembled.statements.push(statement);
        }
        assembled.documents.push(document);
    }
    let relations = seeds.iter().flat_map(|seed| &seed.annotation.relation.0);
    assembled.relations = relations::relations(relations, &statement_names, check);
    assembled
}

/// The documents whose text and annotation could be read.
fn seeds<'a>(
    files: &'a [SeedFile],
    documents: &'a [(FileId, String, raw::Document)],
    check: &mut Check<'_>,
) -> Vec<Seed<'a>> {
    let mut seeds = Vec::with_capacity(documents.len());
    let mut slugs = Names::new("document", "");
    for (id, slug, annotation) in documents {
        let file = &files[id.0];
        let Some(text) = folder::text(file, *id, &mut check.problems) else { continue };
        if u32::try_from(text.len()).is_err() {
            let too_large = Problem::new("briefing::corpus::too-large", "this text does not fit into four gigabytes");
            check.report(too_large.of(*id));
            continue;
        }
        let (slug, place, given) = match &annotation.id.0 {
            Some(At { value, place }) => (&*value.0, *place, Given::InWords),
            None => (&**slug, problem::Place::new(*id, 0..0), Given::ByFile),
        };
        if slug.is_empty() {
            let nameless = format!("no id can be made of the name of {}", check.sources.name(*id));
            let problem = Problem::new("briefing::id::grammar", nameless).of(*id);
            check.report(
                problem.help("give the document one in its annotation: `id = \"…\"`, lower-case letters and digits"),
            );
        } else {
            slugs.add(slug, place, given, seeds.len() as u32, check);
        }
        seeds.push(Seed { file: &file.name, slug, text: Body::new(*id, text), annotation });
    }
    seeds
}
