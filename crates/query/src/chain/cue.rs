//! The words of the cue by the arrows of a chain.

use std::ops::Range;

use corpus::text::terms;
use corpus::{ActorId, StatementId};

use crate::Shared;

/// The words for each arrow: from each of the steps, which are actors, to the next, and from the last to the document.
pub(super) fn by_arrow(data: Shared, id: StatementId, steps: &[&[ActorId]]) -> Vec<Option<String>> {
    let document = data.document(data.statement(id).document);
    let mut arrows: Vec<Vec<String>> = vec![Vec::new(); steps.len()];
    for &span in data.cue_spans(id) {
        let text = document.slice(span);
        for (arrow, words) in apart(text, &mentions(data, text, steps), steps.len() - 1) {
            arrows[arrow].push(words);
        }
    }
    arrows.into_iter().map(|words| (!words.is_empty()).then(|| words.join(" … ").replace("… …", "…"))).collect()
}

/// A stretch of the cue by arrow. Whole, for the furthest step that it names, or the last where it names none; apart,
/// where it names several steps, always a neighbour after another, with nothing but words between them.
fn apart(text: &str, mentions: &[(Range<usize>, usize)], last: usize) -> Vec<(usize, String)> {
    let between = |start: usize, end: usize| trimmed(text.get(start..end).unwrap_or_default());
    let gap = |pair: &[(Range<usize>, usize)]| {
        let words = between(pair[0].0.end, pair[1].0.start);
        match usize::abs_diff(pair[0].1, pair[1].1) {
            0 => Some(None),
            1 if !words.is_empty() && !words.contains(is_break) => {
                Some(Some((pair[0].1.min(pair[1].1), format!("{words} …"))))
            }
            _ => None,
        }
    };
    let gaps: Option<Vec<_>> = mentions.windows(2).map(gap).collect();
    let gaps: Vec<_> = gaps.unwrap_or_default().into_iter().flatten().collect();
    match (mentions, gaps.is_empty()) {
        ([(first, _), .., (end, _)], false) => {
            let rest = [between(0, first.start), between(end.end, text.len())];
            let rest = rest.into_iter().filter(|words| !words.is_empty()).map(|words| (last, words.to_owned()));
            gaps.into_iter().chain(rest).collect()
        }
        ([(_, step), others @ ..], _) if others.iter().all(|(_, other)| other == step) => {
            vec![(*step, text.to_owned())]
        }
        _ => vec![(last, text.to_owned())],
    }
}

/// The names of actors of the chain in a text, in its order, each with the step that it is of.
fn mentions(data: Shared, text: &str, steps: &[&[ActorId]]) -> Vec<(Range<usize>, usize)> {
    let mut names: Vec<(Vec<String>, usize)> = Vec::new();
    for (step, actors) in steps.iter().enumerate() {
        for actor in actors.iter().map(|&id| data.actor(id)) {
            let known = [actor.name, actor.short].into_iter().chain(actor.aliases.iter().copied());
            names.extend(known.map(|name| (terms(name).map(|term| term.word).collect(), step)));
        }
    }
    let terms: Vec<_> = terms(text).collect();
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < terms.len() {
        let is_here = |name: &[String]| {
            let found = terms.get(at..at + name.len()).unwrap_or_default();
            !name.is_empty() && found.iter().map(|term| &term.word).eq(name)
        };
        // The longest name: "US Department of Defense" before "US".
        match names.iter().filter(|(name, _)| is_here(name)).max_by_key(|(name, _)| name.len()) {
            Some((name, step)) => {
                let range = terms[at].range.start..terms[at + name.len() - 1].range.end;
                // Whose name, letter or town it is, is no attribution.
                if !["’s", "'s"].iter().any(|ending| text[range.end..].starts_with(ending)) {
                    mentions.push((range, *step));
                }
                at += name.len();
            }
            None => at += 1,
        }
    }
    mentions
}

/// Words without the punctuation around them.
fn trimmed(words: &str) -> &str {
    words.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Whether a character ends a part of a sentence.
fn is_break(letter: char) -> bool {
    !letter.is_alphanumeric() && !letter.is_whitespace() && !matches!(letter, '-' | '’' | '\'')
}
