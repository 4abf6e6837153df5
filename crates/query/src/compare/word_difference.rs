//! The words that two statements have in common, in the same order: the longest common subsequence of their words, as
//! Eugene W. Myers' algorithm finds it (An O(ND) Difference Algorithm and Its Variations, 1986), from the crate
//! `similar`. Words are those of the search, folded, so that case and accents make no difference.

use std::ops::Range;

use corpus::StatementId;
use corpus::text::{Term, terms};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::cell::says_something;
use crate::Shared;
use crate::card::Piece;

/// The contents of two statements, each in pieces of which those that both have are marked.
pub(super) struct Common {
    pub(super) pieces: [Vec<Piece>; 2],
    /// The number of words that are marked.
    pub(super) shared: usize,
    /// The number of words of each.
    pub(super) words: [usize; 2],
}

/// The common words of two statements; `None` where they are in different languages, whose words only look alike.
pub(super) fn common(data: Shared, statements: [StatementId; 2]) -> Option<Common> {
    let language = |id: StatementId| {
        let tag = data.document(data.statement(id).document).language;
        tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
    };
    if language(statements[0]) != language(statements[1]) {
        return None;
    }
    let texts = statements.map(|id| data.content(id));
    let terms: [Vec<Term>; 2] = [0, 1].map(|side| terms(&texts[side]).collect());
    let words: [Vec<&str>; 2] = [0, 1].map(|side| terms[side].iter().map(|term| term.word.as_str()).collect());
    let mut runs: [Vec<Range<usize>>; 2] = [Vec::new(), Vec::new()];
    let mut shared = 0;
    for operation in capture_diff_slices(Algorithm::Myers, &words[0], &words[1]) {
        let DiffOp::Equal { old_index, new_index, len } = operation else { continue };
        let run = &words[0][old_index..old_index + len];
        // A function word alone is in any two texts.
        if !run.iter().any(|word| says_something(word)) {
            continue;
        }
        shared += len;
        for (side, index) in [old_index, new_index].into_iter().enumerate() {
            runs[side].push(terms[side][index].range.start..terms[side][index + len - 1].range.end);
        }
    }
    let pieces = [0, 1].map(|side| pieces(&texts[side], &runs[side]));
    Some(Common { pieces, shared, words: words.map(|words| words.len()) })
}

/// A text in pieces, of which some ranges are marked.
fn pieces(text: &str, marked: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |text: &str, marked: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    let mut done = 0;
    for range in marked {
        push(&text[done..range.start], false);
        push(&text[range.clone()], true);
        done = range.end;
    }
    push(&text[done..], false);
    pieces
}
