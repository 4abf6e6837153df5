//! The head of a page.

use dom::html::{b, dd, details, div, dl, dt, h1, li, p, summary, ul};
use dom::{Element, IntoChild, Memo};
use leptos::prelude::*;
use query::statements::{CampStrip, StatementsPage, masthead};
use query::{View, link};

use crate::app_state::AppState;
use crate::components::elements;
use crate::components::refs::{counted, dot, localized, visually_hidden, with_language};
use crate::navigation::focus::HEADLINE_ID;

/// The headline of a page, which gets the focus when the page opens.
pub fn headline<M>(words: impl IntoChild<M>) -> Element {
    h1().id(HEADLINE_ID).attr("tabindex", "-1").child(words)
}

/// The head of a page: its headline and a sentence under it.
pub fn head<M, N>(words: impl IntoChild<M>, standfirst: impl IntoChild<N>) -> Element {
    div().class("masthead").child(headline(words)).child(p().class("standfirst").child(standfirst))
}

/// The attribute `open` of a `details` that is closed while anything is chosen, and that the reader can open then.
pub type Fold = Option<String>;

/// The attribute for a page with choices (`folded`) or without. `used` says whether the reader chooses in the element
/// itself: then it stays open until all choices are removed.
pub fn fold(folded: bool, used: StoredValue<bool>) -> Fold {
    if folded {
        // Not the value of an element without choices: so that value is written again after this one, even where the
        // reader has closed the element.
        return used.get_value().then(|| "open".to_owned());
    }
    used.set_value(false);
    Some(String::new())
}

/// The head of the start page: headline, dateline, counts, the verification, and the actors by camp.
pub fn front(state: AppState, page: Memo<StatementsPage>) -> Element {
    let model = masthead(state.data);
    let count = |(number, noun): (String, &'static str)| li().child(b().child(number)).child(" ").child(noun);
    let all = link::write(state.data, &View::Actors);
    let camp = |CampStrip { name, hue, members, more }: CampStrip| {
        let more = (more > 0).then(|| li().child(elements::link(all.clone(), format!("{more} more"))));
        div()
            .class("camp")
            .child(dt().child(dot(hue)).child(" ").child(name))
            .child(dd().child(ul().children(members.into_iter().map(counted)).child(more)))
    };
    let facts = ul()
        .class("facts")
        .child(li().child(model.dateline))
        .children(model.counts.map(count))
        .child(li().class("verified").child("✓ every quote checked against the text"));
    let camps = dl().class("camps").attr("aria-label", "Actors").children(model.camps.into_iter().map(camp));
    let open = move || page.with(|page| (!page.folded).then_some(""));
    let more = summary().child("More").child(visually_hidden(" about this briefing"));
    let intro = details()
        .class("intro")
        .attr("open", open)
        .child(more)
        .child(localized(p().class("standfirst"), model.standfirst))
        .child(facts)
        .child(camps);
    let title = with_language(headline(model.title.text), model.title.language);
    div().class("masthead").child(title).child(intro)
}
