//! What a facet is: the trait [`Facet`] that each implements with its own type of values, and [`AnyFacet`], the same
//! without that type, through which all facets are walked.
//!
//! A [`Filter`] keeps each facet's values in their own type, so that a topic cannot be taken for an actor. Whatever
//! treats facets alike (listing, counting, writing, reading) works on [`Value`]: otherwise the bundle would hold that
//! code once per facet.

use std::borrow::Cow;

use corpus::{ActorId, DocumentId, Form, Hue, Position, Role, TopicId};

use super::tally::{Counted, Tally};
use crate::Shared;
use crate::language::{Language, Phrase};
use crate::names::Named;
use crate::order::{self, Key};
use crate::set::StatementSet;
use crate::view::{Choice, Chosen, Filter, When};

/// One dimension by which statements are filtered.
pub(crate) trait Facet: Sync {
    /// The type of its values, which also gives their slugs, labels and list.
    type Value: Named + Erased;

    /// Its key, its title and how it is listed.
    const DESCRIPTION: Description;

    /// Its values in a filter.
    fn choice(filter: &Filter) -> &Choice<Self::Value>;

    /// Its values in a filter, to be changed.
    fn choice_mut(filter: &mut Filter) -> &mut Choice<Self::Value>;

    /// The statements that have a value, whatever else is chosen. Excluding the value leaves these out.
    fn statements(data: Shared, value: Self::Value) -> StatementSet;

    /// The statements that pass when a value is wanted. Differs from [`statements`](Self::statements) where another
    /// facet qualifies this one.
    fn matching(data: Shared, _: &Filter, value: Self::Value) -> StatementSet {
        Self::statements(data, value)
    }

    /// The numbers of statements that have each value, in the order of all values. A facet whose values grow with the
    /// briefing has a way of its own, which reads each posting list once and makes no set; for the others there is
    /// [`by_sets`].
    fn tallies(_: Shared, _: &Filter, _: Counted<'_>) -> Option<Vec<Tally>> {
        None
    }

    /// Whether it cannot tell statements of this briefing apart. Then it is shown only while something is chosen in it.
    fn is_idle(_: Shared) -> bool {
        false
    }

    /// The key by which values are listed, ascending; those with equal keys keep their own order.
    fn sort_key(_: Shared, _: Self::Value, tally: Tally) -> Key {
        [if Self::DESCRIPTION.by_frequency { order::largest(tally.total) } else { 0 }, 0, 0]
    }

    /// What tells a value from others with a like label; mostly nothing.
    fn detail(_: Shared, _: Self::Value) -> Phrase {
        Phrase::default()
    }

    /// The label of a value after the title in a chip.
    fn chip_label(data: Shared, value: Self::Value) -> Cow<'static, str> {
        value.label(data)
    }

    /// Whether a statement has a value, told from the statement alone: what tests hold [`statements`](Self::statements)
    /// against.
    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: Self::Value) -> bool;
}

/// Key, title and listing of a facet.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else of a facet")]
pub(crate) struct Description {
    /// Its key in links.
    pub key: &'static str,
    /// Its title on the page.
    pub title: &'static str,
    /// Its title in a chip, where that is another.
    pub chip_title: Option<&'static str>,
    /// Whether values with most statements come first; otherwise they keep their own order.
    pub by_frequency: bool,
    /// Whether values can be excluded (`-` in links) as well as wanted.
    pub is_excludable: bool,
    /// Whether it is about documents rather than statements. Such facets come last on the page.
    pub of_document: bool,
    /// Whether it is chosen by links alone, and shown only while something is chosen in it: the list of facets has
    /// another way to what it asks for.
    pub is_from_links: bool,
    /// Whether it has values that are not listed, or whose slugs have several spellings.
    pub is_open: bool,
    /// The key of the facet that it qualifies: the two are one condition, which has to hold of the same thing.
    pub qualifies: Option<&'static str>,
}

impl Description {
    /// What most facets have; key and title are each facet's own.
    pub const DEFAULT: Description = Description {
        key: "",
        title: "",
        chip_title: None,
        by_frequency: false,
        is_excludable: true,
        of_document: false,
        is_from_links: false,
        is_open: false,
        qualifies: None,
    };

    /// The key of the condition that the facet is, or is a part of.
    pub const fn condition(&self) -> &'static str {
        match self.qualifies {
            Some(key) => key,
            None => self.key,
        }
    }
}

/// A type of values that can be restored from a [`Value`].
pub(crate) trait Erased: Sized {
    /// The value without its type.
    fn erase(self) -> Value;

    /// The value with its type, if it is of this type.
    fn restore(value: Value) -> Option<Self>;
}

macro_rules! erased_values {
    ($($kind:ident($own:ty)),*) => {
        /// A value of some facet.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[allow(missing_docs)]
        pub(crate) enum Value {
            $($kind($own),)*
            /// A code of some standard, such as a language tag: for facets whose type the corpus does not know.
            Code(&'static str),
        }

        $(impl Erased for $own {
            fn erase(self) -> Value {
                Value::$kind(self)
            }

            fn restore(value: Value) -> Option<Self> {
                match value {
                    Value::$kind(own) => Some(own),
                    _ => None,
                }
            }
        })*
    };
}

erased_values! {
    Actor(ActorId), Topic(TopicId), Document(DocumentId), Form(Form), Position(Position), Role(Role), Time(When)
}

/// A [`Facet`] whose values have lost their type. Values of another facet have no slug and no statements.
pub(crate) trait AnyFacet: Sync {
    /// Key, title and listing.
    fn description(&self) -> &'static Description;

    /// What one of its values is called in a notice.
    fn noun(&self) -> &'static str;

    /// See [`Facet::is_idle`].
    fn is_idle(&self, data: Shared) -> bool;

    /// Every value that is listed, in order.
    fn values(&self, data: Shared) -> Vec<Value>;

    /// The value with a slug.
    fn value_with_slug(&self, data: Shared, slug: &str) -> Option<Value>;

    /// The name of a value in links.
    fn slug(&self, data: Shared, value: Value) -> Cow<'static, str>;

    /// The name of a value on the page.
    fn label(&self, data: Shared, value: Value) -> Cow<'static, str>;

    /// See [`Facet::sort_key`].
    fn sort_key(&self, data: Shared, value: Value, tally: Tally) -> Key;

    /// See [`Facet::detail`].
    fn detail(&self, data: Shared, value: Value) -> Phrase;

    /// See [`Facet::chip_label`].
    fn chip_label(&self, data: Shared, value: Value) -> Cow<'static, str>;

    /// The language of a label.
    fn language(&self, data: Shared, value: Value) -> Language;

    /// The accent colour of a value.
    fn hue(&self, data: Shared, value: Value) -> Option<Hue>;

    /// The chosen values of a filter: the wanted, and the unwanted.
    fn chosen(&self, filter: &Filter) -> (Vec<Value>, Vec<Value>);

    /// Puts a value into a state in a filter.
    fn set(&self, filter: &mut Filter, value: Value, state: Chosen);

    /// Takes back everything that is chosen in a filter.
    fn clear(&self, filter: &mut Filter);

    /// See [`Named::position`].
    fn position(&self, data: Shared, value: Value) -> Option<usize>;

    /// See [`Facet::statements`].
    fn statements(&self, data: Shared, value: Value) -> StatementSet;

    /// See [`Facet::matching`].
    fn matching(&self, data: Shared, filter: &Filter, value: Value) -> StatementSet;

    /// See [`Facet::tallies`].
    fn tallies(&self, data: Shared, filter: &Filter, counted: Counted<'_>) -> Vec<Tally>;

    /// See [`Facet::has`].
    #[cfg(test)]
    fn has(&self, data: Shared, id: corpus::StatementId, value: Value) -> bool;
}

impl<F: Facet> AnyFacet for F {
    fn description(&self) -> &'static Description {
        &F::DESCRIPTION
    }

    fn noun(&self) -> &'static str {
        F::Value::NOUN
    }

    fn is_idle(&self, data: Shared) -> bool {
        F::is_idle(data)
    }

    fn values(&self, data: Shared) -> Vec<Value> {
        F::Value::all(data).into_iter().map(Erased::erase).collect()
    }

    fn value_with_slug(&self, data: Shared, slug: &str) -> Option<Value> {
        F::Value::from_slug(data, slug).map(Erased::erase)
    }

    fn slug(&self, data: Shared, value: Value) -> Cow<'static, str> {
        F::Value::restore(value).map(|own| own.slug(data)).unwrap_or_default()
    }

    fn label(&self, data: Shared, value: Value) -> Cow<'static, str> {
        F::Value::restore(value).map(|own| own.label(data)).unwrap_or_default()
    }

    fn sort_key(&self, data: Shared, value: Value, tally: Tally) -> Key {
        F::Value::restore(value).map(|own| F::sort_key(data, own, tally)).unwrap_or_default()
    }

    fn detail(&self, data: Shared, value: Value) -> Phrase {
        F::Value::restore(value).map(|own| F::detail(data, own)).unwrap_or_default()
    }

    fn chip_label(&self, data: Shared, value: Value) -> Cow<'static, str> {
        F::Value::restore(value).map(|own| F::chip_label(data, own)).unwrap_or_default()
    }

    fn language(&self, data: Shared, value: Value) -> Language {
        F::Value::restore(value).map(|own| own.language(data)).unwrap_or_default()
    }

    fn hue(&self, data: Shared, value: Value) -> Option<Hue> {
        F::Value::restore(value).and_then(|own| own.hue(data))
    }

    fn chosen(&self, filter: &Filter) -> (Vec<Value>, Vec<Value>) {
        let values = |list: &[F::Value]| list.iter().copied().map(Erased::erase).collect();
        let choice = F::choice(filter);
        (values(choice.wanted()), values(choice.unwanted()))
    }

    fn set(&self, filter: &mut Filter, value: Value, state: Chosen) {
        if let Some(own) = F::Value::restore(value) {
            F::choice_mut(filter).set(own, state);
        }
    }

    fn clear(&self, filter: &mut Filter) {
        *F::choice_mut(filter) = Choice::default();
    }

    fn position(&self, data: Shared, value: Value) -> Option<usize> {
        F::Value::restore(value).and_then(|own| own.position(data))
    }

    fn statements(&self, data: Shared, value: Value) -> StatementSet {
        let own = F::Value::restore(value);
        own.map_or_else(|| StatementSet::empty(data.statements.len()), |own| F::statements(data, own))
    }

    fn matching(&self, data: Shared, filter: &Filter, value: Value) -> StatementSet {
        let own = F::Value::restore(value);
        own.map_or_else(|| StatementSet::empty(data.statements.len()), |own| F::matching(data, filter, own))
    }

    fn tallies(&self, data: Shared, filter: &Filter, counted: Counted<'_>) -> Vec<Tally> {
        F::tallies(data, filter, counted).unwrap_or_else(|| by_sets(self, data, filter, counted))
    }

    #[cfg(test)]
    fn has(&self, data: Shared, id: corpus::StatementId, value: Value) -> bool {
        F::Value::restore(value).is_some_and(|own| F::has(data, id, own))
    }
}

/// Counts the statements of each value of a facet by its sets. Not generic, so that the program holds it once.
fn by_sets(facet: &dyn AnyFacet, data: Shared, filter: &Filter, counted: Counted<'_>) -> Vec<Tally> {
    let tally = |value| {
        let having = facet.statements(data, value);
        Tally {
            total: having.len(),
            shown: having.len_in(counted.shown),
            added: facet.matching(data, filter, value).len_in(counted.addable),
        }
    };
    facet.values(data).into_iter().map(tally).collect()
}
