//! What a comparison compares, in types: the columns, whose statements, and the rows. The view holds it as a
//! [`Comparison`], of which the first part of the program writes the link without knowing what the columns are.

use corpus::{ActorId, CampId, Date, DocumentId, StatementId, TopicId};

use crate::Shared;
use crate::link;
use crate::names::Named;
use crate::view::{Columns, Comparison, DocumentOutlet, OtherColumns, View};

/// What is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The columns.
    pub columns: ComparedColumns,
    /// The actor whose statements alone are compared; everybody's where there is none, and where the columns are actors
    /// or statements.
    pub voice: Option<ActorId>,
    /// The rows of a comparison by topic; empty: every topic that one of the columns has a statement on.
    pub topics: Vec<TopicId>,
}

/// The columns of a comparison. At most [`Columns::MOST`].
#[derive(Clone, Debug, PartialEq)]
pub enum ComparedColumns {
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

impl ColumnKind {
    /// What several columns of the kind are called.
    pub const fn plural(self) -> &'static str {
        match self {
            ColumnKind::Actor => "actors",
            ColumnKind::Camp => "camps",
            ColumnKind::Outlet => "outlets",
            ColumnKind::Document => "documents",
            ColumnKind::Period => "periods",
        }
    }

    /// What one column of the kind is called.
    pub const fn singular(self) -> &'static str {
        match self {
            ColumnKind::Actor => "actor",
            ColumnKind::Camp => "camp",
            ColumnKind::Outlet => "outlet",
            ColumnKind::Document => "document",
            ColumnKind::Period => "period",
        }
    }
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

impl ComparedColumns {
    /// No columns of a kind yet.
    pub fn none_of(kind: ColumnKind) -> ComparedColumns {
        match kind {
            ColumnKind::Actor => ComparedColumns::Actors(Vec::new()),
            ColumnKind::Camp => ComparedColumns::Camps(Vec::new()),
            ColumnKind::Outlet => ComparedColumns::Outlets(Vec::new()),
            ColumnKind::Document => ComparedColumns::Documents(Vec::new()),
            ColumnKind::Period => ComparedColumns::Periods(Vec::new()),
        }
    }

    /// What the columns are; `None` of statements.
    pub fn kind(&self) -> Option<ColumnKind> {
        match self {
            ComparedColumns::Actors(_) => Some(ColumnKind::Actor),
            ComparedColumns::Camps(_) => Some(ColumnKind::Camp),
            ComparedColumns::Outlets(_) => Some(ColumnKind::Outlet),
            ComparedColumns::Documents(_) => Some(ColumnKind::Document),
            ComparedColumns::Periods(_) => Some(ColumnKind::Period),
            ComparedColumns::Statements(_) => None,
        }
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        match self {
            ComparedColumns::Actors(columns) => columns.len(),
            ComparedColumns::Camps(columns) => columns.len(),
            ComparedColumns::Outlets(columns) => columns.len(),
            ComparedColumns::Documents(columns) => columns.len(),
            ComparedColumns::Periods(columns) => columns.len(),
            ComparedColumns::Statements(columns) => columns.len(),
        }
    }

    /// Whether there are no columns.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The columns without one of them.
    #[must_use]
    pub fn without(&self, index: usize) -> ComparedColumns {
        let mut rest = self.clone();
        match &mut rest {
            ComparedColumns::Actors(columns) => drop(columns.remove(index)),
            ComparedColumns::Camps(columns) => drop(columns.remove(index)),
            ComparedColumns::Outlets(columns) => drop(columns.remove(index)),
            ComparedColumns::Documents(columns) => drop(columns.remove(index)),
            ComparedColumns::Periods(columns) => drop(columns.remove(index)),
            ComparedColumns::Statements(columns) => drop(columns.remove(index)),
        }
        rest
    }
}

impl Default for ComparedColumns {
    fn default() -> Self {
        ComparedColumns::Actors(Vec::new())
    }
}

/// The keys of what is written and read here, in links.
pub(crate) const ACTORS: &str = "actors";
pub(crate) const CAMPS: &str = "camps";
pub(crate) const OUTLETS: &str = "outlets";
pub(crate) const DOCUMENTS: &str = "documents";
pub(crate) const PERIODS: &str = "periods";
pub(crate) const STATEMENTS: &str = "statements";
pub(crate) const VOICE: &str = "voice";
pub(crate) const KIND: &str = "by";
pub(crate) const TOPIC: &str = "topic";

impl Compared {
    /// What a view compares.
    pub fn new(data: Shared, comparison: &Comparison) -> Compared {
        let pairs = match &comparison.columns {
            Columns::Actors(actors) => {
                return Compared { columns: ComparedColumns::Actors(actors.clone()), ..Compared::default() };
            }
            Columns::Statements(statements) => {
                return Compared { columns: ComparedColumns::Statements(statements.clone()), ..Compared::default() };
            }
            Columns::Others(others) => others.pairs(),
        };
        let value = |key: &str| pairs.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
        let kind = value(KIND).and_then(|slug| ColumnKind::from_slug(data, slug));
        let columns = if let Some(slugs) = value(ACTORS) {
            ComparedColumns::Actors(list(data, slugs))
        } else if let Some(slugs) = value(CAMPS) {
            ComparedColumns::Camps(list(data, slugs))
        } else if let Some(slugs) = value(OUTLETS) {
            ComparedColumns::Outlets(list(data, slugs))
        } else if let Some(slugs) = value(DOCUMENTS) {
            ComparedColumns::Documents(list(data, slugs))
        } else if let Some(slugs) = value(PERIODS) {
            ComparedColumns::Periods(list(data, slugs))
        } else if let Some(slugs) = value(STATEMENTS) {
            ComparedColumns::Statements(list(data, slugs))
        } else {
            kind.map(ComparedColumns::none_of).unwrap_or_default()
        };
        let topics = value(TOPIC).map(|slugs| list(data, slugs)).unwrap_or_default();
        Compared { columns, voice: value(VOICE).and_then(|slug| ActorId::from_slug(data, slug)), topics }
    }

    /// As the view holds it.
    pub fn comparison(&self, data: Shared) -> Comparison {
        match &self.columns {
            ComparedColumns::Actors(actors) if self.topics.is_empty() => {
                return Comparison { columns: Columns::Actors(actors.clone()) };
            }
            ComparedColumns::Statements(statements) if self.topics.is_empty() => {
                return Comparison { columns: Columns::Statements(statements.clone()) };
            }
            _ => {}
        }
        let columns = match &self.columns {
            ComparedColumns::Actors(actors) => pair(data, ACTORS, actors),
            ComparedColumns::Camps(camps) => pair(data, CAMPS, camps),
            ComparedColumns::Outlets(outlets) => pair(data, OUTLETS, outlets),
            ComparedColumns::Documents(documents) => pair(data, DOCUMENTS, documents),
            ComparedColumns::Periods(periods) => pair(data, PERIODS, periods),
            ComparedColumns::Statements(statements) => pair(data, STATEMENTS, statements),
        };
        // Actors are what is chosen from where the link says nothing else.
        let kind = self.columns.kind().filter(|kind| self.columns.is_empty() && *kind != ColumnKind::Actor);
        let has_voice = !matches!(self.columns, ComparedColumns::Actors(_) | ComparedColumns::Statements(_));
        let voice: Vec<ActorId> = self.voice.into_iter().filter(|_| has_voice).collect();
        let kind: Vec<ColumnKind> = kind.into_iter().collect();
        let pairs = [columns, pair(data, KIND, &kind), pair(data, VOICE, &voice), pair(data, TOPIC, &self.topics)];
        let pairs: Vec<String> = pairs.into_iter().filter(|pair| !pair.is_empty()).collect();
        Comparison { columns: Columns::Others(OtherColumns::new(pairs.join("&"))) }
    }

    /// The link to it.
    pub fn link(&self, data: Shared) -> String {
        link::write(data, &View::Compare(self.comparison(data)))
    }

    /// The same with other columns.
    #[must_use]
    pub fn with_columns(&self, columns: ComparedColumns) -> Compared {
        Compared { columns, ..self.clone() }
    }

    /// The same of other topics.
    #[must_use]
    pub fn with_topics(&self, topics: Vec<TopicId>) -> Compared {
        Compared { topics, ..self.clone() }
    }

    /// The same of another actor's statements.
    #[must_use]
    pub fn with_voice(&self, voice: Option<ActorId>) -> Compared {
        Compared { voice, ..self.clone() }
    }
}

fn list<T: Named>(data: Shared, slugs: &str) -> Vec<T> {
    slugs.split(',').filter_map(|slug| T::from_slug(data, slug)).collect()
}

/// A pair of a link; empty where there is no value.
fn pair<T: Named>(data: Shared, key: &str, values: &[T]) -> String {
    if values.is_empty() {
        return String::new();
    }
    let slugs: Vec<_> = values.iter().map(|value| value.slug(data)).collect();
    format!("{key}={}", slugs.join(","))
}
