//! Searches one after the other, as a reader types them: each uses what the last came to, and can be interrupted.

use std::sync::Arc;

use corpus::Briefing;

use super::outcome::Search;
use super::query::{Query, is_blank};
use super::task::{Items, Task};
use crate::pending::Pending;
use crate::view::Sort;

/// The state of searching in one briefing.
#[derive(Debug, Default)]
pub struct Searcher {
    /// The last search that was finished.
    last: Option<Last>,
    /// The search in progress.
    running: Option<(Asked, Task)>,
}

/// A text, and whether what it finds is ranked.
type Asked = (String, bool);

#[derive(Debug)]
struct Last {
    asked: Asked,
    search: Search,
    items: Arc<Items>,
}

impl Searcher {
    /// Searches for a text, for as long as `goes_on` says so, which is asked every some microseconds; what is found is
    /// ranked where it is to be sorted by that. Without an outcome the search is not finished: it goes on where it was
    /// when the same is asked for again, and is dropped when something else is.
    ///
    /// The outcome is that of [`try_search`](super::try_search()), whatever was searched for before.
    pub fn search(
        &mut self,
        briefing: &Briefing<'_>,
        text: &str,
        sort: Sort,
        goes_on: &mut dyn FnMut() -> bool,
    ) -> Option<Result<Option<Search>, Pending>> {
        let is_asked = |(asked, is_ranked): &Asked| asked == text && *is_ranked == (sort == Sort::BestMatch);
        let running = self.running.take().filter(|(asked, _)| is_asked(asked));
        if is_blank(text) {
            return Some(Ok(None));
        }
        if let Some(last) = self.last.as_ref().filter(|last| is_asked(&last.asked)) {
            return Some(Ok(Some(last.search.clone())));
        }
        let (asked, mut task) = running.unwrap_or_else(|| {
            let items = self.last.as_ref().map(|last| Arc::clone(&last.items)).unwrap_or_default();
            let is_ranked = sort == Sort::BestMatch;
            ((text.to_owned(), is_ranked), Task::new(briefing, Query::parse(text), is_ranked, items))
        });
        match task.advance(briefing, goes_on) {
            None => {
                self.running = Some((asked, task));
                None
            }
            Some(Ok(search)) => {
                self.last = Some(Last { asked, search: search.clone(), items: Arc::new(task.into_items()) });
                Some(Ok(Some(search)))
            }
            Some(Err(pending)) => Some(Err(pending)),
        }
    }
}

#[cfg(test)]
mod tests;
