//! The discourse network: who is joined to whom by the positions that they take, as analysts of policy debates publish
//! it, and who takes which position on what.
//!
//! The steps, each a module: [`incidence`](mod@incidence) counts the statements, [`weights`] makes ties of the counts,
//! [`clusters`](mod@clusters) finds groups among them, [`layout`](mod@layout) gives each node a place,
//! [`draw`](mod@draw) makes the render model. The numbers are those of Discourse Network Analyzer on the same
//! statements; what is drawn is bounded, and says of what.

mod clusters;
mod draw;
mod drawing;
mod incidence;
pub(super) mod labels;
mod layout;
mod model;
mod places;
mod tabular;
mod tie;
mod weights;
mod words;

#[cfg(test)]
mod tests;

pub use clusters::{clusters, modularity};
pub use draw::network;
pub use incidence::{Cell, activity, incidence};
pub use labels::{Labelled, Side, placements};
pub use layout::{Point, layout};
pub use model::{Edge, EdgeKind, Network, NetworkNode, Outline};
pub use places::{LAID_OUT, of_actor as place_of_actor, of_topic as place_of_topic, places};
pub use weights::{ActorTie, TopicTie, actor_ties, topic_ties};
