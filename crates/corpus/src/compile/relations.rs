//! The editor's links between statements.

use std::collections::HashMap;

use super::check::Check;
use super::names::Names;
use super::problem::{Place, Problem};
use super::raw;
use super::read::At;
use super::registry::chosen;
use crate::model::{Relation, RelationKind, StatementId};

/// The relations, in the order of documents and in each of them in the editor's.
pub(super) fn relations<'a>(
    raw: impl Iterator<Item = &'a At<raw::Relation>>,
    names: &Names<'_>,
    check: &mut Check<'_>,
) -> Vec<Relation<'a>> {
    let mut relations = Vec::new();
    let mut seen: HashMap<(u32, u32, RelationKind), Place> = HashMap::new();
    for At { value: raw, place } in raw {
        let from = raw.from.0.as_ref().and_then(|id| names.find(id, check));
        let to = raw.to.0.as_ref().and_then(|id| names.find(id, check));
        let (Some(from), Some(to), Some(kind)) = (from, to, &raw.kind.0) else { continue };
        let kind = kind.value.0;
        // Their own ids are what tells two relations apart for a reader, so that is what is pointed to.
        let shown = raw.from.0.as_ref().map_or(*place, |id| id.place);
        if from == to {
            let other = raw.to.0.as_ref().map_or(*place, |id| id.place);
            check.report(
                Problem::new("briefing::relation::self", "this relation joins a statement with itself")
                    .label(shown, "from here")
                    .label(other, "to the same")
                    .help("name another statement in `from` or in `to`"),
            );
        }
        // A contradiction says the same from either end.
        let key = match kind {
            RelationKind::Contradicts => (from.min(to), from.max(to), kind),
            RelationKind::Supports | RelationKind::RespondsTo => (from, to, kind),
        };
        if let Some(&first) = seen.get(&key) {
            check.report(
                Problem::new("briefing::relation::duplicate", "this relation is given twice")
                    .label(shown, "given again here")
                    .label(first, "given first here")
                    .help("keep one of them; if they give two reasons, join these"),
            );
        }
        seen.entry(key).or_insert(shown);
        relations.push(Relation {
            from: StatementId(from),
            to: StatementId(to),
            kind: chosen(raw.kind.0.as_ref(), kind),
            reason: raw.reason.text(),
        });
    }
    relations
}
