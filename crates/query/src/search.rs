//! Full-text search: a query is parsed, resolved against a briefing to a set of statements, and highlighted in texts.
//!
//! ```text
//! query   = { item }                 everything that all items allow; no item, everything
//! item    = [ "-" ] ( quoted | word )       "-" only at the beginning or after white space
//! quoted  = '"' text [ '"' ]         a phrase; also “ ” „ « » ‹ › 「 」 『 』 《 》; left open, it goes on to the end
//! word    = anything without white space and quotation marks; punctuation in it is ignored
//! ```
//!
//! - A **word** finds its inflections (`bases` finds “basing”), by the language of each text. The last one, while it is
//!   being typed, finds whatever begins with it too (`bas` finds “bases”), unless it is a single digit. A word that
//!   would find nothing is read as the beginning of one, and failing that as misspelt: the nearest words that exist are
//!   used instead, and a [`Correction`] says so. Two words in one (`Nur-Sultan`) are two words. A word of Hangul always
//!   finds what begins with it, because of its particles.
//! - Of an **elided** word only the other one is asked for (`l’eau` is `eau`), or both as one (`ndjamena`).
//! - A **number** in groups finds all ways to write it (`20,000` finds “20000”), and itself, whatever it is in the
//!   language of the text. Numbers with a stop or comma between them (`1.5`, `24.12.2021`) are a phrase.
//! - Where **words are written without spaces** (Chinese, Japanese, Thai, Lao, Khmer, Burmese), what is typed together
//!   is a phrase of its characters, wherever it stands in a text. No other characters are guessed.
//! - A **phrase** finds its words next to each other in one field, as written but for what folding leaves out (case,
//!   diacritics, apostrophes). While it is open, its last word may be the beginning of one.
//! - What is **excluded** (`-base`, `-"military base"`, `-Nur-Sultan`) is never guessed at: inflections of the word, or
//!   the exact phrase.
//!
//! Statements are searched in their content, their cue, the names of their actors and the title of their document; see
//! [`corpus::text`] for what a word is and how the index holds it. A statement is found or not; how well it matches is
//! told by `ranking`, where what is found is to be sorted by that.

mod expansion;
mod found;
mod interpret;
mod item;
mod outcome;
mod parse;
mod phrase;
mod phrase_scan;
mod query;
mod ranking;
mod resolve;
mod resolved;
mod searcher;
mod spelling;
mod task;
mod vocabulary;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod scripts;
#[cfg(test)]
mod tests;

use corpus::Briefing;

use crate::pending::Pending;
use crate::view::Sort;

pub use outcome::{Correction, Search};
pub use query::{Query, is_blank};
pub use searcher::Searcher;

/// Parses a text and resolves it against a briefing; `None` for a blank text.
///
/// What is found is ranked where it is to be sorted by that. [`Searcher`] does the same in slices, for texts that are
/// typed. The two are all that needs the whole module: stemming, spelling, phrases. A program can load it later than
/// the rest, because a [`Search`] can be used without it.
///
/// # Errors
/// The chunks that the search needs next. When they are loaded it may need others: those of the words first, then the
/// texts that a phrase may be in.
pub fn try_search(briefing: &Briefing<'_>, text: &str, sort: Sort) -> Result<Option<Search>, Pending> {
    let mut searcher = Searcher::default();
    loop {
        if let Some(outcome) = searcher.search(briefing, text, sort, &mut || true) {
            return outcome;
        }
    }
}

/// The same as [`try_search`] in a briefing that is loaded as a whole.
///
/// # Panics
/// If a chunk that is needed is not loaded.
pub fn search(briefing: &Briefing<'_>, text: &str, sort: Sort) -> Option<Search> {
    try_search(briefing, text, sort).expect("the briefing is loaded as a whole")
}
