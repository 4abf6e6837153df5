//! The difference between the columns of a row in words: who is for the topic, who is against it, who is silent.

use corpus::{Position, StatementId};

use super::columns::Column;
use super::compared::ColumnKind;
use crate::Shared;
use crate::language::Phrase;
use crate::words;

/// Where a column stands on a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stance {
    /// It has a statement for the topic and none against it.
    For,
    /// The other way round.
    Against,
    /// It has statements for and against.
    Both,
    /// Its statements take no side, as the editor coded.
    Neither,
    /// The editor coded no position.
    Uncoded,
    /// It has no statement.
    Silent,
}

/// The order in which counts are said.
const STANCES: [Stance; 6] =
    [Stance::For, Stance::Against, Stance::Both, Stance::Neither, Stance::Uncoded, Stance::Silent];

/// The difference between columns, of which `statements` are those on the topic.
pub(super) fn difference(
    data: Shared,
    kind: ColumnKind,
    columns: &[Column],
    statements: &[Vec<StatementId>],
) -> Phrase {
    let stances: Vec<Stance> = statements.iter().map(|ids| stance(data, ids)).collect();
    let heard: Vec<usize> = (0..stances.len()).filter(|&column| stances[column] != Stance::Silent).collect();
    match heard[..] {
        [] => Phrase::new(if stances.len() == 2 { "Neither speaks of it." } else { "None of them speaks of it." }),
        [only] => alone(kind, &columns[only], stances[only]),
        _ if kind == ColumnKind::Period => Phrase::new(&in_sequence(&stances)),
        _ => Phrase::new(&counted(&stances)),
    }
}

/// The difference between the positions of statements.
pub(super) fn between_statements(data: Shared, statements: &[StatementId]) -> String {
    let stances: Vec<Stance> = statements.iter().map(|&id| stance(data, &[id])).collect();
    counted(&stances)
}

fn stance(data: Shared, statements: &[StatementId]) -> Stance {
    let has = |position| statements.iter().any(|&id| data.statement(id).position == Some(position));
    match (has(Position::Supports), has(Position::Opposes)) {
        (true, true) => Stance::Both,
        (true, false) => Stance::For,
        (false, true) => Stance::Against,
        (false, false) if has(Position::Neither) => Stance::Neither,
        (false, false) if statements.is_empty() => Stance::Silent,
        (false, false) => Stance::Uncoded,
    }
}

/// "Only Russia speaks of it, against it."
fn alone(kind: ColumnKind, column: &Column, stance: Stance) -> Phrase {
    let side = match stance {
        Stance::For => ", for it",
        Stance::Against => ", against it",
        Stance::Both => ", for it and against it",
        Stance::Neither => ", without taking a side",
        Stance::Uncoded | Stance::Silent => "",
    };
    let only = Phrase::new("Only ").phrase(column.within.clone());
    let only = match kind {
        ColumnKind::Actor | ColumnKind::Camp => only.literal(" speaks of it"),
        ColumnKind::Outlet | ColumnKind::Document => only.literal(" has something on it"),
        ColumnKind::Period => only.literal(" is it spoken of"),
    };
    only.literal(side).literal(".")
}

/// "Two for, one against, one silent."
fn counted(stances: &[Stance]) -> String {
    if let Some(all) = unanimous(stances) {
        return all;
    }
    let number = |stance: Stance| stances.iter().filter(|one| **one == stance).count();
    let said = STANCES.map(|stance| (stance, number(stance))).into_iter().filter(|(_, number)| *number > 0);
    let said: Vec<_> =
        said.map(|(stance, number)| format!("{} {}", words::spelled(number), after_number(stance))).collect();
    words::capitalised(&format!("{}.", said.join(", ")))
}

/// "Silent, then against."
fn in_sequence(stances: &[Stance]) -> String {
    if let Some(all) = unanimous(stances) {
        return all;
    }
    let mut said: Vec<&str> = stances.iter().map(|&stance| after_number(stance)).collect();
    said.dedup();
    words::capitalised(&format!("{}.", said.join(", then ")))
}

/// What all columns have in common.
fn unanimous(stances: &[Stance]) -> Option<String> {
    let first = *stances.first()?;
    let who = if stances.len() == 2 { "Both".to_owned() } else { format!("All {}", words::spelled(stances.len())) };
    let what = match first {
        Stance::For => "for it",
        Stance::Against => "against it",
        Stance::Both => "for it and against it",
        Stance::Neither => "without taking a side",
        Stance::Uncoded => "speak of it",
        Stance::Silent => return None,
    };
    stances.iter().all(|stance| *stance == first).then(|| format!("{who} {what}."))
}

const fn after_number(stance: Stance) -> &'static str {
    match stance {
        Stance::For => "for",
        Stance::Against => "against",
        Stance::Both => "for and against",
        Stance::Neither => "taking no side",
        Stance::Uncoded => "without a position",
        Stance::Silent => "silent",
    }
}
