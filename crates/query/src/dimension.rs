//! What the facets have in common: a dimension, and a value of one.
//!
//! A [`Filter`] keeps each facet's values in their own type, so that a topic can't be taken for an actor. Where all
//! facets are treated alike (listing, counting, writing, reading), that would mean the same code seven times in the
//! bundle; there, they are these two enums.

use std::borrow::Cow;

use corpus::{ActorId, DocumentId, Form, Hue, Position, Role, TopicId};

use crate::Shared;
use crate::filter::{self, Part};
use crate::language::Language;
use crate::names::Named;
use crate::set::StatementSet;
use crate::view::{Choice, Chosen, Filter, When};

/// A facet whose values can be wanted and unwanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dimension {
    Actor,
    Topic,
    Form,
    Position,
    Relay,
    Document,
    Date,
}

/// A value of a facet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    Actor(ActorId),
    Topic(TopicId),
    Form(Form),
    Position(Position),
    Relay(ActorId),
    Document(DocumentId),
    Date(When),
}

/// An expression for whichever value it is.
macro_rules! with {
    ($value:expr, $own:ident => $result:expr) => {
        match $value {
            Value::Actor($own) | Value::Relay($own) => $result,
            Value::Topic($own) => $result,
            Value::Form($own) => $result,
            Value::Position($own) => $result,
            Value::Document($own) => $result,
            Value::Date($own) => $result,
        }
    };
}

impl Dimension {
    pub(crate) const ALL: [Dimension; 7] = [
        Dimension::Actor,
        Dimension::Topic,
        Dimension::Form,
        Dimension::Position,
        Dimension::Relay,
        Dimension::Date,
        Dimension::Document,
    ];

    /// Its key in links.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Dimension::Actor => "actor",
            Dimension::Topic => "topic",
            Dimension::Form => "form",
            Dimension::Position => "position",
            Dimension::Relay => "via",
            Dimension::Document => "document",
            Dimension::Date => "date",
        }
    }

    /// Its name on the page.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Dimension::Actor => "Actor",
            Dimension::Topic => "Topic",
            Dimension::Form => "Form",
            Dimension::Position => "Position",
            Dimension::Relay => "Relayed by",
            Dimension::Document => "Document",
            Dimension::Date => "Date",
        }
    }

    /// The part of a filter that it is.
    pub(crate) const fn part(self) -> Part {
        match self {
            Dimension::Actor => Part::Actor,
            Dimension::Topic => Part::Topic,
            Dimension::Form => Part::Form,
            Dimension::Position => Part::Position,
            Dimension::Relay => Part::Relay,
            Dimension::Document => Part::Document,
            Dimension::Date => Part::Date,
        }
    }

    /// What one of its values is called in a notice.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Dimension::Actor | Dimension::Relay => ActorId::NOUN,
            Dimension::Topic => TopicId::NOUN,
            Dimension::Form => Form::NOUN,
            Dimension::Position => Position::NOUN,
            Dimension::Document => DocumentId::NOUN,
            Dimension::Date => When::NOUN,
        }
    }

    /// Every value there is, in order.
    pub(crate) fn values(self, data: Shared) -> Vec<Value> {
        fn all<T: Named>(data: Shared, value: fn(T) -> Value) -> Vec<Value> {
            T::all(data).into_iter().map(value).collect()
        }
        match self {
            Dimension::Actor => all(data, Value::Actor),
            Dimension::Topic => all(data, Value::Topic),
            Dimension::Form => all(data, Value::Form),
            Dimension::Position => all(data, Value::Position),
            Dimension::Relay => all(data, Value::Relay),
            Dimension::Document => all(data, Value::Document),
            Dimension::Date => all(data, Value::Date),
        }
    }

    /// The value with a slug.
    pub(crate) fn named(self, data: Shared, slug: &str) -> Option<Value> {
        match self {
            Dimension::Actor => ActorId::from_slug(data, slug).map(Value::Actor),
            Dimension::Topic => TopicId::from_slug(data, slug).map(Value::Topic),
            Dimension::Form => Form::from_slug(data, slug).map(Value::Form),
            Dimension::Position => Position::from_slug(data, slug).map(Value::Position),
            Dimension::Relay => ActorId::from_slug(data, slug).map(Value::Relay),
            Dimension::Document => DocumentId::from_slug(data, slug).map(Value::Document),
            Dimension::Date => When::from_slug(data, slug).map(Value::Date),
        }
    }

    /// The chosen values of a filter: the wanted, and the unwanted.
    pub(crate) fn chosen(self, filter: &Filter) -> (Vec<Value>, Vec<Value>) {
        fn both<T: Copy + PartialEq>(choice: &Choice<T>, value: fn(T) -> Value) -> (Vec<Value>, Vec<Value>) {
            let values = |list: &[T]| list.iter().copied().map(value).collect();
            (values(choice.wanted()), values(choice.unwanted()))
        }
        match self {
            Dimension::Actor => both(&filter.actors, Value::Actor),
            Dimension::Topic => both(&filter.topics, Value::Topic),
            Dimension::Form => both(&filter.forms, Value::Form),
            Dimension::Position => both(&filter.positions, Value::Position),
            Dimension::Relay => both(&filter.relays, Value::Relay),
            Dimension::Document => both(&filter.documents, Value::Document),
            Dimension::Date => both(&filter.dates, Value::Date),
        }
    }
}

impl Value {
    /// Its name in links.
    pub(crate) fn slug(self, data: Shared) -> Cow<'static, str> {
        with!(self, own => own.slug(data))
    }

    /// Its name on the page.
    pub(crate) fn label(self, data: Shared) -> Cow<'static, str> {
        with!(self, own => own.label(data))
    }

    /// The language of its name.
    pub(crate) fn language(self, data: Shared) -> Language {
        with!(self, own => own.language(data))
    }

    /// Its accent colour.
    pub(crate) fn hue(self, data: Shared) -> Option<Hue> {
        with!(self, own => own.hue(data))
    }

    /// How it stands in a filter.
    pub(crate) fn state(self, filter: &Filter) -> Chosen {
        match self {
            Value::Actor(own) => filter.actors.state(own),
            Value::Topic(own) => filter.topics.state(own),
            Value::Form(own) => filter.forms.state(own),
            Value::Position(own) => filter.positions.state(own),
            Value::Relay(own) => filter.relays.state(own),
            Value::Document(own) => filter.documents.state(own),
            Value::Date(own) => filter.dates.state(own),
        }
    }

    /// Puts it into a state in a filter.
    pub(crate) fn set(self, filter: &mut Filter, state: Chosen) {
        match self {
            Value::Actor(own) => filter.actors.set(own, state),
            Value::Topic(own) => filter.topics.set(own, state),
            Value::Form(own) => filter.forms.set(own, state),
            Value::Position(own) => filter.positions.set(own, state),
            Value::Relay(own) => filter.relays.set(own, state),
            Value::Document(own) => filter.documents.set(own, state),
            Value::Date(own) => filter.dates.set(own, state),
        }
    }

    /// The statements that wanting it lets through, under the roles of a filter.
    pub(crate) fn wanted(self, data: Shared, filter: &Filter) -> StatementSet {
        match self {
            Value::Actor(id) => filter::with_actor(data, id, filter::roles(filter)),
            Value::Relay(id) => filter::with_actor(data, id, &[Role::Relay]),
            Value::Topic(id) => filter::with_topic(data, id),
            Value::Form(form) => filter::with_form(data, form),
            Value::Position(position) => filter::with_position(data, position),
            Value::Document(id) => filter::with_document(data, id),
            Value::Date(when) => filter::with_date(data, when),
        }
    }

    /// The statements that not wanting it keeps away: for an actor, whatever its role.
    pub(crate) fn unwanted(self, data: Shared, filter: &Filter) -> StatementSet {
        match self {
            Value::Actor(id) => filter::with_actor(data, id, &Role::ALL),
            _ => self.wanted(data, filter),
        }
    }
}
