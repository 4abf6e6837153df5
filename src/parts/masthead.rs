//! The head of a page.

use leptos::prelude::*;
use query::statements::{CampStrip, masthead};
use query::{View, link};

use crate::desk::Desk;
use crate::html::{self, Child, El, classed, el, row};
use crate::navigate::HEADLINE;
use crate::parts::refs::{counted, dot, localized, with_language};

/// The headline of a page, which takes the focus when the page opens.
pub fn headline(words: impl Child) -> El {
    el("h1").attr("id", HEADLINE).attr("tabindex", "-1").child(words)
}

/// The head of a page: headline and a sentence under it.
pub fn head(words: impl Child, stand: impl Child) -> El {
    classed("div", "mast").child(headline(words)).child(classed("p", "stand").child(stand))
}

/// The head of the start page: headline, dateline, how it was verified, and the actors by camp.
pub fn front(desk: Desk) -> AnyView {
    let model = masthead(desk.data);
    let count = |(number, noun): (String, &'static str)| el("li").child(el("b").child(number)).child(" ").child(noun);
    let all = link::write(desk.data, &View::Actors);
    let camp = |CampStrip { name, hue, members, more }: CampStrip| {
        let more = (more > 0).then(|| el("li").child(html::link(all.clone(), format!("{more} more"))));
        classed("div", "camp")
            .child(el("dt").child(dot(hue)).child(" ").child(name))
            .child(el("dd").child(el("ul").children(members.into_iter().map(counted)).child(more)))
    };
    let facts = classed("ul", "facts")
        .child(el("li").child(model.dateline))
        .children(model.counts.map(count))
        .child(classed("li", "ok").child("✓ every quote checked against the text"));
    let camps = classed("dl", "camps").attr("aria-label", "Actors").children(model.camps.into_iter().map(camp));
    let title = with_language(headline(model.title.text), model.title.language);
    let stand = localized(classed("p", "stand"), model.standfirst);
    row([classed("div", "mast").child(title).child(stand).child(facts), camps])
}
