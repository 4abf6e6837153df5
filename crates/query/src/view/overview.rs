//! What of the statements the figures of the overview show.

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
    /// When something was said or done.
    Timeline,
    /// Who speaks of whom.
    Flows,
    /// Who relays whom.
    Relays,
    /// Actors joined by positions, or actors and topics.
    Network,
    /// The countries of actors, and acts between them.
    Map,
}

/// The number of columns or rows that are passed over. Counted rather than named: which one is at a number depends on
/// the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Offset(pub u32);
