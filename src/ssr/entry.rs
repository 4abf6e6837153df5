//! A statement in a list of a page without the program: its card with nothing that needs the program, and without its
//! relations and its note.

use corpus::StatementId;
use dom::Element;
use dom::html::{article, p};
use query::Shared;
use query::card::card;
use query::listing::document;

use crate::components::card::{meta, who};
use crate::components::elements::link;
use crate::components::refs::with_language;

/// The entry of a statement, which leads to the statement in the text of its document.
pub fn entry(data: Shared, id: StatementId, with_document: bool) -> Element {
    let model = card(data, id);
    let document = with_document.then(|| {
        let (title, href) = document(data, data.statement(id).document);
        with_language(link(href, title.text), title.language)
    });
    let words = with_language(p().class(if model.quoted { "words quoted" } else { "words" }), model.language);
    article()
        .class("statement")
        .child(who(&model, None))
        .child(words.child(link(model.source.clone(), data.content(id)).class("statement-link")))
        .child(meta(&model, None).child(document))
}
