//! How often a term occurs in the fields of a statement, by which results are ranked.
//!
//! The frequencies of a block of postings have the same length as the block: at the offset of the last byte of each
//! statement's id is a byte with the frequencies in that statement, all other bytes are zero. So the position of a list
//! is that of its postings, and the zeros cost next to nothing once they are compressed.

use crate::id::StatementId;
use crate::postings::{Iter, Postings};

/// A searchable part of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What is said or done.
    Content,
    /// The words that attribute it.
    Cue,
    /// The names of its actors: an actor counts once for each of its roles, whichever of its names has the term.
    Names,
    /// The title of its document.
    Title,
}

impl Field {
    /// All fields.
    pub const ALL: [Field; 4] = [Field::Content, Field::Cue, Field::Names, Field::Title];
}

/// The frequencies of a term in the fields of a statement, two bits a field: three stands for three and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Frequencies(pub(crate) u8);

impl Frequencies {
    /// Once in the content, and nowhere else.
    pub const ONCE: Frequencies = Frequencies(1);

    /// The largest number that a field can have.
    const MAX: usize = 3;

    /// The frequency in a field.
    pub const fn of(self, field: Field) -> u8 {
        self.0 >> (2 * field as u8) & Self::MAX as u8
    }

    /// Raises the frequency in a field to a number, if it is less.
    pub const fn raise(&mut self, field: Field, number: usize) {
        let number = if number < Self::MAX { number as u8 } else { Self::MAX as u8 };
        let shift = 2 * field as u8;
        if self.of(field) < number {
            self.0 = self.0 & !((Self::MAX as u8) << shift) | number << shift;
        }
    }

    /// The larger of the frequencies in each field.
    #[must_use]
    pub fn max(self, other: Frequencies) -> Frequencies {
        let mut largest = self;
        for field in Field::ALL {
            largest.raise(field, other.of(field).into());
        }
        largest
    }
}

/// The statements of a term, with the frequencies of the term in each: the iterator over a postings list and the
/// frequencies that belong to it.
#[derive(Clone, Debug)]
pub struct Occurrences<'a> {
    postings: Iter<'a>,
    frequencies: &'a [u8],
}

impl<'a> Occurrences<'a> {
    /// The occurrences of a postings list; `frequencies` are of the same length as its encoded form.
    pub(crate) const fn new(postings: Postings<'a>, frequencies: &'a [u8]) -> Self {
        Occurrences { postings: postings.iter(), frequencies }
    }
}

impl Iterator for Occurrences<'_> {
    type Item = (StatementId, Frequencies);

    fn next(&mut self) -> Option<Self::Item> {
        let id = self.postings.next()?;
        let end = self.frequencies.len().checked_sub(self.postings.remaining());
        let byte = end.and_then(|end| self.frequencies.get(end.checked_sub(1)?)).copied();
        Some((id, Frequencies(byte.unwrap_or_default())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postings::encode;

    #[test]
    fn a_field_has_a_number_up_to_three_of_its_own() {
        let mut frequencies = Frequencies::default();
        for (number, field) in (1..).zip(Field::ALL) {
            frequencies.raise(field, number);
        }
        assert_eq!(Field::ALL.map(|field| frequencies.of(field)), [1, 2, 3, 3]);
        frequencies.raise(Field::Cue, 1);
        assert_eq!(frequencies.of(Field::Cue), 2, "it is never lowered");
        let other = Frequencies(0b00_00_01_11);
        assert_eq!(Field::ALL.map(|field| frequencies.max(other).of(field)), [3, 2, 3, 3]);
        assert_eq!(Field::ALL.map(|field| Frequencies::ONCE.of(field)), [1, 0, 0, 0]);
    }

    #[test]
    fn each_statement_has_the_byte_at_the_end_of_its_id() {
        let ids = [0, 1, 200, 70_000].map(StatementId);
        let postings = encode(ids);
        assert_eq!(postings.len(), 1 + 1 + 2 + 3);
        let frequencies = [1, 2, 0, 3, 0, 0, 4];
        let read: Vec<_> = Occurrences::new(Postings::new(&postings), &frequencies).collect();
        assert_eq!(read, ids.into_iter().zip([1, 2, 3, 4].map(Frequencies)).collect::<Vec<_>>());
    }

    #[test]
    fn frequencies_of_another_length_are_read_as_none_or_others_but_do_not_fail() {
        let postings = encode([0, 1, 200].map(StatementId));
        for length in 0..8 {
            assert_eq!(Occurrences::new(Postings::new(&postings), &vec![0; length]).count(), 3);
        }
    }
}
