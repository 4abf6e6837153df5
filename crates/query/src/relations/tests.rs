//! Relations in words: from both ends, as sentences, and of somebody to their own words.

use super::*;
use crate::testing::{aldport, both, shipped, small, statement};

/// What is said of each relation on the card of a statement: label and the other.
fn told(data: Shared, slug: &str) -> Vec<(&'static str, String)> {
    related(data, statement(data, slug)).into_iter().map(|one| (one.label, one.other.to_string())).collect()
}

/// What the relation between two statements is called on each of their cards.
fn ends(data: Shared, from: &str, to: &str) -> [String; 2] {
    let one = |slug: &str, other: &str| {
        let other = statement(data, other);
        let related = related(data, statement(data, slug)).into_iter().find(|one| one.id == other);
        related.map(|one| format!("{} {}", one.label, one.other)).unwrap_or_default()
    };
    [one(from, to), one(to, from)]
}

fn sentence_of(data: Shared, from: &str, to: &str) -> String {
    let ends = [statement(data, from), statement(data, to)];
    let relation = data.relations.iter().find(|relation| [relation.from, relation.to] == ends).expect("a relation");
    sentence(data, relation).to_string()
}

#[test]
fn a_relation_is_told_from_both_ends() {
    let data = small();
    let told = |slug: &str| told(data, slug);
    let of = |label: &'static str, other: &str| (label, other.to_owned());
    assert_eq!(told("beland-welcomes"), [of("Contradicts", "Général Émile")]);
    assert_eq!(told("general-denies"), [of("Contradicted by", "Minister of Beland")]);
    assert_eq!(
        told("joint-note"),
        [of("Supported by", "The Herald (18 December 2021)"), of("Responds to", "Aland and Celand")]
    );
    assert_eq!(told("meeting"), [of("Answered by", "Aland and Beland")]);
    let links: Vec<_> = related(data, statement(data, "joint-note")).into_iter().map(|one| one.href).collect();
    assert_eq!(links, ["#/?statement=note-sentence", "#/?statement=meeting"]);
}

#[test]
fn every_relation_stands_on_the_cards_of_both_its_statements() {
    for data in both() {
        for relation in &data.relations {
            let both = link::write(data, &View::compare_statements([relation.from, relation.to]));
            for end in [relation.from, relation.to] {
                let told: Vec<_> = related(data, end).into_iter().filter(|one| one.side_by_side == both).collect();
                assert_eq!(told.len(), 1, "{both}");
                assert_eq!((told[0].kind, told[0].reason.text), (relation.kind, relation.reason));
            }
        }
        let ends: usize = data.statement_ids().map(|id| related(data, id).len()).sum();
        assert_eq!(ends, data.relations.len() * 2);
        for id in data.statement_ids() {
            assert!(related(data, id).is_sorted_by_key(|one| one.kind), "contradictions first");
        }
    }
}

#[test]
fn a_change_of_mind_is_told_by_its_time() {
    let data = aldport();
    assert_eq!(
        ends(data, "holt-i-was-wrong", "holt-stops-waiting"),
        [
            "Earlier said the opposite, Aldport Lantern, 9 April 2024",
            "Later says the opposite, Varnholt Courier, 11 June 2024"
        ]
    );
    assert_eq!(sentence_of(data, "holt-i-was-wrong", "holt-stops-waiting"), "Ragna Holt changed position");
    // Both ends of time are open: the documents tell.
    assert_eq!(
        ends(data, "ashgrove-now-yet", "ashgrove-inquiry-not-yet")[1],
        "Later says the opposite, Varnholt Courier, 11 June 2024"
    );
}

#[test]
fn what_only_others_tell_is_another_account_and_no_change_of_mind() {
    let data = aldport();
    assert_eq!(
        ends(data, "solvane-office-procedure", "solvane-licence-stays"),
        ["By another account the opposite, 15 May 2024"; 2]
    );
    assert_eq!(
        sentence_of(data, "solvane-office-procedure", "solvane-licence-stays"),
        "Two accounts of Henrik Solvane"
    );
}

#[test]
fn who_takes_back_with_others_what_they_said_alone_says_the_opposite_later() {
    let data = aldport();
    let [joint, alone] = ends(data, "joint-statement-letter-without-effect", "brevaux-letter-valid");
    assert_eq!(joint, "Contradicts Brévaux");
    assert_eq!(alone, "Later says the opposite, Aldport Lantern, 5 July 2024");
}

#[test]
fn agreement_and_answers_to_own_words_name_the_occasion() {
    let data = aldport();
    assert_eq!(
        ends(data, "lind-question-for-mayor", "lind-will-not-say"),
        [
            "Follows up own statement, Aldport Lantern, 9 April 2024",
            "Followed up by own statement, Varnholt Courier, 13 May 2024"
        ]
    );
    assert_eq!(sentence_of(data, "lind-question-for-mayor", "lind-will-not-say"), "Mara Lind follows up own statement");
    assert_eq!(
        ends(shipped(), "us-readiness-as-partner", "reliable-partner-quote"),
        ["Consistent with own statement, 11–16 December 2021"; 2]
    );
}

#[test]
fn nobody_contradicts_or_answers_themselves_by_name() {
    for data in [aldport(), shipped()] {
        for relation in &data.relations {
            let own = voices(data, relation.from);
            if !own.is_empty() && is_same(own, voices(data, relation.to)) {
                let name = voice(data, relation.from).to_string();
                assert_eq!(sentence(data, relation).to_string().matches(&name).count(), 1);
                let [one, other] = [relation.from, relation.to].map(|id| label(data, relation, id));
                assert!(one.1 && other.1, "{name}: {} / {}", one.0, other.0);
            }
        }
    }
}
