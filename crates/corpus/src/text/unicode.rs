//! Unicode data for search: how characters fold, and which are marks.
//!
//! The data are in `unicode.txt`, which a test of this module generates from the tables of the crate
//! `unicode-normalization` and compares with the file. They are 21 kB of text, 8.5 kB after brotli, in the part of the
//! program that searches. The crate's own tables take 49 kB there, and the lower case tables of the standard library 4
//! kB more. The file is parsed at the first search.
//!
//! ```text
//! file  = { fold } "%" { mark }
//! fold  = gap " " { target } line-end      successive characters, `gap` after the end of the previous line
//! target = character | "_" | "(" characters ")" | "=" count "," distance "."
//! mark  = gap " " count [ " " class ] line-end
//! ```
//!
//! Numbers are hexadecimal, except for the distance, which is decimal and may be negative. `_` is a character that
//! folds to itself, `=` a number of characters whose targets are all at the same distance. A mark without a class is
//! dropped; the class is the canonical combining class of a mark that is kept.

use std::sync::OnceLock;

static TEXT: &str = include_str!("unicode.txt");

/// Base of the encoding of a target of several characters: this plus its offset in the text. It is above all
/// characters.
const SEVERAL: u32 = 0x11_0000;

struct Tables {
    /// Character and target, ascending by character.
    folds: Vec<(u32, u32)>,
    /// First and last character of a range, and how its marks fold, ascending.
    marks: Vec<(u32, u32, Mark)>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let (folds, marks) = TEXT.split_once('%').unwrap_or_default();
        Tables { folds: read_folds(folds), marks: read_marks(marks) }
    })
}

fn hexadecimal(text: &str) -> u32 {
    u32::from_str_radix(text, 16).unwrap_or_default()
}

fn read_folds(text: &str) -> Vec<(u32, u32)> {
    let mut folds = Vec::new();
    let mut code = 0;
    // Offset of the line in the text.
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let (gap, targets) = line.trim_end().split_once(' ').unwrap_or_default();
        code += hexadecimal(gap);
        let mut rest = targets;
        while let Some(c) = rest.chars().next() {
            let offset = line_start + gap.len() + 1 + targets.len() - rest.len();
            rest = &rest[c.len_utf8()..];
            match c {
                '_' => {}
                '(' => {
                    folds.push((code, SEVERAL + offset as u32 + 1));
                    rest = rest.split_once(')').unwrap_or_default().1;
                }
                '=' => {
                    let (run, after) = rest.split_once('.').unwrap_or_default();
                    let (count, distance) = run.split_once(',').unwrap_or_default();
                    let distance = distance.parse().unwrap_or_default();
                    let end = code + hexadecimal(count);
                    folds.extend((code..end).map(|code| (code, code.wrapping_add_signed(distance))));
                    code = end.wrapping_sub(1);
                    rest = after;
                }
                target => folds.push((code, target as u32)),
            }
            code = code.wrapping_add(1);
        }
        line_start += line.len();
    }
    folds
}

fn read_marks(text: &str) -> Vec<(u32, u32, Mark)> {
    let mut next = 0;
    let parse = |line: &str| {
        let mut values = line.split(' ').map(hexadecimal);
        let first = next + values.next()?;
        next = first + values.next()?;
        Some((first, next - 1, values.next().map_or(Mark::Dropped, |class| Mark::Kept(class as u8))))
    };
    text.split('\n').filter(|line| !line.is_empty()).filter_map(parse).collect()
}

/// The target of a character that does not fold to itself. Syllables of Hangul are computed by [`super::fold()`].
pub(super) fn folded(c: char) -> Option<Folded> {
    let folds = &tables().folds;
    let target = folds[folds.binary_search_by_key(&(c as u32), |&(code, _)| code).ok()?].1;
    Some(match char::from_u32(target) {
        Some(c) => Folded::One(c),
        None => Folded::Several(TEXT.get((target - SEVERAL) as usize..)?.split(')').next()?),
    })
}

/// The target of a character.
pub(super) enum Folded {
    One(char),
    Several(&'static str),
}

/// How a mark folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A diacritic: is dropped.
    Dropped,
    /// A vowel or a part of a letter: is kept; with its canonical combining class.
    Kept(u8),
}

/// How a character folds if it is a mark.
pub(super) fn mark(c: char) -> Option<Mark> {
    let code = c as u32;
    if code < 0x300 {
        return None;
    }
    let marks = &tables().marks;
    let (first, last, class) = *marks.get(marks.partition_point(|&(_, last, _)| last < code))?;
    (first <= code && code <= last).then_some(class)
}

#[cfg(test)]
#[path = "unicode/generated.rs"]
mod generated;
