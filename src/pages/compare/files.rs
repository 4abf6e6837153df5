//! A comparison as a figure in a file.

use dom::Element;
use dom::html::div;
use query::pending;

use crate::app_state::AppState;
use crate::components::elements::plain_button;
use crate::components::refs::visually_hidden;
use crate::download::once_loaded;
use crate::figures::download::FileKind;
use crate::figures::files::{self, FileContent};

/// The buttons that save the comparison as a figure.
pub fn files(state: AppState) -> Element {
    let save = |label: &'static str, kind: FileKind| {
        let save = move |_| {
            // The page shows only some of it.
            let pending = state.view().with_untracked(|view| pending::whole_view(state.data, view, None));
            once_loaded(state, pending, Box::new(move || files::save(state, FileContent::Comparison, kind)));
        };
        plain_button(label, save).child(visually_hidden(": the comparison as a figure"))
    };
    div().class("figure-tools").child(save("Save as SVG", FileKind::Svg)).child(save("Save as PNG", FileKind::Png))
}
