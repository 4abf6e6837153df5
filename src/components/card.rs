//! A statement as a card.

use corpus::StatementId;
use leptos::prelude::*;
use query::card::{Card, Ref, Related, card, open_link, pieces};

use crate::app_state::AppState;
use crate::components::copy::copy_link;
use crate::components::passage::passage;
use crate::components::refs::{
    Highlights, dot, highlighted, localized, name, names, reference, relation_class, with_language,
};
use crate::components::share::cite;
use crate::html::{Child, El, button, classed, el, link};
use crate::navigation::scroll::statement_anchor;

/// The card of a statement. On the start page it opens in place; on the other pages its words link to the start page
/// with the statement open. `anchored` gives it the ids that links to the statement lead to: for one card of a
/// statement a page.
pub fn statement(state: AppState, id: StatementId, highlights: Highlights, anchored: bool) -> AnyView {
    let model = card(state.data, id);
    // Not a memo: computing it is cheap, and each type of memo adds a kilobyte to the program.
    let open = move || state.view().with(query::View::open) == Some(id);
    let class = move || if state.current_statement() == Some(id) { "st pointed" } else { "st" };
    let mut content = classed("a", "said");
    let mut article = el("article");
    // A statement can be on a page twice, an id cannot.
    if anchored {
        content = content.attr("id", format!("o-{}", model.slug));
        article = article.attr("id", statement_anchor(state.data, id));
    }
    let content = content
        .attr_live("href", move || Some(state.view().with(|view| open_link(state.data, view, id)).into()))
        .attr_live("aria-expanded", move || Some(if open() { "true" } else { "false" }.into()));
    let content = highlighted(content, highlights, move |search| pieces(state.data, id, search));
    let inline = classed("div", "passage-inline").live(move || open().then(|| passage(state, id, highlights)));
    article
        .attr_live("class", move || Some(class().into()))
        .attr_live("aria-current", move || open().then(|| "true".into()))
        .on("pointerenter", move |_| state.hovered.set(Some(id)))
        .on("focusin", move |_| state.hovered.set(Some(id)))
        .child(who(&model, highlights))
        .child(
            with_language(classed("p", if model.quoted { "words quoted" } else { "words" }), model.language)
                .child(content),
        )
        .child(meta(state, &model, highlights))
        .children(model.relations.into_iter().map(related))
        .child(model.note.map(|note| localized(classed("p", "note"), note)))
        .child(inline)
        .view()
}

/// The attribution: who says it, through whom, and in which form.
fn who(model: &Card, highlights: Highlights) -> El {
    let mut line = classed("p", "who");
    let many = model.voices.len();
    for (index, voice) in model.voices.iter().enumerate() {
        let joint = if index == 0 {
            ""
        } else if index + 1 == many {
            " and "
        } else {
            ", "
        };
        let voice_link = name(voice, highlights).attr("class", "voice");
        line = line.child(joint).child(dot(voice.hue)).child(" ").child(voice_link);
    }
    if many == 0 {
        line = line.child(dot(None)).child(" ").child(classed("span", "voice").child("This article"));
    }
    let through = |relay: &Ref| classed("span", "via").child(name(relay, highlights));
    line.children(model.reporters.iter().map(through))
        .children(model.relays.iter().map(through))
        .child((many > 0).then(|| classed("span", "via").child("this article")))
        .child(classed("span", "form").child(model.form.clone()))
}

/// Topics, audience, date, and the actions.
fn meta(state: AppState, model: &Card, highlights: Highlights) -> El {
    let part = |label: &'static str, refs: &[Ref]| {
        (!refs.is_empty()).then(|| el("span").child(label).child(names(refs.to_vec(), highlights)))
    };
    let topic = |topic: &Ref| classed("span", "topic").child(reference(topic.clone()));
    let location = model.paragraph.map_or_else(|| "In the text".to_owned(), |number| format!("In the text ¶{number}"));
    let (id, share) = (model.id, model.share.clone());
    let actions = classed("span", "acts")
        .child(link(model.compare.clone(), "Compare"))
        .child(link(model.source.clone(), location))
        .child(copy_link(state, "Copy link", move || share.clone()))
        .child(button("Cite", move |_| cite(state, id)).attr("title", "Copy as a citation"));
    classed("p", "meta")
        .children(model.topics.iter().map(topic))
        .child(model.position.map(|position| classed("span", "position").child(position)))
        .child(part("to ", &model.audience))
        .child(part("about ", &model.about))
        .child(model.when.clone().map(|when| classed("span", "when").child(when)))
        .child(actions)
}

fn related(related: Related) -> El {
    classed("p", relation_class(related.kind))
        .child(el("b").child(related.label))
        .child(" ")
        .child(reference(related.other))
        .child(": ")
        .child(related.reason)
        .child(" ")
        .child(link(related.side_by_side, "Both passages").attr("class", "both"))
}
