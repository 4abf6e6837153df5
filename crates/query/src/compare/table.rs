//! The comparison of actors: a column an actor, a row a topic.

use std::ops::Range;

use corpus::{ActorId, RelationKind, StatementId, TopicId};

use super::cell::{CellStatement, Others, SharedStems, cell_statements, shared_stems};
use super::rows::{CellStatements, LineStatements, RelationBetween, RowStatements, SHOWN_IN_CELL, rows, said, sets};
use super::shared::{addable, listed};
use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::relations::sentence;
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
    /// The rows by topic, in their order, for a list that leads to them; empty where there are few.
    pub contents: Vec<ContentsEntry>,
    /// The rows; of a long comparison those on which several are heard.
    pub rows: Vec<Row>,
    /// The rows of a long comparison on which only one is heard, to be shown on demand.
    pub folded: Vec<Row>,
    /// The link to share, with the edition.
    pub share: String,
}

impl TablePage {
    /// The statements of all cells; one that stands in several cells comes as often.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> {
        let rows = self.rows.iter().chain(&self.folded);
        rows.flat_map(|row| &row.lines).flat_map(|line| &line.cells).flat_map(Cell::ids)
    }
}

/// A row in the list of the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct ContentsEntry {
    /// The slug of the topic, which names the row.
    pub slug: &'static str,
    /// The topic.
    pub topic: Localizable,
    /// The number of statements in the row.
    pub count: usize,
    /// The contradictions in the row: "2 contradictions"; none where there are none.
    pub contradictions: Option<String>,
    /// The only actor that is heard.
    pub only: Option<Localizable>,
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
    /// The slug of the topic, which names the row.
    pub slug: &'static str,
    /// The topic, and the link to this row alone.
    pub topic: Ref,
    /// The statements: first those that are related, side by side.
    pub lines: Vec<Line>,
    /// Actors that statements of more than one column are about.
    pub shared_subjects: Vec<Ref>,
}

/// A line of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Cells that together span all columns.
    pub cells: Vec<Cell>,
    /// The relations that belong below: the last of their statements is in this line.
    pub joins: Vec<Join>,
}

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
        slug: data.topic(row.topic).slug,
        topic: card::topic_ref(data, row.topic, &compared(actors.to_vec(), vec![row.topic])),
        lines: lines(data, actors, row),
        shared_subjects: shared_subjects(data, actors, &row.columns),
    };
    let (folded, shown): (Vec<_>, Vec<_>) = if is_long(&statements) {
        statements.iter().partition(|row| row.heard().len() == 1)
    } else {
        (Vec::new(), statements.iter().collect())
    };
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
        contents: contents(data, actors, &statements),
        rows: shown.into_iter().map(row).collect(),
        folded: folded.into_iter().map(row).collect(),
        share: link::share(data, &view),
    }
}

/// The least number of rows that get a list of their topics.
const LISTED_ROWS: usize = 4;

/// The number of statements above which a comparison is long.
const LONG: usize = 60;

/// Whether so much is shown that what only one actor touches would be in the way.
fn is_long(rows: &[RowStatements]) -> bool {
    let shown = |row: &RowStatements| row.cells().map(|ids| ids.len().min(SHOWN_IN_CELL)).sum::<usize>();
    rows.iter().any(|row| row.heard().len() > 1) && rows.iter().map(shown).sum::<usize>() > LONG
}

fn contents(data: Shared, actors: &[ActorId], rows: &[RowStatements]) -> Vec<ContentsEntry> {
    if rows.len() < LISTED_ROWS {
        return Vec::new();
    }
    let entry = |row: &RowStatements| {
        let topic = data.topic(row.topic);
        let mut all: Vec<StatementId> = row.columns.iter().flatten().copied().collect();
        all = order::by_key(all, |id| [id.0.cast_signed(), 0, 0]);
        all.dedup();
        let is_contradiction = |(id, _): &&RelationBetween| data.relation(*id).kind == RelationKind::Contradicts;
        let contradictions = row.relations().filter(is_contradiction).count();
        let only = match row.heard()[..] {
            [column] => Some(language::named(data, data.actor(actors[column]).short)),
            _ => None,
        };
        ContentsEntry {
            slug: topic.slug,
            topic: language::named(data, topic.name),
            count: all.len(),
            contradictions: (contradictions > 0).then(|| words::count(contradictions, "contradiction")),
            only,
        }
    };
    rows.iter().map(entry).collect()
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
        let topics = if topics.is_empty() { Phrase::new("any topic") } else { listed(topics) };
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
        text = text.literal(" ").literal(who).literal(" on ").phrase(listed(meet)).literal(".");
    }
    for (column, &actor) in actors.iter().enumerate() {
        let alone: Vec<_> = heard.iter().filter(|(_, who)| who == &[column]).map(|(topic, _)| name(topic)).collect();
        if !alone.is_empty() {
            let only = text.literal(" Only ").phrase(card::short_names(data, &[actor]));
            text = only.literal(" is heard on ").phrase(listed(alone)).literal(".");
        }
    }
    text
}

/// The cells of a row.
fn lines(data: Shared, actors: &[ActorId], row: &RowStatements) -> Vec<Line> {
    let columns = sets(data, &row.columns);
    let cell = |cell: &CellStatements, shared: &SharedStems| {
        let Range { start, end } = cell.columns;
        let (statements, others) = cell_statements(data, &cell.statements, shared);
        let who = card::short_names(data, &actors[start..end]).to_string();
        Cell { column: start, span: end - start, who, statements, others, silent: false }
    };
    let line = |line: &LineStatements| {
        let shared = shared_stems(data, &columns, &line.related);
        Line {
            cells: line.cells.iter().map(|one| cell(one, &shared)).collect(),
            joins: line.relations.iter().map(|relation| join(data, relation)).collect(),
        }
    };
    let mut lines: Vec<Line> = row.lines.iter().map(line).collect();
    // Silence is said once a row, where the eye looks last.
    if let Some(last) = lines.last_mut() {
        for cell in last.cells.iter_mut().filter(|cell| cell.statements.is_empty()) {
            cell.silent = row.columns[cell.column].is_empty();
        }
    }
    lines
}

fn join(data: Shared, (id, columns): &RelationBetween) -> Join {
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
