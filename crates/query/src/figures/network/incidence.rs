//! The counts that every discourse network is made of: the array *X* of Discourse Network Analyzer, whose entry
//! `x[i][j][k]` is the number of statements of actor *i* on topic *j* with position *k*.
//!
//! Definition: Leifeld, Gruber and Bossner, *Discourse Network Analyzer Manual* (2019), section "Notation"; the program
//! fills it in `Exporter.createArray` and removes duplicates in `Exporter.filterStatements`. Of ours it corresponds as
//! follows. Variable 1 is the actor, and what a part of an actor says, the outermost actor says, as everywhere on the
//! page. Variable 2 is the topic; a statement on two topics is two statements. The qualifier is the position, which is
//! binary: for or against. Statements that take no side, or of which nobody has coded whether they do, have none and
//! are not in the array. Nor are statements in a document's own voice.

use corpus::{ActorId, Position, StatementId, TopicId};

use crate::Shared;
use crate::card;
use crate::order;
use crate::view::Duplicates;

/// The statements of an actor on a topic. At least one of the two counts is not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The actor, which is a part of no other.
    pub actor: ActorId,
    /// The topic.
    pub topic: TopicId,
    /// The number of statements for it.
    pub supports: u32,
    /// The number of statements against it.
    pub opposes: u32,
}

impl Cell {
    /// The number of statements.
    pub const fn total(&self) -> u32 {
        self.supports + self.opposes
    }
}

/// The array in sparse form: the cells that are not empty, by actor and then by topic.
///
/// Takes time in proportion to the statements, and to their voices and topics.
pub fn incidence(data: Shared, statements: impl Iterator<Item = StatementId>, duplicates: Duplicates) -> Vec<Cell> {
    let mut entries: Vec<order::Key> = Vec::new();
    let mut wholes: Vec<ActorId> = Vec::new();
    for id in statements {
        let position = match data.statements.coding(id).1 {
            Some(Position::Supports) => 1,
            Some(Position::Opposes) => 0,
            Some(Position::Neither) | None => continue,
        };
        let statement = data.statement(id);
        wholes.clear();
        for &voice in card::voices(data, id) {
            let whole = card::whole(data, voice);
            if !wholes.contains(&whole) {
                wholes.push(whole);
            }
        }
        let scope = match duplicates {
            Duplicates::Include => id.0,
            Duplicates::Document => statement.document.0,
            Duplicates::AcrossRange => 0,
        };
        for whole in &wholes {
            for topic in statement.topics {
                entries.push([whole.0, topic.0 * 2 + position, scope].map(u32::cast_signed));
            }
        }
    }
    let mut cells: Vec<Cell> = Vec::new();
    let mut last = None;
    for entry in order::by_key(entries, |&entry| entry) {
        // Equal entries follow each other.
        if last.replace(entry) == Some(entry) {
            continue;
        }
        let [actor, topic_and_position, _] = entry.map(i32::cast_unsigned);
        let (actor, topic) = (ActorId(actor), TopicId(topic_and_position / 2));
        if cells.last().is_none_or(|cell| (cell.actor, cell.topic) != (actor, topic)) {
            cells.push(Cell { actor, topic, supports: 0, opposes: 0 });
        }
        if let Some(cell) = cells.last_mut() {
            if topic_and_position % 2 == 1 { cell.supports += 1 } else { cell.opposes += 1 }
        }
    }
    cells
}

/// The activity of each actor in the cells, the most active first: the number of statements, the sum of *x* over topics
/// and positions. Actors that are equally active are in the editor's order.
pub fn activity(cells: &[Cell]) -> Vec<(ActorId, u32)> {
    let mut actors: Vec<(ActorId, u32)> = Vec::new();
    for cell in cells {
        match actors.last_mut() {
            Some((actor, total)) if *actor == cell.actor => *total += cell.total(),
            _ => actors.push((cell.actor, cell.total())),
        }
    }
    order::by_key(actors, |&(_, total)| [order::largest(total as usize), 0, 0])
}
