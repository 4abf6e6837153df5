//! The table that says what a discourse network shows: its ties, the strongest first.

use super::model::Network;
use crate::figures::table::{Table, TableCell};
use crate::language::Phrase;

impl Network {
    /// The table.
    pub fn table(&self) -> Table {
        let is_two_mode = self.settings.aggregation.is_two_mode();
        let heads = if is_two_mode { ["Topic", "Weight", "Statements"] } else { ["And", "Weight", "Joined by"] };
        let cell = TableCell::new;
        let node = |index: usize| {
            let node = &self.nodes[index];
            cell(Phrase::of(node.name), node.href.clone())
        };
        let rows = self.edges.iter().map(|edge| {
            let [from, to] = edge.ends;
            let weight = cell(Phrase::new(&edge.weight), edge.href.clone());
            (node(from), vec![node(to), weight, cell(edge.reason.clone(), edge.compare.clone())])
        });
        Table {
            corner: "Actor",
            heads: heads.iter().map(|head| cell(Phrase::new(head), None)).collect(),
            rows: rows.collect(),
        }
    }
}
