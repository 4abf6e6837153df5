//! The figures of the overview: each with a caption made from its data, the ways to arrange it, its drawing and the
//! table that says the same.
//!
//! To add one:
//!
//! 1. `crates/query/src/view/overview.rs`: a value of [`OverviewFigure`], and in `names.rs` its slug and title.
//! 2. Its module in this folder: a model that gives a [`Drawing`] of any width, a caption and a [`Table`].
//! 3. In this file: a [`Model`] of it, a line in [`first_figures`] or [`further_figures`].
//!
//! The page draws every figure alike, so nothing in the viewer changes.

use std::borrow::Cow;
use std::sync::Arc;

use corpus::{ActorId, StatementId};

use super::axis::{self, Timeline};
use super::changes::{self, Changes};
use super::drawing::Drawing;
use super::flows::{self, FlowKind, Flows};
use super::map::{self, Ground, Map};
use super::matrix::{self, Matrix};
use super::network::{Network, network};
use super::positions::{self, Positions};
use super::table::Table;
use crate::Shared;
use crate::filter::Filtered;
use crate::language::{self, Direction, Phrase};
use crate::link;
use crate::names::Named;
use crate::statements::Alternative;
use crate::view::{MatrixColumns, NetworkSettings, Normalization, Overview, OverviewFigure, Selection, View};

#[cfg(test)]
mod tests;

/// A figure with everything around it.
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
    /// The link that shows it as a table, or as a drawing again; none on pages whose links do not tell.
    pub other_form: Option<String>,
    /// What is drawn; none where there is nothing to show, which the caption then says.
    pub model: Option<Box<dyn Model>>,
}

/// What a figure is drawn from. A trait and no `enum`, so that a part of the program has only the models that it makes.
pub trait Model: Send + Sync {
    /// The drawing for a width in CSS pixels. It may be narrower, and is never wider.
    fn drawing(&self, data: Shared, width: i32) -> Drawing;

    /// What was left out, and how it was made; a sentence each.
    fn notes(&self) -> &[Phrase] {
        &[]
    }

    /// The table that says the same.
    fn table(&self, data: Shared) -> Table;

    /// The statements whose words the drawing has once their texts are loaded.
    fn quoted(&self) -> Vec<StatementId> {
        Vec::new()
    }
}

impl Model for Matrix {
    fn drawing(&self, data: Shared, width: i32) -> Drawing {
        matrix::drawing(self, data, width)
    }

    fn table(&self, data: Shared) -> Table {
        matrix::table(self, data)
    }
}

impl Model for Positions {
    fn drawing(&self, data: Shared, width: i32) -> Drawing {
        self.drawing(data, width)
    }

    fn table(&self, data: Shared) -> Table {
        self.table(data)
    }
}

impl Model for Changes {
    fn drawing(&self, data: Shared, width: i32) -> Drawing {
        self.drawing(data, width)
    }

    fn table(&self, _: Shared) -> Table {
        self.table()
    }

    fn quoted(&self) -> Vec<StatementId> {
        self.statements().collect()
    }
}

impl Model for Timeline {
    fn drawing(&self, data: Shared, width: i32) -> Drawing {
        self.drawing(data, width).turned(is_right_to_left(data))
    }

    fn notes(&self) -> &[Phrase] {
        self.notes()
    }

    fn table(&self, data: Shared) -> Table {
        self.table(data)
    }
}

impl Model for Flows {
    fn drawing(&self, data: Shared, width: i32) -> Drawing {
        self.drawing(width).turned(is_right_to_left(data))
    }

    fn notes(&self) -> &[Phrase] {
        &self.notes
    }

    fn table(&self, _: Shared) -> Table {
        self.table()
    }
}

impl Model for Network {
    fn drawing(&self, data: Shared, width: i32) -> Drawing {
        self.drawing(width).turned(is_right_to_left(data))
    }

    fn notes(&self) -> &[Phrase] {
        &self.notes
    }

    fn table(&self, _: Shared) -> Table {
        self.table()
    }
}

impl Model for Map {
    fn drawing(&self, data: Shared, width: i32) -> Drawing {
        self.drawing(width, is_right_to_left(data))
    }

    fn notes(&self) -> &[Phrase] {
        &self.notes
    }

    fn table(&self, _: Shared) -> Table {
        self.table()
    }
}

/// The figures of the statements that pass the filter of an overview, in the order of the page.
pub fn overview_figures(data: Shared, overview: &Overview, filtered: &Filtered) -> Vec<Figure> {
    let mut figures = first_figures(data, overview, filtered);
    figures.extend(further_figures(data, overview, filtered));
    figures
}

/// Those at the head of the page.
pub fn first_figures(data: Shared, overview: &Overview, filtered: &Filtered) -> Vec<Figure> {
    let matrix = matrix::matrix(data, overview, filtered);
    let columns = alternatives(data, overview, overview.columns, |next, columns| next.columns = columns);
    let columns = MatrixColumns::all(data).into_iter().zip(columns);
    let columns = columns.filter(|(kind, columns)| columns.current || matrix::has_columns(data, *kind));
    let controls = vec![
        ("Columns", columns.map(|(_, columns)| columns).collect()),
        ("Order", alternatives(data, overview, overview.sort, |next, sort| next.sort = sort)),
    ];
    let caption = matrix::caption(&matrix);
    let model = drawn(!matrix.is_empty(), matrix);
    let matrix = figure(data, overview, OverviewFigure::Matrix, caption, controls, model);
    let positions = positions::positions(data, overview, filtered);
    let caption = positions.caption();
    let model = drawn(!positions.is_empty(), positions);
    vec![matrix, figure(data, overview, OverviewFigure::Positions, caption, Vec::new(), model)]
}

/// Those below the first ones. Apart from these, since they are in a part of the program of their own.
pub fn further_figures(data: Shared, overview: &Overview, filtered: &Filtered) -> Vec<Figure> {
    let changes = changes::changes(data, overview, filtered);
    let caption = changes.caption();
    let model = drawn(!changes.is_empty(), changes);
    let changes = figure(data, overview, OverviewFigure::Changes, caption, Vec::new(), model);
    let selection = Selection { filter: overview.filter.clone(), ..Selection::default() };
    let timeline = Timeline::new(data, &selection, filtered);
    let axis = timeline.wide(data);
    let caption = axis::caption(axis.as_ref());
    let model = axis.filter(|axis| !axis.entries.is_empty()).map(|axis| boxed(timeline.with_legend(&axis)));
    let timeline = figure(data, overview, OverviewFigure::Timeline, caption, Vec::new(), model);
    let flows = FLOWS.into_iter().map(|(name, kind)| {
        let flows = flows::flows(data, &overview.filter, &filtered.statements, kind);
        let caption = flows.sentence.clone();
        let model = drawn(!flows.ribbons.is_empty(), flows);
        figure(data, overview, name, caption, Vec::new(), model)
    });
    let network = network(data, &overview.filter, &filtered.statements, overview.network);
    let controls = if network.has_sides { network_controls(data, overview, network.settings) } else { Vec::new() };
    let caption = network.sentence.clone();
    let model = drawn(!network.edges.is_empty(), network);
    let network = figure(data, overview, OverviewFigure::Network, caption, controls, model);
    [changes, timeline].into_iter().chain(flows).chain([network]).collect()
}

/// A model to draw, where it has something to show.
fn drawn(has_something: bool, model: impl Model + 'static) -> Option<Box<dyn Model>> {
    has_something.then(|| boxed(model))
}

fn boxed(model: impl Model + 'static) -> Box<dyn Model> {
    Box::new(model)
}

/// The map of the statements that pass the filter of an overview. Apart from the other figures, since its
/// [`ground`](map::ground()) is made of a part of the program of its own. Corpora without [`codes`](map::codes) have no
/// map.
pub fn map_figure(data: Shared, overview: &Overview, filtered: &Filtered, ground: &Arc<Ground>) -> Figure {
    let map = map::map(data, &overview.filter, filtered, ground);
    let caption = map.sentence.clone();
    let model = drawn(!map.countries.is_empty(), map);
    figure(data, overview, OverviewFigure::Map, caption, Vec::new(), model)
}

/// The figures of an actor's page: who speaks of it and of whom it speaks, who relays it and whom it relays. Those with
/// nothing to show are missing.
pub fn actor_figures(data: Shared, id: ActorId) -> Vec<Figure> {
    let flows = FLOWS.into_iter().map(|(figure, kind)| (figure, flows::flows_of_actor(data, id, kind)));
    let flows = flows.filter(|(_, flows)| !flows.ribbons.is_empty());
    let figure = |(figure, flows): (OverviewFigure, Flows)| Figure {
        figure,
        title: title(figure),
        caption: flows.sentence.clone(),
        controls: Vec::new(),
        is_table: false,
        other_form: None,
        model: Some(boxed(flows)),
    };
    flows.map(figure).collect()
}

/// The figures of flows.
const FLOWS: [(OverviewFigure, FlowKind); 2] =
    [(OverviewFigure::Flows, FlowKind::SpeaksOf), (OverviewFigure::Relays, FlowKind::Relays)];

/// The ways to arrange the network: what joins its nodes, what a weight is divided by, what counts once, and which ties
/// are shown.
fn network_controls(
    data: Shared,
    overview: &Overview,
    settings: NetworkSettings,
) -> Vec<(&'static str, Vec<Alternative>)> {
    let of = |values: &[Normalization]| {
        let all = alternatives(data, overview, settings.normalization, |next, it| next.network.normalization = it);
        // All are in the order in which they are named.
        let all = Normalization::all(data).into_iter().zip(all);
        all.filter(|(value, _)| values.contains(value)).map(|(_, alternative)| alternative).collect()
    };
    vec![
        ("Ties", alternatives(data, overview, settings.aggregation, |next, it| next.network.aggregation = it)),
        ("Normalised by", of(settings.aggregation.normalizations())),
        ("Duplicates", alternatives(data, overview, settings.duplicates, |next, it| next.network.duplicates = it)),
        ("Strength", alternatives(data, overview, settings.threshold, |next, it| next.network.threshold = it)),
    ]
}

/// Whether the page runs from right to left.
fn is_right_to_left(data: Shared) -> bool {
    language::page_direction(data) == Direction::RightToLeft
}

/// The title of a figure.
pub const fn title(figure: OverviewFigure) -> &'static str {
    match figure {
        OverviewFigure::Matrix => "Who speaks on what",
        OverviewFigure::Positions => "For and against",
        OverviewFigure::Changes => "How positions moved",
        OverviewFigure::Timeline => "When it was said or done",
        OverviewFigure::Flows => "Who speaks of whom",
        OverviewFigure::Relays => "Who relays whom",
        OverviewFigure::Network => "The discourse network",
        OverviewFigure::Map => "Where the actors are",
    }
}

#[inline(never)]
fn figure(
    data: Shared,
    overview: &Overview,
    figure: OverviewFigure,
    caption: Phrase,
    controls: Vec<(&'static str, Vec<Alternative>)>,
    model: Option<Box<dyn Model>>,
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
        other_form: Some(link::write(data, &View::Overview(next))),
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
            Cow::Borrowed(label) => label,
            Cow::Owned(_) => "",
        };
        self::alternative(data, label, next, value == current)
    };
    T::all(data).into_iter().map(alternative).collect()
}

/// One of them. Apart, since the above is compiled for each type.
#[inline(never)]
fn alternative(data: Shared, label: &'static str, next: Overview, current: bool) -> Alternative {
    Alternative { label, href: link::write(data, &View::Overview(next)), current }
}
