//! The figures: of the start page, each a render model in a module of its own, all of them in [`Figures`]; and those of
//! the [`overview`], which are drawn from [`drawing`]s.
//!
//! To add a figure to the start page:
//!
//! 1. Write its module in this folder, after the model of [`axis`]: a render model, a function that builds it from what
//!    passes the filter and returns `None` where there is nothing to show, and tests.
//! 2. In this file: the module, a field of [`Figures`], a line in [`figures`].
//! 3. Write the viewer's component, and its line in the viewer's list of figures.

pub mod axis;
pub mod changes;
pub mod drawing;
pub mod flows;
pub mod map;
pub mod matrix;
pub mod network;
pub mod overview;
pub mod positions;
pub mod seriation;
pub mod standalone;
pub mod table;
mod voices;

use crate::Shared;
use crate::filter::Filtered;
use crate::view::Selection;

/// The figures under a selection; those with nothing to show are missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The axis of time; none where fewer than two dates are known.
    pub axis: Option<axis::Axis>,
}

/// Builds every figure of what passes the filter of a selection.
pub fn figures(data: Shared, selection: &Selection, filtered: &Filtered) -> Figures {
    Figures { axis: axis::axis(data, selection, filtered) }
}
