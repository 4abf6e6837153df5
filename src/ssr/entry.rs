//! A statement in a list of a page without the program: shorter than its card, with nothing that needs the program.

use corpus::StatementId;
use dom::html::{article, p, span};
use dom::{AnyView, Element, IntoChild, fragment};
use query::Shared;
use query::card::Ref;
use query::listing::{self, ListEntry};

use crate::components::elements::link;
use crate::components::refs::{attribution_class, dot, localized, reference, with_language};

/// The entry of a statement, which leads to the statement in the text of its document.
pub fn entry(data: Shared, id: StatementId, with_document: bool) -> Element {
    let model = listing::entry(data, id);
    let through = |entry: &Ref| span().class("via").child(reference(entry.clone()));
    let who = p()
        .class(attribution_class(model.hands))
        .child(voices(&model, |voice| reference(voice.clone()).class("speaker").into_any()))
        .children(model.through.iter().map(through))
        .child(span().class("form").child(model.form));
    let (title, document) = model.document;
    let document = with_document.then(|| with_language(link(document, title.text), title.language));
    article()
        .class("statement")
        .child(who)
        .child(
            with_language(p().class(if model.quoted { "words quoted" } else { "words" }), model.language)
                .child(link(model.href, model.content).class("statement-link")),
        )
        .child(
            p().class("meta")
                .children(model.topics.into_iter().map(|topic| localized(span().class("topic"), topic)))
                .child(model.when.map(|when| span().class("when").child(when)))
                .child(document),
        )
}

/// The voices of a statement, each with its dot; the document where there are none.
pub fn voices(model: &ListEntry, draw: impl Fn(&Ref) -> AnyView) -> AnyView {
    if model.voices.is_empty() {
        let document = span().class("speaker").child(model.voice.clone());
        return fragment([dot(None).into_any(), " ".into_child(), document.into_any()]);
    }
    let voice = |voice: &Ref| fragment([dot(voice.hue).into_any(), " ".into_child(), draw(voice), " ".into_child()]);
    fragment(model.voices.iter().map(voice))
}
