//! The words of a briefing's index, in byte order.

use corpus::index::{Postings, STEM_LANGUAGE_SEPARATOR};

/// A word or stem and the statements that have it.
pub(super) type Entry<'a> = (&'a str, Postings<'a>);

/// The place of a word or stem.
pub(super) fn place(entries: &[Entry<'_>], term: &str) -> Option<usize> {
    entries.binary_search_by(|entry| entry.0.cmp(term)).ok()
}

/// The statements that have a word or stem.
pub(super) fn find<'a>(entries: &[Entry<'a>], term: &str) -> Option<Postings<'a>> {
    place(entries, term).map(|place| entries[place].1)
}

/// The words that begin with something, and stems in English.
pub(super) fn beginning<'b, 'a>(entries: &'b [Entry<'a>], with: &str) -> impl Iterator<Item = &'b Entry<'a>> {
    let from = &entries[entries.partition_point(|entry| entry.0 < with)..];
    from[..from.partition_point(|entry| entry.0.starts_with(with))].iter().filter(|entry| !is_stem(entry.0))
}

/// Whether a term is a stem in a language other than English, and no word.
pub(super) fn is_stem(term: &str) -> bool {
    term.contains(STEM_LANGUAGE_SEPARATOR)
}
