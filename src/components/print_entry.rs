//! A statement in print: its number in the margin, and everything that the page shows on demand.

use corpus::StatementId;
use leptos::prelude::AnyView;
use query::View;
use query::language::Phrase;
use query::passage::{PassagePart, PassagePiece};
use query::print::{Entry, Reference, entry as model};

use crate::app_state::AppState;
use crate::components::refs::{relation, with_language};
use crate::html::{Child, El, classed, el, row};

/// A statement with its passage. `view` says whether it is open, which is marked.
pub fn entry(state: AppState, id: StatementId, view: &View) -> El {
    let Entry { number, voice, chain, content, language, quoted, facts, passage, relations, note, open } =
        model(state.data, id, view);
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

/// Statements in an order, none of them open.
pub fn entries(state: AppState, ids: impl IntoIterator<Item = StatementId>) -> AnyView {
    row(ids.into_iter().map(|id| entry(state, id, &View::default())))
}

/// A reference to a statement that is printed in full under an earlier heading.
pub fn repeated_entry(state: AppState, id: StatementId) -> El {
    let number = query::print::number(id);
    let voice = query::card::voice(state.data, id);
    classed("p", "item again")
        .child(classed("span", "no").child(number))
        .child(el("b").child(voice))
        .child(format!(": no. {number} above."))
}

/// A piece of a passage, marked by its part in the statement.
pub fn piece(PassagePiece { text, part }: PassagePiece) -> AnyView {
    match part {
        PassagePart::Around => text.view(),
        PassagePart::Content => classed("mark", "content").child(text).view(),
        PassagePart::Cue => classed("span", "cue").child(text).view(),
    }
}

fn reference(Reference { kind, label, reason }: Reference) -> El {
    relation(kind, label, reason)
}
