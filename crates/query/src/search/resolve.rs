//! Resolution of a query against a briefing.

use std::sync::Arc;

use corpus::{Briefing, text};

use super::expansion::TermExpansion;
use super::interpret::interpret;
use super::item::{Condition, Word};
use super::outcome::Search;
use super::query::Query;
use super::resolved::ResolvedQuery;
use super::vocabulary::Lookup;
use crate::pending::Pending;
use crate::set::StatementSet;

impl Query {
    /// Runs the query on a briefing.
    ///
    /// # Errors
    /// The chunks that it needs next, see [`super::try_search`].
    pub fn try_resolve(&self, briefing: &Briefing<'_>) -> Result<Search, Pending> {
        resolve(self, briefing)
    }

    /// Runs the query on a briefing that is loaded as a whole.
    ///
    /// # Panics
    /// If a chunk that is needed is not loaded.
    pub fn resolve(&self, briefing: &Briefing<'_>) -> Search {
        self.try_resolve(briefing).expect("the briefing is loaded as a whole")
    }
}

/// Words are resolved first: they cost a look into the index, and leave phrases fewer texts to read.
fn resolve(query: &Query, briefing: &Briefing<'_>) -> Result<Search, Pending> {
    let lookup = Lookup::new(briefing)?;
    let total = briefing.statements.len();
    let mut statements = StatementSet::full(total);
    let mut corrections = Vec::new();
    let mut resolved = ResolvedQuery { query: query.clone(), ..ResolvedQuery::default() };
    for item in &query.items {
        let Condition::Word(word) = &item.condition else {
            continue;
        };
        let mut found = StatementSet::empty(total);
        if item.excluded {
            TermExpansion::inflections(briefing, &word.folded).add_statements(&lookup, &mut found);
            statements.difference_with(&found);
        } else {
            let (mut expansion, mut correction) = interpret(&lookup, word);
            expansion.add_statements(&lookup, &mut found);
            if !word.parts.is_empty() && add_numbers(&lookup, word, &mut found) {
                expansion.add_term(&word.folded);
                correction = None;
            }
            statements.intersect_with(&found);
            resolved.words.push(expansion);
            corrections.extend(correction);
        }
    }
    // What is missing so far would leave phrases more texts to read than they need.
    lookup.finish()?;
    for item in &query.items {
        let Condition::Phrase(phrase) = &item.condition else {
            continue;
        };
        let found = phrase.statements(&lookup, &statements)?;
        if item.excluded {
            statements.difference_with(&found);
        } else {
            statements = found;
            resolved.phrases.push(phrase.clone());
        }
    }
    lookup.finish()?;
    Ok(Search { statements, corrections, finder: Arc::new(resolved) })
}

/// Adds the statements that have a number in groups as the reader has written it, whatever it is in their language:
/// `20.000` is twenty in an English text. Whether there is any.
fn add_numbers(lookup: &Lookup<'_, '_>, number: &Word, found: &mut StatementSet) -> bool {
    let mut any = false;
    for id in &lookup.having_all(&number.parts) {
        let mut stands = false;
        lookup.visit_fields(id, |pieces| {
            stands |= pieces.iter().flat_map(|piece| text::terms(piece)).any(|term| term.word == number.folded);
        });
        if stands {
            found.insert(id);
            any = true;
        }
    }
    any
}
