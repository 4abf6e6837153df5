//! A briefing in a core and chunks: what was loaded is what was compiled, in whatever order it arrives, and what is not
//! a chunk of the briefing is refused.
#![cfg(feature = "compile")]

mod support;

use std::borrow::Cow;

use corpus::chunk::{ChunkContent, ChunkFile, Location};
use corpus::version_2::upgrade;
use corpus::write::{Layout, Parts, apart};
use corpus::{Briefing, ChunkId, DocumentId, LoadError, load};
use proptest::prelude::*;
use support::{compiled, walk};

/// Every text and every block of postings in a chunk of its own.
const SMALLEST: Layout = Layout { whole: 0, first: 10_000, chunk: 1 };

/// The whole briefing, and others: kept, because what is read of them lives as long.
fn talks() -> Briefing<'static> {
    load(compiled("tests/pass/talks").bytes.leak()).expect("a briefing")
}

fn parts(first: &[DocumentId]) -> &'static Parts {
    Box::leak(Box::new(apart(&talks(), first, SMALLEST).expect("a small briefing")))
}

/// The file of each chunk that has one.
fn files(briefing: &Briefing<'_>, parts: &'static Parts) -> Vec<(ChunkId, &'static [u8])> {
    let ids = briefing.chunks.ids().filter_map(|id| Some((id, briefing.chunks.list[id.index()].file()?.name())));
    ids.map(|(id, name)| {
        let (_, bytes) = parts.chunks.iter().find(|(other, _)| *other == name).expect("a file of this name");
        (id, &bytes[..])
    })
    .collect()
}

fn is_postings(briefing: &Briefing<'_>, id: ChunkId) -> bool {
    briefing.chunks.list[id.index()].content == ChunkContent::Postings
}

/// The terms with their postings, for comparison.
fn terms(briefing: &Briefing<'_>) -> Vec<(String, Vec<u32>)> {
    let terms = &briefing.index.terms;
    let list = |index| terms.postings(index).expect("it is loaded").iter().map(|id| id.0).collect();
    terms.iter().enumerate().map(|(index, term)| (term.to_owned(), list(index))).collect()
}

fn assert_same(one: &Briefing<'static>, other: &Briefing<'static>) {
    assert_eq!(one.documents, other.documents);
    assert_eq!(one.statements, other.statements);
    assert_eq!(one.actors, other.actors);
    assert_eq!(terms(one), terms(other));
    assert!(one.index.families().iter().flatten().eq(other.index.families().iter().flatten()));
    assert_eq!(walk(one), walk(other));
}

#[test]
fn a_briefing_of_version_2_is_still_read() {
    let bytes: &[u8] = std::fs::read("tests/pass/talks.v2.briefing").expect("the fixture").leak();
    assert_eq!(bytes[4..6], [2, 0]);
    assert_eq!(load(bytes), Err(LoadError::Version(2)), "not in the page");
    let upgraded = upgrade(bytes).expect("a briefing").into_owned().leak();
    assert_same(&load(upgraded).expect("a briefing"), &talks());
    assert_eq!(upgrade(upgraded), Ok(Cow::Borrowed(&*upgraded)));
    for length in 0..bytes.len() {
        assert!(upgrade(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
    }
}

#[test]
fn every_flipped_bit_of_version_2_gives_an_error_or_a_valid_briefing() {
    let mut bytes = std::fs::read("tests/pass/talks.v2.briefing").expect("the fixture");
    for index in 0..bytes.len() {
        for bit in 0..8 {
            bytes[index] ^= 1 << bit;
            match upgrade(&bytes) {
                Ok(Cow::Owned(upgraded)) => assert!(walk(&load(&upgraded).expect("what was just written")) > 0),
                Ok(Cow::Borrowed(_)) => assert_eq!(bytes[4..6], [3, 0], "no longer of version 2"),
                Err(_) => {}
            }
            bytes[index] ^= 1 << bit;
        }
    }
}

#[test]
fn a_whole_briefing_has_nothing_missing() {
    let briefing = talks();
    assert!(briefing.chunks.ids().all(|id| briefing.has_chunk(id)));
    assert_eq!(briefing.index.terms.missing().count(), 0);
    assert!(briefing.documents_with_ids().all(|(id, _)| briefing.missing_text(id).is_none()));
}

#[test]
fn the_core_says_what_is_missing() {
    let parts = parts(&[DocumentId(1)]);
    let briefing = load(&parts.core).expect("a core");
    let missing: Vec<bool> = briefing.documents_with_ids().map(|(id, _)| briefing.missing_text(id).is_some()).collect();
    assert_eq!(missing, [true, false]);
    assert!(briefing.documents[0].text.get().is_none() && briefing.documents[1].has_text());
    assert!(briefing.index.terms.missing_vocabulary().is_some());
    assert!(briefing.index.terms.is_empty() && briefing.index.terms.index_of("bridge").is_none());
}

proptest! {
    #[test]
    fn chunks_in_any_order_make_the_whole_briefing(seed in any::<u64>()) {
        let parts = parts(&[]);
        let briefing = load(&parts.core).expect("a core");
        let mut files = files(&briefing, parts);
        files.sort_by_key(|(id, _)| (u64::from(id.0) + 1).wrapping_mul(seed | 1));
        // Postings wait for the vocabulary.
        files.sort_by_key(|(id, _)| is_postings(&briefing, *id));
        for (id, bytes) in files {
            prop_assert!(!briefing.has_chunk(id));
            prop_assert_eq!(briefing.add_chunk(id, bytes), Ok(()));
            prop_assert_eq!(briefing.add_chunk(id, bytes), Ok(()), "a second time");
            prop_assert!(briefing.has_chunk(id));
        }
        assert_same(&briefing, &talks());
    }
}

#[test]
fn postings_are_refused_before_the_vocabulary() {
    let parts = parts(&[]);
    let briefing = load(&parts.core).expect("a core");
    let files = files(&briefing, parts);
    let (id, bytes) = files.iter().find(|(id, _)| is_postings(&briefing, *id)).expect("postings");
    assert_eq!(briefing.add_chunk(*id, bytes), Err(LoadError::NoVocabulary));
}

#[test]
fn a_chunk_that_is_damaged_or_of_another_edition_is_refused_and_the_rest_stays_usable() {
    let parts = parts(&[]);
    let briefing = load(&parts.core).expect("a core");
    let files = files(&briefing, parts);
    for (id, bytes) in &files {
        let mut changed = bytes.to_vec();
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            changed[at] ^= 1;
            assert_eq!(briefing.add_chunk(*id, changed.clone().leak()), Err(LoadError::OtherChunk));
            changed[at] ^= 1;
        }
        assert_eq!(briefing.add_chunk(*id, &bytes[1..]), Err(LoadError::OtherChunk), "cut off");
        assert_eq!(briefing.add_chunk(*id, b""), Err(LoadError::OtherChunk), "empty");
    }
    let (first, second) = (files[0], files[1]);
    assert_eq!(briefing.add_chunk(first.0, second.1), Err(LoadError::OtherChunk), "another chunk");
    assert_eq!(briefing.add_chunk(ChunkId(99), second.1), Err(LoadError::OtherChunk), "no chunk of this briefing");
    assert_eq!(briefing.add_chunk(first.0, first.1), Ok(()));
}

/// FNV-1a, written once more.
fn checksum(bytes: &[u8]) -> [u8; 8] {
    let mut hash = 14_695_981_039_346_656_037_u64;
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(1_099_511_628_211);
    }
    hash.to_le_bytes()
}

#[test]
fn a_forged_chunk_gives_an_error_or_a_valid_briefing() {
    let parts = parts(&[]);
    let count = files(&load(&parts.core).expect("a core"), parts).len();
    for forged in 0..count {
        let (_, original) = files(&load(&parts.core).expect("a core"), parts)[forged];
        for index in 0..original.len() {
            for bit in [0, 7] {
                let mut changed = original.to_vec();
                changed[index] ^= 1 << bit;
                let mut briefing = load(&parts.core).expect("a core");
                let files = files(&briefing, parts);
                let id = files[forged].0;
                let size = u32::try_from(changed.len()).expect("a short chunk");
                let file = ChunkFile { digest: [0; 32], checksum: checksum(&changed), size };
                briefing.chunks.list[id.index()].location = Location::File(file);
                let added = files.iter().all(|&(other, bytes)| {
                    let bytes = if other == id { changed.clone().leak() } else { bytes };
                    briefing.add_chunk(other, bytes).is_ok()
                });
                if added {
                    walk(&briefing);
                }
            }
        }
    }
}

#[test]
fn every_truncated_core_is_an_error() {
    let core = &parts(&[DocumentId(0)]).core;
    for length in 0..core.len() {
        assert!(load(&core[..length]).is_err(), "{length} of {} bytes", core.len());
    }
}

#[test]
fn the_same_briefing_makes_the_same_parts() {
    assert_eq!(parts(&[DocumentId(1)]), parts(&[DocumentId(1)]));
    let names: Vec<_> = parts(&[]).chunks.iter().map(|(name, _)| name).collect();
    assert!(
        names.iter().all(|name| name.starts_with("data/") && name.split('.').nth(1) == Some("bin") && name.len() == 25),
        "{names:?}"
    );
}
