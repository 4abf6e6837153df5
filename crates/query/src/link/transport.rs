//! Undoes what mail, chat and word processors do to links: they encode them again, escape them for HTML, break them
//! over lines, append the punctuation of a sentence. Damage is told from the link itself by what
//! [`write`](super::write()) never leaves unescaped. Unicode tables of the standard library are not used, as the first
//! part of the program would hold them.

use percent_encoding::percent_decode_str;

/// The largest number of times that a link is decoded as a whole, or a value joined.
const MOST: usize = 8;

/// Quotation marks that begin and end phrases in searches.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Percent-decodes; bytes that are no UTF-8 become the replacement character.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Decodes a link that was encoded once more or escaped for HTML. The leading `#` and what follows a second one are
/// removed.
pub fn normalize(link: &str) -> String {
    let mut link = link.to_owned();
    for (escaped, character) in
        [("&#38;", "&"), ("&#038;", "&"), ("&#x26;", "&"), ("&#61;", "="), ("&#x3D;", "="), ("&#x3d;", "=")]
    {
        link = link.replace(escaped, character);
    }
    for _ in 0..MOST {
        // The "=" after the first key, which the writer leaves as it is.
        let head = link.split('=').next().unwrap_or_default();
        let mut inner = decode(head);
        for _ in 0..MOST {
            inner = decode(&inner);
        }
        let decoded = decode(&link);
        if decoded == link || (head.len() < link.len() && !inner.contains('=')) {
            break;
        }
        link = decoded;
    }
    // A text directive, which not all browsers take away.
    let link = link.split(":~:").next().unwrap_or_default();
    let link = link.trim_start_matches(is_separator);
    let link = link.strip_prefix('#').unwrap_or(link).split('#').next().unwrap_or_default();
    undo_repeated_encoding(link)
}

/// Decodes percent signs that were encoded again: `%2520` to `%20`. The writer guarantees that no escaped percent sign
/// comes before two hexadecimal digits.
fn undo_repeated_encoding(link: &str) -> String {
    let mut undone = String::with_capacity(link.len());
    let mut rest = link;
    while let Some((before, after)) = rest.split_once('%') {
        undone.push_str(before);
        undone.push('%');
        rest = after;
        while let Some(inner) = rest.strip_prefix("25").filter(|inner| begins_with_two_digits(inner)) {
            rest = inner;
        }
    }
    undone + rest
}

/// Whether a percent sign before this would be the beginning of an escape.
pub fn begins_with_two_digits(text: &str) -> bool {
    text.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Whether a character is one of those that part a broken line: space of any kind, the `=` of quoted-printable, the `>`
/// of a quoted mail, what cannot be seen.
pub fn is_separator(c: char) -> bool {
    matches!(c,
        '\0'..=' ' | '=' | '>' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}')
}

/// Joins a text that was broken over lines.
pub fn without_separators(text: &str) -> String {
    text.split(is_separator).collect()
}

/// Whether a character is punctuation that can stand after a link: of ASCII, of Latin, Arabic, Indic and Chinese
/// writing, of typographers. Space is not, nor is what has a meaning in a link.
pub fn is_punctuation(c: char) -> bool {
    match c {
        ' ' | '\t' | '%' | '+' => false,
        '\0'..='\u{7f}' => !c.is_ascii_alphanumeric(),
        _ => matches!(c,
            '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}'..='\u{b8}' | '\u{bb}' | '\u{bf}'
            | '\u{589}' | '\u{5f3}'..='\u{5f4}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{6d4}' | '\u{964}'..='\u{965}'
            | '\u{2000}'..='\u{206f}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}'
            | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe6f}' | '\u{feff}' | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'),
    }
}

/// Removes punctuation from the end of slugs and dates. An interval with an open end keeps its two dots.
pub fn trim_punctuation(text: &str) -> &str {
    if text.ends_with("/..") {
        return text;
    }
    let kept = text.trim_end_matches(|c| c == ' ' || is_punctuation(c));
    let open_end = text.get(kept.len()..).and_then(open_end).unwrap_or_default();
    text.get(..kept.len() + open_end).unwrap_or(kept)
}

/// The length of the open end of an interval, `/..`, that a text begins with. It may be broken over lines.
fn open_end(text: &str) -> Option<usize> {
    let mut rest = ['/', '.', '.'].iter();
    let mut next = rest.next();
    for (at, c) in text.char_indices() {
        if next == Some(&c) {
            next = rest.next();
        } else if !is_separator(c) {
            return None;
        }
        if next.is_none() {
            return Some(at + c.len_utf8());
        }
    }
    None
}

/// Removes punctuation from the end of a search text. A quotation mark that closes a phrase is kept.
pub fn trim_search_text(text: &str) -> &str {
    let kept = text.trim_end_matches(is_punctuation);
    match text.strip_prefix(kept).and_then(|end| end.chars().next()) {
        Some(quote) if QUOTES.contains(&quote) && has_open_phrase(kept) => {
            text.get(..kept.len() + quote.len_utf8()).unwrap_or(kept)
        }
        _ => kept,
    }
}

/// Whether appended punctuation would be taken for a part of a search text.
pub fn is_ambiguous(text: &str) -> bool {
    trim_search_text(text) != text || has_open_phrase(text)
}

fn has_open_phrase(text: &str) -> bool {
    text.matches(QUOTES).count() % 2 == 1
}

/// Tries the readings of a word until `is_known` accepts one: as it is; joined where it was broken over lines; up to
/// the first character that no slug and no date has.
pub fn recognize(word: &str, is_known: &mut dyn FnMut(&str) -> bool) -> bool {
    if is_known(word) {
        return true;
    }
    let joined = without_separators(word);
    if joined.ends_with("/..") {
        return is_known(&joined);
    }
    let pieces: Vec<&str> = word.split(is_separator).take(MOST).collect();
    (1..=pieces.len()).rev().any(|count| {
        let joined = pieces[..count].concat();
        // Quoted-printable for "=".
        let joined = joined.trim_start_matches("3D");
        // The open beginning of an interval.
        let begin = if joined.starts_with("../") { 3 } else { 0 };
        let is_other = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '/';
        let end = joined[begin..].find(is_other).map_or(joined.len(), |end| begin + end);
        is_known(trim_punctuation(&joined[..end]))
    })
}
