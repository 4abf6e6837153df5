//! Segmentation of a text into words, by the rules in the documentation of [`crate::text`].

use std::ops::Range;

use super::class::{Class, class, is_digit, is_prepended, is_stacking_mark};
use super::number;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Range in the text, in bytes, without a possessive ending; on boundaries of grapheme clusters.
    pub range: Range<usize>,
    /// How it is separated from the next word.
    pub kind: WordKind,
}

/// How a word is separated from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// By white space or punctuation.
    Spaced,
    /// Not at all: one character of a script without spaces between words.
    Unspaced,
    /// By an apostrophe: an elided word, such as the `d` of `d’Ivoire`.
    Elided,
}

/// The words of a text, in order.
pub fn words(text: &str) -> Words<'_> {
    Words { text, offset: 0 }
}

/// Iterator over the words of a text; see [`words`].
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    offset: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        self.next_ascii().or_else(|| self.next_of_any_script())
    }
}

impl Words<'_> {
    /// The next word, where it is plain to see that it is one: a run of ASCII letters and digits, ended by what always
    /// separates. Most words of most texts are, and are found several times as fast.
    fn next_ascii(&mut self) -> Option<Word> {
        let bytes = self.text.as_bytes();
        let is_gap = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
        let start = self.offset + bytes[self.offset..].iter().position(|byte| !is_gap(byte))?;
        let end = self.ascii_run_end(start);
        let is_separated = match bytes.get(end) {
            Some(byte) => is_gap(byte) && !matches!(byte, b'\'' | b'`' | b'.' | b','),
            None => true,
        };
        if start == end || !is_separated {
            return None;
        }
        self.offset = end;
        Some(Word { range: start..end, kind: WordKind::Spaced })
    }

    fn next_of_any_script(&mut self) -> Option<Word> {
        let mut prefix = None;
        let (gap, first, kind) = self.text[self.offset..].char_indices().find_map(|(offset, c)| {
            let kind = class(c);
            if matches!(kind, Class::Letter | Class::Unspaced) {
                return Some((offset, c, kind));
            }
            prefix = if is_prepended(c) { prefix.or(Some(offset)) } else { None };
            None
        })?;
        let start = self.offset + gap;
        let with_prefix = self.offset + prefix.unwrap_or(gap);
        if kind == Class::Unspaced {
            self.offset = self.unspaced_end(start, first);
            return Some(Word { range: with_prefix..self.offset, kind: WordKind::Unspaced });
        }
        let (end, kind) = self.word_end(start, first);
        self.offset = end;
        Some(Word { range: with_prefix..start + without_possessive(&self.text[start..end]).len(), kind })
    }

    /// The end of the word that begins with a letter, and how it is separated from the next one.
    fn word_end(&self, start: usize, first: char) -> (usize, WordKind) {
        let mut end = self.ascii_run_end(start + first.len_utf8());
        // Whether the word so far is single letters with dots between: `U.S`.
        let mut is_initials = first.is_alphabetic() && end == start + first.len_utf8();
        while let Some(c) = self.char_at(end) {
            let after = end + c.len_utf8();
            match class(c) {
                Class::Letter => is_initials = false,
                Class::Mark => {
                    end = self.marks_end(end, first);
                    is_initials = false;
                    continue;
                }
                Class::Joiner | Class::Other if number::is_group_separator(c) && is_digit(first) => {
                    let Some(number) = number::grouped_number_end(self.text, start, end, c) else { break };
                    end = self.ascii_run_end(number);
                    continue;
                }
                Class::Joiner if self.letter_at(after).is_some() => {
                    if self.is_elision(start, end, after) {
                        return (end, WordKind::Elided);
                    }
                    is_initials = false;
                }
                // Dot and letter are consumed together, so that the next iteration looks at what follows the letter.
                Class::Other if is_initials && c == '.' => match self.letter_at(after) {
                    Some(next) if next.is_alphabetic() && self.letter_at(after + next.len_utf8()).is_none() => {
                        end = after + next.len_utf8();
                        continue;
                    }
                    _ => break,
                },
                Class::Other if self.is_word_internal(end, c, after) => {}
                _ => break,
            }
            end = self.ascii_run_end(after);
            is_initials &= end == after;
        }
        (end, WordKind::Spaced)
    }

    /// The end of a character of a script without spaces, or of a pictograph, with its marks and what is joined to it.
    fn unspaced_end(&self, start: usize, first: char) -> usize {
        let mut end = start + first.len_utf8();
        if is_regional_indicator(first) {
            end += self.char_at(end).filter(|&c| is_regional_indicator(c)).map_or(0, char::len_utf8);
        }
        self.marks_end(end, first)
    }

    /// The end of a run of marks, and of the letters that they join to the letter before them.
    fn marks_end(&self, from: usize, first: char) -> usize {
        let mut end = from;
        let mut is_stacking = false;
        while let Some(c) = self.char_at(end).filter(|&c| class(c) == Class::Mark) {
            end += c.len_utf8();
            // The vowel sign AM ends with a letter, after which nothing is stacked.
            is_stacking = is_stacking_mark(c) || is_stacking && !matches!(c, '\u{e33}' | '\u{eb3}');
            let joins_pictographs = c == '\u{200d}' && !first.is_alphanumeric();
            let is_joined = |next: &char| match class(*next) {
                // The vowel sign AM of Thai and Lao, decomposed.
                Class::Unspaced if matches!((c, next), ('\u{e4d}', '\u{e32}') | ('\u{ecd}', '\u{eb2}')) => true,
                Class::Unspaced => {
                    joins_pictographs && !is_regional_indicator(*next) || is_stacking && can_be_stacked(*next)
                }
                Class::Letter => is_stacking && can_be_stacked(*next),
                Class::Other => joins_pictographs && !next.is_ascii() && !is_prepended(*next),
                Class::Mark | Class::Joiner => false,
            };
            if let Some(next) = self.char_at(end).filter(is_joined) {
                end += next.len_utf8();
                is_stacking = false;
            }
        }
        end
    }

    /// The end of a run of ASCII letters and digits, found without decoding UTF-8; most texts are mostly such runs.
    fn ascii_run_end(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        from + rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len())
    }

    fn char_at(&self, offset: usize) -> Option<char> {
        self.text[offset..].chars().next()
    }

    fn letter_at(&self, offset: usize) -> Option<char> {
        self.char_at(offset).filter(|&c| class(c) == Class::Letter)
    }

    /// Whether the apostrophe at `apostrophe..after` separates an elided word from the next.
    fn is_elision(&self, start: usize, apostrophe: usize, after: usize) -> bool {
        if !matches!(&self.text[apostrophe..after], "'" | "’" | "＇") || !is_elided(&self.text[start..apostrophe]) {
            return false;
        }
        // As in "the UN’s".
        let is_possessive = self.text[after..].strip_prefix(['s', 'S']).is_some_and(|rest| {
            !rest.chars().next().is_some_and(|c| matches!(class(c), Class::Letter | Class::Mark | Class::Joiner))
        });
        !is_possessive
    }

    /// Whether a character that is not a letter is inside a word: the dot between two `l` of Catalan, or the gershayim
    /// before the last letter of a Hebrew acronym.
    fn is_word_internal(&self, offset: usize, c: char, after: usize) -> bool {
        let around: fn(char) -> bool = match c {
            '·' | '‧' => |c| matches!(c, 'l' | 'L'),
            '"' | '״' => |c| matches!(c, 'א'..='ת'),
            _ => return false,
        };
        self.text[..offset].chars().next_back().is_some_and(around) && self.char_at(after).is_some_and(around)
    }
}

/// Whether a character is a regional indicator; two of them are a flag.
fn is_regional_indicator(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether a virama can stack a letter on the one before it: letters of the scripts of India and South-East Asia.
fn can_be_stacked(letter: char) -> bool {
    matches!(letter as u32,
        0x900..=0xdff | 0xf00..=0x109f | 0x1700..=0x17ff | 0x1900..=0x1bff | 0xa800..=0xabff | 0x11000..=0x11fff)
}

/// Whether a word is an elided one of French, Italian, Catalan or a related language. The list is the same for texts of
/// all languages, because such names occur in all of them.
fn is_elided(word: &str) -> bool {
    const ELIDED: [&str; 44] = [
        "c", "d", "j", "l", "m", "n", "s", "t", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
        "all", "anch", "bell", "buon", "coll", "com", "cos", "dall", "degl", "dell", "dov", "gl", "grand", "mezz",
        "nell", "nessun", "nient", "pell", "quell", "quest", "sant", "senz", "sott", "sull", "tant", "tutt", "un",
        "vent",
    ];
    word.len() <= 6 && ELIDED.iter().any(|elided| elided.eq_ignore_ascii_case(word))
}

/// A word without its possessive endings.
fn without_possessive(mut word: &str) -> &str {
    while let Some(rest) = word.strip_suffix(['s', 'S']) {
        match rest.char_indices().next_back() {
            Some((offset, c)) if offset > 0 && class(c) == Class::Joiner => word = &rest[..offset],
            _ => break,
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_of_ascii_are_those_of_any_script(
            text in prop_oneof!["[ -~]{0,40}", "[a-bA0-9 '.,`:-]{0,30}", ".{0,20}", "[a-c ’\"א·l\u{301}]{0,20}"]
        ) {
            let mut others = words(&text);
            let others: Vec<Word> = std::iter::from_fn(|| others.next_of_any_script()).collect();
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), others);
        }
    }
}
