//! The reader of columns: numbers, and texts that are borrowed from the bytes. Every length is compared with what is
//! left before anything is allocated for it.
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

    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(bytes)
    }

    /// A column of numbers.
    pub fn column(&mut self, length: usize) -> Option<Vec<u32>> {
        // A number takes a byte or more.
        if length > self.rest.len() {
            return None;
        }
        let mut column = Vec::with_capacity(length);
        for _ in 0..length {
            column.push(self.number()? as u32);
        }
        Some(column)
    }

    /// A column of numbers below a limit.
    pub fn column_below(&mut self, length: usize, limit: usize) -> Option<Vec<u32>> {
        self.column(length).filter(|column| column.iter().all(|&number| (number as usize) < limit))
    }

    /// A column of numbers as lengths: the numbers and their sum.
    pub fn lengths(&mut self, length: usize) -> Option<(Vec<u32>, usize)> {
        let lengths = self.column(length)?;
        let sum = lengths.iter().try_fold(0u32, |sum, &length| sum.checked_add(length))?;
        Some((lengths, sum as usize))
    }

    /// A text after its length.
    pub fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    /// A column of texts.
    pub fn texts(&mut self, length: usize) -> Option<Vec<&'a str>> {
        let (lengths, sum) = self.lengths(length)?;
        let mut all = std::str::from_utf8(self.bytes(sum)?).ok()?;
        let mut texts = Vec::with_capacity(length);
        for length in lengths {
            let (text, rest) = all.split_at_checked(length as usize)?;
            all = rest;
            texts.push(text);
        }
        Some(texts)
    }

    /// A column of optional texts.
    pub fn optional_texts(&mut self, length: usize) -> Option<Vec<Option<&'a str>>> {
        let lengths = self.column(length)?;
        let sum = lengths.iter().try_fold(0u32, |sum, length| sum.checked_add(length.saturating_sub(1)))?;
        let mut all = std::str::from_utf8(self.bytes(sum as usize)?).ok()?;
        let mut texts = Vec::with_capacity(length);
        for length in lengths {
            let Some(length) = length.checked_sub(1) else {
                texts.push(None);
                continue;
            };
            let (text, rest) = all.split_at_checked(length as usize)?;
            all = rest;
            texts.push(Some(text));
        }
        Some(texts)
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
