//! The table of a map: every country with its statements, and the acts that join it with others.

use super::model::{Arc, ArcKind, Map};
use crate::figures::table::{Table, TableCell, TablePart};
use crate::language::Phrase;
use crate::words;

impl Map {
    /// The table.
    pub fn table(&self) -> Table {
        let head = TableCell::words;
        let rows = self.countries.iter().enumerate().map(|(index, country)| {
            let name = Phrase::of(country.name);
            let name = if country.place.is_none() { name.literal(" (on no map)") } else { name };
            let number = words::count(country.count, "statement");
            let number = TableCell::new(Phrase::new(&number), Some(country.href.clone()));
            let toward = self.others(index, |arc| arc.kind == ArcKind::Toward && arc.ends[0] == index);
            let from = self.others(index, |arc| arc.kind == ArcKind::Toward && arc.ends[1] == index);
            let together = self.others(index, |arc| arc.kind == ArcKind::Together && arc.ends.contains(&index));
            (TableCell::new(name, None), vec![number, toward, from, together])
        });
        Table {
            corner: "Country",
            heads: vec![
                head("Of or about its actors"),
                head("Acts toward"),
                head("Acts from"),
                head("Acts together with"),
            ],
            rows: rows.collect(),
        }
    }

    /// The other ends of some arcs, each with the number of acts.
    fn others(&self, index: usize, is_of: impl Fn(&Arc) -> bool) -> TableCell {
        let arcs = self.arcs.iter().filter(|arc| is_of(arc));
        let part = |arc: &Arc| {
            let other = if arc.ends[0] == index { arc.ends[1] } else { arc.ends[0] };
            let words = Phrase::of(self.countries[other].name).literal(&format!(" {}", words::grouped(arc.count)));
            TablePart { words, href: Some(arc.href.clone()) }
        };
        let parts: Vec<TablePart> = arcs.map(part).collect();
        if parts.is_empty() { TableCell::words("none") } else { TableCell { parts } }
    }
}
