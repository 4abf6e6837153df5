//! The state of the application: a [`View`] holds everything that a reader has chosen. Its written form is the link,
//! see [`crate::link`].
//!
//! [`Choice`] keeps chosen values in the order in which they were chosen, each once.

use corpus::{ActorId, Date, DocumentId, Form, Position, Role, StatementId, TopicId};

mod comparison;
mod network;
mod overview;

pub use comparison::{Columns, Comparison, OtherColumns};
pub use network::{Aggregation, Duplicates, NetworkSettings, Normalization, Threshold};
pub use overview::{MatrixColumns, MatrixSort, Offset, OverviewFigure};

/// A page with everything that is chosen on it.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // There is one view at a time, and most of the time it is the large one.
pub enum View {
    /// The start page: the statements, filtered and grouped.
    Briefing(Selection),
    /// The figures of the statements that pass a filter.
    Overview(Overview),
    /// All actors.
    Actors,
    /// One actor.
    Actor(ActorId),
    /// Actors, camps, outlets, documents, periods or statements side by side.
    Compare(Comparison),
    /// A document's text, and the statement that is open in it.
    Source(DocumentId, Option<StatementId>),
    /// The page about the briefing: sources, method, licence, shortcuts.
    About,
}

impl Default for View {
    fn default() -> Self {
        View::Briefing(Selection::default())
    }
}

impl View {
    /// The start page with one statement open.
    pub fn statement(id: StatementId) -> View {
        View::Briefing(Selection { open: Some(id), ..Selection::default() })
    }

    /// The start page under a filter.
    pub fn filtered(filter: Filter) -> View {
        View::Briefing(Selection { filter, ..Selection::default() })
    }

    /// Actors side by side, on every topic.
    pub fn compare_actors(actors: impl IntoIterator<Item = ActorId>) -> View {
        View::Compare(Comparison { columns: Columns::Actors(actors.into_iter().collect()) })
    }

    /// Statements side by side.
    pub fn compare_statements(statements: impl IntoIterator<Item = StatementId>) -> View {
        View::Compare(Comparison { columns: Columns::Statements(statements.into_iter().collect()) })
    }

    /// The selection if this is the start page, that of its filter if the page has one, the empty one otherwise.
    pub fn selection(&self) -> Selection {
        match self {
            View::Briefing(selection) => selection.clone(),
            View::Overview(overview) => Selection { filter: overview.filter.clone(), ..Selection::default() },
            _ => Selection::default(),
        }
    }

    /// The page with as much of a selection as can be chosen on it; from a page without a filter, the start page.
    #[must_use]
    pub fn selecting(&self, selection: Selection) -> View {
        match self {
            View::Overview(overview) => View::Overview(overview.with(|filter| *filter = selection.filter)),
            _ => View::Briefing(selection),
        }
    }

    /// The page under a changed filter, without an open statement; from a page without a filter, the start page.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Filter)) -> View {
        self.selecting(self.selection().with(change))
    }

    /// The overview of what passes the filter of the page; of everything, from a page without a filter.
    #[must_use]
    pub fn overview(&self) -> View {
        View::Overview(Overview { filter: self.selection().filter, ..Overview::default() })
    }

    /// The statement that is open, if one is.
    pub fn open(&self) -> Option<StatementId> {
        match self {
            View::Briefing(selection) => selection.open,
            View::Source(_, open) => *open,
            _ => None,
        }
    }

    /// Whether both are the same page, so that going from one to the other refines it and adds nothing to the history.
    pub fn same_page(&self, other: &View) -> bool {
        match (self, other) {
            (View::Actor(a), View::Actor(b)) => a == b,
            (View::Source(a, _), View::Source(b, _)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What is chosen on the start page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The filter.
    pub filter: Filter,
    /// The grouping.
    pub group: Group,
    /// The order.
    pub sort: Sort,
    /// The open statement, whose passage is shown.
    pub open: Option<StatementId>,
}

impl Selection {
    /// The order in which statements are shown: without a search, none matches better than another.
    pub fn order(&self) -> Sort {
        match self.sort {
            Sort::BestMatch if self.filter.text.trim().is_empty() => Sort::default(),
            sort => sort,
        }
    }

    /// The selection with a changed filter and no open statement.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Filter)) -> Selection {
        let mut next = self.clone();
        next.open = None;
        change(&mut next.filter);
        next
    }
}

/// The filter: statements pass that satisfy every facet and the search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Actors. The wanted have one of [`roles`](Self::roles) in the statement, the unwanted no part in it at all.
    pub actors: Choice<ActorId>,
    /// Roles of the wanted actors; any role where none is wanted. Never unwanted.
    pub roles: Choice<Role>,
    /// Topics.
    pub topics: Choice<TopicId>,
    /// Forms.
    pub forms: Choice<Form>,
    /// Positions.
    pub positions: Choice<Position>,
    /// Actors that relayed the statement.
    pub relays: Choice<ActorId>,
    /// Actors that the statement is about.
    pub subjects: Choice<ActorId>,
    /// Actors that speak or act.
    pub voices: Choice<ActorId>,
    /// Outlets of documents.
    pub outlets: Choice<DocumentOutlet>,
    /// Documents.
    pub documents: Choice<DocumentId>,
    /// Languages of documents.
    pub languages: Choice<DocumentLanguage>,
    /// Dates of the statements.
    pub dates: Choice<When>,
    /// The search text as typed; see [`crate::search`].
    pub text: String,
}

impl Filter {
    /// Whether everything passes. A search text of white space is no search.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && *self == Filter { text: self.text.clone(), ..Filter::default() }
    }
}

/// The actor that published a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentOutlet(pub ActorId);

/// The language of a document, a BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentLanguage(pub &'static str);

/// A value of the date facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A time that shares a day with this one, or is open or unknown at the same end and has its known day in it.
    In(Date),
    /// No known day.
    Undated,
}

/// The chosen values of a facet. Any of the wanted passes, none of the unwanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<T> {
    wanted: Vec<T>,
    unwanted: Vec<T>,
}

impl<T> Default for Choice<T> {
    fn default() -> Self {
        Choice { wanted: Vec::new(), unwanted: Vec::new() }
    }
}

/// The state of a value in a [`Choice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Chosen {
    /// Not chosen.
    #[default]
    No,
    /// One of the wanted.
    Wanted,
    /// One of the unwanted.
    Unwanted,
}

impl<T: Copy + PartialEq> Choice<T> {
    /// A choice of one wanted value.
    pub fn of(value: T) -> Self {
        Choice { wanted: vec![value], unwanted: Vec::new() }
    }

    /// A choice of several wanted values.
    pub fn any_of(values: impl IntoIterator<Item = T>) -> Self {
        let mut choice = Choice::default();
        values.into_iter().for_each(|value| choice.set(value, Chosen::Wanted));
        choice
    }

    /// The wanted values: any of them passes.
    pub fn wanted(&self) -> &[T] {
        &self.wanted
    }

    /// The unwanted values: none of them passes.
    pub fn unwanted(&self) -> &[T] {
        &self.unwanted
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// The state of a value.
    pub fn state(&self, value: T) -> Chosen {
        if self.wanted.contains(&value) {
            Chosen::Wanted
        } else if self.unwanted.contains(&value) {
            Chosen::Unwanted
        } else {
            Chosen::No
        }
    }

    /// Moves a value into a state. Not inlined: facets with values of one size share it.
    #[inline(never)]
    pub fn set(&mut self, value: T, state: Chosen) {
        if self.state(value) != Chosen::No {
            for list in [&mut self.wanted, &mut self.unwanted] {
                list.retain(|&kept| kept != value);
            }
        }
        match state {
            Chosen::No => {}
            Chosen::Wanted => self.wanted.push(value),
            Chosen::Unwanted => self.unwanted.push(value),
        }
    }

    /// Moves a value into a state, or out of it where it is in that state already.
    pub fn toggle(&mut self, value: T, state: Chosen) {
        let next = if self.state(value) == state { Chosen::No } else { state };
        self.set(value, next);
    }
}

/// How statements are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Group {
    /// By date.
    #[default]
    Day,
    /// By topic; a statement on two topics is in both groups.
    Topic,
    /// By speaker, or agent of an act.
    Actor,
    /// By document.
    Document,
    /// Not grouped.
    None,
}

/// How statements are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// Earliest first, undated last.
    #[default]
    Earliest,
    /// Latest first, undated last.
    Latest,
    /// By position in the text.
    Text,
    /// By how well a statement matches the search, the best first; see [`crate::search`].
    BestMatch,
}

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

impl Overview {
    /// The overview with a changed filter, from its first columns and rows on.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Filter)) -> Overview {
        let mut next = Overview { column: Offset::default(), row: Offset::default(), ..self.clone() };
        change(&mut next.filter);
        next
    }
}

#[cfg(test)]
mod tests;
