//! The passage: nothing of the text changed, and nothing of it missing.

use super::*;
use crate::testing::{both, shipped, small, statement};

fn of(data: Shared, slug: &str) -> Passage {
    passage(data, statement(data, slug))
}

fn joined(passage: &Passage, wanted: impl Fn(PassagePart) -> bool) -> String {
    passage.pieces.iter().filter(|piece| wanted(piece.part)).map(|piece| piece.text).collect()
}

#[test]
fn the_pieces_are_the_paragraphs_verbatim() {
    for data in both() {
        for id in data.statement_ids() {
            let passage = passage(data, id);
            let text = data.document(data.statement(id).document).text();
            let whole = joined(&passage, |_| true);
            assert!(text.contains(&whole), "{}", data.statement(id).slug);
            let paragraphs: Vec<&str> = whole.split("\n\n").collect();
            assert!(paragraphs.iter().all(|paragraph| text.split("\n\n").any(|other| other.trim() == *paragraph)));
            assert!(passage.pieces.iter().all(|piece| !piece.text.is_empty()));
        }
    }
}

#[test]
fn content_and_cue_are_what_the_editor_marked() {
    for data in both() {
        for id in data.statement_ids() {
            let statement = data.statement(id);
            let document = data.document(statement.document);
            let passage = passage(data, id);
            let slices = |spans: &[Span]| spans.iter().map(|&span| document.slice(span)).collect::<String>();
            assert_eq!(joined(&passage, |part| part == PassagePart::Content), slices(data.content_spans(id)));
            assert_eq!(
                joined(&passage, |part| part == PassagePart::Cue),
                slices(data.cue_spans(id)),
                "{}",
                statement.slug
            );
        }
    }
}

#[test]
fn a_passage_is_no_longer_than_its_paragraph() {
    let passage = of(shipped(), "tashkent-no-bases");
    let whole = joined(&passage, |_| true);
    assert!(whole.starts_with("The Diplomat writes") && whole.ends_with("the Pentagon and NATO."), "{whole}");
    let parts: Vec<_> = passage.pieces.iter().map(|piece| piece.part).collect();
    assert_eq!(
        parts,
        [
            PassagePart::Around,
            PassagePart::Cue,
            PassagePart::Around,
            PassagePart::Cue,
            PassagePart::Around,
            PassagePart::Content,
            PassagePart::Around
        ]
    );
}

#[test]
fn a_statement_that_goes_on_in_the_next_paragraph_shows_both() {
    let passage = of(small(), "beland-asked");
    assert_eq!(joined(&passage, |_| true), "Beland had asked twice. Then it asked again\n\nand again.");
    assert_eq!(passage.location, "paragraph 4");
}

#[test]
fn a_place_is_named_by_what_it_is() {
    let data = small();
    assert_eq!(of(data, "general-denies").location, "paragraph 1");
    assert_eq!(of(data, "water-heading").location, "heading");
    assert_eq!(of(data, "queen-speaks").location, "paragraph 2");
}

#[test]
fn positions_count_characters_and_not_bytes() {
    let data = small();
    let text = data.documents[0].text();
    let characters = |words: &str| {
        let before = text.split(words).next().expect("there is one").chars().count();
        format!("{before}–{}", before + words.chars().count())
    };
    let [first, second] = ["no foreign troops will ever cross", "nor their engineers"].map(characters);
    assert_ne!(text.find("no foreign"), text.split("no foreign").next().map(|before| before.chars().count()));
    assert_eq!(of(data, "general-denies").text_position, format!("characters {first} and {second}"));
}

#[test]
fn the_position_leads_to_the_content_in_every_document() {
    for data in both() {
        for id in data.statement_ids() {
            let statement = data.statement(id);
            let characters: Vec<char> = data.document(statement.document).text().chars().collect();
            let position = passage(data, id).text_position.replace('\u{202f}', "");
            let ranges = position.strip_prefix("characters ").expect("said first").replace(" and ", ", ");
            let found: Vec<String> = ranges
                .split(", ")
                .map(|range| {
                    let (from, to) = range.split_once('–').expect("a range");
                    let number = |text: &str| text.parse::<usize>().expect("a number");
                    characters[number(from)..number(to)].iter().collect()
                })
                .collect();
            assert_eq!(found.join(" … "), data.content(id), "{}", statement.slug);
        }
    }
}

#[test]
fn the_link_opens_the_text_at_the_statement() {
    let passage = of(small(), "queen-speaks");
    assert_eq!(passage.source, "#/source/b-reply?statement=queen-speaks");
    assert_eq!(passage.document.text, "Reply from the south");
}

#[test]
fn a_span_is_cut_where_others_begin_and_end_and_nowhere_else() {
    let span = |start, end| Span { start, end };
    assert_eq!(cuts(span(10, 20), &[]), [span(10, 20)]);
    assert_eq!(cuts(span(10, 20), &[span(0, 10), span(20, 30), span(0, 30)]), [span(10, 20)]);
    assert_eq!(cuts(span(10, 20), &[span(12, 15), span(15, 25)]), [span(10, 12), span(12, 15), span(15, 20)]);
    assert_eq!(cuts(span(10, 10), &[span(0, 30)]), []);
}
