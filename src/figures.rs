//! The figures of the overview: whatever a figure shows, it is drawn here alike, with its title and caption, the ways
//! to arrange it, its drawing or its table, and the control that changes from one to the other.

mod actor;
pub mod download;
mod drawing;
pub mod files;
pub mod keys;
mod later;
pub mod overview;
pub mod part;
mod sight;
mod table;
mod width;

use std::sync::Arc;

use dom::html::{details, div, h2, nav, p, section, span, summary};
use dom::{AnyView, Element, IntoChild, fragment};
use download::FileKind;
use files::FileContent;
use query::figures::overview::{Figure, Model};
use query::language::Phrase;
use query::names::Named;
use query::statements::Alternative;

use crate::app_state::AppState;
use crate::components::elements::{link, plain_button};
use crate::components::refs::visually_hidden;
use crate::shortcuts;

/// The width of figures in print, in CSS pixels: that of the text on paper of the size A4.
pub const PRINT_WIDTH: i32 = 656;

/// The id of the element of a figure.
pub fn figure_id(state: AppState, model: &Figure) -> String {
    format!("figure-{}", model.figure.slug(state.data))
}

/// Draws a figure for a width in CSS pixels; without one, its place.
pub fn figure(state: AppState, model: &Arc<Figure>, width: Option<i32>) -> Element {
    let slug = model.figure.slug(state.data);
    let (id, title) = (figure_id(state, model), format!("{slug}-title"));
    let control = |(label, alternatives): &(&'static str, Vec<Alternative>)| {
        let entry = |Alternative { label, href, current }: &Alternative| {
            link(href.clone(), *label).attr("aria-current", if *current { "true" } else { "false" })
        };
        nav().attr("aria-label", *label).child(span().child(*label)).children(alternatives.iter().map(entry))
    };
    let has_controls = !model.controls.is_empty();
    let of_figure = || visually_hidden(format!(": {}", model.title));
    let content = |of: &dyn Model| {
        let width = width?;
        Some(if model.is_table {
            table::table(&of.table(state.data), model.title)
        } else {
            drawing::screen(&of.drawing(state.data, width), &slug, model.title)
        })
    };
    let save = |label: &'static str, kind: FileKind| {
        let model = Arc::clone(model);
        plain_button(label, move |_| files::save(state, FileContent::Figure(Arc::clone(&model)), kind))
            .child(of_figure())
    };
    let files = model
        .model
        .as_ref()
        .map(|_| fragment([save("Save as SVG", FileKind::Svg), save("Save as PNG", FileKind::Png)]));
    let other_form = model.other_form.clone().filter(|_| model.model.is_some()).map(|other_form| {
        let label = if model.is_table { "As a figure" } else { "As a table" };
        link(other_form, label)
            .class("other-form")
            .id(format!("{slug}-form"))
            .attr(shortcuts::SHORTCUT, shortcuts::of_other_form())
            .child(of_figure())
    });
    // Where no link has the form of the figure, the table folds out below it.
    let table = model.model.as_ref().filter(|_| model.other_form.is_none()).map(|of| {
        let words = summary().child("As a table").child(of_figure());
        details().class("figure-fold").child(words).child(table::table(&of.table(state.data), model.title))
    });
    section()
        .class("figure")
        .id(id)
        .attr("aria-labelledby", title.clone())
        .child(h2().id(title).attr("tabindex", "-1").child(model.title))
        .child(p().class("lead").child(model.caption.clone()))
        .child(has_controls.then(|| div().class("arrange").children(model.controls.iter().map(control))))
        .child(model.model.as_deref().and_then(content))
        .child(model.model.as_deref().and_then(notes))
        .child(div().class("figure-tools").child(other_form).child(files))
        .child(table)
}

/// A figure in print: as it is shown, without its controls.
pub fn printed(state: AppState, model: &Figure, width: i32) -> AnyView {
    let content = |of: &dyn Model| {
        if model.is_table {
            table::table(&of.table(state.data), model.title)
        } else {
            drawing::picture(&of.drawing(state.data, width), model.title)
        }
    };
    section()
        .class("figure")
        .child(h2().child(model.title))
        .child(p().class("lead").child(model.caption.clone()))
        .child(model.model.as_deref().map(content).into_child())
        .child(model.model.as_deref().and_then(notes))
        .into_any()
}

/// What was left out of a figure, and how it was made; nothing where there is nothing to say.
fn notes(model: &dyn Model) -> Option<Element> {
    let notes = model.notes();
    let note = |note: &Phrase| span().child(note.clone().literal(" ").into_child());
    (!notes.is_empty()).then(|| p().class("figure-notes").children(notes.iter().map(note)))
}
