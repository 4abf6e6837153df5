//! The table of flows: every pair, those with most statements first.

use super::count::FlowKind;
use super::model::Flows;
use crate::card::Ref;
use crate::figures::table::{Table, TableCell};
use crate::language::{Localizable, Phrase};
use crate::words;

impl Flows {
    /// The table.
    pub fn table(&self) -> Table {
        let [corner, other] = match self.kind {
            FlowKind::SpeaksOf => ["Who speaks", "Of whom"],
            FlowKind::Relays => ["Who relays", "Whom"],
        };
        let actor = |it: &Ref| {
            let name = Phrase::of(Localizable { text: it.label, language: it.language });
            TableCell::new(name, Some(it.href.clone()))
        };
        let head = TableCell::words;
        let rows = self.rows.iter().map(|row| {
            let number = words::count(row.count as usize, "statement");
            let number = TableCell::new(Phrase::new(&number), Some(row.href.clone()));
            (actor(&row.from), vec![actor(&row.to), number])
        });
        Table { corner, heads: vec![head(other), head("Statements")], rows: rows.collect() }
    }
}
