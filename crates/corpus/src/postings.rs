//! Lists of statements and of terms, encoded.
//!
//! A [`Postings`] list stays encoded in the compiled bytes and is decoded while it is iterated, so that loading a large
//! corpus costs nothing for lists that are never read.

use crate::id::StatementId;

/// A postings list: ascending statement ids without repetition, delta encoded. Each id is written as its difference
/// from the id before (the first: from -1) minus one, in unsigned LEB128 (DWARF 5, section 7.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Postings<'a>(&'a [u8]);

impl<'a> Postings<'a> {
    /// Wraps an encoded list; see [`encode`]. Iteration ends at the first number that cannot be decoded.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Postings(bytes)
    }

    /// The statement ids, ascending.
    pub const fn iter(self) -> Iter<'a> {
        Iter { bytes: self.0, next: 0 }
    }

    /// Whether the list has no statement.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The encoded form.
    pub(crate) const fn as_bytes(self) -> &'a [u8] {
        self.0
    }

    /// Length of the encoded form, in bytes.
    pub const fn encoded_len(self) -> usize {
        self.0.len()
    }
}

impl<'a> IntoIterator for Postings<'a> {
    type Item = StatementId;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Iterator that decodes a [`Postings`] list.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    bytes: &'a [u8],
    next: u32,
}

impl Iter<'_> {
    /// The number of encoded bytes that were not read yet.
    pub(crate) const fn remaining(&self) -> usize {
        self.bytes.len()
    }
}

impl Iterator for Iter<'_> {
    type Item = StatementId;

    fn next(&mut self) -> Option<StatementId> {
        let mut gap = 0u32;
        for (position, &byte) in self.bytes.iter().enumerate().take(5) {
            gap |= u32::from(byte & 0x7f).checked_shl(7 * position as u32)?;
            if byte & 0x80 == 0 {
                let id = self.next.checked_add(gap)?;
                self.bytes = &self.bytes[position + 1..];
                self.next = id.checked_add(1)?;
                return Some(StatementId(id));
            }
        }
        self.bytes = &[];
        None
    }
}

/// Encodes ascending statement ids without repetition for [`Postings`].
pub fn encode(ascending: impl IntoIterator<Item = StatementId>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = 0;
    for StatementId(id) in ascending {
        debug_assert!(id >= next, "postings ascend");
        let mut gap = id - next;
        while gap >= 0x80 {
            bytes.push(gap as u8 | 0x80);
            gap >>= 7;
        }
        bytes.push(gap as u8);
        next = id + 1;
    }
    bytes
}

/// Word families: lists of terms that share a stem, as indexes into the terms of the index. Each list is its length in
/// LEB128, followed by the indexes, encoded like [`Postings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Families<'a>(&'a [u8]);

impl<'a> Families<'a> {
    /// Wraps encoded lists; see [`encode_families`]. Iteration ends at the first number that cannot be decoded, and an
    /// index may lie beyond the last term.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Families(bytes)
    }

    /// The encoded form.
    pub(crate) const fn as_bytes(self) -> &'a [u8] {
        self.0
    }

    /// The families, each as the ascending indexes of its terms.
    pub fn iter(self) -> impl Iterator<Item = impl Iterator<Item = usize> + Clone + use<'a>> + use<'a> {
        let mut numbers = Iter { bytes: self.0, next: 0 };
        std::iter::from_fn(move || {
            numbers.next = 0;
            let StatementId(count) = numbers.next()?;
            numbers.next = 0;
            let family = numbers.clone().take(count as usize).map(|StatementId(index)| index as usize);
            numbers.by_ref().take(count as usize).for_each(drop);
            Some(family)
        })
    }
}

impl Families<'_> {
    /// Calls back with each term of the families that a term is in. Families are in the order of their first terms, so
    /// that those after the term need not be read; what is read is decoded without an iterator for each, as a search
    /// reads tens of thousands of families for each of its words.
    pub fn visit_relatives(self, term: usize, mut relative: impl FnMut(usize)) {
        let mut rest = self.0;
        while let Some(count) = take_number(&mut rest) {
            let members = rest;
            let (mut next, mut is_in, mut first) = (0usize, false, 0);
            for position in 0..count {
                let Some(gap) = take_number(&mut rest) else { return };
                let member = next + gap as usize;
                is_in |= member == term;
                first = if position == 0 { member } else { first };
                next = member + 1;
            }
            if first > term {
                return;
            }
            if is_in {
                let numbers = Iter { bytes: members, next: 0 };
                numbers.take(count as usize).for_each(|StatementId(index)| relative(index as usize));
            }
        }
    }
}

/// Takes a number in LEB128 from the beginning of bytes; none where they end, or where it is too large.
fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let (&first, rest) = bytes.split_first()?;
    if first < 0x80 {
        *bytes = rest;
        return Some(first.into());
    }
    let mut numbers = Iter { bytes, next: 0 };
    let StatementId(number) = numbers.next()?;
    *bytes = numbers.bytes;
    Some(number)
}

/// Encodes lists of ascending term indexes for [`Families`].
pub fn encode_families(families: impl IntoIterator<Item = Vec<u32>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for family in families {
        bytes.extend(encode([StatementId(family.len() as u32)]));
        bytes.extend(encode(family.into_iter().map(StatementId)));
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn postings_round_trip(ids in proptest::collection::btree_set(any::<u32>().prop_map(|n| n / 2), 0..200)) {
            let ids: Vec<_> = ids.into_iter().map(StatementId).collect();
            let bytes = encode(ids.iter().copied());
            prop_assert_eq!(Postings::new(&bytes).iter().collect::<Vec<_>>(), ids);
        }

        #[test]
        fn any_bytes_decode_to_ascending_ids(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let ids: Vec<_> = Postings::new(&bytes).iter().collect();
            prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    proptest! {
        #[test]
        fn families_round_trip(
            families in proptest::collection::vec(proptest::collection::btree_set(0u32..100_000, 1..5), 0..20)
        ) {
            let families: Vec<Vec<u32>> = families.into_iter().map(|family| family.into_iter().collect()).collect();
            let bytes = encode_families(families.clone());
            let read: Vec<Vec<u32>> = Families::new(&bytes).iter().map(|family| family.map(|index| index as u32).collect()).collect();
            prop_assert_eq!(read, families);
        }

        #[test]
        fn relatives_are_the_terms_of_the_families_that_a_term_is_in(
            mut families in proptest::collection::vec(proptest::collection::btree_set(0u32..300, 1..5), 0..40),
            term in 0usize..300
        ) {
            families.sort();
            let families: Vec<Vec<u32>> = families.into_iter().map(|family| family.into_iter().collect()).collect();
            let bytes = encode_families(families);
            let expected: Vec<usize> =
                Families::new(&bytes).iter().filter(|family| family.clone().any(|own| own == term)).flatten().collect();
            let mut relatives = Vec::new();
            Families::new(&bytes).visit_relatives(term, |relative| relatives.push(relative));
            prop_assert_eq!(relatives, expected);
        }

        #[test]
        fn any_bytes_have_finitely_many_relatives(bytes in proptest::collection::vec(any::<u8>(), 0..64), term in 0usize..200) {
            let mut number = 0;
            Families::new(&bytes).visit_relatives(term, |_| number += 1);
            prop_assert!(number <= bytes.len());
        }

        #[test]
        fn any_bytes_decode_to_finitely_many_families(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert!(Families::new(&bytes).iter().map(Iterator::count).sum::<usize>() <= bytes.len());
        }
    }
}
