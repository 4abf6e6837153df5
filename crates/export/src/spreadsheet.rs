//! CSV: a table with one row a statement, as RFC 4180 has it (<https://www.rfc-editor.org/rfc/rfc4180>): CRLF, every field
//! in quotation marks, the first row names the columns. Lists are joined by ` | `; offsets count Unicode code points
//! from the beginning of the document's text, without a byte order mark, end exclusive.
//!
//! # Formulas
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, and a document can hold such words.
//! [`guarded`] puts an apostrophe before a cell whose first character, after white space, characters that do not show and
//! apostrophes, is one of these or its full-width form, and before a cell that begins with a tab or a line break: the
//! characters that OWASP lists (<https://owasp.org/www-community/attacks/CSV_Injection>). Programs take the guard off by
//! removing one apostrophe from a cell whose rest would be guarded; nothing else begins like that, so nothing is lost.
//! Opened where `;` separates cells, a table with commas falls into other cells than ours, and no guard helps there:
//! import it as text with commas. JSON holds everything as it is.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use query::names::{self, Named};
use query::{Shared, card};

use corpus::{ActorId, StatementId};

use crate::Export;
use crate::attribution;
use crate::selectors::points;

/// What stands between the entries of a list.
const JOINT: &str = " | ";

const COLUMNS: [&str; 22] = [
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
];

pub fn write(export: Export<'_>) -> String {
    let mut options = WriterBuilder::new();
    options.terminator(Terminator::CRLF).quote_style(QuoteStyle::Always);
    let mut table = options.from_writer(Vec::new());
    let rows = std::iter::once(COLUMNS.map(str::to_owned)).chain(export.statements.iter().map(|&id| row(export, id)));
    for row in rows {
        // Rows of one length in memory: there is nothing that could fail.
        table.write_record(&row).expect("a row is written into memory");
    }
    let bytes = table.into_inner().expect("a table is finished in memory");
    String::from_utf8(bytes).expect("texts make a text")
}

fn row(export: Export<'_>, id: StatementId) -> [String; COLUMNS.len()] {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let places: Vec<_> = statement.content.iter().map(|&span| points(document.text, span)).collect();
    let actors = |ids: &[ActorId]| attribution::names(data, ids).join(JOINT);
    let date = |date: Option<corpus::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let cue: Vec<_> = statement.cue.iter().map(|&span| document.slice(span)).collect();
    let topics: Vec<_> = statement.topics.iter().map(|&topic| data.topic(topic).name).collect();
    let offsets: Vec<_> = places.iter().map(|(start, end)| format!("{start}–{end}")).collect();
    [
        statement.slug.to_owned(),
        document.slug.to_owned(),
        document.title.to_owned(),
        date(document.published),
        statement.form.slug(data).into_owned(),
        actors(&statement.speakers),
        actors(&statement.agents),
        actors(&statement.via),
        actors(&statement.audience),
        actors(&statement.about),
        cue.join(" … "),
        data.content(id),
        topics.join(JOINT),
        statement.position.map(|position| position.slug(data).into_owned()).unwrap_or_default(),
        date(statement.when),
        card::paragraph(data, id).map(|number| number.to_string()).unwrap_or_default(),
        places.first().map(|(start, _)| start.to_string()).unwrap_or_default(),
        places.last().map(|(_, end)| end.to_string()).unwrap_or_default(),
        offsets.join(JOINT),
        relations(data, id),
        statement.note.unwrap_or_default().to_owned(),
        context.statement_link(data, id),
    ]
    .map(guarded)
}

/// "contradicted by politico-pentagon-visit: Tashkent rules out bases …".
fn relations(data: Shared, id: StatementId) -> String {
    let relations = attribution::relations(data, id).map(|related| {
        let kind = names::relation(related.kind, related.outward).to_ascii_lowercase();
        format!("{kind} {}: {}", data.statement(related.other).slug, related.reason)
    });
    relations.collect::<Vec<_>>().join(JOINT)
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: String) -> String {
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
    // U+2212 is the minus sign that some spreadsheets take for a hyphen.
    matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\u{2212}' | '﹢' | '﹣' | '﹦' | '﹫'))
        || cell.trim_start_matches('\'').starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unguarded(cell: &str) -> &str {
        cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
    }

    #[test]
    fn the_guard_can_be_taken_off_again() {
        for cell in
            ["", "'", "'tis", "=1", "'=1", "''=1", " =1", "\t'=1", "'\t", "\tx", "＠x", "'x=1", "a=1", "\u{200b}-"]
        {
            assert_eq!(unguarded(&guarded(cell.to_owned())), cell, "{cell:?}");
        }
        assert_eq!(guarded("'=1".to_owned()), "''=1");
        assert_eq!(guarded("'tis".to_owned()), "'tis");
    }

    proptest! {
        #[test]
        fn any_cell_is_guarded_and_comes_back(cell in "\\PC{0,20}|['=+@＝ \t\r\n\u{200b}\u{feff}a-]{0,8}") {
            let guarded = guarded(cell.clone());
            prop_assert_eq!(unguarded(&guarded), &cell);
            prop_assert!(!guarded.trim().starts_with(['=', '+', '-', '@', '＝']));
        }
    }
}
