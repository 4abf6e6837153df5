//! The loader takes bytes from anywhere: it answers with a briefing that holds, or with an error, and never panics.
#![cfg(feature = "compile")]

mod support;

use corpus::load::{FORMAT_VERSION, HEADER_LEN, MAGIC};
use corpus::{LoadError, load};
use proptest::prelude::*;
use support::{compiled, walk};

fn talks() -> Vec<u8> {
    compiled("tests/pass/talks").bytes
}

/// A body under a header that fits it.
fn framed(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend(u32::try_from(body.len()).expect("a short body").to_le_bytes());
    bytes.extend(body);
    bytes
}

#[test]
fn what_was_compiled_loads_and_every_part_of_it_can_be_touched() {
    assert!(walk(&load(&talks()).expect("a briefing")) > 0);
}

#[test]
fn strings_are_borrowed_from_the_bytes() {
    let bytes = talks();
    let briefing = load(&bytes).expect("a briefing");
    let inside = |text: &str| bytes.as_ptr_range().contains(&text.as_ptr());
    assert!(inside(briefing.title));
    assert!(briefing.documents.iter().all(|document| inside(document.text) && inside(document.title)));
    assert!(briefing.actors.iter().all(|actor| inside(actor.name) && actor.aliases.iter().all(|alias| inside(alias))));
    assert!(briefing.statements.iter().all(|statement| inside(statement.slug)));
    assert!(briefing.index.terms.iter().all(|(term, _)| inside(term)));
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = talks();
    for length in 0..bytes.len() {
        assert!(load(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
    }
}

#[test]
fn every_truncated_body_is_an_error_even_under_a_header_that_fits() {
    let bytes = talks();
    for length in HEADER_LEN..bytes.len() {
        assert!(load(&framed(&bytes[HEADER_LEN..length])).is_err(), "{length} of {} bytes", bytes.len());
    }
}

#[test]
fn what_stands_after_the_end_is_an_error() {
    let mut bytes = talks();
    bytes.push(0);
    assert_eq!(load(&bytes), Err(LoadError::Length));
    assert!(matches!(load(&framed(&bytes[HEADER_LEN..])), Err(LoadError::Damaged(_))));
}

#[test]
fn foreign_bytes_and_other_versions_are_told_apart() {
    assert_eq!(load(b""), Err(LoadError::BadMagic));
    assert_eq!(load(b"<!doctype html>"), Err(LoadError::BadMagic));
    let mut bytes = talks();
    bytes[4] ^= 0x80;
    assert_eq!(load(&bytes), Err(LoadError::Version(FORMAT_VERSION ^ 0x80)));
}

#[test]
fn errors_are_sentences() {
    let errors = [LoadError::BadMagic, LoadError::Version(7), LoadError::Length, LoadError::Damaged("a relation")];
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    this is not a compiled briefing
    this briefing was compiled in format 7, and only format 2 can be read here
    the compiled briefing is cut off, or something stands after it
    the compiled briefing is damaged: a relation
    ");
}

#[test]
fn every_flipped_bit_gives_an_error_or_a_briefing_that_holds() {
    let mut bytes = talks();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            if let Ok(briefing) = load(&bytes) {
                walk(&briefing);
            }
            bytes[at] ^= 1 << bit;
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_give_an_error_or_a_briefing_that_holds(bytes in proptest::collection::vec(any::<u8>(), 0..256)) {
        for bytes in [bytes.clone(), framed(&bytes)] {
            if let Ok(briefing) = load(&bytes) {
                walk(&briefing);
            }
        }
    }

    #[test]
    fn any_few_bytes_overwritten_give_an_error_or_a_briefing_that_holds(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6)
    ) {
        let mut bytes = talks();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(briefing) = load(&bytes) {
            walk(&briefing);
        }
    }
}
