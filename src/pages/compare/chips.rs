//! The actors of a comparison as chips: those that are chosen, and those that can be added.

use dom::html::li;
use dom::{Element, IntoChild, fragment};
use query::card::Ref;
use query::language::Phrase;

use crate::components::elements::link;
use crate::components::refs::{chip, dot};

/// A chosen actor, as a link that removes it. `remove` is the link to the comparison without it.
pub fn removable(actor: &Ref, remove: String) -> Element {
    let name = Phrase::default().text(actor.label, actor.language);
    chip(name, remove, ", remove")
}

/// An actor that can be added, as a list entry with the link to the comparison that has it too.
pub fn option(actor: &Ref) -> Element {
    let name = Phrase::default().text(actor.label, actor.language);
    let words = fragment([dot(actor.hue).into_any(), " ".into_child(), name.into_child()]);
    li().child(link(actor.href.clone(), words).class("chip"))
}
