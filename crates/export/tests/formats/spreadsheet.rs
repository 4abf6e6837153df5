//! CSV, read by simd-csv, which shares no code with the crate that writes it.

use export::Format;
use query::Shared;

use crate::support::{all, hostile, ids, shipped, whole};

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
    let rows = read(&whole(data, Format::Csv).text);
    let place = rows[0].iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
    rows.iter().skip(1).map(|row| row[place].clone()).collect()
}

/// Takes the guard off as the documentation of the format says, told independently of it.
fn unguarded(cell: &str) -> &str {
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
        let rows = read(&whole(data, Format::Csv).text);
        assert_eq!(rows.len(), 1 + ids(data).len());
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        let (content, link) = (column(data, "content"), column(data, "link"));
        for (place, id) in ids(data).into_iter().enumerate() {
            let statement = data.statement(id);
            assert_eq!(column(data, "id")[place], statement.slug);
            assert_eq!(unguarded(&content[place]), data.content(id));
            assert!(link[place].starts_with("https://") && link[place].contains(statement.slug));
        }
    }
}

#[test]
fn offsets_count_code_points_of_the_text() {
    for data in all() {
        let (starts, ends) = (column(data, "start"), column(data, "end"));
        for (place, id) in ids(data).into_iter().enumerate() {
            let statement = data.statement(id);
            let text: Vec<char> = data.document(statement.document).text.chars().collect();
            let (start, end) = (starts[place].parse().unwrap(), ends[place].parse().unwrap());
            let shown: String = text[start..end].iter().collect();
            assert!(data.content(id).split(" … ").all(|part| shown.contains(part)), "{}", statement.slug);
        }
    }
}

#[test]
fn lists_dates_and_relations_are_there() {
    let [_, small, _] = all();
    let rows = read(&whole(small, Format::Csv).text);
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
    ] {
        assert_eq!(cell(name), value, "{name}");
    }
}

#[test]
fn no_cell_begins_like_a_formula() {
    for data in all() {
        for cell in read(&whole(data, Format::CsvForSpreadsheets).text).into_iter().flatten() {
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
    let plain = whole(shipped(), Format::Csv).text;
    assert!(plain.starts_with("\"id\",\"document\"") && plain.ends_with("\"\r\n"));
    assert_eq!(whole(shipped(), Format::CsvForSpreadsheets).text, format!("\u{feff}{plain}"));
}
