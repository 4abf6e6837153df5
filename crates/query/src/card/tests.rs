//! A statement as a card: who, through whom, what it has to do with others, and where it leads.

use proptest::prelude::*;

use super::*;
use crate::search::Query;
use crate::testing::{actor, both, searches, selection, shipped, small, statement, view};

fn of(data: Shared, slug: &str) -> Card {
    card(data, statement(data, slug))
}

fn labels(refs: &[Ref]) -> Vec<&'static str> {
    refs.iter().map(|one| one.label).collect()
}

#[test]
fn the_chain_runs_from_the_speaker_outward() {
    let denial = of(small(), "general-denies");
    assert_eq!(labels(&denial.voices), ["Général Émile"]);
    assert_eq!(labels(&denial.relays), ["The Herald", "The Wire"]);
    assert_eq!((labels(&denial.audience), labels(&denial.about)), (vec!["Beland"], vec!["Celand"]));
    assert_eq!(labels(&denial.reporters), Vec::<&str>::new());
    assert_eq!((denial.hue, denial.note.map(|note| note.text)), (Some(Hue::Blue), Some("Said twice.")));
}

#[test]
fn who_reports_an_act_does_not_do_it() {
    let visit = of(shipped(), "us-withdrawal");
    assert_eq!((labels(&visit.voices), labels(&visit.reporters)), (vec!["United States"], vec!["The Diplomat"]));
    assert_eq!(voice(shipped(), visit.id), "United States");
}

#[test]
fn the_document_speaks_for_itself() {
    let card = of(small(), "note-sentence");
    assert_eq!((labels(&card.voices), card.hue), (Vec::new(), None));
    assert_eq!(card.document, "The Herald, 18 December 2021");
    assert_eq!(of(shipped(), "search-for-base").document, "This article");
}

#[test]
fn position_date_and_paragraph_are_in_words() {
    let data = small();
    let denial = of(data, "general-denies");
    assert_eq!((denial.position, denial.when.as_deref()), (Some("against it"), Some("14 December 2021")));
    assert_eq!((denial.paragraph, denial.quoted), (Some(1), true));
    let water = of(data, "water-heading");
    assert_eq!((water.position, water.when, water.paragraph), (None, None, None));
    assert_eq!(of(data, "beland-asked").paragraph, Some(4), "where it begins, though it goes on in the next");
    assert!(!of(data, "beland-asked").quoted);
    assert_eq!(of(data, "beland-welcomes").position, Some("for it"));
    assert_eq!(of(data, "queen-speaks").position, Some("takes no side"));
}

#[test]
fn a_card_invites_to_compare_what_it_is_related_to_or_else_its_actors() {
    let data = small();
    assert_eq!(of(data, "joint-note").compare, "#/compare?statements=joint-note,note-sentence,meeting");
    assert_eq!(of(data, "celand-closed").compare, "#/compare?actors=celand,aland");
    let crowded = View::compare_statements([0, 1, 2, 3].map(StatementId));
    assert!(matches!(crowded, View::Compare(_)));
    for data in both() {
        for id in data.statement_ids() {
            let View::Compare(crate::view::Comparison { columns, .. }) = view(data, &card(data, id).compare) else {
                panic!("no comparison");
            };
            if let crate::view::Columns::Statements(statements) = columns {
                assert!(statements.contains(&id) && statements.len() > 1);
            } else {
                assert_eq!(related(data, id), []);
            }
        }
    }
}

#[test]
fn every_link_of_a_card_is_understood() {
    for data in both() {
        for id in data.statement_ids() {
            let card = card(data, id);
            let people = [&card.voices, &card.reporters, &card.relays, &card.audience, &card.about];
            for person in people.into_iter().flatten() {
                assert!(matches!(view(data, &person.href), View::Actor(id) if data.actor(id).short == person.label));
            }
            for topic in &card.topics {
                let filter = selection(data, &topic.href).filter;
                assert!(data.topic(filter.topics.wanted()[0]).name == topic.label && filter.roles.is_empty());
            }
            let document = data.statement(id).document;
            assert_eq!(view(data, &card.source), View::Source(document, Some(id)));
        }
    }
}

#[test]
fn a_part_leads_to_its_outermost_whole() {
    let data = small();
    assert_eq!(whole(data, actor(data, "aland-general")), actor(data, "aland"));
    assert_eq!(whole(data, actor(data, "celand")), actor(data, "celand"));
}

#[test]
fn opening_an_open_statement_closes_it_and_keeps_the_rest() {
    let data = small();
    let [meeting, note] = ["meeting", "joint-note"].map(|slug| statement(data, slug));
    let closed = view(data, "#/?topic=water&by=topic&sort=text");
    let opened = open_link(data, &closed, note);
    assert_eq!(opened, "#/?topic=water&by=topic&sort=text&statement=joint-note");
    assert_eq!(open_link(data, &view(data, &opened), note), "#/?topic=water&by=topic&sort=text");
    assert_eq!(open_link(data, &view(data, &opened), meeting), "#/?topic=water&by=topic&sort=text&statement=meeting");
    assert_eq!(open_link(data, &View::About, note), "#/?statement=joint-note");
}

#[test]
fn what_is_found_is_marked_and_nothing_else() {
    let data = small();
    let search = Query::parse("\"foreign troops\" cross ").resolve(data);
    let pieces = pieces(data, statement(data, "general-denies"), Some(&search));
    let marked: Vec<_> = pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect();
    assert_eq!(marked, ["foreign troops", "cross"]);
    assert_eq!(highlighted_pieces("", Some(&search)), []);
}

proptest! {
    #[test]
    fn the_pieces_are_the_content_whatever_is_searched(text in searches()) {
        for data in [shipped(), small()] {
            let search = Query::parse(&text).resolve(data);
            for id in data.statement_ids() {
                for search in [None, Some(&search)] {
                    let pieces = pieces(data, id, search);
                    let words: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
                    prop_assert_eq!(words, data.content(id));
                    prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty() && (search.is_some() || !piece.marked)));
                }
            }
        }
    }
}
