//! Counting of frequencies: how often each term occurs in the fields of the statements that have it. The texts tell, so
//! that a small corpus, all of whose texts are loaded, carries no frequencies.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::document_text::Span;
use crate::frequencies::{Field, Frequencies};
use crate::id::{ActorId, StatementId};
use crate::index::STEM_LANGUAGE_SEPARATOR;
use crate::model::Briefing;
use crate::postings::Iter;
use crate::terms::Terms;
use crate::text::{Separators, Term, ambiguous_number_parts, fold, is_english, search_terms, stem};

impl Briefing<'_> {
    /// Counts the frequencies of all terms, where they were neither counted before nor are a part of the compiled form.
    /// All chunks have to be loaded. Takes some microseconds a statement.
    pub fn count_frequencies(&self) {
        if !self.index.terms.have_frequencies() {
            self.index.terms.set_frequencies(&count(self));
        }
    }
}

/// The frequencies of all postings; see [`crate::frequencies`] for their encoding. All chunks have to be loaded.
pub(crate) fn count(briefing: &Briefing<'_>) -> Vec<u8> {
    let mut counter = Counter::new(&briefing.index.terms, briefing);
    let names: Vec<Rc<[usize]>> = briefing.actor_ids().map(|id| counter.names(briefing, id)).collect();
    let titles: Vec<BTreeMap<usize, usize>> =
        briefing.documents.iter().map(|document| counter.title(briefing, document.title, document.language)).collect();
    for id in briefing.statement_ids() {
        let statement = briefing.statement(id);
        let document = briefing.document(statement.document);
        let mut found: BTreeMap<usize, Frequencies> = BTreeMap::new();
        let mut add = |field: Field, numbers: &BTreeMap<usize, usize>| {
            for (&term, &number) in numbers {
                found.entry(term).or_default().raise(field, number);
            }
        };
        for (field, spans) in [(Field::Content, briefing.content_spans(id)), (Field::Cue, briefing.cue_spans(id))] {
            let texts = spans.iter().map(|&span: &Span| document.slice(span));
            add(field, &counter.occurring(&[document.language], texts));
        }
        let mut named = BTreeMap::new();
        for actors in statement.actors() {
            for &term in actors.iter().flat_map(|actor| &*names[actor.index()]) {
                *named.entry(term).or_default() += 1;
            }
        }
        add(Field::Names, &named);
        add(Field::Title, &titles[statement.document.index()]);
        for (term, frequencies) in found {
            counter.record(term, id, frequencies);
        }
    }
    counter.bytes
}

/// Whether terms are looked for as the stems of English words, and by the families of words of other languages.
type Languages = (bool, bool);

struct Counter<'b, 'a> {
    terms: &'b Terms<'a>,
    /// For each term: the postings that were not passed yet, the last that was, and the offset of the end of all.
    lists: Vec<(Iter<'b>, Option<StatementId>, usize)>,
    /// For each word: the stems of languages other than English that it has.
    stems: Vec<Vec<usize>>,
    /// The terms of words that were looked up.
    known: BTreeMap<(Languages, String), Rc<[usize]>>,
    bytes: Vec<u8>,
}

impl<'b, 'a> Counter<'b, 'a> {
    fn new(terms: &'b Terms<'a>, briefing: &'b Briefing<'a>) -> Self {
        let (mut lists, mut is_stem) = (Vec::new(), Vec::new());
        let mut bytes = Vec::new();
        terms.visit(0..terms.len(), |term, postings| {
            let postings = postings.unwrap_or_default();
            for byte in postings.as_bytes() {
                // Whatever put a term into the index, there is a reason for it.
                bytes.push(if byte & 0x80 == 0 { Frequencies::ONCE.0 } else { 0 });
            }
            lists.push((postings.iter(), None, bytes.len()));
            is_stem.push(term.contains(STEM_LANGUAGE_SEPARATOR));
        });
        let mut stems = vec![Vec::new(); lists.len()];
        for family in briefing.index.families().iter() {
            let is = |index: &usize| is_stem.get(*index).copied();
            for stem in family.clone().filter(|index| is(index) == Some(true)) {
                for word in family.clone().filter(|index| is(index) == Some(false)) {
                    stems[word].push(stem);
                }
            }
        }
        Counter { terms, lists, stems, known: BTreeMap::new(), bytes }
    }

    /// The number of occurrences of each term that occurs in texts.
    fn occurring<'t>(&mut self, languages: &[&str], texts: impl Iterator<Item = &'t str>) -> BTreeMap<usize, usize> {
        let mut numbers = BTreeMap::new();
        for text in texts {
            for term in search_terms(text) {
                for &term in &*self.terms_of(languages, text, term) {
                    *numbers.entry(term).or_default() += 1;
                }
            }
        }
        numbers
    }

    /// The terms in any of the names of an actor.
    fn names(&mut self, briefing: &Briefing<'_>, id: ActorId) -> Rc<[usize]> {
        let actor = briefing.actor(id);
        let names = [actor.name, actor.short].into_iter().chain(actor.aliases.iter().copied());
        self.occurring(&[briefing.language], names).into_keys().collect()
    }

    fn title(&mut self, briefing: &Briefing<'_>, title: &str, language: &str) -> BTreeMap<usize, usize> {
        self.occurring(&[language, briefing.language], [title].into_iter())
    }

    /// The terms that a word of a text puts into the index, each once, by the rules of the compiler.
    fn terms_of(&mut self, languages: &[&str], text: &str, Term { range, word }: Term) -> Rc<[usize]> {
        let written = &text[range];
        let is_whole = |language: &&str| Separators::of(language).is_whole_number(written);
        let is_number = written.starts_with(char::is_numeric);
        if !is_number || languages.iter().all(is_whole) {
            return self.terms_of_word(languages, word);
        }
        let mut terms = Vec::new();
        if languages.iter().any(is_whole) {
            terms.extend(self.terms.index_of(&word));
        }
        terms.extend(ambiguous_number_parts(written).filter_map(|part| self.terms.index_of(&fold(part))));
        terms.into()
    }

    fn terms_of_word(&mut self, languages: &[&str], word: String) -> Rc<[usize]> {
        let any = |english: bool| languages.iter().any(|language| is_english(language) == english);
        let key = ((any(true), any(false)), word);
        if let Some(known) = self.known.get(&key) {
            return Rc::clone(known);
        }
        let ((english, other), word) = &key;
        let mut terms: Vec<usize> = self.terms.index_of(word).into_iter().collect();
        if *other && let Some(&word) = terms.first() {
            terms.extend(&self.stems[word]);
        }
        let stem = self.terms.index_of(&stem(word)).filter(|stem| *english && !terms.contains(stem));
        terms.extend(stem);
        let terms: Rc<[usize]> = terms.into();
        self.known.insert(key, Rc::clone(&terms));
        terms
    }

    /// Records the frequencies of a term in a statement, if its postings have it. Statements ascend.
    fn record(&mut self, term: usize, id: StatementId, frequencies: Frequencies) {
        let (postings, last, end) = &mut self.lists[term];
        while last.is_none_or(|last| last < id) {
            *last = postings.next();
            if last.is_none() {
                return;
            }
        }
        if *last == Some(id) {
            self.bytes[*end - postings.remaining() - 1] = frequencies.0;
        }
    }
}
