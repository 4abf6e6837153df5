//! The comparison by topic: columns of actors, camps, outlets, documents or periods, a row a topic.

use std::ops::Range;

use corpus::{ActorId, Hue, RelationKind, StatementId};

use super::cell::{CellStatement, Others, SharedStems, cell_statements, shared_stems};
use super::choices::{Choices, choices};
use super::columns::{Column, columns, members, names, table_title};
use super::compared::{ColumnKind, Compared, ComparedColumns};
use super::difference::difference;
use super::rows::{CellStatements, LineStatements, RelationBetween, RowStatements, SHOWN_IN_CELL, rows, sets};
use super::summary::summary;
use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::relations::sentence;
use crate::view::View;
use crate::words;

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePage {
    /// The columns in words: "United States, Uzbekistan and Russia".
    pub title: Phrase,
    /// The summary, in two sentences.
    pub summary: Phrase,
    /// The columns.
    pub columns: Vec<ColumnHead>,
    /// What else can be compared.
    pub choices: Choices,
    /// The link to every topic, where only some are shown.
    pub all_topics: Option<String>,
    /// The rows by topic, in their order, for a list that leads to them; empty where there are few.
    pub contents: Vec<ContentsEntry>,
    /// The rows; of a long comparison those on which several have a statement.
    pub rows: Vec<Row>,
    /// The rows of a long comparison on which only one has, to be shown on demand.
    pub folded: Vec<Row>,
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
    /// The only column with a statement.
    pub only: Option<Phrase>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnHead {
    /// The name.
    pub name: Phrase,
    /// The accent colour; none of a period, which is of no camp.
    pub hue: Option<Hue>,
    /// The link to what the column is, or to its statements; none where no filter has them.
    pub href: Option<String>,
    /// Counts: "4 statements, 2 relayed".
    pub summary: String,
}

/// The row of a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The slug of the topic, which names the row.
    pub slug: &'static str,
    /// The topic, and the link to this row alone.
    pub topic: Ref,
    /// The difference between the columns in words: "Two for, one against, one silent."
    pub difference: Phrase,
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
    /// The names of the columns, for where the column heads are out of sight.
    pub who: String,
    /// The statements that are shown first.
    pub statements: Vec<CellStatement>,
    /// The others.
    pub others: Others,
    /// Whether the column has nothing on the topic, in no line of the row.
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

/// Builds the table of a comparison by topic, of which `kind` says what the columns are.
pub(super) fn table(data: Shared, comparison: &Compared, kind: ColumnKind) -> TablePage {
    let columns = columns(data, comparison);
    let statements = rows(data, &columns, &comparison.topics);
    let compared = compared_actors(data, comparison);
    let row = |row: &RowStatements| Row {
        slug: data.topic(row.topic).slug,
        topic: card::topic_ref(
            data,
            row.topic,
            &View::Compare(comparison.with_topics(vec![row.topic]).comparison(data)),
        ),
        difference: difference(data, kind, &columns, &row.columns),
        lines: lines(data, kind, &columns, row),
        shared_subjects: compared.as_ref().map_or_else(Vec::new, |own| shared_subjects(data, own, &row.columns)),
    };
    let (folded, shown): (Vec<_>, Vec<_>) = if is_long(&statements) {
        statements.iter().partition(|row| row.heard().len() == 1)
    } else {
        (Vec::new(), statements.iter().collect())
    };
    let all_topics = (!comparison.topics.is_empty()).then(|| comparison.with_topics(Vec::new()).link(data));
    TablePage {
        title: table_title(data, comparison),
        summary: summary(data, kind, &columns, &statements),
        choices: choices(data, comparison),
        all_topics,
        contents: contents(data, &columns, &statements),
        rows: shown.into_iter().map(row).collect(),
        folded: folded.into_iter().map(row).collect(),
        columns: columns.into_iter().map(|column| head(data, kind, column)).collect(),
    }
}

fn head(data: Shared, kind: ColumnKind, column: Column) -> ColumnHead {
    let Column { name, hue, href, statements, .. } = column;
    let relayed = statements.iter().filter(|&&id| !data.statement(id).via.is_empty()).count();
    let count = words::count(statements.len(), "statement");
    let summary = if relayed > 0 { format!("{count}, {relayed} relayed") } else { count };
    let hue = (kind != ColumnKind::Period).then(|| hue.unwrap_or(Hue::Grey));
    ColumnHead { name, hue, href, summary }
}

/// The actors that are compared; `None` where the columns are not of those who speak.
fn compared_actors(data: Shared, comparison: &Compared) -> Option<Vec<ActorId>> {
    match &comparison.columns {
        ComparedColumns::Actors(actors) => Some(actors.clone()),
        ComparedColumns::Camps(camps) => Some(camps.iter().flat_map(|&camp| members(data, camp)).collect()),
        _ => None,
    }
}

/// The least number of rows that get a list of their topics.
const LISTED_ROWS: usize = 4;

/// The number of statements above which a comparison is long.
const LONG: usize = 60;

/// Whether so much is shown that what only one column touches would be in the way.
fn is_long(rows: &[RowStatements]) -> bool {
    let shown = |row: &RowStatements| row.cells().map(|ids| ids.len().min(SHOWN_IN_CELL)).sum::<usize>();
    rows.iter().any(|row| row.heard().len() > 1) && rows.iter().map(shown).sum::<usize>() > LONG
}

fn contents(data: Shared, columns: &[Column], rows: &[RowStatements]) -> Vec<ContentsEntry> {
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
            [column] => Some(columns[column].within.clone()),
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

/// The cells of a row.
fn lines(data: Shared, kind: ColumnKind, columns: &[Column], row: &RowStatements) -> Vec<Line> {
    let in_columns = sets(data, &row.columns);
    let cell = |cell: &CellStatements, shared: &SharedStems| {
        let Range { start, end } = cell.columns;
        let (statements, others) = cell_statements(data, &cell.statements, shared);
        let who = names(Some(kind), columns[start..end].iter().map(|column| column.name.clone())).to_string();
        Cell { column: start, span: end - start, who, statements, others, silent: false }
    };
    let line = |line: &LineStatements| {
        let shared = shared_stems(data, &in_columns, &line.related);
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
        side_by_side: link::write(data, &View::compare_statements([relation.from, relation.to])),
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
