//! A briefing as a file: what was written is read, files of every version are, and whatever else is an error that says
//! what is wrong.
//!
//! `briefing export talks --format briefing -o talks.v3.briefing`, in `crates/corpus/tests/pass`, writes the fixture of
//! the present version anew, as long as no release has written files of that version.
#![cfg(all(feature = "compile", feature = "file"))]

mod support;

use std::io::Write;

use corpus::compile::{Folder, compile};
use corpus::file::{FILE_VERSION, FileError, MAGIC, MOST_BYTES, read, write};
use corpus::load::FORMAT_VERSION;
use corpus::write::{Layout, apart};
use corpus::{LoadError, load};
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use support::{compiled, folder, walk};

/// The file of the present version.
const FIXTURE: &str = "tests/pass/talks.v3.briefing";

fn talks() -> Vec<u8> {
    compiled("tests/pass/talks").bytes
}

/// The title of that briefing.
fn title() -> String {
    load(&talks()).expect("a briefing").title.to_owned()
}

/// A file with any content, whose digest is right.
#[derive(Clone)]
struct Forged {
    version: u16,
    form: u16,
    compression: u8,
    unpacked: usize,
    packed: Vec<u8>,
    title: String,
}

impl Forged {
    fn new(compiled: &[u8]) -> Forged {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(compiled).expect("memory");
        Forged {
            version: FILE_VERSION,
            form: FORMAT_VERSION,
            compression: 1,
            unpacked: compiled.len(),
            packed: encoder.finish().expect("memory"),
            title: title(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let number = |number: usize| u32::try_from(number).expect("a small number").to_le_bytes();
        let edition = load(&talks()).expect("a briefing").digest.0;
        let head = [&MAGIC[..], &self.version.to_le_bytes(), &[7, 0, 8, 0, 9, 0]].concat();
        let rest = [
            &self.form.to_le_bytes()[..],
            &[self.compression],
            &number(self.unpacked),
            &number(self.packed.len()),
            &edition,
            &u16::try_from(self.title.len()).expect("a short title").to_le_bytes(),
            self.title.as_bytes(),
            &self.packed,
        ]
        .concat();
        let digest = Sha256::new().chain_update(&head).chain_update(&rest).finalize();
        [&head[..], &digest, &rest].concat()
    }

    fn read(&self) -> Result<Vec<u8>, FileError> {
        read(&self.bytes())
    }
}

/// Compares what was read with the corpus as it is compiled now.
fn assert_is_talks(read: Vec<u8>) {
    let (one, other) = (load(read.leak()).expect("a briefing"), load(talks().leak()).expect("a briefing"));
    assert_eq!(one.documents, other.documents);
    assert_eq!(one.statements, other.statements);
    assert_eq!(one.actors, other.actors);
    assert_eq!(walk(&one), walk(&other));
}

#[test]
fn what_was_written_is_read() {
    let compiled = talks();
    let file = write(&compiled).expect("a file");
    assert_eq!(write(&compiled).expect("a file"), file, "the same bytes");
    assert_eq!(read(&file).expect("a briefing"), compiled);
    assert!(file.len() < compiled.len(), "{} of {} bytes", file.len(), compiled.len());
    assert_eq!(Forged::new(&compiled).read().expect("a briefing"), compiled, "the bytes are those of the table");
}

#[test]
fn the_files_of_every_version_are_read() {
    let fixture = std::fs::read(folder(FIXTURE)).expect("the fixture");
    assert_is_talks(read(&fixture).expect("a briefing"));
    // No program has written files of version 2; its compiled form in one is read.
    let old = std::fs::read(folder("tests/pass/talks.v2.briefing")).expect("the fixture");
    assert_is_talks(Forged { form: 2, ..Forged::new(&old) }.read().expect("a briefing"));
}

#[test]
fn every_truncation_is_an_error() {
    let file = write(&talks()).expect("a file");
    for length in 0..file.len() {
        let error = read(&file[..length]).expect_err("a part of a file");
        let is_expected = if length < MAGIC.len() {
            error == FileError::NotABriefing
        } else {
            matches!(error, FileError::CutOff { .. })
        };
        assert!(is_expected, "{length} of {} bytes: {error}", file.len());
    }
}

#[test]
fn every_flipped_bit_is_an_error() {
    let mut file = write(&talks()).expect("a file");
    for index in 0..file.len() {
        for bit in 0..8 {
            file[index] ^= 1 << bit;
            assert!(read(&file).is_err(), "bit {bit} of byte {index}");
            file[index] ^= 1 << bit;
        }
    }
}

#[test]
fn what_stands_after_the_end_is_an_error() {
    let file = [&write(&talks()).expect("a file")[..], b"\n"].concat();
    assert!(matches!(read(&file), Err(FileError::Damaged(_))));
    let mut twice = Forged::new(&talks());
    twice.packed.extend(Forged::new(b"more").packed);
    assert!(matches!(twice.read(), Err(FileError::Damaged(_))));
}

#[test]
fn a_newer_file_names_the_program_that_reads_it() {
    let present = Forged::new(&talks());
    for newer in [
        Forged { version: FILE_VERSION + 1, ..present.clone() },
        Forged { form: FORMAT_VERSION + 1, ..present.clone() },
        Forged { compression: 2, ..present.clone() },
    ] {
        assert_eq!(newer.read(), Err(FileError::Newer([7, 8, 9])));
    }
    // Of another format, only the first bytes are known.
    let head = &Forged { version: 9, ..present }.bytes()[..16];
    let said = read(head).expect_err("another format").to_string();
    assert!(said.contains("newer version") && said.contains("Briefing 7.8.9"), "{said}");
}

#[test]
fn a_file_that_unpacks_to_another_length_is_not_unpacked_further() {
    let present = Forged::new(&talks());
    let bomb = Forged { unpacked: 1000, ..Forged::new(&vec![0; 5_000_000]) };
    for wrong in [bomb, Forged { unpacked: present.unpacked + 1, ..present.clone() }] {
        assert!(matches!(wrong.read(), Err(FileError::Damaged(part)) if part.contains("length")));
    }
    let said = Forged { unpacked: MOST_BYTES + 1, ..present }.read().expect_err("too large").to_string();
    assert!(said.contains("too large") && said.contains("536 MB"), "{said}");
}

#[test]
fn what_is_in_the_file_is_validated() {
    let mut compiled = talks();
    compiled.truncate(compiled.len() - 1);
    assert_eq!(Forged::new(&compiled).read(), Err(FileError::Invalid(LoadError::Length)));
    let other = Forged { title: "Another title".to_owned(), ..Forged::new(&talks()) };
    assert!(matches!(other.read(), Err(FileError::Damaged(part)) if part.contains("header")));
    assert_eq!(write(b"BRFG"), Err(FileError::Invalid(LoadError::Length)));
}

#[test]
fn a_part_of_a_briefing_is_no_file() {
    let compiled = talks();
    let layout = Layout { whole: 0, first: 0, chunk: 1 };
    let parts = apart(&load(&compiled).expect("a briefing"), &[], layout).expect("a small briefing");
    assert_eq!(write(&parts.core), Err(FileError::InParts));
    assert_eq!(Forged::new(&parts.core).read(), Err(FileError::InParts));
}

#[test]
fn a_long_title_is_shortened_between_two_characters() {
    let mut files = Folder::read(&folder("tests/pass/talks")).expect("the folder").files;
    let file = files.iter_mut().find(|file| file.name == "briefing.toml").expect("the file");
    let text = String::from_utf8(file.bytes.clone()).expect("a text");
    file.bytes = text.replace("Two capitals, one border", &"€".repeat(30_000)).into_bytes();
    let compiled = compile(&files).expect("no errors").bytes;
    assert_eq!(read(&write(&compiled).expect("a file")).expect("a briefing"), compiled);
}

proptest! {
    #[test]
    fn no_bytes_end_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..300), has_magic in any::<bool>()) {
        let bytes = if has_magic { [&MAGIC[..], &[1, 0], &bytes].concat() } else { bytes };
        prop_assert!(read(&bytes).is_err());
    }
}
