//! A statement in print: its number in the margin, and everything that the page shows on demand.

use corpus::StatementId;
use dom::html::{article, b, blockquote, div, mark, p, span};
use dom::{AnyView, Element, IntoChild, fragment};
use query::View;
use query::passage::{PassagePart, PassagePiece};
use query::print::{Entry, Reference, entry as model};

use crate::app_state::AppState;
use crate::components::chain::chain as drawn_chain;
use crate::components::refs::{attribution_class, relation, with_language};

/// A statement with its passage. `view` says whether it is open, which is marked.
pub fn entry(state: AppState, id: StatementId, view: &View) -> Element {
    let Entry { number, voice, chain, hands, content, language, quoted, facts, passage, relations, note, open } =
        model(state.data, id, view);
    let class = attribution_class(hands);
    let attribution = match chain {
        Some(model) => div().class(class).child(drawn_chain(model)),
        None => p().class(class).child(b().child(voice)),
    };
    let place = format!("{}, {}. ✓ Verbatim.", query::words::capitalised(&passage.location), passage.text_position);
    article()
        .class(if open { "item open" } else { "item" })
        .child(p().class("entry-number").child(number))
        .child(attribution)
        .child(with_language(p().class(if quoted { "words quoted" } else { "words" }), language).child(content))
        .child(p().class("meta").child(facts))
        .child(
            div()
                .class("in-text")
                .child(with_language(blockquote(), passage.language).children(passage.pieces.into_iter().map(piece)))
                .child(p().class("place").child(place)),
        )
        .children(relations.into_iter().map(reference))
        .child(note.map(|note| p().class("note").child(b().child("Editor’s note")).child(" ").child(note)))
}

/// Statements in an order, none of them open.
pub fn entries(state: AppState, ids: impl IntoIterator<Item = StatementId>) -> AnyView {
    fragment(ids.into_iter().map(|id| entry(state, id, &View::default())))
}

/// A reference to a statement that is printed in full under an earlier heading.
pub fn repeated_entry(state: AppState, id: StatementId) -> Element {
    let number = query::print::number(id);
    let voice = query::card::voice(state.data, id);
    p().class("item repeated")
        .child(span().class("entry-number").child(number))
        .child(b().child(voice))
        .child(format!(": no. {number} above."))
}

/// A piece of a passage, marked by its part in the statement.
pub fn piece(PassagePiece { text, part }: PassagePiece) -> AnyView {
    match part {
        PassagePart::Around => text.into_child(),
        PassagePart::Content => mark().class("content").child(text).into_any(),
        PassagePart::Cue => span().class("cue").child(text).into_any(),
    }
}

fn reference(Reference { kind, label, reason }: Reference) -> Element {
    relation(kind, label, reason)
}
