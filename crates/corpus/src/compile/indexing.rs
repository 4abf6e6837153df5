//! The index of a briefing: for every facet value and every word, the statements it leads to.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::Date;
use crate::date::Calendar;
use crate::index::{Index, Postings, Role, encode};
use crate::model::{ActorId, Briefing, StatementId};
use crate::text::{index_terms, visit_fields};

/// Encoded lists, which an [`Index`] borrows.
pub(super) struct Lists {
    actors: Vec<[Vec<u8>; 5]>,
    topics: Vec<Vec<u8>>,
    documents: Vec<Vec<u8>>,
    months: Vec<(Calendar, Vec<u8>)>,
    undated: Vec<u8>,
    terms: Vec<(String, Vec<u8>)>,
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
            terms: terms(briefing),
        }
    }

    /// The index that reads these lists.
    pub fn index(&self) -> Index<'_> {
        Index {
            actors: self.actors.iter().map(|roles| roles.each_ref().map(|list| Postings::new(list))).collect(),
            topics: self.topics.iter().map(|list| Postings::new(list)).collect(),
            documents: self.documents.iter().map(|list| Postings::new(list)).collect(),
            months: self.months.iter().map(|(month, list)| (Date::On(*month), Postings::new(list))).collect(),
            undated: Postings::new(&self.undated),
            terms: self.terms.iter().map(|(term, list)| (term.as_str(), Postings::new(list))).collect(),
        }
    }
}

/// An actor, what it is a part of, and so on up.
fn with_wholes(briefing: &Briefing<'_>, actor: ActorId) -> impl Iterator<Item = ActorId> {
    std::iter::successors(Some(actor), |&at| briefing.actor(at).part_of)
}

/// The statements of each term, in byte order of the terms.
fn terms(briefing: &Briefing<'_>) -> Vec<(String, Vec<u8>)> {
    /// Longer texts are content, which hardly comes twice.
    const NAME: usize = 120;
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut lists: Vec<List> = Vec::new();
    // Names come back in statement after statement; they are read once.
    let mut read: HashMap<&str, Rc<[usize]>> = HashMap::new();
    for id in briefing.statement_ids() {
        visit_fields(briefing, id, |pieces| {
            for &piece in pieces {
                let known = read.get(piece).cloned();
                let found = known.unwrap_or_else(|| {
                    let number = |term| {
                        let next = numbers.len();
                        *numbers.entry(term).or_insert(next)
                    };
                    let found: Rc<[usize]> = index_terms(piece).map(number).collect();
                    if piece.len() <= NAME {
                        read.insert(piece, Rc::clone(&found));
                    }
                    found
                });
                lists.resize(numbers.len(), List::default());
                found.iter().for_each(|&number| lists[number].put(id));
            }
        });
    }
    let mut terms: Vec<(String, Vec<u8>)> =
        numbers.into_iter().map(|(term, number)| (term, encode(std::mem::take(&mut lists[number].0)))).collect();
    terms.sort_unstable();
    terms
}
