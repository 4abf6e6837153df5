//! Words as search sees them: where they stand in a text, folded and, in English, stemmed.
//!
//! The compiler calls this to build the index and the page calls it to read a query, to verify phrases and to find what
//! to highlight, so that the three can't disagree. What a query means is decided in the `query` crate.
//!
//! - A word is a run of letters, their marks and digits, as by Unicode Standard Annex 29; but a hyphen splits
//!   (`Nur-Sultan` is `nur`, `sultan`), so does a plus sign (`C5 + 1` is `c5`, `1`), a colon and a low line.
//! - In scripts without spaces between words each character is a word, with its marks: `水` of `浄水場`. The query looks for
//!   what was typed together as a phrase. Pictographs are words, too.
//! - An apostrophe between letters belongs to the word and is dropped (`Oʻzbekiston` is `ozbekiston`, `don’t` is
//!   `dont`); a possessive `’s` does not belong to it (`Russia’s` is `russia`). After a word that is elided it parts
//!   (`d’Ivoire` is `d`, `ivoire`).
//! - Single letters with dots between them are one word (`U.S.` is `us`).
//! - Digits in groups are one word (`20,000` is `20000`), see [`Separators`]; after another separator a number begins
//!   (`1.5` is `1`, `5`).
//! - Folding is told in [`fold`].
//!
//! # Stems
//!
//! The index is made with the stemmers of Snowball, by the language of each text (`compile/stems.rs`). The page carries
//! that for English only (Porter 2, for words of ASCII letters), 4 kB after brotli in the part that searches. All 31 would
//! cost 71 kB there, measured with `opt-level = "z"` and `wasm-opt -Oz`; Serbian alone is 13, Greek 6. Of the other languages the index
//! holds instead which of its words have a stem in common ([`crate::index::Families`]), and the endings that a word may have which
//! is not in it. A corpus in English pays two bytes for that.

mod class;
mod fold;
mod number;
mod unicode;
mod words;

use std::borrow::Cow;
use std::ops::Range;

use pagefind_stem::{Algorithm, Stemmer};

use crate::model::{Briefing, StatementId};

pub use fold::fold_into;
pub use number::{Separators, ambiguous_number_parts};
pub use words::{Word, WordKind, Words, words};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where it stands, in bytes of the text, without a possessive ending.
    pub range: Range<usize>,
    /// How it reads folded; never empty.
    pub word: String,
}

impl Term {
    /// What it has in common with its inflections, in English.
    pub fn stem(&self) -> Cow<'_, str> {
        stem(&self.word)
    }
}

/// A text, folded.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The words of a text, in order.
pub fn terms(text: &str) -> impl Iterator<Item = Term> {
    words(text).flat_map(|word| word_terms(text, &word))
}

/// A word of a text; several where one character stands for several words of a script without spaces (`㌔`).
pub fn word_terms(text: &str, word: &Word) -> impl Iterator<Item = Term> + use<> {
    let range = word.range.clone();
    let folded = fold(&text[range.clone()]);
    let several = word.kind == WordKind::Unspaced && is_several_words(&folded);
    let parts: Vec<String> =
        if several { words(&folded).map(|part| folded[part.range].to_owned()).collect() } else { Vec::new() };
    let whole = (!several).then_some(folded);
    whole.into_iter().chain(parts).map(move |word| Term { range: range.clone(), word })
}

/// Whether a folded character of a script without spaces is several.
pub fn is_several_words(folded: &str) -> bool {
    folded.chars().nth(1).is_some() && words(folded).nth(1).is_some()
}

/// The words of a text as [`terms`] gives them and, before the first of them, those that they are together: `divoire` for
/// `d’Ivoire`, `20000` for `20 000`.
pub fn search_terms(text: &str) -> impl Iterator<Item = Term> {
    words(text).flat_map(|word| {
        let together = together(text, &word).map(|range| Term { word: fold(&text[range.clone()]), range });
        together.into_iter().chain(word_terms(text, &word))
    })
}

/// Where a word stands together with those after it that it may be one with.
fn together(text: &str, word: &Word) -> Option<Range<usize>> {
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

/// Where a number ends whose groups plain spaces part, given where its first digits stand.
pub fn spaced_number_end(text: &str, start: usize, end: usize) -> Option<usize> {
    if text.as_bytes().get(end) != Some(&b' ') {
        return None;
    }
    number::end(text, start, end, ' ')
        .filter(|&end| !text[end..].starts_with(|c| class::class(c) == class::Class::Letter))
}

/// The stem of a folded word, in English.
pub fn stem(word: &str) -> Cow<'_, str> {
    // The stemmer slices by bytes, and knows no other letters anyway.
    if word.is_ascii() { Stemmer::create(Algorithm::English).stem(word) } else { Cow::Borrowed(word) }
}

/// Whether a BCP 47 tag means a language whose words the page can stem itself.
pub fn is_english(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|first| first.eq_ignore_ascii_case("en"))
}

/// Whether a folded word is in Hangul, whose words end in particles that no stemmer here knows.
pub fn is_hangul(word: &str) -> bool {
    word.starts_with(|c| matches!(c, '\u{1100}'..='\u{11ff}'))
}

/// Calls `field` with every text in which a statement is searched, one call a field, a field in pieces where the
/// document interrupts it: its content, its cue, then each name of each actor in it, then its document's title.
pub fn visit_fields<'a>(briefing: &Briefing<'a>, id: StatementId, mut field: impl FnMut(&[&'a str])) {
    visit_fields_in_languages(briefing, id, |_, pieces| field(pieces));
}

/// As [`visit_fields`], with the languages each field may be in: the document's, the briefing's for names, both for the
/// title.
pub fn visit_fields_in_languages<'a>(
    briefing: &Briefing<'a>,
    id: StatementId,
    mut field: impl FnMut(&[&'a str], &[&'a str]),
) {
    let statement = briefing.statement(id);
    let document = briefing.document(statement.document);
    for spans in [&statement.content, &statement.cue] {
        let pieces: Vec<_> = spans.iter().map(|&span| document.slice(span)).collect();
        field(&[document.language], &pieces);
    }
    for actors in [&statement.speakers, &statement.agents, &statement.via, &statement.audience, &statement.about] {
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
