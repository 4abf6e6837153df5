//! Resolution of a query against a briefing, at once.

use std::sync::Arc;

use corpus::Briefing;

use super::outcome::Search;
use super::query::Query;
use super::task::Task;
use crate::pending::Pending;

impl Query {
    /// Runs the query on a briefing.
    ///
    /// # Errors
    /// The chunks that it needs next, see [`super::try_search`].
    pub fn try_resolve(&self, briefing: &Briefing<'_>) -> Result<Search, Pending> {
        let mut task = Task::new(briefing, self.clone(), false, Arc::default());
        loop {
            if let Some(outcome) = task.advance(briefing, &mut || true) {
                return outcome;
            }
        }
    }

    /// Runs the query on a briefing that is loaded as a whole.
    ///
    /// # Panics
    /// If a chunk that is needed is not loaded.
    pub fn resolve(&self, briefing: &Briefing<'_>) -> Search {
        self.try_resolve(briefing).expect("the briefing is loaded as a whole")
    }
}
