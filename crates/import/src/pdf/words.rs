//! Words across the ends of lines, and letters as type draws them.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

/// The joining of lines, with what was done to words.
pub(super) struct Joiner {
    /// Words with a hyphen inside, as lines have them.
    hyphenated: HashSet<String>,
    /// The words that were divided.
    pub joined: Vec<String>,
}

/// The words of lines that have a hyphen inside.
fn hyphenated_words<'a>(lines: impl Iterator<Item = &'a str>) -> HashSet<String> {
    let words = lines.flat_map(str::split_whitespace);
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-'));
    words.filter(|word| word.trim_end_matches('-').contains('-')).map(str::to_lowercase).collect()
}

impl Joiner {
    /// A joiner for a text of these lines.
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        Joiner { hyphenated: hyphenated_words(lines), joined: Vec::new() }
    }

    /// Appends a line to a paragraph.
    pub fn append(&mut self, text: &mut String, line: &str) {
        let Some(last) = text.chars().last() else {
            text.push_str(line);
            return;
        };
        let first = line.chars().next().unwrap_or(' ');
        let before = text.chars().rev().nth(1).unwrap_or(' ');
        if matches!(last, '-' | '\u{2010}' | '\u{AD}') && before.is_alphabetic() && first.is_alphanumeric() {
            let beginning = text.rsplit(char::is_whitespace).next().unwrap_or_default();
            let beginning = &beginning[..beginning.len() - last.len_utf8()];
            let end = line.split_whitespace().next().unwrap_or_default();
            let end = end.trim_matches(|c: char| !c.is_alphanumeric());
            let beginning = beginning.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
            let is_compound = self.hyphenated.contains(&format!("{beginning}-{end}").to_lowercase());
            if last == '\u{AD}' || first.is_lowercase() && !is_compound {
                text.truncate(text.len() - last.len_utf8());
                self.joined.push(format!("{beginning}{end}"));
            }
        } else if !(is_unspaced(last) && is_unspaced(first)) {
            text.push(' ');
        }
        text.push_str(line);
    }
}

/// Whether a character is of a script that has no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{2FFFF}')
        || matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// A text in which ligatures of Latin letters are those letters.
pub(super) fn without_ligatures(text: &str, count: &mut usize) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        let ligature = match c {
            '\u{FB00}' => "ff",
            '\u{FB01}' => "fi",
            '\u{FB02}' => "fl",
            '\u{FB03}' => "ffi",
            '\u{FB04}' => "ffl",
            '\u{FB05}' | '\u{FB06}' => "st",
            // Arabic letters as they are drawn in a word; the letter itself is the same in all of them.
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                letters.extend(c.nfkc());
                continue;
            }
            _ => {
                letters.push(c);
                continue;
            }
        };
        letters.push_str(ligature);
        *count += 1;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_become_letters() {
        let mut count = 0;
        assert_eq!(without_ligatures("ﬁnal oﬃce", &mut count), "final office");
        assert_eq!(count, 2);
        assert_eq!(without_ligatures("ﻗﺎل اﻟﻮزﻳﺮ ﻻ", &mut count), "قال الوزير لا");
    }
}
