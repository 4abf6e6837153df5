//! Characters and texts as a report displays them: characters by code point and Unicode name, invisible ones escaped,
//! and texts as TOML strings, so that a proposal in a help text can be copied into an annotation as it is.

use std::fmt::Write as _;

use super::hidden::{is_invisible, needs_escape};

/// The names of the control characters U+0000 to U+001F. They are aliases, since controls have no names
/// (`NameAliases.txt` of the Unicode Character Database).
const CONTROL_NAMES: [&str; 32] = [
    "NULL",
    "START OF HEADING",
    "START OF TEXT",
    "END OF TEXT",
    "END OF TRANSMISSION",
    "ENQUIRY",
    "ACKNOWLEDGE",
    "ALERT",
    "BACKSPACE",
    "CHARACTER TABULATION",
    "LINE FEED",
    "LINE TABULATION",
    "FORM FEED",
    "CARRIAGE RETURN",
    "SHIFT OUT",
    "SHIFT IN",
    "DATA LINK ESCAPE",
    "DEVICE CONTROL ONE",
    "DEVICE CONTROL TWO",
    "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR",
    "NEGATIVE ACKNOWLEDGE",
    "SYNCHRONOUS IDLE",
    "END OF TRANSMISSION BLOCK",
    "CANCEL",
    "END OF MEDIUM",
    "SUBSTITUTE",
    "ESCAPE",
    "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE",
    "INFORMATION SEPARATOR TWO",
    "INFORMATION SEPARATOR ONE",
];

/// A character by code point and name: "U+0430 CYRILLIC SMALL LETTER A".
pub(super) fn describe_char(c: char) -> String {
    let code = u32::from(c);
    let mut text = format!("U+{code:04X} ");
    // Writing to a `String` is infallible.
    let _ = match (c, unicode_names2::name(c)) {
        (..='\u{1F}', _) => write!(text, "{}", CONTROL_NAMES[code as usize]),
        ('\u{7F}', _) => write!(text, "DELETE"),
        ('\u{85}', _) => write!(text, "NEXT LINE"),
        ('\u{FEFF}', Some(name)) => write!(text, "{name} (byte order mark)"),
        (_, Some(name)) => write!(text, "{name}"),
        (..='\u{9F}', None) => write!(text, "(a control character)"),
        (_, None) => write!(text, "(without a name)"),
    };
    text
}

/// The characters of a text by code point and name, see [`describe_char`].
pub(super) fn describe_chars(text: &str) -> String {
    text.chars().map(describe_char).collect::<Vec<_>>().join(", ")
}

/// Describes the first characters of a text outside ASCII, if it has any: where only ASCII is valid, they may be
/// lookalikes of valid ones.
pub(super) fn describe_non_ascii(text: &str) -> Option<String> {
    const MAX_DESCRIBED: usize = 3;
    let mut found: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !c.is_ascii()) {
        if !found.contains(&c) && found.len() < MAX_DESCRIBED {
            found.push(c);
        }
    }
    let described: Vec<_> = found.iter().map(|&c| format!("“{c}” ({})", describe_char(c))).collect();
    (!described.is_empty()).then(|| format!("it holds {}", described.join(", ")))
}

/// A text that is safe to print on a terminal: invisible characters, and those that change the display of others, are
/// replaced by their names.
pub(super) fn escape_invisible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if needs_escape(c) && !matches!(c, '\n' | '\r' | '\t') {
            out.extend(["‹", &describe_char(c), "›"]);
        } else {
            out.push(c);
        }
    }
    out
}

/// A text as a basic string of TOML. Characters that are invisible, or that a terminal would change, are escaped.
pub(super) fn toml_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            '\n' => write!(out, "\\n"),
            '\r' => write!(out, "\\r"),
            '\t' => write!(out, "\\t"),
            c if c != ' ' && c.is_whitespace() || is_invisible(c) => match u32::from(c) {
                code @ ..=0xFFFF => write!(out, "\\u{code:04X}"),
                code => write!(out, "\\U{code:08X}"),
            },
            c => write!(out, "{c}"),
        };
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_their_unicode_names() {
        for (c, name) in [
            ('\u{430}', "U+0430 CYRILLIC SMALL LETTER A"),
            ('\u{202E}', "U+202E RIGHT-TO-LEFT OVERRIDE"),
            ('\u{FE0F}', "U+FE0F VARIATION SELECTOR-16"),
            ('\r', "U+000D CARRIAGE RETURN"),
            ('\u{1B}', "U+001B ESCAPE"),
            ('\u{85}', "U+0085 NEXT LINE"),
            ('\u{AD}', "U+00AD SOFT HYPHEN"),
            ('\u{E0041}', "U+E0041 TAG LATIN CAPITAL LETTER A"),
            ('\u{AC00}', "U+AC00 HANGUL SYLLABLE GA"),
            ('\u{5904}', "U+5904 CJK UNIFIED IDEOGRAPH-5904"),
            ('\u{FEFF}', "U+FEFF ZERO WIDTH NO-BREAK SPACE (byte order mark)"),
            ('\u{E000}', "U+E000 (without a name)"),
        ] {
            assert_eq!(describe_char(c), name);
        }
    }

    #[test]
    fn each_non_ascii_character_is_described_once() {
        assert_eq!(describe_non_ascii("town"), None);
        assert_eq!(
            describe_non_ascii("t\u{43e}wn-t\u{43e}wn").as_deref(),
            Some("it holds “\u{43e}” (U+043E CYRILLIC SMALL LETTER O)")
        );
    }

    #[test]
    fn control_and_format_characters_in_messages_are_replaced_by_names() {
        assert_eq!(escape_invisible("a\u{202E}b\u{1B}c\n"), "a‹U+202E RIGHT-TO-LEFT OVERRIDE›b‹U+001B ESCAPE›c\n");
    }

    proptest::proptest! {
        #[test]
        fn toml_strings_round_trip(text in "\\PC{0,20}|[\u{0}-\u{20}\u{7f}-\u{a0}\"\\\\\r\n\u{2028}\u{feff}\u{e0041}é\u{301}]{0,12}") {
            let written = toml_string(&text);
            let table: toml::Table = format!("a = {written}").parse().expect("TOML");
            proptest::prop_assert_eq!(table["a"].as_str(), Some(text.as_str()));
            proptest::prop_assert!(!written.chars().any(is_invisible));
        }
    }
}
