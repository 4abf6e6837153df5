//! A statement on paper: its number in the margin, and all that the page would show on demand.

use corpus::StatementId;
use dom::html::{article, b, blockquote, div, mark, p, span};
use dom::{Element, IntoChild};
use query::View;
use query::language::Phrase;
use query::paper::{Entry, Reference, entry as model};
use query::passage::{PassagePart, PassagePiece};

use crate::desk::Desk;
use crate::parts::refs::{relation, with_language};

/// The statement.
pub fn entry(desk: Desk, id: StatementId, view: &View) -> Element {
    let Entry { number, voice, chain, content, language, quoted, facts, passage, relations, note, open } =
        model(desk.data, id, view);
    let via = |name: Phrase| span().class("via").child(name);
    let place = format!("{}, {}. ✓ Verbatim.", query::words::capitalised(&passage.place), passage.position);
    article()
        .class(if open { "item open" } else { "item" })
        .child(p().class("no").child(number))
        .child(p().class("who").child(b().child(voice)).children(chain.into_iter().map(via)))
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

/// A statement that stands in full under an earlier heading.
pub fn again(desk: Desk, id: StatementId) -> Element {
    let number = query::paper::number(id);
    let voice = query::card::voice(desk.data, id);
    p().class("item again")
        .child(span().class("no").child(number))
        .child(b().child(voice))
        .child(format!(": no. {number} above."))
}

/// Words of a passage, marked by what they are to the statement.
pub fn piece(PassagePiece { text, part }: PassagePiece) -> leptos::prelude::AnyView {
    match part {
        PassagePart::Around => text.into_child(),
        PassagePart::Content => mark().class("content").child(text).into_any(),
        PassagePart::Cue => span().class("cue").child(text).into_any(),
    }
}

fn reference(Reference { kind, label, reason }: Reference) -> Element {
    p().class(relation(kind)).child(b().child(label)).child(": ").child(reason)
}
