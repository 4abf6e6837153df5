//! Runs a query on a briefing.

use std::sync::Arc;

use corpus::Briefing;

use super::word::Family;
use super::{Ask, Looked, Query, Search};
use crate::set::StatementSet;

/// Words first: they cost a look into the index, and leave phrases fewer texts to read.
pub(super) fn resolve(query: &Query, briefing: &Briefing<'_>) -> Search {
    let total = briefing.statements.len();
    let entries = &briefing.index.terms[..];
    let mut statements = StatementSet::full(total);
    let mut readings = Vec::new();
    let mut looked = Looked::default();
    for item in &query.items {
        let Ask::Word { typed, word, unfinished } = &item.ask else {
            continue;
        };
        let mut found = StatementSet::empty(total);
        if item.excluded {
            Family::inflections(word).add_statements(entries, &mut found);
            statements.difference_with(&found);
        } else {
            let (family, reading) = Family::meant(briefing, typed, word, *unfinished);
            family.add_statements(entries, &mut found);
            statements.intersect_with(&found);
            looked.words.push(family);
            readings.extend(reading);
        }
    }
    for item in &query.items {
        let Ask::Phrase(phrase) = &item.ask else {
            continue;
        };
        let found = phrase.statements(briefing, &statements);
        if item.excluded {
            statements.difference_with(&found);
        } else {
            statements = found;
            looked.phrases.push(phrase.clone());
        }
    }
    Search { query: query.clone(), statements, readings, finder: Arc::new(looked) }
}
