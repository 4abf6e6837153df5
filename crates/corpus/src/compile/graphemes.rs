//! Boundaries of extended grapheme clusters: what a reader perceives as one character, such as a letter with its accent
//! or the two characters of a line end (Unicode Standard Annex #29, <https://www.unicode.org/reports/tr29/>). No quote
//! begins or ends inside one.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

/// Whether a byte offset is a boundary: between two clusters, or at either end of the text.
pub(super) fn is_boundary(text: &str, offset: usize) -> bool {
    // Fast path: between two ASCII characters is always a boundary, except between CR and LF.
    let is_plain = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii() && *byte != b'\r' && *byte != b'\n');
    let bytes = text.as_bytes();
    if is_plain(bytes.get(offset)) && offset.checked_sub(1).is_some_and(|before| is_plain(bytes.get(before))) {
        return true;
    }
    text.is_char_boundary(offset) && GraphemeCursor::new(offset, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Whether a range begins and ends on boundaries.
pub(super) fn is_aligned(text: &str, range: &Range<usize>) -> bool {
    is_boundary(text, range.start) && is_boundary(text, range.end)
}

/// The nearest boundary at or before a byte offset.
pub(super) fn floor_boundary(text: &str, offset: usize) -> usize {
    if is_boundary(text, offset) {
        return offset;
    }
    GraphemeCursor::new(text.floor_char_boundary(offset), text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// The nearest boundary at or after a byte offset.
pub(super) fn ceil_boundary(text: &str, offset: usize) -> usize {
    if is_boundary(text, offset) {
        return offset;
    }
    let next =
        GraphemeCursor::new(text.ceil_char_boundary(offset), text.len(), true).next_boundary(text, 0).ok().flatten();
    next.unwrap_or(text.len())
}

/// The smallest range on boundaries that contains another.
pub(super) fn widen(text: &str, range: Range<usize>) -> Range<usize> {
    floor_boundary(text, range.start)..ceil_boundary(text, range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_widened_to_whole_graphemes_in_every_script() {
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
            let start = text.find(part).expect("a part");
            let range = start..start + part.len();
            assert_eq!(&text[widen(text, range.clone())], whole, "{text:?}");
            assert_eq!(is_aligned(text, &range), part == whole, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_range_is_widened_to_an_aligned_one(
            text in "[ab\u{301}\r\n\u{200d}👩🔬🇺क\u{94d}ष\u{600} ]{0,12}",
            ends in proptest::prelude::any::<[proptest::sample::Index; 2]>(),
        ) {
            let mut ends = ends.map(|end| text.floor_char_boundary(end.index(text.len() + 1)));
            ends.sort_unstable();
            let wide = widen(&text, ends[0]..ends[1]);
            proptest::prop_assert!(is_aligned(&text, &wide) && wide.start <= ends[0] && ends[1] <= wide.end);
            proptest::prop_assert_eq!(widen(&text, wide.clone()), wide);
        }
    }
}
