//! Stretches of a document as the W3C Web Annotation Data Model selects them.
//!
//! The corpus counts bytes of UTF-8. `TextPositionSelector` counts *Unicode code points* (section 4.2.5 of the model,
//! <https://www.w3.org/TR/annotation-model/#text-position-selector>), neither bytes nor UTF-16 code units, from the
//! beginning of the text, end exclusive. A byte order mark at the beginning is not of the text and does not count: who reads
//! the file as UTF-8 takes it off, as `fetch` does (<https://encoding.spec.whatwg.org/#utf-8-decode>). Line ends count as
//! they are in the file.

use corpus::Span;

/// So much context stands on each side of a quote at least, where the text has it: as other annotation tools do.
const CONTEXT: usize = 32;

/// A stretch of a text, found by its words and by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'t> {
    /// The stretch itself.
    pub exact: &'t str,
    /// What stands directly before it.
    pub prefix: &'t str,
    /// What stands directly after it.
    pub suffix: &'t str,
    /// Code points before it.
    pub start: usize,
    /// Code points before its end.
    pub end: usize,
}

/// What programs put at the beginning of a file to say that it is UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Where a stretch begins and ends, in code points.
pub fn points(text: &str, span: Span) -> (usize, usize) {
    let start = before(text, span).chars().count();
    (start, start + text[span.range()].chars().count())
}

/// What stands before a stretch.
fn before(text: &str, span: Span) -> &str {
    let before = &text[..span.start as usize];
    before.strip_prefix(BYTE_ORDER_MARK).unwrap_or(before)
}

/// Selects a stretch of a text. Prefix, stretch and suffix together occur once in the text.
pub fn place(text: &str, span: Span) -> Place<'_> {
    let (before, exact, after) = (before(text, span), &text[span.range()], &text[span.end as usize..]);
    let (start, end) = points(text, span);
    let mut place = Place { exact, prefix: "", suffix: "", start, end };
    let mut most = CONTEXT;
    // Ends at the latest when the context is the whole text.
    loop {
        place.prefix = last(before, most);
        place.suffix = first(after, most);
        let whole = span.start as usize - place.prefix.len()..span.end as usize + place.suffix.len();
        let found = text.find(&text[whole.clone()]);
        // An occurrence may begin within another, so the search goes on one character further.
        let again = found.and_then(|at| {
            let next = at + text[at..].chars().next().map_or(1, char::len_utf8);
            text[next..].find(&text[whole.clone()])
        });
        if again.is_none() {
            return place;
        }
        most *= 2;
    }
}

fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

fn last(text: &str, most: usize) -> &str {
    let from = most.checked_sub(1).and_then(|most| text.char_indices().nth_back(most));
    from.map_or(text, |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn places_count_code_points() {
        let text = "𝔸é🏳️‍🌈 said “no”.";
        let start = text.find("no").expect("it is there") as u32;
        let place = place(text, Span { start, end: start + 2 });
        assert_eq!((place.exact, place.start, place.end), ("no", 13, 15));
        assert_eq!((place.prefix, place.suffix), ("𝔸é🏳️‍🌈 said “", "”."));
    }

    #[test]
    fn context_grows_until_it_tells_a_quote_from_its_like() {
        let text = format!("{0}x{0}{0}y", "ab".repeat(100));
        let place = place(&text, Span { start: 450, end: 452 });
        let whole = [place.prefix, place.exact, place.suffix].concat();
        assert_eq!(text.matches(&whole).count(), 1);
        assert!(whole.len() > 2 * CONTEXT + 2);
    }

    #[test]
    fn a_byte_order_mark_does_not_count() {
        let text = "\u{FEFF}The pumps of Lindholm";
        let place = place(text, Span { start: 3, end: 12 });
        assert_eq!((place.exact, place.prefix, place.start, place.end), ("The pumps", "", 0, 9));
        assert_eq!(points(text, Span { start: 7, end: 12 }), (4, 9));
        // Only at the beginning is it one.
        assert_eq!(points("a\u{FEFF}b", Span { start: 4, end: 5 }), (2, 3));
    }

    proptest! {
        #[test]
        fn quote_and_place_select_the_same(text in "\u{feff}?[abé𝔸\u{200d}\n ]{1,200}", ends in any::<[prop::sample::Index; 2]>()) {
            let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
            let ends = ends.map(|end| text.floor_char_boundary(end.index(text.len() + 1)).max(mark) as u32);
            let span = Span { start: ends[0].min(ends[1]), end: ends[0].max(ends[1]) };
            let place = place(&text, span);
            let shown: String = text[mark..].chars().skip(place.start).take(place.end - place.start).collect();
            prop_assert_eq!(&shown, place.exact);
            let whole = [place.prefix, place.exact, place.suffix].concat();
            let found: Vec<_> = text.char_indices().filter(|&(at, _)| text[at..].starts_with(&whole)).collect();
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].0 + place.prefix.len(), span.start as usize);
        }
    }
}
