//! What is compared as chips: the columns that are chosen, and those that can be added.

use dom::html::li;
use dom::{Element, IntoChild, fragment};
use query::compare::Candidate;

use crate::components::elements::link;
use crate::components::refs::{chip, dot};

/// A chosen column, as a link that removes it.
pub fn removable(candidate: Candidate) -> Element {
    chip(candidate.name, candidate.href, ", remove")
}

/// A column that can be added, as a list entry with the link to the comparison that has it too.
pub fn option(candidate: &Candidate) -> Element {
    let dot = candidate.hue.map(|hue| fragment([dot(Some(hue)).into_any(), " ".into_child()]));
    let words = fragment([dot.into_child(), candidate.name.clone().into_child()]);
    li().child(link(candidate.href.clone(), words).class("chip"))
}
