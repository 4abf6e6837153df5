//! Errors of TOML syntax, without those that only follow from another.
//!
//! A bracket that is not closed makes everything below it wrong. So each error is taken away with what it may have
//! spoilt, its line or its whole table, and the rest is parsed again: what is wrong then is wrong by itself.

use std::ops::Range;

use toml::de::DeTable;

/// How often a file is parsed again. Whoever has more errors than this has enough to begin with.
const ROUNDS: usize = 20;

const QUOTES: &str = "texts stand in \"…\", lists in […]; a quotation mark \" inside a text is written \\\"";
const OPEN: &str = "something above is not closed: look for a missing ] or \" before this line";

/// The independent errors of a text that is not TOML: where, what, and what to do.
pub(super) fn errors(text: &str) -> Vec<(Range<usize>, String, &'static str)> {
    let mut left = text.as_bytes().to_vec();
    let mut found: Vec<(Range<usize>, String, &'static str)> = Vec::new();
    for _ in 0..ROUNDS {
        // Whole lines are blanked, so this stays UTF-8.
        let Ok(now) = std::str::from_utf8(&left) else { break };
        let errors = DeTable::parse_recoverable(now).1;
        let spans = errors.iter().map(|error| (error.span().unwrap_or(text.len()..text.len()), error.message()));
        let Some((span, message)) = spans.min_by_key(|(span, _)| span.start) else { break };
        let line = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let at_once = text[line..span.start].trim().is_empty();
        let spoilt = if at_once { table(text, line) } else { line..end_of_line(text, span.start) };
        if left[spoilt.clone()].iter().all(u8::is_ascii_whitespace) {
            // Nothing to take away any more, as at the end of the file.
            if found.is_empty() {
                found.push((span, message.to_owned(), QUOTES));
            }
            break;
        }
        found.push((span, message.to_owned(), if at_once { OPEN } else { QUOTES }));
        left[spoilt].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
    }
    found
}

fn end_of_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The lines from the heading in brackets above a line to the next.
fn table(text: &str, line: usize) -> Range<usize> {
    let start = if text[line..].starts_with('[') { line } else { text[..line].rfind("\n[").map_or(0, |at| at + 1) };
    let end = text[end_of_line(text, line)..].find("\n[").map_or(text.len(), |at| end_of_line(text, line) + at);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        errors(text).into_iter().map(|(range, ..)| text[..range.start].matches('\n').count() + 1).collect()
    }

    #[test]
    fn an_open_list_is_one_error_however_much_follows() {
        assert_eq!(lines("a = [\"x\"\nb = \"y\"\nc = \"z\"\n\n[[t]]\nd = 1\ne = 2\n"), [2]);
    }

    #[test]
    fn errors_in_different_tables_are_all_found() {
        assert_eq!(lines("[[t]]\na = [1\nb = 2\n\n[[t]]\na = 1\n\n[[t]]\na = x\nb = y\n"), [3, 9, 10]);
    }

    #[test]
    fn an_error_at_the_very_end_is_found() {
        assert_eq!(errors("a = ").len(), 1);
        assert_eq!(errors("a = \"\"\"\nb").len(), 1);
        assert_eq!(errors("[").len(), 1);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_no_toml_has_an_error(text in "[a\\[\\]={}\"'\n é,.#1]{0,40}") {
            let wrong = !DeTable::parse_recoverable(&text).1.is_empty();
            proptest::prop_assert_eq!(!errors(&text).is_empty(), wrong);
        }
    }
}
