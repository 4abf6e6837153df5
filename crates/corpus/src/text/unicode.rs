//! What Unicode says of characters, as far as search needs it: how they fold, and which are marks.
//!
//! The data stand in `unicode.txt`, made by a test of this module out of the tables of the crate `unicode-normalization`;
//! the test fails where the file says anything else. They are 21 kB of text, 8.5 kB after brotli, in the part of the program
//! that searches. The crate's own tables cost 49 kB there, and lower case of the standard library 4 kB more. They are
//! read once, when something is first searched.
//!
//! ```text
//! file  = { fold } "%" { mark }
//! fold  = gap " " { target } line-end      characters in a row, `gap` after the end of the row before
//! target = character | "_" | "(" characters ")" | "=" count "," distance "."
//! mark  = gap " " count [ " " class ] line-end
//! ```
//!
//! All numbers are hexadecimal, but for the distance, which is decimal and may be negative. `_` stands for a character that stays,
//! `=` for so many that are all moved by the same distance. A mark without a class says nothing and is dropped; the
//! class is the canonical combining class of one that is kept.

use std::sync::OnceLock;

static TEXT: &str = include_str!("unicode.txt");

/// Above all characters: the place in the text of a target of several.
const SEVERAL: u32 = 0x11_0000;

struct Tables {
    /// Character and target, ascending.
    folds: Vec<(u32, u32)>,
    /// First, last, and what becomes of them, ascending.
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
    // Where the line begins in the text.
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let (gap, targets) = line.trim_end().split_once(' ').unwrap_or_default();
        code += hexadecimal(gap);
        let mut rest = targets;
        while let Some(c) = rest.chars().next() {
            let place = line_start + gap.len() + 1 + targets.len() - rest.len();
            rest = &rest[c.len_utf8()..];
            match c {
                '_' => {}
                '(' => {
                    folds.push((code, SEVERAL + place as u32 + 1));
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
    let row = |line: &str| {
        let mut values = line.split(' ').map(hexadecimal);
        let first = next + values.next()?;
        next = first + values.next()?;
        Some((first, next - 1, values.next().map_or(Mark::Dropped, |class| Mark::Kept(class as u8))))
    };
    text.split('\n').filter(|line| !line.is_empty()).filter_map(row).collect()
}

/// What a character folds to, if not to itself. Syllables of Hangul are told by [`super::fold`].
pub(super) fn folded(c: char) -> Option<Folded> {
    let folds = &tables().folds;
    let target = folds[folds.binary_search_by_key(&(c as u32), |&(code, _)| code).ok()?].1;
    Some(match char::from_u32(target) {
        Some(c) => Folded::One(c),
        None => Folded::Several(TEXT.get((target - SEVERAL) as usize..)?.split(')').next()?),
    })
}

/// What a character folds to.
pub(super) enum Folded {
    One(char),
    Several(&'static str),
}

/// What folding does with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A sign on a letter.
    Dropped,
    /// A vowel or a part of a letter; with its canonical combining class.
    Kept(u8),
}

/// What folding does with a character if it is a mark.
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
