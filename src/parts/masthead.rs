//! The head of a page.

use dom::html::{b, dd, details, div, dl, dt, h1, li, p, summary, ul};
use dom::{Element, IntoChild};
use leptos::prelude::*;
use query::statements::{CampStrip, StatementsPage, masthead};
use query::{View, link};

use crate::desk::Desk;
use crate::navigate::HEADLINE;
use crate::parts::elements;
use crate::parts::refs::{counted, dot, localized, unseen, with_language};

/// The headline of a page, which takes the focus when the page opens.
pub fn headline<M>(words: impl IntoChild<M>) -> Element {
    h1().id(HEADLINE).attr("tabindex", "-1").child(words)
}

/// The head of a page: headline and a sentence under it.
pub fn head<M, N>(words: impl IntoChild<M>, stand: impl IntoChild<N>) -> Element {
    div().class("mast").child(headline(words)).child(p().class("stand").child(stand))
}

/// The attribute `open` of what folds to a line while anything is chosen, and can then be opened by the reader.
pub type Fold = Option<String>;

/// Whether it is open. While the reader is at it, it does not fold before all choices are taken back.
pub fn fold(folded: bool, used: StoredValue<bool>) -> Fold {
    if folded {
        // Another value than when it is unfolded: so that is written anew, even where the reader has closed it.
        return used.get_value().then(|| "open".to_owned());
    }
    used.set_value(false);
    Some(String::new())
}

/// The head of the start page: headline, dateline, how it was verified, and the actors by camp.
pub fn front(desk: Desk, page: Memo<StatementsPage>) -> Element {
    let model = masthead(desk.data);
    let count = |(number, noun): (String, &'static str)| li().child(b().child(number)).child(" ").child(noun);
    let all = link::write(desk.data, &View::Actors);
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
        .child(li().class("ok").child("✓ every quote checked against the text"));
    let camps = dl().class("camps").attr("aria-label", "Actors").children(model.camps.into_iter().map(camp));
    let open = move || page.with(|page| (!page.folded).then_some(""));
    let more = summary().child("More").child(unseen(" about this briefing"));
    let intro = details()
        .class("intro")
        .attr("open", open)
        .child(more)
        .child(localized(p().class("stand"), model.standfirst))
        .child(facts)
        .child(camps);
    let title = with_language(headline(model.title.text), model.title.language);
    div().class("mast").child(title).child(intro)
}
