//! What a reader may expect of the search box.

use std::sync::LazyLock;

use corpus::{Briefing, text};
use proptest::prelude::*;

use super::fixture::briefing;
use super::*;

static BRIEFING: LazyLock<Briefing<'static>> = LazyLock::new(|| {
    briefing(
        "Central Asia between the US and Russia",
        &[
            ("Uzbekistan", "Tashkent said that", "no foreign military bases may be deployed in the country"),
            ("US defense department", "Politico, citing", "officials visited Uzbekistan to discuss basing in 2021"),
            ("Recep Tayyip Erdoğan", "according to", "Russia’s influence … in the region is growing"),
            ("Kremlin", "denied that", "a happy base near Nur-Sultan was planned for 2022"),
            ("C5 + 1", "in a joint statement", "they support the U.S. military in the Sultan’s basement"),
        ],
        &[("US defense department", "the Pentagon"), ("Kremlin", "Moscow")],
    )
});

fn search(text: &str) -> Search {
    Query::parse(text).resolve(&BRIEFING)
}

fn found(text: &str) -> Vec<u32> {
    search(text).statements().iter().map(|id| id.0).collect()
}

fn used(text: &str) -> Vec<(String, Vec<String>)> {
    search(text).corrections().iter().map(|reading| (reading.typed.clone(), reading.used.clone())).collect()
}

/// A text with what is highlighted in brackets.
fn marked(query: &str, text: &str) -> String {
    let mut marked = String::new();
    let mut last = 0;
    for range in search(query).highlights(text) {
        marked += &[&text[last..range.start], "[", &text[range.clone()], "]"].concat();
        last = range.end;
    }
    marked + &text[last..]
}

#[test]
fn a_query_without_words_finds_everything() {
    assert_eq!(found(""), [0, 1, 2, 3, 4]);
    assert_eq!(found(" ?! - \"\" "), [0, 1, 2, 3, 4]);
    assert_eq!(marked("", "bases"), "bases");
}

#[test]
fn content_cue_actors_and_title_are_searched() {
    assert_eq!(found("deployed "), [0]);
    assert_eq!(found("politico "), [1]);
    assert_eq!(found("kremlin "), [3]);
    assert_eq!(found("pentagon "), [1]);
    assert_eq!(found("central asia "), [0, 1, 2, 3, 4]);
}

#[test]
fn a_word_finds_its_inflections() {
    for query in ["base ", "bases ", "basing ", "BASED "] {
        assert_eq!(found(query), [0, 1, 3], "{query}");
    }
}

#[test]
fn words_must_all_be_there() {
    assert_eq!(found("military bases "), [0]);
    assert_eq!(found("moscow base "), [3]);
    assert_eq!(found("erdogan bases "), [] as [u32; 0]);
}

#[test]
fn case_diacritics_and_apostrophes_make_no_difference() {
    assert_eq!(found("ERDOGAN "), [2]);
    assert_eq!(found("Erdoğan’s influence "), [2]);
    assert_eq!(found("u.s. "), found("us "));
}

#[test]
fn the_word_being_typed_finds_what_begins_with_it() {
    assert_eq!(found("bas"), [0, 1, 3, 4]);
    assert_eq!(found("base"), [0, 1, 3, 4], "“basement” may be on its way");
    assert_eq!(found("base "), [0, 1, 3], "or not");
    assert_eq!(found("base military"), [0]);
}

#[test]
fn a_finished_word_that_is_none_may_be_the_beginning_of_one() {
    assert_eq!(found("uzbek visit "), [1]);
    assert!(used("uzbek visit ").is_empty());
}

#[test]
fn a_word_on_the_page_is_found_at_each_of_its_letters() {
    for word in ["basing", "happiness", "visiting", "deployment", "denies", "uzbekistan", "influencing"] {
        for end in 1..=word.len() {
            let typed = &word[..end];
            assert!(!found(typed).is_empty() && used(typed).is_empty(), "{typed:?} is not known");
        }
    }
}

#[test]
fn a_misspelt_word_is_read_as_the_nearest() {
    assert_eq!(used("uzbekstan "), [("uzbekstan".to_owned(), vec!["uzbekistan".to_owned()])]);
    assert_eq!(found("uzbekstan "), [0, 1]);
    assert_eq!(found("Kermlin bases "), [3]);
    assert_eq!(used("pollitico Kermlin ").len(), 2);
    assert_eq!(used("uzbekistan bases "), []);
}

#[test]
fn the_nearest_words_are_those_of_least_distance_then_of_the_same_initial_then_of_most_statements() {
    let said =
        ["masting and boasting", "roasting", "toasting and roasting"].map(|content| ("Somebody", "says", content));
    let briefing = briefing("", &said, &[]);
    let used = |text| Query::parse(text).resolve(&briefing).corrections()[0].used.clone();
    assert_eq!(used("xoasting "), ["roasting", "boasting", "toasting"]);
    assert_eq!(used("moasting "), ["masting"]);
    assert_eq!(used("xoastin"), ["roasting", "boasting", "toasting"], "beginnings, while it is typed");
}

#[test]
fn a_misspelt_word_is_read_while_it_is_typed() {
    for end in 7..="uzbekstan".len() {
        assert_eq!(found(&"uzbekstan"[..end]), [0, 1], "{}", &"uzbekstan"[..end]);
    }
}

#[test]
fn a_reading_is_a_word_of_the_text_and_not_a_stem() {
    assert_eq!(used("hapyp ")[0].1, ["happy"]);
    assert_eq!(found("hapyp "), [3]);
}

#[test]
fn a_word_that_is_like_no_other_finds_nothing_and_says_so() {
    assert_eq!(used("zzzzzzzz "), [("zzzzzzzz".to_owned(), vec![])]);
    assert_eq!(found("zzzzzzzz "), [] as [u32; 0]);
    assert_eq!(found("xq"), [] as [u32; 0], "too short to guess");
}

#[test]
fn another_number_is_no_misspelling() {
    assert_eq!(found("2021 "), [1]);
    assert_eq!(found("202"), [1, 3]);
    assert_eq!(found("2024 "), [] as [u32; 0]);
}

#[test]
fn what_is_excluded_is_left_out_with_its_inflections() {
    assert_eq!(found("-base"), [2, 4]);
    assert_eq!(found("military -bases"), [4]);
    assert_eq!(found("military -bas"), [0, 4], "nothing is guessed");
    assert_eq!(found("-sultan"), [0, 1, 2]);
    assert_eq!(found("-Nur-Sultan"), [0, 1, 2, 4]);
}

#[test]
fn a_phrase_stands_together_as_written() {
    assert_eq!(found("\"military bases\""), [0]);
    assert_eq!(found("\"military base\""), [] as [u32; 0]);
    assert_eq!(found("\"bases military\""), [] as [u32; 0]);
    assert_eq!(found("\"base\""), [3]);
    assert_eq!(found("“Russia’s influence in the region”"), [2], "parts of one content");
    assert_eq!(found("\"uzbekistan tashkent\""), [] as [u32; 0], "not across fields");
    assert_eq!(found("-\"military bases\""), [1, 2, 3, 4]);
    assert_eq!(found("\"C5+1\""), [4]);
}

#[test]
fn an_open_phrase_may_end_in_half_a_word() {
    assert_eq!(found("\"military ba"), [0]);
    assert_eq!(found("\"military ba\""), [] as [u32; 0]);
    assert_eq!(found("\"mil"), [0, 4]);
}

#[test]
fn words_are_highlighted_as_they_were_found() {
    assert_eq!(marked("bases ", "Base, bases and basing; the basement"), "[Base], [bases] and [basing]; the basement");
    assert_eq!(marked("bas", "Bases, the basement"), "[Bases], the [basement]");
    assert_eq!(marked("uzbekstan ", "Uzbekistan’s"), "[Uzbekistan]’s");
    assert_eq!(marked("erdogan ", "ERDOĞAN"), "[ERDOĞAN]");
    assert_eq!(marked("-bases military ", "military bases"), "[military] bases");
}

#[test]
fn a_phrase_is_highlighted_as_one() {
    assert_eq!(marked("\"military bases\"", "military, Military bases"), "military, [Military bases]");
    assert_eq!(marked("\"military bases\" base ", "military bases, base"), "[military bases], [base]");
    assert_eq!(marked("\"base base\"", "base base base!"), "[base base base]!");
}

fn typed() -> impl Strategy<Value = String> {
    const PARTS: [&str; 18] = [
        "base",
        "bases",
        "military",
        "uzbekstan",
        "Erdoğan",
        "-",
        "\"",
        "“",
        " ",
        " ",
        " ",
        "’s",
        "nur-sultan",
        "c5",
        "in",
        "the",
        "b",
        "ß",
    ];
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(proptest::sample::select(&PARTS), 0..9).prop_map(|parts| parts.concat())
    ]
}

proptest! {
    #[test]
    fn any_query_runs_and_highlights_whole_characters_of_any_text(query in typed(), text in typed()) {
        let search = search(&query);
        for text in [text.as_str(), BRIEFING.documents[0].text()] {
            let mut last = None;
            for range in search.highlights(text) {
                prop_assert!(range.start < range.end && text.get(range.clone()).is_some());
                prop_assert!(last.is_none_or(|last| last < range.start));
                last = Some(range.end);
            }
        }
    }

    #[test]
    fn a_phrase_finds_no_more_than_its_words(words in proptest::collection::vec("[a-z]{1,3}|base|bases|military|foreign|in|the|Nur-Sultan", 1..5)) {
        let words = words.join(" ");
        let phrase = found(&format!("\"{words}\""));
        let open = found(&format!("\"{words}"));
        let all = found(&words);
        prop_assert!(phrase.iter().all(|id| all.contains(id) && open.contains(id)));
        prop_assert!(open.iter().all(|id| all.contains(id)));
    }

    #[test]
    fn what_is_found_by_words_is_highlighted(query in "[a-z]{1,4}|basing|uzbekstan|hapyp|denie|erdogan") {
        let search = search(&query);
        for id in search.statements() {
            let mut shown = false;
            text::visit_fields(&BRIEFING, id, |pieces| {
                shown |= pieces.iter().any(|piece| !search.highlights(piece).is_empty());
            });
            prop_assert!(shown, "{id:?} for {query:?}");
        }
    }

    #[test]
    fn excluding_leaves_what_the_word_does_not_find(word in "base|bases|military|sultan|russia|\"military bases\"") {
        let with = found(&format!("{word} "));
        let without = found(&format!("-{word}"));
        prop_assert_eq!(with.len() + without.len(), BRIEFING.statements.len());
        prop_assert!(with.iter().all(|id| !without.contains(id)));
    }
}
