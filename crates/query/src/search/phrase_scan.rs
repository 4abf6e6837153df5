//! The search for a phrase in texts, which can be interrupted. Names and titles recur in statement after statement, and
//! are read once.

use corpus::frequencies::{Field, Frequencies};
use corpus::{Briefing, DocumentId, Span, StatementId};

use super::found::PhraseFound;
use super::phrase::Phrase;
use super::vocabulary::Lookup;
use crate::set::StatementSet;

/// The number of statements that are read before somebody asks whether to go on.
const STATEMENTS_AT_ONCE: usize = 64;

/// The search for a phrase among some statements.
#[derive(Debug)]
pub(super) struct PhraseScan {
    found: PhraseFound,
    /// The statements that are to be read, those first that were not yet.
    candidates: Vec<StatementId>,
    next: usize,
    /// How often each actor's names and each document's title have the phrase, once that is known.
    in_names: Vec<Option<u8>>,
    in_titles: Vec<Option<u8>>,
}

impl PhraseScan {
    /// Begins the search. `last` is what a phrase before this one came to, which this one narrows.
    pub(super) fn new(
        lookup: &Lookup<'_, '_>,
        phrase: &Phrase,
        among: StatementSet,
        last: Option<&PhraseFound>,
        is_counted: bool,
    ) -> PhraseScan {
        let having = phrase.having(lookup);
        let mut candidates = among.clone();
        for with in &having {
            candidates.intersect_with(with);
        }
        if let Some(last) = last.filter(|last| phrase.narrows(&last.phrase) && among.is_subset(&last.among)) {
            candidates.intersect_with(&last.statements);
        }
        let total = lookup.briefing.statements.len();
        let found = PhraseFound {
            phrase: phrase.clone(),
            among,
            having: having.iter().map(StatementSet::len).collect(),
            statements: StatementSet::empty(total),
            is_counted,
            frequencies: Vec::new(),
        };
        PhraseScan {
            found,
            candidates: candidates.iter().collect(),
            next: 0,
            in_names: vec![None; lookup.briefing.actors.len()],
            in_titles: vec![None; lookup.briefing.documents.len()],
        }
    }

    /// Goes on for as long as `goes_on` says so, which is asked now and then. Whether the search is finished; it only
    /// holds where the look-up finds nothing missing.
    pub(super) fn advance(&mut self, lookup: &Lookup<'_, '_>, goes_on: &mut dyn FnMut() -> bool) -> bool {
        while let Some(&id) = self.candidates.get(self.next) {
            self.next += 1;
            if lookup.has_text(id) {
                self.read(lookup.briefing, id);
            }
            if self.next.is_multiple_of(STATEMENTS_AT_ONCE) && !goes_on() {
                return false;
            }
        }
        true
    }

    /// What was found.
    pub(super) fn finish(self) -> PhraseFound {
        self.found
    }

    fn read(&mut self, briefing: &Briefing<'_>, id: StatementId) {
        let mut frequencies = Frequencies::default();
        for field in Field::ALL {
            frequencies.raise(field, self.occurrences(briefing, id, field));
            if !self.found.is_counted && frequencies != Frequencies::default() {
                break;
            }
        }
        if frequencies != Frequencies::default() {
            self.found.statements.insert(id);
            if self.found.is_counted {
                self.found.frequencies.push((id, frequencies));
            }
        }
    }

    fn occurrences(&mut self, briefing: &Briefing<'_>, id: StatementId, field: Field) -> usize {
        let statement = briefing.statement(id);
        let document = briefing.document(statement.document);
        let in_spans = |spans: &[Span]| {
            let pieces: Vec<_> = spans.iter().map(|&span| document.slice(span)).collect();
            self.in_field(&pieces)
        };
        match field {
            Field::Content => in_spans(briefing.content_spans(id)),
            Field::Cue => in_spans(briefing.cue_spans(id)),
            Field::Names => statement.actors().into_iter().flatten().map(|&id| self.in_names(briefing, id)).sum(),
            Field::Title => self.in_title(briefing, statement.document),
        }
    }

    /// Whether an actor has the phrase in one of its names, as a number.
    fn in_names(&mut self, briefing: &Briefing<'_>, id: corpus::ActorId) -> usize {
        let known = self.in_names[id.index()];
        let number = known.unwrap_or_else(|| {
            let actor = briefing.actor(id);
            let mut names = [actor.name, actor.short].into_iter().chain(actor.aliases.iter().copied());
            u8::from(names.any(|name| self.in_field(&[name]) > 0))
        });
        self.in_names[id.index()] = Some(number);
        number.into()
    }

    fn in_title(&mut self, briefing: &Briefing<'_>, id: DocumentId) -> usize {
        let known = self.in_titles[id.index()];
        let number = known.unwrap_or_else(|| self.in_field(&[briefing.document(id).title]) as u8);
        self.in_titles[id.index()] = Some(number);
        number.into()
    }

    /// The number of occurrences in a field that is given in pieces; of more than one only the first, unless they are
    /// counted, and no more than the frequencies can tell.
    fn in_field(&self, pieces: &[&str]) -> usize {
        let most = if self.found.is_counted { 3 } else { 1 };
        let mut number = 0;
        self.found.phrase.find(pieces, |_| {
            number += 1;
            number < most
        });
        number
    }
}
