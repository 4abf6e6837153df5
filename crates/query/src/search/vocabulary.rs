//! The words of a briefing's index, in byte order.

use corpus::index::Postings;

/// A word or stem and the statements that have it.
pub(super) type Entry<'a> = (&'a str, Postings<'a>);

/// The statements that have a word or stem.
pub(super) fn find<'a>(entries: &[Entry<'a>], term: &str) -> Option<Postings<'a>> {
    entries.binary_search_by(|entry| entry.0.cmp(term)).ok().map(|place| entries[place].1)
}

/// The words and stems that begin with something.
pub(super) fn beginning<'b, 'a>(entries: &'b [Entry<'a>], with: &str) -> &'b [Entry<'a>] {
    let from = &entries[entries.partition_point(|entry| entry.0 < with)..];
    &from[..from.partition_point(|entry| entry.0.starts_with(with))]
}
