//! The terms of the index and their postings, read in place: the vocabulary is one part of the compiled form, and the
//! postings are one or more, each of which may be loaded later than the rest.
//!
//! The vocabulary is the number of terms (LEB128), then for each term, in byte order, the length of its UTF-8 (LEB128),
//! its UTF-8, and the length of its encoded postings (LEB128); then the [`Families`]. The postings of all terms follow
//! each other in the same order. They are divided into blocks between terms, so that the length of the blocks alone
//! says where the postings of a term are.
//!
//! Nothing is allocated for a term: every sixteenth is known by its offset, and the others are found by walking on.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use crate::id::ChunkId;
use crate::postings::{Families, Postings};

/// One term in so many is known by its offset.
const STRIDE: usize = 16;

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
struct Part<T> {
    chunk: ChunkId,
    content: OnceLock<T>,
}

impl<T> Default for Part<T> {
    fn default() -> Self {
        Part { chunk: ChunkId(0), content: OnceLock::new() }
    }
}

/// The terms themselves.
#[derive(Clone, Debug, PartialEq)]
struct Vocabulary<'a> {
    /// The encoded terms, without their number.
    bytes: Cow<'a, [u8]>,
    /// The number of terms.
    len: usize,
    /// The position of every sixteenth term.
    marks: Vec<Mark>,
    /// The length of all postings.
    postings: usize,
    /// The offset of the families.
    families: usize,
}

/// The position of a term.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    /// Offset in the encoded terms.
    at: u32,
    /// Offset of its postings among all postings.
    postings: u32,
}

/// A block of postings.
#[derive(Clone, Debug, PartialEq)]
struct Block<'a> {
    /// Offset after its last byte among all postings.
    end: usize,
    part: Part<Cow<'a, [u8]>>,
}

/// A term with the position of its postings among all postings.
struct Entry<'v> {
    term: &'v str,
    postings: Range<usize>,
}

impl<'a> Terms<'a> {
    /// Terms that are all loaded.
    #[cfg(feature = "write")]
    fn whole(vocabulary: Vocabulary<'a>, postings: Cow<'a, [u8]>) -> Self {
        let block = Block { end: postings.len(), part: Part { chunk: ChunkId(0), content: OnceLock::from(postings) } };
        Terms { vocabulary: Part { chunk: ChunkId(0), content: OnceLock::from(vocabulary) }, blocks: vec![block] }
    }

    /// Terms of which nothing is loaded: the chunk of the vocabulary, and each chunk of postings with its length.
    pub(crate) fn unloaded(vocabulary: ChunkId, postings: impl IntoIterator<Item = (ChunkId, usize)>) -> Self {
        let mut end = 0;
        let block = |(chunk, length): (ChunkId, usize)| {
            end += length;
            Block { end, part: Part { chunk, content: OnceLock::new() } }
        };
        let blocks = postings.into_iter().map(block).collect();
        Terms { vocabulary: Part { chunk: vocabulary, content: OnceLock::new() }, blocks }
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

    /// Calls back with each term in a range of indexes and its [`postings`](Self::postings), in one walk.
    pub fn visit(&self, range: Range<usize>, mut visit: impl FnMut(&str, Result<Postings<'_>, ChunkId>)) {
        let Some(vocabulary) = self.vocabulary.content.get() else { return };
        for entry in vocabulary.from(range.start).take(range.len()) {
            visit(entry.term, self.list(entry.postings));
        }
    }

    fn list(&self, Range { start, end }: Range<usize>) -> Result<Postings<'_>, ChunkId> {
        let block = self.blocks.partition_point(|block| block.end <= start);
        let begin = block.checked_sub(1).map_or(0, |before| self.blocks[before].end);
        let Some(block) = self.blocks.get(block) else { return Ok(Postings::default()) };
        let bytes = block.part.content.get().ok_or(block.part.chunk)?;
        Ok(Postings::new(bytes.get(start - begin..end - begin).unwrap_or_default()))
    }

    /// The families of the terms.
    pub fn families(&self) -> Families<'_> {
        let vocabulary = self.vocabulary.content.get();
        Families::new(vocabulary.map_or(&[], |vocabulary| &vocabulary.bytes[vocabulary.families..]))
    }

    /// The chunks that are not loaded, the vocabulary first.
    pub fn missing(&self) -> impl Iterator<Item = ChunkId> {
        let blocks = self.blocks.iter().filter(|block| block.part.content.get().is_none());
        self.missing_vocabulary().into_iter().chain(blocks.map(|block| block.part.chunk))
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
        let begin = position.checked_sub(1).map_or(0, |before| self.blocks[before].end);
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

    fn entry(&self, index: usize) -> Option<Entry<'_>> {
        let vocabulary = self.vocabulary.content.get()?;
        vocabulary.from(index / STRIDE * STRIDE).nth(index % STRIDE)
    }

    /// The index of the first term for which `is_before` does not hold.
    fn partition_point(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let Some(vocabulary) = self.vocabulary.content.get() else { return 0 };
        let (mut low, mut high) = (0, vocabulary.marks.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if vocabulary.from(middle * STRIDE).next().is_some_and(|entry| is_before(entry.term)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let begin = low.saturating_sub(1) * STRIDE;
        begin + vocabulary.from(begin).take(STRIDE).take_while(|entry| is_before(entry.term)).count()
    }
}

impl<'a> Vocabulary<'a> {
    /// Reads an encoded vocabulary; `None` where it is not one.
    fn read(bytes: Cow<'a, [u8]>) -> Option<Self> {
        let mut rest = &bytes[..];
        let len = read_number(&mut rest)?;
        let begin = bytes.len() - rest.len();
        let mut marks = Vec::new();
        let mut postings = 0usize;
        let mut last = None;
        for index in 0..len {
            if index % STRIDE == 0 {
                let at = u32::try_from(bytes.len() - begin - rest.len()).ok()?;
                marks.push(Mark { at, postings: u32::try_from(postings).ok()? });
            }
            let length = read_number(&mut rest)?;
            let (term, after) = rest.split_at_checked(length)?;
            rest = after;
            let term = std::str::from_utf8(term).ok()?;
            if last.is_some_and(|last: &str| last.cmp(term) != Ordering::Less) {
                return None;
            }
            last = Some(term);
            postings = postings.checked_add(read_number(&mut rest)?)?;
        }
        let families = bytes.len() - begin - rest.len();
        let bytes = match bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[begin..]),
            Cow::Owned(bytes) => Cow::Owned(bytes[begin..].to_vec()),
        };
        Some(Vocabulary { bytes, len, marks, postings, families })
    }

    /// The terms from an index on.
    fn from(&self, index: usize) -> impl Iterator<Item = Entry<'_>> {
        let mark = self.marks.get(index / STRIDE);
        let mut postings = mark.map_or(0, |mark| mark.postings as usize);
        let mut rest = mark.map_or(&[][..], |mark| &self.bytes[mark.at as usize..self.families]);
        std::iter::from_fn(move || {
            let length = read_number(&mut rest)?;
            let (term, after) = rest.split_at_checked(length)?;
            rest = after;
            let start = postings;
            postings += read_number(&mut rest)?;
            Some(Entry { term: std::str::from_utf8(term).ok()?, postings: start..postings })
        })
        .skip(index % STRIDE)
    }

    /// The index of the first term whose postings begin at an offset.
    fn first_at(&self, offset: usize) -> usize {
        let mark = self.marks.partition_point(|mark| (mark.postings as usize) < offset).saturating_sub(1);
        let begin = mark * STRIDE;
        begin + self.from(begin).take_while(|entry| entry.postings.start < offset).count()
    }
}

/// Reads an unsigned number of at most 32 bits in LEB128.
pub(crate) fn read_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0u64;
    for (index, &byte) in bytes.iter().take(5).enumerate() {
        number |= u64::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            *bytes = &bytes[index + 1..];
            return u32::try_from(number).ok().map(|number| number as usize);
        }
    }
    None
}

/// Writes an unsigned number in LEB128.
#[cfg(feature = "write")]
pub(crate) fn write_number(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
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
