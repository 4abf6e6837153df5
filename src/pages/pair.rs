//! Statements side by side, each with its passage.

use leptos::prelude::*;
use query::compare::{PairPage, Side};
use query::language::{Localizable, Phrase};

use crate::desk::Desk;
use crate::html::{El, classed, el, link, row};
use crate::parts::copy::copy_link;
use crate::parts::masthead::headline;
use crate::parts::passage::passage;
use crate::parts::refs::{dot, relation, some_names, term, with_language};

/// The page.
pub fn pair(desk: Desk, model: PairPage) -> AnyView {
    let PairPage { title, relations, sides, actors, share } = model;
    let related = |(kind, label, reason): (corpus::RelationKind, Phrase, Localizable)| {
        classed("p", relation(kind)).child(el("b").child(label)).child(": ").child(reason)
    };
    row([
        classed("div", "mast").child(headline(title)).children(relations.into_iter().map(related)),
        classed("div", "chosen")
            .child(actors.map(|href| link(href, "These actors by topic").attr("class", "chip")))
            .child(copy_link(desk, "Copy link to this comparison", move || share.clone())),
        classed("div", "pair").children(sides.into_iter().map(|entry| side(desk, entry))),
    ])
}

fn side(desk: Desk, side: Side) -> El {
    let Side { card, voice, content, chain, hue, passage: place, remove } = side;
    let terms = [
        term("Chain", Some(chain.literal(" → this article"))),
        term("Form", Some(card.form)),
        term("When", card.when),
        term("Topics", some_names(card.topics)),
        term("Position", card.position),
        term("To", some_names(card.audience)),
        term("About", some_names(card.about)),
    ];
    let words = with_language(classed("p", if card.quoted { "words quoted" } else { "words" }), card.language)
        .child(link(card.source, content).attr("class", "said"));
    let remove = link(remove, "Remove").attr("aria-label", format!("Remove the statement {}", card.slug));
    classed("article", "side")
        .child(el("h2").child(dot(hue)).child(" ").child(voice))
        .child(words)
        .child(el("dl").children(terms.into_iter().flatten()))
        .child(classed("div", "passage-here").child(passage(desk, place.id, None)))
        .child(classed("p", "ways").child(remove))
}
