//! Free-text search: what a reader typed, the statements it leads to, and what of a text to highlight for it.
//!
//! ```text
//! query   = { item }                 everything that all items allow; no item, everything
//! item    = [ "-" ] ( quoted | word )       "-" only at the beginning or after white space
//! quoted  = '"' text [ '"' ]         a phrase; also “ ” „ « » ‹ › 「 」 『 』 《 》; left open, it goes on to the end
//! word    = anything without white space and quotation marks; punctuation in it is ignored
//! ```
//!
//! - A **word** finds its inflections (`bases` finds “basing”), by the language of each text. The last one, while it is being
//!   typed, finds whatever begins with it too (`bas` finds “bases”), unless it is a single digit. A word that would find
//!   nothing is read as the beginning of one, and failing that as misspelt: the nearest words that exist are used
//!   instead, and a [`Correction`] says so. Two words in one (`Nur-Sultan`) are two words. A word of Hangul always finds
//!   what begins with it, because of its particles.
//! - Of an **elided** word only the other one is asked for (`l’eau` is `eau`), or both as one (`ndjamena`).
//! - A **number** in groups finds all ways to write it (`20,000` finds “20000”), and itself, whatever it is in the language
//!   of the text. Numbers with a stop or comma between them (`1.5`, `24.12.2021`) are a phrase.
//! - Where **words are written without spaces** (Chinese, Japanese, Thai, Lao, Khmer, Burmese), what is typed together is a
//!   phrase of its characters, wherever it stands in a text. No other characters are guessed.
//! - A **phrase** finds its words next to each other in one field, as written but for what folding leaves out (case,
//!   diacritics, apostrophes). While it is open, its last word may be the beginning of one.
//! - What is **excluded** (`-base`, `-"military base"`, `-Nur-Sultan`) is never guessed at: inflections of the word, or
//!   the exact phrase.
//!
//! Statements are searched in their content, their cue, the names of their actors and the title of their document; see
//! [`corpus::text`] for what a word is and how the index holds it. Ranking is none of this module's business: a
//! statement is found or not.

mod expansion;
mod parse;
mod phrase;
mod resolve;
mod spelling;
mod vocabulary;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod scripts;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use corpus::Briefing;
use corpus::text;

use crate::set::StatementSet;
use expansion::TermExpansion;
use parse::Word;
use phrase::Phrase;

/// What a reader typed, understood. Nothing typed is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    items: Vec<Item>,
}

/// A condition of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Item {
    excluded: bool,
    condition: Condition,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Condition {
    Word(Word),
    Phrase(Phrase),
}

impl Query {
    /// Reads a query; the grammar stands in the [module's head](self).
    pub fn parse(text: &str) -> Query {
        Query { items: parse::items(text) }
    }

    /// Whether it asks for nothing in particular, and so finds everything.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Runs the query on a briefing.
    pub fn resolve(&self, briefing: &Briefing<'_>) -> Search {
        resolve::resolve(self, briefing)
    }
}

/// What a reader typed, run on a briefing; nothing where nothing was typed.
///
/// The only way into this module that brings all of it along: words, stems, misspellings. A program can keep it in a part
/// that it loads later, because what it returns is used without.
pub fn search(briefing: &Briefing<'_>, text: &str) -> Option<Search> {
    (!is_blank(text)).then(|| Query::parse(text).resolve(briefing))
}

/// Whether nothing was typed yet.
pub fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// A query run on a briefing.
#[derive(Clone, Debug)]
pub struct Search {
    statements: StatementSet,
    corrections: Vec<Correction>,
    finder: Arc<dyn Finder>,
}

/// The same query has the same outcome, the briefing being the same.
impl PartialEq for Search {
    fn eq(&self, other: &Search) -> bool {
        self.finder.is_for(other.finder.query())
    }
}

/// What finds in a text what a query looks for; see [`Search::highlights`]. A trait, so that who only holds a [`Search`]
/// does not bring along the finding, nor comparing and dropping queries.
trait Finder: fmt::Debug + Send + Sync {
    fn query(&self) -> &Query;
    fn is_for(&self, query: &Query) -> bool;
    fn highlights(&self, text: &str) -> Vec<Range<usize>>;
}

/// The words and phrases of a query, as used.
#[derive(Debug, Default)]
struct ResolvedQuery {
    query: Query,
    words: Vec<TermExpansion>,
    phrases: Vec<Phrase>,
}

/// A word that no statement has, and what was used instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as the reader wrote it.
    pub typed: String,
    /// The nearest words of the briefing, folded, the most frequent first: any of them is found. Empty where no word
    /// is near, and then nothing is found.
    pub used: Vec<String>,
}

impl Search {
    /// The statements that the query finds.
    pub fn statements(&self) -> &StatementSet {
        &self.statements
    }

    /// The words that were not found as typed, in the order of the query.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// What to highlight in a text: the words and phrases that the query looks for, as used, in bytes of the text;
    /// ascending, on character boundaries, none touching another.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        self.finder.highlights(text)
    }
}

impl Finder for ResolvedQuery {
    fn query(&self) -> &Query {
        &self.query
    }

    fn is_for(&self, query: &Query) -> bool {
        self.query == *query
    }

    fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        if !self.words.is_empty() {
            let found =
                text::search_terms(text).filter(|term| self.words.iter().any(|expansion| expansion.has(&term.word)));
            ranges.extend(found.map(|term| term.range));
        }
        for phrase in &self.phrases {
            phrase.find(&[text], |range| {
                let index = ranges.partition_point(|other| other.start <= range.start);
                ranges.insert(index, range);
            });
        }
        ranges.dedup_by(|next, last| {
            let touches = next.start <= last.end;
            if touches {
                last.end = last.end.max(next.end);
            }
            touches
        });
        ranges
    }
}
