//! The figures of the start page: a render model of `query` each, drawn by a component each, in the order of the page.
//!
//! They are drawn by the part of the program with the pages. Until that is loaded, the page keeps those that were
//! written into it; where something is chosen, those would be false, and an empty line holds their place.

mod axis;

use dom::html::div;
use dom::{AnyView, Element, Memo, fragment};
use leptos::prelude::*;
use query::figures::Figures;
use query::filter::Filtered;
use query::statements::StatementsPage;
use query::view::Selection;

use crate::app_state::AppState;
use crate::lazy::{FigureInputs, PagesRequest};

/// Draws a figure of the statements that are shown: folded to a line or not, and with what it is drawn from. A figure
/// that has nothing to show is empty.
type Figure = fn(AppState, &Figures, folded: bool, FigureInputs) -> AnyView;

/// The figures.
const FIGURES: [Figure; 1] = [axis::axis];

/// The place of the figures.
pub fn figures(state: AppState, page: Memo<StatementsPage>) -> Element {
    let inputs = FigureInputs { page, used: StoredValue::new(false) };
    div().class("region").later_content(move || {
        // Written into the page, although the program begins without its later parts.
        if cfg!(not(target_arch = "wasm32")) {
            return Some(drawn(state, inputs));
        }
        let place = || page.with(|page| page.folded).then(|| div().class("axis").into_any());
        state.draw_later(PagesRequest::Figures(inputs)).or_else(place)
    })
}

/// The figures themselves.
pub fn drawn(state: AppState, inputs: FigureInputs) -> AnyView {
    inputs.page.with(|page| {
        let models = query::figures::figures(state.data, &page.selection, &page.filtered);
        fragment(FIGURES.map(|figure| figure(state, &models, page.folded, inputs)))
    })
}

/// The same for print, of what passes the filter.
pub fn printed(state: AppState, selection: &Selection, filtered: &Filtered) -> AnyView {
    axis::printed(state, &query::figures::figures(state.data, selection, filtered))
}
