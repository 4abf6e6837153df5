//! Grapheme clusters: what a reader takes for one character, such as a letter with its accent or the two characters of a
//! line end, by Unicode Standard Annex #29 (<https://www.unicode.org/reports/tr29/>). No stretch of a text begins or ends
//! inside one.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

/// Whether a place is between two clusters, or at either end of the text.
pub(super) fn is_boundary(text: &str, at: usize) -> bool {
    // Two letters of ASCII are never one character, and most places are between such.
    let plain = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii() && *byte != b'\r' && *byte != b'\n');
    let bytes = text.as_bytes();
    if plain(bytes.get(at)) && at.checked_sub(1).is_some_and(|before| plain(bytes.get(before))) {
        return true;
    }
    text.is_char_boundary(at) && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Whether a stretch begins and ends between clusters.
pub(super) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    is_boundary(text, range.start) && is_boundary(text, range.end)
}

/// The nearest boundary at or before a place.
pub(super) fn floor(text: &str, at: usize) -> usize {
    if is_boundary(text, at) {
        return at;
    }
    GraphemeCursor::new(text.floor_char_boundary(at), text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// The nearest boundary at or after a place.
pub(super) fn ceil(text: &str, at: usize) -> usize {
    if is_boundary(text, at) {
        return at;
    }
    let next = GraphemeCursor::new(text.ceil_char_boundary(at), text.len(), true).next_boundary(text, 0).ok().flatten();
    next.unwrap_or(text.len())
}

/// The smallest stretch of whole clusters around another.
pub(super) fn widened(text: &str, range: Range<usize>) -> Range<usize> {
    floor(text, range.start)..ceil(text, range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_widened_to_whole_letters_in_every_script() {
        for (text, part, whole) in [
            ("que pago\u{301} la", "pago", "pago\u{301}"),
            ("one\r\ntwo", "one\r", "one\r\n"),
            ("각\u{1100}\u{1161}\u{11A8}", "\u{1161}", "\u{1100}\u{1161}\u{11A8}"),
            ("क\u{94D}षि", "क\u{94D}", "क\u{94D}षि"),
            ("กำแพง", "ก", "กำ"),
            ("🇺🇿🇰🇿", "\u{1F1FF}", "🇺🇿"),
            ("👩\u{200D}🔬!", "👩", "👩\u{200D}🔬"),
            ("❤\u{FE0F}!", "❤", "❤\u{FE0F}"),
            ("plain", "lai", "lai"),
        ] {
            let at = text.find(part).expect("a part");
            let range = at..at + part.len();
            assert_eq!(&text[widened(text, range.clone())], whole, "{text:?}");
            assert_eq!(is_whole(text, &range), part == whole, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_stretch_is_widened_to_a_whole_one(
            text in "[ab\u{301}\r\n\u{200d}👩🔬🇺क\u{94d}ष\u{600} ]{0,12}",
            ends in proptest::prelude::any::<[proptest::sample::Index; 2]>(),
        ) {
            let mut ends = ends.map(|end| text.floor_char_boundary(end.index(text.len() + 1)));
            ends.sort_unstable();
            let wide = widened(&text, ends[0]..ends[1]);
            proptest::prop_assert!(is_whole(&text, &wide) && wide.start <= ends[0] && ends[1] <= wide.end);
            proptest::prop_assert_eq!(widened(&text, wide.clone()), wide);
        }
    }
}
