//! Scores that were computed by hand, and what has to hold of any.

use corpus::Briefing;
use proptest::prelude::*;

use super::super::fixture::{Said, briefing};
use super::super::{search, try_search};
use super::*;
use crate::testing::{both, shipped, synthetic};
use crate::view::Sort;

/// Four statements whose fields have the same lengths each, so that these do not matter.
const EQUALLY_LONG: [Said<'static>; 4] = [
    ("Annie", "says", "river river"),
    ("Annie", "says", "a river now"),
    ("River", "says", "water level"),
    ("Annie", "says", "other words"),
];

fn scores(briefing: &Briefing<'_>, text: &str) -> Vec<i32> {
    search(briefing, text, Sort::BestMatch).expect("a query").scores().expect("it is ranked").to_vec()
}

/// Compares scores with what they are by hand, but for the unit in which they are rounded down.
fn assert_scores(briefing: &Briefing<'_>, text: &str, by_hand: &[f64]) {
    let scores = scores(briefing, text);
    let close = scores.iter().zip(by_hand).all(|(&score, by_hand)| (f64::from(score) - by_hand * UNIT).abs() < 1.01);
    assert!(close && scores.len() == by_hand.len(), "{text}: {scores:?}, and by hand {by_hand:?}");
}

#[test]
fn a_word_counts_by_its_frequency_and_its_field() {
    let briefing = briefing("Title", &EQUALLY_LONG, &[]);
    // Three of four statements have the word: log2(10 / 7) = 0.514573. Frequencies: 2, 1, and 0.75 for a name.
    let idf = 0.514_573;
    assert_scores(&briefing, "river ", &[idf * 2.0 / 3.2, idf / 2.2, idf * 0.75 / 1.95, 0.0]);
    // Every statement has the word, in its cue: log2(10 / 9) = 0.152003.
    assert_scores(&briefing, "says ", &[0.152_003 * 0.5 / 1.7; 4]);
    assert_scores(&briefing, "title ", &[0.152_003 * 0.5 / 1.7; 4]);
}

#[test]
fn a_rare_word_counts_more_than_a_frequent_one_and_words_are_added_up() {
    let briefing = briefing("Title", &EQUALLY_LONG, &[]);
    // One of four statements has “now”: log2(10 / 3) = 1.736966.
    assert_scores(&briefing, "river now ", &[0.0, (0.514_573 + 1.736_966) / 2.2, 0.0, 0.0]);
}

#[test]
fn a_long_field_counts_less() {
    // Five and fifteen bytes, ten on average; both statements have the word: log2(6 / 5) = 0.263034.
    let briefing = briefing("Title", &[("Annie", "says", "river"), ("Annie", "says", "river or others")], &[]);
    let weighted = |length: f64| 1.0 / (0.25 + 0.75 * length / 10.0);
    let score = |length: f64| 0.263_034 * weighted(length) / (1.2 + weighted(length));
    assert_scores(&briefing, "river ", &[score(5.0), score(15.0)]);
}

#[test]
fn a_phrase_counts_as_its_words_together() {
    let said = [("Annie", "says", "a river now"), ("Annie", "says", "now a river"), ("Annie", "says", "other words")];
    let briefing = briefing("Title", &said, &[]);
    // Two of three statements have each of the words: log2(8 / 5) = 0.678072.
    assert_scores(&briefing, "\"river now\" ", &[2.0 * 0.678_072 / 2.2, 0.0, 0.0]);
    assert_scores(&briefing, "\"river now\" river ", &[3.0 * 0.678_072 / 2.2, 0.0, 0.0]);
}

#[test]
fn inflections_count_as_the_word() {
    let said = [("Annie", "says", "base bases."), ("Annie", "says", "base, other"), ("Annie", "says", "other words")];
    let briefing = briefing("Title", &said, &[]);
    let scores = scores(&briefing, "basing ");
    assert!(scores[0] > scores[1] && scores[1] > 0 && scores[2] == 0, "{scores:?}");
}

#[test]
fn what_is_excluded_has_no_score() {
    let briefing = briefing("Title", &EQUALLY_LONG, &[]);
    assert_scores(&briefing, "-river ", &[0.0; 4]);
    assert_eq!(scores(&briefing, "river -water "), {
        let mut without = scores(&briefing, "river ");
        without[2] = 0;
        without
    });
}

#[test]
fn only_what_is_asked_for_is_ranked() {
    let briefing = briefing("Title", &EQUALLY_LONG, &[]);
    for sort in [Sort::Earliest, Sort::Latest, Sort::Text] {
        assert_eq!(search(&briefing, "river", sort).expect("a query").scores(), None);
    }
}

#[test]
fn frequencies_that_are_stored_rank_like_those_that_are_counted() {
    let whole = synthetic(300);
    let layout = corpus::write::Layout { whole: 0, first: 0, chunk: 1000 };
    let parts: &'static corpus::write::Parts =
        Box::leak(Box::new(corpus::write::apart(whole, &[], layout).expect("a small briefing")));
    let apart = corpus::load(&parts.core).expect("a core");
    for id in apart.chunks.ids() {
        let Some(file) = apart.chunks.list[id.index()].file() else { continue };
        let name = file.name();
        let (_, bytes) = parts.chunks.iter().find(|(other, _)| *other == name).expect("a chunk");
        apart.add_chunk(id, bytes).expect("its bytes");
    }
    for text in ["the ", "s", "council said", "\"of the\"", "goverment"] {
        let stored = try_search(&apart, text, Sort::BestMatch).expect("it is loaded").expect("a query");
        assert_eq!(stored.scores().map(<[i32]>::to_vec), Some(scores(whole, text)), "{text}");
    }
}

#[test]
fn the_logarithm_is_that_of_the_standard_library() {
    for number in (1..5000).chain([65_535, 65_536, 1_000_003, u64::from(u32::MAX)]) {
        let logarithm = log2(number) as f64 / f64::from(1 << FRACTION);
        let difference = (number as f64).log2() - logarithm;
        assert!((-1e-9..2e-7).contains(&difference), "{number}: {difference}");
    }
}

proptest! {
    #[test]
    fn exactly_what_is_found_by_something_wanted_has_a_score(text in "-?[a-z]{1,4}( -?\"?[a-z]{1,3}){0,2} ?") {
        for data in both() {
            let Some(found) = search(data, &text, Sort::BestMatch) else { continue };
            let unranked = search(data, &text, Sort::Text).expect("a query");
            prop_assert_eq!(found.statements(), unranked.statements());
            for (id, &score) in data.statement_ids().zip(found.scores().expect("it is ranked")) {
                prop_assert!(score == 0 || score > 0 && found.statements().contains(id));
            }
        }
    }
}

#[test]
fn a_statement_about_what_is_searched_for_comes_before_one_that_is_only_in_a_document_of_that_title() {
    let data = shipped();
    let scores = scores(data, "bases ");
    let best = data.statement_ids().max_by_key(|id| scores[id.index()]).expect("a statement");
    assert!(data.content(best).contains("base"), "{}", data.content(best));
}
