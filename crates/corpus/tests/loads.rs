//! The loader is given untrusted bytes: it returns a valid briefing or an error, and never panics.
#![cfg(feature = "compile")]

mod support;

use corpus::load::{FORMAT_VERSION, HEADER_LEN, MAGIC};
use corpus::{LoadError, load};
use proptest::prelude::*;
use support::{compiled, walk};

fn talks() -> Vec<u8> {
    compiled("tests/pass/talks").bytes
}

/// A body with a header of its length.
fn with_header(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend(u32::try_from(body.len()).expect("a short body").to_le_bytes());
    bytes.extend(body);
    bytes
}

#[test]
fn compiled_bytes_load_and_every_part_can_be_accessed() {
    assert!(walk(&load(&talks()).expect("a briefing")) > 0);
}

#[test]
fn strings_are_borrowed_from_the_bytes() {
    let bytes = talks();
    let briefing = load(&bytes).expect("a briefing");
    let is_borrowed = |text: &str| bytes.as_ptr_range().contains(&text.as_ptr());
    assert!(is_borrowed(briefing.title));
    assert!(briefing.documents.iter().all(|document| is_borrowed(document.text()) && is_borrowed(document.title)));
    assert!(
        briefing
            .actors
            .iter()
            .all(|actor| is_borrowed(actor.name) && actor.aliases.iter().all(|alias| is_borrowed(alias)))
    );
    assert!(briefing.statements.iter().all(|statement| statement.note.is_none_or(is_borrowed)));
    assert!(briefing.index.terms.iter().all(is_borrowed));
}

#[test]
fn every_truncation_is_an_error() {
    let bytes = talks();
    for length in 0..bytes.len() {
        assert!(load(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
    }
}

#[test]
fn every_truncated_body_is_an_error_even_with_a_matching_header() {
    let bytes = talks();
    for length in HEADER_LEN..bytes.len() {
        assert!(load(&with_header(&bytes[HEADER_LEN..length])).is_err(), "{length} of {} bytes", bytes.len());
    }
}

#[test]
fn trailing_bytes_are_an_error() {
    let mut bytes = talks();
    bytes.push(0);
    assert_eq!(load(&bytes), Err(LoadError::Length));
    assert!(matches!(load(&with_header(&bytes[HEADER_LEN..])), Err(LoadError::Damaged(_))));
}

#[test]
fn other_bytes_and_other_versions_are_different_errors() {
    assert_eq!(load(b""), Err(LoadError::BadMagic));
    assert_eq!(load(b"<!doctype html>"), Err(LoadError::BadMagic));
    let mut bytes = talks();
    bytes[4] ^= 0x80;
    assert_eq!(load(&bytes), Err(LoadError::Version(FORMAT_VERSION ^ 0x80)));
}

#[test]
fn errors_are_displayed_as_sentences() {
    let errors = [LoadError::BadMagic, LoadError::Version(7), LoadError::Length, LoadError::Damaged("a relation")];
    let sentences: Vec<String> = errors.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(sentences.join("\n"), @r"
    this is not a compiled briefing
    this briefing was compiled in format 7, and only format 3 can be read here
    the compiled briefing is cut off, or something stands after it
    the compiled briefing is damaged: a relation
    ");
}

#[test]
fn every_flipped_bit_gives_an_error_or_a_valid_briefing() {
    let mut bytes = talks();
    for index in 0..bytes.len() {
        for bit in 0..8 {
            bytes[index] ^= 1 << bit;
            if let Ok(briefing) = load(&bytes) {
                walk(&briefing);
            }
            bytes[index] ^= 1 << bit;
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_give_an_error_or_a_valid_briefing(bytes in proptest::collection::vec(any::<u8>(), 0..256)) {
        for bytes in [bytes.clone(), with_header(&bytes)] {
            if let Ok(briefing) = load(&bytes) {
                walk(&briefing);
            }
        }
    }

    #[test]
    fn any_few_overwritten_bytes_give_an_error_or_a_valid_briefing(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6)
    ) {
        let mut bytes = talks();
        for (index, byte) in changes {
            let index = index.index(bytes.len());
            bytes[index] = byte;
        }
        if let Ok(briefing) = load(&bytes) {
            walk(&briefing);
        }
    }
}
