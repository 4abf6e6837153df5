//! The words that statements have in common, in the same order: of every two, the longest common subsequence of their
//! words, as Eugene W. Myers' algorithm finds it (An O(ND) Difference Algorithm and Its Variations, 1986), from the
//! crate `similar`. Words are those of the search, folded, so that case and accents make no difference.

use std::ops::Range;

use corpus::StatementId;
use corpus::text::{Term, terms};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::cell::says_something;
use crate::Shared;
use crate::card::Piece;

/// The contents of statements, each in pieces of which those that it has in common with another one are marked.
pub(super) struct Common {
    pub(super) pieces: Vec<Vec<Piece>>,
    /// The number of words that are marked in each.
    pub(super) shared: Vec<usize>,
    /// The number of words of each.
    pub(super) words: Vec<usize>,
}

/// The common words of every two of some statements; `None` where no two are in one language: words of different
/// languages only look alike.
pub(super) fn common(data: Shared, statements: &[StatementId]) -> Option<Common> {
    let language = |&id: &StatementId| {
        let tag = data.document(data.statement(id).document).language;
        tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
    };
    let languages: Vec<String> = statements.iter().map(language).collect();
    let texts: Vec<String> = statements.iter().map(|&id| data.content(id)).collect();
    let terms: Vec<Vec<Term>> = texts.iter().map(|text| terms(text).collect()).collect();
    let words: Vec<Vec<&str>> =
        terms.iter().map(|terms| terms.iter().map(|term| term.word.as_str()).collect()).collect();
    let mut marked: Vec<Vec<bool>> = words.iter().map(|words| vec![false; words.len()]).collect();
    let mut is_compared = false;
    for one in 0..statements.len() {
        for other in one + 1..statements.len() {
            if languages[one] == languages[other] {
                is_compared = true;
                for (in_one, in_other) in runs(&words[one], &words[other]) {
                    marked[one][in_one].fill(true);
                    marked[other][in_other].fill(true);
                }
            }
        }
    }
    is_compared.then(|| Common {
        pieces: texts
            .iter()
            .zip(&terms)
            .zip(&marked)
            .map(|((text, terms), marked)| pieces(text, &ranges(terms, marked)))
            .collect(),
        shared: marked.iter().map(|marked| marked.iter().filter(|is_marked| **is_marked).count()).collect(),
        words: words.iter().map(Vec::len).collect(),
    })
}

/// The runs of words that two texts have in common, in the same order, as indices of their words.
fn runs(one: &[&str], other: &[&str]) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let run = |operation: DiffOp| {
        let DiffOp::Equal { old_index, new_index, len } = operation else { return None };
        let words = one.get(old_index..old_index + len)?;
        // A function word alone is in any two texts.
        let says = words.iter().any(|word| says_something(word));
        says.then_some((old_index..old_index + len, new_index..new_index + len))
    };
    capture_diff_slices(Algorithm::Myers, one, other).into_iter().filter_map(run)
}

/// The ranges of bytes of the marked words; of words that follow each other, one.
fn ranges(terms: &[Term], marked: &[bool]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut follows = false;
    for (term, &is_marked) in terms.iter().zip(marked) {
        match ranges.last_mut() {
            Some(last) if is_marked && follows => last.end = term.range.end,
            _ if is_marked => ranges.push(term.range.clone()),
            _ => {}
        }
        follows = is_marked;
    }
    ranges
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
