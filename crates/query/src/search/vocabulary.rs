//! Look-up in the terms of a briefing's index, which are in byte order.

use corpus::index::{Postings, STEM_LANGUAGE_SEPARATOR};

/// A term, a word or stem, with its posting list.
pub(super) type Entry<'a> = (&'a str, Postings<'a>);

/// The index of a term.
pub(super) fn index_of(entries: &[Entry<'_>], term: &str) -> Option<usize> {
    entries.binary_search_by(|entry| entry.0.cmp(term)).ok()
}

/// The posting list of a term.
pub(super) fn find<'a>(entries: &[Entry<'a>], term: &str) -> Option<Postings<'a>> {
    index_of(entries, term).map(|index| entries[index].1)
}

/// The words with a prefix, and stems in English.
pub(super) fn with_prefix<'b, 'a>(entries: &'b [Entry<'a>], prefix: &str) -> impl Iterator<Item = &'b Entry<'a>> {
    let from = &entries[entries.partition_point(|entry| entry.0 < prefix)..];
    from[..from.partition_point(|entry| entry.0.starts_with(prefix))].iter().filter(|entry| !is_stem(entry.0))
}

/// Whether a term is a stem of a language other than English, which is no word.
pub(super) fn is_stem(term: &str) -> bool {
    term.contains(STEM_LANGUAGE_SEPARATOR)
}
