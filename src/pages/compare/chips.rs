//! The actors of a comparison as chips: those that are chosen, and those that can be added.

use query::card::Ref;
use query::language::Phrase;

use crate::components::refs::{chip, dot};
use crate::html::{Child, El, el, link, row};

/// A chosen actor, as a link that removes it. `remove` is the link to the comparison without it.
pub fn removable(actor: &Ref, remove: String) -> El {
    let name = Phrase::default().text(actor.label, actor.language);
    chip(name, remove, ", remove")
}

/// An actor that can be added, as a list entry with the link to the comparison that has it too.
pub fn option(actor: &Ref) -> El {
    let name = Phrase::default().text(actor.label, actor.language);
    let words = row([dot(actor.hue).view(), " ".view(), name.view()]);
    el("li").child(link(actor.href.clone(), words).attr("class", "chip"))
}
