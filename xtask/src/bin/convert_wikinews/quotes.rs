//! Ranges of the gold as quotes of an annotation: forms, enclosing quotation marks, cues, and context that tells apart.

use std::ops::Range;

use crate::gold::Statement;
use crate::toml::string;

/// The most words of context on either side of a quote. Texts repeat sentences, but not pages.
const MOST_CONTEXT: usize = 30;

const QUOTATION_MARKS: &str = "\"“”«»„";

/// The form of a content: `direct` where quotation marks enclose all of it, `mixed` where they enclose a part. This is
/// how the measuring set counts its kinds, except that a quotation that begins the next paragraph makes none mixed.
pub fn form(text: &str, content: &[Range<usize>]) -> &'static str {
    let (Some(first), Some(last)) = (content.first(), content.last()) else { return "indirect" };
    let whole: Vec<&str> = content.iter().map(|range| &text[range.clone()]).collect();
    let whole = whole.join(" ");
    let words = whole.trim().trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let opens = words.starts_with(|c| is_mark(c) || "‘'".contains(c)) || text[..first.start].ends_with(is_mark);
    let closes = words.ends_with(|c| is_mark(c) || "’'".contains(c))
        || text[last.end..].chars().take(2).any(is_mark)
        || text[last.clone()].chars().rev().take(2).any(is_mark);
    match (opens && closes, opens || closes || words.contains(is_mark)) {
        (true, _) if content.len() > 1 || !is_interrupted(words) => "direct",
        (_, true) => "mixed",
        _ => "indirect",
    }
}

/// Whether a quotation ends and another begins within the words, with something else between them.
fn is_interrupted(words: &str) -> bool {
    let mut inner = words.chars();
    inner.next();
    inner.next_back();
    let parts: Vec<&str> = inner.as_str().split(['"', '“', '”']).collect();
    let mut between = parts.iter().zip(&parts[1..]).skip(1);
    between.any(|(part, next)| {
        let starts = part.trim_start().starts_with(|c: char| !".,;:!?".contains(c));
        starts && part.ends_with(char::is_whitespace) && next.starts_with(|c: char| !c.is_whitespace())
    })
}

fn is_mark(c: char) -> bool {
    QUOTATION_MARKS.contains(c)
}

/// A content without the quotation marks that enclose it.
pub fn unquoted(text: &str, content: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut content = content.to_vec();
    if let Some(first) = content.first_mut() {
        first.start = first.end - text[first.clone()].trim_start_matches(is_mark).trim_start().len();
    }
    if let Some(last) = content.last_mut() {
        let words = &text[last.clone()];
        let without_stop = words.trim_end_matches(['.', ',', ';']);
        if without_stop.ends_with(is_mark) {
            last.end = last.start + without_stop.trim_end_matches(is_mark).trim_end().len();
        }
    }
    content
}

/// Source and cue of a statement as the stretches of one cue, and those that are in none of the paragraphs.
pub fn cue(text: &str, statement: &Statement, within: &[Range<usize>]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let mut all: Vec<Range<usize>> = statement.source.iter().chain(&statement.cue).cloned().collect();
    all.sort_by_key(|range| range.start);
    let is_near =
        |range: &Range<usize>| within.iter().any(|block| block.start <= range.start && range.end <= block.end);
    let (near, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(is_near);
    let mut cue: Vec<Range<usize>> = Vec::new();
    for range in near {
        match cue.last_mut() {
            Some(last) if range.start <= last.end || text[last.end..range.start].trim().is_empty() => {
                last.end = last.end.max(range.end);
            }
            _ => cue.push(range),
        }
    }
    (cue, elsewhere)
}

/// A quote as TOML, with as many words of context as make it the only one within some parts of the text.
pub fn quote(text: &str, range: Range<usize>, within: &[Range<usize>]) -> String {
    let exact = &text[range.clone()];
    let count = |words: &str| -> usize {
        let starts = |block: &Range<usize>| {
            let block = &text[block.clone()];
            block.char_indices().filter(|&(offset, _)| block[offset..].starts_with(words)).count()
        };
        within.iter().map(starts).sum()
    };
    if count(exact) == 1 {
        return string(exact);
    }
    let block_start = text[..range.start].rfind("\n\n").map_or(0, |end| end + 2);
    let block_end = text[range.end..].find("\n\n").map_or(text.len(), |start| range.end + start);
    // A paragraph that repeats a sentence of another one is told by its neighbours.
    for around in [block_start..block_end, 0..text.len()] {
        let (before, after) = (&text[around.start..range.start], &text[range.end..around.end]);
        for words in 1..=MOST_CONTEXT {
            let prefix = before.rmatch_indices(char::is_whitespace).nth(words).map_or(before, |(at, _)| &before[at..]);
            let suffix = after.match_indices(char::is_whitespace).nth(words).map_or(after, |(at, _)| &after[..at]);
            let prefix = prefix.trim_start();
            for (prefix, suffix) in [(prefix, ""), ("", suffix), (prefix, suffix)] {
                if !(prefix.is_empty() && suffix.is_empty()) && count(&format!("{prefix}{exact}{suffix}")) == 1 {
                    return selector(exact, prefix, suffix);
                }
            }
        }
    }
    // The compiler names what stays ambiguous.
    string(exact)
}

fn selector(exact: &str, prefix: &str, suffix: &str) -> String {
    let keys = [("exact", exact), ("prefix", prefix), ("suffix", suffix)];
    let keys = keys.into_iter().filter(|(_, words)| !words.is_empty());
    let keys: Vec<String> = keys.map(|(key, words)| format!("{key} = {}", string(words))).collect();
    format!("{{ {} }}", keys.join(", "))
}
