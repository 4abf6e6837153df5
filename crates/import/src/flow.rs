//! The flow of a text document: paragraphs, lists, tables and notes in the order of reading, to a draft. What the
//! formats with structure (HTML, Markdown, docx, odt) have in common.

use crate::clean::collapse_white_space;
use crate::document::{BlockKind, Draft, counted};

/// The number of paragraphs in a cell from which a table counts as layout, not as data.
const LAYOUT_PARAGRAPHS: usize = 3;

/// A draft, with the tables and notes that are open.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    pub draft: Draft,
    tables: Vec<Table>,
    footnotes: Vec<String>,
    /// The number of entries of lists that were marked.
    entries: usize,
    /// The number of tables that became lines.
    written_tables: usize,
}

/// An open table: rows of cells of paragraphs.
#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<Vec<String>>>,
}

impl Flow {
    /// Adds a paragraph, to the cell of a table if one is open.
    pub fn push(&mut self, kind: BlockKind, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        match self.tables.last_mut().and_then(|table| table.rows.last_mut()?.last_mut()) {
            Some(cell) => cell.push(text.trim().to_owned()),
            None => self.draft.push(kind, text),
        }
    }

    /// What a list writes before an entry: a number, or a bullet.
    pub fn entry_marker(&mut self, number: Option<u64>) -> String {
        self.entries += 1;
        number.map_or_else(|| "• ".to_owned(), |number| format!("{number}. "))
    }

    pub fn start_table(&mut self) {
        self.tables.push(Table::default());
    }

    pub fn start_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    pub fn start_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(Vec::new());
            }
        }
    }

    /// Writes the table: each row a line, or, if it only lays out text, each paragraph as one.
    pub fn end_table(&mut self) {
        let Some(Table { rows }) = self.tables.pop() else { return };
        let is_layout =
            rows.iter().all(|row| row.len() < 2) || rows.iter().flatten().any(|cell| cell.len() >= LAYOUT_PARAGRAPHS);
        if is_layout {
            for paragraph in rows.iter().flatten().flatten() {
                self.push(BlockKind::Paragraph, paragraph);
            }
            return;
        }
        let cell = |paragraphs: &Vec<String>| collapse_white_space(&paragraphs.join(" "));
        let line = |row: &Vec<Vec<String>>| row.iter().map(cell).collect::<Vec<_>>().join(" | ");
        let lines: Vec<String> = rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).map(line).collect();
        if !lines.is_empty() {
            self.written_tables += 1;
            self.push(BlockKind::Paragraph, &lines.join("\n"));
        }
    }

    /// Keeps a footnote for the end of the text.
    pub fn footnote(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.footnotes.push(collapse_white_space(text));
        }
    }

    /// Closes what is open, appends the footnotes, and notes what lists, tables and footnotes became.
    pub fn finish(mut self) -> Draft {
        while !self.tables.is_empty() {
            self.end_table();
        }
        let Flow { mut draft, footnotes, entries, written_tables, .. } = self;
        if entries > 0 {
            draft.change("entries of lists begin with • or their number, each a paragraph");
        }
        if let Some(tables) = counted(written_tables, "table is", "tables are") {
            draft.change(format!("{tables} written in lines, one a row, with | between cells"));
        }
        if let Some(notes) = counted(footnotes.len(), "footnote stands", "footnotes stand") {
            draft.change(format!(
                "{notes} at the end of the text, after [1] and so on; the marks in the text are left out"
            ));
        }
        for (index, text) in footnotes.iter().enumerate() {
            draft.push(BlockKind::Paragraph, format!("[{}] {text}", index + 1));
        }
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(draft: &Draft) -> Vec<&str> {
        draft.blocks.iter().map(|block| &*block.text).collect()
    }

    #[test]
    fn a_table_of_data_becomes_lines_and_one_of_layout_paragraphs() {
        let mut flow = Flow::default();
        flow.start_table();
        for row in [["Year", "Trains"], ["2023", "12"]] {
            flow.start_row();
            for cell in row {
                flow.start_cell();
                flow.push(BlockKind::Paragraph, cell);
            }
        }
        flow.end_table();
        flow.start_table();
        flow.start_row();
        flow.start_cell();
        flow.push(BlockKind::Paragraph, "One.");
        flow.push(BlockKind::Paragraph, "Two.");
        let draft = flow.finish();
        assert_eq!(texts(&draft), ["Year | Trains\n2023 | 12", "One.", "Two."]);
        assert_eq!(draft.notes.len(), 1);
    }

    #[test]
    fn a_table_in_a_cell_is_part_of_the_cell() {
        let mut flow = Flow::default();
        flow.start_table();
        flow.start_cell();
        flow.push(BlockKind::Paragraph, "Outer");
        flow.start_table();
        flow.start_cell();
        flow.push(BlockKind::Paragraph, "inner");
        flow.end_table();
        flow.start_cell();
        flow.push(BlockKind::Paragraph, "right");
        assert_eq!(texts(&flow.finish()), ["Outer inner | right"]);
    }

    #[test]
    fn footnotes_stand_at_the_end() {
        let mut flow = Flow::default();
        flow.footnote("A  note.");
        flow.push(BlockKind::Paragraph, "Words.");
        assert_eq!(texts(&flow.finish()), ["Words.", "[1] A note."]);
    }
}
