//! The render model of a discourse network.

use corpus::Hue;

use crate::figures::axis::AxisPosition;
use crate::language::{Localizable, Phrase};
use crate::view::NetworkSettings;

/// A discourse network. Without a tie it has no nodes either, and [`sentence`](Self::sentence) says why.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// What was asked for; the normalisation is one that the network can have.
    pub settings: NetworkSettings,
    /// The nodes, those with most statements first.
    pub nodes: Vec<NetworkNode>,
    /// The ties, the strongest first.
    pub edges: Vec<Edge>,
    /// The clusters of more than one actor, by their first actors.
    pub outlines: Vec<Outline>,
    /// The height of the figure, in pixels; its width is that of the page.
    pub height: u32,
    /// Whether any statement is for or against something, without which no setting shows anything.
    pub has_sides: bool,
    /// What is to be seen, a sentence or two.
    pub sentence: Phrase,
    /// What was left out, and how the figure was made; a sentence each.
    pub notes: Vec<Phrase>,
}

/// An actor or a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkNode {
    /// The name in links.
    pub slug: &'static str,
    /// The name.
    pub name: Localizable,
    /// Where it is, from the left and from the top.
    pub at: [AxisPosition; 2],
    /// The radius, in tenths of a pixel. The area is in proportion to the statements.
    pub radius: u32,
    /// Whether it is a topic.
    pub is_topic: bool,
    /// The accent colour of its camp.
    pub hue: Option<Hue>,
    /// The link to its statements; none where no filter lets exactly these through.
    pub href: Option<String>,
    /// What a screen reader says: "Russia takes sides 7 times, 3 ties".
    pub spoken: Phrase,
}

/// A tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The indices of its nodes; of an actor and a topic, the actor comes first.
    pub ends: [usize; 2],
    /// Whether the two agree or not.
    pub kind: EdgeKind,
    /// The weight as a decimal number: "0.333".
    pub weight: String,
    /// The width of the line, in tenths of a pixel.
    pub width: u32,
    /// The topics that the two are joined by, with the numbers of statements for and against of each of them where the
    /// tie is of an actor and a topic.
    pub reason: Phrase,
    /// The link to its statements; none where no filter lets exactly these through.
    pub href: Option<String>,
    /// The link to the two side by side; none where one is a topic.
    pub compare: Option<String>,
    /// What a screen reader says: "France and Germany agree, weight 0.333: Trade, Water".
    pub spoken: Phrase,
}

/// What a tie says of its two nodes. Drawn by the dashes of the line, so that it needs no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// Actors agree, or an actor is for a topic.
    Positive,
    /// Actors are opposed, or an actor is against a topic.
    Negative,
}

/// A cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The corners of the convex hull of its nodes, in order.
    pub corners: Vec<[AxisPosition; 2]>,
    /// The indices of its nodes.
    pub nodes: Vec<usize>,
}
