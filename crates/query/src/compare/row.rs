//! The row of a topic in a comparison: what is shown of its statements, and how it is built. That takes their texts.

use std::ops::Range;

use corpus::{ActorId, RelationKind, StatementId};

use super::cell::{CellStatement, Others, SharedStems, cell_statements, shared_stems};
use super::columns::{Column, members, names};
use super::compared::{ColumnKind, Compared, ComparedColumns};
use super::difference::difference;
use super::membership::Membership;
use super::rows::{CellStatements, LineStatements, RelationBetween, RowStatements};
use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::relations::sentence;
use crate::view::View;

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

/// What all rows of a comparison by topic are built from, but for their own statements.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowContext {
    pub(super) kind: ColumnKind,
    pub(super) columns: Vec<Column>,
    pub(super) compared: Compared,
    pub(super) membership: Membership,
    /// Of each actor, whether it is compared; `None` where the columns are not of those who speak.
    compared_actors: Option<Vec<bool>>,
}

impl RowContext {
    pub(super) fn new(data: Shared, kind: ColumnKind, compared: &Compared, columns: Vec<Column>) -> RowContext {
        let membership = Membership::new(data, &columns);
        let compared_actors = compared_actors(data, compared);
        RowContext { kind, columns, compared: compared.clone(), membership, compared_actors }
    }

    /// Builds a row.
    ///
    /// # Panics
    /// If a text that it quotes is not loaded.
    #[inline(never)]
    pub(super) fn row(&self, data: Shared, row: &RowStatements) -> Row {
        let only = self.compared.with_topics(vec![row.topic]).comparison(data);
        let own = self.compared_actors.as_ref();
        Row {
            slug: data.topic(row.topic).slug,
            topic: card::topic_ref(data, row.topic, &View::Compare(only)),
            difference: difference(data, self.kind, &self.columns, &row.columns),
            lines: self.lines(data, row),
            shared_subjects: own.map_or_else(Vec::new, |own| shared_subjects(data, own, &row.columns)),
        }
    }

    /// The cells of a row.
    fn lines(&self, data: Shared, row: &RowStatements) -> Vec<Line> {
        let cell = |cell: &CellStatements, shared: &SharedStems| {
            let Range { start, end } = cell.columns;
            let (statements, others) = cell_statements(data, &cell.statements, shared);
            let who = self.columns[start..end].iter().map(|column| column.name.clone());
            let who = names(Some(self.kind), who).to_string();
            Cell { column: start, span: end - start, who, statements, others, silent: false }
        };
        let line = |line: &LineStatements| {
            let shared = shared_stems(data, &self.membership, &line.related);
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
}

fn compared_actors(data: Shared, compared: &Compared) -> Option<Vec<bool>> {
    let actors: Vec<ActorId> = match &compared.columns {
        ComparedColumns::Actors(actors) => actors.clone(),
        ComparedColumns::Camps(camps) => camps.iter().flat_map(|&camp| members(data, camp)).collect(),
        _ => return None,
    };
    let mut are_compared = vec![false; data.actors.len()];
    for actor in actors {
        are_compared[actor.index()] = true;
    }
    Some(are_compared)
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
fn shared_subjects(data: Shared, are_compared: &[bool], cells: &[Vec<StatementId>]) -> Vec<Ref> {
    let mut touched: Vec<(ActorId, i32)> = Vec::new();
    for (column, ids) in (0..).zip(cells) {
        for &about in ids.iter().flat_map(|&id| data.statement(id).about) {
            touched.push((card::whole(data, about), column));
        }
    }
    touched = order::by_key(touched, |&(actor, column)| [actor.0.cast_signed(), column, 0]);
    touched.dedup();
    let shared = touched.chunk_by(|one, other| one.0 == other.0).filter(|columns| columns.len() > 1);
    let outside = shared.filter(|columns| !are_compared[columns[0].0.index()]);
    outside.map(|columns| card::actor_ref(data, columns[0].0)).collect()
}
