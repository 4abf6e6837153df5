//! The frequencies of terms in the fields of statements, held against the texts.
#![cfg(feature = "compile")]

mod support;

use corpus::frequencies::{Field, Frequencies};
use corpus::text::{search_terms, stem};
use corpus::write::{Layout, apart};
use corpus::{Briefing, StatementId, load};
use support::compiled;

/// All occurrences: the term, the statement, and the frequencies.
fn occurrences(briefing: &Briefing<'_>) -> Vec<(String, StatementId, Frequencies)> {
    let mut all = Vec::new();
    briefing.index.terms.visit_occurrences(0..briefing.index.terms.len(), |term, occurrences| {
        let occurrences = occurrences.expect("it is loaded");
        all.extend(occurrences.map(|(id, frequencies)| (term.to_owned(), id, frequencies)));
    });
    all
}

fn counted(path: &str) -> Briefing<'static> {
    let briefing = load(compiled(path).bytes.leak()).expect("a briefing");
    briefing.count_frequencies();
    briefing
}

#[test]
fn every_occurrence_is_in_some_field() {
    for path in ["tests/pass/talks", "../../seeds", "../../tests/arabic"] {
        for (term, id, frequencies) in occurrences(&counted(path)) {
            assert_ne!(frequencies, Frequencies::default(), "{path}: {term} in {id:?}");
        }
    }
}

/// How often a word of a text is a term, or has it as its stem.
fn number(term: &str, text: &str) -> usize {
    search_terms(text).filter(|word| word.word == term || stem(&word.word) == term).count()
}

#[test]
fn frequencies_in_english_are_those_of_words_and_their_stems() {
    let briefing = counted("../../seeds");
    for (term, id, frequencies) in occurrences(&briefing) {
        let statement = briefing.statement(id);
        let document = briefing.document(statement.document);
        assert_eq!((briefing.language, document.language), ("en", "en"));
        let in_spans = |spans: &[corpus::Span]| spans.iter().map(|&span| number(&term, document.slice(span))).sum();
        let is_named = |id: &&corpus::ActorId| {
            let actor = briefing.actor(**id);
            [actor.name, actor.short].iter().chain(&actor.aliases).any(|name| number(&term, name) > 0)
        };
        let expected = [
            in_spans(briefing.content_spans(id)),
            in_spans(briefing.cue_spans(id)),
            statement.actors().into_iter().flatten().filter(is_named).count(),
            number(&term, document.title),
        ];
        let read = Field::ALL.map(|field| usize::from(frequencies.of(field)));
        assert_eq!(read, expected.map(|number: usize| number.min(3)), "{term} in {}", statement.slug);
    }
}

#[test]
fn what_is_taken_apart_has_the_frequencies_in_chunks_and_a_small_whole_briefing_has_none() {
    let whole = counted("tests/pass/talks");
    let parts = Box::leak(Box::new(apart(&whole, &[], Layout { whole: 0, first: 0, chunk: 40 }).expect("small")));
    let briefing = load(&parts.core).expect("a core");
    for id in briefing.chunks.ids() {
        let Some(file) = briefing.chunks.list[id.index()].file() else { continue };
        let name = file.name();
        let (_, bytes) = parts.chunks.iter().find(|(other, _)| *other == name).expect("its file");
        briefing.add_chunk(id, bytes).expect("its bytes");
    }
    assert_eq!(occurrences(&briefing), occurrences(&whole));
    let again = load(compiled("tests/pass/talks").bytes.leak()).expect("a briefing");
    assert!(again.chunks.list.iter().all(|chunk| chunk.content != corpus::chunk::ChunkContent::Frequencies));
}
