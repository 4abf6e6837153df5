//! A statement on paper: its number in the margin, and all that the page would show on demand.

use corpus::StatementId;
use query::View;
use query::language::Phrase;
use query::passage::{PassagePart, PassagePiece};
use query::print::{Entry, Reference, entry as model};

use crate::desk::Desk;
use crate::html::{Child, El, classed, el};
use crate::parts::refs::{relation, with_language};

/// The statement.
pub fn entry(desk: Desk, id: StatementId, view: &View) -> El {
    let Entry { number, voice, chain, content, language, quoted, facts, passage, relations, note, open } =
        model(desk.data, id, view);
    let via = |name: Phrase| classed("span", "via").child(name);
    let place = format!("{}, {}. ✓ Verbatim.", query::words::capitalised(&passage.location), passage.text_position);
    classed("article", if open { "item open" } else { "item" })
        .child(classed("p", "no").child(number))
        .child(classed("p", "who").child(el("b").child(voice)).children(chain.into_iter().map(via)))
        .child(with_language(classed("p", if quoted { "words quoted" } else { "words" }), language).child(content))
        .child(classed("p", "meta").child(facts))
        .child(
            classed("div", "in-text")
                .child(
                    with_language(el("blockquote"), passage.language).children(passage.pieces.into_iter().map(piece)),
                )
                .child(classed("p", "place").child(place)),
        )
        .children(relations.into_iter().map(reference))
        .child(note.map(|note| classed("p", "note").child(el("b").child("Editor’s note")).child(" ").child(note)))
}

/// A statement that stands in full under an earlier heading.
pub fn again(desk: Desk, id: StatementId) -> El {
    let number = query::print::number(id);
    let voice = query::card::voice(desk.data, id);
    classed("p", "item again")
        .child(classed("span", "no").child(number))
        .child(el("b").child(voice))
        .child(format!(": no. {number} above."))
}

/// Words of a passage, marked by what they are to the statement.
pub fn piece(PassagePiece { text, part }: PassagePiece) -> leptos::prelude::AnyView {
    match part {
        PassagePart::Around => text.view(),
        PassagePart::Content => classed("mark", "content").child(text).view(),
        PassagePart::Cue => classed("span", "cue").child(text).view(),
    }
}

fn reference(Reference { kind, label, reason }: Reference) -> El {
    classed("p", relation(kind)).child(el("b").child(label)).child(": ").child(reason)
}
