//! The comparison page: what to choose from, and statements side by side. Actors by topic are in [`table`].

mod columns;
mod long;
mod table;

use corpus::{RelationKind, StatementId};

use super::shared::voiced;
use super::*;
use crate::card;
use crate::link;
use crate::testing::{actor, aldport, belongs, both, shipped, small, view};
use crate::view::Columns;
use crate::view::View;

fn of(data: Shared, link: &str) -> ComparePage {
    match view(data, link) {
        View::Compare(comparison) => page(data, &comparison),
        other => panic!("{link} compares nothing: {other:?}"),
    }
}

fn choice(data: Shared, link: &str) -> Choose {
    match of(data, link) {
        ComparePage::Choose(choose) => choose,
        other => panic!("{link} is no page to choose from: {other:?}"),
    }
}

fn pair(data: Shared, link: &str) -> PairPage {
    match of(data, link) {
        ComparePage::Pair(pair) => pair,
        other => panic!("{link} is no pair: {other:?}"),
    }
}

fn columns(data: Shared, link: &str) -> Columns {
    match view(data, link) {
        View::Compare(comparison) => comparison.columns,
        other => panic!("{link} compares nothing: {other:?}"),
    }
}

#[test]
fn one_column_is_not_a_comparison_yet_and_two_are() {
    let data = small();
    for link in ["#/compare", "#/compare?actors=aland", "#/compare?statements=meeting", "#/compare?topic=water"] {
        choice(data, link);
    }
    assert!(matches!(of(data, "#/compare?actors=aland,wire"), ComparePage::Table(_)));
    assert!(matches!(of(data, "#/compare?statements=meeting,joint-note"), ComparePage::Pair(_)));
}

#[test]
fn every_relation_is_suggested_and_contradictions_first() {
    for data in both() {
        let suggestions = choice(data, "#/compare").suggestions;
        assert!(suggestions.is_sorted_by_key(|suggestion| suggestion.kind));
        assert_eq!(suggestions.len(), data.relations.len());
        for relation in &data.relations {
            let sides = Columns::Statements(vec![relation.from, relation.to]);
            let suggested: Vec<_> = suggestions.iter().filter(|one| columns(data, &one.statements) == sides).collect();
            assert_eq!(suggested.len(), 1, "{}", relation.reason);
            assert_eq!((suggested[0].kind, suggested[0].reason.text), (relation.kind, relation.reason));
            let Some(actors) = &suggested[0].actors else { continue };
            let Columns::Actors(actors) = columns(data, actors) else { panic!("no actors") };
            assert!(actors.len() == 2 && actors.iter().all(|&id| data.actor(id).part_of.is_none()));
        }
    }
}

#[test]
fn of_very_many_relations_the_first_are_suggested_and_all_are_counted() {
    let mut data = small().clone();
    data.relations = data.relations.iter().cycle().take(300).cloned().collect();
    let data: Shared = Box::leak(Box::new(data));
    let choose = choice(data, "#/compare");
    assert_eq!(choose.suggestions.len(), 100);
    assert!(choose.suggestions.iter().all(|one| one.kind == RelationKind::Contradicts), "contradictions come first");
    let more = "The first 100 of 300 relations. Choose an actor to see those of its statements.";
    assert_eq!(choose.more.as_deref(), Some(more));
    assert_eq!(choice(small(), "#/compare").more, None);
}

#[test]
fn a_suggestion_says_who_does_what_to_whom() {
    let suggestions = choice(small(), "#/compare").suggestions;
    let said: Vec<_> = suggestions.iter().map(|one| (one.label.to_string(), one.actors.as_deref())).collect();
    assert_eq!(
        said,
        [
            ("Minister of Beland contradicts Général Émile".to_owned(), Some("#/compare?actors=beland,aland")),
            ("The Herald (18 December 2021) supports Aland and Beland".to_owned(), None),
            ("Aland and Beland respond to Aland and Celand".to_owned(), None),
        ]
    );
    let shipped = choice(shipped(), "#/compare").suggestions;
    assert!(shipped.iter().any(|one| one.label.to_string().contains(" contradicts ")));
}

#[test]
fn a_chosen_actor_is_suggested_its_own_relations_and_can_be_taken_back() {
    for data in both() {
        for id in data.actor_ids() {
            let choose = choice(data, &link::write(data, &View::compare_actors([id])));
            let [chosen] = &choose.choices.chosen[..] else { panic!("one is chosen") };
            assert_eq!((chosen.name.to_string(), &*chosen.href), (data.actor(id).short.to_owned(), "#/compare"));
            let has_voice = |of: StatementId| card::voices(data, of).iter().any(|&voice| belongs(data, voice, id));
            let own =
                data.relations.iter().filter(|relation| has_voice(relation.from) || has_voice(relation.to)).count();
            assert_eq!(choose.suggestions.len(), own, "{}", data.actor(id).slug);
        }
    }
    let chosen = |link: &str| -> Vec<String> {
        choice(small(), link).choices.chosen.iter().map(|one| one.name.to_string()).collect()
    };
    assert_eq!(chosen("#/compare"), [""; 0]);
    assert_eq!(chosen("#/compare?statements=beland-welcomes"), ["Minister of Beland"]);
    assert_eq!(chosen("#/compare?statements=note-sentence"), [""; 0], "the document itself speaks");
}

#[test]
fn whoever_is_heard_can_be_added_until_four_are_chosen() {
    let data = small();
    let added = |link: &str| -> Vec<_> {
        match of(data, link) {
            ComparePage::Choose(choose) => choose.choices.add,
            ComparePage::Table(table) => table.choices.add,
            ComparePage::Pair(_) => panic!("{link} is a pair"),
        }
    };
    let labels = |link: &str| added(link).iter().map(|one| one.name.to_string()).collect::<Vec<_>>();
    assert_eq!(
        labels("#/compare"),
        ["Beland", "Celand", "Aland", "Army of Aland", "Général Émile", "Minister of Beland", "The Herald"]
    );
    assert_eq!(
        labels("#/compare?actors=beland,celand,aland"),
        ["Army of Aland", "Général Émile", "Minister of Beland", "The Herald"]
    );
    assert_eq!(
        added("#/compare?actors=beland,celand,aland&topic=water")[3].href,
        "#/compare?actors=beland,celand,aland,herald&topic=water"
    );
    assert_eq!(labels("#/compare?actors=beland,celand,aland,herald"), [""; 0]);
}

#[test]
fn statements_stand_side_by_side_as_the_link_has_them() {
    for data in both() {
        let ids: Vec<_> = data.statement_ids().step_by(3).take(4).collect();
        let link = link::write(data, &View::compare_statements(ids.clone()));
        let pair = pair(data, &link);
        assert_eq!(pair.sides.len(), 4);
        for (side, &id) in pair.sides.iter().zip(&ids) {
            assert_eq!((side.card.id, side.passage.id), (id, id));
            let content: String = side.pieces.iter().map(|piece| piece.text.as_str()).collect();
            assert_eq!(content, data.content(id));
            assert_eq!((&side.voice, side.hue), (&card::voice(data, id), side.card.hue));
            let rest: Vec<_> = ids.iter().copied().filter(|&kept| kept != id).collect();
            assert_eq!(columns(data, &side.remove), Columns::Statements(rest));
        }
    }
}

/// The words of a side, those that are marked in brackets.
fn marked(side: &Side) -> String {
    let piece = |piece: &card::Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() };
    side.pieces.iter().map(piece).collect()
}

#[test]
fn words_that_two_statements_have_in_the_same_order_are_marked() {
    let data = crate::testing::with_positions(&[("a", &["t"], "supports", 0), ("b", &["t"], "opposes", 1)]);
    let two = pair(data, "#/compare?statements=s0,s1");
    let sides: Vec<_> = two.sides.iter().map(marked).collect();
    assert_eq!(sides, ["[Somebody says number] 0.", "[Somebody says number] 1."]);
    assert_eq!(two.common.as_deref(), Some("3 of 4 and 4 words are in both, in the same order; they are marked."));
}

#[test]
fn function_words_alone_and_other_languages_mark_nothing() {
    let is_marked = |pair: &PairPage| pair.sides.iter().flat_map(|side| &side.pieces).any(|piece| piece.marked);
    let french = crate::testing::with_languages(&["en", "fr", "en-GB"]);
    let two_languages = pair(french, "#/compare?statements=s0,s1");
    assert!(!is_marked(&two_languages) && two_languages.common.is_none());
    assert!(is_marked(&pair(french, "#/compare?statements=s0,s2")), "regions write the same language");
    let three = pair(french, "#/compare?statements=s0,s1,s2");
    let of_three: Vec<_> = three.sides.iter().map(|side| side.pieces.iter().any(|piece| piece.marked)).collect();
    assert_eq!(of_three, [true, false, true], "the one in another language");
    for data in both() {
        let ids: Vec<_> = data.statement_ids().collect();
        for two in ids.windows(2) {
            let pair = pair(data, &link::write(data, &View::compare_statements(two.iter().copied())));
            for piece in pair.sides.iter().flat_map(|side| &side.pieces).filter(|piece| piece.marked) {
                let mut words = corpus::text::terms(&piece.text);
                assert!(words.any(|term| term.word.chars().count() >= 4), "{}", piece.text);
            }
            assert_eq!(is_marked(&pair), pair.common.is_some_and(|words| words.ends_with(" marked.")));
        }
    }
}

#[test]
fn words_that_any_two_of_up_to_four_statements_share_are_marked() {
    let positions = [("a", &["t"] as &[_], "supports", 0), ("b", &["t"], "opposes", 1), ("c", &["t"], "supports", 2)];
    let three = pair(crate::testing::with_positions(&positions), "#/compare?statements=s0,s1,s2");
    assert!(three.sides.iter().all(|side| marked(side).starts_with("[Somebody says number] ")));
    let words = "Of 4, 4 and 4 words, 3, 3 and 3 are in another one as well, in the same order; they are marked.";
    assert_eq!(three.common.as_deref(), Some(words));
    let position = three.rows.iter().find(|row| row.label == "Position").expect("a row");
    assert_eq!(position.difference.as_deref(), Some("Two for, one against."));
}

#[test]
fn what_is_known_of_statements_is_in_rows_with_a_cell_each() {
    for data in both().into_iter().chain([aldport()]) {
        for four in data.statement_ids().collect::<Vec<_>>().chunks(4).filter(|four| four.len() > 1) {
            let pair = pair(data, &link::write(data, &View::compare_statements(four.iter().copied())));
            for row in &pair.rows {
                assert_eq!(row.cells.len(), four.len(), "{}", row.label);
                assert!(row.cells.iter().any(Option::is_some), "{}", row.label);
                let is_same = row.cells.iter().all(|cell| cell == &row.cells[0]);
                assert!(row.label == "Position" || is_same == row.difference.is_some(), "{}", row.label);
            }
            assert_eq!(pair.rows[0].label, "Chain");
            assert!(pair.sides.iter().all(|side| view(data, &side.href) == View::statement(side.card.id)));
        }
    }
}

#[test]
fn an_actor_is_compared_before_and_from_the_day_on_which_its_later_half_begins() {
    for data in both().into_iter().chain([aldport()]) {
        for id in data.actor_ids() {
            let mut days: Vec<i32> = voiced(data, id)
                .iter()
                .filter_map(|id| data.statement(id).when.and_then(corpus::Date::days))
                .map(|(first, _)| first)
                .collect();
            days.sort_unstable();
            days.dedup();
            let Some((words, link)) = before_and_after(data, id) else {
                assert!(days.len() < 2, "{}", data.actor(id).slug);
                continue;
            };
            assert!(days.len() > 1 && words.starts_with("before and from "), "{words}");
            let ComparePage::Table(table) = of(data, &link) else { panic!("{link} is no table") };
            assert!(table.columns.iter().all(|head| !head.summary.starts_with("0 ")), "{link}");
        }
    }
    let russia = before_and_after(shipped(), actor(shipped(), "russia")).expect("several days");
    assert!(russia.1.ends_with("&voice=russia"), "{}", russia.1);
}

#[test]
fn a_pair_says_how_its_statements_relate_and_nothing_of_others() {
    let data = small();
    let related = pair(data, "#/compare?statements=general-denies,beland-welcomes,joint-note");
    assert_eq!(related.title, "Général Émile / Minister of Beland / Aland and Beland");
    let relations: Vec<_> =
        related.relations.iter().map(|(kind, label, reason)| (*kind, label.to_string(), reason.text)).collect();
    let label = "Minister of Beland contradicts Général Émile".to_owned();
    assert_eq!(relations, [(RelationKind::Contradicts, label, "Welcome and refused.")]);
    assert_eq!(related.actors.as_deref(), Some("#/compare?actors=aland,beland"), "each by its whole, once");
    let alone = pair(data, "#/compare?statements=note-sentence,queen-speaks");
    assert_eq!((alone.relations, alone.actors), (Vec::new(), None));
    let own = pair(aldport(), "#/compare?statements=holt-i-was-wrong,holt-stops-waiting");
    assert_eq!(own.title, "Ragna Holt, two statements");
    let names: Vec<_> = own.sides.iter().map(|side| side.name.to_string()).collect();
    assert_eq!(names, ["Ragna Holt, 10 June 2024", "Ragna Holt, 8 April 2024"]);
    assert_eq!(own.relations[0].1, "Ragna Holt changed position");
    let article = pair(data, "#/compare?statements=joint-note,note-sentence");
    assert_eq!(article.relations[0].1, "The Herald (18 December 2021) supports Aland and Beland");
}

#[test]
fn what_a_part_says_counts_for_its_whole() {
    assert_eq!(voiced(small(), actor(small(), "aland")).len(), 3);
}
