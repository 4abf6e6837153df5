//! The summary of a comparison by topic: on what its columns meet, and what each has alone.

use std::sync::Arc;

use super::columns::{Column, counted};
use super::compared::ColumnKind;
use super::rows::RowStatements;
use super::shared::listed;
use crate::Shared;
use crate::language::{self, Phrase};
use crate::words;

/// "Three actors on five topics. More than one is heard on Afghanistan. Only Russia is heard on NATO enlargement."
pub(super) fn summary(data: Shared, kind: ColumnKind, columns: &[Column], rows: &[Arc<RowStatements>]) -> Phrase {
    let name = |row: &Arc<RowStatements>| Phrase::of(language::named(data, data.topic(row.topic).name));
    let verb = match kind {
        ColumnKind::Actor | ColumnKind::Camp => ["is heard", "are heard"],
        ColumnKind::Outlet | ColumnKind::Document | ColumnKind::Period => ["has statements", "have statements"],
    };
    let spoken = rows.iter().filter(|row| !row.heard().is_empty()).count();
    if spoken == 0 {
        let who = if columns.len() == 2 {
            format!("Neither {}", kind.singular())
        } else {
            format!("None of the {} {}", words::spelled(columns.len()), kind.plural())
        };
        let topics: Vec<_> = rows.iter().map(name).collect();
        let topics = if topics.is_empty() { Phrase::new("any topic") } else { listed(topics) };
        return Phrase::new(&format!("{who} {} on ", verb[0])).phrase(topics).literal(".");
    }
    let topics = if spoken == 1 { "topic" } else { "topics" };
    let mut text = Phrase::new(&format!("{} on {} {topics}.", counted(kind, columns.len()), words::spelled(spoken)));
    let meet: Vec<_> = rows.iter().filter(|row| row.heard().len() > 1).map(name).collect();
    if !meet.is_empty() {
        let who = if columns.len() == 2 { format!("Both {}", verb[1]) } else { format!("More than one {}", verb[0]) };
        text = text.literal(&format!(" {who} on ")).phrase(listed(meet)).literal(".");
    } else if matches!(kind, ColumnKind::Actor | ColumnKind::Camp) {
        text = text.literal(" They speak past each other: no topic has more than one of them.");
    } else {
        text = text.literal(" No topic is in more than one of them.");
    }
    for (index, column) in columns.iter().enumerate() {
        let alone: Vec<_> = rows.iter().filter(|row| row.heard() == [index]).map(name).collect();
        if !alone.is_empty() {
            let verb = if kind == ColumnKind::Period { "are there statements" } else { verb[0] };
            let only = text.literal(" Only ").phrase(column.within.clone());
            text = only.literal(&format!(" {verb} on ")).phrase(listed(alone)).literal(".");
        }
    }
    text
}
