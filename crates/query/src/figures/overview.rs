//! The figures of the overview: each with a caption made from its data, the ways to arrange it, its drawing and the
//! table that says the same.
//!
//! To add one:
//!
//! 1. `crates/query/src/view/overview.rs`: a value of [`OverviewFigure`], and in `names.rs` its slug and title.
//! 2. Its module in this folder: a model that gives a [`Drawing`] of any width, a caption and a [`Table`].
//! 3. In this file: a value of [`Model`] with an arm in its methods, a line in [`overview_figures`].
//!
//! The page draws every figure alike, so nothing in the viewer changes.

use corpus::StatementId;

use super::changes::{self, Changes};
use super::drawing::Drawing;
use super::matrix::{self, Matrix};
use super::positions::{self, Positions};
use super::table::Table;
use crate::Shared;
use crate::filter::Filtered;
use crate::language::Phrase;
use crate::link;
use crate::names::Named;
use crate::statements::Alternative;
use crate::view::{Overview, OverviewFigure, View};

#[cfg(test)]
mod tests;

/// A figure with everything around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Which one it is.
    pub figure: OverviewFigure,
    /// The title.
    pub title: &'static str,
    /// What is to be seen in it, in sentences.
    pub caption: Phrase,
    /// The ways to arrange it, each with a name.
    pub controls: Vec<(&'static str, Vec<Alternative>)>,
    /// Whether it is shown as a table.
    pub is_table: bool,
    /// The link that shows it as a table, or as a drawing again.
    pub other_form: String,
    /// What is drawn; none where there is nothing to show, which the caption then says.
    pub model: Option<Model>,
}

/// What a figure is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    /// See [`matrix`].
    Matrix(Box<Matrix>),
    /// See [`positions`].
    Positions(Box<Positions>),
    /// See [`changes`].
    Changes(Box<Changes>),
}

impl Model {
    /// The drawing for a width in CSS pixels. It may be narrower, and is never wider.
    pub fn drawing(&self, data: Shared, width: i32) -> Drawing {
        match self {
            Model::Matrix(matrix) => matrix::drawing(matrix, data, width),
            Model::Positions(positions) => positions.drawing(data, width),
            Model::Changes(changes) => changes.drawing(data, width),
        }
    }

    /// The table that says the same.
    pub fn table(&self, data: Shared) -> Table {
        match self {
            Model::Matrix(matrix) => matrix::table(matrix, data),
            Model::Positions(positions) => positions.table(data),
            Model::Changes(changes) => changes.table(),
        }
    }

    /// The statements whose words the drawing has once their texts are loaded.
    pub fn quoted(&self) -> Vec<StatementId> {
        match self {
            Model::Changes(changes) => changes.statements().collect(),
            Model::Matrix(_) | Model::Positions(_) => Vec::new(),
        }
    }
}

/// The figures of the statements that pass the filter of an overview, in the order of the page.
pub fn overview_figures(data: Shared, overview: &Overview, filtered: &Filtered) -> Vec<Figure> {
    let matrix = matrix::matrix(data, overview, filtered);
    let controls = vec![
        ("Columns", alternatives(data, overview, overview.columns, |next, columns| next.columns = columns)),
        ("Order", alternatives(data, overview, overview.sort, |next, sort| next.sort = sort)),
    ];
    let caption = matrix::caption(&matrix);
    let model = (!matrix.is_empty()).then(|| Model::Matrix(Box::new(matrix)));
    let matrix = figure(data, overview, OverviewFigure::Matrix, caption, controls, model);
    let positions = positions::positions(data, overview, filtered);
    let caption = positions.caption();
    let model = (!positions.is_empty()).then(|| Model::Positions(Box::new(positions)));
    let positions = figure(data, overview, OverviewFigure::Positions, caption, Vec::new(), model);
    let changes = changes::changes(data, overview, filtered);
    let caption = changes.caption();
    let model = (!changes.is_empty()).then(|| Model::Changes(Box::new(changes)));
    vec![matrix, positions, figure(data, overview, OverviewFigure::Changes, caption, Vec::new(), model)]
}

/// The title of a figure.
pub const fn title(figure: OverviewFigure) -> &'static str {
    match figure {
        OverviewFigure::Matrix => "Who speaks on what",
        OverviewFigure::Positions => "For and against",
        OverviewFigure::Changes => "How positions moved",
    }
}

fn figure(
    data: Shared,
    overview: &Overview,
    figure: OverviewFigure,
    caption: Phrase,
    controls: Vec<(&'static str, Vec<Alternative>)>,
    model: Option<Model>,
) -> Figure {
    let is_table = overview.tables.contains(&figure);
    let mut next = overview.clone();
    if is_table {
        next.tables.retain(|&other| other != figure);
    } else {
        next.tables.push(figure);
    }
    Figure {
        figure,
        title: title(figure),
        caption,
        controls,
        is_table,
        other_form: link::write(data, &View::Overview(next)),
        model,
    }
}

/// The values of something that is chosen on the overview, with links. Another choice begins with the first columns and
/// rows.
fn alternatives<T: Named>(
    data: Shared,
    overview: &Overview,
    current: T,
    put: fn(&mut Overview, T),
) -> Vec<Alternative> {
    let alternative = |value: T| {
        let mut next = overview.with(|_| {});
        put(&mut next, value);
        let label = match value.label(data) {
            std::borrow::Cow::Borrowed(label) => label,
            std::borrow::Cow::Owned(_) => "",
        };
        Alternative { label, href: link::write(data, &View::Overview(next)), current: value == current }
    };
    T::all(data).into_iter().map(alternative).collect()
}
