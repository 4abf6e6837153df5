//! A comparison by topic as a table: CSV and Markdown. A row has a topic, what its columns differ in, a statement of
//! each column, and the relations between them; a topic with several statements in a column has as many rows.
//!
//! CSV is as in [`formats::csv`](crate::formats), with the same guard against formulas; Markdown is a table of GitHub
//! Flavored Markdown 0.29 (<https://github.github.com/gfm/#tables-extension->), escaped as in that format.

use std::fmt::Write;

use query::Shared;
use query::compare::{PlainTable, plain_table};
use query::view::View;

use crate::formats::{csv, markdown};
use crate::{Context, Exported};

/// A format of a comparison.
#[derive(Debug)]
pub struct ComparisonFormat {
    /// The name in element ids.
    pub slug: &'static str,
    /// The name on the page.
    pub name: &'static str,
    /// What it is for, a sentence.
    pub purpose: &'static str,
    extension: &'static str,
    media_type: &'static str,
    write: fn(Shared, &PlainTable, &Context) -> String,
}

/// The formats of a comparison, in the order in which they are offered.
pub static COMPARISON_FORMATS: &[ComparisonFormat] = &[
    ComparisonFormat {
        slug: "comparison-csv",
        name: "Comparison as CSV",
        purpose: "The table of this page, with a row for each line of statements.",
        extension: "csv",
        media_type: "text/csv;charset=utf-8;header=present",
        write: |_, table, _| as_csv(table),
    },
    ComparisonFormat {
        slug: "comparison-markdown",
        name: "Comparison as Markdown",
        purpose: "The table of this page, to paste into notes and reports.",
        extension: "md",
        media_type: "text/markdown;charset=utf-8;variant=GFM",
        write: as_markdown,
    },
];

/// Writes the comparison of a view; `None` where the view compares fewer than two columns, or statements.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`query::pending::whole_view`].
pub fn write_comparison(data: Shared, format: &ComparisonFormat, context: &Context) -> Option<Exported> {
    let View::Compare(comparison) = &context.view else { return None };
    let table = plain_table(data, comparison)?;
    let text = (format.write)(data, &table, context);
    Some(Exported { name: context.file_name(data, format.extension), media_type: format.media_type, text })
}

/// The heads of the columns around those that are compared.
const TOPIC: &str = "Topic";
const DIFFERENCE: &str = "Difference";
const RELATIONS: &str = "Relations";

/// The rows with their head.
fn rows(table: &PlainTable) -> impl Iterator<Item = Vec<String>> {
    let row = |topic: &str, difference: &str, cells: &[String], relations: &str| {
        let before = [topic, difference].into_iter();
        before.chain(cells.iter().map(String::as_str)).chain([relations]).map(str::to_owned).collect()
    };
    let head = row(TOPIC, DIFFERENCE, &table.columns, RELATIONS);
    std::iter::once(head)
        .chain(table.rows.iter().map(move |one| row(&one.topic, &one.difference, &one.cells, &one.relations)))
}

fn as_csv(table: &PlainTable) -> String {
    csv::table(rows(table).map(|row| row.into_iter().map(csv::guard_formula).collect::<Vec<_>>()))
}

fn as_markdown(data: Shared, table: &PlainTable, context: &Context) -> String {
    let mut text = markdown::heading(data, context);
    // Writing to a string does not fail.
    let _ = writeln!(text, "A comparison {}\n", markdown::provenance(data, context));
    for (index, row) in rows(table).enumerate() {
        let cells: Vec<_> = row.iter().map(|cell| markdown::escape(cell)).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
        if index == 0 {
            let _ = writeln!(text, "|{}", " --- |".repeat(row.len()));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    //! CSV is read by simd-csv, Markdown by pulldown-cmark.

    use corpus::date::Calendar;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    use query::link;

    use super::*;
    use crate::testing::{aldport, all, shipped};

    fn context(data: Shared, link: &str) -> Context {
        Context {
            base: "https://example.org/briefing/".to_owned(),
            has_text_files: true,
            accessed: Calendar { year: 2026, month: 11, day: 29 },
            view: link::parse(data, link).view,
        }
    }

    fn written(data: Shared, link: &str) -> [Exported; 2] {
        [0, 1].map(|index| {
            write_comparison(data, &COMPARISON_FORMATS[index], &context(data, link)).expect("a comparison by topic")
        })
    }

    fn from_csv(text: &str) -> Vec<Vec<String>> {
        let mut reader = simd_csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let cells = |record: simd_csv::ByteRecord| {
            record.iter().map(|cell| String::from_utf8(cell.to_vec()).expect("a text")).collect()
        };
        reader.byte_records().map(|record| cells(record.expect("a record"))).collect()
    }

    fn from_markdown(text: &str) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => rows.last_mut().expect("a row").push(String::new()),
                Event::Text(words) if !rows.is_empty() => {
                    rows.last_mut().and_then(|row| row.last_mut()).expect("a cell").push_str(&words);
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        rows
    }

    fn one_line(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn both_formats_hold_every_statement_of_the_comparison_in_its_column() {
        for (data, link) in [
            (shipped(), "#/compare?actors=united-states,uzbekistan,russia"),
            (shipped(), "#/compare?periods=until-2021-12-14,from-2021-12-15"),
            (aldport(), "#/compare?camps=state,town"),
            (aldport(), "#/compare?outlets=aldport-lantern,tidewire&topic=dredging"),
        ] {
            let view = link::parse(data, link).view;
            let View::Compare(comparison) = &view else { panic!("{link}") };
            let Some(table) = plain_table(data, comparison) else { panic!("{link} is no table") };
            let [csv, markdown] = written(data, link);
            let width = table.columns.len() + 3;
            let (in_csv, in_markdown) = (from_csv(&csv.text), from_markdown(&markdown.text));
            assert_eq!((in_csv.len(), in_markdown.len()), (table.rows.len() + 1, table.rows.len() + 1), "{link}");
            assert!(in_csv.iter().chain(&in_markdown).all(|row| row.len() == width));
            assert_eq!(in_csv[0][2..width - 1], table.columns);
            for (index, row) in table.rows.iter().enumerate() {
                for (column, cell) in row.cells.iter().enumerate() {
                    assert_eq!(&in_csv[index + 1][column + 2], cell);
                    assert_eq!(one_line(&in_markdown[index + 1][column + 2]), one_line(cell));
                }
            }
            for id in query::statements_in_view(data, &view, None) {
                let content = data.content(id);
                assert!(table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.contains(&content)), "{content}");
            }
            let extensions = [&csv, &markdown].map(|file| file.name.rsplit_once('.').map(|(_, extension)| extension));
            assert_eq!(extensions, [Some("csv"), Some("md")]);
        }
    }

    #[test]
    fn silence_and_the_difference_are_said_once_a_topic() {
        let [csv, _] = written(shipped(), "#/compare?actors=united-states,russia");
        let rows = from_csv(&csv.text);
        let mut topics: Vec<&str> = Vec::new();
        for row in &rows[1..] {
            let is_first = !topics.contains(&&*row[0]);
            assert_eq!(!row[1].is_empty(), is_first, "{row:?}");
            assert!(is_first || row.iter().all(|cell| cell != "silent"), "{row:?}");
            topics.push(&row[0]);
        }
        assert!(rows.iter().flatten().any(|cell| cell == "silent"));
    }

    #[test]
    fn documents_of_any_words_stay_in_their_cells() {
        for data in all() {
            let heard: Vec<_> = data.actors.iter().map(|actor| actor.slug).take(4).collect();
            let [csv, markdown] = written(data, &format!("#/compare?actors={}", heard.join(",")));
            let (in_csv, in_markdown) = (from_csv(&csv.text), from_markdown(&markdown.text));
            assert!(in_csv.iter().all(|row| row.len() == heard.len() + 3));
            assert!(in_markdown.iter().all(|row| row.len() == heard.len() + 3));
            assert_eq!(in_csv.len(), in_markdown.len());
        }
    }

    #[test]
    fn statements_and_single_columns_are_no_table() {
        let data = shipped();
        for link in
            ["#/", "#/compare", "#/compare?actors=russia", "#/compare?statements=tashkent-no-bases,search-for-base"]
        {
            assert_eq!(write_comparison(data, &COMPARISON_FORMATS[0], &context(data, link)), None, "{link}");
        }
    }
}
