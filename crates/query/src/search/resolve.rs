//! Resolution of a query against a briefing.

use std::sync::Arc;

use corpus::{Briefing, text};

use super::expansion::TermExpansion;
use super::interpret::interpret;
use super::item::{Condition, Word};
use super::outcome::Search;
use super::phrase::having_all;
use super::query::Query;
use super::resolved::ResolvedQuery;
use crate::set::StatementSet;

impl Query {
    /// Runs the query on a briefing.
    pub fn resolve(&self, briefing: &Briefing<'_>) -> Search {
        resolve(self, briefing)
    }
}

/// Words are resolved first: they cost a look into the index, and leave phrases fewer texts to read.
fn resolve(query: &Query, briefing: &Briefing<'_>) -> Search {
    let total = briefing.statements.len();
    let entries = &briefing.index.terms[..];
    let mut statements = StatementSet::full(total);
    let mut corrections = Vec::new();
    let mut resolved = ResolvedQuery { query: query.clone(), ..ResolvedQuery::default() };
    for item in &query.items {
        let Condition::Word(word) = &item.condition else {
            continue;
        };
        let mut found = StatementSet::empty(total);
        if item.excluded {
            TermExpansion::inflections(briefing, &word.folded).add_statements(entries, &mut found);
            statements.difference_with(&found);
        } else {
            let (mut expansion, mut correction) = interpret(briefing, word);
            expansion.add_statements(entries, &mut found);
            if !word.parts.is_empty() && add_numbers(briefing, word, &mut found) {
                expansion.add_term(&word.folded);
                correction = None;
            }
            statements.intersect_with(&found);
            resolved.words.push(expansion);
            corrections.extend(correction);
        }
    }
    for item in &query.items {
        let Condition::Phrase(phrase) = &item.condition else {
            continue;
        };
        let found = phrase.statements(briefing, &statements);
        if item.excluded {
            statements.difference_with(&found);
        } else {
            statements = found;
            resolved.phrases.push(phrase.clone());
        }
    }
    Search { statements, corrections, finder: Arc::new(resolved) }
}

/// Adds the statements that have a number in groups as the reader has written it, whatever it is in their language:
/// `20.000` is twenty in an English text. Whether there is any.
fn add_numbers(briefing: &Briefing<'_>, number: &Word, found: &mut StatementSet) -> bool {
    let mut any = false;
    for id in &having_all(&briefing.index.terms, &number.parts, briefing.statements.len()) {
        let mut stands = false;
        text::visit_fields(briefing, id, |pieces| {
            stands |= pieces.iter().flat_map(|piece| text::terms(piece)).any(|term| term.word == number.folded);
        });
        if stands {
            found.insert(id);
            any = true;
        }
    }
    any
}
