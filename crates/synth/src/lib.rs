//! A synthetic corpus of any size, the same bytes for the same seed on every machine: for benchmarks, and for tests of
//! what grows with a corpus.
//!
//! Documents have twelve statements on average. Words, actors, topics and outlets are drawn by Zipf's law; names and
//! rare words are invented. Four of five documents are in English, the others in French, Russian, Chinese and Arabic.
//! A [`Shape`] has too much or too little of something. All files are those that `docs/format.md` describes.

mod date;
mod document;
mod language;
mod random;
mod registry;
mod shape;
mod statement;
mod syllables;
mod toml;
mod zipf;

use std::collections::BTreeSet;

use document::Source;
use random::Random;
pub use shape::{SHAPES, Shape};

/// The seed of the corpora that benchmarks measure.
pub const SEED: u64 = 3;

/// The stream of the registry; documents have those from zero on.
const REGISTRY_STREAM: u64 = u64::MAX;

/// The most statements, which is so many that numbers of documents keep five digits.
pub const MOST_STATEMENTS: usize = 1_000_000;

/// A file of a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Name with extension, without the folder.
    pub name: String,
    /// Content.
    pub content: String,
}

/// The files of a corpus with exactly `statements` statements, at least one and at most [`MOST_STATEMENTS`], one after
/// the other.
pub fn files(statements: usize, seed: u64) -> impl Iterator<Item = File> {
    files_of(statements, seed, Shape::Usual)
}

/// The files of a corpus of a shape, likewise.
pub fn files_of(statements: usize, seed: u64, shape: Shape) -> impl Iterator<Item = File> {
    let statements = statements.clamp(1, MOST_STATEMENTS);
    let source = Source::new(statements, shape, &mut Random::new(seed, REGISTRY_STREAM));
    let mut aliases = BTreeSet::new();
    let mut ids: Vec<String> = Vec::with_capacity(statements);
    let mut number = 0;
    let mut is_complete = false;
    std::iter::from_fn(move || {
        if ids.len() < statements {
            let mut random = Random::new(seed, number as u64);
            let left = statements - ids.len();
            let count = if matches!(shape, Shape::OneDocument(_)) { left } else { random.between(6, 18).min(left) };
            let document = source.document(number, count, ids.len(), &ids, &mut random);
            number += 1;
            ids.extend(document.statements);
            aliases.extend(document.aliases);
            return Some(vec![
                file(&document.name, "txt", document.text),
                file(&document.name, "toml", document.annotation),
            ]);
        }
        // Last, because it lists the spellings that occur in documents.
        (!std::mem::replace(&mut is_complete, true)).then(|| {
            vec![
                file("actors", "toml", source.registry.actors_toml(&aliases)),
                file("topics", "toml", source.registry.topics_toml()),
                file("briefing", "toml", registry::briefing_toml(statements, seed, shape)),
            ]
        })
    })
    .flatten()
}

fn file(name: &str, extension: &str, content: String) -> File {
    File { name: format!("{name}.{extension}"), content }
}
