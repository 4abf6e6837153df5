//! Characters as a report names them: by code point and Unicode name, those that do not show among them; and texts as TOML
//! writes them, so that what a help text proposes can be copied into an annotation letter for letter.

use std::fmt::Write as _;

/// The aliases of control characters, which have no name of their own (`NameAliases.txt` of the Unicode Character
/// Database): U+0000 to U+001F.
const CONTROLS: [&str; 32] = [
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

/// Whether a character joins or shapes the letters beside it: it does not show, but scripts and emoji need it.
fn shapes_letters(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}')
        || matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether a character is one of the tags that name a flag after U+1F3F4, and hide words anywhere else.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Whether a character steers how others show, or takes no place at all, without being needed to write any language.
fn steers(c: char) -> bool {
    c.is_control()
        || is_tag(c)
        || matches!(c, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}')
        || matches!(c, '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0080}'..='\u{E0FFF}')
            && !shapes_letters(c)
}

/// Whether a character does not show: controls, formats, and what Unicode says may be ignored in display
/// (`Default_Ignorable_Code_Point`). White space other than controls is not among them.
pub(super) fn is_hidden(c: char) -> bool {
    c == '\u{AD}' || shapes_letters(c) || steers(c)
}

/// Whether a report shows a code in a character's place: what does not show, but for what shapes the letters beside it.
pub(super) fn is_shown_as_code(c: char) -> bool {
    c == '\u{AD}' || steers(c)
}

/// The first character of an editor's own words that is never meant there: one that deceives, not one that a script or an
/// emoji needs.
pub(super) fn unwanted(text: &str, line_breaks: bool) -> Option<char> {
    let mut flag = false;
    text.chars().find(|&c| {
        flag = c == '\u{1F3F4}' || flag && is_tag(c);
        steers(c) && !(line_breaks && matches!(c, '\n' | '\r')) && !(flag && is_tag(c))
    })
}

/// Whether nothing of a text would show.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c) || c == '\u{2800}')
}

/// "U+0430 CYRILLIC SMALL LETTER A".
pub(super) fn described(c: char) -> String {
    let code = u32::from(c);
    let mut text = format!("U+{code:04X} ");
    // Writing into a string does not fail.
    let _ = match (c, unicode_names2::name(c)) {
        (..='\u{1F}', _) => write!(text, "{}", CONTROLS[code as usize]),
        ('\u{7F}', _) => write!(text, "DELETE"),
        ('\u{85}', _) => write!(text, "NEXT LINE"),
        ('\u{FEFF}', Some(name)) => write!(text, "{name} (byte order mark)"),
        (_, Some(name)) => write!(text, "{name}"),
        (..='\u{9F}', None) => write!(text, "(a control character)"),
        (_, None) => write!(text, "(without a name)"),
    };
    text
}

/// The characters of a text, each [`described`].
pub(super) fn all_described(text: &str) -> String {
    text.chars().map(described).collect::<Vec<_>>().join(", ")
}

/// The first characters of a text that are not of ASCII, named: where only letters of ASCII can stand, these may look like
/// them.
pub(super) fn foreign(text: &str) -> Option<String> {
    const NAMED: usize = 3;
    let mut found: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !c.is_ascii()) {
        if !found.contains(&c) && found.len() < NAMED {
            found.push(c);
        }
    }
    let named: Vec<_> = found.iter().map(|&c| format!("“{c}” ({})", described(c))).collect();
    (!named.is_empty()).then(|| format!("it holds {}", named.join(", ")))
}

/// A text fit for a terminal: what does not show in it, or steers what shows, is replaced by its name.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_shown_as_code(c) && !matches!(c, '\n' | '\r' | '\t') {
            out.extend(["‹", &described(c), "›"]);
        } else {
            out.push(c);
        }
    }
    out
}

/// A text as a basic string of TOML. What does not show in it, or would not survive a terminal, is written as an escape.
pub(super) fn toml_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            '\n' => write!(out, "\\n"),
            '\r' => write!(out, "\\r"),
            '\t' => write!(out, "\\t"),
            c if c != ' ' && c.is_whitespace() || is_hidden(c) => match u32::from(c) {
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
    fn characters_are_named_as_unicode_names_them() {
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
            assert_eq!(described(c), name);
        }
    }

    #[test]
    fn what_a_script_or_an_emoji_needs_is_hidden_and_still_wanted() {
        for text in ["می\u{200C}خواهم", "❤\u{FE0F}", "👩\u{200D}🔬", "🏴\u{E0067}\u{E0062}\u{E007F}", "葛\u{E0100}"]
        {
            assert_eq!(unwanted(text, false), None, "{text:?}");
            assert!(text.chars().any(is_hidden), "{text:?}");
        }
        for text in ["a\u{202E}b", "a\u{E0061}b", "a\u{200B}", "\u{3164}", "\u{FEFF}a", "a\u{2066}b", "a\u{7}", "a\nb"]
        {
            assert!(unwanted(text, false).is_some(), "{text:?}");
        }
        assert_eq!(unwanted("a\r\nb", true), None);
    }

    #[test]
    fn what_does_not_show_is_blank() {
        assert!(["", " \u{200D}", "\u{3164}", "\u{2800}\u{FE0F}", "\u{200B}"].into_iter().all(is_blank));
        assert!(!is_blank("❤\u{FE0F}"));
    }

    #[test]
    fn letters_that_are_not_of_ascii_are_named_once() {
        assert_eq!(foreign("town"), None);
        assert_eq!(
            foreign("t\u{43e}wn-t\u{43e}wn").as_deref(),
            Some("it holds “\u{43e}” (U+043E CYRILLIC SMALL LETTER O)")
        );
    }

    #[test]
    fn messages_name_what_steers_a_terminal() {
        assert_eq!(visible("a\u{202E}b\u{1B}c\n"), "a‹U+202E RIGHT-TO-LEFT OVERRIDE›b‹U+001B ESCAPE›c\n");
    }

    proptest::proptest! {
        #[test]
        fn toml_reads_a_written_text_as_it_was(text in "\\PC{0,20}|[\u{0}-\u{20}\u{7f}-\u{a0}\"\\\\\r\n\u{2028}\u{feff}\u{e0041}é\u{301}]{0,12}") {
            let written = toml_string(&text);
            let table: toml::Table = format!("a = {written}").parse().expect("TOML");
            proptest::prop_assert_eq!(table["a"].as_str(), Some(text.as_str()));
            proptest::prop_assert!(!written.chars().any(is_hidden));
        }
    }
}
