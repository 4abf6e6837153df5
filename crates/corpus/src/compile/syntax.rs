//! Errors of TOML syntax, without those that only follow from another one.
//!
//! A bracket that is not closed makes everything after it invalid. So each error is blanked out together with what it
//! may have invalidated, its line or its whole table, and the rest is parsed again: an error that is left is
//! independent.

use std::borrow::Cow;
use std::ops::Range;

use toml::de::DeTable;

/// The number of times a file is parsed again, and so the number of errors that are reported of one file.
const MAX_PASSES: usize = 20;

const QUOTATION_HELP: &str = "texts stand in \"…\", lists in […]; a quotation mark \" inside a text is written \\\"";
const UNCLOSED_HELP: &str = "something above is not closed: look for a missing ] or \" before this line";

/// An error of syntax: its range in the file, the parser's message, and help.
#[derive(Debug)]
pub(super) struct Error {
    pub range: Range<usize>,
    pub message: String,
    pub help: Cow<'static, str>,
}

/// The independent errors of a text that is not TOML.
pub(super) fn independent_errors(text: &str) -> Vec<Error> {
    let mut remaining = text.as_bytes().to_vec();
    let mut found: Vec<Error> = Vec::new();
    for _ in 0..MAX_PASSES {
        // Only whole lines are blanked out, so this stays UTF-8.
        let Ok(parsed) = std::str::from_utf8(&remaining) else { break };
        let errors = DeTable::parse_recoverable(parsed).1;
        let errors = errors.iter().map(|error| (error.span().unwrap_or(text.len()..text.len()), error.message()));
        let Some((range, message)) = errors.min_by_key(|(range, _)| range.start) else { break };
        let line = text[..range.start].rfind('\n').map_or(0, |line_end| line_end + 1);
        let is_at_line_start = text[line..range.start].trim().is_empty();
        // Without its heading, a table would be the end of the one above.
        let is_whole_table = is_at_line_start || is_heading(text, line);
        let invalidated = if is_whole_table { table_range(text, line) } else { line..end_of_line(text, range.start) };
        if remaining[invalidated.clone()].iter().all(u8::is_ascii_whitespace) {
            // There is nothing left to blank out, as at the end of the file.
            if found.is_empty() {
                found.push(Error { range, message: message.to_owned(), help: QUOTATION_HELP.into() });
            }
            break;
        }
        let help = match message {
            "duplicate key" => duplicate_help(text, line, &text[range.clone()]),
            _ if is_at_line_start && !is_heading(text, line) => UNCLOSED_HELP.into(),
            _ => QUOTATION_HELP.into(),
        };
        found.push(Error { range, message: message.to_owned(), help });
        remaining[invalidated].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
    found
}

fn end_of_line(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |length| offset + length)
}

fn is_heading(text: &str, line: usize) -> bool {
    text[line..].starts_with('[')
}

/// What to do about a key that is there already: a heading in single brackets, a heading that was forgotten, or a line
/// that is there twice.
fn duplicate_help(text: &str, line: usize, key: &str) -> Cow<'static, str> {
    if is_heading(text, line) {
        return format!("each entry of a list has its heading in double brackets: [[{key}]]").into();
    }
    match text[..line].lines().rfind(|above| above.starts_with("[[")) {
        Some(heading) => {
            let heading = heading.trim_end();
            format!("to begin another entry, write {heading} before this line; else remove one of the two").into()
        }
        None => "remove this line or the other one that begins with the same key".into(),
    }
}

/// The range of the table that a line is in, from its heading to the next heading.
fn table_range(text: &str, line: usize) -> Range<usize> {
    let start =
        if is_heading(text, line) { line } else { text[..line].rfind("\n[").map_or(0, |line_end| line_end + 1) };
    let end = text[end_of_line(text, line)..].find("\n[").map_or(text.len(), |length| end_of_line(text, line) + length);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_lines(text: &str) -> Vec<usize> {
        let line = |error: Error| text[..error.range.start].matches('\n').count() + 1;
        independent_errors(text).into_iter().map(line).collect()
    }

    #[test]
    fn an_unclosed_list_is_one_error() {
        assert_eq!(error_lines("a = [\"x\"\nb = \"y\"\nc = \"z\"\n\n[[t]]\nd = 1\ne = 2\n"), [2]);
    }

    #[test]
    fn errors_in_different_tables_are_independent() {
        assert_eq!(error_lines("[[t]]\na = [1\nb = 2\n\n[[t]]\na = 1\n\n[[t]]\na = x\nb = y\n"), [3, 9, 10]);
    }

    #[test]
    fn an_error_in_a_heading_is_none_in_the_lines_below_it() {
        assert_eq!(error_lines("[[t]]\na = 1\n\n[[té]]\na = 1\n\n[[t]]\na = 1\n"), [4]);
        assert_eq!(error_lines("[t]\na = 1\n\n[t]\na = 1\n\n[t]\na = 1\n"), [4, 7]);
    }

    #[test]
    fn a_key_that_is_there_twice_says_why() {
        let help = |text: &str| independent_errors(text).remove(0).help;
        assert!(help("[t]\na = 1\n\n[t]\na = 1\n").contains("[[t]]"));
        assert!(help("[[t]]\na = 1\n\na = 1\n").contains("write [[t]] before this line"));
        assert!(help("a = 1\na = 1\n[[t]]\na = 1\n").contains("remove this line"));
    }

    #[test]
    fn an_error_at_the_end_of_the_file_is_found() {
        assert_eq!(independent_errors("a = ").len(), 1);
        assert_eq!(independent_errors("a = \"\"\"\nb").len(), 1);
        assert_eq!(independent_errors("[").len(), 1);
    }

    proptest::proptest! {
        #[test]
        fn invalid_toml_has_an_error_and_valid_toml_has_none(text in "[a\\[\\]={}\"'\n é,.#1]{0,40}") {
            let is_invalid = !DeTable::parse_recoverable(&text).1.is_empty();
            proptest::prop_assert_eq!(!independent_errors(&text).is_empty(), is_invalid);
        }
    }
}
