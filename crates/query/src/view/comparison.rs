//! What is chosen on the comparison page.

use corpus::{ActorId, StatementId};

/// What is chosen on the comparison page. [`Compared`](crate::compare::Compared) has it in types.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The columns, and whatever else is chosen.
    pub columns: Columns,
}

/// The columns of a comparison. At most [`Columns::MOST`].
#[derive(Clone, Debug, PartialEq)]
pub enum Columns {
    /// Actors, with a row for every topic that one of them speaks on.
    Actors(Vec<ActorId>),
    /// Statements, with rows by what they are.
    Statements(Vec<StatementId>),
    /// Others, or some topics.
    Others(OtherColumns),
}

/// The pairs of the link that say what is compared, where that is more than actors or statements: camps, outlets,
/// documents, periods, whose statements, on which topics. The first part of the program writes links and compares
/// views, and would hold 600 bytes more for types of which only a later part knows what they are.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherColumns(String);

impl OtherColumns {
    /// The pairs in the one way in which they are written.
    pub(crate) fn new(pairs: String) -> OtherColumns {
        OtherColumns(pairs)
    }

    /// The pairs.
    pub(crate) fn pairs(&self) -> &str {
        &self.0
    }
}

impl Columns {
    /// The largest number of columns.
    pub const MOST: usize = 4;
}

impl Default for Columns {
    fn default() -> Self {
        Columns::Actors(Vec::new())
    }
}
