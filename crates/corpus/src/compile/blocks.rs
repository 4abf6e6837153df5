//! A text's blocks: runs of lines between blank lines, and what each of them is.

use std::ops::Range;

use super::alike::is_same;
use super::clusters;
use crate::model::{Block, BlockKind, Span};

/// A byte range of a text that is known to be shorter than four gigabytes.
pub(super) fn span(range: Range<usize>) -> Span {
    Span { start: range.start as u32, end: range.end as u32 }
}

/// The lines of a text, each with its end. Lines end as any system has ended them (Unicode Standard, section 5.8): LF, CR,
/// both, NEL, LS, PS, VT and FF.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let mut rest = text[start..].char_indices().peekable();
        rest.peek()?;
        at = text.len();
        while let Some((place, c)) = rest.next() {
            if matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
                let both = c == '\r' && rest.peek().is_some_and(|&(_, next)| next == '\n');
                at = start + place + c.len_utf8() + usize::from(both);
                break;
            }
        }
        Some(start..at)
    })
}

/// The runs of non-blank lines, without the white space around them.
pub(super) fn runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    let mut open = false;
    for range in lines(text) {
        let line = &text[range.clone()];
        let words = line.trim_matches(is_blank);
        if words.is_empty() {
            open = false;
        } else {
            let start = range.start + (line.len() - line.trim_start_matches(is_blank).len());
            // White space that carries an accent belongs to what is seen.
            let words = clusters::widened(text, start..start + words.len());
            match runs.last_mut() {
                Some(run) if open => run.end = words.end as u32,
                _ => runs.push(span(words)),
            }
            open = true;
        }
    }
    runs
}

/// White space, and the mark some programs put at the beginning of a file.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// Says what each run is. A run that is wholly omitted is furniture whatever else it looks like; the title is the
/// first other run, if it reads like the title; what is neither nor a heading is a paragraph of the body.
pub(super) fn kinds(text: &str, runs: &[Span], title: &str, headings: &[Span], omitted: &[Span]) -> Vec<Block> {
    let mut paragraphs = 0;
    let mut first = true;
    let kind = |&run: &Span| {
        if omitted.iter().any(|omitted| omitted.contains(run)) {
            return Block { span: run, kind: BlockKind::Furniture };
        }
        let kind = if first && is_same(&text[run.range()], title) {
            BlockKind::Title
        } else if headings.contains(&run) {
            BlockKind::Heading
        } else {
            paragraphs = u16::saturating_add(paragraphs, 1);
            BlockKind::Paragraph(paragraphs)
        };
        first = false;
        Block { span: run, kind }
    };
    runs.iter().map(kind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        runs(text).into_iter().map(|run| &text[run.range()]).collect()
    }

    #[test]
    fn blank_lines_part_blocks_and_single_breaks_do_not() {
        assert_eq!(texts("One\ntwo\n\nThree\n \t\n\nFour"), ["One\ntwo", "Three", "Four"]);
    }

    #[test]
    fn white_space_around_a_block_does_not_belong_to_it() {
        assert_eq!(texts("\n\n  One \r\n two\t\r\n\r\n\u{a0}Three\u{3000}"), ["One \r\n two", "Three"]);
    }

    #[test]
    fn lines_end_as_any_system_has_ended_them() {
        for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{b}", "\u{c}"] {
            let text = "One\ntwo\n\nThree\n \n\nFour\n".replace('\n', end);
            let joined = format!("One{end}two");
            assert_eq!(texts(&text), [&joined, "Three", "Four"], "{end:?}");
        }
        assert_eq!(texts("One\r\rTwo\n\r\nThree\n\u{2028}Four"), ["One", "Two", "Three", "Four"]);
    }

    #[test]
    fn white_space_that_carries_an_accent_belongs_to_the_block() {
        assert_eq!(texts("\n \u{301}a\n"), [" \u{301}a"]);
    }

    #[test]
    fn the_title_is_recognised_however_its_letters_are_composed() {
        let kinds = kinds_of("Le cafe\u{301}\u{a0}du\rport\r\rOne.", "Le café du port", &[], &[]);
        assert_eq!(kinds, [BlockKind::Title, BlockKind::Paragraph(1)]);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_block() {
        assert_eq!(texts("\u{FEFF}One"), ["One"]);
    }

    #[test]
    fn a_text_of_white_space_has_no_block() {
        assert_eq!(texts(" \n\t\n"), Vec::<&str>::new());
        assert_eq!(texts(""), Vec::<&str>::new());
    }

    fn kinds_of(text: &str, title: &str, headings: &[&str], omitted: &[&str]) -> Vec<BlockKind> {
        let find = |words: &&str| text.find(words).map(|at| span(at..at + words.len())).expect("it is there");
        let headings: Vec<_> = headings.iter().map(find).collect();
        let omitted: Vec<_> = omitted.iter().map(find).collect();
        kinds(text, &runs(text), title, &headings, &omitted).into_iter().map(|block| block.kind).collect()
    }

    #[test]
    fn paragraphs_are_counted_without_title_headings_and_furniture() {
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
    fn furniture_may_stand_before_the_title() {
        assert_eq!(kinds_of("Menu\n\nTitle", "Title", &[], &["Menu"]), [BlockKind::Furniture, BlockKind::Title]);
    }

    #[test]
    fn the_title_is_only_recognised_at_the_beginning() {
        assert_eq!(kinds_of("One.\n\nTitle", "Title", &[], &[]), [BlockKind::Paragraph(1), BlockKind::Paragraph(2)]);
    }

    #[test]
    fn a_paragraph_that_is_omitted_in_part_stays_a_paragraph() {
        assert_eq!(kinds_of("One. Share this!", "Title", &[], &["Share this!"]), [BlockKind::Paragraph(1)]);
    }
}
