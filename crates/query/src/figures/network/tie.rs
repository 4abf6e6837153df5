//! A tie of any network on its way to the render model.

use corpus::{ActorId, TopicId};

use super::incidence::Cell;

/// An end of a tie.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    Actor(ActorId),
    Topic(TopicId),
}

/// A tie on its way to the model.
pub(super) struct Tie {
    /// The indices of its nodes.
    pub ends: [usize; 2],
    /// The weight.
    pub weight: f64,
    /// The topics on which the two agree, and those on which they are opposed; of an actor and a topic, the topic.
    pub topics: [Vec<TopicId>; 2],
    /// The statements of the actor on the topic, where it is between these.
    pub cell: Option<Cell>,
}
