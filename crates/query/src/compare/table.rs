//! The comparison of actors: a column an actor, a row a topic.

use std::ops::Range;

use corpus::{ActorId, RelationId, RelationKind, StatementId, TopicId};

use super::cell::{CellStatement, Others, cell_statements, shared_stems};
use super::rows::{CellStatements, RowStatements, rows, said};
use super::shared::{addable, sentence};
use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::view::{Columns, Comparison, View};
use crate::words;

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePage {
    /// The actors in words: "United States, Uzbekistan and Russia".
    pub title: Phrase,
    /// The summary, in two sentences.
    pub summary: Phrase,
    /// The columns.
    pub columns: Vec<ColumnHead>,
    /// Actors to add, each with its link; empty where no more fit.
    pub add: Vec<Ref>,
    /// The link to every topic, where only some are shown.
    pub all_topics: Option<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The link to share, with the edition.
    pub share: String,
}

impl TablePage {
    /// The statements of all cells; one that stands in several cells comes as often.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> {
        let cells = self.rows.iter().flat_map(|row| &row.lines).flatten();
        cells.flat_map(Cell::ids)
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnHead {
    /// The actor.
    pub actor: Ref,
    /// Counts: "4 statements, 2 relayed".
    pub summary: String,
    /// The link to the comparison without the actor.
    pub remove: String,
}

/// The row of a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The topic, and the link to this row alone.
    pub topic: Ref,
    /// The statements: first those that several columns share.
    pub lines: Vec<Line>,
    /// The relations between them.
    pub joins: Vec<Join>,
    /// Actors that statements of more than one column are about.
    pub shared_subjects: Vec<Ref>,
}

/// Cells that together span all columns.
pub type Line = Vec<Cell>;

/// A cell of one column, or of several that share its statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The first column.
    pub column: usize,
    /// The number of columns that it spans.
    pub span: usize,
    /// The actors of the columns, for where the column heads are out of sight.
    pub who: String,
    /// The statements that are shown first.
    pub statements: Vec<CellStatement>,
    /// The others.
    pub others: Others,
    /// Whether the actor says nothing on the topic, in no line of the row.
    pub silent: bool,
}

impl Cell {
    /// All its statements.
    pub fn ids(&self) -> impl Iterator<Item = StatementId> {
        self.statements.iter().map(|statement| statement.id).chain(self.others.ids.iter().copied())
    }
}

/// A relation between statements of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The relation as a sentence: "Uzbekistan contradicts US Department of Defense".
    pub label: Phrase,
    /// The kind of relation.
    pub kind: RelationKind,
    /// The editor's reason.
    pub reason: Localizable,
    /// The link to both passages side by side.
    pub side_by_side: String,
    /// The first column that it touches.
    pub column: usize,
    /// The number of columns that it spans.
    pub span: usize,
}

pub(super) fn table(data: Shared, actors: &[ActorId], topics: &[TopicId]) -> TablePage {
    let said = said(data, actors);
    let compared = |actors: Vec<ActorId>, topics: Vec<TopicId>| {
        View::Compare(Comparison { columns: Columns::Actors(actors), topics })
    };
    let comparison = |actors: Vec<ActorId>, topics: Vec<TopicId>| link::write(data, &compared(actors, topics));
    let statements = rows(data, &said, topics);
    let heard: Vec<(TopicId, Vec<usize>)> = statements.iter().map(|row| (row.topic, row.heard())).collect();
    let row = |row: &RowStatements| Row {
        topic: card::topic_ref(data, row.topic, &compared(actors.to_vec(), vec![row.topic])),
        lines: lines(data, actors, row),
        joins: row.relations.iter().map(|relation| join(data, relation)).collect(),
        shared_subjects: shared_subjects(data, actors, &row.columns),
    };
    let rows: Vec<Row> = statements.iter().map(row).collect();
    let summary = summary(data, actors, &heard);
    let head = |(column, &id): (usize, &ActorId)| {
        let relayed = said[column].iter().filter(|&&id| !data.statement(id).via.is_empty()).count();
        let count = words::count(said[column].len(), "statement");
        ColumnHead {
            actor: card::actor_ref(data, id),
            summary: if relayed > 0 { format!("{count}, {relayed} relayed") } else { count },
            remove: comparison(actors.iter().copied().filter(|&kept| kept != id).collect(), topics.to_vec()),
        }
    };
    let view = View::Compare(Comparison { columns: Columns::Actors(actors.to_vec()), topics: topics.to_vec() });
    TablePage {
        title: card::short_names(data, actors),
        summary,
        columns: actors.iter().enumerate().map(head).collect(),
        add: addable(data, actors, topics),
        all_topics: (!topics.is_empty()).then(|| comparison(actors.to_vec(), Vec::new())),
        rows,
        share: link::share(data, &view),
    }
}

/// "Three actors on five topics. They meet on Afghanistan; on NATO enlargement only Russia speaks."
fn summary(data: Shared, actors: &[ActorId], heard: &[(TopicId, Vec<usize>)]) -> Phrase {
    let name = |topic: &TopicId| Phrase::of(language::named(data, data.topic(*topic).name));
    let spoken = heard.iter().filter(|(_, who)| !who.is_empty()).count();
    if spoken == 0 {
        let who = if actors.len() == 2 {
            "Neither actor".into()
        } else {
            format!("None of the {} actors", words::spelled(actors.len()))
        };
        let topics: Vec<_> = heard.iter().map(|(topic, _)| name(topic)).collect();
        let topics = if topics.is_empty() { Phrase::new("any topic") } else { Phrase::list(topics) };
        return Phrase::new(&who).literal(" is heard on ").phrase(topics).literal(".");
    }
    let mut text = Phrase::new(&format!(
        "{} actors on {} {}.",
        words::capitalised(&words::spelled(actors.len())),
        words::spelled(spoken),
        if spoken == 1 { "topic" } else { "topics" }
    ));
    let meet: Vec<_> = heard.iter().filter(|(_, who)| who.len() > 1).map(|(topic, _)| name(topic)).collect();
    if meet.is_empty() {
        text = text.literal(" They speak past each other: no topic has more than one of them.");
    } else {
        let who = if actors.len() == 2 { "Both are heard" } else { "More than one is heard" };
        text = text.literal(" ").literal(who).literal(" on ").phrase(Phrase::list(meet)).literal(".");
    }
    for (column, &actor) in actors.iter().enumerate() {
        let alone: Vec<_> = heard.iter().filter(|(_, who)| who == &[column]).map(|(topic, _)| name(topic)).collect();
        if !alone.is_empty() {
            let only = text.literal(" Only ").phrase(card::short_names(data, &[actor]));
            text = only.literal(" is heard on ").phrase(Phrase::list(alone)).literal(".");
        }
    }
    text
}

/// The cells of a row.
fn lines(data: Shared, actors: &[ActorId], row: &RowStatements) -> Vec<Line> {
    let shared = shared_stems(data, row);
    let cell = |cell: &CellStatements| {
        let Range { start, end } = cell.columns;
        let (statements, others) = cell_statements(data, &cell.statements, &shared);
        let who = card::short_names(data, &actors[start..end]).to_string();
        Cell { column: start, span: end - start, who, statements, others, silent: false }
    };
    let mut lines: Vec<Line> = row.lines.iter().map(|line| line.iter().map(cell).collect()).collect();
    // Silence is said once a row, where the eye looks last.
    if let Some(last) = lines.last_mut() {
        for cell in last.iter_mut().filter(|cell| cell.statements.is_empty()) {
            cell.silent = row.columns[cell.column].is_empty();
        }
    }
    lines
}

fn join(data: Shared, (id, columns): &(RelationId, Range<usize>)) -> Join {
    let relation = data.relation(*id);
    Join {
        label: sentence(data, relation),
        kind: relation.kind,
        reason: language::localizable(data, relation.reason),
        side_by_side: link::write(data, &Comparison::statements([relation.from, relation.to])),
        column: columns.start,
        span: columns.len(),
    }
}

/// The actors outside of the comparison that statements of more than one column are about.
fn shared_subjects(data: Shared, actors: &[ActorId], cells: &[Vec<StatementId>]) -> Vec<Ref> {
    // For each actor, the number of columns that speak of it, and the last of these, counted from one.
    let mut touched = vec![(0, 0); data.actors.len()];
    for (column, ids) in (1..).zip(cells) {
        for &about in ids.iter().flat_map(|&id| data.statement(id).about) {
            let (number, last) = &mut touched[card::whole(data, about).index()];
            if std::mem::replace(last, column) != column {
                *number += 1;
            }
        }
    }
    let is_shared = |actor: &ActorId| !actors.contains(actor) && touched[actor.index()].0 > 1;
    data.actor_ids().filter(is_shared).map(|actor| card::actor_ref(data, actor)).collect()
}
