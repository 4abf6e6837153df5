//! Statements side by side, each with its passage.

use dom::html::{article, b, div, dl, h2, p};
use dom::{Element, fragment};
use leptos::prelude::*;
use query::compare::{PairPage, Side};
use query::language::{Localizable, Phrase};

use crate::desk::Desk;
use crate::parts::copy::copy_link;
use crate::parts::elements::link;
use crate::parts::masthead::headline;
use crate::parts::passage::passage;
use crate::parts::refs::{dot, relation, some_names, term, with_language};

/// The page.
pub fn pair(desk: Desk, model: PairPage) -> AnyView {
    let PairPage { title, relations, sides, actors, share } = model;
    let related = |(kind, label, reason): (corpus::RelationKind, Phrase, Localizable)| {
        p().class(relation(kind)).child(b().child(label)).child(": ").child(reason)
    };
    fragment([
        div().class("mast").child(headline(title)).children(relations.into_iter().map(related)),
        div()
            .class("chosen")
            .child(actors.map(|href| link(href, "These actors by topic").class("chip")))
            .child(copy_link(desk, "Copy link to this comparison", move || share.clone())),
        div().class("pair").children(sides.into_iter().map(|entry| side(desk, entry))),
    ])
}

fn side(desk: Desk, side: Side) -> Element {
    let Side { card, voice, content, chain, hue, passage: place, remove } = side;
    let terms = [
        term("Chain", Some(chain.own(" → this article"))),
        term("Form", Some(card.form)),
        term("When", card.when),
        term("Topics", some_names(card.topics)),
        term("Position", card.position),
        term("To", some_names(card.audience)),
        term("About", some_names(card.about)),
    ];
    let words = with_language(p().class(if card.quoted { "words quoted" } else { "words" }), card.language)
        .child(link(card.source, content).class("said"));
    let remove = link(remove, "Remove").attr("aria-label", format!("Remove the statement {}", card.slug));
    article()
        .class("side")
        .child(h2().child(dot(hue)).child(" ").child(voice))
        .child(words)
        .child(dl().children(terms.into_iter().flatten()))
        .child(div().class("passage-here").child(passage(desk, place.id, None)))
        .child(p().class("ways").child(remove))
}
