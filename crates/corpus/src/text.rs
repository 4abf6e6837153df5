//! Words as search sees them: where they stand in a text, folded (case, diacritics, apostrophes) and stemmed.
//!
//! The compiler calls this to build the index and the page calls it to read a query, to verify phrases and to find what
//! to highlight, so that the three can't disagree. What a query means is decided in the `query` crate.
//!
//! - A word is a run of letters and digits. A hyphen splits (`Nur-Sultan` is `nur`, `sultan`), so does a plus sign
//!   (`C5 + 1` is `c5`, `1`).
//! - An apostrophe between letters belongs to the word and is dropped (`Oʻzbekiston` is `ozbekiston`, `don’t` is
//!   `dont`); a possessive `’s` does not belong to it (`Russia’s` is `russia`).
//! - Single letters with dots between them are one word (`U.S.` is `us`).
//! - Folding is told in [`fold`]; stemming is Snowball's English (Porter 2), for words of ASCII letters only.

mod fold;

use std::borrow::Cow;
use std::ops::Range;

use pagefind_stem::{Algorithm, Stemmer};

use crate::model::{Briefing, StatementId};

pub use fold::fold_into;
use fold::{Class, class};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where it stands, in bytes of the text, without a possessive ending.
    pub range: Range<usize>,
    /// How it reads folded; never empty.
    pub word: String,
}

impl Term {
    /// What it has in common with its inflections.
    pub fn stem(&self) -> Cow<'_, str> {
        stem(&self.word)
    }
}

/// The words of a text, in order.
pub fn terms(text: &str) -> impl Iterator<Item = Term> {
    words(text).map(|range| {
        let mut word = String::with_capacity(range.len());
        fold_into(&text[range.clone()], &mut word);
        Term { range, word }
    })
}

/// Where the words of a text stand: [`terms`] without the cost of folding.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The stem of a folded word.
pub fn stem(word: &str) -> Cow<'_, str> {
    // The stemmer slices by bytes, and knows no other letters anyway.
    if word.is_ascii() { Stemmer::create(Algorithm::English).stem(word) } else { Cow::Borrowed(word) }
}

/// What [`crate::index::Index::terms`] must hold for a text: each word's stem and, where it differs, the folded word
/// itself. By the stem a query finds all inflections; by the word it finds phrases and beginnings of words (`basin` on
/// the way to `basing`, whose stem is `base`). With repetition, in no order.
pub fn index_terms(text: &str) -> impl Iterator<Item = String> {
    terms(text).flat_map(|term| {
        let stem = term.stem();
        let other = (stem != term.word.as_str()).then(|| stem.into_owned());
        std::iter::once(term.word).chain(other)
    })
}

/// Calls `field` with every text in which a statement is searched, one call a field, a field in pieces where the
/// document interrupts it: its content, its cue, then each name of each actor in it, then its document's title.
pub fn visit_fields<'a>(briefing: &Briefing<'a>, id: StatementId, mut field: impl FnMut(&[&'a str])) {
    let statement = briefing.statement(id);
    let document = briefing.document(statement.document);
    for spans in [&statement.content, &statement.cue] {
        let pieces: Vec<_> = spans.iter().map(|&span| document.slice(span)).collect();
        field(&pieces);
    }
    for actors in [&statement.speakers, &statement.agents, &statement.via, &statement.audience, &statement.about] {
        for &actor in actors {
            let actor = briefing.actor(actor);
            field(&[actor.name]);
            field(&[actor.short]);
            for &alias in &actor.aliases {
                field(&[alias]);
            }
        }
    }
    field(&[document.title]);
}

/// Finds words; see [`words`].
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let (gap, first) = self.text[self.at..].char_indices().find(|&(_, c)| class(c) == Class::Letter)?;
        let start = self.at + gap;
        let mut end = self.plain_to(start + first.len_utf8());
        // Whether so far each letter stands alone, dots between: `U.S`.
        let mut initials = first.is_alphabetic() && end == start + first.len_utf8();
        while let Some(c) = self.text[end..].chars().next() {
            let after = end + c.len_utf8();
            match class(c) {
                Class::Letter => initials = false,
                Class::Joiner => {}
                Class::Apostrophe if self.letter_at(after).is_some() => initials = false,
                // One more initial is taken as a whole, so that the next round sees what follows it.
                Class::Other if initials && c == '.' => match self.letter_at(after) {
                    Some(next) if next.is_alphabetic() && self.letter_at(after + next.len_utf8()).is_none() => {
                        end = after + next.len_utf8();
                        continue;
                    }
                    _ => break,
                },
                _ => break,
            }
            end = self.plain_to(after);
            initials &= end == after;
        }
        self.at = end;
        Some(start..start + possessor(&self.text[start..end]).len())
    }
}

impl Words<'_> {
    /// Where a run of ASCII letters and digits ends: nearly all there is to see, without decoding it.
    fn plain_to(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        from + rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len())
    }

    fn letter_at(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next().filter(|&c| class(c) == Class::Letter)
    }
}

/// A word without its possessive endings.
fn possessor(mut word: &str) -> &str {
    while let Some(rest) = word.strip_suffix(['s', 'S']) {
        match rest.char_indices().next_back() {
            Some((at, c)) if class(c) == Class::Apostrophe => word = &rest[..at],
            _ => break,
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Vec<String> {
        terms(text).map(|term| term.word).collect()
    }

    fn marked(text: &str) -> Vec<&str> {
        words(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_folded() {
        assert_eq!(folded("The Kremlin’s ERDOĞAN met Łukasz"), ["the", "kremlin", "erdogan", "met", "lukasz"]);
        assert_eq!(folded("Straße, Æsir, Œuvre, Þing"), ["strasse", "aesir", "oeuvre", "thing"]);
        assert_eq!(folded("Сергей ШОЙГУ Ёлка"), ["сергеи", "шоигу", "елка"]);
        assert_eq!(folded("Οδυσσεύς"), ["οδυσσευσ"]);
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        assert_eq!(folded("Andre\u{301} Andr\u{e9}"), ["andre", "andre"]);
        assert_eq!(marked("Andre\u{301}!"), ["Andre\u{301}"]);
    }

    #[test]
    fn a_possessive_ending_is_not_part_of_the_word() {
        assert_eq!(folded("Russia’s Russia's Russia"), ["russia", "russia", "russia"]);
        assert_eq!(marked("Russia’s bases"), ["Russia", "bases"]);
        assert_eq!(folded("the officials’ visit"), ["the", "officials", "visit"]);
    }

    #[test]
    fn an_apostrophe_between_letters_is_dropped() {
        assert_eq!(folded("Oʻzbekiston O‘zbekiston don’t O'Neill"), ["ozbekiston", "ozbekiston", "dont", "oneill"]);
        assert_eq!(folded("‘no bases’ 'at all'"), ["no", "bases", "at", "all"]);
    }

    #[test]
    fn hyphens_and_signs_split_and_numbers_stay() {
        assert_eq!(folded("Nur-Sultan, C5 + 1 (2022–2023)"), ["nur", "sultan", "c5", "1", "2022", "2023"]);
    }

    #[test]
    fn initials_are_one_word() {
        assert_eq!(
            folded("the U.S. and U.S.-led forces at 5 p.m."),
            ["the", "us", "and", "us", "led", "forces", "at", "5", "pm"]
        );
        assert_eq!(marked("The U.S. Army"), ["The", "U.S", "Army"]);
        assert_eq!(
            folded("x.com is not e.g.this, nor J. Biden"),
            ["x", "com", "is", "not", "eg", "this", "nor", "j", "biden"]
        );
        assert_eq!(folded("1.5 is two numbers"), ["1", "5", "is", "two", "numbers"]);
    }

    #[test]
    fn inflections_share_a_stem() {
        assert!(["base", "bases", "based", "basing"].iter().all(|word| stem(word) == "base"));
        assert_eq!(stem("узбекистан"), "узбекистан");
    }

    #[test]
    fn the_index_holds_stems_and_words_that_differ_from_theirs() {
        assert_eq!(index_terms("US bases").collect::<Vec<_>>(), ["us", "bases", "base"]);
    }

    fn awkward() -> impl Strategy<Value = String> {
        prop_oneof![any::<String>(), "[a-sS.'’ʻ\u{301}\u{345}éßİ0-9 -]{0,24}"]
    }

    proptest! {
        #[test]
        fn ranges_ascend_on_character_boundaries_of_any_text(text in awkward()) {
            let mut last = 0;
            for Term { range, word } in terms(&text) {
                prop_assert!(last <= range.start && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                prop_assert!(!word.is_empty());
                last = range.end;
            }
            prop_assert!(last <= text.len());
        }

        #[test]
        fn a_folded_word_reads_as_itself(text in awkward()) {
            for word in folded(&text) {
                prop_assert_eq!(folded(&word), [word]);
            }
        }

        #[test]
        fn any_word_can_be_stemmed(text in awkward()) {
            for term in terms(&text) {
                prop_assert!(!term.stem().is_empty());
            }
        }
    }
}
