//! The index of a briefing: for every facet value and every word, the statements it leads to.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::stems::{Language, Stems};
use crate::Date;
use crate::date::Calendar;
use crate::index::{Families, Index, Postings, Role, encode, encode_families};
use crate::model::{ActorId, Briefing, StatementId};
use crate::text::{
    Separators, Term, ambiguous_number_parts, fold, is_english, search_terms, stem, visit_fields_in_languages,
};

/// Encoded lists, which an [`Index`] borrows.
pub(super) struct Lists {
    actors: Vec<[Vec<u8>; 5]>,
    topics: Vec<Vec<u8>>,
    documents: Vec<Vec<u8>>,
    months: Vec<(Calendar, Vec<u8>)>,
    undated: Vec<u8>,
    words: Vocabulary,
}

/// A list that grows: the same statement may be put in many times in a row.
#[derive(Clone, Default)]
struct List(Vec<StatementId>);

impl List {
    fn put(&mut self, id: StatementId) {
        if self.0.last() != Some(&id) {
            self.0.push(id);
        }
    }

    fn encoded(self) -> Vec<u8> {
        encode(self.0)
    }
}

fn encoded(lists: Vec<List>) -> Vec<Vec<u8>> {
    lists.into_iter().map(List::encoded).collect()
}

impl Lists {
    /// The lists of a briefing, whose own index may be empty.
    pub fn new(briefing: &Briefing<'_>) -> Self {
        let mut actors = vec![<[List; 5]>::default(); briefing.actors.len()];
        let mut topics = vec![List::default(); briefing.topics.len()];
        let mut documents = vec![List::default(); briefing.documents.len()];
        let mut months: BTreeMap<Calendar, List> = BTreeMap::new();
        let mut undated = List::default();
        for (id, statement) in briefing.statement_ids().zip(&briefing.statements) {
            for role in Role::ALL {
                let in_role = match role {
                    Role::Speaker => &statement.speakers,
                    Role::Agent => &statement.agents,
                    Role::Relay => &statement.via,
                    Role::Audience => &statement.audience,
                    Role::Subject => &statement.about,
                };
                for &actor in in_role {
                    for whole in with_wholes(briefing, actor) {
                        actors[whole.index()][role as usize].put(id);
                    }
                }
            }
            statement.topics.iter().for_each(|topic| topics[topic.index()].put(id));
            documents[statement.document.index()].put(id);
            let touched = statement.when.map(Date::months).unwrap_or_default();
            // A year has no month to be listed under, but its days are known.
            if statement.when.and_then(Date::days).is_none() {
                undated.put(id);
            }
            for month in touched {
                months.entry(month).or_default().put(id);
            }
        }
        Lists {
            actors: actors.into_iter().map(|roles| roles.map(List::encoded)).collect(),
            topics: encoded(topics),
            documents: encoded(documents),
            months: months.into_iter().map(|(month, list)| (month, list.encoded())).collect(),
            undated: undated.encoded(),
            words: Vocabulary::new(briefing),
        }
    }

    /// The index that reads these lists.
    pub fn index(&self) -> Index<'_> {
        let mut index = Index {
            actors: self.actors.iter().map(|roles| roles.each_ref().map(|list| Postings::new(list))).collect(),
            topics: self.topics.iter().map(|list| Postings::new(list)).collect(),
            documents: self.documents.iter().map(|list| Postings::new(list)).collect(),
            months: self.months.iter().map(|(month, list)| (Date::On(*month), Postings::new(list))).collect(),
            undated: Postings::new(&self.undated),
            ..Index::empty()
        };
        self.words.fill_index(&mut index);
        index
    }
}

/// An actor, what it is a part of, and so on up.
fn with_wholes(briefing: &Briefing<'_>, actor: ActorId) -> impl Iterator<Item = ActorId> {
    std::iter::successors(Some(actor), |&at| briefing.actor(at).part_of)
}

/// The words of a briefing, and what leads from one to another.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// The statements of each term, in byte order of the terms.
    terms: Vec<(String, Vec<u8>)>,
    families: Vec<u8>,
    endings: String,
}

impl Vocabulary {
    /// The words of a briefing, whose own index may be empty.
    pub fn new(briefing: &Briefing<'_>) -> Self {
        let mut reader = Reader::default();
        for id in briefing.statement_ids() {
            visit_fields_in_languages(briefing, id, |languages, pieces| {
                for piece in pieces {
                    for &language in languages {
                        reader.put(id, language, piece);
                    }
                }
            });
        }
        reader.vocabulary()
    }

    /// Fills in what an index says of words.
    pub fn fill_index<'a>(&'a self, index: &mut Index<'a>) {
        index.terms = self.terms.iter().map(|(term, list)| (term.as_str(), Postings::new(list))).collect();
        index.families = Families::new(&self.families);
        index.endings = &self.endings;
    }
}

/// Reads the texts of a briefing, word by word.
#[derive(Default)]
struct Reader<'a> {
    numbers: HashMap<String, usize>,
    lists: Vec<List>,
    /// The terms of texts by language. Names come back in statement after statement; they are read once.
    read: HashMap<(&'a str, &'a str), Rc<[usize]>>,
    families: HashMap<(Language, String), BTreeSet<usize>>,
    stems: Stems,
}

impl<'a> Reader<'a> {
    fn put(&mut self, id: StatementId, language: &'a str, text: &'a str) {
        /// Longer texts are content, which hardly comes twice.
        const NAME: usize = 120;
        let known = self.read.get(&(language, text)).cloned();
        let found = known.unwrap_or_else(|| {
            let found: Rc<[usize]> = self.terms(language, text).into();
            if text.len() <= NAME {
                self.read.insert((language, text), Rc::clone(&found));
            }
            found
        });
        self.lists.resize(self.numbers.len(), List::default());
        found.iter().for_each(|&number| self.lists[number].put(id));
    }

    /// What the index has of a text: each word and, where it differs, its stem. By the stem a query finds all inflections;
    /// by the word it finds phrases and beginnings of words (`basin` on the way to `basing`, whose stem is `base`). With
    /// repetition, in no order.
    fn terms(&mut self, language: &str, text: &str) -> Vec<usize> {
        let separators = Separators::of(language);
        let english = is_english(language);
        let stemmer = Language::of(language);
        let mut found = Vec::new();
        for Term { range, word } in search_terms(text) {
            let written = &text[range];
            if !separators.group(written) {
                found.extend(ambiguous_number_parts(written).map(|part| self.number(fold(part))));
                continue;
            }
            if english {
                let stem = stem(&word).into_owned();
                found.push(self.number(stem));
            }
            let stem = stemmer.and_then(|language| Some((language, self.stems.stem(language, written)?)));
            let place = self.number(word);
            found.push(place);
            if let Some((language, stem)) = stem {
                let stem_place = self.number(stem.clone());
                found.push(stem_place);
                self.families.entry((language, stem)).or_default().extend([place, stem_place]);
            }
        }
        found
    }

    fn number(&mut self, term: String) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(term).or_insert(next)
    }

    fn vocabulary(mut self) -> Vocabulary {
        let mut terms: Vec<(String, usize)> = self.numbers.into_iter().collect();
        terms.sort_unstable();
        let mut places = vec![0; terms.len()];
        for (place, (_, number)) in terms.iter().enumerate() {
            places[*number] = place as u32;
        }
        let family = |family: BTreeSet<usize>| {
            let mut family: Vec<u32> = family.into_iter().map(|number| places[number]).collect();
            family.sort_unstable();
            family
        };
        let mut families: Vec<Vec<u32>> =
            self.families.into_values().map(family).filter(|terms| terms.len() > 1).collect();
        families.sort_unstable();
        families.dedup();
        let list = |(term, number): (String, usize)| (term, encode(std::mem::take(&mut self.lists[number].0)));
        Vocabulary {
            terms: terms.into_iter().map(list).collect(),
            families: encode_families(families),
            endings: self.stems.endings(),
        }
    }
}
