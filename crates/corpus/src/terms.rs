//! The terms of the index and their postings, read in place: the vocabulary is one part of the compiled form, and the
//! postings are one or more, each of which may be loaded later than the rest.
//!
//! The vocabulary is the number of terms (LEB128), then for each term, in byte order, the length of its UTF-8 (LEB128),
//! its UTF-8, and the length of its encoded postings (LEB128); then the [`Families`]. The postings of all terms follow
//! each other in the same order. They are divided into blocks between terms, so that the length of the blocks alone
//! says where the postings of a term are. The [frequencies](crate::frequencies) of each block are a part of their own,
//! which only ranking needs.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use crate::frequencies::Occurrences;
use crate::id::ChunkId;
#[cfg(feature = "write")]
use crate::leb128::write_number;
use crate::postings::{Families, Postings};
use crate::vocabulary::{Entry, Vocabulary};

pub use crate::vocabulary::Walk;

/// The terms of an index.
#[derive(Clone, Default, PartialEq)]
pub struct Terms<'a> {
    /// The chunk of the vocabulary, and the vocabulary once it is loaded.
    vocabulary: Part<Vocabulary<'a>>,
    /// The postings, in the order of the terms.
    blocks: Vec<Block<'a>>,
}

/// A part of the compiled form that may be loaded later.
#[derive(Clone, Debug, PartialEq)]
struct Part<T, C = ChunkId> {
    chunk: C,
    content: OnceLock<T>,
}

impl<T, C> Part<T, C> {
    const fn unloaded(chunk: C) -> Self {
        Part { chunk, content: OnceLock::new() }
    }

    #[cfg(feature = "write")]
    fn loaded(chunk: C, content: T) -> Self {
        Part { chunk, content: OnceLock::from(content) }
    }
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Part::unloaded(ChunkId(0))
    }
}

/// A block of postings.
#[derive(Clone, Debug, PartialEq)]
struct Block<'a> {
    /// Offset after its last byte among all postings.
    end: usize,
    part: Part<Cow<'a, [u8]>>,
    /// The frequencies; without a chunk they are counted when they are needed.
    frequencies: Part<Cow<'a, [u8]>, Option<ChunkId>>,
}

impl<'a> Terms<'a> {
    /// Terms that are all loaded, but for the frequencies.
    #[cfg(feature = "write")]
    fn whole(vocabulary: Vocabulary<'a>, postings: Cow<'a, [u8]>) -> Self {
        let (end, part) = (postings.len(), Part::loaded(ChunkId(0), postings));
        let block = Block { end, part, frequencies: Part::unloaded(None) };
        Terms { vocabulary: Part::loaded(ChunkId(0), vocabulary), blocks: vec![block] }
    }

    /// Terms of which nothing is loaded: the chunk of the vocabulary, and each chunk of postings with its length and
    /// the chunk of its frequencies, if there is one.
    pub(crate) fn unloaded(
        vocabulary: ChunkId,
        postings: impl IntoIterator<Item = (ChunkId, usize, Option<ChunkId>)>,
    ) -> Self {
        let mut end = 0;
        let block = |(chunk, length, frequencies)| {
            end += length;
            Block { end, part: Part::unloaded(chunk), frequencies: Part::unloaded(frequencies) }
        };
        let blocks = postings.into_iter().map(block).collect();
        Terms { vocabulary: Part::unloaded(vocabulary), blocks }
    }

    /// The chunk with the vocabulary, where it is not loaded; until then no other method finds a term.
    pub fn missing_vocabulary(&self) -> Option<ChunkId> {
        self.vocabulary.content.get().is_none().then_some(self.vocabulary.chunk)
    }

    /// The number of terms.
    pub fn len(&self) -> usize {
        self.vocabulary.content.get().map_or(0, |vocabulary| vocabulary.len)
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All terms, in byte order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.vocabulary.content.get().into_iter().flat_map(|vocabulary| vocabulary.from(0)).map(|entry| entry.term)
    }

    /// The terms from an index on, as a walk that skips.
    pub fn walk(&self, from: usize) -> Walk<'_> {
        self.vocabulary.content.get().map(|vocabulary| vocabulary.walk(from)).unwrap_or_default()
    }

    /// The term with an index.
    pub fn get(&self, index: usize) -> Option<&str> {
        Some(self.entry(index)?.term)
    }

    /// The length of the encoded postings of a term, which grows with the number of its statements.
    pub fn frequency(&self, index: usize) -> usize {
        self.entry(index).map_or(0, |entry| entry.postings.len())
    }

    /// The index of a term.
    pub fn index_of(&self, term: &str) -> Option<usize> {
        let index = self.partition_point(|other| other < term);
        (self.get(index) == Some(term)).then_some(index)
    }

    /// The indexes of the terms with a prefix.
    pub fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let is_after =
            |other: &str| other.as_bytes().get(..prefix.len()).unwrap_or(other.as_bytes()) > prefix.as_bytes();
        self.partition_point(|other| other < prefix)..self.partition_point(|other| !is_after(other))
    }

    /// The postings of a term; none for an index that no term has.
    ///
    /// # Errors
    /// The chunk that they are in, where it is not loaded.
    pub fn postings(&self, index: usize) -> Result<Postings<'_>, ChunkId> {
        self.entry(index).map_or_else(|| Ok(Postings::default()), |entry| self.list(entry.postings))
    }

    /// The occurrences of the terms in a range of indexes, in one walk: calls back with each term, or with the chunk
    /// that its postings or frequencies are in, where it is not loaded.
    pub fn visit_occurrences(
        &self,
        range: Range<usize>,
        mut visit: impl FnMut(&str, Result<Occurrences<'_>, ChunkId>),
    ) {
        let Some(vocabulary) = self.vocabulary.content.get() else { return };
        for entry in vocabulary.from(range.start).take(range.len()) {
            visit(entry.term, self.occurrences(entry.postings));
        }
    }

    /// Calls back with each term in a range of indexes and its [`postings`](Self::postings), in one walk.
    pub fn visit<'s>(&'s self, range: Range<usize>, mut visit: impl FnMut(&'s str, Result<Postings<'s>, ChunkId>)) {
        let Some(vocabulary) = self.vocabulary.content.get() else { return };
        for entry in vocabulary.from(range.start).take(range.len()) {
            visit(entry.term, self.list(entry.postings));
        }
    }

    /// The block with a range of all postings, and that range within it.
    fn block(&self, Range { start, end }: Range<usize>) -> Option<(&Block<'a>, Range<usize>)> {
        let block = self.blocks.partition_point(|block| block.end <= start);
        let begin = self.begin(block);
        Some((self.blocks.get(block)?, start - begin..end - begin))
    }

    /// The offset of a block among all postings.
    fn begin(&self, block: usize) -> usize {
        block.checked_sub(1).map_or(0, |before| self.blocks[before].end)
    }

    fn list(&self, range: Range<usize>) -> Result<Postings<'_>, ChunkId> {
        let Some((block, range)) = self.block(range) else { return Ok(Postings::default()) };
        let bytes = block.part.content.get().ok_or(block.part.chunk)?;
        Ok(Postings::new(bytes.get(range).unwrap_or_default()))
    }

    fn occurrences(&self, range: Range<usize>) -> Result<Occurrences<'_>, ChunkId> {
        let postings = self.list(range.clone())?;
        let frequencies = self.block(range).map(|(block, range)| {
            let bytes = block.frequencies.content.get().map(|bytes| bytes.get(range).unwrap_or_default());
            bytes.ok_or(block.frequencies.chunk)
        });
        match frequencies {
            Some(Ok(frequencies)) => Ok(Occurrences::new(postings, frequencies)),
            Some(Err(Some(chunk))) => Err(chunk),
            Some(Err(None)) | None => Ok(Occurrences::new(postings, &[])),
        }
    }

    /// Whether there are frequencies for all postings, loaded or not.
    pub(crate) fn have_frequencies(&self) -> bool {
        let have = |block: &Block<'_>| block.frequencies.chunk.is_some() || block.frequencies.content.get().is_some();
        self.blocks.iter().all(have)
    }

    /// Sets the frequencies of all postings, where there are none.
    pub(crate) fn set_frequencies(&self, frequencies: &[u8]) {
        for (index, block) in self.blocks.iter().enumerate() {
            let own = frequencies.get(self.begin(index)..block.end).unwrap_or_default();
            // What is loaded stays.
            let _ = block.frequencies.content.set(Cow::Owned(own.to_vec()));
        }
    }

    /// The families of the terms.
    pub fn families(&self) -> Families<'_> {
        Families::new(self.vocabulary.content.get().map_or(&[], Vocabulary::families))
    }

    /// The chunks that are not loaded: the vocabulary first, the frequencies last.
    pub fn missing(&self) -> impl Iterator<Item = ChunkId> {
        let blocks = self.blocks.iter().filter(|block| block.part.content.get().is_none());
        let uncounted = self.blocks.iter().filter(|block| block.frequencies.content.get().is_none());
        let uncounted = uncounted.filter_map(|block| block.frequencies.chunk);
        self.missing_vocabulary().into_iter().chain(blocks.map(|block| block.part.chunk)).chain(uncounted)
    }

    /// Whether a chunk of these terms is loaded.
    pub(crate) fn is_loaded(&self, chunk: ChunkId) -> bool {
        self.missing().all(|missing| missing != chunk)
    }

    /// Adds the vocabulary. Says what is wrong with the bytes, if anything.
    pub(crate) fn add_vocabulary(&self, bytes: &'a [u8]) -> Result<(), &'static str> {
        let vocabulary = Vocabulary::read(Cow::Borrowed(bytes)).ok_or("the terms of the index")?;
        let end = self.blocks.last().map_or(0, |block| block.end);
        if vocabulary.postings != end {
            return Err("the length of the index");
        }
        // A second time changes nothing.
        let _ = self.vocabulary.content.set(vocabulary);
        Ok(())
    }

    /// Adds a block of postings, each list of which has to pass a test. Says what is wrong with the bytes, if anything.
    pub(crate) fn add_postings(
        &self,
        chunk: ChunkId,
        bytes: &'a [u8],
        is_valid: impl Fn(Postings<'_>) -> bool,
    ) -> Result<(), &'static str> {
        let vocabulary = self.vocabulary.content.get().ok_or("the terms of the index are missing")?;
        let position = self.blocks.iter().position(|block| block.part.chunk == chunk).ok_or("the list of chunks")?;
        let begin = self.begin(position);
        let block = &self.blocks[position];
        if bytes.len() != block.end - begin {
            return Err("the length of the index");
        }
        let mut next = begin;
        for Entry { postings: Range { start, end }, .. } in vocabulary.from(vocabulary.first_at(begin)) {
            if start >= block.end {
                break;
            }
            let list = bytes.get(start - begin..end - begin).filter(|_| start == next);
            if !list.is_some_and(|list| is_valid(Postings::new(list))) {
                return Err("a list of the index");
            }
            next = end;
        }
        if next != block.end {
            return Err("a list of the index");
        }
        let _ = block.part.content.set(Cow::Borrowed(bytes));
        Ok(())
    }

    /// Adds the frequencies of a block of postings. Says what is wrong with the bytes, if anything.
    pub(crate) fn add_frequencies(&self, chunk: ChunkId, bytes: &'a [u8]) -> Result<(), &'static str> {
        let position = self.blocks.iter().position(|block| block.frequencies.chunk == Some(chunk));
        let position = position.ok_or("the list of chunks")?;
        let block = &self.blocks[position];
        if bytes.len() != block.end - self.begin(position) {
            return Err("the length of the frequencies");
        }
        let _ = block.frequencies.content.set(Cow::Borrowed(bytes));
        Ok(())
    }

    fn entry(&self, index: usize) -> Option<Entry<'_>> {
        self.vocabulary.content.get()?.entry(index)
    }

    fn partition_point(&self, is_before: impl Fn(&str) -> bool) -> usize {
        self.vocabulary.content.get().map_or(0, |vocabulary| vocabulary.partition_point(is_before))
    }
}

/// The encoded vocabulary of terms in byte order, and their postings one after the other.
#[cfg(feature = "write")]
fn encode<'t>(
    terms: impl ExactSizeIterator<Item = (&'t str, Postings<'t>)>,
    families: Families<'_>,
) -> (Vec<u8>, Vec<u8>) {
    let (mut vocabulary, mut postings) = (Vec::new(), Vec::new());
    write_number(terms.len(), &mut vocabulary);
    for (term, list) in terms {
        write_number(term.len(), &mut vocabulary);
        vocabulary.extend_from_slice(term.as_bytes());
        write_number(list.as_bytes().len(), &mut vocabulary);
        postings.extend_from_slice(list.as_bytes());
    }
    vocabulary.extend_from_slice(families.as_bytes());
    (vocabulary, postings)
}

#[cfg(feature = "write")]
impl Terms<'_> {
    fn loaded_postings(&self, index: usize) -> Postings<'_> {
        self.postings(index).unwrap_or_default()
    }

    /// The frequencies of all postings, where they are loaded.
    pub(crate) fn loaded_frequencies(&self) -> Option<Vec<u8>> {
        let parts: Option<Vec<_>> = self.blocks.iter().map(|block| block.frequencies.content.get()).collect();
        Some(parts?.into_iter().flat_map(|part| part.iter().copied()).collect())
    }

    /// The encoded vocabulary with some families, and blocks of postings of at least `size` bytes, but for the last.
    /// All terms have to be loaded.
    pub(crate) fn encoded(&self, families: Families<'_>, size: usize) -> (Vec<u8>, Vec<Vec<u8>>) {
        let entries: Vec<_> =
            self.iter().enumerate().map(|(index, term)| (term, self.loaded_postings(index))).collect();
        let (vocabulary, postings) = encode(entries.iter().copied(), families);
        let mut blocks = Vec::new();
        let (mut begin, mut end) = (0, 0);
        for (_, list) in entries {
            end += list.encoded_len();
            if end - begin >= size {
                blocks.push(postings[begin..end].to_vec());
                begin = end;
            }
        }
        if begin < end || blocks.is_empty() {
            blocks.push(postings[begin..end].to_vec());
        }
        (vocabulary, blocks)
    }
}

/// The terms that are loaded, each with its postings or the chunk that they are in.
impl fmt::Debug for Terms<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().enumerate().map(|(index, term)| (term, self.postings(index)))).finish()
    }
}

/// Terms with their postings, in byte order of the terms.
#[cfg(feature = "write")]
impl<'a> TryFrom<Vec<(&'a str, Postings<'a>)>> for Terms<'a> {
    type Error = &'static str;

    fn try_from(terms: Vec<(&'a str, Postings<'a>)>) -> Result<Self, Self::Error> {
        let (vocabulary, postings) = encode(terms.into_iter(), Families::new(&[]));
        let vocabulary = Vocabulary::read(Cow::Owned(vocabulary)).ok_or("terms out of order")?;
        Ok(Terms::whole(vocabulary, Cow::Owned(postings)))
    }
}
