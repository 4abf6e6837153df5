//! Runs a query on a briefing.

use corpus::Briefing;

use super::word::Family;
use super::{Ask, Query, Search};
use crate::set::StatementSet;

/// Words first: they cost a look into the index, and leave phrases fewer texts to read.
pub(super) fn resolve(query: &Query, briefing: &Briefing<'_>) -> Search {
    let total = briefing.statements.len();
    let entries = &briefing.index.terms[..];
    let mut search =
        Search { statements: StatementSet::full(total), readings: Vec::new(), words: Vec::new(), phrases: Vec::new() };
    for item in &query.items {
        let Ask::Word { typed, word, unfinished } = &item.ask else {
            continue;
        };
        let mut found = StatementSet::empty(total);
        if item.excluded {
            Family::inflections(word).add_statements(entries, &mut found);
            search.statements.difference_with(&found);
        } else {
            let (family, reading) = Family::meant(briefing, typed, word, *unfinished);
            family.add_statements(entries, &mut found);
            search.statements.intersect_with(&found);
            search.words.push(family);
            search.readings.extend(reading);
        }
    }
    for item in &query.items {
        let Ask::Phrase(phrase) = &item.ask else {
            continue;
        };
        let found = phrase.statements(briefing, &search.statements);
        if item.excluded {
            search.statements.difference_with(&found);
        } else {
            search.statements = found;
            search.phrases.push(phrase.clone());
        }
    }
    search
}
