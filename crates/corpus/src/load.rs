//! The compiled format, and its loader: a header, then the core in columns. Strings and postings are borrowed from the
//! bytes.
//!
//! | bytes | content |
//! |---|---|
//! | 0..4 | `BRFG` |
//! | 4..6 | format version, little endian |
//! | 6..10 | length of what follows the header, little endian |
//! | 10.. | the core |
//!
//! `decode.rs` has the columns of the core in their order, and `reader.rs` the encoding of each. Texts and terms are in
//! chunks, which are in the core or in files of their own. [`upgrade`](crate::version_2::upgrade) makes this format of
//! version 2, which had structs instead of columns and no chunks.
//!
//! [`load`] and [`Briefing::add_chunk`] take untrusted bytes: the result is a briefing in which every reference, span
//! and list is valid, or an error. Neither verifies the digest of the briefing, which identifies the edition and is no
//! checksum of the bytes, nor those of the chunks, which is up to whoever fetches them.

use crate::chunk::{ChunkContent, Chunks, Location};
use crate::decode;
use crate::document_text::DocumentText;
use crate::id::{ChunkId, DocumentId};
use crate::model::Briefing;
use crate::postings::Postings;
use crate::provenance::Provenance;
use crate::reader::Reader;
use crate::terms::Terms;

/// The version of the compiled format that this build writes.
pub const FORMAT_VERSION: u16 = 3;

/// Magic number: the first bytes of the compiled format.
pub const MAGIC: [u8; 4] = *b"BRFG";

/// Length of the header, in bytes.
pub const HEADER_LEN: usize = 10;

/// The reason why bytes are not a compiled briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The bytes do not begin with [`MAGIC`].
    BadMagic,
    /// The bytes are of another version of the format.
    Version(u16),
    /// The length is not that of the header.
    Length,
    /// The length is right, but the content is invalid; names the invalid part.
    Damaged(&'static str),
    /// A chunk is not the one that the briefing names: damaged, or of another edition.
    OtherChunk,
    /// A chunk of postings came before the vocabulary, without which it cannot be read.
    NoVocabulary,
}

impl From<&'static str> for LoadError {
    /// Damage, named by the invalid part.
    fn from(part: &'static str) -> Self {
        Self::Damaged(part)
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::BadMagic => f.write_str("this is not a compiled briefing"),
            Self::Version(version) => write!(
                f,
                "this briefing was compiled in format {version}, and only format {FORMAT_VERSION} can be read here"
            ),
            Self::Length => f.write_str("the compiled briefing is cut off, or something stands after it"),
            Self::Damaged(what) => write!(f, "the compiled briefing is damaged: {what}"),
            Self::OtherChunk => f.write_str("this part of the briefing is damaged, or of another edition"),
            Self::NoVocabulary => f.write_str("this part of the index came before the terms of the index"),
        }
    }
}

impl std::error::Error for LoadError {}

/// Loads a briefing from its compiled format. Strings and postings are borrowed; every reference and span is validated
/// here, so that no later code has to.
///
/// # Errors
/// A [`LoadError`] where the bytes are not a valid briefing; there is no partial briefing. Chunks that are not among
/// the bytes are added by [`Briefing::add_chunk`].
pub fn load(bytes: &[u8]) -> Result<Briefing<'_>, LoadError> {
    let body = body(bytes, FORMAT_VERSION)?;
    let mut reader = Reader::new(body);
    let mut briefing = decode::briefing(&mut reader).ok_or("its values cannot be read")?;
    if !reader.is_at_end() {
        return Err("something stands after its last value".into());
    }
    take_apart(&mut briefing)?;
    for id in briefing.chunks.ids() {
        if let Location::Core(bytes) = briefing.chunks.list[id.index()].location {
            briefing.add_content(id, bytes)?;
        }
    }
    Ok(briefing)
}

/// What follows the header of a compiled briefing of a version.
pub(crate) fn body(bytes: &[u8], wanted: u16) -> Result<&[u8], LoadError> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(LoadError::BadMagic)?;
    let (version, rest) = rest.split_first_chunk().ok_or(LoadError::Length)?;
    let version = u16::from_le_bytes(*version);
    if version != wanted {
        return Err(LoadError::Version(version));
    }
    let (length, body) = rest.split_first_chunk().ok_or(LoadError::Length)?;
    if u32::from_le_bytes(*length) as usize != body.len() {
        return Err(LoadError::Length);
    }
    Ok(body)
}

/// Prepares texts and terms for the chunks that they are in: each text has to be in one, and the terms as well.
fn take_apart(briefing: &mut Briefing<'_>) -> Result<(), LoadError> {
    let Chunks { list, alias_documents, .. } = &briefing.chunks;
    let mut texts = vec![None; briefing.documents.len()];
    let mut vocabulary = None;
    let (mut postings, mut frequencies) = (Vec::new(), Vec::new());
    for (chunk, id) in list.iter().zip(briefing.chunks.ids()) {
        match &chunk.content {
            ChunkContent::Texts(documents) => {
                for document in documents {
                    let seen = texts.get_mut(document.index()).ok_or("a document of a chunk")?;
                    if seen.replace(id).is_some() {
                        return Err("a text in two chunks".into());
                    }
                }
            }
            ChunkContent::Vocabulary => {
                if vocabulary.replace(id).is_some() {
                    return Err("the terms in two chunks".into());
                }
            }
            ChunkContent::Postings => postings.push((
                id,
                match &chunk.location {
                    Location::Core(bytes) => bytes.len(),
                    Location::File(file) => file.size as usize,
                },
            )),
            ChunkContent::Frequencies => frequencies.push(id),
        }
    }
    let aliases = briefing.actors.iter().map(|actor| actor.aliases.len()).sum::<usize>();
    let are_aliases = alias_documents.is_empty() || alias_documents.len() == aliases;
    let vocabulary = vocabulary.ok_or("no chunk of terms")?;
    if !are_aliases || alias_documents.iter().any(|id| id.index() >= texts.len()) {
        return Err("the documents of aliases".into());
    }
    briefing.chunks.of_documents = texts.into_iter().collect::<Option<_>>().ok_or("a text in no chunk")?;
    if !frequencies.is_empty() && frequencies.len() != postings.len() {
        return Err("the frequencies of the index".into());
    }
    let frequencies = frequencies.into_iter().map(Some).chain(std::iter::repeat(None));
    let postings = postings.into_iter().zip(frequencies).map(|((id, length), counted)| (id, length, counted));
    briefing.index.terms = Terms::unloaded(vocabulary, postings);
    Ok(())
}

impl<'a> Briefing<'a> {
    /// Adds a chunk that was loaded from its file. Its digest is verified by whoever loads it. Adding a chunk again
    /// changes nothing.
    ///
    /// # Errors
    /// A [`LoadError`] where the bytes are not those of the chunk; the briefing is as it was before.
    pub fn add_chunk(&self, id: ChunkId, bytes: &'a [u8]) -> Result<(), LoadError> {
        let chunk = self.chunks.list.get(id.index()).ok_or(LoadError::OtherChunk)?;
        if !chunk.file().is_some_and(|file| file.is_of(bytes)) {
            return Err(LoadError::OtherChunk);
        }
        self.add_content(id, bytes)
    }

    /// Whether everything in a chunk is loaded.
    pub fn has_chunk(&self, id: ChunkId) -> bool {
        match self.chunks.list.get(id.index()).map(|chunk| &chunk.content) {
            Some(ChunkContent::Texts(documents)) => documents.iter().all(|&id| self.document(id).has_text()),
            Some(_) => self.index.terms.is_loaded(id),
            None => false,
        }
    }

    fn add_content(&self, id: ChunkId, bytes: &'a [u8]) -> Result<(), LoadError> {
        let terms = &self.index.terms;
        match &self.chunks.list[id.index()].content {
            ChunkContent::Texts(documents) => {
                let texts = self.texts(documents, bytes).ok_or("the texts of documents")?;
                // Not before all are valid: a chunk is added whole or not at all.
                documents.iter().zip(texts).for_each(|(&id, text)| self.document(id).text.set(text));
                Ok(())
            }
            ChunkContent::Vocabulary => Ok(terms.add_vocabulary(bytes)?),
            ChunkContent::Postings if terms.missing_vocabulary().is_some() => Err(LoadError::NoVocabulary),
            ChunkContent::Postings => Ok(terms.add_postings(id, bytes, |list| self.is_valid(list))?),
            ChunkContent::Frequencies => Ok(terms.add_frequencies(id, bytes)?),
        }
    }

    /// The texts of a chunk; `None` where they are damaged.
    fn texts(&self, documents: &[DocumentId], bytes: &'a [u8]) -> Option<Vec<DocumentText<'a>>> {
        let mut reader = Reader::new(bytes);
        let mut texts = Vec::with_capacity(documents.len());
        let mut read = reader.texts(documents.len())?;
        let provenance = Provenance::read(&mut reader, documents.len())?;
        for (&id, provenance) in documents.iter().zip(provenance) {
            let statements = self.statements_of(id);
            let text = DocumentText::read(read.next(), provenance, statements.len(), &mut reader)?;
            for (index, id) in statements.enumerate() {
                let statement = self.statement(id);
                if statement.paragraph != text.paragraph(index) || statement.lengths != text.lengths(index) {
                    return None;
                }
            }
            texts.push(text);
        }
        reader.is_at_end().then_some(texts)
    }

    /// Whether a list decodes to its last byte and has only ids of existing statements.
    fn is_valid(&self, list: Postings<'_>) -> bool {
        let mut next = 0;
        let mut length = 0;
        for id in list {
            if id.index() >= self.statements.len() {
                return false;
            }
            // The length that `encode` would have written: one byte for each started group of seven bits.
            let gap = id.0 - next;
            length += 1 + (gap | 1).ilog2() as usize / 7;
            next = id.0 + 1;
        }
        length == list.encoded_len()
    }
}
