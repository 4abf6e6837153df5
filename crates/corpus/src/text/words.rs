//! Where words stand in a text; the rules stand at the head of [`super`].

use std::ops::Range;

use super::class::{Class, class, is_digit, prepends, stacks};
use super::number;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes of the text, without a possessive ending; whole grapheme clusters.
    pub range: Range<usize>,
    /// How it stands to the next one.
    pub kind: WordKind,
}

/// How a word stands to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Apart from them.
    Spaced,
    /// One character of a script that puts no space between words.
    Unspaced,
    /// An elided word, with an apostrophe between it and the next: the `d` of `d’Ivoire`.
    Elided,
}

/// Where the words of a text stand, in order.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// Finds words; see [`words`].
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let mut prefix = None;
        let (gap, first, kind) = self.text[self.at..].char_indices().find_map(|(at, c)| {
            let kind = class(c);
            if matches!(kind, Class::Letter | Class::Unit) {
                return Some((at, c, kind));
            }
            prefix = if prepends(c) { prefix.or(Some(at)) } else { None };
            None
        })?;
        let start = self.at + gap;
        let shown = self.at + prefix.unwrap_or(gap);
        if kind == Class::Unit {
            self.at = self.unit_end(start, first);
            return Some(Word { range: shown..self.at, kind: WordKind::Unspaced });
        }
        let (end, kind) = self.word_end(start, first);
        self.at = end;
        Some(Word { range: shown..start + possessor(&self.text[start..end]).len(), kind })
    }
}

impl Words<'_> {
    fn word_end(&self, start: usize, first: char) -> (usize, WordKind) {
        let mut end = self.plain_to(start + first.len_utf8());
        // Whether so far each letter stands alone, dots between: `U.S`.
        let mut initials = first.is_alphabetic() && end == start + first.len_utf8();
        while let Some(c) = self.char_at(end) {
            let after = end + c.len_utf8();
            match class(c) {
                Class::Letter => initials = false,
                Class::Mark => {
                    end = self.marks_end(end, first);
                    initials = false;
                    continue;
                }
                Class::Between | Class::Other if number::groups(c) && is_digit(first) => {
                    let Some(number) = number::end(self.text, start, end, c) else { break };
                    end = self.plain_to(number);
                    continue;
                }
                Class::Between if self.letter_at(after).is_some() => {
                    if self.elides(start, end, after) {
                        return (end, WordKind::Elided);
                    }
                    initials = false;
                }
                // One more initial is taken as a whole, so that the next round sees what follows it.
                Class::Other if initials && c == '.' => match self.letter_at(after) {
                    Some(next) if next.is_alphabetic() && self.letter_at(after + next.len_utf8()).is_none() => {
                        end = after + next.len_utf8();
                        continue;
                    }
                    _ => break,
                },
                Class::Other if self.joins(end, c, after) => {}
                _ => break,
            }
            end = self.plain_to(after);
            initials &= end == after;
        }
        (end, WordKind::Spaced)
    }

    /// Where a character of a script without spaces, or a pictograph, ends with all that is never apart from it.
    fn unit_end(&self, start: usize, first: char) -> usize {
        let mut end = start + first.len_utf8();
        if is_flag_letter(first) {
            end += self.char_at(end).filter(|&c| is_flag_letter(c)).map_or(0, char::len_utf8);
        }
        self.marks_end(end, first)
    }

    /// Where marks end, and the letters that they join to the one before them.
    fn marks_end(&self, from: usize, first: char) -> usize {
        let mut end = from;
        let mut stacked = false;
        while let Some(c) = self.char_at(end).filter(|&c| class(c) == Class::Mark) {
            end += c.len_utf8();
            // The vowel `am` ends with a letter.
            stacked = stacks(c) || stacked && !matches!(c, '\u{e33}' | '\u{eb3}');
            let pictographs = c == '\u{200d}' && !first.is_alphanumeric();
            let joined = |next: &char| match class(*next) {
                // The vowel `am` of Thai and Lao, decomposed.
                Class::Unit if matches!((c, next), ('\u{e4d}', '\u{e32}') | ('\u{ecd}', '\u{eb2}')) => true,
                Class::Unit => pictographs && !is_flag_letter(*next) || stacked && can_be_joined(*next),
                Class::Letter => stacked && can_be_joined(*next),
                Class::Other => pictographs && !next.is_ascii() && !prepends(*next),
                Class::Mark | Class::Between => false,
            };
            if let Some(next) = self.char_at(end).filter(joined) {
                end += next.len_utf8();
                stacked = false;
            }
        }
        end
    }

    /// Where a run of ASCII letters and digits ends: nearly all there is to see, without decoding it.
    fn plain_to(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        from + rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len())
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    fn letter_at(&self, at: usize) -> Option<char> {
        self.char_at(at).filter(|&c| class(c) == Class::Letter)
    }

    /// Whether the apostrophe between two places parts an elided word from the next.
    fn elides(&self, start: usize, apostrophe: usize, after: usize) -> bool {
        if !matches!(&self.text[apostrophe..after], "'" | "’" | "＇") || !is_elided(&self.text[start..apostrophe]) {
            return false;
        }
        // The UN’s.
        let possessive = self.text[after..].strip_prefix(['s', 'S']).is_some_and(|rest| {
            !rest.chars().next().is_some_and(|c| matches!(class(c), Class::Letter | Class::Mark | Class::Between))
        });
        !possessive
    }

    /// Whether what is no letter stands inside a word all the same: between two `l` of Catalan, or before the last letter of
    /// an acronym of Hebrew.
    fn joins(&self, at: usize, c: char, after: usize) -> bool {
        let around: fn(char) -> bool = match c {
            '·' | '‧' => |c| matches!(c, 'l' | 'L'),
            '"' | '״' => |c| matches!(c, 'א'..='ת'),
            _ => return false,
        };
        self.text[..at].chars().next_back().is_some_and(around) && self.char_at(after).is_some_and(around)
    }
}

/// Whether a character is one of the letters that make a flag by two (`Regional_Indicator`).
fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether a virama can join a letter to the one before it: a letter of the scripts of India and South-East Asia.
fn can_be_joined(letter: char) -> bool {
    matches!(letter as u32,
        0x900..=0xdff | 0xf00..=0x109f | 0x1700..=0x17ff | 0x1900..=0x1bff | 0xa800..=0xabff | 0x11000..=0x11fff)
}

/// Whether a word is one that French, Italian, Catalan and their like shorten before another. A list, and not a rule of a
/// language, because such names stand in texts of every language.
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
fn possessor(mut word: &str) -> &str {
    while let Some(rest) = word.strip_suffix(['s', 'S']) {
        match rest.char_indices().next_back() {
            Some((at, c)) if at > 0 && class(c) == Class::Between => word = &rest[..at],
            _ => break,
        }
    }
    word
}
