//! A search as a task that can be interrupted and go on, and that uses what the search before came to.

use std::sync::Arc;

use corpus::{Briefing, text};

use super::expansion::TermExpansion;
use super::found::{Found, PhraseFound, WordFound};
use super::interpret::interpret;
use super::item::{Condition, Item, Word};
use super::outcome::{Correction, Search};
use super::phrase::Phrase;
use super::phrase_scan::PhraseScan;
use super::query::Query;
use super::ranking::Ranking;
use super::resolved::ResolvedQuery;
use super::spelling::{Spelling, corrections};
use super::vocabulary::{Lookup, Missing};
use crate::pending::Pending;
use crate::set::StatementSet;

/// What the items of a query came to.
pub(super) type Items = Vec<(Item, Found)>;

/// A search that may not be finished.
#[derive(Debug)]
pub(super) struct Task {
    query: Query,
    is_ranked: bool,
    /// What the search before came to.
    last: Arc<Items>,
    /// What the items came to so far, in the order in which they are searched for.
    items: Items,
    /// The statements that satisfy these.
    statements: StatementSet,
    /// What is in progress.
    spelling: Option<Spelling>,
    scan: Option<PhraseScan>,
    /// The ranking, and the number of items that are ranked.
    ranking: Option<(Ranking, usize)>,
    missing: Missing,
}

/// Words are searched for first: they cost a look into the index, and leave phrases fewer texts to read.
fn order(query: &Query) -> impl Iterator<Item = &Item> {
    let is_phrase = |item: &&Item| matches!(item.condition, Condition::Phrase(_));
    query.items.iter().filter(move |item| !is_phrase(item)).chain(query.items.iter().filter(is_phrase))
}

impl Task {
    /// Begins a search. `last` is what the items of another query came to in the same briefing.
    pub(super) fn new(briefing: &Briefing<'_>, query: Query, is_ranked: bool, last: Arc<Items>) -> Task {
        Task {
            query,
            is_ranked,
            last,
            items: Vec::new(),
            statements: StatementSet::full(briefing.statements.len()),
            spelling: None,
            scan: None,
            ranking: None,
            missing: Missing::default(),
        }
    }

    /// Goes on for as long as `goes_on` says so, which is asked every some microseconds. `None` where the search is not
    /// finished; it is at an end otherwise.
    pub(super) fn advance(
        &mut self,
        briefing: &Briefing<'_>,
        goes_on: &mut dyn FnMut() -> bool,
    ) -> Option<Result<Search, Pending>> {
        let lookup = match Lookup::new(briefing, std::mem::take(&mut self.missing)) {
            Ok(lookup) => lookup,
            Err(pending) => return Some(Err(pending)),
        };
        let items: Vec<Item> = order(&self.query).skip(self.items.len()).cloned().collect();
        for item in items {
            let found = match &item.condition {
                Condition::Word(word) => self.word(&lookup, &item, word, goes_on).map(Found::Word),
                Condition::Phrase(phrase) => {
                    // What is missing so far would leave phrases more texts to read than they need.
                    if let Err(pending) = lookup.finish() {
                        return Some(Err(pending));
                    }
                    self.phrase(&lookup, phrase, goes_on).map(Found::Phrase)
                }
            };
            let Some(found) = found else {
                self.missing = lookup.into_missing();
                return None;
            };
            if item.excluded {
                self.statements.difference_with(found.statements());
            } else {
                self.statements.intersect_with(found.statements());
            }
            self.items.push((item, found));
            if !goes_on() {
                self.missing = lookup.into_missing();
                return None;
            }
        }
        // What is missing so far has no part in a ranking.
        let outcome = match lookup.finish() {
            Ok(()) if !self.rank(&lookup, goes_on) => {
                self.missing = lookup.into_missing();
                return None;
            }
            Ok(()) => lookup.finish(),
            missing => missing,
        };
        Some(outcome.map(|()| self.outcome()))
    }

    /// What the items came to, for a search of another query.
    pub(super) fn into_items(self) -> Items {
        self.items
    }

    /// What a word comes to; `None` where that was interrupted.
    fn word(
        &mut self,
        lookup: &Lookup<'_, '_>,
        item: &Item,
        word: &Word,
        goes_on: &mut dyn FnMut() -> bool,
    ) -> Option<WordFound> {
        let last = self.last.iter();
        if let Some((_, Found::Word(known))) = last.clone().find(|(known, _)| known == item) {
            return Some(known.clone());
        }
        let mut found = WordFound {
            expansion: TermExpansion::default(),
            correction: None,
            near: None,
            statements: StatementSet::empty(lookup.briefing.statements.len()),
        };
        if item.excluded {
            found.expansion = TermExpansion::inflections(lookup.briefing, &word.folded);
            found.expansion.add_statements(lookup, &mut found.statements);
            return Some(found);
        }
        found.expansion = interpret(lookup, word);
        if found.expansion.is_empty() {
            let near = last.filter_map(|(_, found)| match found {
                Found::Word(word) => word.near.as_ref(),
                Found::Phrase(_) => None,
            });
            let spelling = self.spelling.get_or_insert_with(|| Spelling::new(&word.folded, near));
            if !spelling.advance(lookup.terms(), goes_on) {
                return None;
            }
            let (nearest, near) = self.spelling.take()?.finish(lookup.terms(), word.unfinished);
            let (used, terms) = corrections(lookup, nearest);
            found.expansion.terms = terms;
            found.correction = Some(Correction { typed: word.typed.clone(), used });
            found.near = Some(near);
        }
        found.expansion.add_statements(lookup, &mut found.statements);
        if !word.parts.is_empty() && add_numbers(lookup, word, &mut found.statements) {
            found.expansion.add_term(&word.folded);
            found.correction = None;
        }
        Some(found)
    }

    /// What a phrase comes to among what satisfies the items so far; `None` where that was interrupted.
    fn phrase(
        &mut self,
        lookup: &Lookup<'_, '_>,
        phrase: &Phrase,
        goes_on: &mut dyn FnMut() -> bool,
    ) -> Option<PhraseFound> {
        let among = &self.statements;
        let mut known = self.last.iter().filter_map(|(_, found)| match found {
            Found::Phrase(known) if among.is_subset(&known.among) => Some(known),
            _ => None,
        });
        if let Some(same) = known.clone().find(|known| known.phrase == *phrase && known.is_counted >= self.is_ranked) {
            let mut found = same.clone();
            found.among.clone_from(among);
            found.statements.intersect_with(among);
            return Some(found);
        }
        let scan = self.scan.get_or_insert_with(|| {
            let wider = known.find(|known| phrase.narrows(&known.phrase));
            PhraseScan::new(lookup, phrase, among.clone(), wider, self.is_ranked)
        });
        if !scan.advance(lookup, goes_on) {
            return None;
        }
        Some(self.scan.take()?.finish())
    }

    /// Ranks what was found, where that was asked. Whether it is finished.
    fn rank(&mut self, lookup: &Lookup<'_, '_>, goes_on: &mut dyn FnMut() -> bool) -> bool {
        if !self.is_ranked {
            return true;
        }
        lookup.briefing.count_frequencies();
        let (ranking, done) = self.ranking.get_or_insert_with(|| (Ranking::new(lookup.briefing), 0));
        for (item, found) in &self.items[*done..] {
            if !item.excluded {
                ranking.add(lookup, found, &self.statements);
            }
            *done += 1;
            if !goes_on() {
                return false;
            }
        }
        true
    }

    /// The outcome of a search that is finished.
    fn outcome(&mut self) -> Search {
        let (mut words, mut phrases) = (Vec::new(), Vec::new());
        for (_, found) in self.items.iter().filter(|(item, _)| !item.excluded) {
            match found {
                Found::Word(word) => words.push(word),
                Found::Phrase(phrase) => phrases.push(phrase),
            }
        }
        let finder = ResolvedQuery {
            query: self.query.clone(),
            words: words.iter().map(|word| word.expansion.clone()).collect(),
            phrases: phrases.iter().map(|phrase| phrase.phrase.clone()).collect(),
        };
        Search {
            statements: self.statements.clone(),
            corrections: words.iter().filter_map(|word| word.correction.clone()).collect(),
            scores: self.ranking.take().map(|(ranking, _)| ranking.finish()),
            finder: Arc::new(finder),
        }
    }
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
