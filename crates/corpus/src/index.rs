//! The inverted index: for every facet value and every search term the statements that have it. It is built when the
//! corpus is compiled.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::terms::Terms;

pub use crate::postings::{Families, Iter, Postings, encode, encode_families};

/// Statements by facet value and by search term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index<'a> {
    /// For each actor and each [`Role`](crate::Role), by index in [`Role::ALL`](crate::Role::ALL): the statements in
    /// which the actor, or a part of it, has that role.
    #[serde(borrow)]
    pub actors: Vec<[Postings<'a>; 5]>,
    /// For each topic: the statements about it.
    pub topics: Vec<Postings<'a>>,
    /// For each document: its statements.
    pub documents: Vec<Postings<'a>>,
    /// For each month that overlaps the date of a statement, in chronological order: those statements.
    pub months: Vec<(Date, Postings<'a>)>,
    /// Statements without a date, or with one that is open or unknown at one end.
    pub undated: Postings<'a>,
    /// For each term: the statements whose content, cue, actor names or document title contains it.
    pub terms: Terms<'a>,
    /// The families of a briefing compiled in version 2; [`Index::families`] reads those of any version.
    pub families: Families<'a>,
    /// Inflectional endings, by which a query word that is in no text is reduced to a stem that is: one line for each
    /// language with a stemmer other than English, the language and then its endings, folded, the shortest first,
    /// separated by spaces.
    pub endings: &'a str,
}

/// Separates a stem from its language in a term that is a stem and not a word: `pont`, separator, `fr`. English stems
/// are plain terms without separator and language, so that an English corpus carries no extra bytes.
pub const STEM_LANGUAGE_SEPARATOR: char = '\u{1}';

impl Index<'_> {
    /// Terms that are inflections of the same word, in languages other than English.
    pub fn families(&self) -> Families<'_> {
        if self.families.as_bytes().is_empty() { self.terms.families() } else { self.families }
    }

    /// The index of a briefing without statements.
    pub fn empty() -> Self {
        Index {
            actors: Vec::new(),
            topics: Vec::new(),
            documents: Vec::new(),
            months: Vec::new(),
            undated: Postings::new(&[]),
            terms: Terms::default(),
            families: Families::new(&[]),
            endings: "",
        }
    }
}
