//! A comparison as a figure in a file.

use dom::Element;
use dom::html::div;

use crate::app_state::{AppState, Toast};
use crate::components::elements::plain_button;
use crate::components::refs::visually_hidden;
use crate::figures::download::FileKind;
use crate::figures::part::{self, FiguresRequest};
use crate::lazy::LoadState;

/// The buttons that save the comparison as a figure.
pub fn files(state: AppState) -> Element {
    let save = |label: &'static str, kind: FileKind| {
        plain_button(label, move |_| save(state, kind)).child(visually_hidden(": the comparison as a figure"))
    };
    div().class("figure-tools").child(save("Save as SVG", FileKind::Svg)).child(save("Save as PNG", FileKind::Png))
}

/// Has the part of the program with the figures make the file, once it is loaded.
fn save(state: AppState, kind: FileKind) {
    let make = move || {
        if state.figures.get_untracked() == LoadState::Loaded {
            part::respond(state, FiguresRequest::SaveComparison(kind));
        } else {
            let words = "What draws figures could not be loaded. Try again, with a connection.";
            state.toast.set(Some(Toast::Failed(words.to_owned())));
        }
    };
    part::load(state, Box::new(make));
}
