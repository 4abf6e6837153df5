//! The chunks of the compiled form: what of it may be loaded later than the rest, the core.
//!
//! A small corpus has all of its chunks in the core. Of a larger one the core has the texts that the first view shows;
//! every other chunk is a file of its own, named by its digest. [`crate::Briefing::add_chunk`] adds what was loaded.

use std::fmt::Write;

use crate::id::{ChunkId, DocumentId};

/// The chunks of a briefing, by their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chunks<'a> {
    /// The chunks.
    pub list: Vec<Chunk<'a>>,
    /// For each alias of each actor: the first document that has it. Empty where all texts are in the core, or in one
    /// language: then the texts tell, or it does not matter.
    pub alias_documents: Vec<DocumentId>,
    /// For each document: the chunk with its text. It follows from the list.
    pub(crate) of_documents: Vec<ChunkId>,
}

/// A part of the compiled form.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk<'a> {
    /// What it has.
    pub content: ChunkContent,
    /// Where its bytes are.
    pub location: Location<'a>,
}

/// What a chunk has.
#[derive(Clone, Debug, PartialEq)]
pub enum ChunkContent {
    /// The texts of documents: a column of texts, the [`Provenance`](crate::provenance::Provenance) of each, then what
    /// refers to the words of each, see [`DocumentText`](crate::document_text::DocumentText).
    Texts(Vec<DocumentId>),
    /// The terms of the index, see [`crate::terms`].
    Vocabulary,
    /// A block of the postings of the terms.
    Postings,
    /// The frequencies of a block of postings, see [`crate::frequencies`]: the first of these chunks belongs to the
    /// first block, and so on. There is none where the texts tell.
    Frequencies,
}

/// Where the bytes of a chunk are.
#[derive(Clone, Debug, PartialEq)]
pub enum Location<'a> {
    /// In the core.
    Core(&'a [u8]),
    /// In a file of its own.
    File(ChunkFile),
}

/// The file of a chunk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChunkFile {
    /// The SHA-256 of its bytes, which whoever loads them compares.
    pub digest: [u8; 32],
    /// The FNV-1a hash of its bytes (64 bits), which [`crate::Briefing::add_chunk`] compares: browsers compute SHA-256
    /// in secure contexts only, and a damaged chunk is to be noticed in others as well.
    pub checksum: [u8; 8],
    /// Its length, in bytes.
    pub size: u32,
}

impl ChunkFile {
    /// Its name: the first 64 bits of the digest in hexadecimal, in the folder of the chunks.
    pub fn name(&self) -> String {
        let digits = self.digest.iter().take(8).fold(String::new(), |mut digits, byte| {
            // Writing to a string does not fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        });
        format!("data/{digits}.bin")
    }

    /// Whether bytes have the length and the checksum of the file.
    pub(crate) fn is_of(&self, bytes: &[u8]) -> bool {
        self.size as usize == bytes.len() && self.checksum == checksum(bytes)
    }
}

impl Chunk<'_> {
    /// Its file, where it is not in the core.
    pub const fn file(&self) -> Option<&ChunkFile> {
        match &self.location {
            Location::Core(_) => None,
            Location::File(file) => Some(file),
        }
    }
}

impl Chunks<'_> {
    /// The ids of all chunks.
    pub fn ids(&self) -> impl Iterator<Item = ChunkId> + use<> {
        (0..self.list.len() as u32).map(ChunkId)
    }
}

/// The FNV-1a hash of 64 bits, by Fowler, Noll and Vo, little endian.
pub(crate) fn checksum(bytes: &[u8]) -> [u8; 8] {
    let step = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step).to_le_bytes()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_published_test_vectors() {
        let hash = |text: &str| u64::from_le_bytes(super::checksum(text.as_bytes()));
        assert_eq!(
            [hash(""), hash("a"), hash("foobar")],
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
    }
}
