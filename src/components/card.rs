//! A statement as a card.

use corpus::StatementId;
use dom::Element;
use dom::html::{self, a, b, div, p, span};
use leptos::ev;
use query::card::{Card, Ref, Related, card, open_link};

use crate::app_state::AppState;
use crate::components::action_buttons::{cite, copy_statement, pin};
use crate::components::elements::link;
use crate::components::passage::later_passage;
use crate::components::refs::{
    Highlights, attribution_class, dot, joint, localized, name, names, reference, relation_class,
};
use crate::components::words::words;
use crate::navigation::scroll::{card_link_id, statement_anchor};

/// The card of a statement. On the start page it opens in place; on the other pages its words link to the start page
/// with the statement open. `anchored` gives it the ids that links to the statement lead to: for one card of a
/// statement a page.
pub fn statement(state: AppState, id: StatementId, highlights: Highlights, anchored: bool) -> Element {
    let model = card(state.data, id);
    let open = move || state.open.get() == Some(id);
    let class = move || if state.current_statement() == Some(id) { "statement pointed" } else { "statement" };
    let mut content = a().class("statement-link");
    let mut article = html::article();
    // A statement can be on a page twice, an id cannot.
    if anchored {
        content = content.id(card_link_id(model.slug));
        article = article.id(statement_anchor(state.data, id));
    }
    let content = content
        .attr("href", move || state.view().with(|view| open_link(state.data, view, id)))
        .attr("aria-expanded", move || if open() { "true" } else { "false" });
    let inline = div()
        .class("passage-inline")
        .reactive_content(move || open().then(|| later_passage(state, id, highlights, true)));
    article
        .class(class)
        .attr("aria-current", move || open().then_some("true"))
        .on(ev::pointerenter, move |_| state.hovered.set(Some(id)))
        .on(ev::focusin, move |_| state.hovered.set(Some(id)))
        .child(who(&model, highlights))
        .child(words(state, id, model.quoted, highlights, content))
        .child(meta(&model, highlights).child(actions(state, &model)))
        .children(model.relations.into_iter().map(relation_line))
        .child(model.note.map(|note| localized(p().class("note"), note)))
        .child(inline)
}

/// The attribution: who says it, through whom, and in which form.
pub fn who(model: &Card, highlights: Highlights) -> Element {
    let through_document = || span().class("via").child(model.document.clone());
    voices_and_relays(p().class(attribution_class(model.hands)), model, highlights)
        .child((!model.voices.is_empty()).then(through_document))
        .child(span().class("form").child(model.form.clone()))
}

/// Adds who says it, and through whom it reached the document.
pub fn voices_and_relays(mut line: Element, model: &Card, highlights: Highlights) -> Element {
    let many = model.voices.len();
    for (index, voice) in model.voices.iter().enumerate() {
        let voice_link = name(voice, highlights).class("speaker");
        line = line.child(joint(index, many)).child(dot(voice.hue)).child(" ").child(voice_link);
    }
    if many == 0 {
        line = line.child(dot(None)).child(" ").child(span().class("speaker").child(model.document.clone()));
    }
    let through = |relay: &Ref| span().class("via").child(name(relay, highlights));
    let reporters = || span().class("via").child(names(model.reporters.clone(), highlights));
    line.child((!model.reporters.is_empty()).then(reporters)).children(model.relays.iter().map(through))
}

/// Topics, position, audience and date.
pub fn meta(model: &Card, highlights: Highlights) -> Element {
    let part = |label: &'static str, refs: &[Ref]| {
        (!refs.is_empty()).then(|| span().child(label).child(names(refs.to_vec(), highlights)))
    };
    let topic = |topic: &Ref| span().class("topic").child(reference(topic.clone()));
    p().class("meta")
        .children(model.topics.iter().map(topic))
        .child(model.position.map(|position| span().class("position").child(position)))
        .child(part("to ", &model.audience))
        .child(part("about ", &model.about))
        .child(model.when.clone().map(|when| span().class("when").child(when)))
}

fn actions(state: AppState, model: &Card) -> Element {
    let location = model.paragraph.map_or_else(|| "In the text".to_owned(), |number| format!("In the text ¶{number}"));
    let id = model.id;
    span()
        .class("card-actions")
        .live()
        .child(link(model.compare.clone(), "Compare"))
        .child(link(model.source.clone(), location))
        .child(copy_statement(state, id))
        .child(cite(state, id))
        .child(pin(state, id))
}

/// A relation to another statement, in words.
pub fn relation_line(related: Related) -> Element {
    p().class(relation_class(related.kind))
        .child(b().child(related.label))
        .child(" ")
        .child(link(related.href, related.other))
        .child(": ")
        .child(related.reason)
        .child(" ")
        .child(link(related.side_by_side, "Both passages").class("compare-link").live())
}
