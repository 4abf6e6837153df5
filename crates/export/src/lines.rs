//! Words for formats that are written line by line.

/// With every run of spaces, line breaks and control characters as one space, and none at the ends: what such a format
/// makes of a text anyway, and what keeps a document's line from being taken for one of the format's own. Spaces that do
/// not break, or are of another width, stay.
pub fn one_line(text: &str) -> String {
    let blank = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// With what it opens of the Unicode Bidirectional Algorithm closed again (UAX #9, section 2): a document's
/// right-to-left override must not turn round the words that we write after it.
pub fn closed(text: &str) -> String {
    const POP_EMBEDDING: char = '\u{202C}';
    const POP_ISOLATE: char = '\u{2069}';
    let mut open: Vec<char> = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(POP_EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP_EMBEDDING if open.last() == Some(&POP_EMBEDDING) => {
                open.pop();
            }
            // The end of an isolate ends what was opened within.
            POP_ISOLATE => {
                if let Some(at) = open.iter().rposition(|&close| close == POP_ISOLATE) {
                    open.truncate(at);
                }
            }
            _ => {}
        }
    }
    text.chars().chain(open.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space() {
        assert_eq!(one_line(" a\r\n\r\nb \tc\u{2028}d\u{0}e\u{85} "), "a b c d e");
        assert_eq!(one_line("12\u{202f}%\u{a0}"), "12\u{202f}%\u{a0}");
        assert_eq!(one_line("zero\u{200d}width"), "zero\u{200d}width");
    }

    #[test]
    fn directions_are_closed_once() {
        assert_eq!(closed("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(closed("a\u{202e}b\u{202c}"), "a\u{202e}b\u{202c}");
        assert_eq!(closed("\u{2066}\u{202e}x\u{2069}"), "\u{2066}\u{202e}x\u{2069}");
        assert_eq!(closed("\u{2066}\u{202e}x"), "\u{2066}\u{202e}x\u{202c}\u{2069}");
        assert_eq!(closed("\u{202c}\u{2069}x"), "\u{202c}\u{2069}x");
    }
}
