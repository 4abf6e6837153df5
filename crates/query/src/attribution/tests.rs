//! Chains in words, and through how many hands a statement went.

use corpus::Statement;

use super::*;
use crate::testing::{actor, aldport, shipped, small, statement};

fn said(data: Shared, slug: &str) -> String {
    chain(data, statement(data, slug)).to_string()
}

fn form_of(data: Shared, slug: &str) -> String {
    form(data, statement(data, slug))
}

#[test]
fn a_chain_names_speaker_relays_document_and_those_addressed() {
    let of = |slug: &str| said(small(), slug);
    assert_eq!(of("general-denies"), "Général Émile → The Herald → The Wire → The Herald, 18 December 2021, to Beland");
    assert_eq!(of("beland-opened"), "Beland → The Wire");
    assert_eq!(of("note-sentence"), "The Herald (18 December 2021)");
    assert_eq!(said(shipped(), "tashkent-no-bases"), "Uzbekistan → Sputnik Uzbekistan");
    assert_eq!(said(shipped(), "search-for-base"), "The article");
}

#[test]
fn who_reports_before_their_own_document_is_named_once() {
    assert_eq!(said(small(), "meeting"), "Aland and Celand → The Herald, 18 December 2021");
    assert_eq!(
        said(aldport(), "ministry-eight-months"),
        "Ports Ministry → own publication, 22 April 2024, to Odile Marsh"
    );
    assert_eq!(said(aldport(), "solvane-no-state-money"), "Henrik Solvane → Ports Ministry, 22 April 2024");
}

#[test]
fn who_told_a_document_something_did_not_tell_it_to_a_third() {
    let solvane = said(aldport(), "solvane-not-for-newspapers");
    assert_eq!(solvane, "Henrik Solvane → Varnholt Courier, 13 May 2024");
}

#[test]
fn who_reports_their_own_act_is_named_once() {
    assert_eq!(said(aldport(), "agency-closes-three-beds"), "Coastal Health Agency → Tidewire, 3 June 2024");
    assert_eq!(form_of(aldport(), "agency-closes-three-beds"), "act, by own account");
    assert_eq!(form_of(shipped(), "us-withdrawal"), "reported act");
    assert_eq!(form_of(aldport(), "ministry-withdraws-denial"), "act, by own account", "in a document of its own");
    let steps = |data: Shared, id| [reporters(data, id), relays(data, id)].concat();
    for data in [shipped(), small(), aldport()] {
        for id in data.statement_ids() {
            let (voices, steps) = (voices(data, id), steps(data, id));
            assert!(voices.len() != 1 || steps.first() != voices.first(), "{}", chain(data, id));
            assert!(steps.windows(2).all(|pair| pair[0] != pair[1]), "{}", chain(data, id));
        }
    }
}

#[test]
fn the_form_says_through_how_many_hands() {
    let data = small();
    let of = |slug: &str| form_of(data, slug);
    assert_eq!(of("water-heading"), "direct quote");
    assert_eq!(of("queen-speaks"), "paraphrase, third hand");
    assert_eq!(of("general-denies"), "direct quote, fourth hand");
    assert_eq!(of("meeting"), "reported act");
    assert_eq!(of("beland-asked"), "partly quoted");
    let mut longer = data.clone();
    let via = [data.statement(StatementId(0)).via, &[actor(data, "union")]].concat().leak();
    let more = |(id, statement)| if id == 0 { Statement { via, ..statement } } else { statement };
    longer.statements = (0..).zip(data.statements.iter()).map(more).collect();
    let longer: Shared = Box::leak(Box::new(longer));
    assert_eq!(form(longer, StatementId(0)), "direct quote, through 3 hands");
}

#[test]
fn a_paper_of_the_speakers_own_is_no_other_hand() {
    let data = aldport();
    // A presentation of the company, an embassy of the state, a joint statement, a letter of the speaker’s company.
    for own in
        ["brevaux-licence-before-summer", "valombre-contracts-honoured", "joint-statement-who-pays", "letter-260-posts"]
    {
        assert!(!form_of(data, own).contains("hand"), "{own}: {}", form_of(data, own));
    }
    // Read out by somebody else, told by an employee, told by who took part in the call.
    for other in ["calder-thirty-days", "executive-number-in-writing", "solvane-licence-stays"] {
        assert!(form_of(data, other).ends_with(", third hand"), "{other}: {}", form_of(data, other));
    }
    assert!(form_of(data, "solvane-licence-thinkable").ends_with(", fourth hand"));
}

#[test]
fn the_words_of_a_document_are_called_by_what_it_is() {
    assert_eq!(form_of(shipped(), "search-for-base"), "the article’s own words");
    assert_eq!(form_of(small(), "note-sentence"), "the document’s own words");
}
