//! What an actor speaks or acts on, on which side, whom it is contradicted by, and when: the same in its card and at
//! the head of its page. Bounded, however much an actor says.

use corpus::{ActorId, Date, DocumentId, Position, RelationKind, Role, StatementId, TopicId};

use crate::Shared;
use crate::attribution::voices;
use crate::card::{self, Ref};
use crate::language::{self, Language, Localizable};
use crate::link;
use crate::matching;
use crate::order;
use crate::set::StatementSet;
use crate::source::provenance::{Country, country};
use crate::view::{Choice, Columns, Filter, View};
use crate::words;

/// The most topics with a bar.
const MOST_BARS: usize = 4;

/// The most opponents that are named.
const MOST_OPPONENTS: usize = 3;

/// What an actor, or a part of it, says and does.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The topics with most statements, the largest first.
    pub bars: Vec<Bar>,
    /// The number of topics without a bar.
    pub further: usize,
    /// For and against, where it takes sides.
    pub sides: Vec<Side>,
    /// Whom it is contradicted by.
    pub contradicted_by: Opponents,
    /// Whom it contradicts.
    pub contradicts: Opponents,
    /// The first and the last date of its statements, in words; `None` without dates.
    pub time: Option<String>,
}

/// A topic with the number of statements on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The topic, with the link to the statements.
    pub topic: Ref,
    /// The number of statements.
    pub count: usize,
    /// The length, in hundredths of the longest bar; at least one.
    pub length: usize,
}

/// A side, with the number of statements that take it.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Whether it is that of those who want more of something.
    pub is_for: bool,
    /// "For 3".
    pub label: String,
    /// The link to the statements.
    pub href: String,
}

/// Those on the other side of contradictions, those with most of them first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opponents {
    /// Those that are named.
    pub named: Vec<Opponent>,
    /// The number of those that are not named.
    pub further: usize,
}

/// Whoever is on the other side of contradictions.
#[derive(Clone, Debug, PartialEq)]
pub struct Opponent {
    /// The name, with the link to the actor or, where a document speaks itself, to the document.
    pub name: Ref,
    /// What the link to the statements that contradict each other leads to: "both passages", "4 of 7 passages".
    pub passages: String,
    /// That link: the statements side by side.
    pub href: String,
}

/// What an actor, or a part of it, says and does.
pub fn profile(data: Shared, id: ActorId) -> Profile {
    let active = matching::with_actor(data, id, &[Role::Speaker, Role::Agent]);
    let (bars, further) = bars(data, id, &active);
    Profile {
        bars,
        further,
        sides: sides(data, id, &active),
        contradicted_by: opponents(data, &active, false),
        contradicts: opponents(data, &active, true),
        time: time(active.iter().filter_map(|id| data.statement(id).when)),
    }
}

/// The filter for what an actor says and does.
fn filter(id: ActorId) -> Filter {
    let roles = Choice::any_of([Role::Speaker, Role::Agent]);
    Filter { actors: Choice::of(id), roles, ..Filter::default() }
}

fn bars(data: Shared, id: ActorId, active: &StatementSet) -> (Vec<Bar>, usize) {
    let mut counts = vec![0; data.topics.len()];
    for statement in active {
        data.statement(statement).topics.iter().for_each(|topic| counts[topic.index()] += 1);
    }
    let touched = (0..).map(TopicId).zip(counts).filter(|&(_, count)| count > 0).collect();
    let mut touched = order::by_key(touched, |&(_, count)| [order::largest(count), 0, 0]);
    let longest = touched.first().map_or(1, |&(_, count)| count);
    // A single further topic takes no more room than the note that there is one.
    let shown = if touched.len() == MOST_BARS + 1 { MOST_BARS + 1 } else { touched.len().min(MOST_BARS) };
    let further = touched.len() - shown;
    touched.truncate(shown);
    let bar = |(topic, count): (TopicId, usize)| {
        let view = View::filtered(Filter { topics: Choice::of(topic), ..filter(id) });
        Bar { topic: card::topic_ref(data, topic, &view), count, length: (count * 100 / longest).max(1) }
    };
    (touched.into_iter().map(bar).collect(), further)
}

fn sides(data: Shared, id: ActorId, active: &StatementSet) -> Vec<Side> {
    let side = |(position, word): (Position, &str)| {
        let number = active.iter().filter(|&id| data.statement(id).position == Some(position)).count();
        (number > 0).then(|| Side {
            is_for: position == Position::Supports,
            label: format!("{word} {}", words::grouped(number)),
            href: link::write(data, &View::filtered(Filter { positions: Choice::of(position), ..filter(id) })),
        })
    };
    [(Position::Supports, "For"), (Position::Opposes, "Against")].into_iter().filter_map(side).collect()
}

/// Who says what contradicts.
#[derive(Clone, Copy, PartialEq)]
enum Voice {
    Actor(ActorId),
    /// A document that speaks itself.
    Document(DocumentId),
}

/// Those who contradict some statements, or with `outward` those whom the statements contradict. What contradicts
/// another of the same statements is left out: who says the opposite of what they said is no opponent.
fn opponents(data: Shared, active: &StatementSet, outward: bool) -> Opponents {
    let mut found: Vec<(Voice, Vec<[StatementId; 2]>)> = Vec::new();
    for relation in data.relations.iter().filter(|relation| relation.kind == RelationKind::Contradicts) {
        let (own, other) = if outward { (relation.from, relation.to) } else { (relation.to, relation.from) };
        if !active.contains(own) || active.contains(other) {
            continue;
        }
        let document = Voice::Document(data.statement(other).document);
        let voices = voices(data, other).iter().map(|&actor| Voice::Actor(actor));
        let voices: Vec<_> = if voices.len() == 0 { vec![document] } else { voices.collect() };
        for voice in voices {
            match found.iter_mut().find(|(known, _)| *known == voice) {
                Some((_, pairs)) => pairs.push([relation.from, relation.to]),
                None => found.push((voice, vec![[relation.from, relation.to]])),
            }
        }
    }
    let found = order::by_key(found, |(_, pairs)| [order::largest(pairs.len()), 0, 0]);
    let further = found.len().saturating_sub(MOST_OPPONENTS);
    let named = |(voice, pairs): (Voice, Vec<[StatementId; 2]>)| {
        let mut statements: Vec<StatementId> = Vec::new();
        for id in pairs.into_iter().flatten() {
            if !statements.contains(&id) {
                statements.push(id);
            }
        }
        let passages = match statements.len() {
            2 => "both passages".to_owned(),
            all if all <= Columns::MOST => format!("{all} passages"),
            all => format!("{} of {} passages", Columns::MOST, words::grouped(all)),
        };
        statements.truncate(Columns::MOST);
        let name = match voice {
            Voice::Actor(actor) => card::actor_ref(data, actor),
            Voice::Document(document) => {
                let title = language::title(data, document);
                let href = link::write(data, &View::Source(document, None));
                Ref { label: title.text, href, hue: None, language: title.language }
            }
        };
        Opponent { name, passages, href: link::write(data, &View::compare_statements(statements)) }
    };
    Opponents { named: found.into_iter().take(MOST_OPPONENTS).map(named).collect(), further }
}

/// The first and the last of some dates in words, as precise as they are: "14 December 2021", "First October 2021, last
/// by 18 December 2021".
fn time(dates: impl Iterator<Item = Date>) -> Option<String> {
    let dates = order::by_key(dates.collect(), |date| [date.sort_key().0, date.sort_key().1, 0]);
    let (first, last) = (words::date(*dates.first()?), words::date(*dates.last()?));
    Some(if first == last { words::capitalised(&first) } else { format!("First {first}, last {last}") })
}

/// The flag of an actor's country.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// Two regional indicator symbols. Systems without flags show letters or boxes, so they never stand alone.
    pub symbols: String,
    /// The name of the country, or its code where the briefing has no state with that; `None` for the state itself,
    /// whose name is that of the actor.
    pub country: Option<Localizable>,
}

/// The flag of an actor's country.
pub(super) fn flag_of(data: Shared, id: ActorId) -> Option<Flag> {
    let actor = data.actor(id);
    let code = actor.country?;
    let country = match country(data, code) {
        Country::State(name) if name.text != actor.short => Some(name),
        Country::State(_) => None,
        Country::Code(code) => Some(Localizable { text: code, language: Language::default() }),
    };
    Some(Flag { symbols: flag(code)?, country })
}

/// The flag of a country of ISO 3166-1 alpha-2, as two regional indicator symbols (Unicode Technical Standard 51,
/// annex B). `None` for anything else, and for the codes that the standard leaves to its users, which have no flag: AA,
/// QM to QZ, XA to XZ, ZZ. `XK` stands for Kosovo in Unicode's data.
fn flag(code: &str) -> Option<String> {
    let &[first, second] = code.as_bytes() else { return None };
    let is_free = matches!((first, second), (b'A', b'A') | (b'Q', b'M'..) | (b'X', ..=b'J' | b'L'..) | (b'Z', b'Z'));
    let symbol = |letter: u8| char::from_u32(0x1f1e6 + u32::from(letter.checked_sub(b'A')?)).filter(|_| letter <= b'Z');
    symbol(first).zip(symbol(second)).filter(|_| !is_free).map(|(first, second)| String::from_iter([first, second]))
}

#[cfg(test)]
mod tests;
