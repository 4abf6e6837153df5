//! The words of a text as search sees them: segmented, folded and, in English, stemmed, each with its range in the
//! text.
//!
//! The compiler builds the index with these rules, and the page reads queries, verifies phrases and finds highlights
//! with the same ones, so that they always agree. The meaning of a query is defined in the crate `query`.
//!
//! - A word is a run of letters with their marks, and of digits, as in Unicode Standard Annex 29, except that it ends
//!   at hyphens (`Nur-Sultan` is `nur`, `sultan`), plus signs (`C5 + 1` is `c5`, `1`), colons and underscores.
//! - In scripts without spaces between words each character with its marks is a word: `水` in `浄水場`. The query searches
//!   for characters that were typed together as a phrase. Pictographs are words, too.
//! - An apostrophe between letters is part of the word and is dropped by folding (`Oʻzbekiston` is `ozbekiston`,
//!   `don’t` is `dont`), but a possessive `’s` is not part of it (`Russia’s` is `russia`), and after an elided word the
//!   apostrophe separates two words (`d’Ivoire` is `d`, `ivoire`).
//! - Single letters with dots between them are one word (`U.S.` is `us`).
//! - A number with digit grouping is one word (`20,000` is `20000`), see [`Separators`]; other separators separate
//!   numbers (`1.5` is `1`, `5`).
//! - [`fold()`] maps the spellings of a word to the same string.
//!
//! # Stems
//!
//! The index is built with the stemmers of Snowball, by the language of each text (`compile/stems.rs`). The page has
//! only the one for English (Porter 2, for words of ASCII letters): 4 kB after brotli, in the part of the program that
//! searches. All 31 would take 71 kB there, measured with `opt-level = "z"` and `wasm-opt -Oz`; Serbian alone takes 13,
//! Greek 6. For the other languages the index has the families of words with a common stem
//! ([`crate::index::Families`]), and endings to remove from words that are not in the index. In an English corpus these
//! take two bytes.

mod class;
mod fold;
mod number;
mod unicode;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use pagefind_stem::{Algorithm, Stemmer};

use crate::id::StatementId;
use crate::model::Briefing;

pub use fold::fold_into;
pub use number::{Separators, ambiguous_number_parts};
pub use words::{Word, WordKind, Words, words};

/// A search term: a folded word, with its range in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Range in the text, in bytes, without a possessive ending.
    pub range: Range<usize>,
    /// The folded word; never empty.
    pub word: String,
}

impl Term {
    /// The stem, by the stemmer for English.
    pub fn stem(&self) -> Cow<'_, str> {
        stem(&self.word)
    }
}

/// Folds a text: Unicode compatibility decomposition in lower case, without accents and apostrophes, with digits as
/// ASCII digits. Two spellings of the same word fold to the same string; `text/fold.rs` lists the rules.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The terms of a text, in order.
pub fn terms(text: &str) -> impl Iterator<Item = Term> {
    words(text).flat_map(|word| word_terms(text, &word))
}

/// The term of a word; several where one character is several words of a script without spaces (`㌔` is `キロ`).
pub fn word_terms(text: &str, word: &Word) -> impl Iterator<Item = Term> + use<> {
    let range = word.range.clone();
    let folded = fold(&text[range.clone()]);
    let is_several = word.kind == WordKind::Unspaced && is_several_words(&folded);
    let parts: Vec<String> =
        if is_several { words(&folded).map(|part| folded[part.range].to_owned()).collect() } else { Vec::new() };
    let whole = (!is_several).then_some(folded);
    whole.into_iter().chain(parts).map(move |word| Term { range: range.clone(), word })
}

/// Whether a folded character of a script without spaces is several words.
pub fn is_several_words(folded: &str) -> bool {
    folded.chars().nth(1).is_some() && words(folded).nth(1).is_some()
}

/// The terms of a text, preceded by the compounds that they may be part of: `divoire` before the terms of `d’Ivoire`,
/// `20000` before those of `20 000`.
pub fn search_terms(text: &str) -> impl Iterator<Item = Term> {
    words(text).flat_map(|word| {
        let compound = compound_range(text, &word).map(|range| Term { word: fold(&text[range.clone()]), range });
        compound.into_iter().chain(word_terms(text, &word))
    })
}

/// The range of the compound that begins with a word: an elided word and the next, or a number in groups.
fn compound_range(text: &str, word: &Word) -> Option<Range<usize>> {
    let Range { start, end } = word.range;
    match word.kind {
        WordKind::Elided => {
            let after = end + text[end..].chars().next()?.len_utf8();
            let next = words(&text[after..]).next()?.range;
            Some(start..after + next.end)
        }
        WordKind::Spaced => Some(start..spaced_number_end(text, start, end)?),
        WordKind::Unspaced => None,
    }
}

/// The end of a number whose groups are separated by plain spaces, if its first group is `start..end`.
pub fn spaced_number_end(text: &str, start: usize, end: usize) -> Option<usize> {
    if text.as_bytes().get(end) != Some(&b' ') {
        return None;
    }
    number::grouped_number_end(text, start, end, ' ')
        .filter(|&end| !text[end..].starts_with(|c| class::class(c) == class::Class::Letter))
}

/// The stem of a folded word, by the stemmer for English.
pub fn stem(word: &str) -> Cow<'_, str> {
    // The stemmer slices by bytes, so other letters could make it panic; it has no rules for them anyway.
    if word.is_ascii() { Stemmer::create(Algorithm::English).stem(word) } else { Cow::Borrowed(word) }
}

/// Whether a BCP 47 tag is of English, the language that the page can stem itself.
pub fn is_english(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|first| first.eq_ignore_ascii_case("en"))
}

/// Whether a folded word is in Hangul. Korean words end in particles, for which there is no stemmer.
pub fn is_hangul(word: &str) -> bool {
    word.starts_with(|c| matches!(c, '\u{1100}'..='\u{11ff}'))
}

/// Calls `field` for every searchable text of a statement: its content, its cue, each name of each of its actors, and
/// the title of its document. Content and cue are passed as pieces, since the document may interrupt them.
pub fn visit_fields<'a>(briefing: &Briefing<'a>, id: StatementId, mut field: impl FnMut(&[&'a str])) {
    visit_fields_in_languages(briefing, id, |_, pieces| field(pieces));
}

/// The same as [`visit_fields`], with the languages that each field may be in: that of the document for content and
/// cue, that of the briefing for names, both for the title.
pub fn visit_fields_in_languages<'a>(
    briefing: &Briefing<'a>,
    id: StatementId,
    mut field: impl FnMut(&[&'a str], &[&'a str]),
) {
    let statement = briefing.statement(id);
    let document = briefing.document(statement.document);
    for spans in [briefing.content_spans(id), briefing.cue_spans(id)] {
        let pieces: Vec<_> = spans.iter().map(|&span| document.slice(span)).collect();
        field(&[document.language], &pieces);
    }
    for actors in statement.actors() {
        for &actor in actors {
            let actor = briefing.actor(actor);
            for &name in [actor.name, actor.short].iter().chain(&actor.aliases) {
                field(&[briefing.language], &[name]);
            }
        }
    }
    field(&[document.language, briefing.language], &[document.title]);
}

#[cfg(test)]
mod tests;
