//! The inverted index: for every facet value and every search term the statements that have it. That of the terms is
//! built when the corpus is compiled.

use crate::facet_lists::FacetLists;
use crate::terms::Terms;

pub use crate::postings::{Families, Iter, Postings, encode, encode_families};

/// Statements by facet value and by search term.
#[derive(Clone, Debug, PartialEq)]
pub struct Index<'a> {
    /// The statements of each facet value.
    pub facets: FacetLists,
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
        Index { facets: FacetLists::default(), terms: Terms::default(), families: Families::new(&[]), endings: "" }
    }
}
