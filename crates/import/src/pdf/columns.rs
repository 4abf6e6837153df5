//! The order in which the lines of a page are read: columns from the left, each from the top, between lines that span
//! them.

use super::lines::Line;

/// The fewest lines of a column.
const MIN_LINES: usize = 3;

/// The fewest characters in a mean line of a column. The cells of tables are shorter.
const MIN_MEAN_LENGTH: usize = 14;

/// The gap below columns, in ems, below which other text begins. Those between paragraphs are narrower.
const MIN_BAND: f64 = 2.4;

/// The size of a line below columns that begins other text, as a multiple of that of the line above.
const HEADING_SIZE: f64 = 1.08;

/// The most places at which columns are looked for.
const MAX_CANDIDATES: usize = 60;

/// The most columns inside each other.
const MAX_DEPTH: usize = 6;

/// A part of a page that is read from the top: the whole of it, or a column.
#[derive(Clone, Debug)]
pub(super) struct Region {
    pub lines: Vec<Line>,
}

/// The regions of a page in reading order. The lines must be sorted from the top.
pub(super) fn in_reading_order(lines: Vec<Line>) -> Vec<Region> {
    let mut regions = Vec::new();
    order(lines, MAX_DEPTH, &mut regions);
    regions
}

fn order(lines: Vec<Line>, depth: usize, regions: &mut Vec<Region>) {
    let gutter = (depth > 0).then(|| best_gutter(&lines)).flatten();
    let Some(gutter) = gutter else {
        if !lines.is_empty() {
            regions.push(Region { lines });
        }
        return;
    };
    for zone in zones(lines, gutter) {
        match zone {
            Zone::Columns(left, right) => {
                order(left, depth - 1, regions);
                order(right, depth - 1, regions);
            }
            Zone::Whole(lines) => order(lines, 0, regions),
        }
    }
}

/// A part of the page between lines that span a gutter.
enum Zone {
    Columns(Vec<Line>, Vec<Line>),
    Whole(Vec<Line>),
}

/// Parts lines at those that cross a place.
fn zones(lines: Vec<Line>, gutter: f64) -> Vec<Zone> {
    let mut zones: Vec<Zone> = Vec::new();
    let mut sides = (Vec::new(), Vec::new());
    let close = |sides: &mut (Vec<Line>, Vec<Line>), zones: &mut Vec<Zone>| {
        let (left, right) = std::mem::take(sides);
        if is_column(&left) && is_column(&right) {
            zones.push(Zone::Columns(left, right));
            return;
        }
        let mut whole: Vec<Line> = left.into_iter().chain(right).collect();
        whole.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
        match zones.last_mut() {
            Some(Zone::Whole(lines)) => lines.extend(whole),
            _ => zones.push(Zone::Whole(whole)),
        }
    };
    let mut above: Option<(f64, f64)> = None;
    for line in lines {
        let is_new_text = above.is_some_and(|(baseline, size)| {
            let gap = (line.baseline - baseline) / size;
            gap > MIN_BAND || gap > 1.3 && line.size > HEADING_SIZE * size
        });
        // Columns end above a heading, and above a wide gap, that no column reaches across.
        if is_new_text && is_column(&sides.0) && is_column(&sides.1) {
            close(&mut sides, &mut zones);
        }
        above = Some((line.baseline, line.size));
        if line.right <= gutter {
            sides.0.push(line);
        } else if line.left >= gutter {
            sides.1.push(line);
        } else {
            close(&mut sides, &mut zones);
            match zones.last_mut() {
                Some(Zone::Whole(lines)) => lines.push(line),
                _ => zones.push(Zone::Whole(vec![line])),
            }
        }
    }
    close(&mut sides, &mut zones);
    zones
}

/// Whether lines are a column of text: enough of them, and long enough.
fn is_column(lines: &[Line]) -> bool {
    let letters: usize = lines.iter().map(|line| line.text.chars().count()).sum();
    lines.len() >= MIN_LINES && letters >= lines.len() * MIN_MEAN_LENGTH
}

/// The place at which the most lines stand in columns; `None` if none do.
fn best_gutter(lines: &[Line]) -> Option<f64> {
    let mut candidates: Vec<f64> = lines.iter().map(|line| line.right + 0.3 * line.size).collect();
    candidates.sort_by(f64::total_cmp);
    candidates.dedup_by(|a, b| (*a - *b).abs() < 3.0);
    let step = candidates.len().div_ceil(MAX_CANDIDATES).max(1);
    let score = |gutter: f64| -> usize {
        let in_columns = |zone: Zone| match zone {
            Zone::Columns(left, right) => left.len() + right.len(),
            Zone::Whole(_) => 0,
        };
        zones(lines.to_vec(), gutter).into_iter().map(in_columns).sum()
    };
    let scored = candidates.into_iter().step_by(step).map(|gutter| (score(gutter), gutter));
    // Of places that are as good the leftmost, so that the columns are read from the left.
    scored.rev().filter(|&(score, _)| score > 0).max_by_key(|&(score, _)| score).map(|(_, gutter)| gutter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, left: f64, right: f64, baseline: f64) -> Line {
        Line { text: text.to_owned(), left, right, baseline, size: 10.0 }
    }

    fn read(mut lines: Vec<Line>) -> Vec<String> {
        lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
        in_reading_order(lines).into_iter().flat_map(|region| region.lines).map(|line| line.text).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut lines = vec![line("A title over both columns of the page", 0.0, 200.0, 0.0)];
        for row in 0..4 {
            let baseline = 20.0 + f64::from(row) * 12.0;
            lines.push(line(&format!("left column, line {row}"), 0.0, 95.0, baseline));
            lines.push(line(&format!("right column, line {row}"), 110.0, 200.0, baseline + 3.0));
        }
        lines.push(line("A line below that spans the columns", 0.0, 200.0, 90.0));
        let read = read(lines);
        assert!(read[0].starts_with("A title") && read[9].starts_with("A line below"));
        assert!(read[1..5].iter().all(|text| text.starts_with("left")), "{read:?}");
        assert!(read[5..9].iter().all(|text| text.starts_with("right")));
    }

    #[test]
    fn three_columns_are_read_from_the_left() {
        let mut lines = Vec::new();
        for row in 0..4 {
            for (column, name) in ["first", "second", "third"].iter().enumerate() {
                let left = column as f64 * 110.0;
                lines.push(line(&format!("{name} column {row}"), left, left + 95.0, f64::from(row) * 12.0));
            }
        }
        let read = read(lines);
        assert!(read[..4].iter().all(|text| text.starts_with("first")), "{read:?}");
        assert!(read[8..].iter().all(|text| text.starts_with("third")));
    }

    #[test]
    fn text_below_columns_is_read_after_them() {
        let mut lines = Vec::new();
        for row in 0..4 {
            let baseline = f64::from(row) * 12.0;
            lines.push(line(&format!("left column, line {row}"), 0.0, 95.0, baseline));
            lines.push(line(&format!("right column, line {row}"), 110.0, 200.0, baseline));
        }
        lines.push(Line { size: 14.0, ..line("A heading", 0.0, 60.0, 60.0) });
        lines.push(line("a line below it", 0.0, 80.0, 76.0));
        let read = read(lines);
        assert!(read[7].starts_with("right"), "{read:?}");
        assert_eq!(read[8..], ["A heading", "a line below it"]);
    }

    #[test]
    fn a_table_is_read_by_rows() {
        let mut lines = Vec::new();
        for row in 0..5 {
            lines.push(line(&format!("Year {row}"), 0.0, 30.0, f64::from(row) * 12.0));
            lines.push(line("12", 100.0, 110.0, f64::from(row) * 12.0));
        }
        assert_eq!(read(lines)[..3], ["Year 0", "12", "Year 1"]);
    }
}
