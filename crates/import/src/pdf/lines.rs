//! Lines of a page from the places of its letters. A line ends where a gap is wider than one between words.

use super::glyphs::Glyph;

/// The narrowest gap between words, in ems. Files from TeX have no spaces, only gaps.
const MIN_SPACE: f64 = 0.17;

/// The narrowest gap between lines of two columns, in ems.
const MIN_GUTTER: f64 = 1.1;

/// How far letters of one line may be off its baseline, in ems: raised figures, accents.
const MAX_RISE: f64 = 0.4;

/// A line of letters, or the part of one that is in a column. Lengths are in points, from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
}

impl Line {
    /// The width of the first word, as a part of the line's.
    pub fn first_word_width(&self) -> f64 {
        let letters = self.text.chars().count().max(1) as f64;
        let first = self.text.split_whitespace().next().unwrap_or_default().chars().count() as f64;
        (self.right - self.left) * first / letters
    }

    /// Whether another line is on the same height.
    pub fn is_beside(&self, other: &Line) -> bool {
        (self.baseline - other.baseline).abs() < MAX_RISE * self.size.min(other.size)
    }
}

/// The lines of a page, from the top. Sets the flag if one runs from right to left.
pub(super) fn of_glyphs(glyphs: Vec<Glyph>, has_right_to_left: &mut bool) -> Vec<Line> {
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for row in rows_of(glyphs) {
        rows.extend(split_at_gutters(row));
    }
    let mut lines: Vec<Line> = rows.iter().filter_map(|row| line(row, has_right_to_left)).collect();
    lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    lines
}

/// Letters on one height, each row from the left.
fn rows_of(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.retain(|glyph| !glyph.text.is_empty());
    // Large letters first, so that raised small ones join their row.
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let fits = |row: &&mut Vec<Glyph>| {
            let size = row.iter().map(|other| other.size).fold(glyph.size, f64::max);
            row.first().is_some_and(|first| glyph.baseline - first.baseline <= MAX_RISE * size)
        };
        match rows.last_mut().filter(fits) {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// Parts a row where gaps are wider than those between words.
fn split_at_gutters(row: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut parts: Vec<Vec<Glyph>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for glyph in row {
        let is_apart = glyph.left - end > MIN_GUTTER * glyph.size;
        // A space at a gutter is a part of the gutter.
        if glyph.text.trim().is_empty() && (is_apart || parts.is_empty()) {
            continue;
        }
        if !glyph.text.trim().is_empty() {
            end = f64::max(if is_apart { f64::NEG_INFINITY } else { end }, glyph.right);
        }
        match parts.last_mut() {
            Some(part) if !is_apart => part.push(glyph),
            _ => parts.push(vec![glyph]),
        }
    }
    parts
}

/// The line of a row of letters; `None` if nothing of it is visible.
fn line(row: &[Glyph], has_right_to_left: &mut bool) -> Option<Line> {
    let mut letters: Vec<&Glyph> = Vec::with_capacity(row.len());
    for glyph in row {
        // Bold type may be the same letter twice, a little apart.
        let is_repeated = letters.iter().rev().take(2).any(|other| {
            other.text == glyph.text
                && (other.left - glyph.left).abs() < 0.15 * glyph.size
                && !glyph.text.trim().is_empty()
                && (other.baseline - glyph.baseline).abs() < 0.1 * glyph.size
        });
        if !is_repeated {
            letters.push(glyph);
        }
    }
    let strong =
        |test: fn(char) -> bool| letters.iter().flat_map(|glyph| glyph.text.chars()).filter(|&c| test(c)).count();
    let is_right_to_left = strong(is_right_to_left) > strong(|c| c.is_alphabetic() && !is_right_to_left(c));
    *has_right_to_left |= is_right_to_left;
    let mut words: Vec<String> = Vec::new();
    let mut previous: Option<&Glyph> = None;
    for glyph in &letters {
        let is_space = glyph.text.trim().is_empty();
        let is_gap =
            previous.is_some_and(|previous| glyph.left - previous.right > MIN_SPACE * glyph.size.min(previous.size));
        if (is_space || is_gap) && words.last().is_some_and(|word| !word.trim().is_empty()) {
            words.push(" ".to_owned());
        }
        if !is_space {
            words.push(glyph.text.clone());
            previous = Some(glyph);
        }
    }
    let text = if is_right_to_left { logical_order(words) } else { words.concat() };
    let text = text.trim();
    let (first, last) = (letters.first()?, letters.iter().rev().find(|glyph| !glyph.text.trim().is_empty())?);
    // The size of a line is that of most of its letters.
    let mut sizes: Vec<f64> =
        letters.iter().filter(|glyph| !glyph.text.trim().is_empty()).map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = *sizes.get(sizes.len() / 2)?;
    let baseline =
        letters.iter().find(|glyph| (glyph.size - size).abs() < 0.01).map_or(first.baseline, |glyph| glyph.baseline);
    (!text.is_empty()).then(|| Line { text: text.to_owned(), left: first.left, right: last.right, baseline, size })
}

/// Whether a letter is of a script that runs from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Letters from left to right in the order in which they are read: reversed, but not the numbers and Latin words in
/// them.
fn logical_order(letters: Vec<String>) -> String {
    let mut ordered: Vec<String> = letters.into_iter().rev().collect();
    let is_embedded = |text: &String| text.chars().any(|c| c.is_alphanumeric() && !is_right_to_left(c) || is_digit(c));
    let is_inner = |text: &String| text.chars().all(|c| matches!(c, '.' | ',' | ':' | '/' | '-' | ' ' | '%'));
    let mut start = 0;
    while start < ordered.len() {
        if !is_embedded(&ordered[start]) {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        let mut next = end;
        while next < ordered.len() && (is_embedded(&ordered[next]) || is_inner(&ordered[next])) {
            next += 1;
            if is_embedded(&ordered[next - 1]) {
                end = next;
            }
        }
        ordered[start..end].reverse();
        start = end;
    }
    ordered.concat()
}

/// Whether a character is a digit of Arabic script, which run from left to right as all digits do.
fn is_digit(c: char) -> bool {
    matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of half an em, the first at `left`.
    fn glyphs(text: &str, left: f64, baseline: f64, size: f64) -> Vec<Glyph> {
        let place = |(index, c): (usize, char)| {
            let left = left + index as f64 * size / 2.0;
            Glyph { text: c.to_string(), left, right: left + size / 2.0, baseline, size }
        };
        text.chars().enumerate().map(place).collect()
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        of_glyphs(glyphs, &mut false).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn gaps_are_spaces_and_wide_gaps_part_columns() {
        let mut page = glyphs("left", 0.0, 10.0, 10.0);
        page.extend(glyphs("side", 22.0, 10.0, 10.0));
        page.extend(glyphs("right", 60.0, 10.0, 10.0));
        page.extend(glyphs("below", 0.0, 22.0, 10.0));
        assert_eq!(texts(page), ["left side", "right", "below"]);
    }

    #[test]
    fn letters_in_any_order_and_raised_ones_are_one_line() {
        let mut page = glyphs("2", 20.0, 6.5, 6.0);
        page.extend(glyphs("area", 0.0, 10.0, 10.0).into_iter().rev());
        assert_eq!(texts(page), ["area2"]);
    }

    #[test]
    fn letters_that_are_drawn_twice_are_read_once() {
        let mut page = glyphs("bold", 0.0, 10.0, 10.0);
        page.extend(glyphs("bold", 0.4, 10.0, 10.0));
        assert_eq!(texts(page), ["bold"]);
    }

    #[test]
    fn text_from_right_to_left_is_read_in_its_order() {
        let mut flag = false;
        let visual: String = "قال الوزير في 2024 إن".chars().rev().collect::<String>().replace("4202", "2024");
        let lines = of_glyphs(glyphs(&visual, 0.0, 10.0, 10.0), &mut flag);
        assert_eq!(lines[0].text, "قال الوزير في 2024 إن");
        assert!(flag);
    }
}
