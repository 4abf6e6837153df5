//! What is chosen on the comparison page: the columns, whose statements, and the rows.

use corpus::{ActorId, CampId, Date, DocumentId, StatementId, TopicId};

use super::{DocumentOutlet, View};

/// What is chosen on the comparison page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The columns.
    pub columns: Columns,
    /// The actor whose statements alone are compared; everybody's where there is none.
    pub actor: Option<ActorId>,
    /// The rows of a comparison by topic; empty: every topic that one of the columns has a statement on.
    pub topics: Vec<TopicId>,
}

/// The columns of a comparison. At most [`Columns::MOST`].
#[derive(Clone, Debug, PartialEq)]
pub enum Columns {
    /// Actors, with rows by topic.
    Actors(Vec<ActorId>),
    /// Camps, likewise.
    Camps(Vec<CampId>),
    /// Outlets, each with the statements in its documents.
    Outlets(Vec<DocumentOutlet>),
    /// Documents, each with the statements in it.
    Documents(Vec<DocumentId>),
    /// Periods, each with the statements that share a day with it.
    Periods(Vec<Period>),
    /// Statements, with rows by what they are.
    Statements(Vec<StatementId>),
}

/// What the columns of a comparison by topic are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Actors.
    Actor,
    /// Camps.
    Camp,
    /// Outlets.
    Outlet,
    /// Documents.
    Document,
    /// Periods.
    Period,
}

/// A time with a first or a last day, or with both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period(Date);

impl Period {
    /// The period of a date; `None` where an end is unknown, which is no end to compare by.
    pub fn new(date: Date) -> Option<Period> {
        match date {
            Date::On(_) | Date::Between(..) | Date::By(_) | Date::From(_) => Some(Period(date)),
            Date::UnknownStart(_) | Date::UnknownEnd(_) => None,
        }
    }

    /// The date.
    pub fn date(self) -> Date {
        self.0
    }
}

impl Columns {
    /// The largest number of columns.
    pub const MOST: usize = 4;

    /// No columns of a kind yet.
    pub fn none_of(kind: ColumnKind) -> Columns {
        match kind {
            ColumnKind::Actor => Columns::Actors(Vec::new()),
            ColumnKind::Camp => Columns::Camps(Vec::new()),
            ColumnKind::Outlet => Columns::Outlets(Vec::new()),
            ColumnKind::Document => Columns::Documents(Vec::new()),
            ColumnKind::Period => Columns::Periods(Vec::new()),
        }
    }

    /// What the columns are; `None` of statements.
    pub fn kind(&self) -> Option<ColumnKind> {
        match self {
            Columns::Actors(_) => Some(ColumnKind::Actor),
            Columns::Camps(_) => Some(ColumnKind::Camp),
            Columns::Outlets(_) => Some(ColumnKind::Outlet),
            Columns::Documents(_) => Some(ColumnKind::Document),
            Columns::Periods(_) => Some(ColumnKind::Period),
            Columns::Statements(_) => None,
        }
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        match self {
            Columns::Actors(columns) => columns.len(),
            Columns::Camps(columns) => columns.len(),
            Columns::Outlets(columns) => columns.len(),
            Columns::Documents(columns) => columns.len(),
            Columns::Periods(columns) => columns.len(),
            Columns::Statements(columns) => columns.len(),
        }
    }

    /// Whether there are no columns.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The columns without one of them.
    #[must_use]
    pub fn without(&self, index: usize) -> Columns {
        let mut rest = self.clone();
        match &mut rest {
            Columns::Actors(columns) => drop(columns.remove(index)),
            Columns::Camps(columns) => drop(columns.remove(index)),
            Columns::Outlets(columns) => drop(columns.remove(index)),
            Columns::Documents(columns) => drop(columns.remove(index)),
            Columns::Periods(columns) => drop(columns.remove(index)),
            Columns::Statements(columns) => drop(columns.remove(index)),
        }
        rest
    }
}

impl Default for Columns {
    fn default() -> Self {
        Columns::Actors(Vec::new())
    }
}

impl Comparison {
    /// Columns side by side, with everybody's statements on every topic.
    pub fn of(columns: Columns) -> View {
        View::Compare(Comparison { columns, actor: None, topics: Vec::new() })
    }

    /// Actors side by side, on every topic.
    pub fn actors(actors: impl IntoIterator<Item = ActorId>) -> View {
        Comparison::of(Columns::Actors(actors.into_iter().collect()))
    }

    /// Statements side by side.
    pub fn statements(statements: impl IntoIterator<Item = StatementId>) -> View {
        Comparison::of(Columns::Statements(statements.into_iter().collect()))
    }

    /// The same comparison with other columns.
    #[must_use]
    pub fn with_columns(&self, columns: Columns) -> View {
        View::Compare(Comparison { columns, ..self.clone() })
    }

    /// The same comparison of other topics.
    #[must_use]
    pub fn with_topics(&self, topics: Vec<TopicId>) -> View {
        View::Compare(Comparison { topics, ..self.clone() })
    }

    /// The same comparison of another actor's statements.
    #[must_use]
    pub fn with_actor(&self, actor: Option<ActorId>) -> View {
        View::Compare(Comparison { actor, ..self.clone() })
    }
}
