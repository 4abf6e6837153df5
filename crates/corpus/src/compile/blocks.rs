//! Blocks of a text: consecutive lines that are not blank, and their classification as title, heading, paragraph or
//! page furniture.

use std::ops::Range;

use super::equivalence::is_canonically_equal;
use super::graphemes;
use crate::document_text::{Block, BlockKind, Span};

/// A range as a span, in a text that is known to be shorter than four gigabytes.
pub(super) fn span(range: Range<usize>) -> Span {
    Span { start: range.start as u32, end: range.end as u32 }
}

/// The ranges of the lines of a text, with their line ends: LF, CR, CR LF, NEL, LS, PS, VT and FF (Unicode Standard,
/// section 5.8).
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut offset = 0;
    std::iter::from_fn(move || {
        let start = offset;
        let mut rest = text[start..].char_indices().peekable();
        rest.peek()?;
        offset = text.len();
        while let Some((position, c)) = rest.next() {
            if matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
                let is_cr_lf = c == '\r' && rest.peek().is_some_and(|&(_, next)| next == '\n');
                offset = start + position + c.len_utf8() + usize::from(is_cr_lf);
                break;
            }
        }
        Some(start..offset)
    })
}

/// The spans of the blocks of a text, without the white space around them.
pub(super) fn block_spans(text: &str) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    let mut is_in_block = false;
    for range in lines(text) {
        let line = &text[range.clone()];
        let words = line.trim_matches(is_blank);
        if words.is_empty() {
            is_in_block = false;
        } else {
            let start = range.start + (line.len() - line.trim_start_matches(is_blank).len());
            // White space with a combining mark is visible.
            let words = graphemes::widen(text, start..start + words.len());
            match blocks.last_mut() {
                Some(block) if is_in_block => block.end = words.end as u32,
                _ => blocks.push(span(words)),
            }
            is_in_block = true;
        }
    }
    blocks
}

/// Whether a character is white space or the byte order mark, which some programs write at the beginning of a file.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// Classifies each block. A block that is entirely omitted is furniture; the first of the others is the title, if it
/// reads like the title of the annotation; the rest are headings, where the annotation lists them, and paragraphs of
/// the body.
pub(super) fn classify_blocks(
    text: &str,
    blocks: &[Span],
    title: &str,
    headings: &[Span],
    omitted: &[Span],
) -> Vec<Block> {
    let mut paragraphs = 0;
    let mut is_first = true;
    let classify = |&span: &Span| {
        if omitted.iter().any(|omitted| omitted.contains(span)) {
            return Block { span, kind: BlockKind::Furniture };
        }
        let kind = if is_first && is_canonically_equal(&text[span.range()], title) {
            BlockKind::Title
        } else if headings.contains(&span) {
            BlockKind::Heading
        } else {
            paragraphs = u16::saturating_add(paragraphs, 1);
            BlockKind::Paragraph(paragraphs)
        };
        is_first = false;
        Block { span, kind }
    };
    blocks.iter().map(classify).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        block_spans(text).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn blank_lines_separate_blocks_and_line_breaks_do_not() {
        assert_eq!(texts("One\ntwo\n\nThree\n \t\n\nFour"), ["One\ntwo", "Three", "Four"]);
    }

    #[test]
    fn blocks_are_trimmed() {
        assert_eq!(texts("\n\n  One \r\n two\t\r\n\r\n\u{a0}Three\u{3000}"), ["One \r\n two", "Three"]);
    }

    #[test]
    fn every_line_end_of_unicode_is_recognised() {
        for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{b}", "\u{c}"] {
            let text = "One\ntwo\n\nThree\n \n\nFour\n".replace('\n', end);
            let joined = format!("One{end}two");
            assert_eq!(texts(&text), [&joined, "Three", "Four"], "{end:?}");
        }
        assert_eq!(texts("One\r\rTwo\n\r\nThree\n\u{2028}Four"), ["One", "Two", "Three", "Four"]);
    }

    #[test]
    fn white_space_with_a_combining_mark_belongs_to_the_block() {
        assert_eq!(texts("\n \u{301}a\n"), [" \u{301}a"]);
    }

    #[test]
    fn the_title_is_recognised_in_composed_and_decomposed_form() {
        let kinds = kinds_of("Le cafe\u{301}\u{a0}du\rport\r\rOne.", "Le café du port", &[], &[]);
        assert_eq!(kinds, [BlockKind::Title, BlockKind::Paragraph(1)]);
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_first_block() {
        assert_eq!(texts("\u{FEFF}One"), ["One"]);
    }

    #[test]
    fn a_text_of_white_space_has_no_block() {
        assert_eq!(texts(" \n\t\n"), Vec::<&str>::new());
        assert_eq!(texts(""), Vec::<&str>::new());
    }

    fn kinds_of(text: &str, title: &str, headings: &[&str], omitted: &[&str]) -> Vec<BlockKind> {
        let find =
            |words: &&str| text.find(words).map(|start| span(start..start + words.len())).expect("the words occur");
        let headings: Vec<_> = headings.iter().map(find).collect();
        let omitted: Vec<_> = omitted.iter().map(find).collect();
        classify_blocks(text, &block_spans(text), title, &headings, &omitted)
            .into_iter()
            .map(|block| block.kind)
            .collect()
    }

    #[test]
    fn only_paragraphs_are_numbered() {
        let text = "Title\n\nOne.\n\nReaction?\n\nTwo.\n\nCookies!\n\nThree.";
        let kinds = kinds_of(text, "Title", &["Reaction?"], &["Cookies!"]);
        assert_eq!(
            kinds,
            [
                BlockKind::Title,
                BlockKind::Paragraph(1),
                BlockKind::Heading,
                BlockKind::Paragraph(2),
                BlockKind::Furniture,
                BlockKind::Paragraph(3),
            ]
        );
    }

    #[test]
    fn furniture_may_precede_the_title() {
        assert_eq!(kinds_of("Menu\n\nTitle", "Title", &[], &["Menu"]), [BlockKind::Furniture, BlockKind::Title]);
    }

    #[test]
    fn the_title_is_only_recognised_at_the_beginning() {
        assert_eq!(kinds_of("One.\n\nTitle", "Title", &[], &[]), [BlockKind::Paragraph(1), BlockKind::Paragraph(2)]);
    }

    #[test]
    fn a_partly_omitted_paragraph_is_a_paragraph() {
        assert_eq!(kinds_of("One. Share this!", "Title", &[], &["Share this!"]), [BlockKind::Paragraph(1)]);
    }
}
