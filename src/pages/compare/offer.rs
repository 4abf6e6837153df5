//! What a comparison can begin with, or what can be added: of many, the first, more on demand, and those that are found
//! by name.

use std::sync::Arc;

use dom::html::{div, p, ul};
use dom::{AnyView, Signal, fragment};
use query::compare::{Candidate, named};
use query::words::grouped;

use super::chips::option;
use crate::components::elements::plain_button;
use crate::components::find_box::find_box;
use crate::components::more::focus_new;

/// The number of candidates that are listed at first where there are more.
const FIRST: usize = 40;

/// The number of candidates that are listed in addition each time that the reader asks for more.
const STEP: usize = 100;

/// The candidates, in their order. `id` is that of their list, `noun` is what one is called, and `one` is the same with
/// its article.
pub fn offer(id: &'static str, noun: &'static str, one: &'static str, candidates: Vec<Candidate>) -> AnyView {
    if candidates.len() <= FIRST {
        return ul().class("chips").children(candidates.iter().map(option)).into_any();
    }
    let (text, most) = (Signal::new(String::new()), Signal::new(FIRST));
    let candidates = Arc::new(candidates);
    let find_id = format!("find-{id}");
    let focused = find_id.clone();
    let listed = move || {
        let found = text.with(|text| named(&candidates, text));
        let listed = found.len().min(most.get());
        let focused = focused.clone();
        let more = move |_| {
            most.update(|most| *most += STEP);
            focus_new(id.to_owned(), listed, focused.clone());
        };
        let said = match (found.len(), listed) {
            (0, _) => format!("No {noun} has this in its name"),
            (all, listed) if listed < all => format!("{} of {} are listed.", grouped(listed), grouped(all)),
            _ => String::new(),
        };
        fragment([
            ul().class("chips").id(id).children(found[..listed].iter().map(|one| option(one))).into_any(),
            p().class("more")
                .child((listed < found.len()).then(|| plain_button(format!("Show more {noun}s"), more)))
                .child(dom::html::span().attr("role", "status").child(said))
                .into_any(),
        ])
    };
    let find = find_box(
        find_id,
        format!("Find {one}"),
        move || text.get(),
        move |typed| {
            text.set(typed);
            most.set(FIRST);
        },
    );
    fragment([find.class("find-actors"), div().class("region").reactive_content(listed)])
}
