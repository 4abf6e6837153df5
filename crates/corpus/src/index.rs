//! Which statements a facet value or a word leads to, made when the corpus is compiled.
//!
//! A [`Postings`] list stays in its compiled bytes and is decoded while it is read, so that opening a large corpus
//! costs nothing for the lists nobody asks for.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::model::StatementId;

/// The part an actor has in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Says it.
    Speaker,
    /// Does it.
    Agent,
    /// Relays it.
    Relay,
    /// Is told it.
    Audience,
    /// Is spoken of.
    Subject,
}

impl Role {
    /// Every role, in the order of their places in [`Index::actors`].
    pub const ALL: [Role; 5] = [Role::Speaker, Role::Agent, Role::Relay, Role::Audience, Role::Subject];
}

/// Statements by facet value and by word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index<'a> {
    /// For each actor and [`Role`]: the statements in which the actor, or a part of it, has that role.
    #[serde(borrow)]
    pub actors: Vec<[Postings<'a>; 5]>,
    /// For each topic.
    pub topics: Vec<Postings<'a>>,
    /// For each document.
    pub documents: Vec<Postings<'a>>,
    /// For each month that a dated statement touches, in order of time.
    pub months: Vec<(Date, Postings<'a>)>,
    /// Statements whose date is unknown or open at one end.
    pub undated: Postings<'a>,
    /// For each term, in byte order of the terms: the statements whose content, cue, actors or document title has it.
    pub terms: Vec<(&'a str, Postings<'a>)>,
    /// Which terms are inflections of each other, in languages other than English.
    pub families: Families<'a>,
    /// What words may end in that are inflections of others and not in the texts: a line for each language with a stemmer
    /// other than English, its name and then the endings, folded, the shortest first.
    pub endings: &'a str,
}

/// Between the letters of a stem and its language, in a term that is no word: `pont`, this, `fr`. Stems in English have
/// neither, so that a corpus in English pays nothing for those in others.
pub const STEM_LANGUAGE_SEPARATOR: char = '\u{1}';

impl Index<'_> {
    /// The index of a briefing without statements.
    pub const fn empty() -> Self {
        Index {
            actors: Vec::new(),
            topics: Vec::new(),
            documents: Vec::new(),
            months: Vec::new(),
            undated: Postings::new(&[]),
            terms: Vec::new(),
            families: Families::new(&[]),
            endings: "",
        }
    }
}

/// An ascending list of statements without repetition: each number's distance from the one before (the first: from
/// -1), less one, in LEB128 (Unsigned Little Endian Base 128, DWARF 5 section 7.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Postings<'a>(&'a [u8]);

impl<'a> Postings<'a> {
    /// Reads an encoded list; see [`encode`]. What follows a damaged number is not seen.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Postings(bytes)
    }

    /// The statements, ascending.
    pub const fn iter(self) -> Iter<'a> {
        Iter { bytes: self.0, next: 0 }
    }

    /// Whether no statement is in it.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The length of the encoded form.
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

/// Decodes a [`Postings`] list.
#[derive(Clone, Debug)]
pub struct Iter<'a> {
    bytes: &'a [u8],
    next: u32,
}

impl Iterator for Iter<'_> {
    type Item = StatementId;

    fn next(&mut self) -> Option<StatementId> {
        let mut gap = 0u32;
        for (place, &byte) in self.bytes.iter().enumerate().take(5) {
            gap |= u32::from(byte & 0x7f).checked_shl(7 * place as u32)?;
            if byte & 0x80 == 0 {
                let id = self.next.checked_add(gap)?;
                self.bytes = &self.bytes[place + 1..];
                self.next = id.checked_add(1)?;
                return Some(StatementId(id));
            }
        }
        self.bytes = &[];
        None
    }
}

/// Encodes ascending statement numbers without repetition for [`Postings`].
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

/// Lists of terms, by their places in [`Index::terms`]: each list as long as its first number says (LEB128), then encoded
/// like [`Postings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Families<'a>(&'a [u8]);

impl<'a> Families<'a> {
    /// Reads encoded lists; see [`encode_families`]. What follows a damaged number is not seen, and a place may be one that
    /// no term has.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Families(bytes)
    }

    /// The families, each with the places of its terms, ascending.
    pub fn iter(self) -> impl Iterator<Item = impl Iterator<Item = usize> + Clone + use<'a>> + use<'a> {
        let mut numbers = Iter { bytes: self.0, next: 0 };
        std::iter::from_fn(move || {
            numbers.next = 0;
            let StatementId(count) = numbers.next()?;
            numbers.next = 0;
            let family = numbers.clone().take(count as usize).map(|StatementId(place)| place as usize);
            numbers.by_ref().take(count as usize).for_each(drop);
            Some(family)
        })
    }
}

/// Encodes lists of ascending places for [`Families`].
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
        fn postings_read_back_what_was_written(ids in proptest::collection::btree_set(any::<u32>().prop_map(|n| n / 2), 0..200)) {
            let ids: Vec<_> = ids.into_iter().map(StatementId).collect();
            let bytes = encode(ids.iter().copied());
            prop_assert_eq!(Postings::new(&bytes).iter().collect::<Vec<_>>(), ids);
        }

        #[test]
        fn any_bytes_read_as_ascending_numbers(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let ids: Vec<_> = Postings::new(&bytes).iter().collect();
            prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    proptest! {
        #[test]
        fn families_read_back_what_was_written(
            families in proptest::collection::vec(proptest::collection::btree_set(0u32..100_000, 1..5), 0..20)
        ) {
            let families: Vec<Vec<u32>> = families.into_iter().map(|family| family.into_iter().collect()).collect();
            let bytes = encode_families(families.clone());
            let read: Vec<Vec<u32>> = Families::new(&bytes).iter().map(|family| family.map(|at| at as u32).collect()).collect();
            prop_assert_eq!(read, families);
        }

        #[test]
        fn any_bytes_read_as_families_and_come_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert!(Families::new(&bytes).iter().map(Iterator::count).sum::<usize>() <= bytes.len());
        }
    }
}
