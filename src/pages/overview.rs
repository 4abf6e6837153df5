//! The overview. What is on it comes with the part of the program with the figures.

use dom::AnyView;
use dom::html::{div, p};
use query::language::Phrase;

use super::page::{Page, PrintedPage};
use crate::app_state::AppState;
use crate::components::load_status::load_status;
use crate::components::masthead::head;
use crate::figures::overview::{STANDFIRST, TITLE};
use crate::figures::part::{self, FiguresRequest};

/// The overview.
pub struct OverviewPage;

impl Page for OverviewPage {
    fn draw(&self, state: AppState) -> AnyView {
        part::respond(state, FiguresRequest::Overview).unwrap_or_else(|| {
            let status = load_status(state.figures, move || part::load(state, Box::new(|| {})));
            div().class("page overview").child(head(TITLE, Phrase::new(STANDFIRST))).child(status).into_any()
        })
    }
}

impl PrintedPage for OverviewPage {
    fn print(&self, state: AppState) -> AnyView {
        let advice = "The figures are not loaded. “Print this view”, at the foot of the page, loads and prints them.";
        part::respond(state, FiguresRequest::PrintedOverview)
            .unwrap_or_else(|| p().class("nothing").child(advice).into_any())
    }
}
