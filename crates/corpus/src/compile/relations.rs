//! The editor's relations between statements.

use std::collections::HashMap;

use super::diagnostics::Diagnostics;
use super::id_table::IdTable;
use super::problem::Problem;
use super::raw;
use super::source_span::{Located, SourceSpan};
use crate::enumeration::RelationKind;
use crate::id::StatementId;
use crate::model::Relation;

/// The relations, by document, and within a document in the editor's order.
pub(super) fn relations<'a>(
    raw: impl Iterator<Item = &'a Located<raw::Relation>>,
    statement_ids: &IdTable<'_>,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<Relation<'a>> {
    let mut relations = Vec::new();
    let mut seen: HashMap<(u32, u32, RelationKind), SourceSpan> = HashMap::new();
    for Located { value: raw, span } in raw {
        let from = raw.from.0.as_ref().and_then(|id| statement_ids.resolve(id, diagnostics));
        let to = raw.to.0.as_ref().and_then(|id| statement_ids.resolve(id, diagnostics));
        let (Some(from), Some(to), Some(kind)) = (from, to, &raw.kind.0) else { continue };
        let kind = kind.value.0;
        // The ids identify a relation, so the labels point to them and not to the heading.
        let from_span = raw.from.0.as_ref().map_or(*span, |id| id.span);
        if from == to {
            let to_span = raw.to.0.as_ref().map_or(*span, |id| id.span);
            diagnostics.report(
                Problem::new("briefing::relation::self", "this relation joins a statement with itself")
                    .label(from_span, "from here")
                    .label(to_span, "to the same")
                    .help("name another statement in `from` or in `to`"),
            );
        }
        // A contradiction is symmetric.
        let key = match kind {
            RelationKind::Contradicts => (from.min(to), from.max(to), kind),
            RelationKind::Supports | RelationKind::RespondsTo => (from, to, kind),
        };
        if let Some(&first) = seen.get(&key) {
            diagnostics.report(
                Problem::new("briefing::relation::duplicate", "this relation is given twice")
                    .label(from_span, "given again here")
                    .label(first, "given first here")
                    .help("keep one of them; if they give two reasons, join these"),
            );
        }
        seen.entry(key).or_insert(from_span);
        relations.push(Relation { from: StatementId(from), to: StatementId(to), kind, reason: raw.reason.text() });
    }
    relations
}
