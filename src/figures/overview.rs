//! The content of the overview: figures of the statements that pass the filter, beside the facets. The page itself is
//! in `pages/overview.rs`.

use std::sync::Arc;

use dom::html::{div, p, section};
use dom::{AnyView, Element, Memo, effect, fragment, memo_or_previous, nothing};
use query::figures::overview::{Figure, first_figures};
use query::filter::Filtered;
use query::language::Phrase;
use query::statements::{StatementsPage, page_of_filter};
use query::view::{Overview, View};
use query::{link, words};

use super::later::{LaterFigures, MakeFigures, parts, with_texts};
use super::sight::OutOfSight;
use super::width::{Width, follow, probe};
use super::{PRINT_WIDTH, figure, figure_id, printed};
use crate::app_state::{AppState, Unfinished};
use crate::components::chunk_status::waiting;
use crate::components::elements;
use crate::components::facets::facets;
use crate::components::masthead::head;
use crate::pages::briefing::{chosen, nothing_found};

/// The headline.
pub const TITLE: &str = "Overview";
/// What the page is about.
pub const STANDFIRST: &str = "What the statements add up to. Every mark, row and column leads to what was said.";

/// Draws the page for the screen.
pub fn draw(state: AppState) -> AnyView {
    // The view may be another page's already, which this one is about to give way to.
    let overview = memo_or_previous(move |before: Option<&Overview>| {
        state.view().with(|view| of_view(view).or_else(|| before.is_none().then(Overview::default)))
    });
    let page = memo_or_previous(move |before| {
        let view = View::Overview(overview.get());
        match (state.search_in_slices(&view.selection()), before) {
            (Err(Unfinished), Some(_)) => None,
            (search, _) => Some(page_of_filter(state.data, &view, search.ok().flatten())),
        }
    });
    // A new page always gives new figures: comparing them would only take time, and code.
    let first = memo_or_previous(move |_| {
        let models = overview.with(|overview| page.with(|page| first_figures(state.data, overview, &page.filtered)));
        Some(with_texts(state, models))
    });
    let make = move |make: &MakeFigures| {
        overview.with(|overview| page.with(|page| (make.of_overview)(state.data, overview, &page.filtered)))
    };
    let later = parts(state.data).into_iter().map(|part| LaterFigures::request(state, part, make));
    let later: Vec<LaterFigures> = later.collect();
    let width = Width::default();
    let search = move || {
        let selection = page.with(|page| page.selection.clone());
        waiting(state.chunks, state.search_pending(&selection))
    };
    let read = move || {
        page.with(|page| {
            let filter = page.selection.filter.clone();
            let words = format!("Read {}", words::count(page.shown, "statement"));
            (page.shown > 0).then(|| elements::link(link::write(state.data, &View::filtered(filter)), words))
        })
    };
    let none_found = move || page.with(|page| (page.shown == 0).then(|| nothing_found(page)));
    let list = FigureList { state, page, width, out_of_sight: OutOfSight::default() };
    let made_first = move |index: usize| first.with(|first| first.get(index).cloned());
    let at_first = list.draw(Box::new(move || first.with_untracked(Vec::len)), Arc::new(made_first));
    let drawn_later = |later: LaterFigures| {
        let status = move || page.with(|page| page.shown > 0).then(|| later.status());
        fragment([
            div().class("region").reactive_content(status),
            list.draw(Box::new(move || later.number()), Arc::new(move |index| later.figure(index))),
        ])
    };
    let figures = section()
        .class("figures")
        .attr("aria-label", "Figures")
        .child(probe())
        .child(div().class("scope").child(chosen(state, page)).child(p().class("read").reactive_content(read)))
        .child(div().class("region").reactive_content(search))
        .child(div().class("region").reactive_content(none_found))
        .child(at_first)
        .children(later.into_iter().map(drawn_later));
    effect(move || {
        follow(width);
        list.out_of_sight.follow();
    });
    div()
        .class("page overview")
        .child(head(TITLE, Phrase::new(STANDFIRST)))
        .child(facets(state, page))
        .child(figures)
        .into_any()
}

/// Draws the body of the printed document.
pub fn print(state: AppState) -> AnyView {
    let view = state.view().get_untracked();
    let overview = of_view(&view).unwrap_or_default();
    let selection = view.selection();
    // In the same part of the program, so it is called and not requested.
    let search = query::search::search(state.data, &selection.filter.text, selection.order());
    let filtered = Filtered::new(state.data, &selection.filter, search);
    let mut models = first_figures(state.data, &overview, &filtered);
    for make in parts(state.data).into_iter().filter_map(|part| (part.figures)()) {
        models.extend((make.of_overview)(state.data, &overview, &filtered));
    }
    fragment(models.iter().map(|model| printed(state, model, PRINT_WIDTH)))
}

/// Makes a figure of a list. Tracked.
type MakeFigure = dyn Fn(usize) -> Option<Arc<Figure>> + Send + Sync;

/// How the figures of the page are drawn.
#[derive(Clone, Copy)]
struct FigureList {
    state: AppState,
    page: Memo<StatementsPage>,
    width: Width,
    out_of_sight: OutOfSight,
}

impl FigureList {
    /// Draws figures, each in a region of its own, so that one out of sight may wait for those in sight; nothing where
    /// the page shows no statement. `number` is that of all, and `figure` is tracked.
    fn draw(self, number: Box<dyn Fn() -> usize + Send>, figure: Arc<MakeFigure>) -> Element {
        let indices = move || (0..number() as u32).collect();
        let region = move |&index: &u32| self.region(index as usize, Arc::clone(&figure)).into_any();
        div().class("region").each(indices, |&index| index, region)
    }

    fn region(self, index: usize, model: Arc<MakeFigure>) -> Element {
        let FigureList { state, page, width, out_of_sight } = self;
        let mut id = String::new();
        div().class("region").later_content(move || {
            if page.with(|page| page.shown == 0) {
                return Some(nothing());
            }
            if out_of_sight.waits(&id) {
                return None;
            }
            let model = model(index)?;
            id = figure_id(state, &model);
            Some(figure(state, &model, width.get()).into_any())
        })
    }
}

/// Draws figures for a width. Tracked.
pub fn draw_figures(state: AppState, figures: &[Arc<Figure>], width: Width) -> AnyView {
    let width = width.get();
    fragment(figures.iter().map(|model| figure(state, model, width)))
}

fn of_view(view: &View) -> Option<Overview> {
    match view {
        View::Overview(overview) => Some(overview.clone()),
        _ => None,
    }
}
