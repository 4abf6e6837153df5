//! Which statements stand in which cell of a comparison of actors. No text is needed to tell.

use std::ops::Range;

use corpus::{ActorId, RelationId, RelationKind, StatementId, TopicId};

use super::shared::voiced;
use crate::Shared;
use crate::order;
use crate::set::StatementSet;
use crate::statements;
use crate::view::Sort;

/// The most statements of a cell that are shown before a reader asks for the others.
pub const SHOWN_IN_CELL: usize = 12;

/// The statements of a row.
#[derive(Clone, Debug)]
pub(super) struct RowStatements {
    pub(super) topic: TopicId,
    /// Those of each column.
    pub(super) columns: Vec<Vec<StatementId>>,
    /// The cells, in lines that each span all columns: first what neighbouring columns share, then what each says
    /// alone.
    pub(super) lines: Vec<Vec<CellStatements>>,
    /// The relations between statements of different columns, contradictions first, with the columns that they touch.
    pub(super) relations: Vec<(RelationId, Range<usize>)>,
}

/// The statements of a cell.
#[derive(Clone, Debug)]
pub(super) struct CellStatements {
    /// The columns that it spans.
    pub(super) columns: Range<usize>,
    pub(super) statements: Vec<StatementId>,
}

impl RowStatements {
    /// The columns whose actors are heard on the topic.
    pub(super) fn heard(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|&column| !self.columns[column].is_empty()).collect()
    }

    /// The statements of each cell.
    pub(super) fn cells(&self) -> impl Iterator<Item = &[StatementId]> {
        self.lines.iter().flatten().map(|cell| &*cell.statements)
    }
}

/// What each actor, or a part of it, says or does, by time.
pub(super) fn said(data: Shared, actors: &[ActorId]) -> Vec<Vec<StatementId>> {
    actors.iter().map(|&id| statements::sorted_set(data, &voiced(data, id), Sort::Earliest)).collect()
}

/// The rows of some topics; where there are none, of all on which one of the actors is heard. `said` is what each says.
/// Contradictions come first; then what most of them speak on.
pub(super) fn rows(data: Shared, said: &[Vec<StatementId>], topics: &[TopicId]) -> Vec<RowStatements> {
    let mut columns = vec![vec![Vec::new(); said.len()]; data.topics.len()];
    for (column, ids) in said.iter().enumerate() {
        for &id in ids {
            for topic in data.statement(id).topics {
                columns[topic.index()][column].push(id);
            }
        }
    }
    let row = |topic: TopicId| {
        let columns = columns[topic.index()].clone();
        let sets = sets(data, &columns);
        let (lines, relations) = (lines(&columns, &sets), relations(data, &sets));
        RowStatements { topic, columns, lines, relations }
    };
    let rows = if topics.is_empty() {
        let every = (0..data.topics.len() as u32).map(TopicId);
        every.filter(|topic| columns[topic.index()].iter().any(|ids| !ids.is_empty())).map(row).collect()
    } else {
        topics.iter().copied().map(row).collect()
    };
    order::by_key(rows, |row: &RowStatements| {
        let kind = |&(id, _): &(RelationId, Range<usize>)| data.relation(id).kind;
        let is_contradicted = row.relations.iter().any(|relation| kind(relation) == RelationKind::Contradicts);
        [(!is_contradicted).into(), order::largest(row.heard().len()), 0]
    })
}

fn relations(data: Shared, sets: &[StatementSet]) -> Vec<(RelationId, Range<usize>)> {
    let columns = |id: StatementId| (0..sets.len()).filter(move |&column| sets[column].contains(id));
    let between = |id: RelationId| {
        let relation = data.relation(id);
        let ends = |id: StatementId| Some((columns(id).next()?, columns(id).next_back()?));
        let (from, to) = (ends(relation.from)?, ends(relation.to)?);
        let columns = from.0.min(to.0)..from.1.max(to.1) + 1;
        // What an actor says of its own statements is not between the columns.
        (columns.len() > 1).then_some((id, columns))
    };
    let mut all = StatementSet::empty(data.statements.len());
    for set in sets {
        all.union_with(set);
    }
    // Of each relation the statement that it starts from.
    let from = |id: StatementId| data.relations_of(id).filter(move |&relation| data.relation(relation).from == id);
    let relations = all.iter().flat_map(from).filter_map(between).collect();
    order::by_key(relations, |(id, _)| [data.relation(*id).kind as i32, id.0.cast_signed(), 0])
}

fn lines(columns: &[Vec<StatementId>], sets: &[StatementSet]) -> Vec<Vec<CellStatements>> {
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
        filled
    };
    let are_columns_of = |id: StatementId, span: &Range<usize>| {
        sets.iter().enumerate().all(|(at, ids)| ids.contains(id) == span.contains(&at))
    };
    let mut lines = Vec::new();
    let mut alone = columns.to_vec();
    for (first, own) in columns.iter().enumerate() {
        for end in first + 2..=width {
            let span = first..end;
            let statements: Vec<_> = own.iter().copied().filter(|&id| are_columns_of(id, &span)).collect();
            if !statements.is_empty() {
                for column in &mut alone[span.clone()] {
                    column.retain(|&id| !are_columns_of(id, &span));
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

/// The statements of each column as a set.
pub(super) fn sets(data: Shared, columns: &[Vec<StatementId>]) -> Vec<StatementSet> {
    let set = |ids: &Vec<StatementId>| {
        let mut set = StatementSet::empty(data.statements.len());
        for &id in ids {
            set.insert(id);
        }
        set
    };
    columns.iter().map(set).collect()
}
