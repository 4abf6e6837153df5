//! Chains as sentences, and how far each step is away.

use super::*;
use crate::testing::{aldport, shipped, small, statement};

fn sentence(data: Shared, slug: &str) -> String {
    chain(data, statement(data, slug)).map(|chain| chain.sentence()).unwrap_or_default()
}

#[test]
fn a_chain_reads_as_a_sentence() {
    assert_eq!(
        sentence(shipped(), "diplomat-rebalance"),
        "From The Diplomat, in the words “The Diplomat writes, that”, to this article: second hand."
    );
    assert_eq!(sentence(shipped(), "reliable-partner-quote"), "From US delegation to this article: second hand.");
    assert_eq!(
        sentence(small(), "queen-speaks"),
        "From Celand to River Union, then to The Wire: third hand.",
        "without a cue"
    );
}

#[test]
fn words_between_the_names_of_neighbours_are_under_the_arrow_between_them() {
    assert_eq!(
        sentence(shipped(), "politico-pentagon-visit"),
        "From Pentagon officials, who acted, to US Defense Department and Member of US Congress, then, in the words \
         “citing the …”, to Politico, then, in the words “Earlier … reported that”, to this article: third hand."
    );
}

#[test]
fn a_stretch_of_the_cue_that_names_one_step_is_under_the_arrow_from_there() {
    assert_eq!(
        sentence(shipped(), "tashkent-no-bases"),
        "From Uzbekistan, in the words “the official statement of Tashkent about”, to Sputnik Uzbekistan, then, in the \
         words “According to Sputnik Uzbekistan”, to this article: third hand."
    );
}

#[test]
fn a_cue_whose_names_are_not_neighbours_or_far_apart_stays_whole_with_the_document() {
    let memorandum = sentence(aldport(), "lind-memo-sitting-on-paper");
    assert!(memorandum.starts_with("From Mara Lind to Lind’s memorandum, then, in the words “In"), "{memorandum}");
    // The name is in the possessive: the letter bears it.
    let letter = sentence(aldport(), "letter-260-posts");
    assert!(
        letter.contains("carries Lucien Darcourt’s name and the date of Tuesday.”, to Aldport Lantern"),
        "{letter}"
    );
}

#[test]
fn every_word_of_the_cue_is_in_the_document() {
    for data in [shipped(), small(), aldport()] {
        for id in data.statement_ids() {
            let document = data.document(data.statement(id).document).text();
            let arrows = chain(data, id).into_iter().flat_map(|chain| chain.steps).filter_map(|step| step.arrow);
            for (cue, _) in arrows.filter_map(|arrow| arrow.cue) {
                assert!(cue.split('…').map(str::trim).all(|words| document.contains(words)), "{cue}");
            }
        }
    }
}

#[test]
fn each_step_is_as_far_away_as_the_hands_before_it() {
    let hands = |data: Shared, slug: &str| -> Vec<usize> {
        chain(data, statement(data, slug)).map_or_else(Vec::new, |chain| chain.steps.iter().map(|it| it.hand).collect())
    };
    // Who reports an act is the first to tell it.
    assert_eq!(hands(shipped(), "politico-pentagon-visit"), [1, 1, 2, 3]);
    // A paper of the speakers’ own is no other hand.
    assert_eq!(hands(shipped(), "joint-statement-security-ties"), [1, 1, 2]);
    assert_eq!(hands(aldport(), "ministry-science-alone"), [1, 1], "in a publication of its own");
    assert!(hands(shipped(), "search-for-base").is_empty(), "the article’s own words");
    for data in [shipped(), small(), aldport()] {
        for id in data.statement_ids() {
            let Some(chain) = chain(data, id) else {
                assert!(hands(data, data.statement(id).slug).is_empty());
                assert_eq!(attribution::hands(data, id), 1);
                continue;
            };
            assert!(chain.steps.len() > 1 && chain.steps[0].arrow.is_none());
            assert!(chain.steps[1..].iter().all(|step| step.arrow.is_some()));
            assert!(chain.steps.windows(2).all(|pair| pair[0].hand <= pair[1].hand));
            let last = chain.steps.last().unwrap();
            assert_eq!(last.hand, attribution::hands(data, id).min(MOST_HANDS));
            assert!(last.actors.is_empty() && !last.document.is_empty());
        }
    }
}
