//! Characters that are invisible or change how their neighbours are displayed: controls, format characters, direction
//! marks, variation selectors. They can make a text differ from what a reader sees.

/// Whether a character joins or shapes the letters beside it: it is invisible, but scripts and emoji need it.
fn is_joiner_or_selector(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}')
        || matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether a character is a tag: tags spell the name of a flag after U+1F3F4, and hide words anywhere else.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Whether a character is a control or format character that no language needs: it changes how others are displayed, or
/// has no width.
fn is_control_or_format(c: char) -> bool {
    c.is_control()
        || is_tag(c)
        || matches!(c, '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}')
        || matches!(c, '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0080}'..='\u{E0FFF}')
            && !is_joiner_or_selector(c)
}

/// Whether a character is invisible: controls, formats, and the characters that Unicode allows a display to ignore
/// (`Default_Ignorable_Code_Point`). White space is not, unless it is a control.
pub(super) fn is_invisible(c: char) -> bool {
    c == '\u{AD}' || is_joiner_or_selector(c) || is_control_or_format(c)
}

/// Whether a report writes a character as an escape: an invisible one, unless it shapes the letters beside it.
pub(super) fn needs_escape(c: char) -> bool {
    c == '\u{AD}' || is_control_or_format(c)
}

/// The first character that an editor's own words must not contain: one that deceives, not one that a script or an
/// emoji needs.
pub(super) fn find_disallowed(text: &str, allow_line_breaks: bool) -> Option<char> {
    let mut in_flag = false;
    text.chars().find(|&c| {
        in_flag = c == '\u{1F3F4}' || in_flag && is_tag(c);
        is_control_or_format(c) && !(allow_line_breaks && matches!(c, '\n' | '\r')) && !(in_flag && is_tag(c))
    })
}

/// Whether nothing of a text would be visible.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c) || c == '\u{2800}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_of_scripts_and_emoji_are_allowed() {
        for text in ["می\u{200C}خواهم", "❤\u{FE0F}", "👩\u{200D}🔬", "🏴\u{E0067}\u{E0062}\u{E007F}", "葛\u{E0100}"]
        {
            assert_eq!(find_disallowed(text, false), None, "{text:?}");
            assert!(text.chars().any(is_invisible), "{text:?}");
        }
        for text in ["a\u{202E}b", "a\u{E0061}b", "a\u{200B}", "\u{3164}", "\u{FEFF}a", "a\u{2066}b", "a\u{7}", "a\nb"]
        {
            assert!(find_disallowed(text, false).is_some(), "{text:?}");
        }
        assert_eq!(find_disallowed("a\r\nb", true), None);
    }

    #[test]
    fn text_of_invisible_characters_is_blank() {
        assert!(["", " \u{200D}", "\u{3164}", "\u{2800}\u{FE0F}", "\u{200B}"].into_iter().all(is_blank));
        assert!(!is_blank("❤\u{FE0F}"));
    }
}
