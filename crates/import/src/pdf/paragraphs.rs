//! Lines to paragraphs: where one ends is told by gaps, indents, sizes, and by lines that end though the next word
//! would have fitted.

use super::columns::Region;
use super::lines::Line;
use super::words::{Joiner, without_ligatures};
use crate::document::{BlockKind, Draft, Found, NoteKind, counted};

/// The size of a heading, as a multiple of that of the body.
const HEADING_SIZE: f64 = 1.12;

/// The size of a footnote, as a multiple of that of the body.
const FOOTNOTE_SIZE: f64 = 0.92;

/// The longest heading, in characters.
const MAX_HEADING: usize = 220;

/// The number of blocks at the beginning in which the headline is looked for.
const HEADLINE_WITHIN: usize = 8;

/// The gap between lines from which a paragraph ends, as a multiple of the usual one.
const PARAGRAPH_GAP: f64 = 1.3;

/// The room at the end of a line from which it ends a paragraph though no sentence ends there, as a part of the width.
const MIN_ROOM: f64 = 0.25;

/// Lines beside each other in a region.
struct Row<'a> {
    parts: Vec<&'a Line>,
}

impl Row<'_> {
    fn first(&self) -> &Line {
        self.parts[0]
    }

    fn last(&self) -> &Line {
        self.parts[self.parts.len() - 1]
    }

    fn text(&self, separator: &str) -> String {
        self.parts.iter().map(|line| &*line.text).collect::<Vec<_>>().join(separator)
    }
}

/// A paragraph under construction.
struct Paragraph {
    text: String,
    size: f64,
}

/// The places that tell where paragraphs of a text end.
struct Measures {
    /// The size of most letters.
    body: f64,
    /// The usual distance of baselines, in ems.
    leading: f64,
}

/// Writes the text of regions in reading order.
pub(super) fn write(regions: &[Region], draft: &mut Draft) {
    let lines = || regions.iter().flat_map(|region| &region.lines);
    let measures = Measures { body: body_size(lines()), leading: leading(regions) };
    let mut joiner = Joiner::new(lines().map(|line| &*line.text));
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut footnotes: Vec<Paragraph> = Vec::new();
    let mut tables = 0;
    for region in regions {
        let is_footnote = |line: &&Line| line.size < measures.body * FOOTNOTE_SIZE;
        let length = region.lines.len() - region.lines.iter().rev().take_while(is_footnote).count();
        let (body, notes) = region.lines.split_at(if length == 0 { region.lines.len() } else { length });
        tables += write_region(body, &measures, &mut joiner, &mut paragraphs);
        write_region(notes, &measures, &mut joiner, &mut footnotes);
    }
    if let Some(count) = counted(tables, "table is", "tables are") {
        draft.change(format!("{count} written in lines, one a row, with | between cells"));
    }
    if let Some(count) = counted(
        footnotes.len(),
        "note in small type from the foot of a page stands",
        "notes in small type from the foot of pages stand",
    ) {
        draft.change(format!("{count} at the end of the text"));
    }
    if let Some(count) = counted(
        joiner.joined.len(),
        "word that was divided at the end of a line was joined",
        "words that were divided at the ends of lines were joined",
    ) {
        draft.note(NoteKind::Changed, count, &joiner.joined.join(", "));
    }
    let body = measures.body;
    let headline = headline(&paragraphs, body);
    let mut ligatures = 0;
    for (index, paragraph) in paragraphs.into_iter().chain(footnotes).enumerate() {
        let text = without_ligatures(&paragraph.text, &mut ligatures);
        let is_heading = paragraph.size >= body * HEADING_SIZE && text.chars().count() <= MAX_HEADING;
        let kind = match is_heading {
            true if headline == Some(index) && draft.blocks.is_empty() => BlockKind::Title,
            true => BlockKind::Heading,
            false => BlockKind::Paragraph,
        };
        if headline == Some(index) {
            draft.metadata.title = Found::some(&text.replace('\n', " "), "the line in the largest type");
        }
        draft.push(kind, text);
    }
    if let Some(count) = counted(ligatures, "ligature", "ligatures") {
        draft.change(format!("{count} such as ﬁ became letters"));
    }
}

/// The paragraph of the headline: that in the largest type at the beginning, if it is larger than the body.
fn headline(paragraphs: &[Paragraph], body: f64) -> Option<usize> {
    let candidates = paragraphs.iter().take(HEADLINE_WITHIN).enumerate();
    let large = candidates.filter(|(_, paragraph)| paragraph.size >= body * HEADING_SIZE);
    large.rev().max_by(|(_, a), (_, b)| a.size.total_cmp(&b.size)).map(|(index, _)| index)
}

/// Appends the paragraphs of a region; returns the number of tables.
fn write_region(lines: &[Line], measures: &Measures, joiner: &mut Joiner, paragraphs: &mut Vec<Paragraph>) -> usize {
    let rows = rows(lines);
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let is_table = |index: usize| {
        let has_cells = |index: usize| rows.get(index).is_some_and(|row| row.parts.len() > 1);
        has_cells(index) && (has_cells(index + 1) || index > 0 && has_cells(index - 1))
    };
    let mut tables = 0;
    for (index, row) in rows.iter().enumerate() {
        let first = row.first();
        let previous = index.checked_sub(1).map(|previous| (&rows[previous], previous));
        let begins = match previous {
            Some((_, previous)) if is_table(index) || is_table(previous) => !(is_table(index) && is_table(previous)),
            Some((previous, _)) => begins_paragraph(previous, row, left, right, measures),
            None => !paragraphs.last().is_some_and(|open| continues(open, first, measures)),
        };
        let open = if begins {
            tables += usize::from(is_table(index));
            paragraphs.push(Paragraph { text: String::new(), size: first.size });
            paragraphs.last_mut()
        } else {
            paragraphs.last_mut()
        };
        let Some(open) = open else { continue };
        if is_table(index) {
            open.text.push_str(if open.text.is_empty() { "" } else { "\n" });
            open.text.push_str(&row.text(" | "));
        } else {
            joiner.append(&mut open.text, &row.text(" "));
        }
    }
    tables
}

/// Lines that are beside each other, from the top.
fn rows(lines: &[Line]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for line in lines {
        match rows.last_mut().filter(|row| row.first().is_beside(line)) {
            Some(row) => row.parts.push(line),
            None => rows.push(Row { parts: vec![line] }),
        }
    }
    for row in &mut rows {
        row.parts.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// Whether a row begins a paragraph, after the one above it.
fn begins_paragraph(above: &Row<'_>, row: &Row<'_>, left: f64, right: f64, measures: &Measures) -> bool {
    let (upper, lower) = (above.first(), row.first());
    let size = upper.size.max(lower.size);
    let gap = lower.baseline - upper.baseline;
    if (upper.size - lower.size).abs() > 0.08 * size || gap > measures.leading * PARAGRAPH_GAP * size {
        return true;
    }
    if lower.size >= measures.body * HEADING_SIZE {
        return false;
    }
    let is_indented = |line: &Line| line.left > left + 0.8 * size;
    let is_shifted = (lower.left - upper.left).abs() > 0.8 * size;
    if is_shifted && is_indented(lower) && !is_indented(upper) {
        return true;
    }
    // The next word would have fitted, so the line was ended. Programs that balance lines leave a little room, too.
    let room = right - above.last().right - lower.first_word_width() - 0.6 * size;
    let least = if ends_sentence(&above.last().text) { 0.0 } else { MIN_ROOM * (right - left) };
    room > least || begins_with_bullet(&lower.text)
}

/// Whether a text ends as a sentence does.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '»', '’', ')', '“', ']']);
    text.ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '।'])
}

fn begins_with_bullet(text: &str) -> bool {
    text.starts_with(['•', '▪', '■', '◦', '‣', '●', '–', '—']) && text.chars().nth(1) == Some(' ')
}

/// Whether a line at the top of a column or a page continues the paragraph before it.
fn continues(open: &Paragraph, line: &Line, measures: &Measures) -> bool {
    let is_body = |size: f64| size < measures.body * HEADING_SIZE;
    (open.size - line.size).abs() < 0.08 * line.size
        && is_body(line.size)
        && !ends_sentence(&open.text)
        && !begins_with_bullet(&line.text)
        && !open.text.contains('\n')
}

/// The size of most letters, in points.
fn body_size<'a>(lines: impl Iterator<Item = &'a Line>) -> f64 {
    let mut letters: std::collections::BTreeMap<i64, usize> = std::collections::BTreeMap::new();
    for line in lines {
        *letters.entry((line.size * 2.0).round() as i64).or_default() += line.text.chars().count();
    }
    letters.into_iter().max_by_key(|&(_, count)| count).map_or(10.0, |(size, _)| size as f64 / 2.0)
}

/// The usual distance of the baselines of two lines, in ems.
fn leading(regions: &[Region]) -> f64 {
    let mut gaps: Vec<f64> = Vec::new();
    for region in regions {
        let pairs = region.lines.windows(2);
        gaps.extend(
            pairs
                .map(|pair| (pair[1].baseline - pair[0].baseline) / pair[0].size)
                .filter(|gap| (0.8..3.0).contains(gap)),
        );
    }
    gaps.sort_by(f64::total_cmp);
    // Most gaps are within paragraphs; where each paragraph is a line, the smaller ones tell.
    gaps.get(gaps.len() * 2 / 5).copied().unwrap_or(1.25)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of letters of half an em.
    fn line(text: &str, left: f64, baseline: f64, size: f64) -> Line {
        let right = left + text.chars().count() as f64 * size / 2.0;
        Line { text: text.to_owned(), left, right, baseline, size }
    }

    fn written(regions: Vec<Vec<Line>>) -> Draft {
        let regions: Vec<Region> = regions.into_iter().map(|lines| Region { lines }).collect();
        let mut draft = Draft::default();
        write(&regions, &mut draft);
        draft
    }

    fn texts(draft: &Draft) -> Vec<(BlockKind, &str)> {
        draft.blocks.iter().map(|block| (block.kind, &*block.text)).collect()
    }

    #[test]
    fn lines_become_paragraphs_and_large_ones_headings() {
        let draft = written(vec![vec![
            line("A headline", 0.0, 20.0, 20.0),
            line("The council said on Monday that", 0.0, 60.0, 10.0),
            line("the bridge is safe for all traf-", 0.0, 72.0, 10.0),
            line("fic.", 0.0, 84.0, 10.0),
            line("It needs new bearings before win-", 10.0, 96.0, 10.0),
            line("ter, wrote its engineer in April.", 0.0, 108.0, 10.0),
            line("A short line.", 0.0, 128.0, 10.0),
        ]]);
        assert_eq!(
            texts(&draft),
            [
                (BlockKind::Title, "A headline"),
                (BlockKind::Paragraph, "The council said on Monday that the bridge is safe for all traffic."),
                (BlockKind::Paragraph, "It needs new bearings before winter, wrote its engineer in April."),
                (BlockKind::Paragraph, "A short line."),
            ]
        );
        assert_eq!(draft.notes[0].words, "traffic, winter");
    }

    #[test]
    fn compounds_keep_their_hyphen() {
        let draft = written(vec![vec![
            line("A well-known engineer and a well-", 0.0, 10.0, 10.0),
            line("known mayor met the Franco-------", 0.0, 22.0, 10.0),
        ]]);
        assert!(draft.blocks[0].text.starts_with("A well-known engineer and a well-known mayor"), "{:?}", draft.blocks);
    }

    #[test]
    fn a_paragraph_goes_on_in_the_next_column() {
        let draft = written(vec![
            vec![line("The council said that the bridge", 0.0, 700.0, 10.0)],
            vec![line("is safe.", 200.0, 60.0, 10.0), line("Another.", 200.0, 90.0, 10.0)],
        ]);
        let words: Vec<_> = texts(&draft).into_iter().map(|(_, text)| text).collect();
        assert_eq!(words, ["The council said that the bridge is safe.", "Another."]);
    }

    #[test]
    fn a_table_becomes_lines_and_notes_go_to_the_end() {
        let draft = written(vec![
            vec![
                line("Words of the body of this text, many of them.", 0.0, 10.0, 10.0),
                line("Year", 0.0, 40.0, 10.0),
                line("Trains", 100.0, 40.0, 10.0),
                line("2023", 0.0, 52.0, 10.0),
                line("12", 100.0, 52.0, 10.0),
                line("1 A note.", 0.0, 90.0, 7.0),
            ],
            vec![line("More words of the body.", 0.0, 10.0, 10.0)],
        ]);
        let words: Vec<_> = texts(&draft).into_iter().map(|(_, text)| text).collect();
        assert_eq!(
            words,
            [
                "Words of the body of this text, many of them.",
                "Year | Trains\n2023 | 12",
                "More words of the body.",
                "1 A note."
            ]
        );
    }
}
