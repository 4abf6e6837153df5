//! The comparison by topic: columns of actors, camps, outlets, documents or periods, a row a topic. Its rows are built
//! one by one, as they are shown; see [`TableRows`].

use std::sync::Arc;

use corpus::{Hue, RelationKind, StatementId};

use super::choices::{Choices, choices};
use super::columns::{Column, columns, table_title};
use super::compared::{ColumnKind, Compared};
use super::row::{Row, RowContext};
use super::rows::{RelationBetween, RowStatements, in_cells, rows};
use super::summary::summary;
use super::table_rows::TableRows;
use crate::Shared;
use crate::language::{self, Localizable, Phrase};
use crate::pending::Pending;
use crate::words;

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePage {
    /// The columns in words: "United States, Uzbekistan and Russia".
    pub title: Phrase,
    /// The summary, in two sentences, and what marks mean where there may be some.
    pub summary: Phrase,
    /// The columns.
    pub columns: Vec<ColumnHead>,
    /// What else can be compared.
    pub choices: Choices,
    /// The link to every topic, where only some are shown.
    pub all_topics: Option<String>,
    /// The rows by topic, in their order, for a list that leads to them; empty where there are few.
    pub contents: Vec<ContentsEntry>,
    /// The rows; of a long comparison those on which several have a statement.
    pub rows: TableRows,
    /// The rows of a long comparison on which only one has, to be shown on demand.
    pub folded: TableRows,
}

impl TablePage {
    /// Builds all rows, also those that are folded.
    ///
    /// # Panics
    /// If a text that they quote is not loaded, see [`crate::pending::whole_view`].
    pub fn all_rows(&self, data: Shared) -> impl Iterator<Item = Row> {
        [&self.rows, &self.folded].into_iter().flat_map(move |rows| rows.build(data, 0..rows.len()))
    }

    /// The statements of all cells; one that stands in several cells comes as often.
    pub fn statements(&self) -> Vec<StatementId> {
        let mut statements = self.rows.statements();
        statements.extend(self.folded.statements());
        statements
    }
}

/// A row in the list of the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct ContentsEntry {
    /// The slug of the topic, which names the row.
    pub slug: &'static str,
    /// The topic.
    pub topic: Localizable,
    /// The number of statements in the row.
    pub count: usize,
    /// The contradictions in the row: "2 contradictions"; none where there are none.
    pub contradictions: Option<String>,
    /// The only column with a statement.
    pub only: Option<Phrase>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnHead {
    /// The name.
    pub name: Phrase,
    /// The accent colour; none of a period, which is of no camp.
    pub hue: Option<Hue>,
    /// The link to what the column is, or to its statements; none where no filter has them.
    pub href: Option<String>,
    /// Counts: "4 statements, 2 relayed".
    pub summary: String,
}

/// A table of which no row is built.
pub(super) struct Plan {
    context: Arc<RowContext>,
    /// All rows.
    statements: Vec<Arc<RowStatements>>,
    rows: TableRows,
    folded: TableRows,
}

/// The plan of the comparison by topic, of which `kind` says what the columns are.
pub(super) fn plan(data: Shared, comparison: &Compared, kind: ColumnKind) -> Plan {
    let context = RowContext::new(data, kind, comparison, columns(data, comparison));
    let statements = rows(data, &context.columns, &context.membership, &comparison.topics);
    let is_long = statements.iter().map(|row| row.shown()).sum::<usize>() > LONG;
    // What only one column touches would be in the way.
    let is_folded = is_long && statements.iter().any(|row| row.heard().len() > 1);
    let (folded, shown) = statements.iter().cloned().partition(|row| is_folded && row.heard().len() == 1);
    let context = Arc::new(context);
    let rows = |rows: Vec<Arc<RowStatements>>| TableRows::new(Arc::clone(&context), rows, is_long);
    Plan { rows: rows(shown), folded: rows(folded), statements, context }
}

impl Plan {
    /// The chunks that have to be loaded before the table can be built.
    pub(super) fn pending(&self, data: Shared) -> Option<Pending> {
        self.rows.pending(data, 0..self.rows.first())
    }

    /// The statements of all cells; one that stands in several cells comes as often.
    pub(super) fn statements(&self) -> Vec<StatementId> {
        in_cells(&self.statements, usize::MAX)
    }

    /// Builds the table.
    ///
    /// # Panics
    /// If a text that it quotes is not loaded.
    pub(super) fn table(self, data: Shared) -> TablePage {
        let Plan { context, statements, rows, folded } = self;
        let RowContext { kind, columns, compared, .. } = &*context;
        let summary = summary(data, *kind, columns, &statements);
        // Words are marked in English only, see `cell`.
        let is_marked = statements.iter().any(|row| row.relations().next().is_some())
            && data.documents.iter().any(|document| document.language.starts_with("en"));
        TablePage {
            title: table_title(data, compared),
            summary: if is_marked { summary.literal(MARKS) } else { summary },
            choices: choices(data, compared),
            all_topics: (!compared.topics.is_empty()).then(|| compared.with_topics(Vec::new()).link(data)),
            contents: contents(data, &context, &statements),
            columns: columns.iter().map(|column| head(data, *kind, column)).collect(),
            rows,
            folded,
        }
    }
}

/// What marks mean in a comparison.
const MARKS: &str = " Marked words are those that related statements share.";

fn head(data: Shared, kind: ColumnKind, column: &Column) -> ColumnHead {
    let relayed = column.statements.iter().filter(|&&id| !data.statement(id).via.is_empty()).count();
    let count = words::count(column.statements.len(), "statement");
    let summary = if relayed > 0 { format!("{count}, {relayed} relayed") } else { count };
    let hue = (kind != ColumnKind::Period).then(|| column.hue.unwrap_or(Hue::Grey));
    ColumnHead { name: column.name.clone(), hue, href: column.href.clone(), summary }
}

/// The least number of rows that get a list of their topics.
const LISTED_ROWS: usize = 4;

/// The number of statements above which a comparison is long.
const LONG: usize = 60;

fn contents(data: Shared, context: &RowContext, rows: &[Arc<RowStatements>]) -> Vec<ContentsEntry> {
    if rows.len() < LISTED_ROWS {
        return Vec::new();
    }
    let is_first =
        |column: usize, id: StatementId| context.membership.ends(id).is_some_and(|ends| ends.start == column);
    let entry = |row: &RowStatements| {
        let topic = data.topic(row.topic);
        let own = |(column, ids): (usize, &Vec<StatementId>)| ids.iter().filter(|&&id| is_first(column, id)).count();
        let is_contradiction = |(id, _): &&RelationBetween| data.relation(*id).kind == RelationKind::Contradicts;
        let contradictions = row.relations().filter(is_contradiction).count();
        let only = match row.heard()[..] {
            [column] => Some(context.columns[column].within.clone()),
            _ => None,
        };
        ContentsEntry {
            slug: topic.slug,
            topic: language::named(data, topic.name),
            // A statement of several columns counts once.
            count: row.columns.iter().enumerate().map(own).sum(),
            contradictions: (contradictions > 0).then(|| words::count(contradictions, "contradiction")),
            only,
        }
    };
    rows.iter().map(|row| entry(row)).collect()
}
