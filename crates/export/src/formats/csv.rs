//! CSV: a table with one row a statement, as RFC 4180 has it (<https://www.rfc-editor.org/rfc/rfc4180>): CRLF, every
//! field in quotation marks, the first row names the columns. Lists are joined by ` | `; offsets count Unicode code
//! points from the beginning of the document's text, without a byte order mark, end exclusive.
//!
//! # Formulas
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, and a document can hold such words.
//! [`guard_formula`] puts an apostrophe before a cell whose first character, after white space, invisible characters
//! and apostrophes, is one of these or its full-width form, and before a cell that begins with a tab or a line break:
//! the characters that OWASP lists (<https://owasp.org/www-community/attacks/CSV_Injection>). Programs remove the guard
//! by removing one apostrophe from a cell whose rest would be guarded; no unguarded cell begins like that, so nothing
//! is lost. A program that separates cells at `;` splits the rows elsewhere, and no guard helps there: import the file
//! as text with commas. JSON holds everything unchanged.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use query::Shared;
use query::names::Named;

use corpus::{ActorId, StatementId};

use crate::attribution;
use crate::format::{Export, Format};
use crate::selectors::code_point_range;

/// Separates the entries of a list within a cell.
const LIST_SEPARATOR: &str = " | ";

const COLUMNS: [&str; 27] = [
    "id",
    "document",
    "title",
    "published",
    "form",
    "speakers",
    "agents",
    "via",
    "audience",
    "about",
    "cue",
    "content",
    "topics",
    "position",
    "when",
    "paragraph",
    "start",
    "end",
    "offsets",
    "relations",
    "note",
    "link",
    "outlet",
    "url",
    "retrieved",
    "archived",
    "sha256",
];

/// Comma-separated values.
pub static FORMAT: Format = Format {
    slug: "csv",
    name: "CSV",
    extension: "csv",
    media_type: "text/csv;charset=utf-8;header=present",
    purpose: "A table for scripts and statistics: R, pandas, OpenRefine.",
    write,
};

/// The same with a byte order mark, by which Excel knows UTF-8.
pub static FORMAT_FOR_SPREADSHEETS: Format = Format {
    slug: "csv-spreadsheet",
    name: "CSV for spreadsheets",
    extension: "csv",
    media_type: "text/csv;charset=utf-8;header=present",
    purpose: "The same table, marked as UTF-8 so that Excel shows every letter as it is.",
    write: write_for_spreadsheets,
};

fn write_for_spreadsheets(export: Export<'_>) -> String {
    format!("\u{FEFF}{}", write(export))
}

fn write(export: Export<'_>) -> String {
    table(std::iter::once(COLUMNS.map(str::to_owned)).chain(export.statements.iter().map(|&id| row(export, id))))
}

/// Rows of equal length as CSV.
pub(crate) fn table<Row: AsRef<[String]>>(rows: impl IntoIterator<Item = Row>) -> String {
    let mut options = WriterBuilder::new();
    options.terminator(Terminator::CRLF).quote_style(QuoteStyle::Always);
    let mut table = options.from_writer(Vec::new());
    for row in rows {
        // Writing rows of equal length into memory cannot fail.
        table.write_record(row.as_ref()).expect("a row is written into memory");
    }
    let bytes = table.into_inner().expect("a table is finished in memory");
    String::from_utf8(bytes).expect("texts make a text")
}

fn row(export: Export<'_>, id: StatementId) -> [String; COLUMNS.len()] {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let provenance = document.provenance();
    let positions: Vec<_> =
        data.content_spans(id).iter().map(|&span| code_point_range(document.text(), span)).collect();
    let actors = |ids: &[ActorId]| attribution::names(data, ids).join(LIST_SEPARATOR);
    let date = |date: Option<corpus::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let cue: Vec<_> = data.cue_spans(id).iter().map(|&span| document.slice(span)).collect();
    let topics: Vec<_> = statement.topics.iter().map(|&topic| data.topic(topic).name).collect();
    let offsets: Vec<_> = positions.iter().map(|(start, end)| format!("{start}–{end}")).collect();
    [
        statement.slug.to_owned(),
        document.slug.to_owned(),
        document.title.to_owned(),
        date(document.published),
        statement.form.slug(data).into_owned(),
        actors(statement.speakers),
        actors(statement.agents),
        actors(statement.via),
        actors(statement.audience),
        actors(statement.about),
        cue.join(" … "),
        data.content(id),
        topics.join(LIST_SEPARATOR),
        statement.position.map(|position| position.slug(data).into_owned()).unwrap_or_default(),
        date(statement.when),
        statement.paragraph.map(|number| number.to_string()).unwrap_or_default(),
        positions.first().map(|(start, _)| start.to_string()).unwrap_or_default(),
        positions.last().map(|(_, end)| end.to_string()).unwrap_or_default(),
        offsets.join(LIST_SEPARATOR),
        relations(data, id),
        statement.note.unwrap_or_default().to_owned(),
        context.statement_link(data, id),
        document.outlet.map(|outlet| data.actor(outlet).name).unwrap_or_default().to_owned(),
        document.url.unwrap_or_default().to_owned(),
        date(provenance.retrieved),
        provenance.archived.unwrap_or_default().to_owned(),
        provenance.digest.to_string(),
    ]
    .map(guard_formula)
}

/// "contradicted by politico-pentagon-visit: Tashkent rules out bases …".
fn relations(data: Shared, id: StatementId) -> String {
    let relations = attribution::relations(data, id).map(|related| {
        let label = related.label.to_ascii_lowercase();
        format!("{label} {}: {}", data.statement(related.other).slug, related.reason)
    });
    relations.collect::<Vec<_>>().join(LIST_SEPARATOR)
}

/// Guards a cell, so that no spreadsheet runs it as a formula.
pub(crate) fn guard_formula(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

fn is_formula(cell: &str) -> bool {
    let skipped = |c: char| {
        c == '\''
            || c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{AD}' | '\u{61C}' | '\u{FEFF}')
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
    };
    let first = cell.trim_start_matches(skipped).chars().next();
    // U+2212 is the minus sign, which some spreadsheets read as a hyphen.
    matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\u{2212}' | '﹢' | '﹣' | '﹦' | '﹫'))
        || cell.trim_start_matches('\'').starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    // CSV, read by simd-csv, which shares no code with the crate that writes it.

    use proptest::prelude::*;
    use query::Shared;

    use super::*;
    use crate::testing::{all, hostile, ids, shipped, whole};

    fn unguarded(cell: &str) -> &str {
        cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
    }

    #[test]
    fn the_guard_can_be_taken_off_again() {
        for cell in
            ["", "'", "'tis", "=1", "'=1", "''=1", " =1", "\t'=1", "'\t", "\tx", "＠x", "'x=1", "a=1", "\u{200b}-"]
        {
            assert_eq!(unguarded(&guard_formula(cell.to_owned())), cell, "{cell:?}");
        }
        assert_eq!(guard_formula("'=1".to_owned()), "''=1");
        assert_eq!(guard_formula("'tis".to_owned()), "'tis");
    }

    proptest! {
        #[test]
        fn any_cell_is_guarded_and_comes_back(cell in "\\PC{0,20}|['=+@＝ \t\r\n\u{200b}\u{feff}a-]{0,8}") {
            let guarded = guard_formula(cell.clone());
            prop_assert_eq!(unguarded(&guarded), &cell);
            prop_assert!(!guarded.trim().starts_with(['=', '+', '-', '@', '＝']));
        }
    }

    fn read(text: &str) -> Vec<Vec<String>> {
        let mut reader = simd_csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.byte_records() {
            let record = record.unwrap();
            rows.push(record.iter().map(|cell| String::from_utf8(cell.to_vec()).unwrap()).collect());
        }
        rows
    }

    /// The cells of a column, in the order of the statements.
    fn column(data: Shared, name: &str) -> Vec<String> {
        let rows = read(&whole(data, &FORMAT).text);
        let index = rows[0].iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
        rows.iter().skip(1).map(|row| row[index].clone()).collect()
    }

    /// Removes the guard by the rule in the README, written independently of the writer.
    fn without_guard(cell: &str) -> &str {
        match cell.strip_prefix('\'') {
            Some(rest) => {
                let first =
                    rest.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c == '\u{200b}').chars().next();
                if matches!(first, Some('=' | '+' | '-' | '@' | '＝')) { rest } else { cell }
            }
            None => cell,
        }
    }

    #[test]
    fn every_statement_is_a_row_with_its_words() {
        for data in all() {
            let rows = read(&whole(data, &FORMAT).text);
            assert_eq!(rows.len(), 1 + ids(data).len());
            assert!(rows.iter().all(|row| row.len() == rows[0].len()));
            let (content, link) = (column(data, "content"), column(data, "link"));
            for (index, id) in ids(data).into_iter().enumerate() {
                let statement = data.statement(id);
                assert_eq!(column(data, "id")[index], statement.slug);
                assert_eq!(without_guard(&content[index]), data.content(id));
                assert!(link[index].starts_with("https://") && link[index].contains(statement.slug));
            }
        }
    }

    #[test]
    fn offsets_count_code_points_of_the_text() {
        for data in all() {
            let (starts, ends) = (column(data, "start"), column(data, "end"));
            for (index, id) in ids(data).into_iter().enumerate() {
                let statement = data.statement(id);
                let text: Vec<char> = data.document(statement.document).text().chars().collect();
                let (start, end) = (starts[index].parse().unwrap(), ends[index].parse().unwrap());
                let shown: String = text[start..end].iter().collect();
                assert!(data.content(id).split(" … ").all(|part| shown.contains(part)), "{}", statement.slug);
            }
        }
    }

    #[test]
    fn lists_dates_and_relations_are_there() {
        let [_, small, _] = all();
        let rows = read(&whole(small, &FORMAT).text);
        let row = rows.iter().find(|row| row[0] == "general-denies").unwrap();
        let cell = |name: &str| &row[rows[0].iter().position(|column| column == name).unwrap()];
        for (name, value) in [
            ("document", "a-talks"),
            ("title", "Talks at the bridge — première"),
            ("published", "2021-12-18"),
            ("form", "direct"),
            ("speakers", "Émile of Aland"),
            ("via", "The Herald | The Wire"),
            ("audience", "Beland"),
            ("about", "Celand"),
            ("topics", "The bridge"),
            ("position", "opposes"),
            ("when", "2021-12-14"),
            ("relations", "contradicted by beland-welcomes: Welcome and refused."),
            ("note", "Said twice."),
            ("outlet", "The Herald"),
            ("url", "https://example.org/talks"),
            ("retrieved", "2021-12-20"),
            ("archived", "https://archive.example/talks"),
        ] {
            assert_eq!(cell(name), value, "{name}");
        }
    }

    #[test]
    fn no_cell_begins_like_a_formula() {
        for data in all() {
            for cell in read(&whole(data, &FORMAT_FOR_SPREADSHEETS).text).into_iter().flatten() {
                let shown = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{200b}');
                assert!(!shown.starts_with(['=', '+', '-', '@', '＝']) && !cell.starts_with(['\t', '\r']), "{cell}");
            }
        }
        let content = column(hostile(), "content");
        assert!(content.iter().any(|cell| cell == "'=HYPERLINK(\"https://evil.example\",\"click\")"), "{content:?}");
        assert!(content.iter().any(|cell| cell == "'tis plain"), "what is no formula is left alone");
    }

    #[test]
    fn lines_end_with_crlf_and_only_spreadsheets_get_a_mark() {
        let plain = whole(shipped(), &FORMAT).text;
        assert!(plain.starts_with("\"id\",\"document\"") && plain.ends_with("\"\r\n"));
        assert_eq!(whole(shipped(), &FORMAT_FOR_SPREADSHEETS).text, format!("\u{feff}{plain}"));
    }
}
