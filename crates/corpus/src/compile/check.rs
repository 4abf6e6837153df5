//! What every check needs at hand: where to write a problem, and the files to point into.

use super::problem::Problem;
use super::source::Sources;

/// How many searches for what may have been meant one run makes. They cost a walk over all names or a whole text, and
/// nobody reads the thousandth.
const GUESSES: u32 = 200;

/// How many walks over all documents.
const WALKS: u32 = 20;

/// The problems of a run so far.
#[derive(Debug)]
pub(super) struct Check<'s> {
    pub problems: Vec<Problem>,
    pub sources: &'s Sources,
    guesses: u32,
    walks: u32,
}

impl<'s> Check<'s> {
    pub fn new(sources: &'s Sources) -> Self {
        Check { problems: Vec::new(), sources, guesses: GUESSES, walks: WALKS }
    }

    pub fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Whether one more search for what may have been meant is affordable.
    pub fn may_guess(&mut self) -> bool {
        let may = self.guesses > 0;
        self.guesses = self.guesses.saturating_sub(1);
        may
    }

    /// Whether one more walk over all documents is affordable.
    pub fn may_walk(&mut self) -> bool {
        let may = self.walks > 0;
        self.walks = self.walks.saturating_sub(1);
        may
    }
}
