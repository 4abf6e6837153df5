//! Which statements stand in which cell of a comparison by topic. No text is needed to tell, and all rows together take
//! time in proportion to their statements.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use corpus::{RelationId, RelationKind, StatementId, TopicId};

use super::columns::Column;
use super::membership::Membership;
use crate::Shared;
use crate::order;

/// The most statements of a cell that are shown before a reader asks for the others.
pub const SHOWN_IN_CELL: usize = 12;

/// The statements of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RowStatements {
    pub(super) topic: TopicId,
    /// Those of each column.
    pub(super) columns: Vec<Vec<StatementId>>,
    /// The lines: first what is related, side by side, contradictions first; then the rest. Of both, first what
    /// neighbouring columns share, then what each says alone.
    pub(super) lines: Vec<LineStatements>,
}

/// A line of a row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LineStatements {
    /// Cells that together span all columns.
    pub(super) cells: Vec<CellStatements>,
    /// The related statements of which this line has some; none where it has the rest of the row.
    pub(super) related: Vec<StatementId>,
    /// Relations between statements of different columns, the later of which are in this line.
    pub(super) relations: Vec<RelationBetween>,
}

/// A relation with the columns that it touches.
pub(super) type RelationBetween = (RelationId, Range<usize>);

/// The statements of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CellStatements {
    /// The columns that it spans.
    pub(super) columns: Range<usize>,
    pub(super) statements: Vec<StatementId>,
}

impl RowStatements {
    /// The columns with statements on the topic.
    pub(super) fn heard(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|&column| !self.columns[column].is_empty()).collect()
    }

    /// The statements of each cell.
    pub(super) fn cells(&self) -> impl Iterator<Item = &[StatementId]> {
        self.lines.iter().flat_map(|line| &line.cells).map(|cell| &*cell.statements)
    }

    /// The number of statements that its cells show before a reader asks for the others.
    pub(super) fn shown(&self) -> usize {
        self.cells().map(|ids| ids.len().min(SHOWN_IN_CELL)).sum()
    }

    /// The relations between statements of different columns.
    pub(super) fn relations(&self) -> impl Iterator<Item = &RelationBetween> {
        self.lines.iter().flat_map(|line| &line.relations)
    }
}

/// The statements of all cells, of each cell the first; one that stands in several cells comes as often.
pub(super) fn in_cells(rows: &[Arc<RowStatements>], most: usize) -> Vec<StatementId> {
    let mut statements = Vec::new();
    for row in rows {
        for ids in row.cells() {
            statements.extend_from_slice(&ids[..ids.len().min(most)]);
        }
    }
    statements
}

/// The rows of some topics; where there are none, of all on which one of the columns has a statement. Contradictions
/// come first; then what most of them speak on.
pub(super) fn rows(
    data: Shared,
    compared: &[Column],
    membership: &Membership,
    topics: &[TopicId],
) -> Vec<Arc<RowStatements>> {
    let mut columns = vec![vec![Vec::new(); compared.len()]; data.topics.len()];
    for (column, one) in compared.iter().enumerate() {
        for &id in &one.statements {
            for topic in data.statement(id).topics {
                columns[topic.index()][column].push(id);
            }
        }
    }
    let row = |topic: TopicId| {
        let columns = columns[topic.index()].clone();
        let lines = joined_lines(data, topic, &columns, membership);
        Arc::new(RowStatements { topic, columns, lines })
    };
    let rows = if topics.is_empty() {
        let every = (0..data.topics.len() as u32).map(TopicId);
        every.filter(|topic| columns[topic.index()].iter().any(|ids| !ids.is_empty())).map(row).collect()
    } else {
        topics.iter().copied().map(row).collect()
    };
    order::by_key(rows, |row: &Arc<RowStatements>| {
        let kind = |&(id, _): &RelationBetween| data.relation(id).kind;
        let is_contradicted = row.relations().any(|relation| kind(relation) == RelationKind::Contradicts);
        [(!is_contradicted).into(), order::largest(row.heard().len()), 0]
    })
}

/// The lines of a row: those of each group of related statements, followed by its relations, then those of the rest.
fn joined_lines(
    data: Shared,
    topic: TopicId,
    columns: &[Vec<StatementId>],
    membership: &Membership,
) -> Vec<LineStatements> {
    let (groups, group_of) = related_groups(data, relations(data, topic, columns, membership));
    // The statements of each column: of each group, and at the end of the rest.
    let mut parts = vec![vec![Vec::new(); columns.len()]; groups.len() + 1];
    for (column, ids) in columns.iter().enumerate() {
        for &id in ids {
            parts[group_of.get(&id).copied().unwrap_or(groups.len())][column].push(id);
        }
    }
    let rest = parts.split_off(groups.len());
    let mut all = Vec::new();
    for (RelatedGroup { statements, relations }, own) in groups.into_iter().zip(parts) {
        let lines = lines(&own, membership).into_iter();
        all.extend(lines.map(|line| LineStatements { related: statements.clone(), ..line }));
        if let Some(last) = all.last_mut() {
            last.relations = relations;
        }
    }
    for rest in rest {
        if all.is_empty() || rest.iter().any(|ids| !ids.is_empty()) {
            all.extend(lines(&rest, membership));
        }
    }
    all
}

/// The most statements of a line of related ones: with more, the relations would be out of sight of what they join.
const MOST_RELATED: usize = 4;

/// Related statements that are shown side by side.
struct RelatedGroup {
    statements: Vec<StatementId>,
    relations: Vec<RelationBetween>,
}

/// Groups statements by their relations, each statement in the first group with room for it. A relation between two
/// groups is one of the later group. Of each statement that is in one, the index of its group.
fn related_groups(data: Shared, relations: Vec<RelationBetween>) -> (Vec<RelatedGroup>, BTreeMap<StatementId, usize>) {
    let mut groups: Vec<RelatedGroup> = Vec::new();
    let mut group_of: BTreeMap<StatementId, usize> = BTreeMap::new();
    for (id, columns) in relations {
        let ends = [data.relation(id).from, data.relation(id).to];
        let known = ends.map(|end| group_of.get(&end).copied());
        let index = match known {
            [Some(from), Some(to)] => from.max(to),
            [Some(index), None] | [None, Some(index)] if groups[index].statements.len() < MOST_RELATED => index,
            _ => {
                groups.push(RelatedGroup { statements: Vec::new(), relations: Vec::new() });
                groups.len() - 1
            }
        };
        for (end, known) in ends.into_iter().zip(known) {
            if known.is_none() {
                group_of.insert(end, index);
                groups[index].statements.push(end);
            }
        }
        groups[index].relations.push((id, columns));
    }
    (groups, group_of)
}

fn relations(
    data: Shared,
    topic: TopicId,
    columns: &[Vec<StatementId>],
    membership: &Membership,
) -> Vec<RelationBetween> {
    let between = |id: RelationId| {
        let relation = data.relation(id);
        let is_in_row = data.statement(relation.to).topics.contains(&topic);
        let (from, to) = (membership.ends(relation.from)?, membership.ends(relation.to).filter(|_| is_in_row)?);
        let columns = from.start.min(to.start)..from.end.max(to.end);
        // How a column's own statements relate is not between the columns.
        (columns.len() > 1).then_some((id, columns))
    };
    let mut relations = Vec::new();
    for (column, ids) in columns.iter().enumerate() {
        // Each statement once, in the first column that has it, and of each relation the one that it starts from.
        for &id in ids.iter().filter(|&&id| membership.ends(id).is_some_and(|ends| ends.start == column)) {
            let from = data.relations_of(id).filter(|&relation| data.relation(relation).from == id);
            relations.extend(from.filter_map(between));
        }
    }
    order::by_key(relations, |(id, _)| [data.relation(*id).kind as i32, id.0.cast_signed(), 0])
}

/// The lines of some statements of a row, without relations.
fn lines(columns: &[Vec<StatementId>], membership: &Membership) -> Vec<LineStatements> {
    let width = columns.len();
    let fill = |line: Vec<CellStatements>| {
        let empty = |column: usize| CellStatements { columns: column..column + 1, statements: Vec::new() };
        let mut filled = Vec::new();
        let mut column = 0;
        for cell in line {
            filled.extend((column..cell.columns.start).map(empty));
            column = cell.columns.end;
            filled.push(cell);
        }
        filled.extend((column..width).map(empty));
        LineStatements { cells: filled, related: Vec::new(), relations: Vec::new() }
    };
    let mut lines = Vec::new();
    let mut alone = columns.to_vec();
    for (first, own) in columns.iter().enumerate() {
        for end in first + 2..=width {
            let span = first..end;
            let statements: Vec<_> = own.iter().copied().filter(|&id| membership.is_of(id, &span)).collect();
            if !statements.is_empty() {
                for column in &mut alone[span.clone()] {
                    column.retain(|&id| !membership.is_of(id, &span));
                }
                lines.push(fill(vec![CellStatements { columns: span, statements }]));
            }
        }
    }
    let single = |(column, statements)| CellStatements { columns: column..column + 1, statements };
    let singles: Vec<_> = alone.into_iter().enumerate().filter(|(_, ids)| !ids.is_empty()).map(single).collect();
    if !singles.is_empty() || lines.is_empty() {
        lines.push(fill(singles));
    }
    lines
}
