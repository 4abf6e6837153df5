//! The text of a document, and the search for quotes in it.
//!
//! An occurrence is byte for byte, and begins and ends on boundaries of grapheme clusters (see [`super::graphemes`]):
//! "pago" does not occur in "pagó", whether that is composed or decomposed.

use std::cell::OnceCell;

use super::blocks::{self, span};
use super::characters::toml_string;
use super::graphemes;
use super::passages::PassageIndex;
use super::quote::Quote;
use super::quote_kind::QuoteKind;
use super::source_span::FileId;
use crate::document_text::Span;

/// The text of a document with its block structure.
pub(super) struct DocumentText<'a> {
    pub file: FileId,
    pub text: &'a str,
    /// The spans of the blocks, in order.
    pub blocks: Vec<Span>,
    passages: OnceCell<PassageIndex>,
}

impl<'a> DocumentText<'a> {
    pub fn new(file: FileId, text: &'a str) -> Self {
        DocumentText { file, text, blocks: blocks::block_spans(text), passages: OnceCell::new() }
    }

    /// The index for nearest matches, built at the first call.
    pub fn passages(&self) -> &PassageIndex {
        self.passages.get_or_init(|| PassageIndex::new(self.text))
    }

    /// The blocks that overlap spans, in order.
    pub fn blocks_around(&self, spans: &[Span]) -> Vec<Span> {
        let mut blocks: Vec<Span> = Vec::new();
        for span in spans {
            let first = self.blocks.partition_point(|block| block.end <= span.start);
            blocks.extend(self.blocks[first..].iter().take_while(|block| block.start < span.end));
        }
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    /// The whole text without a byte order mark, which belongs to the encoding and not to the text.
    pub fn whole(&self) -> Span {
        let start = if self.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        span(start..self.text.len())
    }

    /// Every occurrence of words within some spans of the text, overlapping or not. A heading only occurs as a whole
    /// block.
    pub fn occurrences(&self, words: &str, kind: QuoteKind, within: &[Span]) -> Occurrences {
        let mut found = Occurrences::default();
        for &range in within {
            if kind == QuoteKind::Heading {
                let equal = self.blocks.iter().filter(|block| self.text[block.range()] == *words);
                found.aligned.extend(equal.map(|block| block.start as usize));
                continue;
            }
            for offset in find_all(&self.text[range.range()], words).map(|offset| range.start as usize + offset) {
                let is_aligned = graphemes::is_aligned(self.text, &(offset..offset + words.len()));
                if is_aligned { &mut found.aligned } else { &mut found.splitting }.push(offset);
            }
        }
        found
    }

    /// Whether an occurrence of a quote has its prefix and its suffix.
    pub fn matches_context(&self, quote: &Quote, offset: usize) -> bool {
        let end = offset + quote.exact.len();
        quote.prefix.as_ref().is_none_or(|prefix| self.is_before(offset, &prefix.value))
            && quote.suffix.as_ref().is_none_or(|suffix| self.is_after(end, &suffix.value))
    }

    /// Whether a prefix ends at an offset, and begins on a boundary of grapheme clusters.
    pub fn is_before(&self, offset: usize, prefix: &str) -> bool {
        self.text[..offset].ends_with(prefix) && graphemes::is_boundary(self.text, offset - prefix.len())
    }

    /// Whether a suffix begins at an offset, and ends on a boundary of grapheme clusters.
    pub fn is_after(&self, offset: usize, suffix: &str) -> bool {
        self.text[offset..].starts_with(suffix) && graphemes::is_boundary(self.text, offset + suffix.len())
    }

    /// The TOML that selects the range of a length at an offset: its words, with as many words of context as make it
    /// unique within some spans of the text.
    pub fn selector(&self, offset: usize, length: usize, kind: QuoteKind, within: &[Span]) -> String {
        let end = offset + length;
        let exact = &self.text[offset..end];
        let mut others = self.occurrences(exact, kind, within).aligned;
        others.retain(|&other| other != offset);
        if others.is_empty() {
            return toml_string(exact);
        }
        let is_unique = |prefix: &str, suffix: &str| {
            !others.iter().any(|&other| self.is_before(other, prefix) && self.is_after(other + length, suffix))
        };
        let exact = toml_string(exact);
        for count in 1.. {
            let start = graphemes::floor_boundary(self.text, last_words(&self.text[..offset], count));
            let prefix = &self.text[start..offset];
            let suffix_end = graphemes::ceil_boundary(self.text, end + first_words(&self.text[end..], count));
            let suffix = &self.text[end..suffix_end];
            if !prefix.is_empty() && is_unique(prefix, "") {
                return format!("{{ exact = {exact}, prefix = {} }}", toml_string(prefix));
            }
            if !suffix.is_empty() && is_unique("", suffix) {
                return format!("{{ exact = {exact}, suffix = {} }}", toml_string(suffix));
            }
            let is_whole_text = prefix.len() == offset && suffix.len() == self.text.len() - end;
            if is_unique(prefix, suffix) || is_whole_text {
                let (prefix, suffix) = (toml_string(prefix), toml_string(suffix));
                return format!("{{ exact = {exact}, prefix = {prefix}, suffix = {suffix} }}");
            }
        }
        exact
    }
}

/// The byte offsets at which words occur.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    /// Occurrences that begin and end on boundaries of grapheme clusters.
    pub aligned: Vec<usize>,
    /// Occurrences that split a grapheme cluster.
    pub splitting: Vec<usize>,
}

/// The offset of every occurrence of words, overlapping or not.
fn find_all<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> {
    let step = words.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let offset = from + text.get(from..)?.find(words)?;
        from = offset + step;
        Some(offset)
    })
}

/// The offset of the last `count` words of a text, each with the white space after it.
pub(super) fn last_words(text: &str, count: usize) -> usize {
    let mut start = text.len();
    for _ in 0..count {
        let words = text[..start].trim_end();
        let space = words.char_indices().rev().find(|(_, c)| c.is_whitespace());
        start = space.map_or(0, |(offset, c)| offset + c.len_utf8());
    }
    start
}

/// The end of the first `count` words of a text, each with the white space before it.
pub(super) fn first_words(text: &str, count: usize) -> usize {
    let mut end = 0;
    for _ in 0..count {
        let gap = text[end..].len() - text[end..].trim_start().len();
        end = text[end + gap..].find(char::is_whitespace).map_or(text.len(), |length| end + gap + length);
    }
    end
}
