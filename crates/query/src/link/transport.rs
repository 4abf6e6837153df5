//! What mail, chat and word processors do to a link on its way: they encode it again, escape it for HTML, break it over lines,
//! glue the punctuation of a sentence to it. What is undone here is told from the link itself by what [`write`](super::write)
//! never leaves unescaped. No tables of the standard library are used: they would be in the first view.

use percent_encoding::percent_decode_str;

/// How often a link is taken to be encoded as a whole, or a value to be broken, at most.
const MOST: usize = 8;

/// What searches take for the beginning and the end of a phrase.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Percent-decodes; bytes that are no UTF-8 become the replacement character.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The link as it was before it was encoded once more or escaped for HTML, without the leading `#` and without what follows
/// a second one.
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

/// Of a percent sign that was encoded again, `%2520`, the one that was meant, `%20`. The writer has it that no escaped percent
/// sign comes before two hexadecimal digits.
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

/// Whether a character is one of those that part a broken line: space of any kind, the `=` of quoted-printable, the `>` of a
/// quoted mail, what cannot be seen.
pub fn is_separator(c: char) -> bool {
    matches!(c,
        '\0'..=' ' | '=' | '>' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}')
}

/// A text whose line was broken, in one piece.
pub fn without_separators(text: &str) -> String {
    text.split(is_separator).collect()
}

/// Whether a character is punctuation that can stand after a link: of ASCII, of Latin, Arabic, Indic and Chinese writing, of
/// typographers. Space is not, nor is what has a meaning in a link.
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

/// A slug or a date, or several, without what was glued to the end. An interval without an end keeps its dots.
pub fn trim_punctuation(text: &str) -> &str {
    if text.ends_with("/..") { text } else { text.trim_end_matches(|c| c == ' ' || is_punctuation(c)) }
}

/// The text of a search without what was glued to it. The end of a phrase that has a beginning is its own.
pub fn trim_search_text(text: &str) -> &str {
    let kept = text.trim_end_matches(is_punctuation);
    match text[kept.len()..].chars().next() {
        Some(quote) if QUOTES.contains(&quote) && has_open_phrase(kept) => &text[..kept.len() + quote.len_utf8()],
        _ => kept,
    }
}

/// Whether glued punctuation would be taken for a part of this text.
pub fn is_ambiguous(text: &str) -> bool {
    trim_search_text(text) != text || has_open_phrase(text)
}

fn has_open_phrase(text: &str) -> bool {
    text.matches(QUOTES).count() % 2 == 1
}

/// Has `is_known` look at the ways to read a word, until it knows one: as it stands; in one piece where it was broken over
/// lines; up to the first character that no slug and no date has.
pub fn recognize(word: &str, is_known: &mut dyn FnMut(&str) -> bool) -> bool {
    if is_known(word) {
        return true;
    }
    if word.ends_with("/..") {
        return false;
    }
    let pieces: Vec<&str> = word.split(is_separator).take(MOST).collect();
    (1..=pieces.len()).rev().any(|count| {
        let joined = pieces[..count].concat();
        // Quoted-printable for "=".
        let joined = joined.trim_start_matches("3D");
        let end = joined.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '/').unwrap_or(joined.len());
        is_known(trim_punctuation(&joined[..end]))
    })
}
