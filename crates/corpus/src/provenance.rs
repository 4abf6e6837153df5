//! The provenance of a text: when it was retrieved, where a copy is archived, and the digest of its bytes.
//!
//! It is in the chunk of the text, because whatever shows it has the text as well.

use std::fmt;

use crate::date::Date;
use crate::date_column::Dates;
use crate::reader::Reader;

/// Where a text comes from, and what identifies its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance<'a> {
    /// Date on which the text was retrieved from where it was published.
    pub retrieved: Option<Date>,
    /// Address of an archived copy (http or https).
    pub archived: Option<&'a str>,
    /// Digest of the text file, byte for byte, with the byte order mark where it has one.
    pub digest: TextDigest,
}

/// A SHA-256 (FIPS 180-4) of a text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TextDigest(pub [u8; TextDigest::LENGTH]);

impl TextDigest {
    /// Length, in bytes.
    pub const LENGTH: usize = 32;

    /// The digest of a text.
    #[cfg(feature = "write")]
    pub fn of(text: &str) -> Self {
        use sha2::{Digest, Sha256};
        TextDigest(Sha256::digest(text.as_bytes()).into())
    }
}

impl fmt::Display for TextDigest {
    /// Sixty-four lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The digits, and not a list of 32 numbers.
impl fmt::Debug for TextDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<'a> Provenance<'a> {
    /// A text of which only its bytes are known.
    #[cfg(feature = "write")]
    pub fn of(text: &str) -> Self {
        Provenance { retrieved: None, archived: None, digest: TextDigest::of(text) }
    }

    /// Reads the provenance of so many texts, in columns: dates of retrieval, addresses of archived copies, digests.
    pub(crate) fn read(reader: &mut Reader<'a>, length: usize) -> Option<Vec<Self>> {
        let mut retrieved = Dates::read(reader, length)?;
        let mut archived = reader.optional_texts(length)?;
        let mut all = Vec::with_capacity(length);
        for _ in 0..length {
            let digest = TextDigest(reader.bytes(TextDigest::LENGTH)?.try_into().ok()?);
            all.push(Provenance { retrieved: retrieved.next()?, archived: archived.next_optional(), digest });
        }
        Some(all)
    }

    /// Writes what [`Provenance::read`] reads.
    #[cfg(feature = "write")]
    pub(crate) fn write(all: impl Iterator<Item = Self> + Clone, writer: &mut crate::writer::Writer) {
        let mut dates = crate::date_column::DateWriter::new();
        all.clone().for_each(|own| dates.push(own.retrieved));
        dates.finish(writer);
        writer.optional_texts(all.clone().map(|own| own.archived));
        all.for_each(|own| writer.bytes.extend(own.digest.0));
    }
}

#[cfg(all(test, feature = "write"))]
mod tests {
    use super::TextDigest;

    #[test]
    fn the_digest_is_that_of_the_published_test_vectors() {
        // FIPS 180-2, appendix B.1; the empty message.
        let of = |text: &str| TextDigest::of(text).to_string();
        assert_eq!(of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
