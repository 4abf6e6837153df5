//! The statements of each facet value: lists that follow from the columns of the statements, and are made when these
//! are loaded.

use std::fmt;

use crate::date::{Calendar, Date};
use crate::enumeration::Role;
use crate::id::{ActorId, DocumentId, TopicId};
use crate::postings::Postings;
use crate::statements::Statements;

/// The most bytes of all lists. Only damaged bytes have more: a statement of ten thousand years, of an actor that is a
/// part of all others.
const MOST_BYTES: usize = 1 << 28;

/// Statements by facet value.
#[derive(Clone, Default, PartialEq)]
pub struct FacetLists {
    /// The encoded lists one after the other: of each actor in each role, of each topic, of each document, of the
    /// statements without days, and of each month.
    bytes: Vec<u8>,
    /// For each list where it ends.
    ends: Vec<u32>,
    actors: usize,
    topics: usize,
    /// The months that overlap the date of a statement, in chronological order.
    months: Vec<Date>,
}

impl FacetLists {
    /// The lists of some statements, of so many actors, topics and documents. `part_of` gives the actor that an actor
    /// is a part of; it has no circle. `None` where the lists would be too large, see [`MOST_BYTES`].
    pub(crate) fn new(
        statements: &Statements<'_>,
        part_of: &dyn Fn(ActorId) -> Option<ActorId>,
        [actors, topics, documents]: [usize; 3],
    ) -> Option<FacetLists> {
        let undated = actors * Role::ALL.len() + topics + documents;
        let first_month = first_month(statements);
        let builder =
            Builder { statements, part_of, of_topics: actors * Role::ALL.len(), topics, undated, first_month };
        // First the length of each list, then its bytes.
        let mut lengths: Vec<usize> = Vec::new();
        let mut length = 0;
        builder.visit(&mut |list, gap| {
            if lengths.len() <= list {
                lengths.resize(list + 1, 0);
            }
            let bytes = 1 + (gap | 1).ilog2() as usize / 7;
            lengths[list] += bytes;
            length += bytes;
            length <= MOST_BYTES
        });
        if length > MOST_BYTES {
            return None;
        }
        lengths.resize(lengths.len().max(undated + 1), 0);
        let mut end = 0;
        let mut positions: Vec<usize> = Vec::with_capacity(lengths.len());
        for length in &lengths {
            positions.push(end);
            end += length;
        }
        let mut bytes = vec![0; end];
        builder.visit(&mut |list, mut gap| {
            let position = &mut positions[list];
            while gap >= 0x80 {
                bytes[*position] = gap as u8 | 0x80;
                *position += 1;
                gap >>= 7;
            }
            bytes[*position] = gap as u8;
            *position += 1;
            true
        });
        // Each list was written to its end. Months without a statement have none.
        let is_month = |list: &usize| *list > undated;
        let has_list = |list: &usize| !is_month(list) || lengths[*list] > 0;
        let lists: Vec<usize> = (0..lengths.len()).filter(has_list).collect();
        let month = |list: &usize| month(builder.first_month + (list - undated - 1) as u32);
        Some(FacetLists {
            bytes,
            ends: lists.iter().map(|&list| positions[list] as u32).collect(),
            actors,
            topics,
            months: lists.iter().filter(|list| is_month(list)).map(month).collect(),
        })
    }

    fn list(&self, index: usize) -> Postings<'_> {
        let begin = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        Postings::new(self.ends.get(index).map_or(&[], |&end| &self.bytes[begin..end as usize]))
    }

    fn undated_index(&self) -> usize {
        self.ends.len().saturating_sub(1 + self.months.len())
    }

    /// The statements in which an actor, or a part of it, has a role.
    pub fn actor(&self, id: ActorId, role: Role) -> Postings<'_> {
        self.list(id.index() * Role::ALL.len() + role as usize)
    }

    /// The statements about a topic.
    pub fn topic(&self, id: TopicId) -> Postings<'_> {
        self.list(self.actors * Role::ALL.len() + id.index())
    }

    /// The statements of a document.
    pub fn document(&self, id: DocumentId) -> Postings<'_> {
        self.list(self.actors * Role::ALL.len() + self.topics + id.index())
    }

    /// For each month that overlaps the date of a statement, in chronological order: those statements.
    pub fn months(&self) -> impl ExactSizeIterator<Item = (Date, Postings<'_>)> + Clone {
        let first = self.ends.len() - self.months.len();
        self.months.iter().enumerate().map(move |(index, &month)| (month, self.list(first + index)))
    }

    /// Statements without a date, or with one that is open or unknown at one end.
    pub fn undated(&self) -> Postings<'_> {
        self.list(self.undated_index())
    }
}

/// The lists of statements that are not empty, by actor and role, topic, document and month.
impl fmt::Debug for FacetLists {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids = |list: Postings<'_>| list.iter().map(|id| id.0).collect::<Vec<_>>();
        let mut lists = f.debug_map();
        for id in (0..self.actors as u32).map(ActorId) {
            for role in Role::ALL.into_iter().filter(|&role| !self.actor(id, role).is_empty()) {
                lists.entry(&(id, role), &ids(self.actor(id, role)));
            }
        }
        let documents = self.undated_index().saturating_sub(self.actors * Role::ALL.len() + self.topics) as u32;
        lists.entries((0..self.topics as u32).map(TopicId).map(|id| (id, ids(self.topic(id)))));
        lists.entries((0..documents).map(DocumentId).map(|id| (id, ids(self.document(id)))));
        lists.entries(self.months().map(|(month, list)| (month, ids(list))));
        lists.entry(&"undated", &ids(self.undated())).finish()
    }
}

/// What lists are made of.
struct Builder<'b> {
    statements: &'b Statements<'b>,
    part_of: &'b dyn Fn(ActorId) -> Option<ActorId>,
    /// The first list of a topic.
    of_topics: usize,
    topics: usize,
    /// The list of the statements without days; those of months follow.
    undated: usize,
    /// The number of the first month.
    first_month: u32,
}

impl Builder<'_> {
    /// Calls back with each statement of each list, as the number of the list and the encoded difference from the
    /// statement before. In each list statements ascend. The callback says whether to go on.
    fn visit(&self, each: &mut dyn FnMut(usize, u32) -> bool) {
        // For each list the statement after the last one.
        let mut next: Vec<u32> = Vec::new();
        let mut add = |list: usize, id: u32| {
            if next.len() <= list {
                next.resize(list + 1, 0);
            }
            let next = &mut next[list];
            // A statement may be listed twice in a row: for an actor, and for a part of it.
            if *next == id + 1 {
                return true;
            }
            let gap = id - std::mem::replace(next, id + 1);
            each(list, gap)
        };
        for (id, statement) in (0..).zip(self.statements.iter()) {
            for (role, actors) in statement.actors().into_iter().enumerate() {
                for &actor in actors {
                    let mut actor = Some(actor);
                    while let Some(part) = actor {
                        if !add(part.index() * Role::ALL.len() + role, id) {
                            return;
                        }
                        actor = (self.part_of)(part);
                    }
                }
            }
            let topics = statement.topics.iter().map(|topic| self.of_topics + topic.index());
            let document = self.of_topics + self.topics + statement.document.index();
            // A year is in no month, but is not undated either: its days are known.
            let undated = statement.when.and_then(Date::days).is_none().then_some(self.undated);
            let (from, to) = statement.when.and_then(month_range).unwrap_or((1, 0));
            let months = (from..=to).map(|month| self.undated + 1 + (month - self.first_month) as usize);
            if !topics.chain([document]).chain(undated).chain(months).all(|list| add(list, id)) {
                return;
            }
        }
    }
}

/// The number of the first month that overlaps the date of a statement.
fn first_month(statements: &Statements<'_>) -> u32 {
    let first = statements.iter().filter_map(|statement| Some(month_range(statement.when?)?.0)).min();
    first.unwrap_or(0)
}

/// The numbers, counted from the year 0, of the first and the last month that overlap a date; none where an end is open
/// or unknown, or is only a year.
fn month_range(date: Date) -> Option<(u32, u32)> {
    let (from, to) = match date {
        Date::On(entry) => (entry, entry),
        Date::Between(from, to) => (from, to),
        Date::By(_) | Date::From(_) | Date::UnknownStart(_) | Date::UnknownEnd(_) => return None,
    };
    let number = |entry: Calendar| Some(u32::from(entry.month()?.year) * 12 + u32::from(entry.month) - 1);
    Some((number(from)?, number(to)?))
}

fn month(number: u32) -> Date {
    Date::On(Calendar { year: (number / 12) as u16, month: (number % 12) as u8 + 1, day: 0 })
}
