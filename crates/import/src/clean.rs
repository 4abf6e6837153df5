//! The characters of a text as a corpus has them: one kind of line end, composed letters, no controls and nothing
//! without width that only guides a line break.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::document::{Draft, counted};

/// What [`Cleaner::clean`] has changed so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cleaner {
    controls: usize,
    soft_hyphens: usize,
    without_width: usize,
    composed: usize,
}

impl Cleaner {
    /// A text with line feeds for line ends, without white space at the ends of lines, without controls, and in
    /// Unicode Normalization Form C.
    pub fn clean(&mut self, text: &str) -> String {
        let mut cleaned = String::with_capacity(text.len());
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            match c {
                '\r' => {
                    characters.next_if_eq(&'\n');
                    cleaned.push('\n');
                }
                // The line ends of the Unicode Standard, section 5.8.
                '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
                '\t' => cleaned.push(' '),
                '\u{AD}' => self.soft_hyphens += 1,
                // Zero width space, word joiner, byte order mark.
                '\u{200B}' | '\u{2060}' | '\u{FEFF}' => self.without_width += 1,
                _ if c.is_control() || is_noncharacter(c) || matches!(c, '\u{FFF9}'..='\u{FFFB}') => self.controls += 1,
                _ => cleaned.push(c),
            }
        }
        let lines: Vec<&str> = cleaned.trim().lines().map(str::trim).collect();
        let joined = lines.join("\n");
        if is_nfc_quick(joined.chars()) == IsNormalized::Yes {
            return joined;
        }
        let composed: String = joined.nfc().collect();
        if composed != joined {
            self.composed += 1;
        }
        composed
    }

    /// Notes what was changed.
    pub fn report(&self, draft: &mut Draft) {
        let removed = [
            counted(self.soft_hyphens, "soft hyphen was removed", "soft hyphens were removed"),
            counted(self.without_width, "character without width was removed", "characters without width were removed"),
            counted(self.controls, "control character was removed", "control characters were removed"),
            counted(
                self.composed,
                "paragraph had letters and accents apart; they are one character now (NFC)",
                "paragraphs had letters and accents apart; they are one character now (NFC)",
            ),
        ];
        for message in removed.into_iter().flatten() {
            draft.change(message);
        }
    }
}

/// A text with line feeds for line ends (Unicode Standard, section 5.8).
pub(crate) fn line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
}

/// Whether a code point will never be a character (Unicode Standard, section 23.7).
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// A text in one line: every run of white space is a space, and characters that an annotation's own words must not
/// hold are left out (see `corpus::compile`).
pub(crate) fn one_line(text: &str) -> String {
    let is_kept = |&c: &char| {
        c.is_whitespace()
            || !(c.is_control()
                || is_noncharacter(c)
                || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}')
                || matches!(c, '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}')
                || matches!(c, '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'))
    };
    let kept: String = text.chars().filter(is_kept).nfc().collect();
    collapse_white_space(&kept)
}

/// A text in which every run of white space is one space, without white space at its ends.
pub(crate) fn collapse_white_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_letters_and_controls_are_as_a_corpus_has_them() {
        let mut cleaner = Cleaner::default();
        let text = "\u{FEFF}Le cafe\u{301} \r\n du\u{2028}port\rest\u{AD} fer\u{200B}mé\u{7}\t!\n";
        assert_eq!(cleaner.clean(text), "Le café\ndu\nport\nest fermé !");
        let mut draft = Draft::default();
        cleaner.report(&mut draft);
        let messages: Vec<_> = draft.notes.iter().map(|note| &*note.message).collect();
        assert_eq!(
            messages,
            [
                "1 soft hyphen was removed",
                "2 characters without width were removed",
                "1 control character was removed",
                "1 paragraph had letters and accents apart; they are one character now (NFC)",
            ]
        );
    }

    #[test]
    fn characters_that_a_script_needs_are_kept() {
        let mut cleaner = Cleaner::default();
        for text in ["می\u{200C}خواهم", "❤\u{FE0F}", "👩\u{200D}🔬", "a\u{200F}b", "a\u{A0}b"] {
            assert_eq!(cleaner.clean(text), text);
        }
    }

    #[test]
    fn a_line_holds_nothing_that_an_annotation_must_not_hold() {
        assert_eq!(one_line(" A\u{202E}\n\ttitle\u{200B} \u{A0}of 1\u{2028}"), "A title of 1");
        assert_eq!(one_line("\u{3164}\u{7}"), "");
    }
}
