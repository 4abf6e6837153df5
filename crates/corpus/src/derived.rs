//! What follows from a briefing, and is computed once, when somebody asks for it.

use std::sync::OnceLock;

use crate::date::Date;
use crate::id::{ActorId, StatementId, TopicId};

/// A value that is computed when it is first asked for. Two are equal, whether they were computed or not: what they
/// follow from is compared.
#[derive(Clone, Debug)]
pub struct Derived<T>(OnceLock<T>);

impl<T> Default for Derived<T> {
    fn default() -> Self {
        Derived(OnceLock::new())
    }
}

impl<T> PartialEq for Derived<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Derived<T> {
    /// The value; `compute` computes it the first time.
    pub fn get_or_compute(&self, compute: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(compute)
    }
}

/// All statements in an order of time.
#[derive(Clone, Debug)]
pub struct TimeOrder {
    /// The statements.
    pub statements: Vec<StatementId>,
    /// The same by their dates.
    pub times: Vec<(Option<Date>, Vec<StatementId>)>,
}

/// The places of nodes in a picture of a network: from the left and from the top, from zero to one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkPlaces {
    /// The actors that have a place, in the order of their ids.
    pub actors: Vec<(ActorId, [f64; 2])>,
    /// The topics that have a place, in the order of their ids.
    pub topics: Vec<(TopicId, [f64; 2])>,
}
