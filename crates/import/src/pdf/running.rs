//! What pages repeat: running heads and feet, and their numbers. It is left out and noted.

use std::collections::HashMap;

use super::lines::Line;
use crate::document::Draft;

/// The part of a page, at its top and at its bottom, in which running heads are.
const MARGIN: f64 = 0.14;

/// A page: its height and its lines, from the top.
#[derive(Debug)]
pub(super) struct Page {
    pub height: f64,
    pub lines: Vec<Line>,
}

/// A line as others repeat it: numbers do not count, the place does.
type Pattern = (String, i64);

/// Leaves out what pages repeat, and notes it.
pub(super) fn leave_out(pages: &mut [Page], draft: &mut Draft) {
    let mut counts: HashMap<Pattern, usize> = HashMap::new();
    for page in pages.iter() {
        let mut patterns: Vec<Pattern> =
            page.lines.iter().filter(|line| is_in_margin(line, page.height)).flat_map(patterns).collect();
        patterns.sort_unstable();
        patterns.dedup();
        for pattern in patterns {
            *counts.entry(pattern).or_default() += 1;
        }
    }
    // Left and right pages may have heads of their own, and each chapter, too.
    let least = usize::max(2, pages.len().div_ceil(5).min(4));
    let mut numbers = 0;
    let mut heads: Vec<(String, String, usize)> = Vec::new();
    for page in pages.iter_mut() {
        let height = page.height;
        page.lines.retain(|line| {
            if !is_in_margin(line, height) {
                return true;
            }
            if is_page_number(&line.text) {
                numbers += 1;
                return false;
            }
            if patterns(line).iter().all(|pattern| counts.get(pattern).is_none_or(|&count| count < least)) {
                return true;
            }
            let key = without_numbers(&line.text);
            match heads.iter_mut().find(|(other, ..)| *other == key) {
                Some((.., count)) => *count += 1,
                None => heads.push((key, line.text.clone(), 1)),
            }
            false
        });
    }
    draft.leave_out_count(numbers, "page number", "page numbers");
    for (_, text, count) in heads {
        draft.leave_out(format!("a running head or foot of {count} page{}", if count == 1 { "" } else { "s" }), &text);
    }
}

fn is_in_margin(line: &Line, height: f64) -> bool {
    line.baseline < height * MARGIN || line.baseline > height * (1.0 - MARGIN)
}

/// The line without its numbers, at its height and at the one beside it, so that rounding does not part them.
fn patterns(line: &Line) -> [Pattern; 2] {
    let text = without_numbers(&line.text);
    let place = line.baseline / 4.0;
    let height = place.floor() as i64;
    let nearer = if place - place.floor() < 0.5 { height - 1 } else { height + 1 };
    [(text.clone(), height), (text, nearer)]
}

fn without_numbers(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric()).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a line is only the number of a page: `7`, `- 7 -`, `Page 7 of 12`, `7/12`, `vii`.
fn is_page_number(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '·' | '|' | '[' | ']'));
    let words: Vec<&str> = text.split([' ', '/']).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    let is_roman = |word: &str| !word.is_empty() && word.len() <= 6 && word.chars().all(|c| "ivxl".contains(c));
    match &*words {
        [one] => is_number(one) || is_roman(one),
        [one, other] if text.contains('/') => is_number(one) && is_number(other),
        [page, number] => is_page_word(page) && is_number(number),
        [page, number, _, total] => is_page_word(page) && is_number(number) && is_number(total),
        [number, of, total] => is_number(number) && of.len() <= 4 && is_number(total),
        _ => false,
    }
}

fn is_page_word(word: &str) -> bool {
    const WORDS: [&str; 10] = ["page", "p.", "seite", "s.", "página", "pagina", "страница", "стр.", "strona", "sida"];
    WORDS.contains(&&*word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, baseline: f64) -> Line {
        Line { text: text.to_owned(), left: 0.0, right: 100.0, baseline, size: 10.0 }
    }

    #[test]
    fn heads_and_numbers_are_left_out_and_noted() {
        let page = |number: usize| Page {
            height: 800.0,
            lines: vec![
                line(&format!("The Aldport Review {number}"), 40.0 + 0.1 * number as f64),
                line("The council said that the bridge is safe.", 300.0),
                line(&format!("– {number} –"), 780.0),
            ],
        };
        let mut pages = vec![page(1), page(2), page(3)];
        let mut draft = Draft::default();
        leave_out(&mut pages, &mut draft);
        assert!(pages.iter().all(|page| page.lines.len() == 1 && page.lines[0].text.starts_with("The council")));
        let notes: Vec<_> = draft.notes.iter().map(|note| (&*note.message, &*note.words)).collect();
        assert_eq!(notes, [("3 page numbers", ""), ("a running head or foot of 3 pages", "The Aldport Review 1")]);
    }

    #[test]
    fn numbers_of_pages_are_told_from_text() {
        for text in ["7", "- 7 -", "Page 7 of 12", "7/12", "vii", "Seite 3", "3 of 9"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["In 2021", "12345", "mix of it", "The 7", "Kazakhstan"] {
            assert!(!is_page_number(text), "{text}");
        }
    }

    #[test]
    fn a_line_of_one_page_is_kept() {
        let mut pages = vec![
            Page { height: 800.0, lines: vec![line("A headline", 40.0)] },
            Page { height: 800.0, lines: vec![line("Words", 40.0)] },
        ];
        leave_out(&mut pages, &mut Draft::default());
        assert!(pages.iter().all(|page| page.lines.len() == 1));
    }
}
