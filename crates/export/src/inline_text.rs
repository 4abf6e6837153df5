//! Text as it can stand within a line of a format that is written line by line.

/// Replaces every run of spaces, line breaks and control characters by one space, and trims both ends. Line-based
/// formats do so anyway, and no line of a document can then be taken for a line of the format. No-break spaces and
/// spaces of other widths stay.
pub fn collapse_white_space(text: &str) -> String {
    let blank = |c: char| c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Appends what closes the directional embeddings, overrides and isolates that the text leaves open (UAX #9, section
/// 2): a document's right-to-left override must not reorder the words that follow it in the file.
pub fn close_directional_formatting(text: &str) -> String {
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
            // The end of an isolate closes what was opened within it.
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
        assert_eq!(collapse_white_space(" a\r\n\r\nb \tc\u{2028}d\u{0}e\u{85} "), "a b c d e");
        assert_eq!(collapse_white_space("12\u{202f}%\u{a0}"), "12\u{202f}%\u{a0}");
        assert_eq!(collapse_white_space("zero\u{200d}width"), "zero\u{200d}width");
    }

    #[test]
    fn directions_are_closed_once() {
        assert_eq!(close_directional_formatting("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(close_directional_formatting("a\u{202e}b\u{202c}"), "a\u{202e}b\u{202c}");
        assert_eq!(close_directional_formatting("\u{2066}\u{202e}x\u{2069}"), "\u{2066}\u{202e}x\u{2069}");
        assert_eq!(close_directional_formatting("\u{2066}\u{202e}x"), "\u{2066}\u{202e}x\u{202c}\u{2069}");
        assert_eq!(close_directional_formatting("\u{202c}\u{2069}x"), "\u{202c}\u{2069}x");
    }
}
