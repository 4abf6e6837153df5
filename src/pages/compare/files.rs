//! A comparison as a figure in a file.

use dom::Element;
use dom::html::div;

use crate::app_state::AppState;
use crate::components::elements::plain_button;
use crate::components::refs::visually_hidden;
use crate::figures::download::FileKind;
use crate::figures::files::{self, FileContent};

/// The buttons that save the comparison as a figure.
pub fn files(state: AppState) -> Element {
    let save = |label: &'static str, kind: FileKind| {
        plain_button(label, move |_| files::save(state, FileContent::Comparison, kind))
            .child(visually_hidden(": the comparison as a figure"))
    };
    div().class("figure-tools").child(save("Save as SVG", FileKind::Svg)).child(save("Save as PNG", FileKind::Png))
}
