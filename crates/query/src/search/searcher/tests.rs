//! Texts as they are typed: whatever was searched for before, and however often the search was interrupted, the outcome
//! is that of the search from scratch.

use proptest::prelude::*;

use super::super::try_search;
use super::*;
use crate::Shared;
use crate::testing::{both, synthetic};

/// An outcome, for comparison.
fn outcome(search: Option<Search>) -> impl PartialEq + std::fmt::Debug {
    search.map(|search| {
        let highlights = search.highlights("the foreign military bases of a government in the region");
        (search.statements.clone(), search.corrections.clone(), search.scores.clone(), highlights)
    })
}

fn from_scratch(data: Shared, text: &str, sort: Sort) -> Option<Search> {
    try_search(data, text, sort).expect("it is loaded")
}

/// Asks until there is an outcome, interrupted after so many questions each time.
fn finished(searcher: &mut Searcher, data: Shared, text: &str, sort: Sort, patience: usize) -> Option<Search> {
    for _ in 0..100_000 {
        let mut left = patience;
        let mut goes_on = || {
            left = left.saturating_sub(1);
            left > 0
        };
        if let Some(outcome) = searcher.search(data, text, sort, &mut goes_on) {
            return outcome.expect("it is loaded");
        }
    }
    panic!("the search of {text:?} does not come to an end");
}

/// Queries of words, phrases and exclusions, with typing errors.
fn queries() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        4 => proptest::sample::select(vec![
            "the", "foreign", "military", "bases", "basing", "government", "goverment", "uzbekistan", "afganistan",
            "russia", "river", "said", "20,000", "of",
        ]).prop_map(str::to_owned),
        1 => "[a-z]{1,9}",
    ];
    let item = (any::<bool>(), 0..4usize, proptest::collection::vec(words, 1..4)).prop_map(|(not, kind, words)| {
        let not = if not && kind > 0 { "-" } else { "" };
        let words = words.join(" ");
        match kind {
            0 | 1 => format!("{not}{words}"),
            2 => format!("{not}\"{words}\""),
            _ => format!("{not}\"{words}"),
        }
    });
    proptest::collection::vec(item, 1..4).prop_map(|items| items.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_typed_letter_by_letter_is_found_as_from_scratch(
        text in queries(), patience in 1usize..4, is_ranked in any::<bool>()
    ) {
        let sort = if is_ranked { Sort::BestMatch } else { Sort::Earliest };
        for data in both().into_iter().chain([synthetic(300)]) {
            let mut searcher = Searcher::default();
            let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
            // Typed, and then deleted.
            for &end in ends.iter().chain(ends.iter().rev()) {
                let found = finished(&mut searcher, data, &text[..end], sort, patience);
                prop_assert_eq!(outcome(found), outcome(from_scratch(data, &text[..end], sort)), "{}", &text[..end]);
            }
        }
    }

    #[test]
    fn a_newer_query_cancels_the_older(
        texts in proptest::collection::vec((queries(), any::<bool>()), 1..6), patience in 1usize..3
    ) {
        let data = synthetic(300);
        let mut searcher = Searcher::default();
        for (text, _) in &texts {
            // Begun, and not finished perhaps.
            let _ = searcher.search(data, text, Sort::Earliest, &mut || false);
        }
        for (text, is_ranked) in &texts {
            let sort = if *is_ranked { Sort::BestMatch } else { Sort::Text };
            let found = finished(&mut searcher, data, text, sort, patience);
            prop_assert_eq!(outcome(found), outcome(from_scratch(data, text, sort)), "{}", text);
        }
    }
}

#[test]
fn a_search_that_is_interrupted_goes_on_and_one_that_is_not_asked_for_again_is_dropped() {
    let data = synthetic(300);
    let mut searcher = Searcher::default();
    let mut ask = |text: &str| searcher.search(data, text, Sort::Text, &mut || false).is_some();
    assert!(!ask("goverment"), "it is interrupted");
    let rounds = 1 + (0..1000).take_while(|_| !ask("goverment")).count();
    assert!(rounds > 1, "a misspelt word is compared with all terms");
    assert!(ask("goverment"), "what was found is kept");
    assert!(!ask("\"of the\"") && !ask("\"in the\""));
    assert!(!ask("\"of the\""), "it begins anew");
    assert!(ask(" "), "nothing is searched for");
}

#[test]
fn more_letters_of_a_phrase_are_looked_for_in_what_the_fewer_found() {
    let data = synthetic(300);
    let mut searcher = Searcher::default();
    let mut questions = |text: &str| {
        let mut number = 0;
        let search = searcher.search(data, text, Sort::Text, &mut || {
            number += 1;
            true
        });
        assert!(search.is_some());
        number
    };
    let (first, second) = (questions("\"of t"), questions("\"of th"));
    assert!(second <= first, "{second} rounds after {first}");
}
