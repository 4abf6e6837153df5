//! What a reader has chosen. A [`View`] holds all of it; its written form is the link (see [`crate::link`]).
//!
//! Lists of chosen values keep the reader's order and hold no value twice: [`Choice`] sees to that.

use corpus::{ActorId, Date, DocumentId, Form, Position, Role, StatementId, TopicId};

/// A place in the briefing, with everything chosen there.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // There is one view at a time, and most of the time it is the large one.
pub enum View {
    /// The statements, filtered and grouped.
    Briefing(Selection),
    /// All actors.
    Actors,
    /// One actor.
    Actor(ActorId),
    /// Actors or statements side by side.
    Compare(Comparison),
    /// A document's text, and the statement that is open in it.
    Source(DocumentId, Option<StatementId>),
    /// Sources, method, licence, shortcuts.
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

    /// The start page, narrowed.
    pub fn filtered(filter: Filter) -> View {
        View::Briefing(Selection { filter, ..Selection::default() })
    }

    /// The same filters if this is the start page, none otherwise.
    pub fn selection(&self) -> Selection {
        match self {
            View::Briefing(selection) => selection.clone(),
            _ => Selection::default(),
        }
    }

    /// The statement that is open, if one is.
    pub fn open(&self) -> Option<StatementId> {
        match self {
            View::Briefing(selection) => selection.open,
            View::Source(_, open) => *open,
            _ => None,
        }
    }

    /// Whether going from `other` to this view is a new place, or a refinement of the same one.
    pub fn same_page(&self, other: &View) -> bool {
        match (self, other) {
            (View::Actor(a), View::Actor(b)) => a == b,
            (View::Source(a, _), View::Source(b, _)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What the start page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// Which statements.
    pub filter: Filter,
    /// Under which headings.
    pub group: Group,
    /// In which order.
    pub sort: Sort,
    /// The statement whose passage is shown.
    pub open: Option<StatementId>,
}

impl Selection {
    /// The same filter, changed.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Filter)) -> Selection {
        let mut next = self.clone();
        next.open = None;
        change(&mut next.filter);
        next
    }
}

/// Which statements: those that satisfy every facet and the search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Actors who have one of [`roles`](Self::roles) in the statement; the unwanted may have no part in it at all.
    pub actors: Choice<ActorId>,
    /// The parts in the statement that count; none: any. Only ever wanted.
    pub roles: Choice<Role>,
    /// Topics.
    pub topics: Choice<TopicId>,
    /// Forms.
    pub forms: Choice<Form>,
    /// Positions.
    pub positions: Choice<Position>,
    /// Who relayed it.
    pub relays: Choice<ActorId>,
    /// Documents.
    pub documents: Choice<DocumentId>,
    /// Languages of documents.
    pub languages: Choice<DocumentLanguage>,
    /// When.
    pub dates: Choice<When>,
    /// The search, as typed; see [`crate::search`].
    pub text: String,
}

impl Filter {
    /// Whether it lets everything through. Nothing but spaces is no search yet.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && *self == Filter { text: self.text.clone(), ..Filter::default() }
    }
}

/// The language of a document, a BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentLanguage(pub &'static str);

/// A value of the date facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Said or done in a time that shares a day with this.
    In(Date),
    /// The document gives no day.
    Undated,
}

/// The values of one facet: any of the wanted, none of the unwanted.
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

/// How a value stands in a [`Choice`].
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
    /// One wanted value.
    pub fn of(value: T) -> Self {
        Choice { wanted: vec![value], unwanted: Vec::new() }
    }

    /// Several wanted values.
    pub fn any_of(values: impl IntoIterator<Item = T>) -> Self {
        let mut choice = Choice::default();
        values.into_iter().for_each(|value| choice.set(value, Chosen::Wanted));
        choice
    }

    /// Any of these pass.
    pub fn wanted(&self) -> &[T] {
        &self.wanted
    }

    /// None of these pass.
    pub fn unwanted(&self) -> &[T] {
        &self.unwanted
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// How a value stands.
    pub fn state(&self, value: T) -> Chosen {
        if self.wanted.contains(&value) {
            Chosen::Wanted
        } else if self.unwanted.contains(&value) {
            Chosen::Unwanted
        } else {
            Chosen::No
        }
    }

    /// Puts a value into a state, taking it out of its former one.
    pub fn set(&mut self, value: T, state: Chosen) {
        self.wanted.retain(|&kept| kept != value);
        self.unwanted.retain(|&kept| kept != value);
        match state {
            Chosen::No => {}
            Chosen::Wanted => self.wanted.push(value),
            Chosen::Unwanted => self.unwanted.push(value),
        }
    }

    /// Puts a value into a state, or takes it out where it is in that state already.
    pub fn toggle(&mut self, value: T, state: Chosen) {
        let next = if self.state(value) == state { Chosen::No } else { state };
        self.set(value, next);
    }
}

/// Under which headings the statements stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Group {
    /// By the time they were said or done.
    #[default]
    Day,
    /// By topic; a statement on two topics stands under both.
    Topic,
    /// By who says or does it.
    Actor,
    /// By document.
    Document,
    /// No headings.
    None,
}

/// In which order the statements stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// Earliest first, undated last.
    #[default]
    Earliest,
    /// Latest first, undated last.
    Latest,
    /// As in the text.
    Text,
}

/// What stands side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What the columns are.
    pub columns: Columns,
    /// The rows, for actors; empty: every topic that one of them speaks on.
    pub topics: Vec<TopicId>,
}

/// The columns of a comparison. At most [`Columns::MOST`].
#[derive(Clone, Debug, PartialEq)]
pub enum Columns {
    /// Actors, with rows by topic.
    Actors(Vec<ActorId>),
    /// Statements, with rows by what they are.
    Statements(Vec<StatementId>),
}

impl Columns {
    /// How many fit side by side.
    pub const MOST: usize = 4;
}

impl Default for Columns {
    fn default() -> Self {
        Columns::Actors(Vec::new())
    }
}

impl Comparison {
    /// Actors side by side, on every topic.
    pub fn actors(actors: impl IntoIterator<Item = ActorId>) -> View {
        View::Compare(Comparison { columns: Columns::Actors(actors.into_iter().collect()), topics: Vec::new() })
    }

    /// Statements side by side.
    pub fn statements(statements: impl IntoIterator<Item = StatementId>) -> View {
        View::Compare(Comparison { columns: Columns::Statements(statements.into_iter().collect()), topics: Vec::new() })
    }
}

#[cfg(test)]
mod tests;
