//! Flows: who speaks of whom, and who relays whom. Nodes in columns, joined by ribbons as wide as there are statements.
//!
//! [`count`] counts the statements, [`order`] puts the nodes of each column in order, [`build`] makes the render model.
//! An actor counts with its parts, as everywhere on the page.

mod build;
mod count;
mod drawing;
mod model;
mod order;
mod tabular;
mod words;

#[cfg(test)]
mod tests;

pub use build::{flows, flows_of_actor};
pub use count::{Flow, FlowKind, flows_between};
pub use model::{FlowColumn, FlowNode, FlowRow, Flows, Ribbon};
