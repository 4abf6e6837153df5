//! What is chosen on the overview: the filter, and what its figures show of the statements that pass it.

use super::{Filter, NetworkSettings};

/// What is chosen on the overview.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The filter.
    pub filter: Filter,
    /// What the columns of the matrix are.
    pub columns: MatrixColumns,
    /// How topics, and columns that have no order of their own, are sorted.
    pub sort: MatrixSort,
    /// The first column that is shown apart; those before it are among the others.
    pub column: Offset,
    /// The first topic that is shown apart, likewise.
    pub row: Offset,
    /// Which discourse network is shown.
    pub network: NetworkSettings,
    /// The figures that are shown as tables.
    pub tables: Vec<OverviewFigure>,
}

/// What the columns of the matrix are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MatrixColumns {
    /// Those who speak or act, each with its parts, and the documents' own words.
    #[default]
    Actor,
    /// The camps of those who speak or act.
    Camp,
    /// The outlets of documents.
    Outlet,
    /// The documents.
    Document,
    /// The months of statements, or their years where there are many months.
    Month,
}

/// How the rows of the figures and the columns of the matrix are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MatrixSort {
    /// By the number of statements, the largest first.
    #[default]
    Amount,
    /// By name.
    Name,
    /// So that those next to each other are alike, see [`crate::figures::seriation`].
    Similarity,
}

/// A figure of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverviewFigure {
    /// Topics by actors, camps, outlets, documents or months.
    Matrix,
    /// Topics by who is for and who is against.
    Positions,
    /// Those who were first for something and then against it, or the other way round.
    Changes,
    /// Who speaks of whom.
    Flows,
    /// Who relays whom.
    Relays,
    /// Actors joined by positions, or actors and topics.
    Network,
}

/// The number of columns or rows that are passed over. Counted rather than named: which one is at a number depends on
/// the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Offset(pub u32);

impl Overview {
    /// The overview with a changed filter, from its first columns and rows on.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Filter)) -> Overview {
        let mut next = Overview { column: Offset::default(), row: Offset::default(), ..self.clone() };
        change(&mut next.filter);
        next
    }
}
