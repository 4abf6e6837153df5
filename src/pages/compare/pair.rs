//! Statements in columns: their words, what is known of them in rows, and their passages.

use corpus::{RelationKind, StatementId};
use dom::html::{div, h2, p, small, span, table, tbody, td, th, thead, tr};
use dom::{AnyView, Element, IntoChild, fragment};
use query::compare::{Known, PairPage, PairRow, Side};
use query::language::{Localizable, Phrase};

use super::files::files;
use crate::app_state::AppState;
use crate::components::action_buttons::{copy_view, pin};
use crate::components::chain::with_distance;
use crate::components::elements::link;
use crate::components::masthead::headline;
use crate::components::passage::passage;
use crate::components::print_entry::entries;
use crate::components::refs::{dot, marked_text, names, relation, visually_hidden, with_language};

/// The statements with their relations, and what each is.
pub fn draw(state: AppState, model: PairPage) -> AnyView {
    let PairPage { title, relations, common, sides, rows, actors } = model;
    let passages: Vec<AnyView> = sides.iter().map(|side| passage(state, side.passage.id, None)).collect();
    let passages = passages.into_iter().map(|passage| div().class("passage-here").child(passage).into_any());
    let voices = voices(&sides);
    let in_text = body("Passage", None, &voices, passages);
    fragment([
        div().class("masthead").child(headline(title)).children(relations.into_iter().map(related)).into_any(),
        div()
            .class("chosen")
            .child(actors.map(|href| link(href, "These actors by topic").class("chip")))
            .child(copy_view(state, "Copy link to this comparison"))
            .into_any(),
        grid(Some(state), common, sides, rows).child(in_text).into_any(),
        files(state).into_any(),
    ])
}

/// The relations and the table, then the statements.
pub fn print(state: AppState, PairPage { relations, common, sides, rows, .. }: PairPage) -> AnyView {
    let statements: Vec<StatementId> = sides.iter().map(|side| side.card.id).collect();
    fragment([
        div().class("relations").children(relations.into_iter().map(related)).into_any(),
        grid(None, common, sides, rows).into_any(),
        h2().child("The statements compared").into_any(),
        entries(state, statements),
    ])
}

fn related((kind, label, reason): (RelationKind, Phrase, Localizable)) -> Element {
    relation(kind, label, reason)
}

fn voices(sides: &[Side]) -> Vec<String> {
    sides.iter().map(|side| side.name.to_string()).collect()
}

/// The table of statements: with controls on the screen, where there is a state, and without them in print.
fn grid(state: Option<AppState>, common: Option<String>, sides: Vec<Side>, rows: Vec<PairRow>) -> Element {
    let heads: Vec<Element> = sides.iter().map(|side| head(state, side)).collect();
    let voices = voices(&sides);
    let words = sides.into_iter().map(|side| words(side).into_any());
    let rows = rows
        .into_iter()
        .map(|PairRow { label, difference, cells }| body(label, difference, &voices, cells.into_iter().map(known)));
    table()
        .class("comparison of-statements")
        .child(thead().child(tr().child(td()).children(heads)))
        .child(body("Words", common, &voices, words))
        .children(rows)
}

fn head(state: Option<AppState>, side: &Side) -> Element {
    let Side { card, name, hue, href, remove, .. } = side;
    let name = link(href.clone(), name.clone());
    let head = th().class("statement-head").attr("scope", "col").child(dot(*hue)).child(" ").child(name);
    let Some(state) = state else { return head };
    let which = || visually_hidden(format!(" the statement {}", card.slug));
    let remove = link(remove.clone(), "Remove").child(which());
    head.child(small().child(remove).child(" · ").child(pin(state, card.id)))
}

/// A row: its name, the difference, and a cell for each statement.
fn body(
    label: &'static str,
    difference: Option<String>,
    voices: &[String],
    cells: impl Iterator<Item = AnyView>,
) -> Element {
    let header = th().attr("scope", "rowgroup").attr("rowspan", "2").child(span().child(label));
    let spanning = td().attr("colspan", voices.len().to_string()).child(difference);
    // As in the other comparisons, each cell names its column where the heads are out of sight.
    let cell = |(cell, who): (AnyView, &String)| {
        td().class("speaks").attr("colspan", "1").attr("data-who", who.clone()).child(cell)
    };
    tbody()
        .child(tr().class("difference-row").child(header).child(spanning))
        .child(tr().class("line").children(cells.zip(voices).map(cell)))
}

fn words(Side { card, pieces, .. }: Side) -> Element {
    let words = with_language(p().class(if card.quoted { "words quoted" } else { "words" }), card.language)
        .child(link(card.source, marked_text(pieces)).class("statement-link"));
    div().class(with_distance("cell", card.hands)).child(words)
}

fn known(known: Option<Known>) -> AnyView {
    match known {
        Some(Known::Words(words)) => words.into_child(),
        Some(Known::Names(refs)) => names(refs, None),
        None => span().class("silent").child("none given").into_any(),
    }
}
