//! A statement as a card.

use corpus::StatementId;
use dom::Element;
use dom::html::{self, a, b, div, p, span};
use leptos::ev;
use leptos::prelude::*;
use query::card::{Card, Ref, Related, card, open_link, pieces};

use crate::desk::Desk;
use crate::navigate::anchor;
use crate::parts::copy::copy_link;
use crate::parts::elements::{link, plain_button};
use crate::parts::passage::passage;
use crate::parts::refs::{Finds, dot, found, localized, name, names, reference, relation, with_language};
use crate::take;

/// A statement. On the start page it opens in place; elsewhere its words lead there. The anchored card of a page is
/// the one that links to the statement lead to.
pub fn statement(desk: Desk, id: StatementId, finds: Finds, anchored: bool) -> AnyView {
    let model = card(desk.data, id);
    // Cheaper than to remember it: each memo of a kind of its own is another kilobyte of program.
    let open = move || desk.view().with(query::View::open) == Some(id);
    let class = move || if desk.current() == Some(id) { "st pointed" } else { "st" };
    let mut said = a().class("said");
    let mut article = html::article();
    // An id stands once on a page, a statement may stand there twice.
    if anchored {
        said = said.id(format!("o-{}", model.slug));
        article = article.id(anchor(desk.data, id));
    }
    let said = said
        .attr("href", move || desk.view().with(|view| open_link(desk.data, view, id)))
        .attr("aria-expanded", move || if open() { "true" } else { "false" });
    let said = found(said, finds, move |search| pieces(desk.data, id, search));
    let inline = div().class("passage-inline").reactive_content(move || open().then(|| passage(desk, id, finds)));
    article
        .class(class)
        .attr("aria-current", move || open().then_some("true"))
        .on(ev::pointerenter, move |_| desk.pointed.set(Some(id)))
        .on(ev::focusin, move |_| desk.pointed.set(Some(id)))
        .child(who(&model, finds))
        .child(
            with_language(p().class(if model.quoted { "words quoted" } else { "words" }), model.language).child(said),
        )
        .child(meta(desk, &model, finds))
        .children(model.relations.into_iter().map(related))
        .child(model.note.map(|note| localized(p().class("note"), note)))
        .child(inline)
        .into_any()
}

/// Who says it, through whom, in which form.
fn who(model: &Card, finds: Finds) -> Element {
    let mut line = p().class("who");
    let many = model.voices.len();
    for (place, voice) in model.voices.iter().enumerate() {
        let joint = if place == 0 {
            ""
        } else if place + 1 == many {
            " and "
        } else {
            ", "
        };
        let voice_link = name(voice, finds).class("voice");
        line = line.child(joint).child(dot(voice.hue)).child(" ").child(voice_link);
    }
    if many == 0 {
        line = line.child(dot(None)).child(" ").child(span().class("voice").child("This article"));
    }
    let through = |relay: &Ref| span().class("via").child(name(relay, finds));
    line.children(model.reporters.iter().map(through))
        .children(model.relays.iter().map(through))
        .child((many > 0).then(|| span().class("via").child("this article")))
        .child(span().class("form").child(model.form.clone()))
}

/// What it is about, to whom and when, and where it leads.
fn meta(desk: Desk, model: &Card, finds: Finds) -> Element {
    let part = |label: &'static str, refs: &[Ref]| {
        (!refs.is_empty()).then(|| span().child(label).child(names(refs.to_vec(), finds)))
    };
    let topic = |topic: &Ref| span().class("topic").child(reference(topic.clone()));
    let place = model.paragraph.map_or_else(|| "In the text".to_owned(), |number| format!("In the text ¶{number}"));
    let (id, share) = (model.id, model.share.clone());
    let acts = span()
        .class("acts")
        .child(link(model.compare.clone(), "Compare"))
        .child(link(model.source.clone(), place))
        .child(copy_link(desk, "Copy link", move || share.clone()))
        .child(plain_button("Cite", move |_| take::cite(desk, id)).attr("title", "Copy as a citation"));
    p().class("meta")
        .children(model.topics.iter().map(topic))
        .child(model.position.map(|position| span().class("position").child(position)))
        .child(part("to ", &model.audience))
        .child(part("about ", &model.about))
        .child(model.when.clone().map(|when| span().class("when").child(when)))
        .child(acts)
}

fn related(related: Related) -> Element {
    p().class(relation(related.kind))
        .child(b().child(related.label))
        .child(" ")
        .child(reference(related.other))
        .child(": ")
        .child(related.reason)
        .child(" ")
        .child(link(related.both, "Both passages").class("both"))
}
