//! Statements in columns, each with its passage.

use corpus::RelationKind;
use leptos::prelude::*;
use query::View;
use query::compare::{PairPage, Side};
use query::language::{Localizable, Phrase};

use crate::app_state::AppState;
use crate::components::copy::copy_link;
use crate::components::masthead::headline;
use crate::components::passage::passage;
use crate::components::print_entry::entry;
use crate::components::refs::{dot, optional_names, relation, term, with_language};
use crate::html::{El, classed, el, link, row};

/// The statements with their relations, and what each is.
pub fn draw(state: AppState, model: PairPage) -> AnyView {
    let PairPage { title, relations, sides, actors, share } = model;
    row([
        classed("div", "mast").child(headline(title)).children(relations.into_iter().map(related)),
        classed("div", "chosen")
            .child(actors.map(|href| link(href, "These actors by topic").attr("class", "chip")))
            .child(copy_link(state, "Copy link to this comparison", move || share.clone())),
        classed("div", "pair").children(sides.into_iter().map(|entry| side(state, entry))),
    ])
}

/// The relations, then the statements in columns.
pub fn print(state: AppState, PairPage { relations, sides, .. }: PairPage) -> AnyView {
    let sides = sides.into_iter().map(|side| entry(state, side.card.id, &View::default()));
    row([
        classed("div", "relations").children(relations.into_iter().map(related)),
        classed("div", "sides").children(sides),
    ])
}

fn related((kind, label, reason): (RelationKind, Phrase, Localizable)) -> El {
    relation(kind, label, reason)
}

fn side(state: AppState, side: Side) -> El {
    let Side { card, voice, content, chain, hue, passage: position, remove } = side;
    let terms = [
        term("Chain", Some(chain.literal(" → this article"))),
        term("Form", Some(card.form)),
        term("When", card.when),
        term("Topics", optional_names(card.topics)),
        term("Position", card.position),
        term("To", optional_names(card.audience)),
        term("About", optional_names(card.about)),
    ];
    let words = with_language(classed("p", if card.quoted { "words quoted" } else { "words" }), card.language)
        .child(link(card.source, content).attr("class", "said"));
    let remove = link(remove, "Remove").attr("aria-label", format!("Remove the statement {}", card.slug));
    classed("article", "side")
        .child(el("h2").child(dot(hue)).child(" ").child(voice))
        .child(words)
        .child(el("dl").children(terms.into_iter().flatten()))
        .child(classed("div", "passage-here").child(passage(state, position.id, None)))
        .child(classed("p", "ways").child(remove))
}
