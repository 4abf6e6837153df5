//! Statements in columns, each with its passage.

use corpus::RelationKind;
use dom::html::{article, div, dl, h2, p};
use dom::{AnyView, Element, fragment};
use query::View;
use query::compare::{PairPage, Side};
use query::language::{Localizable, Phrase};

use crate::app_state::AppState;
use crate::components::action_buttons::copy_link;
use crate::components::chain::with_distance;
use crate::components::elements::link;
use crate::components::masthead::headline;
use crate::components::passage::passage;
use crate::components::print_entry::entry;
use crate::components::refs::{dot, marked_text, optional_names, relation, term, with_language};

/// The statements with their relations, and what each is.
pub fn draw(state: AppState, model: PairPage) -> AnyView {
    let PairPage { title, relations, common, sides, actors, share } = model;
    fragment([
        div()
            .class("masthead")
            .child(headline(title))
            .children(relations.into_iter().map(related))
            .child(common.map(|words| p().class("common-words").child(words))),
        div()
            .class("chosen")
            .child(actors.map(|href| link(href, "These actors by topic").class("chip")))
            .child(copy_link(state, "Copy link to this comparison", move || share.clone())),
        div().class("pair").children(sides.into_iter().map(|entry| side(state, entry))),
    ])
}

/// The relations, then the statements in columns.
pub fn print(state: AppState, PairPage { relations, sides, .. }: PairPage) -> AnyView {
    let sides = sides.into_iter().map(|side| entry(state, side.card.id, &View::default()));
    fragment([
        div().class("relations").children(relations.into_iter().map(related)),
        div().class("sides").children(sides),
    ])
}

fn related((kind, label, reason): (RelationKind, Phrase, Localizable)) -> Element {
    relation(kind, label, reason)
}

fn side(state: AppState, side: Side) -> Element {
    let Side { card, voice, pieces, hue, passage: position, remove } = side;
    let terms = [
        term("Form", Some(card.form)),
        term("When", card.when),
        term("Topics", optional_names(card.topics)),
        term("Position", card.position),
        term("To", optional_names(card.audience)),
        term("About", optional_names(card.about)),
    ];
    let words = with_language(p().class(if card.quoted { "words quoted" } else { "words" }), card.language)
        .child(link(card.source, marked_text(pieces)).class("statement-link"));
    let remove = link(remove, "Remove").attr("aria-label", format!("Remove the statement {}", card.slug));
    article()
        .class(with_distance("side", card.hands))
        .child(h2().child(dot(hue)).child(" ").child(voice))
        .child(words)
        .child(dl().children(terms.into_iter().flatten()))
        .child(div().class("passage-here").child(passage(state, position.id, None)))
        .child(p().class("page-actions").child(remove))
}
