//! The render model of flows.

use corpus::Hue;

use super::count::FlowKind;
use crate::language::{Localizable, Phrase};

/// Flows between columns of actors. Without any, [`sentence`](Self::sentence) says why.
#[derive(Clone, Debug, PartialEq)]
pub struct Flows {
    /// What flows.
    pub kind: FlowKind,
    /// The columns from left to right: two, or three around an actor.
    pub columns: Vec<FlowColumn>,
    /// The ribbons, by their left ends from top to bottom.
    pub ribbons: Vec<Ribbon>,
    /// Every flow that was counted, those with most statements first, of many the first; without folding.
    pub rows: Vec<FlowRow>,
    /// What is to be seen.
    pub sentence: Phrase,
    /// What was folded or left out; a sentence each.
    pub notes: Vec<Phrase>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowColumn {
    /// What its actors do: "speaks or acts", "is spoken of".
    pub heading: &'static str,
    /// The nodes from top to bottom.
    pub nodes: Vec<FlowNode>,
}

/// An actor of a column, or the others of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowNode {
    /// The name; none of the others.
    pub name: Option<Localizable>,
    /// The number of actors: of the others, how many they are.
    pub actors: usize,
    /// The accent colour of its camp.
    pub hue: Option<Hue>,
    /// The sum of the widths of its ribbons: to the right, or to the left where that is more.
    pub count: u32,
    /// The link to its statements; none of the others.
    pub href: Option<String>,
    /// What a screen reader says after the name: "speaks of others 7 times".
    pub spoken: String,
}

/// A ribbon from a node to one of the next column.
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbon {
    /// The index of the column of its left end.
    pub column: usize,
    /// The indices of its nodes in their columns.
    pub ends: [usize; 2],
    /// The number of statements; of folded flows their sum, in which a statement may count more than once.
    pub count: u32,
    /// The accent colour of its left end.
    pub hue: Option<Hue>,
    /// The link to its statements; none where too many actors are folded into an end.
    pub href: Option<String>,
    /// What a screen reader says: "Russia speaks of NATO: 3 statements".
    pub spoken: Phrase,
}

/// A flow in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowRow {
    /// Who speaks, or relays.
    pub from: FlowEnd,
    /// Who is spoken of, or relayed.
    pub to: FlowEnd,
    /// The number of statements.
    pub count: u32,
    /// The link to the statements; none where no filter lets exactly these through.
    pub href: Option<String>,
}

/// An end of a flow in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowEnd {
    /// The actor's name.
    pub name: Localizable,
    /// The link to the actor's page; none on that page.
    pub href: Option<String>,
}
