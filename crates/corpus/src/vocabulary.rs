//! The vocabulary of the index, read in place: its terms, each with the position of its postings.
//!
//! [`terms`](crate::terms) documents the encoding. Nothing is allocated for a term: every sixteenth is known by its
//! offset, and the others are found by walking on.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use crate::leb128::read_number;

/// One term in so many is known by its offset.
const STRIDE: usize = 16;

/// The terms themselves.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Vocabulary<'a> {
    /// The encoded terms, without their number.
    bytes: Cow<'a, [u8]>,
    /// The number of terms.
    pub(crate) len: usize,
    /// The position of every sixteenth term.
    marks: Vec<Mark>,
    /// The length of all postings.
    pub(crate) postings: usize,
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

/// A term with the position of its postings among all postings.
pub(crate) struct Entry<'v> {
    pub(crate) term: &'v str,
    pub(crate) postings: Range<usize>,
}

impl<'a> Vocabulary<'a> {
    /// Reads an encoded vocabulary; `None` where it is not one.
    pub(crate) fn read(bytes: Cow<'a, [u8]>) -> Option<Self> {
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
    pub(crate) fn from(&self, index: usize) -> impl Iterator<Item = Entry<'_>> {
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
    pub(crate) fn first_at(&self, offset: usize) -> usize {
        let mark = self.marks.partition_point(|mark| (mark.postings as usize) < offset).saturating_sub(1);
        let begin = mark * STRIDE;
        begin + self.from(begin).take_while(|entry| entry.postings.start < offset).count()
    }
    /// The term with an index.
    pub(crate) fn entry(&self, index: usize) -> Option<Entry<'_>> {
        self.from(index / STRIDE * STRIDE).nth(index % STRIDE)
    }

    /// The index of the first term for which `is_before` does not hold.
    pub(crate) fn partition_point(&self, is_before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.marks.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.from(middle * STRIDE).next().is_some_and(|entry| is_before(entry.term)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let begin = low.saturating_sub(1) * STRIDE;
        begin + self.from(begin).take(STRIDE).take_while(|entry| is_before(entry.term)).count()
    }

    /// The terms from an index on, as a walk that skips.
    pub(crate) fn walk(&self, from: usize) -> Walk<'_> {
        let mark = self.marks.get(from / STRIDE);
        let rest = mark.map_or(&[][..], |mark| &self.bytes[mark.at as usize..self.families]);
        let mut walk = Walk { rest, next: from / STRIDE * STRIDE };
        while walk.next < from && walk.take().is_some() {}
        walk
    }

    /// The encoded families of the terms.
    pub(crate) fn families(&self) -> &[u8] {
        &self.bytes[self.families..]
    }
}

/// A walk through terms in byte order.
#[derive(Clone, Debug, Default)]
pub struct Walk<'v> {
    rest: &'v [u8],
    /// The index of the next term.
    next: usize,
}

impl<'v> Walk<'v> {
    fn take(&mut self) -> Option<&'v [u8]> {
        let length = read_number(&mut self.rest)?;
        let (term, after) = self.rest.split_at_checked(length)?;
        self.rest = after;
        read_number(&mut self.rest)?;
        self.next += 1;
        Some(term)
    }

    /// The next term, with its index, that does not begin with a prefix; the next of all where there is none.
    pub fn next_without(&mut self, prefix: Option<&str>) -> Option<(usize, &'v str)> {
        loop {
            let term = self.take()?;
            if prefix.is_none_or(|prefix| !term.starts_with(prefix.as_bytes())) {
                return Some((self.next - 1, std::str::from_utf8(term).ok()?));
            }
        }
    }
}
