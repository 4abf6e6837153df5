//! The problems found so far in one run of the compiler, and the limits on expensive suggestions.

use super::problem::Problem;
use super::source::SourceFiles;

/// The number of searches for a suggestion in one run. Each costs a pass over all ids or a whole text, and a report of
/// thousands of problems is not read to its end.
const MAX_SUGGESTIONS: u32 = 200;

/// The number of searches through all documents in one run.
const MAX_DOCUMENT_SEARCHES: u32 = 20;

/// The problems of a run, and the files that they point into.
#[derive(Debug)]
pub(super) struct Diagnostics<'s> {
    pub problems: Vec<Problem>,
    pub sources: &'s SourceFiles,
    suggestions_left: u32,
    document_searches_left: u32,
}

impl<'s> Diagnostics<'s> {
    pub fn new(sources: &'s SourceFiles) -> Self {
        Diagnostics {
            problems: Vec::new(),
            sources,
            suggestions_left: MAX_SUGGESTIONS,
            document_searches_left: MAX_DOCUMENT_SEARCHES,
        }
    }

    pub fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Whether one more search for a suggestion is within the limit; counts it.
    pub fn try_spend_suggestion(&mut self) -> bool {
        try_spend(&mut self.suggestions_left)
    }

    /// Whether one more search through all documents is within the limit; counts it.
    pub fn try_spend_document_search(&mut self) -> bool {
        try_spend(&mut self.document_searches_left)
    }
}

fn try_spend(left: &mut u32) -> bool {
    let is_affordable = *left > 0;
    *left = left.saturating_sub(1);
    is_affordable
}
