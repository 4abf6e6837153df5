//! Plain text to a draft: paragraphs by blank lines or by lines, and lines that were only broken to fit a width joined.

use crate::document::{BlockKind, Draft};

/// The narrowest and the widest text that counts as broken to fit a width, in characters.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// The mean length of lines, in characters, from which each is a paragraph in a text without blank lines.
const LINE_PARAGRAPH: usize = 120;

/// Reads plain text, of which the line ends are line feeds.
pub(crate) fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    let mut blocks: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines().map(str::trim) {
        match blocks.last_mut() {
            Some(block) if !line.is_empty() => block.push(line),
            Some(block) if !block.is_empty() => blocks.push(Vec::new()),
            _ => {}
        }
    }
    blocks.retain(|block| !block.is_empty());
    if let [lines] = &*blocks
        && lines.len() > 1
        && mean_length(lines) >= LINE_PARAGRAPH
    {
        draft.change("each line became a paragraph: the text has no blank lines");
        blocks = lines.iter().map(|&line| vec![line]).collect();
    }
    let width = wrap_width(&blocks);
    let mut joined = 0;
    for lines in blocks {
        if width.is_some_and(|width| is_wrapped(&lines, width)) {
            joined += lines.len() - 1;
            draft.push(BlockKind::Paragraph, lines.join(" "));
        } else {
            draft.push(BlockKind::Paragraph, lines.join("\n"));
        }
    }
    if let Some(width) = width
        && joined > 0
    {
        draft.change(format!("lines that were broken at {width} characters were joined"));
    }
    draft
}

fn mean_length(lines: &[&str]) -> usize {
    lines.iter().map(|line| line.chars().count()).sum::<usize>() / lines.len().max(1)
}

/// The width that the text was broken to fit: the length of the longest line, if most blocks of several lines are
/// broken where the next word did not fit.
fn wrap_width(blocks: &[Vec<&str>]) -> Option<usize> {
    let several = || blocks.iter().filter(|lines| lines.len() > 1);
    let width = several().flatten().map(|line| line.chars().count()).max()?;
    let wrapped = several().filter(|lines| is_wrapped(lines, width)).count();
    (WRAP_WIDTHS.contains(&width) && wrapped * 2 > several().count()).then_some(width)
}

/// Whether each line is broken where the first word of the next one did not fit a width.
fn is_wrapped(lines: &[&str], width: usize) -> bool {
    lines.windows(2).all(|pair| {
        let next = pair[1].split_whitespace().next().unwrap_or_default().chars().count();
        pair[0].chars().count() + 1 + next > width
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        read(text).blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn lines_broken_to_fit_a_width_are_joined() {
        let text = "The council said on Monday that the bridge is safe\nfor all traffic. Its engineer had asked for new\n\
                    bearings before winter.\n\nA second paragraph.\n";
        assert_eq!(
            blocks(text),
            [
                "The council said on Monday that the bridge is safe for all traffic. Its engineer had asked for new \
                 bearings before winter.",
                "A second paragraph."
            ]
        );
        assert_eq!(read(text).notes[0].message, "lines that were broken at 50 characters were joined");
    }

    #[test]
    fn lines_that_are_meant_are_kept() {
        let text = "Present:\nMara Lind\nThe mayor\n\nShall I compare thee to a summer's day?\nThou art\n";
        assert_eq!(
            blocks(text),
            ["Present:\nMara Lind\nThe mayor", "Shall I compare thee to a summer's day?\nThou art"]
        );
        assert!(read(text).notes.is_empty());
    }

    #[test]
    fn long_lines_without_blank_ones_are_paragraphs() {
        let line = "The council said on Monday that the bridge is safe. ".repeat(4);
        let line = line.trim();
        assert_eq!(blocks(&format!("{line}\n{line}\n")), [line, line]);
    }

    #[test]
    fn blank_lines_of_any_number_separate() {
        assert_eq!(blocks("\n\nOne\n \t\n\n\nTwo\n"), ["One", "Two"]);
        assert!(blocks(" \n\n").is_empty());
    }
}
