//! The table of flows: every pair, those with most statements first.

use super::count::FlowKind;
use super::model::{FlowEnd, Flows};
use crate::figures::table::{Table, TableCell};
use crate::language::Phrase;
use crate::words;

impl Flows {
    /// The table.
    pub fn table(&self) -> Table {
        let [corner, other] = match self.kind {
            FlowKind::SpeaksOf => ["Who speaks", "Of whom"],
            FlowKind::Relays => ["Who relays", "Whom"],
        };
        let actor = |end: &FlowEnd| TableCell::new(Phrase::of(end.name), end.href.clone());
        let head = TableCell::words;
        let rows = self.rows.iter().map(|row| {
            let number = words::count(row.count as usize, "statement");
            let number = TableCell::new(Phrase::new(&number), row.href.clone());
            (actor(&row.from), vec![actor(&row.to), number])
        });
        Table { corner, heads: vec![head(other), head("Statements")], rows: rows.collect() }
    }
}
