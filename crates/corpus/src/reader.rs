//! The reader of columns: numbers, and texts that are borrowed from the bytes. Columns are read in place, and nothing
//! is allocated for them.
//!
//! - A *number* is an unsigned integer of at most 32 bits in LEB128 (DWARF 5, section 7.6). A signed one is mapped to
//!   an unsigned one by [`signed`].
//! - A *column* is so many numbers, one after the other. How many is known from what was read before.
//! - A *column of texts* is the column of their lengths in bytes, and then their UTF-8 without anything in between. In
//!   one of optional texts each length is increased by one, and 0 is no text.

use crate::leb128::read_number;

/// A position in bytes. Each method is `None` where the bytes are not what it reads.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

/// A column of numbers; an iterator without an end, after the last one of zeros.
#[derive(Clone, Copy, Default)]
pub(crate) struct Column<'a>(&'a [u8]);

/// A column of texts; an iterator without an end, after the last one of empty texts.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'a> {
    lengths: Column<'a>,
    all: &'a str,
}

impl<'a> Reader<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Reader { rest: bytes }
    }

    pub const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn number(&mut self) -> Option<usize> {
        read_number(&mut self.rest)
    }

    /// A number of entries, each of which takes a byte or more.
    pub fn count(&mut self) -> Option<usize> {
        self.number().filter(|&count| count <= self.rest.len())
    }

    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    /// A column of numbers.
    pub fn column(&mut self, length: usize) -> Option<Column<'a>> {
        self.column_below(length, usize::MAX)
    }

    /// A column of numbers below a limit.
    #[inline(never)]
    pub fn column_below(&mut self, length: usize, limit: usize) -> Option<Column<'a>> {
        let begin = self.rest;
        for _ in 0..length {
            if self.number()? >= limit {
                return None;
            }
        }
        Some(Column(&begin[..begin.len() - self.rest.len()]))
    }

    /// A column of lengths, and their sum.
    pub fn lengths(&mut self, length: usize) -> Option<(Column<'a>, usize)> {
        let lengths = self.column(length)?;
        Some((lengths, lengths.sum(0)?))
    }

    /// A text after its length.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    /// A column of texts.
    pub fn texts(&mut self, length: usize) -> Option<Texts<'a>> {
        self.texts_less(length, 0)
    }

    /// A column of optional texts.
    pub fn optional_texts(&mut self, length: usize) -> Option<Texts<'a>> {
        self.texts_less(length, 1)
    }

    /// A column of texts whose lengths are increased by a number.
    fn texts_less(&mut self, length: usize, increase: u32) -> Option<Texts<'a>> {
        let lengths = self.column(length)?;
        let bytes = self.bytes(lengths.sum(increase)?)?;
        let all = std::str::from_utf8(bytes).ok()?;
        let (mut ends, mut end) = (lengths, 0);
        for _ in 0..length {
            end += ends.next().saturating_sub(increase) as usize;
            if !all.is_char_boundary(end) {
                return None;
            }
        }
        Some(Texts { lengths, all })
    }
}

impl Column<'_> {
    /// The next number. Not inlined: the first view has a hundred calls of it.
    #[inline(never)]
    pub fn next(&mut self) -> u32 {
        match self.0 {
            // Most are short.
            [first @ 0..0x80, rest @ ..] => {
                self.0 = rest;
                u32::from(*first)
            }
            _ => read_number(&mut self.0).unwrap_or(0) as u32,
        }
    }

    /// The sum of the numbers that are left, each less so much; `None` where it has more than 32 bits.
    fn sum(mut self, less: u32) -> Option<usize> {
        let mut sum = 0u32;
        while !self.0.is_empty() {
            sum = sum.checked_add(self.next().saturating_sub(less))?;
        }
        Some(sum as usize)
    }

    /// The next number, of which 0 stands for none and every other for the one below.
    pub fn next_optional<T>(&mut self, id: fn(u32) -> T) -> Option<T> {
        self.next().checked_sub(1).map(id)
    }
}

impl<'a> Texts<'a> {
    /// The next text.
    #[inline(never)]
    pub fn next(&mut self) -> &'a str {
        let length = self.lengths.next();
        self.take(length)
    }

    /// The next optional text.
    #[inline(never)]
    pub fn next_optional(&mut self) -> Option<&'a str> {
        let length = self.lengths.next().checked_sub(1)?;
        Some(self.take(length))
    }

    #[inline(never)]
    fn take(&mut self, length: u32) -> &'a str {
        let (text, rest) = self.all.split_at_checked(length as usize).unwrap_or_default();
        self.all = rest;
        text
    }

    /// The next texts.
    pub fn take_texts(&mut self, length: usize) -> Vec<&'a str> {
        let mut texts = Vec::with_capacity(length);
        for _ in 0..length {
            texts.push(self.next());
        }
        texts
    }
}

/// The signed number that a number stands for, zigzag: 0, -1, 1, -2, ...
pub(crate) const fn signed(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

/// Replaces a number by the one that differs from it by a [`signed`] difference.
pub(crate) fn advance(number: &mut u32, difference: u32) -> Option<u32> {
    *number = number.checked_add_signed(signed(difference))?;
    Some(*number)
}
