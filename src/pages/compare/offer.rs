//! The actors that a comparison can begin with, or that can be added: of many, the first, more on demand, and those
//! that are found by name.

use std::sync::Arc;

use dom::html::{div, p, ul};
use dom::{AnyView, Signal, fragment};
use query::card::Ref;
use query::compare::named;
use query::words::grouped;

use super::chips::option;
use crate::components::elements::plain_button;
use crate::components::find_box::find_box;
use crate::components::more::focus_new;

/// The number of actors that are listed at first where there are more.
const FIRST: usize = 40;

/// The number of actors that are listed in addition each time that the reader asks for more.
const STEP: usize = 100;

const FIND_ID: &str = "find-compared";
const LIST_ID: &str = "compared";

/// The actors, those with most statements first.
pub fn offer(actors: Vec<Ref>) -> AnyView {
    if actors.len() <= FIRST {
        return ul().class("chips").children(actors.iter().map(option)).into_any();
    }
    let (text, most) = (Signal::new(String::new()), Signal::new(FIRST));
    let actors = Arc::new(actors);
    let listed = move || {
        let found = text.with(|text| named(&actors, text));
        let listed = found.len().min(most.get());
        let more = move |_| {
            most.update(|most| *most += STEP);
            focus_new(LIST_ID.to_owned(), listed, FIND_ID.to_owned());
        };
        let said = match (found.len(), listed) {
            (0, _) => "No actor has this in its name".to_owned(),
            (all, listed) if listed < all => format!("{} of {} are listed.", grouped(listed), grouped(all)),
            _ => String::new(),
        };
        fragment([
            ul().class("chips").id(LIST_ID).children(found[..listed].iter().map(|actor| option(actor))).into_any(),
            p().class("more")
                .child((listed < found.len()).then(|| plain_button("Show more actors", more)))
                .child(dom::html::span().attr("role", "status").child(said))
                .into_any(),
        ])
    };
    let find = find_box(
        FIND_ID.to_owned(),
        "Find an actor".to_owned(),
        move || text.get(),
        move |typed| {
            text.set(typed);
            most.set(FIRST);
        },
    );
    fragment([find.class("find-actors"), div().class("region").reactive_content(listed)])
}
