//! Stretches of a document as the W3C Web Annotation Data Model selects them.
//!
//! The corpus counts bytes of UTF-8. `TextPositionSelector` counts *Unicode code points* (section 4.2.5 of the model,
//! <https://www.w3.org/TR/annotation-model/#text-position-selector>), neither bytes nor UTF-16 code units, from the
//! beginning of the text, end exclusive. A byte order mark at the beginning is no part of the text and does not count:
//! a UTF-8 decoder removes it, as `fetch` does (<https://encoding.spec.whatwg.org/#utf-8-decode>). Line ends count as
//! they are in the file.

use corpus::Span;

/// The least context on each side of a quote, in code points, where the text has as much: what other annotation tools
/// write.
const CONTEXT: usize = 32;

/// A stretch of a text, selected by quote and by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextSelectors<'t> {
    /// The words of the stretch.
    pub exact: &'t str,
    /// The text directly before it.
    pub prefix: &'t str,
    /// The text directly after it.
    pub suffix: &'t str,
    /// Code points before it.
    pub start: usize,
    /// Code points before its end.
    pub end: usize,
}

/// The character that some programs write at the beginning of a UTF-8 file.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Start and end of a stretch, in code points, end exclusive.
pub fn code_point_range(text: &str, span: Span) -> (usize, usize) {
    let start = text_before(text, span).chars().count();
    (start, start + text[span.range()].chars().count())
}

/// Positions of stretches in a text that mostly ascend. Each is counted from the last one, because a text may be of
/// book length and have thousands of stretches.
pub struct Positions<'t> {
    text: &'t str,
    byte: usize,
    code_points: usize,
}

impl<'t> Positions<'t> {
    /// Positions in a text.
    pub fn new(text: &'t str) -> Self {
        let byte = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        Positions { text, byte, code_points: 0 }
    }

    /// As [`code_point_range`].
    pub fn range(&mut self, span: Span) -> (usize, usize) {
        (self.at(span.start as usize), self.at(span.end as usize))
    }

    fn at(&mut self, byte: usize) -> usize {
        if byte >= self.byte {
            self.code_points += self.text[self.byte..byte].chars().count();
        } else {
            self.code_points -= self.text[byte..self.byte].chars().count();
        }
        self.byte = byte;
        self.code_points
    }
}

/// The text before a stretch, without a byte order mark.
fn text_before(text: &str, span: Span) -> &str {
    let before = &text[..span.start as usize];
    before.strip_prefix(BYTE_ORDER_MARK).unwrap_or(before)
}

/// Selects a stretch of a text. Prefix, stretch and suffix together occur once in the text.
pub fn selectors(text: &str, span: Span) -> TextSelectors<'_> {
    let (before, exact, after) = (text_before(text, span), &text[span.range()], &text[span.end as usize..]);
    let (start, end) = code_point_range(text, span);
    let mut selectors = TextSelectors { exact, prefix: "", suffix: "", start, end };
    let mut length = CONTEXT;
    // Terminates at the latest when the context is the whole text.
    loop {
        selectors.prefix = last(before, length);
        selectors.suffix = first(after, length);
        let whole = span.start as usize - selectors.prefix.len()..span.end as usize + selectors.suffix.len();
        let found = text.find(&text[whole.clone()]);
        // Occurrences may overlap, so the second search begins one character after the first match.
        let again = found.and_then(|at| {
            let next = at + text[at..].chars().next().map_or(1, char::len_utf8);
            text[next..].find(&text[whole.clone()])
        });
        if again.is_none() {
            return selectors;
        }
        length *= 2;
    }
}

fn first(text: &str, length: usize) -> &str {
    text.char_indices().nth(length).map_or(text, |(end, _)| &text[..end])
}

fn last(text: &str, length: usize) -> &str {
    let from = length.checked_sub(1).and_then(|length| text.char_indices().nth_back(length));
    from.map_or(text, |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn positions_count_code_points() {
        let text = "𝔸é🏳️‍🌈 said “no”.";
        let start = text.find("no").expect("it is there") as u32;
        let selectors = selectors(text, Span { start, end: start + 2 });
        assert_eq!((selectors.exact, selectors.start, selectors.end), ("no", 13, 15));
        assert_eq!((selectors.prefix, selectors.suffix), ("𝔸é🏳️‍🌈 said “", "”."));
    }

    #[test]
    fn context_grows_until_it_tells_a_quote_from_its_like() {
        let text = format!("{0}x{0}{0}y", "ab".repeat(100));
        let selectors = selectors(&text, Span { start: 450, end: 452 });
        let whole = [selectors.prefix, selectors.exact, selectors.suffix].concat();
        assert_eq!(text.matches(&whole).count(), 1);
        assert!(whole.len() > 2 * CONTEXT + 2);
    }

    #[test]
    fn a_byte_order_mark_does_not_count() {
        let text = "\u{FEFF}The pumps of Lindholm";
        let selectors = selectors(text, Span { start: 3, end: 12 });
        assert_eq!((selectors.exact, selectors.prefix, selectors.start, selectors.end), ("The pumps", "", 0, 9));
        assert_eq!(code_point_range(text, Span { start: 7, end: 12 }), (4, 9));
        // Elsewhere the character is no byte order mark.
        assert_eq!(code_point_range("a\u{FEFF}b", Span { start: 4, end: 5 }), (2, 3));
    }

    proptest! {
        #[test]
        fn quote_and_position_select_the_same(text in "\u{feff}?[abé𝔸\u{200d}\n ]{1,200}", ends in any::<[prop::sample::Index; 2]>()) {
            let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
            let ends = ends.map(|end| text.floor_char_boundary(end.index(text.len() + 1)).max(mark) as u32);
            let span = Span { start: ends[0].min(ends[1]), end: ends[0].max(ends[1]) };
            let selectors = selectors(&text, span);
            let shown: String = text[mark..].chars().skip(selectors.start).take(selectors.end - selectors.start).collect();
            prop_assert_eq!(&shown, selectors.exact);
            let mut positions = Positions::new(&text);
            for other in [span, Span { start: mark as u32, end: span.end }, span] {
                prop_assert_eq!(positions.range(other), code_point_range(&text, other));
            }
            let whole = [selectors.prefix, selectors.exact, selectors.suffix].concat();
            let found: Vec<_> = text.char_indices().filter(|&(at, _)| text[at..].starts_with(&whole)).collect();
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].0 + selectors.prefix.len(), span.start as usize);
        }
    }
}
